// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_board.h"

#include "ui/models/origin_key.h"

#include "ui/models/engine_mirror.h"

#include <algorithm>
#include <cmath>

#include <boost/json.hpp>

namespace greensward::ui {

namespace {

constexpr double kLeastView = 0.02;
constexpr double kMostView = 24.0 * 3600;
/// Numbers that much smaller than the others get an axis of their own, and keep it until they are this near again.
constexpr double kFarApart = 20;
constexpr double kNearAgain = 8;

double secondsOf(WallTime time)
{
    return std::chrono::duration<double>(time.time_since_epoch()).count();
}

} // namespace

PlotBoard::PlotBoard(EngineMirror& mirror) : m_mirror(mirror)
{
    connect(&mirror.scope(), &ScopeStack::changed, this, [this] {
        m_scopedMarks = m_marks.matching(m_mirror.scope().filter());
        for (int plot = 0; plot < kPlots; ++plot)
            emit viewChanged(plot); // other marks
    });
}

PlotBoard::~PlotBoard() = default;

PlotBoard::Adding PlotBoard::add(int plot, const SeriesRef& ref)
{
    const std::string topic = ref.topic.toStdString();
    auto path = JsonPath::parse(ref.path.toStdString());
    if (!path || topic.empty())
        return Adding::NoSuchPath;
    if (find(plot, ref))
        return Adding::AlreadyThere;
    auto& series = m_plots[index(plot)].series;
    if (series.size() >= kMostSeries)
        return Adding::PlotFull;
    auto& added = *series.emplace_back(std::make_unique<PlotSeries>(
        PlotSeries{.ref = ref, .path = std::move(*path), .points = PointSeries(kMostPointsEach)}));
    added.look = freeLook(plot);
    shareCapacity();
    m_listeners[topic].push_back({&added, plot});
    fill(added, plot);
    chooseSides(plot);
    emit seriesChanged(plot);
    return Adding::Added;
}

bool PlotBoard::setAxis(int plot, const PlotAxis& axis)
{
    Plot& one = m_plots[index(plot)];
    const bool hasPath = axis.kind == PlotAxis::Kind::TimeField || axis.kind == PlotAxis::Kind::Value;
    auto path = hasPath ? JsonPath::parse(axis.path.toStdString()) : std::nullopt;
    if (hasPath && !path)
        return false;
    if (axis == one.axis)
        return true;
    one.axis = axis;
    one.axisPath = std::move(path);
    one.range.reset();
    one.frozen = false;
    std::erase_if(m_fills, [plot](const Fill& fill) { return fill.plot == plot; });
    for (const auto& series : one.series) {
        series->points = PointSeries(kMostPointsEach);
        series->trail.clear();
        series->skipped = 0;
        series->filling = false;
    }
    shareCapacity();
    for (const auto& series : one.series)
        fill(*series, plot);
    noteShownEnd(one);
    chooseSides(plot);
    emit seriesChanged(plot);
    emit viewChanged(plot);
    return true;
}

void PlotBoard::noteShownEnd(Plot& plot)
{
    if (plot.axis.kind != PlotAxis::Kind::TimeField)
        return;
    plot.shownEnd = 0;
    for (const auto& series : plot.series)
        if (!series->points.empty())
            plot.shownEnd = std::max(plot.shownEnd, series->points.points().back().time);
}

void PlotBoard::remove(int plot, const SeriesRef& ref)
{
    PlotSeries* gone = find(plot, ref);
    if (!gone)
        return;
    forget(*gone);
    std::erase_if(m_plots[index(plot)].series, [gone](const auto& one) { return one.get() == gone; });
    shareCapacity();
    chooseSides(plot);
    emit seriesChanged(plot);
}

void PlotBoard::clear(int plot)
{
    auto& series = m_plots[index(plot)].series;
    for (const auto& one : series)
        forget(*one);
    series.clear();
    shareCapacity();
    emit seriesChanged(plot);
}

void PlotBoard::forget(PlotSeries& series)
{
    std::erase_if(m_fills, [&](const Fill& fill) { return fill.series == &series; });
    const auto listeners = m_listeners.find(series.ref.topic.toStdString());
    std::erase_if(listeners->second, [&](const Listener& one) { return one.series == &series; });
    if (listeners->second.empty())
        m_listeners.erase(listeners);
}

bool PlotBoard::isEmpty() const
{
    return std::all_of(m_plots.begin(), m_plots.end(), [](const Plot& plot) { return plot.series.empty(); });
}

PlotSeries* PlotBoard::find(int plot, const SeriesRef& ref) const
{
    const auto& series = m_plots[index(plot)].series;
    const auto found = std::find_if(series.begin(), series.end(), [&](const auto& one) { return one->ref == ref; });
    return found == series.end() ? nullptr : found->get();
}

int PlotBoard::freeLook(int plot) const
{
    const auto& series = m_plots[index(plot)].series;
    for (int look = 0;; ++look)
        if (std::none_of(series.begin(), series.end() - 1, [look](const auto& one) { return one->look == look; }))
            return look;
}

void PlotBoard::shareCapacity()
{
    std::size_t count = 0;
    for (const Plot& plot : m_plots)
        count += plot.series.size();
    for (const Plot& plot : m_plots)
        for (const auto& series : plot.series)
            series->points.setCapacity(std::min(kMostPointsEach, kMostPoints / std::max<std::size_t>(count, 1)));
}

void PlotBoard::setOnRight(int plot, const SeriesRef& ref, bool onRight)
{
    PlotSeries* series = find(plot, ref);
    if (!series)
        return;
    series->sideChosen = true;
    series->onRight = onRight;
    emit seriesChanged(plot);
}

void PlotBoard::chooseSides(int plot)
{
    struct Size
    {
        double size;
        PlotSeries* series;
    };
    std::vector<Size> sizes;
    bool split = false;
    for (const auto& series : m_plots[index(plot)].series) {
        if (series->sideChosen)
            continue;
        split |= series->onRight;
        const auto extent = series->points.extent(0, series->points.size());
        const double size = extent ? std::max(std::abs(extent->low), std::abs(extent->high)) : 0;
        if (size > 0)
            sizes.push_back({size, series.get()});
    }
    std::sort(sizes.begin(), sizes.end(), [](const Size& one, const Size& other) { return one.size > other.size; });
    std::size_t cut = sizes.size();
    double widest = split ? kNearAgain : kFarApart;
    for (std::size_t at = 1; at < sizes.size(); ++at)
        if (const double apart = sizes[at - 1].size / sizes[at].size; apart >= widest) {
            widest = apart;
            cut = at;
        }
    bool changed = false;
    for (std::size_t at = 0; at < sizes.size(); ++at)
        changed |= std::exchange(sizes[at].series->onRight, at >= cut) != (at >= cut);
    if (changed)
        emit seriesChanged(plot);
}

void PlotBoard::setShown(int plots)
{
    plots = plots >= 3 ? 4 : std::clamp(plots, 1, 2);
    if (plots == m_shown)
        return;
    m_shown = plots;
    if (m_current >= plots)
        setCurrent(0);
    emit shownChanged(plots);
}

void PlotBoard::setCurrent(int plot)
{
    if (plot == m_current || plot < 0 || plot >= kPlots)
        return;
    m_current = plot;
    emit currentChanged(plot);
}

double PlotBoard::until(int plot) const
{
    const Plot& one = m_plots[index(plot)];
    const double shown = one.axis.kind == PlotAxis::Kind::TimeField ? one.shownEnd : m_shownUntil;
    return one.frozen ? std::min(one.frozenAt, shown) : shown;
}

double PlotBoard::newest(int plot) const
{
    const double last = until(plot);
    double newest = 0;
    for (const auto& series : m_plots[index(plot)].series)
        if (const auto point = series->points.at(last))
            newest = std::max(newest, point->time);
    // What happens next is seen even when the numbers have stopped.
    if (const auto marks = marksIn(plot); !marks.empty())
        newest = std::max(newest, marks.back().time);
    return newest > 0 ? newest : last;
}

TimeRange PlotBoard::view(int plot) const
{
    const Plot& one = m_plots[index(plot)];
    if (one.range)
        return *one.range;
    const double end = newest(plot);
    return {end - one.span, end};
}

void PlotBoard::setSpan(int plot, int seconds)
{
    m_plots[index(plot)].span = *std::min_element(kSpans.begin(), kSpans.end(), [seconds](int one, int other) {
        return std::abs(one - seconds) < std::abs(other - seconds);
    });
    follow(plot);
}

void PlotBoard::setView(int plot, TimeRange range)
{
    const double length = std::clamp(range.end - range.begin, kLeastView, kMostView);
    const double middle = (range.begin + range.end) / 2;
    if (!std::isfinite(length) || !std::isfinite(middle))
        return;
    m_plots[index(plot)].range = TimeRange{middle - length / 2, middle + length / 2};
    emit viewChanged(plot);
}

void PlotBoard::follow(int plot)
{
    m_plots[index(plot)].range.reset();
    emit viewChanged(plot);
}

void PlotBoard::showEverything(int plot)
{
    const double end = newest(plot);
    double begin = end;
    for (const auto& series : m_plots[index(plot)].series)
        if (!series->points.empty())
            begin = std::min(begin, series->points.points().front().time);
    const double room = std::max((end - begin) * 0.01, 0.5);
    setView(plot, {begin - room, end + room});
}

void PlotBoard::setFrozen(int plot, bool frozen)
{
    Plot& one = m_plots[index(plot)];
    if (frozen == one.frozen)
        return;
    one.frozen = false;
    one.frozenAt = until(plot);
    one.frozen = frozen;
    emit viewChanged(plot);
}

std::span<const EventMark> PlotBoard::marksIn(int plot) const
{
    if (axis(plot).kind != PlotAxis::Kind::Arrival)
        return {};
    const auto end = std::upper_bound(m_scopedMarks.begin(), m_scopedMarks.end(), until(plot),
                                      [](double time, const EventMark& mark) { return time < mark.time; });
    return {m_scopedMarks.begin(), end};
}

std::uint64_t PlotBoard::merged(int plot) const
{
    std::uint64_t merged = 0;
    for (const auto& series : m_plots[index(plot)].series)
        merged += series->points.merged();
    return merged;
}

std::size_t PlotBoard::bytes() const
{
    std::size_t bytes = 0;
    for (const Plot& plot : m_plots)
        for (const auto& series : plot.series)
            bytes += series->points.size() * sizeof(PointSeries::Point) +
                     series->trail.points().size() * sizeof(XyTrail::Point);
    return bytes;
}

void PlotBoard::ingest(const trace::Chunk& chunk)
{
    if (!chunk.events().empty())
        m_latest = std::max(m_latest, secondsOf(chunk.events().back().time));
    m_newMarks |= m_marks.ingest(chunk);
    if (m_listeners.empty())
        return;
    for (const trace::Event& event : chunk.events()) {
        if (event.kind != trace::Kind::MessagePublished)
            continue;
        const auto listeners = event.origin == 0
                                   ? m_listeners.find(chunk.text(event.object))
                                   : m_listeners.find(originKey(chunk.origin(event), chunk.text(event.object)));
        if (listeners == m_listeners.end())
            continue;
        const std::string_view payload = chunk.text(event.payload);
        boost::system::error_code error;
        const auto value = boost::json::parse({payload.data(), payload.size()}, error);
        for (const auto& [series, plot] : listeners->second) {
            Plot& one = m_plots[index(plot)];
            const auto points = error ? std::vector<XyTrail::Point>()
                                      : pointsOf(value, series->path, one.axis.kind, one.axisPath, secondsOf(event.time));
            if (points.empty()) {
                ++series->skipped;
                continue;
            }
            for (const XyTrail::Point& point : points) {
                if (one.axis.kind == PlotAxis::Kind::TimeField)
                    series->points.insert(point.time, point.y);
                else
                    series->points.append(point.time, point.y);
                if (!one.axis.isTime())
                    series->trail.append(point);
            }
            one.touched = true;
        }
    }
}

void PlotBoard::publish()
{
    m_shownUntil = m_latest;
    const bool newMarks = std::exchange(m_newMarks, false);
    if (newMarks)
        m_scopedMarks = m_marks.matching(m_mirror.scope().filter());
    for (int plot = 0; plot < kPlots; ++plot) {
        Plot& one = m_plots[index(plot)];
        const bool touched = std::exchange(one.touched, false);
        if (one.series.empty() || (!touched && !newMarks))
            continue;
        noteShownEnd(one);
        chooseSides(plot);
        if (!one.frozen)
            emit pointsAdded(plot);
    }
}

} // namespace greensward::ui
