// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/device_model.h"

#include <QCoreApplication>

#include <algorithm>

namespace greensward::ui {

using simulator::DeviceState;
using simulator::DeviceView;

namespace {

bool same(const DeviceView::Value& one, const DeviceView::Value& other)
{
    return one.name == other.name && one.value == other.value && one.unit == other.unit;
}

bool same(const DeviceView& one, const DeviceView& other)
{
    return one.id == other.id && one.model == other.model && one.title == other.title && one.topic == other.topic &&
           one.state == other.state && one.realTls == other.realTls && one.willArmed == other.willArmed &&
           one.rate == other.rate && one.published == other.published && one.received == other.received &&
           one.note == other.note &&
           std::equal(one.values.begin(), one.values.end(), other.values.begin(), other.values.end(),
                      [](const auto& a, const auto& b) { return same(a, b); });
}

} // namespace

void DeviceModel::setDevices(std::vector<DeviceView> devices)
{
    // Rows are matched from the top: devices are added and removed rarely, their values change all the time.
    std::size_t kept = 0;
    while (kept < m_devices.size() && kept < devices.size() && m_devices[kept].id == devices[kept].id)
        ++kept;
    if (kept < m_devices.size()) {
        beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_devices.size()) - 1);
        m_devices.resize(kept);
        endRemoveRows();
    }
    for (std::size_t row = 0; row < kept; ++row) {
        if (same(m_devices[row], devices[row]))
            continue;
        m_devices[row] = std::move(devices[row]);
        const QModelIndex changed = index(static_cast<int>(row));
        emit dataChanged(changed, changed);
    }
    if (kept < devices.size()) {
        beginInsertRows({}, static_cast<int>(kept), static_cast<int>(devices.size()) - 1);
        std::move(devices.begin() + static_cast<std::ptrdiff_t>(kept), devices.end(), std::back_inserter(m_devices));
        endInsertRows();
    }
}

int DeviceModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_devices.size());
}

QVariant DeviceModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DeviceView& view = device(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(view.title);
    case IdRole:
        return QString::fromStdString(view.id);
    case StateRole:
        return static_cast<int>(view.state);
    default:
        return {};
    }
}

QString stateText(DeviceState state)
{
    const auto translated = [](const char* text) { return QCoreApplication::translate("DeviceState", text); };
    switch (state) {
    case DeviceState::Stopped:
        return translated(QT_TRANSLATE_NOOP("DeviceState", "Stopped"));
    case DeviceState::Connecting:
        return translated(QT_TRANSLATE_NOOP("DeviceState", "Connecting"));
    case DeviceState::Online:
        return translated(QT_TRANSLATE_NOOP("DeviceState", "Running"));
    case DeviceState::CutOff:
        return translated(QT_TRANSLATE_NOOP("DeviceState", "Cut off"));
    case DeviceState::Crashed:
        return translated(QT_TRANSLATE_NOOP("DeviceState", "Crashed"));
    }
    return {};
}

} // namespace greensward::ui
