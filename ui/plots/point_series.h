// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace greensward::ui {

/// The points of one series in order of time. Bounded, and still the whole session: when full, every four points of
/// the older half become their lowest and their highest, so that spikes stay and what is oldest gets coarsest. Lows and
/// highs of any stretch are known without looking at every point. One thread.
class PointSeries
{
public:
    struct Point
    {
        double time = 0; ///< seconds since 1970
        double value = 0;
    };
    struct Extent
    {
        double low = 0;
        double high = 0;
    };
    static constexpr std::size_t kLeastCapacity = 256;

    explicit PointSeries(std::size_t capacity);

    /// A value that is not finite is left out. A time before the last one counts as the last one: clocks are set back.
    void append(double time, double value);
    /// The same for a time that may lie before the last one: a device says when it measured.
    void insert(double time, double value);
    /// Points from before the first one, in order of time; what is not before it is left out.
    void prepend(std::vector<Point> older);
    /// Thins out at once when there are more points.
    void setCapacity(std::size_t capacity);
    std::size_t capacity() const { return m_capacity; }

    std::span<const Point> points() const { return m_points; }
    std::size_t size() const { return m_points.size(); }
    bool empty() const { return m_points.empty(); }
    /// Points that were merged into others since the start.
    std::uint64_t merged() const { return m_merged; }
    /// The first point that is not before the time; size() when there is none.
    std::size_t firstFrom(double time) const;
    /// The newest point that is not after the time.
    std::optional<Point> at(double time) const;
    /// Of the points [first, last).
    std::optional<Extent> extent(std::size_t first, std::size_t last) const;

private:
    static constexpr std::size_t kBlock = 64;

    void thin();
    void summariseFrom(std::size_t place);

    std::size_t m_capacity;
    std::vector<Point> m_points;
    std::vector<Extent> m_blocks; ///< of every 64 points
    std::uint64_t m_merged = 0;
};

} // namespace greensward::ui
