// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

class QPainter;
class QRectF;

namespace greensward::ui {

/// Where moments stand on a line of pixels.
struct TimeScale
{
    WallTime right{}; ///< moment at the right end
    double secondsWide = 120;
    double left = 0; ///< pixels
    double width = 1;

    double end() const { return left + width; }
    double x(WallTime time) const
    {
        return left + width * (1 - std::chrono::duration<double>(right - time).count() / secondsWide);
    }
    WallTime timeAt(double x) const;
};

/// So many seconds later; a negative number is earlier.
WallTime after(WallTime time, double seconds);

/// The times above the lanes and a hairline below each, as far down as `bottom`. area: of the labels. following: the
/// right end is the present.
void paintTimeAxis(QPainter& painter, const QRectF& area, double bottom, const TimeScale& scale, bool following);

} // namespace greensward::ui
