// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edge/group_entry.h"

#include <QAbstractTableModel>

#include <vector>

namespace greensward::ui {

/// Where devices reach a core, to be written in; the last row is for a new address.
class AddressModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Host, Port, Metadata, kColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    void set(const std::vector<CoreAddress>& addresses);
    const std::vector<CoreAddress>& addresses() const { return m_addresses; }
    void remove(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void edited();

private:
    std::vector<CoreAddress> m_addresses;
};

} // namespace greensward::ui
