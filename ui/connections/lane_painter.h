// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/explanation.h"
#include "ui/connections/session.h"
#include "ui/connections/time_axis.h"
#include "ui/kit/theme.h"

class QPainter;
class QRectF;
class QPointF;

namespace greensward::ui {

/// How loud an end is: muted for a goodbye, lost for what should not happen.
Role roleOf(EndShape shape);

/// The sessions of a lane as bars within the rectangle. until: what happened later has not happened yet; present:
/// where the bars of open sessions end.
void paintSessions(QPainter& painter, const QRectF& lane, const ClientLane& sessions, const TimeScale& scale,
                   WallTime until, WallTime present);
/// The mark at the end of a bar; the shape alone tells the reason. centre: of a square of px(16).
void paintEnd(QPainter& painter, const QPointF& centre, EndShape shape);
/// An envelope: hollow while armed, filled when sent, crossed out when withheld.
void paintWill(QPainter& painter, const QPointF& centre, WillStory::State state);
/// The dashes of a session that waits for its client.
void paintKept(QPainter& painter, const QPointF& from, double to);
/// Seconds that the gateway still waits, as a ring that runs out and a number, aligned to the right.
void paintCountdown(QPainter& painter, const QRectF& where, double left, double whole);

} // namespace greensward::ui
