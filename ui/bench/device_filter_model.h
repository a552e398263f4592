// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace greensward::ui {

class DeviceModel;

/// The devices whose name or id contains what was typed.
class DeviceFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit DeviceFilterModel(DeviceModel& devices, QObject* parent = nullptr);
    void setText(const QString& text);
    /// The row of a device here; -1 when it is not shown.
    int rowOf(const QString& id) const;
    /// The device of a row, in the order of the engine.
    int sourceRow(int row) const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    DeviceModel& m_devices;
    QString m_text;
};

} // namespace greensward::ui
