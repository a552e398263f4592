// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_layout.h"

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr double kColumnGap = 28;     ///< between two columns of one layer
constexpr double kNarrowFrom = 720;   ///< a room of less width makes do with narrow nodes
constexpr double kLeastLayerGap = 58; ///< where links are
constexpr double kMostLayerGap = 240;
constexpr double kLeastRowGap = 22;
constexpr double kMostRowGap = 56;
constexpr double kHeading = 34; ///< above the first row
constexpr double kMargin = 20;

struct Column
{
    int layer = 0;
    std::vector<std::size_t> rows;
    double width = 0;
    double height = 0; ///< without gaps
};

QSizeF sizeOf(const MapNode& node, bool narrow)
{
    if (node.kind == NodeKind::Gateway)
        return narrow ? kNarrowGatewaySize : kGatewaySize;
    return narrow ? kNarrowNodeSize : kNodeSize;
}

/// Each layer is cut into columns of so many rows, as even as can be.
std::vector<Column> columnsOf(const std::vector<MapNode>& nodes, const std::vector<std::vector<std::size_t>>& byLayer,
                              std::size_t rows, bool narrow)
{
    std::vector<Column> columns;
    for (std::size_t layer = 0; layer < byLayer.size(); ++layer) {
        const auto& members = byLayer[layer];
        if (members.empty())
            continue;
        const std::size_t count = (members.size() + rows - 1) / rows;
        const std::size_t each = (members.size() + count - 1) / count;
        for (std::size_t first = 0; first < members.size(); first += each) {
            Column column;
            column.layer = static_cast<int>(layer);
            for (std::size_t at = first; at < std::min(first + each, members.size()); ++at) {
                column.rows.push_back(members[at]);
                column.width = std::max(column.width, sizeOf(nodes[members[at]], narrow).width());
                column.height += sizeOf(nodes[members[at]], narrow).height();
            }
            columns.push_back(std::move(column));
        }
    }
    return columns;
}

struct Extent
{
    double width = 0; ///< with the least gaps
    double height = 0;
    int layerGaps = 0;
    std::size_t rows = 0; ///< of the longest column
};

Extent extentOf(const std::vector<Column>& columns)
{
    Extent extent;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        extent.width += columns[at].width;
        if (at > 0) {
            const bool another = columns[at].layer != columns[at - 1].layer;
            extent.layerGaps += another;
            extent.width += another ? kLeastLayerGap : kColumnGap;
        }
        const auto gaps = static_cast<double>(columns[at].rows.size() - 1);
        extent.height = std::max(extent.height, columns[at].height + gaps * kLeastRowGap);
        extent.rows = std::max(extent.rows, columns[at].rows.size());
    }
    extent.width += 2 * kMargin;
    extent.height += kHeading + 2 * kMargin;
    return extent;
}

/// Cores stand beside the devices that are connected to them, so that links to the gateway pass them by.
void standBesideDevices(MapLayout& layout, const std::vector<MapNode>& nodes)
{
    struct Core
    {
        std::size_t row;
        double wanted; ///< its top
    };
    std::vector<Core> cores;
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        if (nodes[row].kind != NodeKind::Core)
            continue;
        double sum = 0;
        int devices = 0;
        for (std::size_t at = 0; at < nodes.size(); ++at)
            if (nodes[at].uplink == nodes[row].key) {
                sum += layout.nodes[at].center().y();
                ++devices;
            }
        const QRectF& place = layout.nodes[row];
        cores.push_back({row, devices > 0 ? sum / devices - place.height() / 2 : place.top()});
        if (place.left() != layout.nodes[cores.front().row].left())
            return; // more than one column: there are too many of them
    }
    if (cores.empty())
        return;
    std::ranges::stable_sort(cores, {}, &Core::wanted);
    const double least = layout.nodes[cores.front().row].height() + kLeastRowGap;
    double next = kHeading + kMargin;
    for (Core& core : cores) {
        core.wanted = std::max(core.wanted, next);
        next = core.wanted + least;
    }
    double last = layout.bounds.bottom() - kMargin + kLeastRowGap;
    for (auto core = cores.rbegin(); core != cores.rend(); ++core) {
        core->wanted = std::min(core->wanted, last - least);
        last = core->wanted;
    }
    for (const Core& core : cores)
        layout.nodes[core.row].moveTop(core.wanted);
}

} // namespace

MapLayout arrange(const std::vector<MapNode>& nodes, std::size_t layers, QSizeF room)
{
    MapLayout layout;
    layout.nodes.resize(nodes.size());
    if (nodes.empty())
        return layout;
    const bool narrow = room.width() < kNarrowFrom;
    std::vector<std::vector<std::size_t>> byLayer(layers);
    std::size_t longest = 1;
    for (std::size_t row = 0; row < nodes.size(); ++row) {
        auto& layer = byLayer[static_cast<std::size_t>(nodes[row].layer)];
        layer.push_back(row);
        longest = std::max(longest, layer.size());
    }
    std::vector<Column> columns;
    Extent extent;
    layout.scale = 0;
    for (std::size_t rows = longest; rows > 0; --rows) { // few columns first: they win a tie
        std::vector<Column> tried = columnsOf(nodes, byLayer, rows, narrow);
        const Extent size = extentOf(tried);
        const double scale = std::min({room.width() / size.width, room.height() / size.height, kMostFit});
        if (scale > layout.scale + 1e-9) {
            layout.scale = scale;
            columns = std::move(tried);
            extent = size;
        }
    }
    if (columns.empty()) // no room at all
        return arrange(nodes, layers, QSizeF(100, 100));

    // What is left over spreads links and rows.
    const double spareX = std::max(0.0, room.width() / layout.scale - extent.width);
    const double layerGap =
        extent.layerGaps > 0 ? std::min(kLeastLayerGap + spareX / extent.layerGaps, kMostLayerGap) : 0;
    const double spareY = std::max(0.0, room.height() / layout.scale - extent.height);
    const double rowGap =
        extent.rows > 1 ? std::min(kLeastRowGap + spareY / static_cast<double>(extent.rows), kMostRowGap) : 0;
    double tallest = 0;
    const auto heightOf = [rowGap](const Column& column) {
        return column.height + static_cast<double>(column.rows.size() - 1) * rowGap;
    };
    for (const Column& column : columns)
        tallest = std::max(tallest, heightOf(column));
    const double height = std::max(tallest + kHeading + 2 * kMargin, room.height() / layout.scale);
    const double middle = (height + kHeading) / 2;
    double x = kMargin;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const Column& column = columns[at];
        if (at > 0)
            x += column.layer != columns[at - 1].layer ? layerGap : kColumnGap;
        if (at == 0 || column.layer != columns[at - 1].layer)
            layout.headings.push_back({column.layer, QRectF(x, kMargin, column.width, kHeading - 12)});
        else
            layout.headings.back().place.setRight(x + column.width);
        double y = middle - heightOf(column) / 2;
        for (const std::size_t row : column.rows) {
            const QSizeF size = sizeOf(nodes[row], narrow);
            layout.nodes[row] = QRectF(QPointF(x + (column.width - size.width()) / 2, y), size);
            y += size.height() + rowGap;
        }
        x += column.width;
    }
    layout.bounds = QRectF(0, 0, x + kMargin, height);
    standBesideDevices(layout, nodes);
    return layout;
}

} // namespace greensward::ui
