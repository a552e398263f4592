// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <gtest/gtest.h>

namespace greensward {
namespace {

using namespace std::chrono_literals;

TEST(Clock, manualClockMovesOnlyWhenTold)
{
    ManualClock clock{WallTime{100s}};
    const Instant before = clock.now();
    EXPECT_EQ(clock.now(), before);
    clock.advance(1500ms);
    EXPECT_EQ(clock.now() - before, 1500ms);
    EXPECT_EQ(clock.wall(), WallTime{101500ms});
}

TEST(Clock, systemClockIsMonotonicAndNearTheWall)
{
    const SystemClock clock;
    const Instant first = clock.now();
    EXPECT_LE(first, clock.now());
    const auto offset = clock.wall() - std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
    EXPECT_LT(std::chrono::abs(offset), 5s);
}

TEST(Clock, isoTimesCarryMilliseconds)
{
    EXPECT_EQ(toIso8601(WallTime{0s}), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(toIso8601(WallTime{1500000000s + 7ms}), "2017-07-14T02:40:00.007Z");
    EXPECT_EQ(toIso8601(WallTime{951825599999ms}), "2000-02-29T11:59:59.999Z") << "leap day";
}

} // namespace
} // namespace greensward
