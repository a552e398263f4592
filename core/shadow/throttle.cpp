// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/throttle.h"

#include <algorithm>
#include <chrono>

namespace greensward::shadow {

bool Throttle::take(std::string_view thing, Instant now)
{
    if (!m_settings.ratePerThing)
        return true;
    const double most = *m_settings.ratePerThing;
    auto found = m_buckets.find(thing);
    if (found == m_buckets.end()) {
        if (m_buckets.size() >= m_dropAt)
            dropFull(now);
        found = m_buckets.emplace(std::string(thing), Bucket{most, now}).first;
    }
    Bucket& bucket = found->second;
    const std::chrono::duration<double> passed = now - bucket.filledAt;
    bucket.tokens = std::min(most, bucket.tokens + std::max(0.0, passed.count()) * most);
    bucket.filledAt = now;
    if (bucket.tokens < 1)
        return false;
    bucket.tokens -= 1;
    return true;
}

void Throttle::dropFull(Instant now)
{
    // Whatever the rate, an empty bucket is full after a second.
    std::erase_if(m_buckets, [&](const auto& entry) { return now - entry.second.filledAt >= std::chrono::seconds(1); });
    m_dropAt = std::max<std::size_t>(1024, 2 * m_buckets.size());
}

Throttle::Place Throttle::place(std::uint64_t connection, std::string_view thing) const
{
    switch (m_settings.inFlightScope) {
    case Settings::InFlightScope::Connection:
        return {connection, {}};
    case Settings::InFlightScope::Thing:
        return {0, std::string(thing)};
    case Settings::InFlightScope::ConnectionAndThing:
        break;
    }
    return {connection, std::string(thing)};
}

bool Throttle::mayWait(std::uint64_t connection, std::string_view thing) const
{
    if (!m_settings.inFlight || connection == 0 || m_waiting.empty())
        return true;
    const auto found = m_waiting.find(place(connection, thing));
    return found == m_waiting.end() || found->second < *m_settings.inFlight;
}

void Throttle::waits(std::uint64_t connection, std::string_view thing)
{
    if (m_settings.inFlight && connection != 0)
        ++m_waiting[place(connection, thing)];
}

void Throttle::answered(std::uint64_t connection, std::string_view thing)
{
    const auto found = m_waiting.find(place(connection, thing));
    if (connection != 0 && found != m_waiting.end() && --found->second == 0)
        m_waiting.erase(found);
}

} // namespace greensward::shadow
