// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the lanes are drawn.
#include "ui/connections/lane_painter.h"
#include "ui/connections/lanes_view.h"
#include "ui/kit/discretion.h"
#include "ui/kit/icon.h"
#include "ui/kit/style_painters.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace greensward::ui {

void LanesView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), color(Role::Surface));
    const TimeScale time = scale();
    const QRectF axis(time.left, 0, viewport()->width() - time.left, px(28));
    const double bottom = std::min<double>(viewport()->height(), laneRect(m_model.rowCount()).top());
    paintTimeAxis(painter, axis, bottom, time, isFollowing());
    const int first = verticalScrollBar()->value() / laneHeight();
    const int last = std::min(m_model.rowCount(), first + viewport()->height() / laneHeight() + 2);
    painter.save();
    painter.setClipRect(QRectF(0, axis.bottom(), viewport()->width(), viewport()->height()), Qt::IntersectClip);
    for (int row = first; row < last; ++row)
        if (laneRect(row).intersects(event->rect()))
            paintLane(painter, row, time);
    painter.restore();
    painter.setPen(color(Role::Hairline));
    painter.drawLine(QPointF(0, axis.bottom() - 0.5), QPointF(viewport()->width(), axis.bottom() - 0.5));
    painter.setFont(fontOf(TextStyle::Section));
    painter.setPen(color(Role::MutedText));
    painter.drawText(QRectF(px(16), 0, time.left - px(16), axis.height()), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Client"));
    if (hasFocus() && m_current < 0)
        painters::focusRing(painter, viewport()->rect());
}

void LanesView::paintLane(QPainter& painter, int row, const TimeScale& time) const
{
    const ClientLane& lane = m_model.lane(row);
    const QRectF rect = laneRect(row);
    const bool current = row == m_current;
    if (current) {
        const QRectF mark = rect.adjusted(px(6), 1, -px(6), -1);
        painters::roundedRect(painter, mark, painters::kControlRadius, color(Role::Chip));
        if (hasFocus())
            painters::focusRing(painter, mark);
        // The time lines go on through it.
        painter.setPen(color(Role::Hairline));
    }
    paintName(painter, QRectF(0, rect.top(), time.left, rect.height()), lane, current);
    const QRectF bars(time.left, rect.top(), viewport()->width() - countdownWidth() - time.left + px(12),
                      rect.height());
    paintSessions(painter, bars, lane, time, m_model.shownNow(), m_present);
    if (current && m_moment)
        paintMoment(painter, bars, time);
    paintPresent(painter, QRectF(rect.right() - countdownWidth(), rect.top(), countdownWidth() - px(16), rect.height()),
                 lane);
}

void LanesView::paintName(QPainter& painter, const QRectF& where, const ClientLane& lane, bool current) const
{
    const ClientSession* newest = lane.newestAt(m_model.shownNow());
    const bool online = newest && newest->asOf(m_model.shownNow()).isOpen();
    const QPointF dot(px(20), where.center().y());
    painter.setRenderHint(QPainter::Antialiasing);
    if (lane.nameless) {
        paintIcon(painter, QRectF(dot.x() - px(7), dot.y() - px(7), px(14), px(14)), QStringLiteral("lock"),
                  Role::MutedText);
    } else {
        painter.setPen(QPen(color(online ? Role::Accent : Role::MutedText), px(10) * 0.16));
        painter.setBrush(online ? QBrush(color(Role::Accent)) : QBrush(Qt::NoBrush));
        painter.drawEllipse(dot, px(10) * 0.38, px(10) * 0.38);
    }
    painter.setFont(fontOf(current ? TextStyle::Strong : TextStyle::Body));
    painter.setPen(color(online || current ? Role::Text : Role::MutedText));
    QRectF name = where.adjusted(px(32), 0, -px(8), 0);
    if (m_doctor.concerns(lane.client)) {
        paintIcon(painter, QRectF(name.right() - px(16), where.center().y() - px(8), px(16), px(16)),
                  QStringLiteral("warning"), Role::Lost);
        name.setRight(name.right() - px(20));
    }
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(discreet(lane.client), Qt::ElideMiddle, static_cast<int>(name.width())));
}

/// The right column: what is true now.
void LanesView::paintPresent(QPainter& painter, const QRectF& where, const ClientLane& lane) const
{
    const WallTime now = m_model.shownNow();
    const ClientSession* newest = lane.newestAt(now);
    if (!newest)
        return;
    const ClientSession session = newest->asOf(now);
    if (const auto left = session.secondsLeft(now)) {
        paintCountdown(painter, where, *left, session.patience());
        return;
    }
    QString text;
    Role role = Role::MutedText;
    if (session.isOpen()) {
        text = tr("no limit", "of a connection without keep-alive");
    } else if (session.will.state == WillStory::State::Sent) {
        text = tr("will sent");
        role = Role::Lost;
    } else if (session.refused) {
        text = tr("refused");
        role = Role::Lost;
    } else {
        text = session.kept && !session.dropped ? tr("away") : tr("offline");
    }
    painter.setFont(fontOf(TextStyle::Secondary));
    painter.setPen(color(role));
    painter.drawText(where, Qt::AlignRight | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(discreet(text), Qt::ElideRight, static_cast<int>(where.width())));
}

void LanesView::paintMoment(QPainter& painter, const QRectF& bars, const TimeScale& time) const
{
    const double x = time.x(m_moment->time);
    if (x < bars.left() - 1 || x > bars.right())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Role::Text), px(10) * 0.16));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(QPointF(x, bars.top() + px(1)), QPointF(x, bars.bottom() - px(1)));
    const double r = px(3);
    painter.setBrush(color(Role::Text));
    painter.drawPolygon(QPolygonF{{x - r, bars.top() + 1}, {x + r, bars.top() + 1}, {x, bars.top() + 1 + r}});
    painter.drawPolygon(QPolygonF{{x - r, bars.bottom() - 1}, {x + r, bars.bottom() - 1}, {x, bars.bottom() - 1 - r}});
}

} // namespace greensward::ui
