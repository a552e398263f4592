// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/recorder.h"
#include "ui/models/filter.h"

#include <QAbstractListModel>
#include <QString>

#include <deque>
#include <vector>

namespace greensward::ui {

/// What happened to connections, wills, faults and devices: the rare events, newest at the end. Bounded to kMaxRows.
class ActivityModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { TimeRole = Qt::UserRole, SubjectRole, SentenceRole, ToneRole };
    /// How a row is marked; shape and word carry the same.
    enum class Tone { Plain, Good, Attention, Lost };
    static constexpr std::size_t kMaxRows = 2000;

    explicit ActivityModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void ingest(const trace::Chunk& chunk);
    void publish();

    bool matches(int row, const Filter& filter) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Row
    {
        WallTime time{};
        trace::Kind kind{};
        QString subject;
        QString object;
        QString detail;
    };

    std::deque<Row> m_rows;
    std::deque<Row> m_pending;
};

} // namespace greensward::ui
