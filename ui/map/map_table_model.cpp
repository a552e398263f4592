// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_table_model.h"

#include "ui/models/number_text.h"

#include <algorithm>

namespace greensward::ui {

MapTableModel::MapTableModel(EngineMirror& mirror, MapModel& map, QObject* parent)
    : QAbstractTableModel(parent), m_mirror(mirror), m_map(map), m_rows(shownRows())
{
    connect(&map, &MapModel::nodesReset, this, &MapTableModel::reset);
    connect(&map, &MapModel::nodesChanged, this, &MapTableModel::takeChanges);
}

std::vector<int> MapTableModel::shownRows() const
{
    std::vector<int> rows;
    for (std::size_t at = 0; at < m_map.nodes().size(); ++at)
        if (!m_map.nodes()[at].dimmed)
            rows.push_back(static_cast<int>(at));
    return rows;
}

void MapTableModel::reset()
{
    beginResetModel();
    m_rows = shownRows();
    endResetModel();
}

void MapTableModel::takeChanges(const std::vector<int>& rows)
{
    if (shownRows() != m_rows)
        return reset();
    for (const int changed : rows) {
        const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), changed);
        if (found == m_rows.end() || *found != changed)
            continue;
        const auto row = static_cast<int>(found - m_rows.begin());
        emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
    }
}

int MapTableModel::rowOf(const QString& key) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (node(static_cast<int>(row)).key == key)
            return static_cast<int>(row);
    return -1;
}

int MapTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MapTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString MapTableModel::text(const MapNode& node, Column column) const
{
    switch (column) {
    case Name:
        return node.title;
    case Kind:
        return nodeKindText(node);
    case State:
        return linkStateText(node.state);
    case Doing:
        return node.detail.isEmpty() ? node.line : node.line + QStringLiteral(" · ") + node.detail;
    case Sends:
        return flowText(node.up.messages);
    case Receives:
        return flowText(node.down.messages);
    case LastMessage:
        return node.lastMessage == WallTime{} ? QString() : clockText(node.lastMessage);
    case Will:
        return willText(node);
    case kColumnCount:
        break;
    }
    return {};
}

QVariant MapTableModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::DisplayRole)
        return text(node(index.row()), column);
    if (role == Qt::TextAlignmentRole && (column == Sends || column == Receives))
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant MapTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Sends || section == Receives))
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case State:
        return tr("Link");
    case Doing:
        return tr("Doing");
    case Sends:
        return tr("Sends");
    case Receives:
        return tr("Receives");
    case LastMessage:
        return tr("Last message");
    case Will:
        return tr("Will");
    case kColumnCount:
        break;
    }
    return {};
}

QString nodeKindText(const MapNode& node)
{
    switch (node.kind) {
    case NodeKind::Device:
        return MapTableModel::tr("simulated device");
    case NodeKind::Client:
        return MapTableModel::tr("client");
    case NodeKind::Console:
        return MapTableModel::tr("console");
    case NodeKind::Core:
        return MapTableModel::tr("Greengrass core");
    case NodeKind::Gateway:
        return MapTableModel::tr("gateway");
    case NodeKind::Group:
        return MapTableModel::tr("group of %1").arg(countText(static_cast<quint64>(node.members)));
    }
    return {};
}

QString willText(const MapNode& node)
{
    return node.willSent ? MapTableModel::tr("sent") : node.willArmed ? MapTableModel::tr("armed") : QString();
}

} // namespace greensward::ui
