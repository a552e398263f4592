// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <boost/json.hpp>

namespace greensward::ui {

namespace {

constexpr std::array kKinds{PlotAxis::Kind::Arrival, PlotAxis::Kind::TimeField, PlotAxis::Kind::Value,
                            PlotAxis::Kind::Place};

} // namespace

QString nameOf(PlotAxis::Kind kind)
{
    switch (kind) {
    case PlotAxis::Kind::TimeField:
        return QStringLiteral("time");
    case PlotAxis::Kind::Value:
        return QStringLiteral("value");
    case PlotAxis::Kind::Place:
        return QStringLiteral("place");
    case PlotAxis::Kind::Arrival:
        break;
    }
    return QStringLiteral("arrival");
}

std::optional<PlotAxis::Kind> axisKindOf(const QString& name)
{
    const auto* found =
        std::find_if(kKinds.begin(), kKinds.end(), [&name](PlotAxis::Kind kind) { return nameOf(kind) == name; });
    return found == kKinds.end() ? std::nullopt : std::optional(*found);
}

void XyTrail::append(const Point& point)
{
    if (!std::isfinite(point.x) || !std::isfinite(point.y) || !std::isfinite(point.time))
        return;
    if (m_points.size() >= kMostPoints)
        m_points.pop_front();
    m_points.push_back(point);
    if (m_points.size() > 1) // clocks are set back
        m_points.back().time = std::max(point.time, m_points[m_points.size() - 2].time);
}

void XyTrail::prepend(const std::vector<Point>& older)
{
    for (auto point = older.rbegin(); point != older.rend() && m_points.size() < kMostPoints; ++point)
        if (std::isfinite(point->x) && std::isfinite(point->y) &&
            (m_points.empty() || point->time <= m_points.front().time))
            m_points.push_front(*point);
}

std::pair<std::size_t, std::size_t> XyTrail::within(double begin, double end, bool newestOnly) const
{
    const auto place = [this](auto at) { return static_cast<std::size_t>(at - m_points.begin()); };
    const auto last = std::upper_bound(m_points.begin(), m_points.end(), end,
                                       [](double time, const Point& point) { return time < point.time; });
    if (newestOnly && last != m_points.begin())
        begin = (last - 1)->time;
    const auto first = std::lower_bound(m_points.begin(), last, begin,
                                        [](const Point& point, double time) { return point.time < time; });
    return {place(first), place(last)};
}

std::vector<XyTrail::Point> pointsOf(const boost::json::value& payload, const JsonPath& path, PlotAxis::Kind kind,
                                     const std::optional<JsonPath>& axis, double arrived)
{
    std::vector<XyTrail::Point> points;
    const auto numbers = path.values(payload);
    const auto over = axis ? axis->values(payload) : std::vector<const boost::json::value*>{};
    if (axis && over.size() != 1 && over.size() != numbers.size())
        return points;
    for (std::size_t at = 0; at < numbers.size(); ++at) {
        const auto y = numberOf(*numbers[at]);
        if (!y)
            continue;
        std::optional<double> x = kind == PlotAxis::Kind::Place ? static_cast<double>(at) : arrived;
        if (axis) {
            const boost::json::value& value = *over[over.size() == 1 ? 0 : at];
            x = kind == PlotAxis::Kind::TimeField ? momentOf(value) : numberOf(value);
        }
        if (x)
            points.push_back({kind == PlotAxis::Kind::TimeField ? *x : arrived, *x, *y});
    }
    return points;
}

} // namespace greensward::ui
