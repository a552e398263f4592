// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace greensward::app {

class Engine;

/// The round trips of the connections that somebody looks at, measured no more often than once a second.
class RoundTrips
{
public:
    /// Any thread. The newest measurement; asking has the connection measured.
    std::optional<Duration> of(std::uint64_t connection);
    /// Engine thread, as often as one likes: measures what is due, and forgets what nobody has asked for since.
    void measure(Engine& engine);

private:
    struct Measured
    {
        bool wanted = true; ///< asked for since the last measurement
        std::optional<Duration> roundTrip{};
    };
    static constexpr std::size_t kMost = 100;

    std::mutex m_mutex;
    std::unordered_map<std::uint64_t, Measured> m_connections;
    std::optional<Instant> m_measuredAt; ///< engine thread
};

} // namespace greensward::app
