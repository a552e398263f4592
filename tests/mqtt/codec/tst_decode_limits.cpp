// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/limits.h"
#include "packet_text.h"

#include <gtest/gtest.h>

namespace greensward::mqtt {

namespace {

std::string refusal(const Bytes& bytes, Version version, const DecodeLimits& limits)
{
    const auto decoded = decodeWhole(bytes, version, Sender::Client, limits);
    return decoded ? std::string("taken") : std::string(text(decoded.error().code));
}

} // namespace

TEST(DecodeLimits, topicLength)
{
    const DecodeLimits limits{.topicLength = 8};
    EXPECT_EQ(refusal(packet(0x30, R"("12345678")"), Version::v311, limits), "taken");
    EXPECT_EQ(refusal(packet(0x30, R"("123456789")"), Version::v311, limits), "Topic Name invalid");
    EXPECT_EQ(refusal(packet(0x82, R"(0001 "12345678" 00)"), Version::v311, limits), "taken");
    EXPECT_EQ(refusal(packet(0x82, R"(0001 "123456789" 00)"), Version::v311, limits), "Topic Filter invalid");
    EXPECT_EQ(refusal(packet(0xa2, R"(0001 "123456789")"), Version::v311, limits), "Topic Filter invalid");
    EXPECT_EQ(refusal(packet(0x10, R"("MQTT" 04 06 0000 "d" "123456789" "")"), Version::v311, limits),
              "Topic Name invalid");
    EXPECT_EQ(refusal(packet(0x30, R"("a" 0c 08 "123456789")"), Version::v5, limits), "Topic Name invalid");
}

TEST(DecodeLimits, topicDepth)
{
    const DecodeLimits limits{.topicLevels = 3};
    EXPECT_EQ(refusal(packet(0x30, R"("a/b/c")"), Version::v311, limits), "taken");
    EXPECT_EQ(refusal(packet(0x30, R"("//")"), Version::v311, limits), "taken");
    EXPECT_EQ(refusal(packet(0x30, R"("///")"), Version::v311, limits), "Topic Name invalid");
    EXPECT_EQ(refusal(packet(0x30, R"("a/b/c/d")"), Version::v311, limits), "Topic Name invalid");
    EXPECT_EQ(refusal(packet(0x82, R"(0001 "+/+/+/#" 00)"), Version::v311, limits), "Topic Filter invalid");
}

TEST(DecodeLimits, filtersOfOnePacket)
{
    const DecodeLimits limits{.filtersPerPacket = 2};
    EXPECT_EQ(refusal(packet(0x82, R"(0001 "a" 00 "b" 00)"), Version::v311, limits), "taken");
    EXPECT_EQ(refusal(packet(0x82, R"(0001 "a" 00 "b" 00 "c" 00)"), Version::v311, limits), "Quota exceeded");
    EXPECT_EQ(refusal(packet(0xa2, R"(0001 "a" "b")"), Version::v311, limits), "taken");
    EXPECT_EQ(refusal(packet(0xa2, R"(0001 "a" "b" "c")"), Version::v311, limits), "Quota exceeded");
}

TEST(DecodeLimits, userProperties)
{
    const DecodeLimits limits{.userProperties = 1};
    EXPECT_EQ(refusal(packet(0x30, R"("a" 05 26 "" "")"), Version::v5, limits), "taken");
    EXPECT_EQ(refusal(packet(0x30, R"("a" 0a 26 "" "" 26 "" "")"), Version::v5, limits), "Quota exceeded");
}

TEST(DecodeLimits, theBrokersDefaultsTakeWhatAwsTakes)
{
    const DecodeLimits limits = Limits{}.decode;
    EXPECT_EQ(
        refusal(packet(0x30, R"("$aws/things/turbine/shadow/name/main/update/accepted" '{}')"), Version::v311, limits),
        "taken");
}

} // namespace greensward::mqtt
