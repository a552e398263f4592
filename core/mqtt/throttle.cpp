// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/throttle.h"

#include <algorithm>
#include <limits>

namespace greensward::mqtt {

namespace {

constexpr Duration kSecond = std::chrono::seconds(1);
constexpr std::uint64_t kNanos = 1'000'000'000;
/// Bytes that wait go in pieces of a sixteenth of a second's worth, so that a slow connection does not wake for each.
constexpr std::uint32_t kPieces = 16;

} // namespace

Throttle::Throttle(const Limits& limits, void* connection)
    : timer(Timer::Of::Throttle, connection), m_publishes(limits.publishesPerSecond), m_bytes(limits.bytesPerSecond)
{
    if (limits.keptMessagesPerSecond != 0)
        m_betweenKept = kSecond / limits.keptMessagesPerSecond;
}

bool Throttle::admits(Instant now) const
{
    return m_publishes == 0 || m_published.size() < m_publishes || now - m_published[m_oldest] >= kSecond;
}

bool Throttle::admit(Instant now)
{
    if (m_publishes == 0)
        return true;
    if (!admits(now))
        return false;
    if (m_published.size() < m_publishes) {
        m_published.push_back(now);
    } else {
        m_published[m_oldest] = now;
        m_oldest = (m_oldest + 1) % m_published.size();
    }
    return true;
}

Instant Throttle::admitsAt() const
{
    return m_published.size() < m_publishes ? Instant{} : m_published[m_oldest] + kSecond;
}

void Throttle::sentKept(Instant now)
{
    if (m_kept == 0)
        return;
    --m_kept;
    m_nextKept = now + m_betweenKept;
}

Duration Throttle::timeFor(std::size_t bytes) const
{
    return std::chrono::nanoseconds(static_cast<std::uint64_t>(bytes) * kNanos / m_bytes);
}

std::size_t Throttle::room(Instant now) const
{
    if (m_bytes == 0)
        return std::numeric_limits<std::size_t>::max();
    if (now < roomAt())
        return 0;
    const Duration ahead = std::max(m_paidUntil - now, Duration::zero());
    return static_cast<std::uint64_t>(std::chrono::nanoseconds(kSecond - ahead).count()) * m_bytes / kNanos;
}

Instant Throttle::roomAt() const
{
    return m_bytes == 0 ? Instant{} : m_paidUntil - kSecond + kSecond / kPieces;
}

void Throttle::spend(std::size_t bytes, Instant now)
{
    if (m_bytes != 0)
        m_paidUntil = std::max(m_paidUntil, now) + timeFor(bytes);
}

bool Throttle::tellsNow(Instant now)
{
    if (m_everTold && now - m_told < kSecond)
        return false;
    m_everTold = true;
    m_told = now;
    return true;
}

} // namespace greensward::mqtt
