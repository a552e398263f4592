// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/encode.h"
#include "packet_text.h"

#include <gtest/gtest.h>

// Unusual but right: what must be taken, and what it means.
namespace greensward::mqtt {

namespace {

struct Accepted
{
    Version version;
    Sender sender;
    std::uint8_t first;
    std::string_view body;
    std::string_view meaning;
};

constexpr auto v311 = Version::v311;
constexpr auto v5 = Version::v5;
using enum Sender;

constexpr Accepted kCases[] = {
    // CONNECT
    {v311, Client, 0x10, R"("MQTT" 04 02 003c "dev")", R"(CONNECT v4 clean keep-alive=60 id="dev")"},
    {v311, Client, 0x10, R"("MQTT" 04 00 0000 "")", R"(CONNECT v4 keep-alive=0 id="")"},
    {v311, Client, 0x10, R"("MQTT" 04 ee 000a "d" "w/t" "" "u" 0002 00ff)",
     R"(CONNECT v4 clean keep-alive=10 id="d" will="w/t" payload= qos=1 retain delay=0 user-name="u" password=00ff)"},
    {v311, Client, 0x10, R"("MQTT" 04 82 000a "d" "")", R"(CONNECT v4 clean keep-alive=10 id="d" user-name="")"},
    {v5, Client, 0x10, R"("MQTT" 05 42 000a 00 "d" "pw")",
     R"(CONNECT v5 clean keep-alive=10 id="d" password=7077)"}, // without user name [MQTT5 3.1.2.9]
    {v5, Client, 0x10,
     R"("MQTT" 05 02 000a [1100000078 21000a 2700000400 220005 1901 1700 15 "m" 16 "x" 26 "k" "v" 26 "k" "w"] "d")",
     R"(CONNECT v5 clean keep-alive=10 id="d" session-expiry=120 receive-maximum=10 maximum-packet-size=1024 )"
     R"(alias-maximum=5 request-response=1 request-problem=0 auth-method="m" auth-data=78 user "k"="v" user "k"="w")"},
    {v5, Client, 0x10,
     R"("MQTT" 05 16 000a 00 "d" 21 1800000005 0101 020000003c 03 "json" 08 "r" 09 "c" 26 "k" "" "t" "p")",
     R"(CONNECT v5 clean keep-alive=10 id="d" will="t" payload=70 qos=2 delay=5 format=1 expiry=60 )"
     R"(content-type="json" response-topic="r" correlation=63 user "k"="")"},
    // CONNACK
    {v311, Server, 0x20, "0100", "CONNACK 0x00 session"},
    {v311, Server, 0x20, "0001", "CONNACK 0x84"},
    {v311, Server, 0x20, "0002", "CONNACK 0x85"},
    {v311, Server, 0x20, "0003", "CONNACK 0x88"},
    {v311, Server, 0x20, "0004", "CONNACK 0x86"},
    {v311, Server, 0x20, "0005", "CONNACK 0x87"},
    {v5, Server, 0x20, "0000 00", "CONNACK 0x00"},
    {v5, Server, 0x20, "0001", "CONNACK 0x84"}, // a 3.1.1 server's refusal
    {v5, Server, 0x20,
     R"(0000 [1100000001 210002 2400 2500 2700000003 12 "a" 220004 1f "r" 2800 2900 2a00 130005)"
     R"(1a "i" 1c "s" 15 "m" 16 "d" 26 "" "v"])",
     R"(CONNACK 0x00 session-expiry=1 receive-maximum=2 maximum-qos=0 retain=0 maximum-packet-size=3 assigned-id="a" )"
     R"(alias-maximum=4 reason="r" wildcards=0 ids=0 shared=0 keep-alive=5 response-information="i" reference="s" )"
     R"(auth-method="m" auth-data=64 user ""="v")"},
    // PUBLISH
    {v311, Client, 0x30, R"("a")", R"(PUBLISH topic="a" payload= qos=0 id=0)"},
    {v311, Client, 0x3d, R"("a/b" ffff 00ff)", R"(PUBLISH topic="a/b" payload=00ff qos=2 id=65535 retain dup)"},
    {v311, Client, 0x30, R"("$SYS/x" 'p')", R"(PUBLISH topic="$SYS/x" payload=70 qos=0 id=0)"},
    {v5, Client, 0x30, R"("a" 00)", R"(PUBLISH topic="a" payload= qos=0 id=0)"},
    {v5, Client, 0x32, R"("" 0001 03 23ffff 'p')", R"(PUBLISH topic="" payload=70 qos=1 id=1 alias=65535)"},
    {v5, Server, 0x30, R"("a" 07 0b01 0bffffff7f)",
     R"(PUBLISH topic="a" payload= qos=0 id=0 subscription-id=1 subscription-id=268435455)"},
    {v5, Client, 0x30, R"("a" [0100 0200000000 03 "" 08 "a/b" 09 "" 26 "k" "v" 230001])",
     R"(PUBLISH topic="a" payload= qos=0 id=0 format=0 expiry=0 alias=1 content-type="" response-topic="a/b" )"
     R"(correlation= user "k"="v")"},
    // acknowledgements, whole and shortened
    {v311, Client, 0x40, "0001", "PUBACK id=1 0x00"},
    {v311, Server, 0x50, "ffff", "PUBREC id=65535 0x00"},
    {v311, Client, 0x62, "0102", "PUBREL id=258 0x00"},
    {v311, Client, 0x70, "0102", "PUBCOMP id=258 0x00"},
    {v5, Client, 0x40, "0001", "PUBACK id=1 0x00"},
    {v5, Client, 0x40, "0001 97", "PUBACK id=1 0x97"},
    {v5, Client, 0x40, "0001 00 00", "PUBACK id=1 0x00"},
    {v5, Server, 0x40, "0001 10", "PUBACK id=1 0x10"},
    {v5, Server, 0x50, R"(0001 87 [1f "no" 26 "k" "v"])", R"(PUBREC id=1 0x87 reason="no" user "k"="v")"},
    {v5, Client, 0x62, "0001 92", "PUBREL id=1 0x92"},
    {v5, Client, 0x70, "0001 92 00", "PUBCOMP id=1 0x92"},
    // subscriptions
    {v311, Client, 0x82, R"(0001 "a/#" 02 "+" 00)",
     R"(SUBSCRIBE id=1 filter="a/#" qos=2 retain-handling=0 filter="+" qos=0 retain-handling=0)"},
    {v5, Client, 0x82, R"(000a [0b8001 26 "" ""] "a" 2e "$share/g/+" 01)",
     R"(SUBSCRIBE id=10 subscription-id=128 user ""="" filter="a" qos=2 no-local as-published retain-handling=2 )"
     R"(filter="$share/g/+" qos=1 retain-handling=0)"},
    {v311, Server, 0x90, "0001 00 01 02 80", "SUBACK id=1 0x00 0x01 0x02 0x80"},
    {v5, Server, 0x90, R"(0001 04 1f "r" 8f a2 9e)", R"(SUBACK id=1 reason="r" 0x8f 0xa2 0x9e)"},
    {v311, Client, 0xa2, R"(0001 "a" "b/+")", R"(UNSUBSCRIBE id=1 filter="a" filter="b/+")"},
    {v5, Client, 0xa2, R"(0001 07 26 "k" "v" "a")", R"(UNSUBSCRIBE id=1 user "k"="v" filter="a")"},
    {v311, Server, 0xb0, "0001", "UNSUBACK id=1"},
    {v5, Server, 0xb0, "0001 00 00 11", "UNSUBACK id=1 0x00 0x11"},
    // the rest
    {v311, Client, 0xc0, "", "PINGREQ"},
    {v5, Server, 0xd0, "", "PINGRESP"},
    {v311, Client, 0xe0, "", "DISCONNECT 0x00"},
    {v5, Client, 0xe0, "", "DISCONNECT 0x00"},
    {v5, Client, 0xe0, "04", "DISCONNECT 0x04"},
    {v5, Client, 0xe0, "00 05 1100000000", "DISCONNECT 0x00 session-expiry=0"},
    {v5, Server, 0xe0, R"(9d 08 1f "r" 1c "s")", R"(DISCONNECT 0x9d reason="r" reference="s")"},
    {v5, Client, 0xf0, R"(18 08 15 "m" 16 "d")", R"(AUTH 0x18 method="m" data=64)"},
    {v5, Client, 0xf0, R"(19 04 15 "m")", R"(AUTH 0x19 method="m")"},
    {v5, Server, 0xf0, R"(00 04 15 "m")", R"(AUTH 0x00 method="m")"},
    {v5, Server, 0xf0, "", "AUTH 0x00"},
};

} // namespace

TEST(DecodeAccepts, whatTheSpecificationAllows)
{
    for (const auto& row : kCases)
        EXPECT_EQ(describe(decodeWhole(packet(row.first, row.body), row.version, row.sender)), row.meaning)
            << "body: " << row.body;
}

TEST(DecodeAccepts, everyPrefixOfAPacketIsIncompleteOrRefused)
{
    for (const auto& row : kCases) {
        const Bytes whole = packet(row.first, row.body);
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const auto header = decodeHeader(ByteView(whole).first(size), row.sender, {});
            ASSERT_TRUE(header) << row.body;
            EXPECT_TRUE(!*header || (*header)->packetSize() == whole.size()) << row.body;
        }
    }
}

TEST(DecodeAccepts, whatEncodeMakesOfItMeansTheSame)
{
    for (const auto& row : kCases) {
        const Bytes original = packet(row.first, row.body);
        const auto first = decodeWhole(original, row.version, row.sender);
        ASSERT_TRUE(first) << row.body;
        Bytes again;
        encode(again, *first, row.version);
        EXPECT_EQ(describe(decodeWhole(again, row.version, row.sender)), row.meaning);
    }
}

TEST(DecodeAccepts, aReusedPublishKeepsNothingOfTheOneBefore)
{
    Publish publish;
    const auto decode = [&publish](const Bytes& bytes, Version version) {
        const auto header = decodeHeader(bytes, Sender::Server, {});
        ASSERT_TRUE(header && *header);
        ASSERT_TRUE(decodePublish(**header, ByteView(bytes).subspan((*header)->headerSize), version, Sender::Server, {},
                                  publish));
    };
    const Bytes rich =
        packet(0x3b, R"("a" 0007 [0b05 0101 0200000001 03 "t" 08 "r" 09 "c" 26 "k" "v" 230001] 'payload')");
    const Bytes plain = packet(0x30, R"("b")");
    const Bytes plain5 = packet(0x30, R"("b" 00)");
    const std::string expected = R"(PUBLISH topic="b" payload= qos=0 id=0)";
    ASSERT_NO_FATAL_FAILURE(decode(rich, Version::v5));
    ASSERT_FALSE(publish.properties.empty());
    ASSERT_NO_FATAL_FAILURE(decode(plain, Version::v311));
    EXPECT_EQ(describe(Packet{publish}), expected);
    ASSERT_NO_FATAL_FAILURE(decode(rich, Version::v5));
    ASSERT_NO_FATAL_FAILURE(decode(plain5, Version::v5));
    EXPECT_EQ(describe(Packet{publish}), expected);
}

} // namespace greensward::mqtt
