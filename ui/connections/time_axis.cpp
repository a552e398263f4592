// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/time_axis.h"

#include "ui/kit/theme.h"
#include "ui/models/number_text.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace greensward::ui {

namespace {

struct TimeAxis
{
    Q_DECLARE_TR_FUNCTIONS(TimeAxis)
};

/// Between two labels, in seconds.
constexpr std::array kSteps{.1, .2, .5, 1., 2., 5., 10., 15., 30., 60., 120., 300., 600., 1800., 3600., 7200.};
constexpr double kLabel = 92; ///< room for one, in lengths of the drawings

QString label(WallTime time, double step)
{
    const QString whole = clockText(time); // "10:43:12.418"
    return step < 1 ? whole.left(10) : step < 60 ? whole.left(8) : whole.left(5);
}

} // namespace

WallTime after(WallTime time, double seconds)
{
    return time + std::chrono::duration_cast<WallTime::duration>(std::chrono::duration<double>(seconds));
}

WallTime TimeScale::timeAt(double pixel) const
{
    return after(right, ((pixel - left) / width - 1) * secondsWide);
}

void paintTimeAxis(QPainter& painter, const QRectF& area, double bottom, const TimeScale& scale, bool following)
{
    const auto* step = std::find_if(kSteps.begin(), kSteps.end(), [&scale](double seconds) {
        return seconds / scale.secondsWide * scale.width >= px(kLabel);
    });
    const double every = step == kSteps.end() ? kSteps.back() : *step;
    const QString present = TimeAxis::tr("now");
    painter.setFont(fontOf(TextStyle::Caption));
    const double presentWidth = painter.fontMetrics().horizontalAdvance(present) + px(8);
    const double last = std::chrono::duration<double>(scale.right.time_since_epoch()).count();
    for (double at = std::floor(last / every) * every; at > last - scale.secondsWide; at -= every) {
        const WallTime moment = after(WallTime{}, at);
        const double x = scale.x(moment);
        painter.setPen(color(Role::Hairline));
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, bottom));
        const QString text = label(moment, every);
        const double half = painter.fontMetrics().horizontalAdvance(text) / 2.0 + 1;
        const double rightEdge = following ? scale.end() - presentWidth : area.right();
        if (x - half < area.left() || x + half > rightEdge)
            continue;
        painter.setPen(color(Role::MutedText));
        painter.drawText(QRectF(x - half, area.top(), 2 * half, area.height()), Qt::AlignCenter, text);
    }
    if (!following)
        return;
    painter.setPen(QPen(color(Role::MutedText), 1, Qt::DotLine));
    painter.drawLine(QPointF(scale.end(), area.bottom()), QPointF(scale.end(), bottom));
    painter.setPen(color(Role::Text));
    painter.drawText(QRectF(scale.end() - px(40), area.top(), px(80), area.height()), Qt::AlignCenter, present);
}

} // namespace greensward::ui
