// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/money.h"

#include <gtest/gtest.h>

namespace greensward::billing {

TEST(Money, isExactWhereBinaryFractionsAreNot)
{
    Money sum;
    for (int tenth = 0; tenth < 10; ++tenth)
        sum += *Money::parse("0.1");
    EXPECT_EQ(sum, *Money::parse("1"));
    EXPECT_EQ(Money::parse("0.08")->forUnits(1).text(12), "0.000000080000");
    EXPECT_EQ(Money::parse("0.000001")->forUnits(1).pico(), 1);
}

TEST(Money, holdsTheLargestBill)
{
    EXPECT_EQ(Money::parse("999999.999999")->forUnits(~std::uint64_t{0}).text(0), "18446744073691104871");
}

TEST(Money, readsAsAPersonWouldWriteIt)
{
    const auto shown = [](const char* perMillion, std::uint64_t units) {
        return Money::parse(perMillion)->forUnits(units).text();
    };
    EXPECT_EQ(shown("5", 0), "0.00");
    EXPECT_EQ(shown("5", 620), "0.0031");
    EXPECT_EQ(shown("5", 1), "0.0000050");
    EXPECT_EQ(shown("1", 1'234'567), "1.23");
    EXPECT_EQ(shown("5", 199'999), "1.0000") << "rounded, half up";
    EXPECT_EQ(shown("0.08", 1), "0.000000080");
}

TEST(Money, refusesWhatIsNoPrice)
{
    for (const char* text :
         {"", ".", "1.", ".5", "-1", "+1", "1e3", "1,5", " 1", "1 ", "0x1", "1.0000001", "1234567", "NaN", "1.2.3"})
        EXPECT_FALSE(Money::parse(text)) << '"' << text << '"';
}

} // namespace greensward::billing
