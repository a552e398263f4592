// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/address_model.h"

namespace greensward::ui {

void AddressModel::set(const std::vector<CoreAddress>& addresses)
{
    if (addresses == m_addresses)
        return;
    beginResetModel();
    m_addresses = addresses;
    endResetModel();
}

void AddressModel::remove(int row)
{
    if (row < 0 || row >= static_cast<int>(m_addresses.size()))
        return;
    beginRemoveRows({}, row, row);
    m_addresses.erase(m_addresses.begin() + row);
    endRemoveRows();
    emit edited();
}

int AddressModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_addresses.size()) + 1;
}

int AddressModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant AddressModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::EditRole && role != Qt::AccessibleTextRole))
        return {};
    if (index.row() == static_cast<int>(m_addresses.size()))
        return role == Qt::EditRole || index.column() != Host ? QVariant() : QVariant(tr("new address …"));
    const CoreAddress& one = m_addresses[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Host:
        return one.host;
    case Port:
        return one.port;
    default:
        return one.metadata;
    }
}

bool AddressModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const QString text = value.toString().trimmed();
    const bool isNew = index.row() == static_cast<int>(m_addresses.size());
    bool isNumber = false;
    const int port = text.toInt(&isNumber);
    if (index.column() == Port && (!isNumber || port < 0 || port > 65535))
        return false;
    if (isNew) {
        if (text.isEmpty() || index.column() != Host)
            return false;
        beginInsertRows({}, index.row(), index.row());
        m_addresses.push_back({.host = text});
        endInsertRows();
        emit edited();
        return true;
    }
    CoreAddress& one = m_addresses[static_cast<std::size_t>(index.row())];
    if (index.column() == Host && text.isEmpty()) {
        remove(index.row());
        return true;
    }
    if (index.column() == Host)
        one.host = text;
    else if (index.column() == Port)
        one.port = port;
    else
        one.metadata = text;
    emit dataChanged(index, index);
    emit edited();
    return true;
}

Qt::ItemFlags AddressModel::flags(const QModelIndex& index) const
{
    const bool isNew = index.row() == static_cast<int>(m_addresses.size());
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return isNew && index.column() != Host ? flags : flags | Qt::ItemIsEditable;
}

QVariant AddressModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section >= kColumnCount)
        return {};
    const QString titles[kColumnCount] = {tr("Host or address"), tr("Port"), tr("Metadata")};
    return titles[section];
}

} // namespace greensward::ui
