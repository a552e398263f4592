// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace greensward::mqtt {

/// A deadline that lives inside what it belongs to. Must be disarmed before it is destroyed.
struct Timer
{
    enum class Of : std::uint8_t { Connection, Session, Retained, Throttle };

    Timer(Of kind, void* whose) : of(kind), owner(whose) {}
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

    bool armed() const { return slot != kIdle; }

    static constexpr std::uint32_t kIdle = std::numeric_limits<std::uint32_t>::max();
    Instant due{};
    std::uint32_t slot = kIdle; ///< place in the heap, kept by TimerHeap
    Of of;
    void* owner;
};

/// Timers by time, in a binary heap that knows where each one sits: arming, moving and disarming cost O(log n) and
/// allocate nothing but the heap itself.
class TimerHeap
{
public:
    /// Arms, or moves an armed one earlier or later.
    void arm(Timer& timer, Instant due);
    void disarm(Timer& timer);
    std::optional<Instant> earliest() const;
    /// Takes out the earliest one that is due, null when there is none.
    Timer* takeDue(Instant now);
    std::size_t size() const { return m_heap.size(); }

private:
    void place(Timer* timer, std::size_t slot);
    void siftUp(std::size_t slot);
    void siftDown(std::size_t slot);

    std::vector<Timer*> m_heap;
};

} // namespace greensward::mqtt
