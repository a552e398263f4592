// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/map/map_node.h"

#include <QPainterPath>
#include <QRectF>

class QPainter;

namespace greensward::ui {

/// How far a node's badges reach beyond its frame, in lengths of the drawings.
inline constexpr double kBadgeReach = 14;

/// What a state looks like: shape and word always double the colour.
Role roleOf(LinkState state);

/// Draws a node with its badges; the painter is scaled so that px() lengths fit `place`. At small scales only what can
/// still be read is drawn.
void paintNode(QPainter& painter, const QRectF& place, const MapNode& node, double scale);
/// What stands on its edges, once more above whatever was drawn around it.
void paintEdges(QPainter& painter, const QRectF& place, const MapNode& node, double scale);
/// Where on a node's lower edge what stands there begins, from the left.
double tagsBegin(const QRectF& place, const MapNode& node);
/// Where on a node its silhouette stands.
QRectF silhouettePlace(const QRectF& node);
/// A device's silhouette on its tile, at a moment of its movement (0 … 1).
void paintSilhouette(QPainter& painter, const QRectF& place, const MapNode& node, double phase);
bool hasMovingParts(const MapNode& node);

/// From a node to its uplink.
/// level: up to there it runs straight, past the nodes of a column between; of no meaning unless it is on the way.
QPainterPath linkPath(const QRectF& node, const QRectF& uplink, double level);
/// In pixels of the drawings: grows with the logarithm of the rate, in steps.
double linkWidth(const MapNode& node);
Role linkRole(const MapNode& node);
void paintLink(QPainter& painter, const QPainterPath& path, const MapNode& node, double width);

/// A pill with a word, centred; used for badges, rates and the cable's handle. Answers its place.
QRectF pillPlace(QPointF centre, const QString& text, bool withIcon);
void paintPill(QPainter& painter, const QRectF& place, const QString& text, const QString& iconName, Role ink,
               Role fill, Role line);

} // namespace greensward::ui
