// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Subscriptions and their options, overlapping and shared ones.
#include "broker_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(BrokerSubscribe, overlappingSubscriptionsGiveOneCopyWithTheHighestQosAndAllIdentifiers)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver");
    receiver.subscribeWith("t/#", {.qos = QoS::AtMostOnce}, 2).subscribeWith("t/+", {.qos = QoS::AtLeastOnce}, 3);
    receiver.subscribeWith("#", {.qos = QoS::AtMostOnce}).take();
    TestClient& sender = world.joined("sender");
    sender.publish("t/x", "a", QoS::ExactlyOnce);
    sender.publish("t/x", "b", QoS::AtMostOnce);
    sender.publish("u", "c", QoS::ExactlyOnce, false, 2);
    EXPECT_EQ(receiver.take(), (Lines{"PUBLISH t/x a q1 #1 ids=2,3", "PUBLISH t/x b ids=2,3", "PUBLISH u c"}));
}

TEST(BrokerSubscribe, aRepeatedSubscriptionReplacesQosAndIdentifier)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver");
    receiver.subscribeWith("t", {.qos = QoS::ExactlyOnce}, 2).subscribeWith("t", {.qos = QoS::AtMostOnce}, 9).take();
    world.joined("sender").publish("t", "a", QoS::ExactlyOnce);
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH t a ids=9"});
    EXPECT_EQ(world.broker().counters().subscriptions, 1U);
}

TEST(BrokerSubscribe, noLocalKeepsOnesOwnMessagesAway)
{
    BrokerWorld world;
    TestClient& client = world.joined("client");
    client.subscribeWith("t", {.qos = QoS::AtLeastOnce, .noLocal = true}).take();
    EXPECT_EQ(client.publish("t", "own", QoS::AtLeastOnce).take(), Lines{"PUBACK #1 10"});
    world.joined("other").publish("t", "foreign");
    EXPECT_EQ(client.take(), Lines{"PUBLISH t foreign"});
    client.subscribeWith("#", {.qos = QoS::AtMostOnce}, 5).take();
    client.publish("t", "own", QoS::AtLeastOnce);
    EXPECT_EQ(client.takePublished(), Lines{"PUBLISH t own ids=5"}) << "by the subscription without the option";
}

TEST(BrokerSubscribe, answersEveryFilterInOrder)
{
    BrokerWorld world;
    TestClient& client = world.joined("client", Version::v311);
    Subscribe packet;
    packet.id = 77;
    packet.entries = {
        {"a", {.qos = QoS::ExactlyOnce}}, {"b/#", {.qos = QoS::AtMostOnce}}, {"+/c", {.qos = QoS::AtLeastOnce}}};
    EXPECT_EQ(client.send(packet).take(), Lines{"SUBACK #77 02 00 01"});
    EXPECT_THAT(world.events(trace::Kind::Subscribed),
                ElementsAre("client a: QoS 2", "client b/#: QoS 0", "client +/c: QoS 1"));
}

TEST(BrokerSubscribe, unsubscribingEndsDelivery)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("a").subscribe("b").take();
    EXPECT_EQ(receiver.unsubscribe("a").take(), Lines{"UNSUBACK #2 00"});
    EXPECT_EQ(receiver.unsubscribe("a").take(), Lines{"UNSUBACK #2 11"});
    TestClient& old = world.joined("old", Version::v311);
    EXPECT_EQ(old.unsubscribe("never").take(), Lines{"UNSUBACK #2"});
    TestClient& sender = world.joined("sender");
    sender.publish("a", "x").publish("b", "x");
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH b x"});
}

TEST(BrokerSubscribe, changesReachAPublisherWhoStaysWithItsTopic)
{
    BrokerWorld world;
    TestClient& sender = world.joined("sender");
    TestClient& one = world.joined("one");
    TestClient& two = world.joined("two");
    sender.publish("t", "1");
    one.subscribe("t").take();
    sender.publish("t", "2");
    two.subscribe("+").take();
    sender.publish("t", "3");
    one.unsubscribe("t");
    sender.publish("t", "4");
    two.vanish();
    sender.publish("t", "5");
    EXPECT_EQ(one.takePublished(), (Lines{"PUBLISH t 2", "PUBLISH t 3"}));
    EXPECT_EQ(two.take(), (Lines{"PUBLISH t 3", "PUBLISH t 4"}));
}

TEST(BrokerSubscribe, wildcardsDoNotReachDollarTopics)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("#").subscribe("+/x").subscribe("$SYS/#").take();
    world.joined("sender").publish("$SYS/x", "1").publish("$other/x", "2");
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH $SYS/x 1"});
}

TEST(BrokerSubscribe, aSessionHasOnlySoManySubscriptions)
{
    Limits limits;
    limits.subscriptionsPerSession = 1;
    BrokerWorld world(limits);
    TestClient& client = world.joined("client");
    EXPECT_EQ(client.subscribe("a").take(), Lines{"SUBACK #1 02"});
    EXPECT_EQ(client.subscribe("b").take(), Lines{"SUBACK #1 97"});
    EXPECT_EQ(client.subscribe("a", QoS::AtMostOnce).take(), Lines{"SUBACK #1 00"}) << "replacing is not adding";
}

struct Forbidden
{
    std::string name;
    void (*take)(Limits&);
    std::string filter;
    std::uint32_t identifier;
    std::string answer5;
    std::string answer311;
};
class ForbiddenSubscription : public testing::TestWithParam<Forbidden>
{};
INSTANTIATE_TEST_SUITE_P(Broker, ForbiddenSubscription,
                         testing::Values(Forbidden{"wildcards", [](Limits& l) { l.wildcardSubscriptions = false; },
                                                   "a/#", 0, "a2", "SUBACK #1 80"},
                                         Forbidden{"shared", [](Limits& l) { l.sharedSubscriptions = false; },
                                                   "$share/g/a", 0, "9e", "SUBACK #1 80"},
                                         Forbidden{"identifiers", [](Limits& l) { l.subscriptionIdentifiers = false; },
                                                   "a", 7, "a1", ""}),
                         [](const auto& of) { return of.param.name; });

TEST_P(ForbiddenSubscription, isAProtocolErrorForThoseWhoWereTold)
{
    Limits limits;
    GetParam().take(limits);
    BrokerWorld world(limits);
    TestClient& client = world.joined("client");
    EXPECT_EQ(client.subscribeWith(GetParam().filter, {}, GetParam().identifier).take(),
              (Lines{"DISCONNECT " + GetParam().answer5, "CLOSED"}));
    if (GetParam().answer311.empty())
        return;
    EXPECT_EQ(world.joined("old", Version::v311).subscribe(GetParam().filter).take(), Lines{GetParam().answer311});
}

TEST(BrokerShared, eachMessageGoesToOneMemberInTurn)
{
    BrokerWorld world;
    std::vector<TestClient*> members;
    for (const char* id : {"a", "b", "c"}) {
        members.push_back(&world.joined(id));
        members.back()->subscribe("$share/group/t/+").take();
    }
    TestClient& outside = world.joined("outside");
    outside.subscribe("t/#").take();
    TestClient& sender = world.joined("sender");
    for (int i = 0; i < 9; ++i)
        sender.publish("t/x", std::to_string(i));
    for (TestClient* member : members)
        EXPECT_EQ(member->take().size(), 3U) << member->id();
    EXPECT_EQ(outside.take().size(), 9U);
}

TEST(BrokerShared, groupsAndOrdinarySubscriptionsAreIndependent)
{
    BrokerWorld world;
    TestClient& client = world.joined("client");
    client.subscribe("$share/red/t").subscribe("$share/blue/t").subscribe("t").take();
    world.joined("sender").publish("t", "x");
    EXPECT_EQ(client.take().size(), 3U);
    client.unsubscribe("$share/red/t").take();
    world.joined("sender2").publish("t", "x");
    EXPECT_EQ(client.take().size(), 2U);
}

TEST(BrokerShared, skipsMembersWhoAreAway)
{
    BrokerWorld world;
    TestClient& away = world.client("away");
    away.connectPacket.sessionExpiry = 1000;
    away.join().subscribe("$share/g/t").vanish();
    TestClient& here = world.joined("here");
    here.subscribe("$share/g/t").take();
    TestClient& sender = world.joined("sender");
    for (PacketId id = 1; id <= 3; ++id)
        sender.publish("t", "x", QoS::AtLeastOnce, false, id);
    EXPECT_EQ(here.take().size(), 3U);
}

TEST(BrokerShared, keepsMessagesWhenAllAreAway)
{
    BrokerWorld world;
    TestClient& away = world.client("away");
    away.connectPacket.sessionExpiry = 1000;
    away.connectPacket.cleanStart = false;
    away.join().subscribe("$share/g/t").vanish();
    away.take();
    TestClient& sender = world.joined("sender");
    sender.publish("t", "lost").publish("t", "kept", QoS::AtLeastOnce);
    EXPECT_EQ(away.connect().takePublished(), Lines{"PUBLISH t kept q1 #1"});
}

TEST(BrokerShared, carriesItsIdentifierAndGetsNoRetainedMessages)
{
    BrokerWorld world;
    TestClient& sender = world.joined("sender");
    sender.publish("t", "retained", QoS::AtMostOnce, true);
    TestClient& client = world.joined("client");
    EXPECT_EQ(client.subscribeWith("$share/g/t", {.qos = QoS::AtLeastOnce}, 4).take(), Lines{"SUBACK #1 01"});
    sender.publish("t", "live", QoS::AtLeastOnce);
    EXPECT_EQ(client.take(), Lines{"PUBLISH t live q1 #1 ids=4"});
}

TEST(BrokerShared, mustNotBeNoLocal)
{
    BrokerWorld world;
    TestClient& client = world.joined("client");
    EXPECT_EQ(client.subscribeWith("$share/g/t", {.noLocal = true}).take(), (Lines{"DISCONNECT 82", "CLOSED"}));
}

} // namespace
} // namespace greensward::mqtt
