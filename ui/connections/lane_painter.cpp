// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/lane_painter.h"

#include "ui/kit/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr double kBar = 14; ///< of the drawings, as all lengths here
constexpr double kMark = 8; ///< half of a mark's side
/// A tick a ping would be a grey bar when there are more than one in so many pixels.
constexpr double kTickGap = 5;

Role roleOf(EndShape shape)
{
    switch (shape) {
    case EndShape::Square:
        return Role::MutedText;
    case EndShape::Chevrons:
    case EndShape::Stop:
        return Role::Attention;
    case EndShape::Spike:
    case EndShape::Clock:
    case EndShape::Lock:
    case EndShape::Cross:
        break;
    }
    return Role::Lost;
}

QPen line(Role role, double width = 1.8)
{
    return QPen(color(role), px(1) * width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintPings(QPainter& painter, const QRectF& bar, const ClientSession& session, const TimeScale& scale,
                WallTime now)
{
    painter.setPen(QPen(color(Role::Surface), px(1)));
    double last = bar.right() + px(kTickGap);
    for (auto ping = session.pings.rbegin(); ping != session.pings.rend(); ++ping) {
        const double x = scale.x(*ping);
        if (*ping > now || last - x < px(kTickGap))
            continue;
        if (x < bar.left())
            return;
        painter.drawLine(QPointF(x, bar.top() + px(3)), QPointF(x, bar.bottom() - px(3)));
        last = x;
    }
}

} // namespace

void paintEnd(QPainter& painter, const QPointF& centre, EndShape shape)
{
    const double r = px(kMark) * 0.8;
    const Role role = roleOf(shape);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(line(role));
    painter.setBrush(color(Role::Surface));
    switch (shape) {
    case EndShape::Square:
        painter.setBrush(color(role));
        painter.drawRect(QRectF(-r * 0.75, -r * 0.75, r * 1.5, r * 1.5));
        break;
    case EndShape::Spike:
        painter.setBrush(color(role));
        painter.drawPolygon(QPolygonF{{-r, r}, {0, -r}, {r, r}});
        break;
    case EndShape::Clock:
        painter.drawEllipse(QPointF(), r, r);
        painter.drawLine(QPointF(0, 0), QPointF(0, -r * 0.6));
        painter.drawLine(QPointF(0, 0), QPointF(r * 0.5, 0));
        break;
    case EndShape::Chevrons:
        for (const double at : {-r * 0.7, r * 0.2}) {
            painter.drawLine(QPointF(at, -r), QPointF(at + r * 0.7, 0));
            painter.drawLine(QPointF(at + r * 0.7, 0), QPointF(at, r));
        }
        break;
    case EndShape::Lock:
        painter.drawArc(QRectF(-r * 0.55, -r, r * 1.1, r * 1.4), 0, 180 * 16);
        painter.setBrush(color(role));
        painter.drawRect(QRectF(-r * 0.8, -r * 0.2, r * 1.6, r * 1.2));
        break;
    case EndShape::Cross:
        painter.drawLine(QPointF(-r, -r) * 0.8, QPointF(r, r) * 0.8);
        painter.drawLine(QPointF(-r, r) * 0.8, QPointF(r, -r) * 0.8);
        break;
    case EndShape::Stop: {
        QPolygonF octagon;
        for (int corner = 0; corner < 8; ++corner) {
            const double angle = (corner + 0.5) * 3.14159265358979 / 4;
            octagon << QPointF(std::cos(angle), std::sin(angle)) * r;
        }
        painter.setBrush(color(role));
        painter.drawPolygon(octagon);
        break;
    }
    }
    painter.restore();
}

void paintWill(QPainter& painter, const QPointF& centre, WillStory::State state)
{
    if (state == WillStory::State::None)
        return;
    const double w = px(kMark);
    const double h = w * 0.7;
    const bool sent = state == WillStory::State::Sent;
    const Role role = sent ? Role::Lost : Role::MutedText;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(line(role, 1.4));
    painter.setBrush(color(sent ? role : Role::Surface));
    painter.drawRect(QRectF(-w, -h, 2 * w, 2 * h));
    painter.setPen(line(sent ? Role::OnFill : role, 1.4));
    painter.drawPolyline(QPolygonF{{-w, -h}, {0, h * 0.3}, {w, -h}});
    if (state == WillStory::State::Withheld) {
        painter.setPen(line(Role::Text, 1.6));
        painter.drawLine(QPointF(-w * 1.1, h * 1.3), QPointF(w * 1.1, -h * 1.3));
    }
    painter.restore();
}

void paintCountdown(QPainter& painter, const QRectF& where, double left, double whole)
{
    const double share = whole > 0 ? std::clamp(left / whole, 0.0, 1.0) : 0;
    // Fine while there is more than the keep-alive itself left: a ping may still come.
    const Role role = share > 1.0 / 3 ? Role::Accent : Role::Attention;
    QRectF ring(0, 0, px(18), px(18));
    ring.moveCenter(QPointF(where.left() + px(12), where.center().y()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(Role::Hairline), px(3)));
    painter.drawEllipse(ring);
    painter.setPen(QPen(color(role), px(3), Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 90 * 16, static_cast<int>(share * 360 * 16));
    painter.setFont(fontOf(TextStyle::Secondary));
    painter.setPen(color(role == Role::Accent ? Role::MutedText : Role::Attention));
    painter.drawText(where.adjusted(px(28), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     QCoreApplication::translate("LanePainter", "%1 s").arg(static_cast<int>(std::ceil(left))));
    painter.restore();
}

void paintSessions(QPainter& painter, const QRectF& lane, const ClientLane& sessions, const TimeScale& scale,
                   WallTime now)
{
    painter.save();
    painter.setClipRect(lane);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const ClientSession& session : sessions.sessions) {
        const bool open = !session.end || *session.end > now;
        const WallTime end = open ? now : *session.end;
        if (session.start > now || scale.x(end) < lane.left() - px(2 * kMark))
            continue;
        QRectF bar(0, 0, 0, px(kBar));
        bar.moveTop(lane.center().y() - bar.height() / 2);
        bar.setLeft(std::max(scale.x(session.start), lane.left() - px(kBar)));
        bar.setRight(std::max(scale.x(end), bar.left() + px(2)));
        if (bar.left() > lane.right())
            break;
        const QPointF mark(bar.right(), bar.center().y());
        if (!session.refused) {
            QColor fill = color(open ? Role::Accent : Role::MutedText);
            if (!open)
                fill.setAlphaF(0.45F);
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawRoundedRect(bar, px(4), px(4));
            paintPings(painter, bar, session, scale, now);
            // Armed at the start of the bar, its fate at the end.
            if (bar.width() > px(40) || open)
                paintWill(painter, QPointF(std::max(bar.left(), lane.left()) + px(16), bar.center().y()),
                          session.will.state == WillStory::State::None ? WillStory::State::None
                                                                       : WillStory::State::Armed);
        }
        if (open)
            continue;
        paintEnd(painter, mark, shapeOf(session));
        if (session.will.state == WillStory::State::Sent || session.will.state == WillStory::State::Withheld)
            paintWill(painter, mark + QPointF(px(22), 0), session.will.state);
    }
    painter.restore();
}

} // namespace greensward::ui
