// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/fact_model.h"

#include <QSet>

#include <algorithm>

namespace greensward::ui {

FactModel::FactModel(QStringList heads, QObject* parent) : QAbstractTableModel(parent), m_heads(std::move(heads)) {}

bool FactModel::hasSameKeys(const std::vector<Row>& rows) const
{
    return std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                      [](const Row& one, const Row& other) { return one.key == other.key; });
}

void FactModel::setRows(std::vector<Row> rows)
{
    if (rows == m_rows)
        return;
    if (hasSameKeys(rows)) {
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (rows[at] == m_rows[at])
                continue;
            m_rows[at] = std::move(rows[at]);
            const int row = static_cast<int>(at);
            emit dataChanged(index(row, 0), index(row, static_cast<int>(m_heads.size()) - 1));
        }
        return;
    }
    if (m_rows.empty()) {
        beginInsertRows({}, 0, static_cast<int>(rows.size()) - 1);
        m_rows = std::move(rows);
        endInsertRows();
        return;
    }
    removeMissing(rows);
    if (insertNew(rows))
        return setRows(std::move(rows)); // the keys are the same now
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void FactModel::removeMissing(const std::vector<Row>& rows)
{
    QSet<QString> staying;
    for (const Row& row : rows)
        staying.insert(row.key);
    for (int at = rowCount() - 1; at >= 0; --at) {
        if (staying.contains(row(at).key))
            continue;
        beginRemoveRows({}, at, at);
        m_rows.erase(m_rows.begin() + at);
        endRemoveRows();
    }
}

/// False when rows have changed their order.
bool FactModel::insertNew(const std::vector<Row>& rows)
{
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (at < m_rows.size() && m_rows[at].key == rows[at].key)
            continue;
        if (rowOf(rows[at].key) >= 0)
            return false;
        const int row = static_cast<int>(at);
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, rows[at]);
        endInsertRows();
    }
    return true;
}

int FactModel::rowOf(const QString& key) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&key](const Row& one) { return one.key == key; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int FactModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FactModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_heads.size());
}

QVariant FactModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& here = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return here.cells.value(index.column());
    case Qt::ToolTipRole:
        return here.tip.isEmpty() ? QVariant(here.cells.value(index.column())) : QVariant(here.tip);
    case Qt::ForegroundRole:
        return index.column() == m_heads.size() - 1 && here.ink != Role::Text ? QVariant(color(here.ink)) : QVariant();
    case KeyRole:
        return here.key;
    default:
        return {};
    }
}

QVariant FactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_heads.size())
        return {};
    if (role == Qt::DisplayRole)
        return m_heads[section];
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    return {};
}

} // namespace greensward::ui
