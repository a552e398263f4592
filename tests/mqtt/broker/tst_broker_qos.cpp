// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The flows of QoS 0, 1 and 2, windows and quotas.
#include "broker_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

struct QosCase
{
    int published;
    int subscribed;
    std::string delivered;
};

using QosParameter = std::tuple<QosCase, Version, Version>;

std::string nameOf(const testing::TestParamInfo<QosParameter>& of)
{
    const auto& [qos, from, to] = of.param;
    return fmt::format("published{}subscribed{}from{}to{}", qos.published, qos.subscribed, static_cast<int>(from),
                       static_cast<int>(to));
}

class QosTable : public testing::TestWithParam<QosParameter>
{};
INSTANTIATE_TEST_SUITE_P(Broker, QosTable,
                         testing::Combine(testing::Values(QosCase{0, 0, ""}, QosCase{0, 1, ""}, QosCase{0, 2, ""},
                                                          QosCase{1, 0, ""}, QosCase{1, 1, " q1 #1"},
                                                          QosCase{1, 2, " q1 #1"}, QosCase{2, 0, ""},
                                                          QosCase{2, 1, " q1 #1"}, QosCase{2, 2, " q2 #1"}),
                                          testing::Values(Version::v311, Version::v5),
                                          testing::Values(Version::v311, Version::v5)),
                         nameOf);

TEST_P(QosTable, deliversAtTheLowerOfBoth)
{
    const auto& [qos, from, to] = GetParam();
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver", to);
    EXPECT_EQ(receiver.subscribe("a/+", static_cast<QoS>(qos.subscribed)).take(),
              Lines{fmt::format("SUBACK #1 0{}", qos.subscribed)});
    TestClient& sender = world.joined("sender", from);
    sender.publish("a/b", "hello", static_cast<QoS>(qos.published), false, 33);
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH a/b hello" + qos.delivered});
    const Lines answers = qos.published == 0 ? Lines{} : qos.published == 1 ? Lines{"PUBACK #33"} : Lines{"PUBREC #33"};
    EXPECT_EQ(sender.take(), answers);
}

class BothVersionsQos : public testing::TestWithParam<Version>
{};
INSTANTIATE_TEST_SUITE_P(Broker, BothVersionsQos, testing::Values(Version::v311, Version::v5),
                         [](const auto& of) { return of.param == Version::v5 ? "v5" : "v311"; });

TEST_P(BothVersionsQos, qos2IsRoutedOnceHoweverOftenItIsSent)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver", GetParam());
    receiver.subscribe("t").take();
    TestClient& sender = world.joined("sender", GetParam());
    sender.publish("t", "x", QoS::ExactlyOnce, false, 5).publish("t", "x", QoS::ExactlyOnce, false, 5);
    EXPECT_EQ(sender.take(), (Lines{"PUBREC #5", "PUBREC #5"}));
    EXPECT_EQ(sender.ack(PacketType::Pubrel, 5).take(), Lines{"PUBCOMP #5"});
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH t x q2 #1"});
    sender.publish("t", "y", QoS::ExactlyOnce, false, 5);
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH t y q2 #2"}) << "after PUBCOMP the id is a new message";
}

TEST_P(BothVersionsQos, qos2ToTheReceiverGoesThroughItsFourSteps)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver", GetParam());
    receiver.subscribe("t").take();
    world.joined("sender", GetParam()).publish("t", "x", QoS::ExactlyOnce);
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH t x q2 #1"});
    EXPECT_EQ(receiver.ack(PacketType::Pubrec, 1).take(), Lines{"PUBREL #1"});
    EXPECT_EQ(receiver.ack(PacketType::Pubrec, 1).take(), Lines{"PUBREL #1"}) << "a repeated PUBREC is answered again";
    EXPECT_EQ(world.broker().clients().at(0).inflight, 1U);
    EXPECT_EQ(receiver.ack(PacketType::Pubcomp, 1).take(), Lines{});
    EXPECT_EQ(world.broker().clients().at(0).inflight, 0U);
    EXPECT_EQ(world.broker().counters().queuedBytes, 0U);
}

TEST_P(BothVersionsQos, unknownIdsAreAnsweredAsTheSpecificationSays)
{
    BrokerWorld world;
    TestClient& client = world.joined("client", GetParam());
    const std::string notFound = GetParam() == Version::v5 ? " 92" : "";
    EXPECT_EQ(client.ack(PacketType::Pubrel, 9).take(), Lines{"PUBCOMP #9" + notFound});
    EXPECT_EQ(client.ack(PacketType::Pubrec, 9).take(), Lines{"PUBREL #9" + notFound});
    EXPECT_EQ(client.ack(PacketType::Puback, 9).take(), Lines{});
    EXPECT_EQ(client.ack(PacketType::Pubcomp, 9).take(), Lines{});
    EXPECT_TRUE(client.linked());
}

struct WrongAck
{
    QoS qos;
    PacketType type;
};
class WrongFlow : public testing::TestWithParam<WrongAck>
{};
INSTANTIATE_TEST_SUITE_P(Broker, WrongFlow,
                         testing::Values(WrongAck{QoS::AtLeastOnce, PacketType::Pubrec},
                                         WrongAck{QoS::AtLeastOnce, PacketType::Pubcomp},
                                         WrongAck{QoS::ExactlyOnce, PacketType::Puback},
                                         WrongAck{QoS::ExactlyOnce, PacketType::Pubcomp}));

TEST_P(WrongFlow, isAProtocolError)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("t");
    world.joined("sender").publish("t", "x", GetParam().qos);
    receiver.take();
    EXPECT_EQ(receiver.ack(GetParam().type, 1).take(), (Lines{"DISCONNECT 82", "CLOSED"}));
}

TEST(BrokerQos, aRefusingPubrecEndsTheFlow)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("t").take();
    world.joined("sender").publish("t", "x", QoS::ExactlyOnce);
    receiver.take();
    EXPECT_EQ(receiver.ack(PacketType::Pubrec, 1, ReasonCode::UnspecifiedError).take(), Lines{});
    EXPECT_EQ(world.broker().clients().at(0).inflight, 0U);
}

TEST(BrokerQos, version5IsToldWhenNobodyIsThere)
{
    BrokerWorld world;
    TestClient& sender = world.joined("sender");
    EXPECT_EQ(sender.publish("t", "x", QoS::AtLeastOnce, false, 1).take(), Lines{"PUBACK #1 10"});
    EXPECT_EQ(sender.publish("t", "x", QoS::ExactlyOnce, false, 2).take(), Lines{"PUBREC #2 10"});
    EXPECT_EQ(sender.ack(PacketType::Pubrel, 2).take(), Lines{"PUBCOMP #2"});
}

TEST(BrokerQos, noMoreIsInFlightThanTheReceiverTakes)
{
    BrokerWorld world;
    TestClient& receiver = world.client("receiver");
    receiver.connectPacket.receiveMaximum = 2;
    receiver.join().subscribe("t").take();
    TestClient& sender = world.joined("sender");
    for (PacketId id = 1; id <= 5; ++id)
        sender.publish("t", std::to_string(id), id % 2 == 1 ? QoS::AtLeastOnce : QoS::ExactlyOnce, false, id);
    EXPECT_EQ(receiver.take(), (Lines{"PUBLISH t 1 q1 #1", "PUBLISH t 2 q2 #2"}));
    EXPECT_EQ(receiver.ack(PacketType::Pubrec, 2).take(), Lines{"PUBREL #2"}) << "PUBREC does not open the window";
    EXPECT_EQ(receiver.ack(PacketType::Pubcomp, 2).take(), Lines{"PUBLISH t 3 q1 #3"});
    EXPECT_EQ(receiver.ack(PacketType::Puback, 1).take(), Lines{"PUBLISH t 4 q2 #4"});
    EXPECT_EQ(receiver.ack(PacketType::Puback, 3).take(), Lines{"PUBLISH t 5 q1 #5"});
}

TEST(BrokerQos, theWindowIsAlsoLimitedHere)
{
    Limits limits;
    limits.inflight = 1;
    BrokerWorld world(limits);
    TestClient& receiver = world.joined("receiver", Version::v311);
    receiver.subscribe("t").take();
    TestClient& sender = world.joined("sender");
    sender.publish("t", "1", QoS::AtLeastOnce, false, 1).publish("t", "2", QoS::AtLeastOnce, false, 2);
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH t 1 q1 #1"});
    EXPECT_EQ(receiver.ack(PacketType::Puback, 1).take(), Lines{"PUBLISH t 2 q1 #2"});
}

TEST(BrokerQos, aVersion5ClientMayNotExceedTheReceiveMaximum)
{
    Limits limits;
    limits.receiveMaximum = 3;
    BrokerWorld world(limits);
    TestClient& sender = world.joined("sender");
    for (PacketId id = 1; id <= 3; ++id)
        sender.publish("t", "x", QoS::ExactlyOnce, false, id);
    sender.publish("t", "x", QoS::ExactlyOnce, false, 2);
    EXPECT_TRUE(sender.linked()) << "a repeated one is no new one";
    sender.ack(PacketType::Pubrel, 1).publish("t", "x", QoS::ExactlyOnce, false, 4);
    EXPECT_TRUE(sender.linked()) << "PUBCOMP gives one back";
    sender.take();
    EXPECT_EQ(sender.publish("t", "x", QoS::AtLeastOnce, false, 5).take(), (Lines{"DISCONNECT 93", "CLOSED"}));
    EXPECT_THAT(world.events(trace::Kind::ProtocolError), ElementsAre(HasSubstr("[MQTT5-3.3.4-9]")));
}

TEST(BrokerQos, a311ClientHasNoReceiveMaximum)
{
    Limits limits;
    limits.receiveMaximum = 3;
    BrokerWorld world(limits);
    TestClient& sender = world.joined("sender", Version::v311);
    for (PacketId id = 1; id <= 10; ++id)
        sender.publish("t", "x", QoS::ExactlyOnce, false, id);
    EXPECT_TRUE(sender.linked());
    EXPECT_EQ(sender.take().size(), 10U);
}

TEST(BrokerQos, aQosOrRetainAboveTheLimitsEndsTheConnection)
{
    Limits limits;
    limits.maximumQoS = QoS::AtMostOnce;
    limits.retainAvailable = false;
    BrokerWorld world(limits);
    EXPECT_EQ(world.joined("one").publish("t", "x", QoS::AtLeastOnce).take(), (Lines{"DISCONNECT 9b", "CLOSED"}));
    EXPECT_EQ(world.joined("two").publish("t", "x", QoS::AtMostOnce, true).take(), (Lines{"DISCONNECT 9a", "CLOSED"}));
    EXPECT_EQ(world.joined("three").subscribe("t").take(), Lines{"SUBACK #1 00"}) << "a SUBSCRIBE is granted less";
}

TEST(BrokerQos, thePublisherMayBeItsOwnReceiver)
{
    BrokerWorld world;
    TestClient& client = world.joined("client", Version::v311);
    client.subscribe("t").take();
    client.publish("t", "x", QoS::AtLeastOnce, false, 8);
    EXPECT_THAT(client.take(), testing::UnorderedElementsAre("PUBLISH t x q1 #1", "PUBACK #8"));
}

} // namespace
} // namespace greensward::mqtt
