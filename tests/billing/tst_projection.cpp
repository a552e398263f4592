// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/projection.h"
#include "counter.h"

#include <gtest/gtest.h>

namespace greensward::billing {

using namespace std::chrono_literals;

TEST(Projection, aMonthOfManyTurbinesIsTheirRateTimesThirtyDays)
{
    Counter counter;
    const Seat seat = counter.meter.join("wt-1", 0);
    counter.meter.subscribe(seat, 10);
    for (int second = 0; second < 90; ++second) {
        counter.clock.advance(1s);
        counter.meter.publish(seat, "a", 100, false);
    }
    const Bill bill = counter.meter.bill();
    const Use month = monthOf(bill.clients[0].use, 500, bill);
    constexpr std::uint64_t kMessages = 30ull * 86'400 * 500;
    EXPECT_EQ(month.units[kThen][Quantity::Published], kMessages);
    EXPECT_EQ(month.units[kNow][Quantity::ConnectionMinute], kMonthMinutes * 500) << "not two minutes for 90 s";
    EXPECT_EQ(month.units[kNow][Quantity::Connect], 500u);
    EXPECT_EQ(month.units[kNow][Quantity::Subscribe], 500u);
    EXPECT_EQ(bill.lists[kThen]->cost(month.units[kThen]).text(), "6480.00") << "1,296 M messages at 5 USD";
    EXPECT_EQ(bill.lists[kNow]->cost(month.units[kNow]).text(), "1238.53")
        << "1,000 + 296.001 × 0.80 and 21.6 M minutes at 0.08";
}

TEST(Projection, nobodyIsProjectedFromNothing)
{
    Counter counter;
    counter.meter.count(Quantity::HttpPublish, "lab", "a", 10);
    const Bill bill = counter.meter.bill();
    EXPECT_EQ(monthOf(bill.clients[0].use, 500, bill), Use{});
}

} // namespace greensward::billing
