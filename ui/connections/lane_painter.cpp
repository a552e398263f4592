// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/lane_painter.h"

#include "ui/kit/number_painter.h"
#include "ui/models/number_text.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace greensward::ui {

namespace {

struct LanePainter
{
    Q_DECLARE_TR_FUNCTIONS(LanePainter)
};

constexpr double kBar = 18; ///< of the drawings, as all lengths here
constexpr double kMark = 7; ///< half of a mark's side
constexpr double kRadius = 3;
/// Ticks closer than this would be a grey bar.
constexpr double kTickGap = 6;
/// Marks closer than this would hide each other.
constexpr double kMarkGap = 13;
constexpr double kEnvelope = 7; ///< half of its width

QPen line(Role role, double width = 1.6)
{
    return QPen(color(role), px(10) * width / 10, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void paintPings(QPainter& painter, const QRectF& bar, const ClientSession& session, const TimeScale& scale,
                WallTime until, Role role)
{
    painter.setPen(line(role, 1.4));
    double last = std::numeric_limits<double>::max();
    for (std::size_t at = 0; at < session.pings.size(); ++at) {
        const WallTime ping = session.pings.fromNewest(at);
        const double x = scale.x(ping);
        if (ping > until || last - x < px(kTickGap) || x > bar.right() - px(2))
            continue;
        if (x < bar.left() + px(2))
            return;
        painter.drawLine(QPointF(x, bar.top() + px(5)), QPointF(x, bar.bottom() - px(5)));
        last = x;
    }
}

/// What is left of a lane, which is drawn from the right: newer things win.
struct Room
{
    double right;                                     ///< where the next session begins
    double mark = std::numeric_limits<double>::max(); ///< the end drawn last
};

/// "will 10:42:58" on a pill where there is room; false, and nothing is drawn, where there is none.
bool paintWillPill(QPainter& painter, const QPointF& from, double right, const WillStory& will)
{
    const QString text = LanePainter::tr("will %1").arg(clockText(will.at).left(8));
    const QFont font = fontOf(TextStyle::Section);
    const double textWidth = QFontMetricsF(font).horizontalAdvance(text);
    const QRectF pill(from.x(), from.y() - px(9), textWidth + px(34), px(18));
    if (pill.right() > right)
        return false;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Role::Lost));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const QRectF envelope(pill.left() + px(8), pill.center().y() - px(4), px(11), px(8));
    painter.setPen(line(Role::OnFill, 1.2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(envelope);
    painter.drawPolyline(QPolygonF{envelope.topLeft(), envelope.center() + QPointF(0, px(1)), envelope.topRight()});
    painter.setFont(font);
    painter.setPen(color(Role::OnFill));
    painter.drawText(pill.adjusted(px(24), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    return true;
}

/// What became of the will, beside the end: after it where there is room, else on the bar's last piece.
void paintWillFate(QPainter& painter, const QPointF& end, double barLeft, double right, const WillStory& will)
{
    if (will.state != WillStory::State::Sent && will.state != WillStory::State::Withheld)
        return;
    const QPointF beside = end + QPointF(px(kMark + 5), 0);
    if (will.state == WillStory::State::Sent && paintWillPill(painter, beside, right, will))
        return;
    const double step = px(kMark + kEnvelope + 5);
    if (end.x() + step + px(kEnvelope) <= right)
        paintWill(painter, end + QPointF(step, 0), will.state);
    else if (end.x() - step - px(kEnvelope) > barLeft)
        paintWill(painter, end - QPointF(step, 0), will.state);
}

void paintBar(QPainter& painter, const QRectF& bar, Role role)
{
    painter.setPen(line(role, 1.1));
    painter.setBrush(color(tintOf(role)));
    painter.drawRoundedRect(bar.adjusted(0.5, 0.5, -0.5, -0.5), px(kRadius), px(kRadius));
}

void paintSession(QPainter& painter, const QRectF& lane, const ClientSession& session, const TimeScale& scale,
                  WallTime until, WallTime present, Room& room)
{
    const double y = lane.center().y();
    const bool open = session.isOpen();
    const double start = scale.x(session.start);
    const double end = scale.x(open ? present : *session.end);
    if (!open && session.kept)
        paintKept(painter, QPointF(end, y), std::min(scale.x(session.dropped.value_or(present)), room.right));
    const EndShape shape = shapeOf(session);
    if (!session.refused) {
        // No farther left than needed: a bar of a day at a zoom of a second would be millions of pixels.
        QRectF bar(0, y - px(kBar) / 2.0, 0, px(kBar));
        bar.setLeft(std::max(start, lane.left() - px(kBar)));
        bar.setRight(std::max(end, bar.left() + px(2)));
        const Role role = open ? Role::Accent : roleOf(shape);
        paintBar(painter, bar, role);
        paintPings(painter, bar, session, scale, until, role);
        const double armedAt = std::max(bar.left(), lane.left()) + px(kEnvelope + 7);
        if (session.will.state != WillStory::State::None && armedAt + px(kEnvelope + 10) < bar.right())
            paintWill(painter, QPointF(armedAt, y), WillStory::State::Armed);
    }
    if (!open && end + px(kMarkGap) < room.mark) {
        paintEnd(painter, QPointF(end, y), shape);
        paintWillFate(painter, QPointF(end, y), start, room.right, session.will);
        room.mark = end;
    }
    room.right = std::min(room.right, start - px(2));
}

} // namespace

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

void paintEnd(QPainter& painter, const QPointF& centre, EndShape shape)
{
    const double r = px(kMark);
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
        painter.drawPolygon(QPolygonF{{-r * 0.6, -r}, {r, 0}, {-r * 0.6, r}});
        break;
    case EndShape::Clock:
        painter.drawEllipse(QPointF(), r, r);
        painter.drawPolyline(QPolygonF{{0, -r * 0.6}, {0, 0}, {r * 0.5, r * 0.3}});
        break;
    case EndShape::Chevrons:
        for (const QPen& pen : {line(Role::Surface, 5), line(role, 2)}) {
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            for (const double at : {-r * 0.8, r * 0.1})
                painter.drawPolyline(QPolygonF{{at, -r * 0.9}, {at + r * 0.8, 0}, {at, r * 0.9}});
        }
        break;
    case EndShape::Lock:
        painter.drawArc(QRectF(-r * 0.55, -r, r * 1.1, r * 1.4), 0, 180 * 16);
        painter.setBrush(color(role));
        painter.drawRect(QRectF(-r * 0.8, -r * 0.2, r * 1.6, r * 1.2));
        break;
    case EndShape::Cross:
        for (const QPen& pen : {line(Role::Surface, 5), line(role, 2)}) {
            painter.setPen(pen);
            painter.drawLine(QPointF(-r, -r) * 0.8, QPointF(r, r) * 0.8);
            painter.drawLine(QPointF(-r, r) * 0.8, QPointF(r, -r) * 0.8);
        }
        break;
    case EndShape::Stop: {
        QPolygonF octagon;
        for (int corner = 0; corner < 8; ++corner) {
            const double angle = (corner + 0.5) * std::numbers::pi / 4;
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
    const double w = px(kEnvelope);
    const double h = w * 0.7;
    const bool sent = state == WillStory::State::Sent;
    const Role role = sent ? Role::Lost : state == WillStory::State::Armed ? Role::Text : Role::MutedText;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(line(role, 1.2));
    painter.setBrush(color(sent ? role : Role::Surface));
    painter.drawRoundedRect(QRectF(-w, -h, 2 * w, 2 * h), 1, 1);
    painter.setPen(line(sent ? Role::OnFill : role, 1.2));
    painter.drawPolyline(QPolygonF{{-w, -h}, {0, h * 0.25}, {w, -h}});
    if (state == WillStory::State::Withheld) {
        for (const QPen& pen : {line(Role::Surface, 4), line(Role::Text, 1.6)}) {
            painter.setPen(pen);
            painter.drawLine(QPointF(-w, h * 1.5), QPointF(w, -h * 1.5));
        }
    }
    painter.restore();
}

void paintKept(QPainter& painter, const QPointF& from, double to)
{
    if (to <= from.x())
        return;
    QPen dashes(color(Role::MutedText), px(10) * 0.14);
    dashes.setDashPattern({4, 3});
    painter.setPen(dashes);
    painter.drawLine(from, QPointF(to, from.y()));
}

void paintCountdown(QPainter& painter, const QRectF& where, double left, double whole)
{
    const double share = whole > 0 ? std::clamp(left / whole, 0.0, 1.0) : 0;
    // The last third begins where the client should have said something: one keep-alive of 1.5 is over.
    const Role role = share > 1.0 / 3 ? Role::Accent : Role::Attention;
    QRectF ring(0, 0, px(16), px(16));
    ring.moveCenter(QPointF(where.right() - px(9), where.center().y()));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color(Role::Hairline), px(10) * 0.25));
    painter.drawEllipse(ring);
    painter.setPen(QPen(color(role), px(10) * 0.25, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 90 * 16, static_cast<int>(share * 360 * 16));
    painter.setPen(color(role == Role::Accent ? Role::MutedText : Role::Attention));
    paintNumber(painter, where.adjusted(0, 0, -px(24), 0),
                LanePainter::tr("%1 s").arg(countText(static_cast<quint64>(std::ceil(left)))),
                fontOf(TextStyle::Secondary));
    painter.restore();
}

void paintSessions(QPainter& painter, const QRectF& lane, const ClientLane& sessions, const TimeScale& scale,
                   WallTime until, WallTime present)
{
    painter.save();
    painter.setClipRect(lane, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    Room room{.right = lane.right()};
    for (auto session = sessions.sessions.rbegin(); session != sessions.sessions.rend(); ++session) {
        if (session->start > until || scale.x(session->start) > lane.right())
            continue;
        const ClientSession shown = session->asOf(until);
        if (!shown.isOpen() && !shown.kept && scale.x(*shown.end) < lane.left() - px(120))
            break;
        paintSession(painter, lane, shown, scale, until, present, room);
    }
    painter.restore();
}

} // namespace greensward::ui
