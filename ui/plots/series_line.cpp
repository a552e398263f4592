// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/series_line.h"

#include "ui/kit/style_painters.h"
#include "ui/plots/series_look.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace greensward::ui {

namespace {

/// A pause that long is a break in the line.
constexpr double kLeastBreak = 3;       ///< seconds
constexpr double kUsualGaps = 6;        ///< … and so many times the usual distance of points
constexpr double kUsualGapsCoarse = 40; ///< where older points were thinned out, distances differ
/// With more points than this many a column, the columns are drawn.
constexpr double kDense = 2;
constexpr int kMostSmooth = 1500; ///< corners of an antialiased, dashed line
constexpr double kMarkEvery = 96; ///< lengths of the drawings
constexpr double kTag = 14;

int weight(EventMark::Sort sort)
{
    switch (sort) {
    case EventMark::Sort::Will:
        return 3;
    case EventMark::Sort::Lost:
        return 2;
    case EventMark::Sort::Fault:
        return 1;
    case EventMark::Sort::Connected:
        break;
    }
    return 0;
}

} // namespace

/// The points in view, one more on either side so that lines leave the frame, and where they are in pixels.
struct SeriesLine::Stretch
{
    std::size_t first = 0;
    std::size_t end = 0;
    double left = 0;
    double top = 0;
    double begin = 0; ///< time at the left
    double high = 0;  ///< value at the top
    double perSecond = 1;
    double perValue = 1;
    int columns = 1;
    double usualGap = 0; ///< seconds

    double x(double time) const { return left + (time - begin) * perSecond; }
    double y(double value) const { return top + (high - value) * perValue; }
};

SeriesLine::SeriesLine(QCPAxis* time, QCPAxis* value, const PlotSeries& series)
    : QCPAbstractPlottable(time, value), m_series(series)
{
    setSelectable(QCP::stNone);
}

QCPRange SeriesLine::getKeyRange(bool& found, QCP::SignDomain) const
{
    const auto points = m_series.points.points();
    found = !points.empty();
    return found ? QCPRange(points.front().time, points.back().time) : QCPRange();
}

QCPRange SeriesLine::getValueRange(bool& found, QCP::SignDomain, const QCPRange& time) const
{
    const PointSeries& points = m_series.points;
    const double last = std::min(time.upper, m_until);
    const std::size_t end = points.firstFrom(std::nextafter(last, std::numeric_limits<double>::max()));
    const auto extent = points.extent(points.firstFrom(time.lower), end);
    found = extent.has_value();
    return found ? QCPRange(extent->low, extent->high) : QCPRange();
}

SeriesLine::Stretch SeriesLine::stretch() const
{
    const QCPRange times = mKeyAxis->range();
    const QCPRange values = mValueAxis->range();
    const QRect rect = mKeyAxis->axisRect()->rect();
    const PointSeries& points = m_series.points;
    Stretch stretch;
    stretch.first = points.firstFrom(times.lower);
    stretch.first -= stretch.first > 0;
    const double last = std::min(times.upper, m_until);
    stretch.end = points.firstFrom(std::nextafter(last, std::numeric_limits<double>::max()));
    stretch.end += m_until > times.upper && stretch.end < points.size();
    stretch.left = rect.left();
    stretch.top = rect.top();
    stretch.begin = times.lower;
    stretch.high = values.upper;
    stretch.columns = std::max(rect.width(), 1);
    stretch.perSecond = rect.width() / times.size();
    stretch.perValue = rect.height() / values.size();
    if (stretch.end > stretch.first + 1)
        stretch.usualGap = (points.points()[stretch.end - 1].time - points.points()[stretch.first].time) /
                           static_cast<double>(stretch.end - stretch.first - 1);
    return stretch;
}

QList<QPolygonF> SeriesLine::everyPoint(const Stretch& stretch) const
{
    const auto points = m_series.points.points();
    const double pause = std::max(kLeastBreak, stretch.usualGap * kUsualGaps);
    QList<QPolygonF> lines(1);
    for (std::size_t at = stretch.first; at < stretch.end; ++at) {
        if (at > stretch.first && points[at].time - points[at - 1].time > pause)
            lines.emplaceBack();
        lines.back() << QPointF(stretch.x(points[at].time), stretch.y(points[at].value));
    }
    return lines;
}

QList<QPolygonF> SeriesLine::columns(const Stretch& stretch) const
{
    const PointSeries& series = m_series.points;
    const auto points = series.points();
    const double pause = std::max(kLeastBreak, stretch.usualGap * kUsualGapsCoarse);
    QList<QPolygonF> lines(1);
    lines.back().reserve(stretch.columns * 4);
    std::size_t at = stretch.first;
    while (at < stretch.end) {
        // All points of this column of pixels.
        const double x = std::floor(stretch.x(points[at].time));
        const double nextTime = stretch.begin + (x + 1 - stretch.left) / stretch.perSecond;
        std::size_t next = std::min(series.firstFrom(nextTime), stretch.end);
        next = std::max(next, at + 1);
        if (at > stretch.first && points[at].time - points[at - 1].time > pause)
            lines.emplaceBack();
        const auto extent = series.extent(at, next);
        QPolygonF& line = lines.back();
        line << QPointF(x, stretch.y(points[at].value));
        if (next - at > 2)
            line << QPointF(x, stretch.y(extent->low)) << QPointF(x, stretch.y(extent->high));
        if (next - at > 1)
            line << QPointF(x, stretch.y(points[next - 1].value));
        at = next;
    }
    return lines;
}

void SeriesLine::draw(QCPPainter* painter)
{
    const Stretch stretch = this->stretch();
    if (stretch.first >= stretch.end)
        return;
    const auto count = static_cast<double>(stretch.end - stretch.first);
    const bool dense = count > kDense * stretch.columns;
    const auto lines = dense ? columns(stretch) : everyPoint(stretch);
    const bool smooth = count <= kMostSmooth;
    QPen pen(color(roleOf(m_series.look)), smooth ? std::max(1.6, px(16) / 10.0) : 1, Qt::SolidLine, Qt::FlatCap,
             smooth ? Qt::RoundJoin : Qt::BevelJoin);
    if (const auto dashes = dashesOf(m_series.look); smooth && !dashes.isEmpty())
        pen.setDashPattern(dashes);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->setAntialiasing(smooth);
    for (const QPolygonF& line : lines) {
        if (line.size() == 1)
            painter->drawLine(line.first() - QPointF(1, 0), line.first() + QPointF(1, 0));
        else
            painter->drawPolyline(line);
    }
    drawMarks(*painter, stretch);
}

/// Every so many pixels; at places that move with the points.
void SeriesLine::drawMarks(QCPPainter& painter, const Stretch& stretch) const
{
    const PointSeries& series = m_series.points;
    const auto points = series.points();
    const double every = px(kMarkEvery) / stretch.perSecond;
    const double from = points[stretch.first].time;
    // Marks of several series stand beside, not on each other.
    double grid = (std::floor(from / every) + m_series.look / 8.0) * every;
    std::size_t at = stretch.first;
    while (at < stretch.end) {
        grid = std::max(grid, (std::floor(points[at].time / every) + m_series.look / 8.0) * every);
        if (grid < points[at].time)
            grid += every;
        at = std::max(series.firstFrom(grid), at);
        if (at >= stretch.end)
            break;
        paintSeriesMark(painter, QPointF(stretch.x(points[at].time), stretch.y(points[at].value)), px(3),
                        m_series.look);
        grid += every;
        at = std::max(at + 1, series.firstFrom(grid));
    }
}

QCPRange EventLines::getKeyRange(bool& found, QCP::SignDomain) const
{
    found = false;
    return {};
}

QCPRange EventLines::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    found = false;
    return {};
}

std::span<const EventMark> EventLines::inView() const
{
    const QCPRange times = mKeyAxis->range();
    const auto begin = std::lower_bound(m_marks.begin(), m_marks.end(), times.lower,
                                        [](const EventMark& mark, double time) { return mark.time < time; });
    const auto end = std::upper_bound(begin, m_marks.end(), times.upper,
                                      [](double time, const EventMark& mark) { return time < mark.time; });
    return {begin, end};
}

const EventMark* EventLines::near(double x, double pixels) const
{
    const EventMark* nearest = nullptr;
    for (const EventMark& mark : inView()) {
        const double distance = std::abs(mKeyAxis->coordToPixel(mark.time) - x);
        if (distance < pixels || (distance == pixels && nearest)) {
            pixels = distance;
            nearest = &mark;
        }
    }
    return nearest;
}

/// The letters stand above the frame.
QRect EventLines::clipRect() const
{
    return mKeyAxis->axisRect()->rect().adjusted(-px(kTag), -px(kTag + 4), px(kTag), 0);
}

void EventLines::draw(QCPPainter* painter)
{
    const QRect rect = mKeyAxis->axisRect()->rect();
    const auto marks = inView();
    painter->setAntialiasing(false);
    int lastX = std::numeric_limits<int>::min();
    for (const EventMark& mark : marks) {
        const int x = static_cast<int>(std::lround(mKeyAxis->coordToPixel(mark.time)));
        if (std::exchange(lastX, x) == x)
            continue;
        QColor ink = color(roleOf(mark.sort));
        ink.setAlphaF(0.65F);
        painter->setPen(QPen(ink, 1, Qt::DashLine));
        painter->drawLine(QLineF(x, rect.top(), x, rect.bottom()));
    }
    painter->setAntialiasing(true);
    painter->setFont(fontOf(TextStyle::Section));
    for (std::size_t at = 0; at < marks.size();) {
        const double x = mKeyAxis->coordToPixel(marks[at].time);
        const EventMark* gravest = &marks[at];
        for (++at; at < marks.size() && mKeyAxis->coordToPixel(marks[at].time) < x + px(kTag + 2); ++at)
            if (weight(marks[at].sort) > weight(gravest->sort))
                gravest = &marks[at];
        const QRectF tag(x - px(kTag) / 2.0, rect.top() - px(kTag) - px(2), px(kTag), px(kTag));
        painters::roundedRect(*painter, tag, px(3), color(tintOf(roleOf(gravest->sort))));
        painter->setPen(color(roleOf(gravest->sort)));
        painter->drawText(tag, Qt::AlignCenter, QString(QLatin1Char(static_cast<char>(gravest->sort))));
    }
}

} // namespace greensward::ui
