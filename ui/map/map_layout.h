// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_node.h"

#include <QRectF>
#include <QSizeF>

#include <vector>

namespace greensward::ui {

/// A node is that large where there is room, and that large on a projector; all lengths here are those of the drawings.
inline constexpr QSizeF kNodeSize(200, 58);
inline constexpr QSizeF kGatewaySize(176, 84);
inline constexpr QSizeF kNarrowNodeSize(176, 58);
inline constexpr QSizeF kNarrowGatewaySize(152, 84);

struct MapLayout
{
    std::vector<QRectF> nodes; ///< one a node
    struct Heading
    {
        int layer;
        QRectF place;
    };
    std::vector<Heading> headings;
    QRectF bounds;    ///< of everything
    double scale = 1; ///< at which it fits; at most kMostFit
};

inline constexpr double kMostFit = 1.1;

/// Places nodes layer by layer from left to right, each layer in as many columns as make the whole largest in the room
/// there is. Never lets two overlap, at any size.
MapLayout arrange(const std::vector<MapNode>& nodes, std::size_t layers, QSizeF room);

} // namespace greensward::ui
