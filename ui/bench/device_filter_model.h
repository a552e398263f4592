// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filter.h"

#include <QSortFilterProxyModel>

namespace greensward::ui {

class DeviceModel;

/// The devices that the scope is about.
class DeviceFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit DeviceFilterModel(DeviceModel& devices, QObject* parent = nullptr);
    void setFilter(const Filter& filter);
    /// The row of a device here; -1 when it is not shown.
    int rowOf(const QString& id) const;
    /// The device of a row, in the order of the engine.
    int sourceRow(int row) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    DeviceModel& m_devices;
    Filter m_filter;
};

} // namespace greensward::ui
