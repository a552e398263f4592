// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.h"

#include <gtest/gtest.h>

namespace greensward {
namespace {

TEST(Bytes, textAndOctetsAreTheSameMemory)
{
    const std::string text("a\0b", 3);
    EXPECT_EQ(asBytes(text).size(), 3u);
    EXPECT_EQ(asText(asBytes(text)), text);
    EXPECT_EQ(asText(toBytes(text)), text);
}

TEST(Bytes, hexHasTwoLowerCaseDigitsAnOctet)
{
    EXPECT_EQ(toHex(Bytes{0x00, 0x0f, 0xf0, 0xff}), "000ff0ff");
    EXPECT_EQ(toHex({}), "");
}

} // namespace
} // namespace greensward
