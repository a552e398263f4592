// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/device_filter_model.h"

#include "ui/models/device_model.h"

namespace greensward::ui {

DeviceFilterModel::DeviceFilterModel(DeviceModel& devices, QObject* parent)
    : QSortFilterProxyModel(parent), m_devices(devices)
{
    setSourceModel(&devices);
}

void DeviceFilterModel::setFilter(const Filter& filter)
{
    m_filter = filter;
    invalidateFilter();
}

int DeviceFilterModel::rowOf(const QString& id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (index(row, 0).data(DeviceModel::IdRole).toString() == id)
            return row;
    return -1;
}

int DeviceFilterModel::sourceRow(int row) const
{
    return mapToSource(index(row, 0)).row();
}

bool DeviceFilterModel::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (m_filter.isEmpty())
        return true;
    const auto& device = m_devices.device(row);
    FilterRow what;
    what.from = device.id;
    what.text = device.title;
    return m_filter.matches(what);
}

} // namespace greensward::ui
