// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/lanes_view.h"

#include "ui/kit/style_painters.h"
#include "ui/models/number_text.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr double kLane = 40;
constexpr double kAxis = 28;
constexpr double kNames = 150;
constexpr double kCountdown = 84;
constexpr double kZoomStep = 1.5;
/// Steps of the time axis in seconds.
constexpr std::array kSteps{1., 2., 5., 10., 15., 30., 60., 120., 300., 600., 1800., 3600., 7200.};

WallTime after(WallTime time, double seconds)
{
    return time + std::chrono::duration_cast<WallTime::duration>(std::chrono::duration<double>(seconds));
}

} // namespace

LanesView::LanesView(EngineMirror& mirror, ConnectionsModel& model, QWidget* parent)
    : QAbstractScrollArea(parent), m_mirror(mirror), m_model(model)
{
    setAccessibleName(tr("Connections over time"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(false);
    const auto repaint = [this] { viewport()->update(); };
    connect(&model, &ConnectionsModel::lanesChanged, this, repaint);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        updateRange();
        viewport()->update();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_current = m_model.rowOf(m_mirror.selection().client());
        updateRange();
        viewport()->update();
    });
    connect(&mirror.scope(), &ScopeStack::changed, this, repaint);
    connect(&mirror, &EngineMirror::secondPassed, this, [this] {
        if (isFollowing() && m_model.rowCount() > 0 && !m_pausedAt)
            viewport()->update();
    });
    connect(&mirror, &EngineMirror::pausedChanged, this, [this](bool paused) {
        m_pausedAt = paused ? std::optional(m_mirror.now()) : std::nullopt;
        viewport()->update();
    });
    connect(&mirror.selection(), &Selection::clientChanged, this,
            [this](const QString& client) { setCurrentLane(m_model.rowOf(client)); });
    if (mirror.isPaused())
        m_pausedAt = mirror.now();
    m_current = m_model.rowOf(mirror.selection().client());
    updateRange();
}

WallTime LanesView::shownNow() const
{
    return m_pausedAt.value_or(m_mirror.now());
}

TimeScale LanesView::scale() const
{
    const double left = px(kNames);
    return {.right = m_right.value_or(shownNow()),
            .secondsWide = m_secondsWide,
            .left = left,
            .width = std::max(1.0, viewport()->width() - left - px(kCountdown))};
}

QRectF LanesView::laneRect(int lane) const
{
    return {0, static_cast<double>(px(kAxis) + lane * px(kLane) - verticalScrollBar()->value()),
            static_cast<double>(viewport()->width()), static_cast<double>(px(kLane))};
}

int LanesView::laneAt(int y) const
{
    if (y < px(kAxis))
        return -1;
    const int lane = (y - px(kAxis) + verticalScrollBar()->value()) / px(kLane);
    return lane < m_model.rowCount() ? lane : -1;
}

void LanesView::setSecondsWide(double seconds)
{
    m_secondsWide = std::clamp(seconds, kLeastSeconds, kMostSeconds);
    viewport()->update();
}

void LanesView::follow()
{
    m_right.reset();
    viewport()->update();
}

void LanesView::pan(double seconds)
{
    const WallTime right = after(m_right.value_or(shownNow()), seconds);
    if (right >= shownNow())
        m_right.reset();
    else
        m_right = right;
    viewport()->update();
}

void LanesView::setCurrentLane(int lane)
{
    m_current = lane;
    if (lane >= 0) {
        const ClientLane& chosen = m_model.lane(lane);
        const int top = lane * px(kLane);
        const int page = viewport()->height() - px(kAxis);
        QScrollBar* bar = verticalScrollBar();
        if (top < bar->value())
            bar->setValue(top);
        else if (top + px(kLane) > bar->value() + page)
            bar->setValue(top + px(kLane) - page);
        if (chosen.newest())
            setAccessibleDescription(tr("%1: %2").arg(chosen.client, explainEnd(*chosen.newest(), shownNow())));
        m_mirror.selection().setClient(chosen.client);
    }
    viewport()->update();
}

bool LanesView::isDimmed(const ClientLane& lane) const
{
    if (m_mirror.scope().isEmpty())
        return false;
    const QByteArray client = lane.client.toUtf8();
    FilterRow row;
    row.from = std::string_view(client.constData(), static_cast<std::size_t>(client.size()));
    row.text = row.from;
    return !m_mirror.scope().filter().matches(row);
}

std::vector<WallTime> LanesView::marks() const
{
    const TimeScale time = scale();
    const auto* step = std::find_if(kSteps.begin(), kSteps.end(),
                                    [&](double one) { return one / m_secondsWide * time.width >= px(84); });
    const double every = step == kSteps.end() ? kSteps.back() : *step;
    const double right = std::chrono::duration<double>(time.right.time_since_epoch()).count();
    std::vector<WallTime> found;
    for (double at = std::floor(right / every) * every; at > right - m_secondsWide; at -= every)
        found.push_back(after(WallTime{}, at));
    return found;
}

void LanesView::paintGrid(QPainter& painter) const
{
    painter.setPen(color(Role::Hairline));
    for (const WallTime mark : marks())
        painter.drawLine(QPointF(scale().x(mark), px(kAxis) - px(5)), QPointF(scale().x(mark), viewport()->height()));
}

void LanesView::paintAxis(QPainter& painter) const
{
    const TimeScale time = scale();
    painter.fillRect(QRect(0, 0, viewport()->width(), px(kAxis)), color(Role::Surface));
    painter.setFont(fontOf(TextStyle::Caption));
    painter.setPen(color(Role::MutedText));
    for (const WallTime mark : marks()) {
        const QRectF label(time.x(mark) - px(40), 0, px(80), px(kAxis) - px(6));
        if (label.left() >= time.left - px(8) && label.right() <= viewport()->width())
            painter.drawText(label, Qt::AlignCenter, clockText(mark).left(8));
    }
    painter.setFont(fontOf(TextStyle::Section));
    painter.drawText(QRectF(px(16), 0, time.left - px(16), px(kAxis) - px(6)), Qt::AlignVCenter | Qt::AlignLeft,
                     tr("Client"));
    painter.fillRect(QRect(0, px(kAxis) - 1, viewport()->width(), 1), color(Role::Hairline));
}

void LanesView::paintLane(QPainter& painter, int row) const
{
    const ClientLane& lane = m_model.lane(row);
    const QRectF rect = laneRect(row);
    if (row == m_current)
        painter.fillRect(rect, color(Role::AccentTint));
    painter.save();
    if (isDimmed(lane))
        painter.setOpacity(0.35);
    const TimeScale time = scale();
    const bool online = lane.wasOnline(shownNow());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(online ? Role::Accent : Role::MutedText));
    painter.drawEllipse(QPointF(px(20), rect.center().y()), px(4), px(4));
    painter.setFont(fontOf(row == m_current ? TextStyle::Strong : TextStyle::Body));
    painter.setPen(color(Role::Text));
    const QRectF name =
        rect.adjusted(px(32), 0, 0, 0).intersected(QRectF(0, rect.top(), time.left - px(8), rect.height()));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(lane.client, Qt::ElideMiddle, static_cast<int>(name.width())));
    paintSessions(painter, QRectF(time.left, rect.top(), time.width + px(16), rect.height()), lane, time, shownNow());
    if (const ClientSession* newest = lane.newest();
        newest && isFollowing() && !m_pausedAt) // a picture of then has no seconds left
        if (const auto left = newest->secondsLeft(shownNow()))
            paintCountdown(painter, QRectF(rect.right() - px(kCountdown) + px(20), rect.top(), px(64), rect.height()),
                           *left, 1.5 * static_cast<double>(newest->keepAlive));
    painter.restore();
    painter.setPen(color(Role::Hairline));
    painter.drawLine(QPointF(px(16), rect.bottom()), QPointF(rect.right() - px(16), rect.bottom()));
}

void LanesView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), color(Role::Surface));
    paintGrid(painter);
    const int first = verticalScrollBar()->value() / px(kLane);
    const int last = std::min(m_model.rowCount(), first + viewport()->height() / px(kLane) + 2);
    for (int lane = first; lane < last; ++lane)
        paintLane(painter, lane);
    paintAxis(painter);
    if (hasFocus() && m_current < 0)
        painters::focusRing(painter, viewport()->rect());
}

void LanesView::resizeEvent(QResizeEvent*)
{
    updateRange();
}

void LanesView::updateRange()
{
    const int page = viewport()->height() - px(kAxis);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(px(kLane));
    verticalScrollBar()->setRange(0, std::max(0, m_model.rowCount() * px(kLane) - page));
}

void LanesView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_drag = event->pos();
    if (const int lane = laneAt(event->pos().y()); lane >= 0)
        setCurrentLane(lane);
}

void LanesView::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_drag || !event->buttons().testFlag(Qt::LeftButton))
        return;
    const int moved = event->pos().x() - m_drag->x();
    m_drag = event->pos();
    pan(-moved * m_secondsWide / scale().width);
}

void LanesView::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers().testFlag(Qt::ControlModifier))
        setSecondsWide(m_secondsWide * std::pow(kZoomStep, -notches));
    else if (event->modifiers().testFlag(Qt::ShiftModifier) || event->angleDelta().x() != 0)
        pan(-(notches + event->angleDelta().x() / 120.0) * m_secondsWide / 10);
    else
        verticalScrollBar()->setValue(verticalScrollBar()->value() - static_cast<int>(notches * px(kLane)));
    event->accept();
}

void LanesView::keyPressEvent(QKeyEvent* event)
{
    const int lanes = m_model.rowCount();
    switch (event->key()) {
    case Qt::Key_Down:
        return lanes > 0 ? setCurrentLane(std::min(m_current + 1, lanes - 1)) : void();
    case Qt::Key_Up:
        return lanes > 0 ? setCurrentLane(std::max(m_current - 1, 0)) : void();
    case Qt::Key_Left:
        return pan(-m_secondsWide / 10);
    case Qt::Key_Right:
        return pan(m_secondsWide / 10);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setSecondsWide(m_secondsWide / kZoomStep);
    case Qt::Key_Minus:
        return setSecondsWide(m_secondsWide * kZoomStep);
    case Qt::Key_End:
        return follow();
    default:
        event->ignore(); // Space pauses the window
    }
}

bool LanesView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int lane = laneAt(help->pos().y());
        if (lane >= 0 && m_model.lane(lane).newest())
            QToolTip::showText(help->globalPos(), explainEnd(*m_model.lane(lane).newest(), shownNow()), viewport());
        else
            QToolTip::hideText();
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace greensward::ui
