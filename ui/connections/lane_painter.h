// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/explanation.h"
#include "ui/connections/session.h"

class QPainter;
class QRectF;
class QPointF;

namespace greensward::ui {

/// Where moments stand on a line of pixels.
struct TimeScale
{
    WallTime right{}; ///< moment at the right end
    double secondsWide = 120;
    double left = 0; ///< pixels
    double width = 1;

    double x(WallTime time) const
    {
        const double ago = std::chrono::duration<double>(right - time).count();
        return left + width * (1 - ago / secondsWide);
    }
};

/// The sessions of a lane as bars within the rectangle, as they were at `now`: what happened later is not drawn yet.
void paintSessions(QPainter& painter, const QRectF& lane, const ClientLane& sessions, const TimeScale& scale,
                   WallTime now);
/// The mark at the end of a bar; the shape tells the reason. centre: of a square of px(16).
void paintEnd(QPainter& painter, const QPointF& centre, EndShape shape);
/// An envelope: hollow while armed, filled when sent, crossed out when withheld.
void paintWill(QPainter& painter, const QPointF& centre, WillStory::State state);
/// Seconds that the gateway still waits, as a ring that runs out.
void paintCountdown(QPainter& painter, const QRectF& where, double left, double whole);

} // namespace greensward::ui
