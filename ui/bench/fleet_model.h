// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/roster.h"
#include "ui/models/filter.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace greensward::ui {

/// The whole fleet, a row each, sorted and filtered by itself: ten thousand rows take a few milliseconds, and texts are
/// made for the rows in sight alone. New values never move a row; sorting is done when somebody asks for it.
class FleetModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { DeviceColumn, StateColumn, ValueColumn, SentColumn, kColumns };
    enum Role { IdRole = Qt::UserRole, StateRole };

    explicit FleetModel(QObject* parent = nullptr) : QAbstractTableModel(parent) {}

    void setRoster(std::shared_ptr<const simulator::Roster> roster);
    void setFilter(const Filter& filter);
    /// Of all devices, shown or not.
    int devices() const { return m_roster ? static_cast<int>(m_roster->rows.size()) : 0; }
    /// -1 when it is not shown.
    int rowOf(std::string_view id) const;
    const simulator::RosterName& name(int row) const
    {
        return (*m_roster->names)[m_order[static_cast<std::size_t>(row)]];
    }
    const simulator::RosterRow& values(int row) const { return m_roster->rows[m_order[static_cast<std::size_t>(row)]]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : kColumns; }
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// A column below 0: the order of the engine.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    using Order = std::vector<std::uint32_t>;
    bool accepts(std::uint32_t device) const;
    Order accepted(std::uint32_t from) const;
    void sortOrder(Order& order) const;
    QString text(int row, int column) const;

    std::shared_ptr<const simulator::Roster> m_roster;
    Order m_order; ///< places in the roster, as shown
    Filter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace greensward::ui
