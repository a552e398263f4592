// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/xy_line.h"

#include "ui/plots/series_look.h"

#include <cmath>

namespace greensward::ui {

namespace {

/// More dots than these are drawn as small ones.
constexpr std::size_t kManyDots = 400;

} // namespace

XyLine::XyLine(QCPAxis* x, QCPAxis* y, const PlotSeries& series, PlotAxis::Kind kind)
    : QCPAbstractPlottable(x, y), m_series(series), m_kind(kind)
{
    setSelectable(QCP::stNone);
}

void XyLine::setTimes(double begin, double end)
{
    m_begin = begin;
    m_end = end;
}

std::pair<std::size_t, std::size_t> XyLine::shown() const
{
    return m_series.trail.within(m_begin, m_end, m_kind == PlotAxis::Kind::Place);
}

QCPRange XyLine::getKeyRange(bool& found, QCP::SignDomain) const
{
    const auto [first, end] = shown();
    found = first < end;
    QCPRange range;
    for (std::size_t at = first; at < end; ++at) {
        const double x = m_series.trail.points()[at].x;
        range = at == first ? QCPRange(x, x) : range;
        range.expand(x);
    }
    return range;
}

QCPRange XyLine::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const
{
    const auto [first, end] = shown();
    found = first < end;
    QCPRange range;
    for (std::size_t at = first; at < end; ++at) {
        const double y = m_series.trail.points()[at].y;
        range = at == first ? QCPRange(y, y) : range;
        range.expand(y);
    }
    return range;
}

const XyTrail::Point* XyLine::near(const QPointF& place, double pixels) const
{
    const auto [first, end] = shown();
    const XyTrail::Point* nearest = nullptr;
    for (std::size_t at = first; at < end; ++at) {
        const XyTrail::Point& point = m_series.trail.points()[at];
        const double distance = std::hypot(mKeyAxis->coordToPixel(point.x) - place.x(),
                                           mValueAxis->coordToPixel(point.y) - place.y());
        if (distance > pixels)
            continue;
        pixels = distance;
        nearest = &point;
    }
    return nearest;
}

void XyLine::draw(QCPPainter* painter)
{
    const auto [first, end] = shown();
    const auto& points = m_series.trail.points();
    QPolygonF places;
    places.reserve(static_cast<qsizetype>(end - first));
    for (std::size_t at = first; at < end; ++at)
        places << QPointF(mKeyAxis->coordToPixel(points[at].x), mValueAxis->coordToPixel(points[at].y));
    painter->setAntialiasing(true);
    if (m_kind == PlotAxis::Kind::Place) {
        QPen pen(color(roleOf(m_series.look)), std::max(1.6, px(16) / 10.0));
        if (const auto dashes = dashesOf(m_series.look); !dashes.isEmpty())
            pen.setDashPattern(dashes);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->drawPolyline(places);
    }
    const double radius = end - first > kManyDots ? px(16) / 10.0 : px(3);
    for (const QPointF& place : std::as_const(places))
        paintSeriesMark(*painter, place, radius, m_series.look);
    if (places.isEmpty() || m_kind == PlotAxis::Kind::Place)
        return;
    // Where it is now.
    painter->setPen(QPen(color(Role::Text), px(16) / 10.0));
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(places.back(), px(6), px(6));
}

} // namespace greensward::ui
