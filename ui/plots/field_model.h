// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/series_drag.h"

#include <QAbstractListModel>
#include <QBasicTimer>
#include <QStringList>

#include <vector>

namespace greensward::ui {

class EngineMirror;

/// All numbers that the newest messages of all topics hold, narrowed to those that match what was typed: best first.
/// Topics are read in slices, so that a large tree does not hold up the window.
class FieldModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        TopicRole = Qt::UserRole,
        PathRole,
        ValueRole, ///< QString, the newest value, or how many elements
    };
    static constexpr std::size_t kMostFields = 100'000;
    static constexpr std::size_t kMostRows = 500; ///< shown; the rest is found by typing more

    explicit FieldModel(EngineMirror& mirror, QObject* parent = nullptr);

    void setPattern(const QString& pattern);
    SeriesRef series(int row) const;
    bool isReading() const { return m_timer.isActive(); }
    /// Fields that match, shown or not.
    std::size_t matches() const { return m_matches; }
    std::size_t fields() const { return m_fields.size(); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

signals:
    /// More was read, or narrowed.
    void countsChanged();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    struct Field
    {
        SeriesRef series;
        double value = 0;
        std::size_t elements = 0; ///< as in NumericField
    };

    void collectTopics(const QModelIndex& parent);
    bool readSlice();
    void narrow();
    static QString textOf(const Field& field);

    EngineMirror& m_mirror;
    QStringList m_topics;
    qsizetype m_nextTopic = 0;
    std::vector<Field> m_fields;
    std::vector<std::size_t> m_rows; ///< places in m_fields
    std::size_t m_matches = 0;
    QString m_pattern;
    QBasicTimer m_timer;
};

} // namespace greensward::ui
