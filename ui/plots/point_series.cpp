// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/point_series.h"

#include <algorithm>
#include <cmath>

namespace greensward::ui {

namespace {

constexpr std::size_t kGroup = 4; ///< points that become two

void widen(PointSeries::Extent& extent, double value)
{
    extent.low = std::min(extent.low, value);
    extent.high = std::max(extent.high, value);
}

} // namespace

PointSeries::PointSeries(std::size_t capacity) : m_capacity(std::max(capacity, kLeastCapacity)) {}

void PointSeries::append(double time, double value)
{
    if (!std::isfinite(value) || !std::isfinite(time))
        return;
    if (m_points.size() >= m_capacity)
        thin();
    if (!m_points.empty())
        time = std::max(time, m_points.back().time);
    if (m_points.size() % kBlock == 0)
        m_blocks.push_back({value, value});
    else
        widen(m_blocks.back(), value);
    m_points.push_back({time, value});
}

void PointSeries::insert(double time, double value)
{
    if (m_points.empty() || time >= m_points.back().time)
        return append(time, value);
    if (!std::isfinite(value) || !std::isfinite(time))
        return;
    if (m_points.size() >= m_capacity)
        thin();
    const auto after = std::upper_bound(m_points.begin(), m_points.end(), time,
                                        [](double wanted, const Point& point) { return wanted < point.time; });
    const auto place = static_cast<std::size_t>(after - m_points.begin());
    m_points.insert(after, {time, value});
    summariseFrom(place);
}

void PointSeries::prepend(std::vector<Point> older)
{
    if (!m_points.empty())
        std::erase_if(older, [first = m_points.front().time](const Point& point) { return point.time > first; });
    std::erase_if(older, [](const Point& point) { return !std::isfinite(point.value); });
    older.insert(older.end(), m_points.begin(), m_points.end());
    m_points = std::move(older);
    summariseFrom(0);
    while (m_points.size() > m_capacity)
        thin();
}

void PointSeries::setCapacity(std::size_t capacity)
{
    m_capacity = std::max(capacity, kLeastCapacity);
    while (m_points.size() > m_capacity)
        thin();
}

void PointSeries::thin()
{
    const std::size_t before = m_points.size();
    const std::size_t older = before / 2 / kGroup * kGroup;
    std::size_t kept = 0;
    for (std::size_t group = 0; group < older; group += kGroup) {
        const auto first = m_points.begin() + static_cast<std::ptrdiff_t>(group);
        const auto [low, high] = std::minmax_element(first, first + kGroup,
                                                     [](const Point& a, const Point& b) { return a.value < b.value; });
        const Point one = *std::min(low, high);
        const Point other = *std::max(low, high);
        m_points[kept++] = one;
        m_points[kept++] = other;
    }
    m_points.erase(m_points.begin() + static_cast<std::ptrdiff_t>(kept),
                   m_points.begin() + static_cast<std::ptrdiff_t>(older));
    m_merged += before - m_points.size();
    summariseFrom(0);
}

void PointSeries::summariseFrom(std::size_t place)
{
    m_blocks.resize(std::min(m_blocks.size(), place / kBlock));
    for (std::size_t at = m_blocks.size() * kBlock; at < m_points.size(); ++at) {
        if (at % kBlock == 0)
            m_blocks.push_back({m_points[at].value, m_points[at].value});
        else
            widen(m_blocks.back(), m_points[at].value);
    }
}

std::size_t PointSeries::firstFrom(double time) const
{
    const auto found = std::lower_bound(m_points.begin(), m_points.end(), time,
                                        [](const Point& point, double wanted) { return point.time < wanted; });
    return static_cast<std::size_t>(found - m_points.begin());
}

std::optional<PointSeries::Point> PointSeries::at(double time) const
{
    const auto after = std::upper_bound(m_points.begin(), m_points.end(), time,
                                        [](double wanted, const Point& point) { return wanted < point.time; });
    return after == m_points.begin() ? std::nullopt : std::optional(*(after - 1));
}

std::optional<PointSeries::Extent> PointSeries::extent(std::size_t first, std::size_t last) const
{
    last = std::min(last, m_points.size());
    if (first >= last)
        return std::nullopt;
    Extent all{m_points[first].value, m_points[first].value};
    while (first < last && first % kBlock != 0)
        widen(all, m_points[first++].value);
    for (; first + kBlock <= last; first += kBlock) {
        widen(all, m_blocks[first / kBlock].low);
        widen(all, m_blocks[first / kBlock].high);
    }
    while (first < last)
        widen(all, m_points[first++].value);
    return all;
}

} // namespace greensward::ui
