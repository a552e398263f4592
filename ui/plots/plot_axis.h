// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/json_path.h"

#include <QString>

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

namespace greensward::ui {

/// What a plot's numbers are drawn over.
struct PlotAxis
{
    enum class Kind : std::uint8_t {
        Arrival,   ///< when the gateway received the message
        TimeField, ///< when the message says that it was measured
        Value,     ///< another number of the message: an XY plot
        Place,     ///< the place in the array, of the newest message
    };
    Kind kind = Kind::Arrival;
    QString path{}; ///< of TimeField and Value

    bool isTime() const { return kind == Kind::Arrival || kind == Kind::TimeField; }
    bool operator==(const PlotAxis&) const = default;
};

/// "arrival", "time", "value", "place": in settings.
QString nameOf(PlotAxis::Kind kind);
std::optional<PlotAxis::Kind> axisKindOf(const QString& name);

/// Points of an XY plot in order of their arrival; the oldest go first.
class XyTrail
{
public:
    struct Point
    {
        double time = 0; ///< of arrival, seconds since 1970
        double x = 0;
        double y = 0;
    };
    static constexpr std::size_t kMostPoints = 1u << 16;

    /// A point that is not finite is left out.
    void append(const Point& point);
    /// Points from before the first one, in order of arrival.
    void prepend(const std::vector<Point>& older);
    void clear() { m_points.clear(); }
    const std::deque<Point>& points() const { return m_points; }
    /// Those that arrived in the time; newestOnly: of these the last message's. As places, the second behind the last.
    std::pair<std::size_t, std::size_t> within(double begin, double end, bool newestOnly) const;

private:
    std::deque<Point> m_points;
};

/// The points that one message gives: its numbers at `path`, over what the axis says. Empty when it has none, or when
/// their count and that of the axis' values differ and the latter are not just one.
std::vector<XyTrail::Point> pointsOf(const boost::json::value& payload, const JsonPath& path, PlotAxis::Kind kind,
                                     const std::optional<JsonPath>& axis, double arrived);

} // namespace greensward::ui
