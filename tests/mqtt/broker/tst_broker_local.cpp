// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// In-process taps and origins, and the journeys that the recorder keeps.
#include "broker_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

OutgoingMessage outgoing(std::string_view topic, std::string_view payload, QoS qos = QoS::AtMostOnce,
                         bool retain = false)
{
    OutgoingMessage message;
    message.topic = topic;
    message.payload = asBytes(payload);
    message.qos = qos;
    message.retain = retain;
    return message;
}

TEST(BrokerTaps, seeWhatMatchesBeforeClientsDo)
{
    BrokerWorld world;
    Lines seen;
    const TapId tap = world.broker().tap("t/#", [&](const TappedMessage& m) {
        seen.push_back(fmt::format("{} {} {} q{}{} {}", m.publisher, m.topic, asText(m.payload),
                                   static_cast<int>(m.qos), m.retain ? " retain" : "",
                                   m.properties->contentType.value_or("")));
    });
    Publish packet;
    packet.topic = "t/x";
    packet.payload = asBytes("1");
    packet.qos = QoS::AtLeastOnce;
    packet.id = 1;
    packet.retain = true;
    packet.properties.contentType = "text/plain";
    TestClient& sender = world.joined("sender");
    EXPECT_EQ(sender.send(packet).take(), Lines{"PUBACK #1"}) << "a tap is a matching subscriber";
    sender.publish("other", "2");
    world.broker().publish("$rule", outgoing("t", "3"), world.now());
    EXPECT_EQ(seen, (Lines{"sender t/x 1 q1 retain text/plain", "$rule t 3 q0 "}));
    world.broker().untap(tap);
    sender.publish("t/x", "4");
    EXPECT_EQ(seen.size(), 2U);
}

TEST(BrokerTaps, holdTheAcknowledgementOfWhatTheyKeep)
{
    BrokerWorld world;
    world.broker().tap("t", [](const TappedMessage& m) {
        if (m.waitsFor)
            *m.waitsFor = std::max<Ticket>(*m.waitsFor, 7);
    });
    TestClient& sender = world.joined("sender");
    sender.publish("t", "kept", QoS::AtLeastOnce, false, 1);
    EXPECT_EQ(sender.take(), Lines{}) << "not before it is safe";
    world.broker().committed(6, world.now());
    world.run();
    EXPECT_EQ(sender.take(), Lines{});
    world.broker().committed(7, world.now());
    world.run();
    EXPECT_EQ(sender.take(), Lines{"PUBACK #1"});
}

TEST(BrokerTaps, tellAWillFromAMessage)
{
    BrokerWorld world;
    Lines seen;
    world.broker().tap("#", [&](const TappedMessage& m) {
        seen.push_back(fmt::format("{} {}{}", m.publisher, m.topic, m.will ? " will" : ""));
    });
    TestClient& client = world.client("pump");
    client.connectPacket.will.emplace();
    client.connectPacket.will->topic = "lost";
    client.join();
    client.publish("alive", "");
    client.vanish();
    EXPECT_EQ(seen, (Lines{"pump alive", "pump lost will"}));
}

TEST(BrokerTaps, mayPublishAndItIsRoutedAfterTheCurrentMessage)
{
    BrokerWorld world;
    world.broker().tap("in/+", [&](const TappedMessage& m) {
        OutgoingMessage answer = outgoing("out", asText(m.payload), QoS::AtLeastOnce);
        answer.cause = m.event;
        answer.journey = m.journey;
        world.broker().publish("$rule", answer, world.now());
    });
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("#").take();
    world.joined("sender").publish("in/1", "x");
    EXPECT_EQ(receiver.take(), (Lines{"PUBLISH in/1 x", "PUBLISH out x q1 #1"}));
    const auto published = world.rawEvents(trace::Kind::MessagePublished);
    ASSERT_EQ(published.size(), 2U);
    EXPECT_EQ(published[1].cause, published[0].id);
    EXPECT_EQ(published[1].journey, published[0].id) << "the rule's message continues the journey";
}

TEST(BrokerTaps, mayComeAndGoFromInsideATap)
{
    BrokerWorld world;
    int first = 0;
    int second = 0;
    TapId self = 0;
    self = world.broker().tap("t", [&](const TappedMessage&) {
        ++first;
        world.broker().untap(self);
        world.broker().tap("t", [&](const TappedMessage&) { ++second; });
    });
    TestClient& sender = world.joined("sender");
    sender.publish("t", "1").publish("t", "2");
    EXPECT_EQ(first, 1);
    EXPECT_EQ(second, 1);
}

TEST(BrokerTaps, mayCloseTheClientTheyHear)
{
    BrokerWorld world;
    world.broker().tap("t", [&](const TappedMessage& m) {
        world.broker().closeClient(m.publisher, DisconnectReason::ServerClosed, false, world.now());
    });
    TestClient& sender = world.joined("sender");
    sender.subscribe("t").take();
    EXPECT_EQ(sender.publish("t", "x").take(), (Lines{"PUBLISH t x", "DISCONNECT 98", "CLOSED"}));
}

TEST(BrokerTaps, aLoopOfRulesLeavesTimeForOthers)
{
    BrokerWorld world;
    std::uint64_t rounds = 0;
    bool stop = false;
    world.broker().tap("loop", [&](const TappedMessage& m) {
        ++rounds;
        if (!stop)
            world.broker().publish("$rule", outgoing("loop", asText(m.payload)), world.now());
    });
    TestClient& client = world.joined("client");
    client.publish("loop", "x");
    EXPECT_GT(rounds, 1000U);
    EXPECT_EQ(client.send(Pingreq{}).take(), Lines{"PINGRESP"});
    ASSERT_TRUE(world.broker().nextDeadline());
    EXPECT_LE(*world.broker().nextDeadline(), world.now()) << "the rest is due at once";
    stop = true;
    world.broker().advance(world.now());
    EXPECT_FALSE(world.broker().nextDeadline());
}

TEST(BrokerLocal, publishesToEveryKindOfReceiver)
{
    BrokerWorld world;
    TestClient& five = world.joined("five");
    TestClient& old = world.joined("old", Version::v311);
    five.subscribe("t").take();
    old.subscribe("t").take();
    OutgoingMessage message = outgoing("t", "x", QoS::AtLeastOnce, true);
    message.properties.user = {{"k", "v"}};
    world.broker().publish("$console", message, world.now());
    world.run();
    EXPECT_EQ(five.take(), Lines{"PUBLISH t x q1 #1 k:v"});
    EXPECT_EQ(old.take(), Lines{"PUBLISH t x q1 #1"});
    EXPECT_EQ(world.broker().retained("t")->publisher, "$console");
    EXPECT_THAT(world.events(trace::Kind::MessagePublished), ElementsAre("$console t: "));
}

TEST(BrokerLocal, anInvalidTopicIsRefusedWithTheRule)
{
    BrokerWorld world;
    world.broker().publish("$rule", outgoing("a/#", "x"), world.now());
    EXPECT_THAT(world.events(trace::Kind::MessageRefused), ElementsAre(HasSubstr("[MQTT-")));
}

TEST(BrokerJourney, everyStepOfAMessagePointsToItsPublication)
{
    BrokerWorld world;
    TestClient& receiver = world.client("receiver");
    receiver.connectPacket.receiveMaximum = 1;
    receiver.join().subscribe("#").take();
    TestClient& sender = world.joined("sender");
    sender.publish("t", "1", QoS::AtLeastOnce, false, 1).publish("t", "2", QoS::AtLeastOnce, false, 2);
    receiver.ack(PacketType::Puback, 1);
    sender.publish("t", "3");

    const auto published = world.rawEvents(trace::Kind::MessagePublished);
    const auto delivered = world.rawEvents(trace::Kind::MessageDelivered);
    const auto queued = world.rawEvents(trace::Kind::MessageQueued);
    const auto acknowledged = world.rawEvents(trace::Kind::MessageAcknowledged);
    ASSERT_EQ(published.size(), 3U);
    ASSERT_EQ(delivered.size(), 3U);
    ASSERT_EQ(queued.size(), 1U);
    ASSERT_EQ(acknowledged.size(), 1U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(published[i].journey, published[i].id);
        EXPECT_EQ(delivered[i].cause, published[i].id);
        EXPECT_EQ(delivered[i].journey, published[i].id);
    }
    EXPECT_EQ(queued[0].cause, published[1].id);
    EXPECT_EQ(acknowledged[0].cause, published[0].id);
    EXPECT_EQ(published[0].cause, world.rawEvents(trace::Kind::ClientConnected).at(1).id);
}

TEST(BrokerJourney, tellsWhoMissedAMessageAndWhy)
{
    Limits limits;
    limits.queueMessages = 1;
    BrokerWorld world(limits);
    TestClient& away = world.client("away", Version::v5);
    away.connectPacket.sessionExpiry = 3600;
    away.join().subscribe("t").vanish();
    TestClient& small = world.client("small", Version::v5);
    small.connectPacket.maximumPacketSize = 40;
    small.join().subscribe("t", QoS::AtMostOnce);
    TestClient& sender = world.joined("sender");
    sender.publish("t", "QoS 0").publish("t", "kept", QoS::AtLeastOnce, false, 1);
    sender.publish("t", std::string(100, 'x'), QoS::AtLeastOnce, false, 2);

    const auto published = world.rawEvents(trace::Kind::MessagePublished);
    const auto missed = world.rawEvents(trace::Kind::MessageMissed);
    ASSERT_EQ(published.size(), 3U);
    ASSERT_EQ(missed.size(), 3U);
    for (const std::size_t each : {0U, 2U}) {
        const auto of = std::find_if(missed.begin(), missed.end(),
                                     [&](const auto& one) { return one.cause == published[each].id; });
        ASSERT_NE(of, missed.end());
        EXPECT_EQ(of->journey, published[each].id);
    }
    EXPECT_THAT(world.events(trace::Kind::MessageMissed),
                testing::UnorderedElementsAre(testing::AllOf(testing::StartsWith("away t"), HasSubstr("QoS 0")),
                                              testing::AllOf(testing::StartsWith("away t"), HasSubstr("queue is full")),
                                              testing::AllOf(testing::StartsWith("small t"), HasSubstr("larger"))));
}

TEST(BrokerJourney, aConnectionIsOneFromLinkToEnd)
{
    BrokerWorld world;
    world.joined("client").subscribe("t").disconnect();
    const auto opened = world.rawEvents(trace::Kind::LinkOpened);
    ASSERT_EQ(opened.size(), 1U);
    for (const trace::Kind kind : {trace::Kind::ClientConnected, trace::Kind::Subscribed,
                                   trace::Kind::ClientDisconnected, trace::Kind::LinkClosed}) {
        const auto events = world.rawEvents(kind);
        ASSERT_EQ(events.size(), 1U) << trace::name(kind);
        EXPECT_EQ(events[0].journey, opened[0].id) << trace::name(kind);
    }
}

} // namespace
} // namespace greensward::mqtt
