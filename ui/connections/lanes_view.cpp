// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Where lanes are, which one is current, and when what is drawn again.
#include "ui/connections/lanes_view.h"

#include "ui/connections/explanation.h"
#include "ui/kit/theme.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr double kLane = 32;
constexpr double kCompactLane = 26;
constexpr double kAxis = 28;

} // namespace

LanesView::LanesView(EngineMirror& mirror, ConnectionsModel& model, QWidget* parent)
    : QAbstractScrollArea(parent), m_mirror(mirror), m_model(model), m_doctor(mirror.model<DoctorModel>()), m_present(model.shownNow())
{
    setAccessibleName(tr("Connections over time"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&model, &ConnectionsModel::lanesChanged, this, &LanesView::onLanesChanged);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        updateRange();
        if (m_current < 0)
            setCurrentLane(m_model.rowOf(m_mirror.selection().client()));
        refreshAll();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        m_moment.reset();
        m_current = m_model.rowOf(m_mirror.selection().client());
        updateRange();
        refreshAll();
        emit currentChanged();
    });
    connect(&m_doctor, &DoctorModel::cardsChanged, this, &LanesView::refreshAll);
    connect(&mirror, &EngineMirror::secondPassed, this, &LanesView::onSecond);
    connect(&mirror, &EngineMirror::pausedChanged, this, &LanesView::refreshAll);
    connect(&mirror.selection(), &Selection::clientChanged, this, [this](const QString& client) {
        if (const int row = m_model.rowOf(client); row != m_current)
            setCurrentLane(row);
    });
    m_current = m_model.rowOf(mirror.selection().client());
    updateRange();
}

int LanesView::laneHeight() const
{
    return px(m_compact ? kCompactLane : kLane);
}

int LanesView::wishedHeight() const
{
    return px(kAxis) + m_model.rowCount() * laneHeight() + px(4);
}

int LanesView::namesWidth() const
{
    return px(m_tight ? 124 : 156);
}

int LanesView::countdownWidth() const
{
    return px(m_tight ? 84 : 92);
}

TimeScale LanesView::scale() const
{
    const double left = namesWidth();
    return {.right = m_right.value_or(m_present),
            .secondsWide = m_secondsWide,
            .left = left,
            .width = std::max(1.0, viewport()->width() - left - countdownWidth())};
}

QRectF LanesView::laneRect(int lane) const
{
    return {0, static_cast<double>(px(kAxis) + lane * laneHeight() - verticalScrollBar()->value()),
            static_cast<double>(viewport()->width()), static_cast<double>(laneHeight())};
}

int LanesView::laneAt(int y) const
{
    if (y < px(kAxis))
        return -1;
    const int lane = (y - px(kAxis) + verticalScrollBar()->value()) / laneHeight();
    return lane < m_model.rowCount() ? lane : -1;
}

const ClientLane* LanesView::lane() const
{
    return m_current >= 0 && m_current < m_model.rowCount() ? &m_model.lane(m_current) : nullptr;
}

void LanesView::refreshAll()
{
    m_present = m_model.shownNow();
    viewport()->update();
}

/// The present moves: everything does when it is followed, else only the countdowns.
void LanesView::onSecond()
{
    if (!isVisible() || m_model.onlineCount() == 0 || m_mirror.isPaused())
        return;
    if (isFollowing())
        return refreshAll();
    m_present = m_model.shownNow();
    viewport()->update(viewport()->width() - countdownWidth(), px(kAxis), countdownWidth(), viewport()->height());
}

void LanesView::onLanesChanged(const std::vector<int>& rows)
{
    if (!isVisible())
        return;
    const double moved = std::chrono::duration<double>(m_model.shownNow() - m_present).count();
    if (isFollowing() && moved * scale().width >= m_secondsWide) // a pixel or more
        return refreshAll();
    QRegion changed;
    for (const int row : rows)
        if (const QRectF rect = laneRect(row); rect.bottom() > 0 && rect.top() < viewport()->height())
            changed += rect.toAlignedRect();
    viewport()->update(changed);
}

void LanesView::setSecondsWide(double seconds)
{
    m_secondsWide = std::clamp(seconds, kLeastSeconds, kMostSeconds);
    refreshAll();
    emit spanChanged();
}

/// The moment at the pixel stays there, unless the present is followed.
void LanesView::zoomAround(double seconds, double x)
{
    const TimeScale before = scale();
    const WallTime fixed = before.timeAt(x);
    const double share = (before.end() - x) / before.width;
    setSecondsWide(seconds);
    if (!isFollowing())
        setRight(after(fixed, share * m_secondsWide));
}

void LanesView::zoomIn()
{
    zoomAround(m_secondsWide / kZoomStep, scale().left + scale().width / 2);
}

void LanesView::zoomOut()
{
    zoomAround(m_secondsWide * kZoomStep, scale().left + scale().width / 2);
}

void LanesView::setRight(std::optional<WallTime> right)
{
    const bool following = isFollowing();
    m_right = right && *right < m_model.shownNow() ? right : std::nullopt;
    refreshAll();
    if (following != isFollowing())
        emit followingChanged(isFollowing());
}

void LanesView::follow()
{
    setRight(std::nullopt);
}

void LanesView::pan(double seconds)
{
    setRight(after(m_right.value_or(m_model.shownNow()), seconds));
}

void LanesView::setCompact(bool compact)
{
    m_compact = compact;
    updateRange();
    refreshAll();
}

void LanesView::setTight(bool tight)
{
    m_tight = tight;
    refreshAll();
}

void LanesView::setCurrentLane(int lane)
{
    m_moment.reset();
    m_current = lane < m_model.rowCount() ? lane : -1;
    if (m_current >= 0) {
        const int top = m_current * laneHeight();
        const int page = viewport()->height() - px(kAxis);
        QScrollBar* bar = verticalScrollBar();
        if (top < bar->value())
            bar->setValue(top);
        else if (top + laneHeight() > bar->value() + page)
            bar->setValue(top + laneHeight() - page);
        m_mirror.selection().setClient(m_model.lane(m_current).client);
    }
    tell();
}

const ClientSession* LanesView::currentSession() const
{
    const ClientLane* current = lane();
    if (!current)
        return nullptr;
    const ClientSession* chosen = m_moment ? sessionOf(*m_moment, *current) : nullptr;
    return chosen ? chosen : current->newestAt(m_model.shownNow());
}

QString LanesView::spokenText() const
{
    const ClientLane* current = lane();
    const ClientSession* session = currentSession();
    if (!session)
        return current ? current->client : QString();
    if (m_moment && m_moment->session == session->began)
        return describe(*m_moment, *session);
    if (const QString note = m_doctor.noteOf(current->client); !note.isEmpty())
        return tr("%1 (%2): %3")
            .arg(current->client, note, explainEnd(session->asOf(m_model.shownNow()), m_model.shownNow()));
    return tr("%1: %2").arg(current->client, explainEnd(session->asOf(m_model.shownNow()), m_model.shownNow()));
}

void LanesView::tell()
{
    setAccessibleDescription(spokenText());
    refreshAll();
    emit currentChanged();
}

void LanesView::walkTo(const LaneMoment& moment)
{
    m_moment = moment;
    // Into the middle when it lies outside.
    const TimeScale time = scale();
    if (const double x = time.x(moment.time); x < time.left + px(8) || x > time.end())
        setRight(after(moment.time, m_secondsWide / 2));
    if (moment.event != 0)
        m_mirror.selection().setEvent(moment.event);
    tell();
}

void LanesView::walk(int direction)
{
    const ClientLane* current = lane();
    if (!current)
        return;
    const auto moments = momentsOf(*current, m_model.shownNow());
    if (moments.empty())
        return;
    auto at = static_cast<std::ptrdiff_t>(moments.size()); // behind the newest, where one starts
    if (m_moment) {
        const auto same = std::find_if(moments.begin(), moments.end(), [this](const LaneMoment& one) {
            return one.time == m_moment->time && one.what == m_moment->what;
        });
        at = same - moments.begin();
    }
    at = std::clamp<std::ptrdiff_t>(at + direction, 0, static_cast<std::ptrdiff_t>(moments.size()) - 1);
    walkTo(moments[static_cast<std::size_t>(at)]);
}

void LanesView::resizeEvent(QResizeEvent*)
{
    updateRange();
}

void LanesView::showEvent(QShowEvent* event)
{
    m_present = m_model.shownNow();
    QAbstractScrollArea::showEvent(event);
}

void LanesView::focusInEvent(QFocusEvent*)
{
    viewport()->update();
}

void LanesView::focusOutEvent(QFocusEvent*)
{
    viewport()->update();
}

void LanesView::updateRange()
{
    const int page = viewport()->height() - px(kAxis);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(laneHeight());
    verticalScrollBar()->setRange(0, std::max(0, m_model.rowCount() * laneHeight() - page));
}

} // namespace greensward::ui
