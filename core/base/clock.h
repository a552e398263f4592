// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

namespace greensward {

using Duration = std::chrono::nanoseconds;

/// Tag of the engine's monotonic time line. It has no now(): time is handed in, never asked for, inside core.
struct EngineTime
{
    using duration = Duration;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<EngineTime>;
    static constexpr bool is_steady = true;
};

/// A moment on the monotonic time line; deadlines are computed with it. Virtual in simulations.
using Instant = EngineTime::time_point;

/// A moment as a person's clock tells it: nanoseconds since 1970-01-01T00:00:00Z.
using WallTime = std::chrono::time_point<std::chrono::system_clock, Duration>;

/// Where time comes from. One per workspace, handed in by app (or by a simulation).
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual WallTime wall() const = 0;
};

/// The machine's own clocks: CLOCK_MONOTONIC and CLOCK_REALTIME. Any thread.
class SystemClock final : public Clock
{
public:
    Instant now() const override;
    WallTime wall() const override;
};

/// A clock that moves only when told to; starts at Instant{} and at the given wall time. One thread moves it, any may
/// look.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(WallTime start = WallTime{std::chrono::seconds{1'500'000'000}}) : m_wallStart(start) {}
    Instant now() const override { return m_now.load(); }
    WallTime wall() const override { return m_wallStart + now().time_since_epoch(); }
    void advance(Duration by) { m_now = now() + by; }
    void set(Instant now) { m_now = now; }

private:
    std::atomic<Instant> m_now{};
    WallTime m_wallStart;
};

/// "2026-11-22T10:43:12.418Z"
std::string toIso8601(WallTime time);

} // namespace greensward
