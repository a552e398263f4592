// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_board.h"

#include "ui/models/engine_mirror.h"

#include <QElapsedTimer>
#include <QTimerEvent>

#include <algorithm>

#include <boost/json.hpp>

namespace greensward::ui {

namespace {

constexpr qint64 kFillMillis = 6; ///< of a frame, what reading the log may take

} // namespace

/// What the log still has of its topic.
void PlotBoard::fill(PlotSeries& series, int plot)
{
    const MessageStore& log = m_mirror.log().store();
    if (log.begin() == log.end())
        return;
    series.filling = true;
    m_fills.push_back({&series, plot, log.begin(), log.end(), {}});
    // What fits into one slice is there at once.
    if (fillSlice(m_fills.back()))
        m_fills.pop_back();
    else
        m_fillTimer.start(0, this);
}

void PlotBoard::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_fillTimer.timerId()) {
        QObject::timerEvent(event);
        return;
    }
    if (!m_fills.empty() && fillSlice(m_fills.front())) {
        const int plot = m_fills.front().plot;
        m_fills.erase(m_fills.begin());
        noteShownEnd(m_plots[index(plot)]);
        chooseSides(plot);
        emit viewChanged(plot);
    }
    if (m_fills.empty())
        m_fillTimer.stop();
}

/// True when the log has been read to where the live messages begin.
bool PlotBoard::fillSlice(Fill& fill)
{
    const MessageStore& log = m_mirror.log().store();
    const auto topic = log.find(fill.series->ref.topic.toStdString());
    fill.next = std::max(fill.next, log.begin()); // the oldest may have been evicted meanwhile
    if (!topic)
        fill.next = fill.end;
    QElapsedTimer watch;
    watch.start();
    for (std::uint64_t seen = 0; fill.next < fill.end; ++fill.next) {
        if (++seen % 512 == 0 && watch.elapsed() >= kFillMillis)
            return false;
        const MessageRecord& row = log.record(fill.next);
        if (row.object != *topic || row.kind != trace::Kind::MessagePublished)
            continue;
        const std::string_view payload = log.payload(fill.next);
        boost::system::error_code error;
        const auto value = boost::json::parse({payload.data(), payload.size()}, error);
        const Plot& plot = m_plots[index(fill.plot)];
        const auto points = error ? std::vector<XyTrail::Point>()
                                  : pointsOf(value, fill.series->path, plot.axis.kind, plot.axisPath,
                                             static_cast<double>(row.time) / 1e9);
        fill.found.insert(fill.found.end(), points.begin(), points.end());
        fill.series->skipped += points.empty();
    }
    takeFilled(fill);
    return true;
}

void PlotBoard::takeFilled(Fill& fill)
{
    Plot& plot = m_plots[index(fill.plot)];
    if (plot.axis.kind == PlotAxis::Kind::TimeField) {
        std::stable_sort(fill.found.begin(), fill.found.end(),
                         [](const auto& one, const auto& other) { return one.time < other.time; });
        // Live ones may have come meanwhile, and say that they were measured earlier.
        const auto live = std::move(fill.series->points);
        fill.series->points = PointSeries(live.capacity());
        for (const XyTrail::Point& point : fill.found)
            fill.series->points.append(point.time, point.y);
        for (const PointSeries::Point& point : live.points())
            fill.series->points.insert(point.time, point.value);
        noteShownEnd(plot);
    } else {
        if (!m_mirror.isPaused() && !fill.found.empty())
            m_shownUntil = std::max(m_shownUntil, fill.found.back().time);
        std::vector<PointSeries::Point> points;
        points.reserve(fill.found.size());
        for (const XyTrail::Point& point : fill.found)
            points.push_back({point.time, point.y});
        fill.series->points.prepend(std::move(points));
        if (!plot.axis.isTime())
            fill.series->trail.prepend(fill.found);
    }
    fill.found.clear();
    fill.series->filling = false;
}

} // namespace greensward::ui
