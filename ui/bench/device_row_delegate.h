// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace greensward::ui {

class DeviceFilterModel;
class DeviceModel;
class FaultModel;

/// A device as one row: the shape of its state, its name, its state in words or its faults, and what it measures first.
class DeviceRowDelegate final : public QStyledItemDelegate
{
public:
    DeviceRowDelegate(const DeviceModel& devices, const DeviceFilterModel& shown, const FaultModel& faults,
                      QObject* parent);
    void setCompact(bool compact) { m_compact = compact; }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const DeviceModel& m_devices;
    const DeviceFilterModel& m_shown;
    const FaultModel& m_faults;
    bool m_compact = false;
};

} // namespace greensward::ui
