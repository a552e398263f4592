// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connections_model.h"
#include "ui/connections/lane_moments.h"

#include <QAbstractTableModel>
#include <QTableView>

#include <memory>

namespace greensward::ui {

class LanesView;

/// What happened on one lane, newest first: when, what and why.
class MomentsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, What, Why, kColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// lane: null for none. Rows that stay the same stay.
    void show(const ClientLane* lane, WallTime until);
    const LaneMoment& moment(int row) const { return m_rows[static_cast<std::size_t>(row)].moment; }
    /// -1 when it is not among them.
    int rowOf(const LaneMoment& moment) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        LaneMoment moment;
        QString what;
        QString why;
        bool operator==(const Row& other) const;
    };
    std::vector<Row> m_rows;
};

/// The current lane's moments below the lanes, where there is room. Choosing one walks there on the lane.
class MomentsTable final : public QTableView
{
    Q_OBJECT

public:
    MomentsTable(ConnectionsModel& model, LanesView& lanes, QWidget* parent = nullptr);

signals:
    /// Enter.
    void eventAsked(greensward::trace::EventId event);

protected:
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void mark();

    ConnectionsModel& m_model;
    LanesView& m_lanes;
    MomentsModel m_moments;
    bool m_marking = false;
};

} // namespace greensward::ui
