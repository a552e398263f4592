// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette_model.h"

#include "ui/models/fuzzy.h"

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr int kRecentBonus = 8;

} // namespace

void PaletteModel::setEntries(std::vector<PaletteEntry> entries, const QStringList& recent)
{
    m_entries = std::move(entries);
    m_recent = recent;
    match();
}

void PaletteModel::setPattern(const QString& pattern)
{
    m_pattern = pattern;
    match();
}

void PaletteModel::match()
{
    beginResetModel();
    m_rows.clear();
    for (std::size_t at = 0; at < m_entries.size(); ++at) {
        const PaletteEntry& entry = m_entries[at];
        auto found = fuzzyMatch(m_pattern, entry.text);
        if (!found) { // the area may be typed too: "view dark"
            found = fuzzyMatch(m_pattern, QString(entry.area + QLatin1Char(' ') + entry.text));
            if (!found)
                continue;
            found->positions.clear();
            found->score /= 2;
        }
        const auto recent = entry.id.isEmpty() ? -1 : m_recent.indexOf(entry.id);
        if (recent >= 0)
            found->score += m_pattern.isEmpty() ? 1000 - static_cast<int>(recent) : kRecentBonus;
        m_rows.push_back({at, found->score, std::move(found->positions)});
    }
    m_matches = m_rows.size();
    // Among equals the shorter text says more exactly what was meant; with nothing typed the order is the entries' own.
    const bool typed = !m_pattern.trimmed().isEmpty();
    const auto better = [this, typed](const Row& one, const Row& other) {
        if (one.score != other.score)
            return one.score > other.score;
        const auto length = [this](const Row& row) { return m_entries[row.entry].text.size(); };
        if (typed && length(one) != length(other))
            return length(one) < length(other);
        return one.entry < other.entry;
    };
    const auto kept = std::min(m_rows.size(), kMostRows);
    std::partial_sort(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(kept), m_rows.end(), better);
    m_rows.resize(kept);
    endResetModel();
}

const PaletteEntry* PaletteModel::entry(int row) const
{
    if (row < 0 || static_cast<std::size_t>(row) >= m_rows.size())
        return nullptr;
    return &m_entries[m_rows[static_cast<std::size_t>(row)].entry];
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    const PaletteEntry* shown = index.isValid() ? entry(index.row()) : nullptr;
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shown->text;
    case Qt::AccessibleTextRole:
        return shown->keys.isEmpty()
                   ? tr("%1: %2").arg(shown->area, shown->text)
                   : tr("%1: %2, %3").arg(shown->area, shown->text, shown->keys.toString(QKeySequence::NativeText));
    case AreaRole:
        return shown->area;
    case KeysRole:
        return shown->keys.toString(QKeySequence::NativeText);
    case PositionsRole: {
        const auto& positions = m_rows[static_cast<std::size_t>(index.row())].positions;
        return QVariant::fromValue(QList<int>(positions.begin(), positions.end()));
    }
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    const PaletteEntry* shown = index.isValid() ? entry(index.row()) : nullptr;
    if (!shown || !shown->enabled)
        return Qt::NoItemFlags;
    return Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

} // namespace greensward::ui
