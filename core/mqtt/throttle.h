// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "mqtt/limits.h"
#include "mqtt/timer_heap.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace greensward::mqtt {

/// What one connection did within the last second, at a gateway that limits it as AWS IoT does (the specification,
/// section 15): a PUBLISH above the rate is discarded, bytes above the throughput wait. Both ways count together.
class Throttle
{
public:
    Throttle(const Limits& limits, void* connection);

    /// True when a PUBLISH may pass now: there were fewer than the rate in every second that it would be part of.
    bool admits(Instant now) const;
    /// Counts a PUBLISH, when admits().
    bool admit(Instant now);
    /// When admits() will be true again.
    Instant admitsAt() const;

    /// So many messages wait since before the client came: they are sent at a rate of their own.
    void expectKept(std::size_t messages) { m_kept = messages; }
    /// One of a session's queue was sent.
    void sentKept(Instant now);
    bool admitsKept(Instant now) const { return m_kept == 0 || m_nextKept <= now; }
    Instant admitsKeptAt() const { return m_nextKept; }

    /// Bytes that may pass now. After a pause: a second's worth; 0 until a piece worth the while may pass.
    std::size_t room(Instant now) const;
    void spend(std::size_t bytes, Instant now);
    /// When room() will be above 0 again.
    Instant roomAt() const;

    /// True once a second at most: worth an event.
    bool tellsNow(Instant now);

    Bytes backlog; ///< came too fast and was not looked at yet
    Timer timer;   ///< when something that waits may pass

private:
    Duration timeFor(std::size_t bytes) const;

    std::vector<Instant> m_published; ///< the last ones, a ring as large as the rate
    std::size_t m_oldest = 0;
    std::uint32_t m_publishes;
    std::uint32_t m_bytes;
    Duration m_betweenKept{};
    Instant m_nextKept{};
    std::size_t m_kept = 0;
    Instant m_paidUntil{}; ///< when all bytes so far would have passed at the steady rate
    Instant m_told{};
    bool m_everTold = false;
};

} // namespace greensward::mqtt
