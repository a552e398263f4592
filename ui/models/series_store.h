// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/recorder.h"

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::ui {

/// The numeric top-level fields of the JSON messages that watched devices send, over time. Bounded: points older than
/// the span, fields beyond kMaxFields a device and points beyond kMaxPoints a field are left out (the oldest points
/// first), and so are devices beyond kMaxDevices. One thread.
class SeriesStore
{
public:
    struct Point
    {
        double time = 0; ///< seconds since 1970
        double value = 0;
    };
    using Series = std::deque<Point>;
    using Fields = std::map<std::string, Series, std::less<>>;

    static constexpr std::size_t kMaxDevices = 8;
    static constexpr std::size_t kMaxFields = 32;
    static constexpr std::size_t kMaxPoints = 20'000;
    static constexpr double kSpan = 330; ///< seconds

    /// By client id. When there are kMaxDevices already, the one that was asked for longest ago is let go.
    void watch(const std::string& device);
    bool hasRoom() const { return m_devices.size() < kMaxDevices; }
    bool isWatched(std::string_view device) const { return m_devices.find(device) != m_devices.end(); }

    /// True when a point was added.
    bool ingest(const trace::Chunk& chunk);
    bool add(std::string_view device, double time, std::string_view payload);

    /// By field name; empty for a device that is not watched.
    const Fields& fields(std::string_view device) const;

private:
    std::map<std::string, Fields, std::less<>> m_devices;
    std::vector<std::string> m_asked; ///< in the order of watch()
};

} // namespace greensward::ui
