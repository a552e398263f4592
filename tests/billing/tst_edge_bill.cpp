// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/edge_bill.h"
#include "counter.h"

#include <gtest/gtest.h>

namespace greensward::billing {

using namespace std::chrono_literals;

struct EdgeBilling : testing::Test
{
    Counter counter;
    std::vector<std::shared_ptr<const PriceList>> lists = counter.meter.bill().lists;
    const PriceList& then() const { return *lists[kThen]; }
    const PriceList& now() const { return *lists[kNow]; }
};

TEST_F(EdgeBilling, WhatNeverLeftIsWhatDidNotGoUp)
{
    // A turbine's hour: four sensors, a reading every ten seconds, one summary.
    const EdgeTraffic hour{.localMessages = 1440, .localBytes = 1440 * 80, .cloudMessages = 1, .cloudBytes = 300};
    const EdgeBill bill = edgeBill(hour, then());
    EXPECT_EQ(bill.keptMessages, 1439u);
    EXPECT_EQ(bill.keptBytes, 1440u * 80 - 300);
    EXPECT_EQ(bill.raw.text(6), "0.007200") << "1440 messages at 5 USD a million";
    EXPECT_EQ(bill.up.text(6), "0.000005");
    EXPECT_EQ(bill.saved().text(6), "0.007195");
}

TEST_F(EdgeBilling, LargeMessagesAreCountedInBlocks)
{
    const EdgeTraffic traffic{.localMessages = 10, .localBytes = 10 * 1100, .cloudMessages = 0, .cloudBytes = 0};
    EXPECT_EQ(edgeBill(traffic, then()).raw.pico(), 22 * 5'000'000) << "11000 octets are 22 blocks of 512";
    EXPECT_EQ(edgeBill(traffic, now()).raw.pico(), 10 * 1'000'000) << "a message is one at least";
}

TEST_F(EdgeBilling, AMonthOfAFleetHasThePriceOfItsCores)
{
    const EdgeTraffic hour{.localMessages = 144'000, .localBytes = 11'520'000, .cloudMessages = 100, .cloudBytes = 30'000};
    const EdgeBill month = edgeMonth(hour, 1h, 100, then());
    EXPECT_EQ(month.raw.text(), "518.40") << "103.68 M messages";
    EXPECT_EQ(month.up.text(), "0.3600");
    EXPECT_EQ(month.cores.text(), "16.00") << "100 cores at 0.16 a month";
    EXPECT_EQ(month.saved().text(), "502.04");
}

TEST_F(EdgeBilling, ACoreForNothingSavesNothing)
{
    const EdgeBill month = edgeMonth({.localMessages = 1, .localBytes = 10}, 1h, 1, now());
    EXPECT_TRUE(month.saved().isZero());
    EXPECT_FALSE(month.cores.isZero());
    const EdgeBill nothing = edgeMonth({.localMessages = 1, .localBytes = 10}, 10ms, 1, now());
    EXPECT_TRUE(nothing.raw.isZero()) << "nobody is projected from nothing";
}

TEST_F(EdgeBilling, MoreUpThanLocalIsNothingKept)
{
    const EdgeBill bill = edgeBill({.localMessages = 1, .localBytes = 5, .cloudMessages = 9, .cloudBytes = 90}, then());
    EXPECT_EQ(bill.keptMessages, 0u);
    EXPECT_EQ(bill.keptBytes, 0u);
    EXPECT_TRUE(bill.saved().isZero());
}

} // namespace greensward::billing
