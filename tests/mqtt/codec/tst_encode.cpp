// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/encode.h"
#include "packet_text.h"

#include <gtest/gtest.h>

namespace greensward::mqtt {

namespace {

std::string encoded(const Packet& packet, Version version)
{
    Bytes out;
    encode(out, packet, version);
    return toHex(out);
}

Ack ack(PacketType type, ReasonCode code = ReasonCode::Success)
{
    Ack made;
    made.type = type;
    made.id = 1;
    made.code = code;
    return made;
}

Connack connack(ReasonCode code)
{
    Connack made;
    made.sessionPresent = true;
    made.code = code;
    return made;
}

Disconnect disconnect(ReasonCode code)
{
    Disconnect made;
    made.code = code;
    return made;
}

std::string bytes(std::uint8_t first, std::string_view body)
{
    return toHex(packet(first, body));
}

} // namespace

TEST(Encode, connectFlags)
{
    Connect connect;
    connect.clientId = "d";
    connect.keepAlive = 60;
    EXPECT_EQ(encoded(connect, Version::v311), bytes(0x10, R"("MQTT" 04 02 003c "d")"));
    connect.cleanStart = false;
    connect.will =
        Will{.topic = "t", .payload = asBytes("p"), .qos = QoS::ExactlyOnce, .retain = true, .properties = {}};
    connect.userName = "u";
    connect.password = asBytes("w");
    EXPECT_EQ(encoded(connect, Version::v311), bytes(0x10, R"("MQTT" 04 f4 003c "d" "t" "p" "u" "w")"));
    connect.version = Version::v5;
    connect.will->delay = 7;
    connect.sessionExpiry = 0xffff'ffff;
    EXPECT_EQ(encoded(connect, Version::v5),
              bytes(0x10, R"("MQTT" 05 f4 003c 05 11ffffffff "d" 05 1800000007 "t" "p" "u" "w")"));
}

TEST(Encode, aRefusingConnackNeverSaysSessionPresent)
{
    EXPECT_EQ(encoded(connack(ReasonCode::NotAuthorized), Version::v311), "20020005");
    EXPECT_EQ(encoded(connack(ReasonCode::NotAuthorized), Version::v5), "2003008700");
    EXPECT_EQ(encoded(connack(ReasonCode::Success), Version::v311), "20020100");
}

TEST(Encode, whatHasNothingToSayIsShort)
{
    constexpr auto kNotFound = ReasonCode::PacketIdentifierNotFound;
    EXPECT_EQ(encoded(ack(PacketType::Puback), Version::v311), "40020001");
    EXPECT_EQ(encoded(ack(PacketType::Puback), Version::v5), "40020001");
    EXPECT_EQ(encoded(ack(PacketType::Pubrel, kNotFound), Version::v5), "6203000192");
    EXPECT_EQ(encoded(ack(PacketType::Pubcomp, kNotFound), Version::v311), "70020001");
    Ack explained = ack(PacketType::Pubrec);
    explained.reasonString = "r";
    EXPECT_EQ(encoded(explained, Version::v5), bytes(0x50, R"(0001 00 04 1f "r")"));
    EXPECT_EQ(encoded(Disconnect{}, Version::v5), "e000");
    EXPECT_EQ(encoded(disconnect(ReasonCode::ServerShuttingDown), Version::v5), "e0018b");
    EXPECT_EQ(encoded(disconnect(ReasonCode::ServerShuttingDown), Version::v311), "e000");
    EXPECT_EQ(encoded(Pingreq{}, Version::v5), "c000");
    EXPECT_EQ(encoded(Pingresp{}, Version::v5), "d000");
    EXPECT_EQ(encoded(Auth{}, Version::v5), "f000");
}

TEST(Encode, subackOf311KnowsOneFailure)
{
    Suback suback;
    suback.id = 3;
    suback.codes = {ReasonCode::GrantedQoS2, ReasonCode::NotAuthorized, ReasonCode::TopicFilterInvalid,
                    ReasonCode::Success};
    EXPECT_EQ(encoded(suback, Version::v311), "9006000302808000");
    EXPECT_EQ(encoded(suback, Version::v5), "9007000300"
                                            "02878f00");
}

TEST(Encode, unsubackOf311HasNoCodes)
{
    Unsuback unsuback;
    unsuback.id = 3;
    unsuback.codes = {ReasonCode::NoSubscriptionExisted};
    EXPECT_EQ(encoded(unsuback, Version::v311), "b0020003");
    EXPECT_EQ(encoded(unsuback, Version::v5), "b00400030011");
}

TEST(Encode, propertiesAreLeftOutOf311)
{
    Publish publish;
    publish.topic = "a";
    publish.payload = asBytes("p");
    publish.properties.contentType = "json";
    publish.properties.user.emplace_back("k", "v");
    EXPECT_EQ(encoded(publish, Version::v311), bytes(0x30, R"("a" 'p')"));
    EXPECT_EQ(encoded(publish, Version::v5), bytes(0x30, R"("a" 0e 03 "json" 26 "k" "v" 'p')"));
    Subscribe subscribe;
    subscribe.id = 1;
    subscribe.entries = {{"a", {QoS::AtLeastOnce, true, true, 2}}};
    EXPECT_EQ(encoded(subscribe, Version::v311), bytes(0x82, R"(0001 "a" 01)"));
    EXPECT_EQ(encoded(subscribe, Version::v5), bytes(0x82, R"(0001 00 "a" 2d)"));
}

TEST(Encode, appendsBehindWhatIsThere)
{
    Bytes out{0xaa};
    encode(out, Pingreq{});
    encode(out, ack(PacketType::Puback), Version::v311);
    EXPECT_EQ(toHex(out), "aac00040020001");
}

TEST(Encode, remainingLengthAtItsBorders)
{
    // Topic "a" takes three bytes, so the payload is three less than the remaining length.
    struct Border
    {
        std::size_t remaining;
        std::string_view length;
    };
    static constexpr Border kBorders[] = {{127, "7f"},        {128, "8001"},         {16'383, "ff7f"},
                                          {16'384, "808001"}, {2'097'151, "ffff7f"}, {2'097'152, "80808001"}};
    for (const auto& border : kBorders) {
        const Bytes payload(border.remaining - 3, 0x55);
        Publish publish;
        publish.topic = "a";
        publish.payload = payload;
        Bytes out;
        encode(out, publish, Version::v311);
        EXPECT_EQ(toHex(ByteView(out).subspan(1, border.length.size() / 2)), border.length);
        EXPECT_EQ(out.size(), 1 + border.length.size() / 2 + border.remaining);
        EXPECT_EQ(encodedSize(publish, Version::v311), out.size());
    }
}

} // namespace greensward::mqtt
