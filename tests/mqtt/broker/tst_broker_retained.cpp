// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "broker_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

class Retained : public testing::TestWithParam<Version>
{};
INSTANTIATE_TEST_SUITE_P(Broker, Retained, testing::Values(Version::v311, Version::v5),
                         [](const auto& of) { return of.param == Version::v5 ? "v5" : "v311"; });

TEST_P(Retained, theLastMessageOfEachTopicGreetsANewSubscriber)
{
    BrokerWorld world;
    TestClient& sender = world.joined("sender", GetParam());
    sender.publish("t/0", "old", QoS::AtMostOnce, true);
    sender.publish("t/0", "zero", QoS::AtMostOnce, true);
    sender.publish("t/1", "one", QoS::AtLeastOnce, true, 1);
    sender.publish("t/2", "two", QoS::ExactlyOnce, true, 2);
    sender.publish("t/3", "not retained");
    TestClient& receiver = world.joined("receiver", GetParam());
    EXPECT_EQ(receiver.subscribe("t/#").take(),
              (Lines{"SUBACK #1 02", "PUBLISH t/0 zero retain", "PUBLISH t/1 one q1 #1 retain",
                     "PUBLISH t/2 two q2 #2 retain"}));
    sender.publish("t/0", "live", QoS::AtMostOnce, true);
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH t/0 live"}) << "to a subscription that was there, RETAIN is 0";
    EXPECT_EQ(world.broker().counters().retained, 3U);
    EXPECT_EQ(asText(world.broker().retained("t/0")->payload), "live");
    EXPECT_EQ(world.broker().retainedMatching("t/+", 2).size(), 2U);
}

TEST_P(Retained, anEmptyPayloadClearsAndIsDeliveredLikeAnyOther)
{
    BrokerWorld world;
    TestClient& sender = world.joined("sender", GetParam());
    sender.publish("t", "x", QoS::AtMostOnce, true);
    TestClient& receiver = world.joined("receiver", GetParam());
    receiver.subscribe("t").take();
    sender.publish("t", "", QoS::AtMostOnce, true);
    EXPECT_EQ(receiver.take(), Lines{"PUBLISH t "});
    EXPECT_EQ(world.joined("late", GetParam()).subscribe("t").take(), Lines{"SUBACK #1 02"});
    EXPECT_EQ(world.broker().counters().retained, 0U);
    EXPECT_EQ(world.events(trace::Kind::RetainedStored).size(), 1U);
    EXPECT_EQ(world.events(trace::Kind::RetainedCleared).size(), 1U);
}

TEST_P(Retained, aRepeatedSubscriptionGetsThemAgain)
{
    BrokerWorld world;
    world.joined("sender").publish("t", "x", QoS::AtMostOnce, true);
    TestClient& receiver = world.joined("receiver", GetParam());
    receiver.subscribe("t").take();
    EXPECT_EQ(receiver.subscribe("t").takePublished(), Lines{"PUBLISH t x retain"});
}

TEST(BrokerRetained, retainHandlingDecidesWhenTheyAreSent)
{
    BrokerWorld world;
    world.joined("sender").publish("t", "x", QoS::AtMostOnce, true);
    struct Case
    {
        std::uint8_t handling;
        std::size_t atFirst;
        std::size_t again;
    };
    for (const Case c : {Case{0, 1, 1}, Case{1, 1, 0}, Case{2, 0, 0}}) {
        TestClient& receiver = world.joined(fmt::format("receiver{}", c.handling));
        const SubscriptionOptions options{.qos = QoS::AtMostOnce, .retainHandling = c.handling};
        EXPECT_EQ(receiver.subscribeWith("t", options).takePublished().size(), c.atFirst)
            << "handling " << int{c.handling};
        EXPECT_EQ(receiver.subscribeWith("t", options).takePublished().size(), c.again)
            << "handling " << int{c.handling};
        receiver.unsubscribe("t");
        EXPECT_EQ(receiver.subscribeWith("t", options).takePublished().size(), c.atFirst)
            << "handling " << int{c.handling};
    }
}

TEST(BrokerRetained, retainAsPublishedKeepsTheBit)
{
    BrokerWorld world;
    TestClient& receiver = world.joined("receiver");
    receiver.subscribeWith("t", {.qos = QoS::AtLeastOnce, .retainAsPublished = true}).take();
    TestClient& plain = world.joined("plain");
    plain.subscribe("t").take();
    TestClient& sender = world.joined("sender");
    sender.publish("t", "a", QoS::AtMostOnce, true).publish("t", "b", QoS::AtLeastOnce, true).publish("t", "c");
    EXPECT_EQ(receiver.take(), (Lines{"PUBLISH t a retain", "PUBLISH t b q1 #1 retain", "PUBLISH t c"}));
    EXPECT_EQ(plain.take(), (Lines{"PUBLISH t a", "PUBLISH t b q1 #1", "PUBLISH t c"}));
}

TEST(BrokerRetained, theyExpire)
{
    BrokerWorld world;
    Publish packet;
    packet.topic = "t";
    packet.payload = asBytes("x");
    packet.retain = true;
    packet.properties.messageExpiry = 10;
    world.joined("sender").send(packet);
    world.advance(4s);
    EXPECT_EQ(world.joined("early").subscribe("t").takePublished(), Lines{"PUBLISH t x retain expiry=6"});
    world.advance(6s);
    EXPECT_EQ(world.broker().counters().retained, 0U);
    EXPECT_EQ(world.joined("late").subscribe("t").takePublished(), Lines{});
    EXPECT_THAT(world.events(trace::Kind::RetainedCleared), ElementsAre(HasSubstr("expired")));
}

TEST(BrokerRetained, beyondTheLimitMessagesAreDeliveredButNotRetained)
{
    Limits limits;
    limits.retainedMessages = 1;
    BrokerWorld world(limits);
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("#").take();
    world.joined("sender").publish("a", "1", QoS::AtMostOnce, true).publish("b", "2", QoS::AtMostOnce, true);
    EXPECT_EQ(receiver.take(), (Lines{"PUBLISH a 1", "PUBLISH b 2"}));
    EXPECT_EQ(world.broker().counters().retained, 1U);
    EXPECT_THAT(world.events(trace::Kind::LimitReached), ElementsAre(HasSubstr("not retained")));
}

TEST(BrokerRetained, aFloodForANewSubscriberIsPacedByWhatItReads)
{
    Limits limits;
    limits.outboxBytes = 10'000;
    BrokerWorld world(limits);
    TestClient& sender = world.joined("sender");
    const std::string payload(500, 'x');
    for (int i = 0; i < 200; ++i)
        sender.publish(fmt::format("t/{}", i), payload, i % 2 == 0 ? QoS::AtMostOnce : QoS::AtLeastOnce, true);
    TestClient& receiver = world.joined("receiver");
    receiver.stopReading(100);
    receiver.subscribe("t/#");
    EXPECT_EQ(world.broker().counters().dropped, 0U) << "what does not fit is sent later, not dropped";
    sender.publish("t/0", "live");
    receiver.resumeReading();
    Lines all = receiver.takePublished();
    while (true) {
        for (PacketId id = 1; id <= 200; ++id)
            receiver.ack(PacketType::Puback, id);
        const Lines more = receiver.takePublished();
        if (more.empty())
            break;
        all.insert(all.end(), more.begin(), more.end());
    }
    EXPECT_EQ(all.size(), 201U);
}

} // namespace
} // namespace greensward::mqtt
