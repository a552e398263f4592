// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What outlives a connection, and for how long.
#include "broker_world.h"
#include "mqtt/trace_flags.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

/// A client with a session that lasts.
TestClient& lasting(BrokerWorld& world, std::string id, Version version = Version::v5, std::uint32_t expiry = 100)
{
    TestClient& client = world.client(std::move(id), version);
    client.connectPacket.cleanStart = false;
    if (version == Version::v5)
        client.connectPacket.sessionExpiry = expiry;
    return client;
}

class LastingSession : public testing::TestWithParam<Version>
{};
INSTANTIATE_TEST_SUITE_P(Broker, LastingSession, testing::Values(Version::v311, Version::v5),
                         [](const auto& of) { return of.param == Version::v5 ? "v5" : "v311"; });

TEST_P(LastingSession, isToldOfInTheRecorder)
{
    BrokerWorld world;
    lasting(world, "keeps", GetParam()).join().vanish();
    world.joined("leaves", GetParam()).vanish();
    const auto connected = world.rawEvents(trace::Kind::ClientConnected);
    const auto ended = world.rawEvents(trace::Kind::ClientDisconnected);
    ASSERT_EQ(connected.size(), 2U);
    ASSERT_EQ(ended.size(), 2U);
    const std::uint8_t version = GetParam() == Version::v5 ? kVersion5 : 0;
    EXPECT_EQ(connected[0].flags, version);
    EXPECT_EQ(connected[1].flags, version | kCleanStart);
    EXPECT_EQ(ended[0].flags, trace::kSession) << "it waits for its client";
    EXPECT_EQ(ended[1].flags, 0) << "it ended with its connection";
}

TEST_P(LastingSession, keepsSubscriptionsAndMessagesForThoseWhoAreAway)
{
    BrokerWorld world;
    TestClient& away = lasting(world, "away", GetParam());
    EXPECT_EQ(away.connect().take(), Lines{"CONNACK 00"});
    away.subscribe("t/#").vanish();
    TestClient& sender = world.joined("sender", GetParam());
    sender.publish("t/0", "lost", QoS::AtMostOnce);
    sender.publish("t/1", "one", QoS::AtLeastOnce, false, 1);
    sender.publish("t/2", "two", QoS::ExactlyOnce, false, 2);
    sender.ack(PacketType::Pubrel, 2);
    away.take();
    EXPECT_EQ(away.connect().take(), (Lines{"CONNACK 00 present", "PUBLISH t/1 one q1 #1", "PUBLISH t/2 two q2 #2"}));
}

TEST_P(LastingSession, aCleanStartForgetsIt)
{
    BrokerWorld world;
    TestClient& client = lasting(world, "client", GetParam());
    client.join().subscribe("t").vanish();
    client.take();
    client.connectPacket.cleanStart = true;
    EXPECT_EQ(client.connect().take(), Lines{"CONNACK 00"});
    world.joined("sender").publish("t", "x");
    EXPECT_EQ(client.take(), Lines{});
    EXPECT_EQ(world.broker().counters().subscriptions, 0U);
}

TEST_P(LastingSession, isNotKeptWhereTheLimitsSaySo)
{
    Limits limits;
    limits.persistentSessions = false;
    BrokerWorld world(limits);
    TestClient& client = lasting(world, "client", GetParam());
    client.join().subscribe("t").vanish();
    client.take();
    EXPECT_EQ(world.broker().counters().sessions, 0U);
    const std::string answer = client.connect().take().front();
    EXPECT_THAT(answer, testing::StartsWith("CONNACK 00"));
    EXPECT_THAT(answer, testing::Not(HasSubstr("present")));
}

TEST_P(LastingSession, sendsAgainWhatWasNotAcknowledgedInOrderWithTheOldIdsAndDup)
{
    BrokerWorld world;
    TestClient& client = lasting(world, "client", GetParam());
    client.join().subscribe("t/#");
    TestClient& sender = world.joined("sender", GetParam());
    sender.publish("t/1", "a", QoS::AtLeastOnce, false, 1);
    sender.publish("t/2", "b", QoS::ExactlyOnce, false, 2);
    sender.publish("t/3", "c", QoS::AtLeastOnce, false, 3);
    sender.publish("t/4", "d", QoS::ExactlyOnce, false, 4);
    client.take();
    client.ack(PacketType::Puback, 1).ack(PacketType::Pubrec, 4);
    EXPECT_EQ(client.take(), Lines{"PUBREL #4"});
    client.vanish();
    sender.publish("t/5", "e", QoS::AtLeastOnce, false, 5);
    EXPECT_EQ(client.connect().take(), (Lines{"CONNACK 00 present", "PUBLISH t/2 b q2 #2 dup",
                                              "PUBLISH t/3 c q1 #3 dup", "PUBREL #4", "PUBLISH t/5 e q1 #5"}));
    client.ack(PacketType::Pubcomp, 4);
    client.ack(PacketType::Pubrec, 2);
    EXPECT_EQ(client.take(), Lines{"PUBREL #2"});
}

TEST_P(LastingSession, remembersInboundQos2AcrossConnections)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver", GetParam());
    receiver.subscribe("t").take();
    TestClient& client = lasting(world, "client", GetParam());
    client.join().publish("t", "once", QoS::ExactlyOnce, false, 7).vanish();
    client.take();
    client.join();
    Publish again;
    again.topic = "t";
    again.payload = asBytes("once");
    again.qos = QoS::ExactlyOnce;
    again.duplicate = true;
    again.id = 7;
    EXPECT_EQ(client.send(again).take(), Lines{"PUBREC #7"});
    EXPECT_EQ(client.ack(PacketType::Pubrel, 7).take(), Lines{"PUBCOMP #7"});
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH t once q2 #1"});
}

TEST(BrokerSessions, expireAfterTheirInterval)
{
    BrokerWorld world;
    TestClient& client = lasting(world, "client", Version::v5, 5);
    client.join().vanish();
    world.advance(4s);
    EXPECT_EQ(client.connect().take(), Lines{"CONNACK 00 present"});
    client.vanish();
    world.advance(5s);
    EXPECT_EQ(world.broker().counters().sessions, 0U);
    EXPECT_THAT(world.events(trace::Kind::SessionExpired), ElementsAre(HasSubstr("client ")));
    EXPECT_EQ(client.connect().take(), Lines{"CONNACK 00"});
}

TEST(BrokerSessions, of311LiveAsLongAsTheLimitSays)
{
    Limits limits;
    limits.maximumSessionExpiry = 3600;
    BrokerWorld world(limits);
    TestClient& client = lasting(world, "client", Version::v311);
    client.join().vanish();
    world.advance(3599s);
    EXPECT_EQ(world.broker().counters().sessions, 1U);
    world.advance(1s);
    EXPECT_EQ(world.broker().counters().sessions, 0U);
}

TEST(BrokerSessions, neverExpireWithTheLargestInterval)
{
    BrokerWorld world;
    lasting(world, "client", Version::v5, 0xffff'ffff).join().vanish();
    world.advance(24h * 365 * 200);
    EXPECT_EQ(world.broker().counters().sessions, 1U);
}

TEST(BrokerSessions, endWithTheConnectionWithoutAnInterval)
{
    BrokerWorld world;
    TestClient& client = lasting(world, "client", Version::v5, 0);
    client.join().vanish();
    EXPECT_EQ(world.broker().counters().sessions, 0U);
    EXPECT_EQ(client.connect().take(), Lines{"CONNACK 00"});
}

TEST(BrokerSessions, changeTheirIntervalInDisconnect)
{
    BrokerWorld world;
    TestClient& client = lasting(world, "client", Version::v5, 5);
    client.join().disconnect(ReasonCode::Success, 50);
    world.advance(49s);
    client.take();
    EXPECT_EQ(client.connect().take(), Lines{"CONNACK 00 present"});
    client.disconnect(ReasonCode::Success, 0);
    EXPECT_EQ(world.broker().counters().sessions, 0U);
}

TEST(BrokerSessions, mayNotBeGivenAnIntervalInDisconnectWhenTheyHadNone)
{
    BrokerWorld world;
    TestClient& client = world.joined("client");
    EXPECT_EQ(client.disconnect(ReasonCode::Success, 50).take(), (Lines{"DISCONNECT 82", "CLOSED"}));
    EXPECT_THAT(world.events(trace::Kind::ProtocolError), ElementsAre(HasSubstr("[MQTT5-3.14.2.2.2]")));
    EXPECT_EQ(world.broker().counters().sessions, 0U);
}

TEST(BrokerSessions, areTakenOverWithWhatIsInFlight)
{
    BrokerWorld world;
    TestClient& first = lasting(world, "same");
    first.join().subscribe("t");
    world.joined("sender").publish("t", "x", QoS::AtLeastOnce);
    TestClient& second = lasting(world, "same");
    EXPECT_EQ(second.connect().take(), (Lines{"CONNACK 00 present", "PUBLISH t x q1 #1 dup"}));
    EXPECT_EQ(first.take(), (Lines{"SUBACK #1 02", "PUBLISH t x q1 #1", "DISCONNECT 8e", "CLOSED"}));
}

TEST(BrokerSessions, sendAgainNoMoreThanTheNewReceiveMaximumAllows)
{
    BrokerWorld world;
    TestClient& client = lasting(world, "client");
    client.join().subscribe("t");
    TestClient& sender = world.joined("sender");
    for (PacketId id = 1; id <= 4; ++id)
        sender.publish("t", std::to_string(id), QoS::AtLeastOnce, false, id);
    client.vanish();
    client.take();
    client.connectPacket.receiveMaximum = 2;
    client.connect();
    EXPECT_EQ(client.takePublished(), (Lines{"PUBLISH t 1 q1 #1 dup", "PUBLISH t 2 q1 #2 dup"}));
    client.ack(PacketType::Puback, 2);
    EXPECT_EQ(client.take(), Lines{"PUBLISH t 3 q1 #3 dup"});
    client.ack(PacketType::Puback, 1).ack(PacketType::Puback, 3);
    EXPECT_EQ(client.take(), Lines{"PUBLISH t 4 q1 #4 dup"});
}

TEST(BrokerSessions, dropMessagesThatExpiredMeanwhileAndTellTheRestHowLongTheyHave)
{
    BrokerWorld world;
    TestClient& client = lasting(world, "client");
    client.join().subscribe("t").vanish();
    client.take();
    TestClient& sender = world.joined("sender");
    for (const std::uint32_t expiry : {1U, 6U}) {
        Publish packet;
        packet.topic = "t";
        packet.payload = asBytes("x");
        packet.qos = QoS::AtLeastOnce;
        packet.id = static_cast<PacketId>(expiry);
        packet.properties.messageExpiry = expiry;
        sender.send(packet);
    }
    world.advance(3s);
    EXPECT_EQ(client.connect().take(), (Lines{"CONNACK 00 present", "PUBLISH t x q1 #1 expiry=3"}));
    EXPECT_EQ(world.events(trace::Kind::MessageDropped).size(), 1U);
}

TEST(BrokerSessions, keepTheirQueueWithinTheLimits)
{
    Limits limits;
    limits.queueMessages = 3;
    BrokerWorld world(limits);
    TestClient& client = lasting(world, "client");
    client.join().subscribe("t").vanish();
    client.take();
    TestClient& sender = world.joined("sender");
    for (PacketId id = 1; id <= 10; ++id)
        sender.publish("t", std::to_string(id), QoS::AtLeastOnce, false, id);
    EXPECT_EQ(world.broker().counters().dropped, 7U);
    EXPECT_EQ(world.broker().counters().queuedBytes, 6U);
    client.connect();
    EXPECT_EQ(client.takePublished(), (Lines{"PUBLISH t 1 q1 #1", "PUBLISH t 2 q1 #2", "PUBLISH t 3 q1 #3"}))
        << "the newest are dropped";
    for (PacketId id = 1; id <= 3; ++id)
        client.ack(PacketType::Puback, id);
    EXPECT_EQ(world.broker().counters().queuedBytes, 0U);
}

TEST(BrokerSessions, shareATotalLimitOfQueuedBytes)
{
    Limits limits;
    limits.totalQueueBytes = 100;
    BrokerWorld world(limits);
    for (const char* id : {"one", "two"})
        lasting(world, id).join().subscribe("t").vanish();
    TestClient& sender = world.joined("sender");
    for (PacketId id = 1; id <= 10; ++id)
        sender.publish("t", "123456789", QoS::AtLeastOnce, false, id);
    EXPECT_EQ(world.broker().counters().queuedBytes, 100U);
    EXPECT_EQ(world.broker().counters().dropped, 10U);
}

} // namespace
} // namespace greensward::mqtt
