// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_model.h"

#include <QAbstractTableModel>

#include <vector>

namespace greensward::ui {

/// The map as a table: a row for each node and its link. Whatever the scope dims on the map is not there.
class MapTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, State, Doing, Sends, Receives, LastMessage, Will, kColumnCount };

    MapTableModel(EngineMirror& mirror, MapModel& map, QObject* parent = nullptr);

    const MapNode& node(int row) const
    {
        return m_map.nodes()[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)])];
    }
    /// -1 when there is none.
    int rowOf(const QString& key) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<int> shownRows() const;
    void reset();
    void takeChanges(const std::vector<int>& rows);
    QString text(const MapNode& node, Column column) const;

    EngineMirror& m_mirror;
    MapModel& m_map;
    std::vector<int> m_rows; ///< of the map's nodes
};

/// "Device", "Gateway" …
QString nodeKindText(const MapNode& node);
/// "armed", "sent", empty.
QString willText(const MapNode& node);

} // namespace greensward::ui
