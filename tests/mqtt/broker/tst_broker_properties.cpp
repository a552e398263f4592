// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What MQTT 5 adds to a PUBLISH: properties, aliases, packet sizes; and 3.1.1 receivers of it.
#include "broker_world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

using namespace std::chrono_literals;

Publish rich(std::string_view topic, QoS qos)
{
    Publish packet;
    packet.topic = topic;
    packet.payload = asBytes("x");
    packet.qos = qos;
    packet.id = qos == QoS::AtMostOnce ? PacketId{0} : PacketId{1};
    packet.properties.payloadFormat = std::uint8_t{1};
    packet.properties.messageExpiry = 60;
    packet.properties.contentType = "text/plain";
    packet.properties.responseTopic = "answers";
    packet.properties.correlation = asBytes("42");
    packet.properties.user = {{"b", "1"}, {"a", "2"}, {"b", "3"}};
    return packet;
}
const std::string kRich = " format=1 expiry=60 type=text/plain response=answers correlation=42 b:1 a:2 b:3";

TEST(BrokerProperties, areForwardedInOrderAtEveryQos)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("t").take();
    TestClient& old = world.joined("old", Version::v311);
    old.subscribe("t").take();
    TestClient& sender = world.joined("sender");
    sender.send(rich("t", QoS::AtMostOnce)).send(rich("t", QoS::AtLeastOnce)).send(rich("t", QoS::ExactlyOnce));
    EXPECT_EQ(receiver.take(),
              (Lines{"PUBLISH t x" + kRich, "PUBLISH t x q1 #1" + kRich, "PUBLISH t x q2 #2" + kRich}));
    EXPECT_EQ(old.take(), (Lines{"PUBLISH t x", "PUBLISH t x q1 #1", "PUBLISH t x q2 #2"}));
}

TEST(BrokerProperties, areKeptWithRetainedMessages)
{
    BrokerWorld world;
    Publish packet = rich("t", QoS::AtLeastOnce);
    packet.retain = true;
    world.joined("sender").send(packet);
    EXPECT_EQ(world.joined("late").subscribe("t").takePublished(), Lines{"PUBLISH t x q1 #1 retain" + kRich});
}

Publish aliased(std::string_view topic, std::uint16_t alias, std::string_view payload)
{
    Publish packet;
    packet.topic = topic;
    packet.payload = asBytes(payload);
    packet.properties.topicAlias = alias;
    return packet;
}

TEST(BrokerAliases, ofTheClientStandForTheirTopics)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("#").take();
    TestClient& sender = world.joined("sender");
    sender.send(aliased("a", 1, "1")).send(aliased("b", 2, "2")).send(aliased("", 1, "3")).send(aliased("c", 1, "4"));
    sender.send(aliased("", 1, "5")).send(aliased("", 2, "6"));
    EXPECT_EQ(receiver.take(),
              (Lines{"PUBLISH a 1", "PUBLISH b 2", "PUBLISH a 3", "PUBLISH c 4", "PUBLISH c 5", "PUBLISH b 6"}));
}

TEST(BrokerAliases, areForgottenWithTheConnection)
{
    BrokerWorld world;
    TestClient& sender = world.client("sender");
    sender.connectPacket.sessionExpiry = 100;
    sender.connectPacket.cleanStart = false;
    sender.join().send(aliased("a", 1, "1")).vanish();
    sender.join();
    EXPECT_EQ(sender.send(aliased("", 1, "2")).take(), (Lines{"DISCONNECT 82", "CLOSED"}));
}

TEST(BrokerAliases, aboveTheMaximumAreInvalid)
{
    Limits limits;
    limits.topicAliasMaximum = 5;
    BrokerWorld world(limits);
    TestClient& sender = world.joined("sender");
    sender.send(aliased("a", 5, "1"));
    EXPECT_TRUE(sender.linked());
    EXPECT_EQ(sender.send(aliased("a", 6, "1")).take(), (Lines{"DISCONNECT 94", "CLOSED"}));
}

TEST(BrokerAliases, areUsedTowardsClientsThatAllowThem)
{
    BrokerWorld world;
    TestClient& receiver = world.client("receiver");
    receiver.connectPacket.topicAliasMaximum = 1;
    receiver.join().subscribe("#").take();
    TestClient& plain = world.joined("plain");
    plain.subscribe("#").take();
    TestClient& sender = world.joined("sender");
    sender.publish("a", "1")
        .publish("a", "2", QoS::AtLeastOnce)
        .publish("a", "3", QoS::ExactlyOnce, false, 2)
        .publish("b", "4");
    EXPECT_EQ(receiver.take(),
              (Lines{"PUBLISH a 1 alias=1", "PUBLISH  2 q1 #1 alias=1", "PUBLISH  3 q2 #2 alias=1", "PUBLISH b 4"}));
    EXPECT_EQ(plain.take(), (Lines{"PUBLISH a 1", "PUBLISH a 2 q1 #1", "PUBLISH a 3 q2 #2", "PUBLISH b 4"}));
}

TEST(BrokerPacketSize, ofTheClientIsHonoured)
{
    BrokerWorld world;
    TestClient& receiver = world.client("receiver");
    receiver.connectPacket.maximumPacketSize = 64;
    receiver.connectPacket.sessionExpiry = 100;
    receiver.connectPacket.cleanStart = false;
    receiver.join().subscribe("t").take();
    const std::string small(32, '.');
    const std::string large(64, '.');
    TestClient& sender = world.joined("sender");
    PacketId id = 1;
    for (const QoS qos : {QoS::AtMostOnce, QoS::AtLeastOnce, QoS::ExactlyOnce})
        for (const std::string& payload : {large, small})
            sender.publish("t", payload, qos, false, id++);
    EXPECT_EQ(receiver.take(),
              (Lines{"PUBLISH t " + small, "PUBLISH t " + small + " q1 #1", "PUBLISH t " + small + " q2 #2"}));
    EXPECT_EQ(world.broker().counters().dropped, 3U);
    EXPECT_EQ(world.broker().clients().at(0).inflight, 2U) << "what was too large counts as done";
    EXPECT_FALSE(world.events(trace::Kind::MessageDropped).empty());
}

TEST(BrokerPacketSize, beyondOurOwnLimitEndsTheConnection)
{
    Limits limits;
    limits.decode.packetSize = 1000;
    BrokerWorld world(limits);
    TestClient& sender = world.joined("sender");
    sender.publish("t", std::string(900, 'x'));
    EXPECT_TRUE(sender.linked());
    EXPECT_EQ(sender.publish("t", std::string(1000, 'x')).take(), (Lines{"DISCONNECT 95", "CLOSED"}));
    EXPECT_EQ(world.events(trace::Kind::ProtocolError).size(), 1U);
}

TEST(BrokerReasonStrings, areOnlySentToThoseWhoWantThem)
{
    class Strict final : public Gatekeeper
    {
        Verdict publish(const Peer&, std::string_view, Publish&) override
        {
            return Verdict::refuse(ReasonCode::NotAuthorized, "no policy allows it");
        }
    };
    Strict strict;
    BrokerWorld world({}, &strict);
    struct Case
    {
        std::optional<bool> wanted;
        std::optional<std::uint32_t> maximumPacketSize;
        std::size_t bytes;
    };
    // A PUBACK with a code has 5 bytes; with properties and the reason string 5 + 1 + 3 + 19.
    for (const Case c : {Case{{}, {}, 28}, Case{true, {}, 28}, Case{false, {}, 5}, Case{true, 27, 5}}) {
        TestClient& client = world.client("client");
        client.connectPacket.requestProblemInformation = c.wanted;
        client.connectPacket.maximumPacketSize = c.maximumPacketSize;
        client.join();
        client.take();
        client.publish("t", "x", QoS::AtLeastOnce);
        EXPECT_EQ(client.bytesReceived(), c.bytes);
        EXPECT_EQ(client.take(), Lines{"PUBACK #1 87"});
        client.vanish();
    }
}

} // namespace
} // namespace greensward::mqtt
