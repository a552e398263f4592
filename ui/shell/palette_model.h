// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QKeySequence>

#include <functional>
#include <vector>

namespace greensward::ui {

/// Something that can be run or gone to.
struct PaletteEntry
{
    QString id;   ///< of a command: for "recent first"; empty for things
    QString area; ///< "View", "Topic": what sort of thing it is
    QString text;
    QKeySequence keys;
    bool enabled = true;
    std::function<void()> run;
};

/// The best matches among entries, best first; with nothing typed, recent ones first and then in their own order.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        AreaRole = Qt::UserRole, ///< QString
        KeysRole,                ///< QString, as the platform writes them
        PositionsRole,           ///< QList<int>, the matched characters of the text
    };
    static constexpr std::size_t kMostRows = 200;

    using QAbstractListModel::QAbstractListModel;

    /// recent: ids, newest first.
    void setEntries(std::vector<PaletteEntry> entries, const QStringList& recent);
    void setPattern(const QString& pattern);
    const PaletteEntry* entry(int row) const;
    /// Of all entries; more than rowCount() when the list was cut.
    std::size_t matches() const { return m_matches; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row
    {
        std::size_t entry;
        int score;
        std::vector<int> positions;
    };
    void match();

    std::vector<PaletteEntry> m_entries;
    QStringList m_recent;
    QString m_pattern;
    std::vector<Row> m_rows;
    std::size_t m_matches = 0;
};

} // namespace greensward::ui
