// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/clock_reading.h"

#include "ui/models/payload_number.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace greensward::ui {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t kLargest = 4096; ///< octets of a message that is worth being read for its time
/// What is larger can only be milliseconds, what is smaller than the first no time of ours: 2001 and 5138.
constexpr double kFirstSecond = 1e9;
constexpr double kFirstMilli = 1e11;

} // namespace

void ClockReading::hear(std::string_view payload, WallTime arrived)
{
    const Duration since = arrived - m_lookedAt;
    if (payload.empty() || payload.front() != '{' || payload.size() > kLargest || (since >= 0s && since < 1s))
        return;
    m_lookedAt = arrived;
    const auto told = payloadNumber(payload, QStringLiteral("timestamp"));
    if (!told || !(*told >= kFirstSecond && *told < kFirstMilli * 1000))
        return;
    const bool millis = *told >= kFirstMilli;
    m_coarse = !millis && *told == std::floor(*told);
    const double nanos = *told * (millis ? 1e6 : 1e9);
    const auto clock = WallTime{std::chrono::duration_cast<WallTime::duration>(
        std::chrono::nanoseconds{static_cast<std::int64_t>(nanos)})};
    m_ahead[m_heard++ % kNewest] = clock - arrived;
}

std::optional<Duration> ClockReading::ahead() const
{
    if (m_heard == 0)
        return std::nullopt;
    return *std::max_element(m_ahead.begin(), m_ahead.begin() + static_cast<std::ptrdiff_t>(std::min(m_heard, kNewest)));
}

} // namespace greensward::ui
