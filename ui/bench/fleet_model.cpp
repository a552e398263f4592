// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/fleet_model.h"

#include "ui/models/device_model.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <algorithm>

namespace greensward::ui {

using simulator::Roster;

bool FleetModel::accepts(std::uint32_t device) const
{
    if (m_filter.isEmpty())
        return true;
    const auto& name = (*m_roster->names)[device];
    FilterRow row;
    row.from = name.id;
    row.text = name.title;
    return m_filter.matches(row);
}

FleetModel::Order FleetModel::accepted(std::uint32_t from) const
{
    Order order;
    const auto size = static_cast<std::uint32_t>(devices());
    for (std::uint32_t device = from; device < size; ++device)
        if (accepts(device))
            order.push_back(device);
    return order;
}

void FleetModel::setRoster(std::shared_ptr<const Roster> roster)
{
    if (roster == m_roster || !roster)
        return;
    const int before = devices();
    const auto size = static_cast<int>(roster->rows.size());
    if (size < before) {
        // The last of the fleet leave, wherever they stand here.
        beginResetModel();
        std::erase_if(m_order, [size](std::uint32_t device) { return static_cast<int>(device) >= size; });
        m_roster = std::move(roster);
        endResetModel();
        return;
    }
    m_roster = std::move(roster);
    if (const int rows = rowCount(); rows > 0)
        emit dataChanged(index(0, 0), index(rows - 1, kColumns - 1));
    if (size == before)
        return;
    // Newcomers stand at the end, so that nothing moves under the pointer.
    Order fresh = accepted(static_cast<std::uint32_t>(before));
    if (fresh.empty())
        return;
    const int rows = rowCount();
    beginInsertRows({}, rows, rows + static_cast<int>(fresh.size()) - 1);
    m_order.insert(m_order.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

void FleetModel::setFilter(const Filter& filter)
{
    if (filter.terms() == m_filter.terms())
        return;
    beginResetModel();
    m_filter = filter;
    m_order = accepted(0);
    sortOrder(m_order);
    endResetModel();
}

void FleetModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    if (!m_roster)
        return;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    Order sorted = m_order;
    sortOrder(sorted);
    std::vector<int> rowOfDevice(m_roster->rows.size(), -1);
    for (std::size_t row = 0; row < sorted.size(); ++row)
        rowOfDevice[sorted[row]] = static_cast<int>(row);
    QModelIndexList after;
    for (const QModelIndex& one : before)
        after << index(rowOfDevice[m_order[static_cast<std::size_t>(one.row())]], one.column());
    m_order = std::move(sorted);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void FleetModel::sortOrder(Order& order) const
{
    if (order.empty())
        return;
    std::sort(order.begin(), order.end());
    const auto by = [&](auto less) {
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t one, std::uint32_t other) {
            return m_sortOrder == Qt::AscendingOrder ? less(one, other) : less(other, one);
        });
    };
    const auto& rows = m_roster->rows;
    switch (m_sortColumn) {
    case DeviceColumn:
        return by([this](auto one, auto other) { return (*m_roster->names)[one].id < (*m_roster->names)[other].id; });
    case StateColumn:
        return by([&rows](auto one, auto other) { return rows[one].state < rows[other].state; });
    case ValueColumn:
        return by([&rows](auto one, auto other) { return rows[one].value < rows[other].value; });
    case SentColumn:
        return by([&rows](auto one, auto other) { return rows[one].published < rows[other].published; });
    default:
        return;
    }
}

int FleetModel::rowOf(std::string_view id) const
{
    for (std::size_t row = 0; row < m_order.size(); ++row)
        if ((*m_roster->names)[m_order[row]].id == id)
            return static_cast<int>(row);
    return -1;
}

int FleetModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

QString FleetModel::text(int row, int column) const
{
    switch (column) {
    case DeviceColumn:
        return toQString(name(row).id);
    case StateColumn:
        return stateText(values(row).state);
    case ValueColumn:
        return valueText(double{values(row).value}) + QLatin1Char(' ') + toQString(name(row).unit);
    case SentColumn:
        return countText(values(row).published);
    default:
        return {};
    }
}

QVariant FleetModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        return index.column() == ValueColumn ? toQString(name(index.row()).valueName)
                                             : toQString(name(index.row()).title);
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() >= ValueColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case IdRole:
        return toQString(name(index.row()).id);
    case StateRole:
        return static_cast<int>(values(index.row()).state);
    default:
        return {};
    }
}

QVariant FleetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section >= ValueColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case DeviceColumn:
        return tr("Device");
    case StateColumn:
        return tr("State");
    case ValueColumn:
        return tr("Reading");
    case SentColumn:
        return tr("Sent");
    default:
        return {};
    }
}

} // namespace greensward::ui
