// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/round_trips.h"

#include "app/engine.h"

#include <chrono>
#include <utility>

namespace greensward::app {

namespace {

constexpr Duration kInterval = std::chrono::seconds{1};

} // namespace

std::optional<Duration> RoundTrips::of(std::uint64_t connection)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_connections.find(connection);
    if (found != m_connections.end()) {
        found->second.wanted = true;
        return found->second.roundTrip;
    }
    if (m_connections.size() < kMost)
        m_connections.emplace(connection, Measured{});
    return std::nullopt;
}

void RoundTrips::measure(Engine& engine)
{
    const Instant now = engine.clock().now();
    if (m_measuredAt && now - *m_measuredAt < kInterval)
        return;
    m_measuredAt = now;
    const std::lock_guard lock(m_mutex);
    for (auto at = m_connections.begin(); at != m_connections.end();) {
        if (std::exchange(at->second.wanted, false)) {
            at->second.roundTrip = engine.port().roundTrip(at->first);
            ++at;
        } else {
            at = m_connections.erase(at);
        }
    }
}

} // namespace greensward::app
