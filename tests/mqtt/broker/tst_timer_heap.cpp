// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "mqtt/timer_heap.h"

#include <gtest/gtest.h>
#include <map>
#include <memory>

namespace greensward::mqtt {
namespace {

Instant at(std::int64_t milliseconds)
{
    return Instant(std::chrono::milliseconds(milliseconds));
}

TEST(TimerHeap, firesInTheOrderOfTimeWhateverIsArmedMovedAndDisarmed)
{
    Random random(7);
    TimerHeap heap;
    std::vector<std::unique_ptr<Timer>> timers;
    for (int i = 0; i < 100; ++i)
        timers.push_back(std::make_unique<Timer>(Timer::Of::Session, nullptr));
    for (int round = 0; round < 50; ++round) {
        for (int change = 0; change < 200; ++change) {
            Timer& timer = *timers[random.below(timers.size())];
            if (random.chance(0.3))
                heap.disarm(timer);
            else
                heap.arm(timer, at(static_cast<std::int64_t>(random.below(1000))));
        }
        std::size_t armed = 0;
        Instant earliest = Instant::max();
        for (const auto& timer : timers) {
            armed += timer->armed();
            if (timer->armed())
                earliest = std::min(earliest, timer->due);
        }
        ASSERT_EQ(heap.size(), armed);
        ASSERT_EQ(heap.earliest(), earliest);
        Instant last{};
        while (Timer* timer = heap.takeDue(at(500))) {
            ASSERT_GE(timer->due, last);
            ASSERT_FALSE(timer->armed());
            last = timer->due;
        }
        for (const auto& timer : timers)
            ASSERT_TRUE(!timer->armed() || timer->due > at(500));
    }
}

TEST(TimerHeap, givesNothingBeforeItIsDue)
{
    TimerHeap heap;
    Timer timer(Timer::Of::Connection, nullptr);
    EXPECT_FALSE(heap.earliest());
    heap.arm(timer, at(10));
    EXPECT_EQ(heap.takeDue(at(9)), nullptr);
    EXPECT_EQ(heap.takeDue(at(10)), &timer);
    EXPECT_EQ(heap.takeDue(at(10)), nullptr);
}

} // namespace
} // namespace greensward::mqtt
