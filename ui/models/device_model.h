// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/device_view.h"

#include <QAbstractListModel>

#include <vector>

namespace greensward::ui {

/// The simulated devices, one row each, in the order of the engine. setDevices() takes a snapshot and announces only
/// what changed.
class DeviceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, StateRole };

    explicit DeviceModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    void setDevices(std::vector<simulator::DeviceView> devices);
    const simulator::DeviceView& device(int row) const { return m_devices[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<simulator::DeviceView> m_devices;
};

/// "Running", "Cut off" …: a device's state in words.
QString stateText(simulator::DeviceState state);

} // namespace greensward::ui
