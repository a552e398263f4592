// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/hint.h"
#include "counter.h"

#include <gmock/gmock.h>

namespace greensward::billing {

using namespace std::chrono_literals;

namespace {

std::vector<Hint> hintsFor(Counter& counter, Hint::Kind kind, std::size_t list)
{
    std::vector<Hint> found;
    for (const Hint& hint : hintsOf(counter.meter.bill(), 100))
        if (hint.kind == kind && hint.list == list)
            found.push_back(hint);
    return found;
}

} // namespace

TEST(Hints, twoOctetsLessHalveTheMessage)
{
    Counter counter;
    const Seat seat = counter.meter.join("wt-1", 0);
    for (int message = 0; message < 100; ++message)
        counter.meter.publish(seat, "a", 5121, false);
    const auto hints = hintsFor(counter, Hint::Kind::JustOverABlock, kNow);
    ASSERT_EQ(hints.size(), 1u);
    EXPECT_EQ(hints[0].size, 5122u);
    EXPECT_EQ(hints[0].units, 2u);
    EXPECT_EQ(hints[0].spare, 2u);
    EXPECT_EQ(hints[0].saves.text(), "0.00010") << "100 of 200 messages at 1 USD a million";
}

TEST(Hints, frequentPingsWereDear)
{
    Counter counter;
    const Seat seat = counter.meter.join("wt-1", 0);
    for (int ping = 0; ping < 60; ++ping) {
        counter.clock.advance(10s);
        counter.meter.ping(seat);
    }
    const auto then = hintsFor(counter, Hint::Kind::Pings, kThen);
    ASSERT_EQ(then.size(), 1u);
    EXPECT_EQ(then[0].who, "wt-1");
    EXPECT_EQ(then[0].units, 60u);
    EXPECT_DOUBLE_EQ(then[0].seconds, 10);
    EXPECT_EQ(then[0].saves.text(), "0.00030");
}

TEST(Hints, eachReceiverCostsAsMuchAsTheSender)
{
    Counter counter;
    const Seat seat = counter.meter.join("wt-1", 0);
    for (int message = 0; message < 10; ++message) {
        counter.meter.publish(seat, "a", 400, false);
        for (int receiver = 0; receiver < 4; ++receiver)
            counter.meter.deliver(seat, "a", 400);
    }
    const auto hints = hintsFor(counter, Hint::Kind::FanOut, kThen);
    ASSERT_EQ(hints.size(), 1u);
    EXPECT_EQ(hints[0].factor, 4u) << "with its publishing, x5";
    EXPECT_EQ(hints[0].saves.text(), "0.00015") << "30 of 40 deliveries";
}

TEST(Hints, smallMessagesCanTravelTogether)
{
    Counter counter;
    const Seat seat = counter.meter.join("wt-1", 0);
    for (int message = 0; message < 50; ++message)
        counter.meter.publish(seat, "a/b", 509, false);
    const auto hints = hintsFor(counter, Hint::Kind::RoomLeft, kNow);
    ASSERT_EQ(hints.size(), 1u);
    EXPECT_EQ(hints[0].size, 512u);
    EXPECT_EQ(hints[0].factor, 10u);
    EXPECT_EQ(hints[0].saves.text(), "0.000045") << "45 of 50 messages";
    EXPECT_TRUE(hintsFor(counter, Hint::Kind::RoomLeft, kThen).empty()) << "509 of 512 octets fill the block";
}

TEST(Hints, dearestComesFirstAndNotMoreThanAskedFor)
{
    Counter counter;
    for (int topic = 1; topic <= 5; ++topic) {
        const Seat seat = counter.meter.join("wt", 0);
        for (int message = 0; message < 10 * topic; ++message)
            counter.meter.publish(seat, std::string(static_cast<std::size_t>(topic), 'a'), 10, false);
        counter.meter.leave(seat);
    }
    const auto hints = hintsOf(counter.meter.bill(), 3);
    ASSERT_EQ(hints.size(), 3u);
    EXPECT_EQ(hints[0].who, "aaaaa");
    EXPECT_FALSE(hints[0].saves < hints[1].saves);
}

} // namespace greensward::billing
