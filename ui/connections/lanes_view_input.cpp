// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What keys and the pointer do with the lanes.
#include "ui/connections/explanation.h"
#include "ui/connections/lanes_view.h"
#include "ui/kit/theme.h"
#include "ui/scope/cell_menu.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

/// A press that moves no farther is a click.
constexpr int kClickSlack = 4;
/// More moments than a lane can have.
constexpr int kToTheFirst = static_cast<int>(ClientLane::kMostSessions) * 4;

} // namespace

/// A click on a bar asks about that session; elsewhere on a lane about the newest.
void LanesView::chooseAt(const QPoint& where)
{
    const int row = laneAt(where.y());
    if (row < 0)
        return;
    setCurrentLane(row);
    const TimeScale time = scale();
    if (where.x() < time.left || where.x() > time.end() + px(12))
        return;
    const auto moments = momentsOf(m_model.lane(row), m_model.shownNow());
    const LaneMoment* nearest = nullptr;
    double best = px(12);
    for (const LaneMoment& moment : moments) {
        if (const double away = std::abs(time.x(moment.time) - where.x()); away <= best) {
            best = away;
            nearest = &moment;
        }
    }
    if (nearest) {
        m_moment = *nearest;
        if (nearest->event != 0)
            m_mirror.selection().setEvent(nearest->event);
        tell();
    }
}

void LanesView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_drag = event->pos();
    m_dragged = false;
}

void LanesView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drag || !event->buttons().testFlag(Qt::LeftButton))
        return;
    const int moved = event->pos().x() - m_drag->x();
    if (!m_dragged && std::abs(moved) < kClickSlack)
        return;
    m_dragged = true;
    m_drag = event->pos();
    pan(-moved * m_secondsWide / scale().width);
}

void LanesView::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_drag && !m_dragged && event->button() == Qt::LeftButton)
        chooseAt(event->pos());
    m_drag.reset();
}

void LanesView::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        zoomAround(m_secondsWide * std::pow(kZoomStep, -notches), event->position().x());
    else if (event->modifiers().testFlag(Qt::ShiftModifier) || event->angleDelta().x() != 0)
        pan(-(notches + event->angleDelta().x() / 120.0) * m_secondsWide / 10);
    else
        verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(notches * laneHeight()));
    event->accept();
}

void LanesView::keyPressEvent(QKeyEvent* event)
{
    const int last = m_model.rowCount() - 1;
    const int page = std::max(1, viewport()->height() / laneHeight() - 1);
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        return openMenu(viewport()->mapToGlobal(laneRect(m_current).center().toPoint()));
    const bool throughTime = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Down:
        return setCurrentLane(std::min(m_current + 1, last));
    case Qt::Key_Up:
        return setCurrentLane(std::min(std::max(m_current - 1, 0), last));
    case Qt::Key_PageDown:
        return setCurrentLane(std::min(m_current + page, last));
    case Qt::Key_PageUp:
        return setCurrentLane(std::min(std::max(m_current - page, 0), last));
    case Qt::Key_Left:
        return throughTime ? pan(-m_secondsWide / 10) : walk(-1);
    case Qt::Key_Right:
        return throughTime ? pan(m_secondsWide / 10) : walk(1);
    case Qt::Key_Home:
        return walk(-kToTheFirst);
    case Qt::Key_End:
        m_moment.reset();
        follow();
        return tell();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomIn();
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (const ClientSession* session = currentSession())
            emit eventAsked(m_moment && m_moment->event != 0 ? m_moment->event : session->lastMessage);
        return;
    default:
        event->ignore(); // Space pauses the window
    }
}

void LanesView::contextMenuEvent(QContextMenuEvent* event)
{
    if (event->reason() == QContextMenuEvent::Keyboard)
        return openMenu(viewport()->mapToGlobal(laneRect(m_current).center().toPoint()));
    if (const int row = laneAt(event->y()); row >= 0) {
        setCurrentLane(row);
        openMenu(event->globalPos());
    }
}

void LanesView::openMenu(const QPoint& globally)
{
    if (!lane())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    CellMenu::fill(*menu, m_mirror.scope(), senderTerm(lane()->client), spokenText());
    menu->popup(globally);
}

bool LanesView::viewportEvent(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int row = laneAt(help->pos().y());
    const WallTime now = m_model.shownNow();
    const WallTime pointed = std::min(now, scale().timeAt(help->pos().x()));
    const ClientSession* session = nullptr;
    if (row >= 0)
        session =
            help->pos().x() < scale().left ? m_model.lane(row).newestAt(now) : m_model.lane(row).newestAt(pointed);
    if (session)
        QToolTip::showText(help->globalPos(), explainEnd(session->asOf(now), now), viewport());
    else
        QToolTip::hideText();
    return true;
}

} // namespace greensward::ui
