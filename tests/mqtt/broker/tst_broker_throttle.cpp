// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The rates of a device gateway: what is above them is discarded or waits, and nobody else notices.
#include "broker_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

using namespace std::chrono_literals;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::uint32_t kRate = 100;
constexpr std::uint32_t kThroughput = 512 << 10;

Limits publishRate()
{
    Limits limits;
    limits.publishesPerSecond = kRate;
    return limits;
}

Limits throughput()
{
    Limits limits;
    limits.bytesPerSecond = kThroughput;
    return limits;
}

void publishMany(TestClient& sender, std::string_view topic, int count, QoS qos = QoS::AtMostOnce)
{
    for (int i = 0; i < count; ++i)
        sender.publish(topic, std::to_string(i), qos, false, static_cast<PacketId>(i + 1));
}

} // namespace

TEST(BrokerThrottle, discardsWhatIsAboveThePublishRateAndSaysSo)
{
    BrokerWorld world(publishRate());
    std::size_t seen = 0;
    world.broker().tap("t", [&](const TappedMessage&) { ++seen; });
    TestClient& sender = world.joined("sender");
    publishMany(sender, "t", 150);
    EXPECT_EQ(seen, kRate);
    EXPECT_TRUE(sender.linked()) << "the connection stays";
    sender.vanish();
    std::int64_t reported = 0;
    for (const trace::Event& event : world.rawEvents(trace::Kind::MessageDropped))
        reported += event.extra;
    EXPECT_EQ(reported, 50);
    EXPECT_EQ(world.broker().counters().dropped, 50U);
}

TEST(BrokerThrottle, noSecondHasMoreThanTheRateWhereverItBegins)
{
    BrokerWorld world(publishRate());
    std::size_t seen = 0;
    world.broker().tap("t", [&](const TappedMessage&) { ++seen; });
    TestClient& sender = world.joined("sender");
    publishMany(sender, "t", 60);
    world.advance(600ms);
    publishMany(sender, "t", 60);
    EXPECT_EQ(seen, 100U);
    world.advance(399ms);
    publishMany(sender, "t", 10);
    EXPECT_EQ(seen, 100U) << "the first sixty are still of this second";
    world.advance(1ms);
    publishMany(sender, "t", 100);
    EXPECT_EQ(seen, 160U) << "sixty places are free again, forty are not";
}

TEST(BrokerThrottle, aTooFrequentQos1IsNotAcknowledgedAndMayComeAgain)
{
    BrokerWorld world(publishRate());
    TestClient& old = world.joined("old", Version::v311);
    publishMany(old, "t", 101, QoS::AtLeastOnce);
    EXPECT_THAT(old.take(), SizeIs(100));
    world.advance(1s);
    old.publish("t", "100", QoS::AtLeastOnce, false, 101);
    EXPECT_THAT(old.take(), ElementsAre("PUBACK #101"));

    TestClient& fresh = world.joined("fresh", Version::v5);
    publishMany(fresh, "t", 101, QoS::AtLeastOnce);
    EXPECT_EQ(fresh.take().back(), "PUBACK #101 97") << "MQTT 5 is told: quota exceeded";
}

TEST(BrokerThrottle, bothWaysCountTogether)
{
    BrokerWorld world(publishRate());
    TestClient& both = world.joined("both");
    both.subscribe("to/both").take();
    publishMany(both, "t", 70);
    for (int sender = 0; sender < 2; ++sender)
        publishMany(world.joined(fmt::format("sender-{}", sender)), "to/both", 40);
    EXPECT_THAT(both.take(), SizeIs(30));
    EXPECT_THAT(world.events(trace::Kind::MessageMissed), SizeIs(50)) << "each message that it did not get is told";
}

TEST(BrokerThrottle, qos1ToABusyReceiverWaitsAndIsNotLost)
{
    BrokerWorld world(publishRate());
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("t", QoS::AtLeastOnce).take();
    for (int sender = 0; sender < 2; ++sender)
        publishMany(world.joined(fmt::format("sender-{}", sender)), "t", 75, QoS::AtLeastOnce);
    EXPECT_THAT(receiver.takePublished(), SizeIs(100));
    world.advance(999ms);
    EXPECT_THAT(receiver.takePublished(), IsEmpty());
    world.advance(1ms);
    EXPECT_THAT(receiver.takePublished(), SizeIs(50));
}

TEST(BrokerThrottle, whatASessionKeptComesAtARateOfItsOwn)
{
    Limits limits;
    limits.keptMessagesPerSecond = 10;
    BrokerWorld world(limits);
    TestClient& sleeper = world.client("sleeper");
    sleeper.connectPacket.cleanStart = false;
    sleeper.connectPacket.sessionExpiry = 3600;
    sleeper.join().subscribe("t", QoS::AtLeastOnce).take();
    sleeper.vanish();
    publishMany(world.joined("sender"), "t", 25, QoS::AtLeastOnce);
    sleeper.join();
    std::size_t got = sleeper.takePublished().size();
    EXPECT_LE(got, 1U);
    world.advance(1s);
    got += sleeper.takePublished().size();
    EXPECT_THAT(got, testing::AllOf(testing::Ge(10U), testing::Le(12U)));
    world.advance(2s);
    got += sleeper.takePublished().size();
    EXPECT_EQ(got, 25U);
    publishMany(world.joined("another"), "t", 20, QoS::AtLeastOnce);
    EXPECT_THAT(sleeper.takePublished(), SizeIs(20)) << "what comes fresh is not slowed down";
}

TEST(BrokerThrottle, bytesAboveTheThroughputWaitTheirTurn)
{
    BrokerWorld world(throughput());
    std::size_t seen = 0;
    world.broker().tap("t", [&](const TappedMessage&) { ++seen; });
    TestClient& sender = world.joined("sender");
    const std::string payload(64 << 10, 'x');
    for (int i = 0; i < 24; ++i) // 1.5 MiB
        sender.publish("t", payload);
    EXPECT_THAT(seen, testing::AllOf(testing::Ge(7U), testing::Le(8U))) << "a second's worth at once";
    EXPECT_TRUE(world.broker().delayed(sender.link()));
    EXPECT_THAT(world.events(trace::Kind::LimitReached),
                ElementsAre(HasSubstr("above the throughput of a connection, 512 KiB a second")));
    world.advance(1s);
    EXPECT_THAT(seen, testing::AllOf(testing::Ge(15U), testing::Le(16U)));
    world.advance(1100ms);
    EXPECT_EQ(seen, 24U) << "delayed, not discarded";
    EXPECT_FALSE(world.broker().delayed(sender.link()));
}

TEST(BrokerThrottle, aGoodbyeBehindBytesThatWaitIsStillAGoodbye)
{
    BrokerWorld world(throughput());
    TestClient& sender = world.client("sender");
    Will will;
    will.topic = "will";
    will.payload = asBytes(std::string_view("gone"));
    sender.connectPacket.will = will;
    sender.join();
    const std::string payload(64 << 10, 'x');
    for (int i = 0; i < 10; ++i)
        sender.publish("t", payload);
    sender.send(Disconnect{});
    ASSERT_TRUE(world.broker().delayed(sender.link()));
    world.advance(5s);
    EXPECT_FALSE(sender.linked());
    EXPECT_THAT(world.events(trace::Kind::WillPublished), IsEmpty());
}

TEST(BrokerThrottle, aReceiverGetsNoMoreThanTheThroughputAndLosesNothing)
{
    BrokerWorld world(throughput());
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("t").take();
    const std::string payload(64 << 10, 'x');
    for (int sender = 0; sender < 6; ++sender) {
        TestClient& one = world.joined(fmt::format("sender-{}", sender));
        for (int i = 0; i < 4; ++i)
            one.publish("t", payload);
    }
    std::size_t got = receiver.takePublished().size();
    EXPECT_THAT(got, testing::AllOf(testing::Ge(7U), testing::Le(8U)));
    world.advance(1s);
    got += receiver.takePublished().size();
    EXPECT_THAT(got, testing::AllOf(testing::Ge(15U), testing::Le(16U)));
    world.advance(1100ms);
    got += receiver.takePublished().size();
    EXPECT_EQ(got, 24U);
    EXPECT_EQ(world.broker().counters().dropped, 0U);
}

TEST(BrokerThrottle, nobodyIsSlowedDownWithoutLimits)
{
    BrokerWorld world;
    std::size_t seen = 0;
    world.broker().tap("t", [&](const TappedMessage&) { ++seen; });
    TestClient& sender = world.joined("sender");
    publishMany(sender, "t", 5000);
    EXPECT_EQ(seen, 5000U);
    EXPECT_THAT(world.events(trace::Kind::LimitReached), IsEmpty());
}

TEST(BrokerThrottle, aKeepAliveBelowTheLeastBecomesTheLeast)
{
    Limits limits;
    limits.minimumKeepAlive = 30;
    BrokerWorld world(limits);
    TestClient& client = world.client("hasty", Version::v5);
    client.connectPacket.keepAlive = 5;
    EXPECT_THAT(client.connect().take(), ElementsAre(HasSubstr("keepAlive=30")));
    world.advance(44s);
    EXPECT_TRUE(client.linked());
    world.advance(2s);
    EXPECT_FALSE(client.linked());
}

TEST(BrokerThrottle, anOverlongClientIdIsRefused)
{
    Limits limits;
    limits.clientIdLength = 128;
    BrokerWorld world(limits);
    EXPECT_TRUE(world.client(std::string(128, 'a')).connect().linked());
    TestClient& longer = world.client(std::string(129, 'a'));
    longer.connect();
    EXPECT_THAT(longer.take(), Each(testing::AnyOf(HasSubstr("85"), "CLOSED")));
}

} // namespace greensward::mqtt
