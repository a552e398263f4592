// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Receivers that stop reading harm nobody else and cost no more than the limits.
#include "broker_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

constexpr std::size_t kOutbox = 10'000;

Limits tight()
{
    Limits limits;
    limits.outboxBytes = kOutbox;
    limits.queueMessages = 50;
    limits.decode.packetSize = 4096;
    return limits;
}

std::size_t waiting(const Broker& broker, ConnectionId link)
{
    std::size_t bytes = 0;
    for (const ByteView view : broker.output(link))
        bytes += view.size();
    return bytes;
}

TEST(BrokerSlowReader, losesQos0BeyondItsOutboxWhileOthersLoseNothing)
{
    BrokerWorld world(tight());
    TestClient& slow = world.joined("slow");
    TestClient& fast = world.joined("fast");
    slow.subscribe("t").take();
    fast.subscribe("t").take();
    slow.stopReading(555); // the first packets go, one of them only in part
    TestClient& sender = world.joined("sender");
    const std::string payload(100, 'x');
    for (int i = 0; i < 1000; ++i)
        sender.publish("t", payload + std::to_string(i));
    EXPECT_EQ(fast.take().size(), 1000U);
    EXPECT_LE(waiting(world.broker(), slow.link()), kOutbox);
    const std::uint64_t dropped = world.broker().counters().dropped;
    EXPECT_GT(dropped, 800U);
    EXPECT_LE(world.events(trace::Kind::MessageDropped).size(), 2U) << "drops are reported together";
    slow.resumeReading();
    const Lines arrived = slow.take();
    EXPECT_EQ(arrived.size() + dropped, 1000U) << "every message is delivered or counted";
    EXPECT_EQ(arrived.front(), "PUBLISH t " + payload + "0");
    sender.publish("t", "after");
    EXPECT_EQ(slow.take(), Lines{"PUBLISH t after"});
}

TEST(BrokerSlowReader, reportsHowManyItLost)
{
    BrokerWorld world(tight());
    TestClient& slow = world.joined("slow");
    slow.subscribe("t").stopReading();
    TestClient& sender = world.joined("sender");
    const std::string payload(1000, 'x');
    for (int i = 0; i < 30; ++i) {
        sender.publish("t", payload);
        world.advance(100ms);
    }
    slow.vanish();
    std::int64_t reported = 0;
    for (const trace::Event& event : world.rawEvents(trace::Kind::MessageDropped))
        reported += event.extra;
    EXPECT_EQ(static_cast<std::uint64_t>(reported), world.broker().counters().dropped);
    EXPECT_THAT(world.events(trace::Kind::MessageDropped), testing::Each(HasSubstr("reads too slowly")));
}

TEST(BrokerSlowReader, keepsQos1ToTheLimitOfItsSessionAndGetsItInOrderLater)
{
    BrokerWorld world(tight());
    TestClient& slow = world.joined("slow");
    slow.subscribe("t").take();
    slow.stopReading();
    TestClient& sender = world.joined("sender");
    const std::string payload(1000, 'x');
    for (PacketId id = 1; id <= 200; ++id)
        EXPECT_EQ(sender.publish("t", fmt::format("{}{:03}", payload, id), QoS::AtLeastOnce, false, id).take().size(),
                  1U)
            << "the publisher is not held up";
    EXPECT_LE(waiting(world.broker(), slow.link()), kOutbox + 2000);
    const auto counters = world.broker().counters();
    EXPECT_LE(counters.queuedBytes, 65U * 1010);
    slow.resumeReading();
    Lines all;
    PacketId next = 1;
    while (true) {
        const Lines some = slow.takePublished();
        if (some.empty())
            break;
        all.insert(all.end(), some.begin(), some.end());
        for (std::size_t i = 0; i < some.size(); ++i)
            slow.ack(PacketType::Puback, next++);
    }
    EXPECT_EQ(all.size() + world.broker().counters().dropped, 200U);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_THAT(all[i], HasSubstr(fmt::format("x{:03} q1 #{}", i + 1, i + 1)));
    EXPECT_EQ(world.broker().counters().queuedBytes, 0U);
}

TEST(BrokerSlowReader, isClosedWhenItAsksAndNeverReadsTheAnswers)
{
    BrokerWorld world(tight());
    TestClient& client = world.joined("client");
    client.stopReading();
    for (int i = 0; i < 20'000 && client.linked(); ++i) {
        client.send(Pingreq{});
        world.advance(0s);
        if (world.broker().closing(client.link()))
            break;
    }
    EXPECT_TRUE(world.broker().closing(client.link()));
    EXPECT_EQ(world.rawEvents(trace::Kind::ClientDisconnected).at(0).extra,
              static_cast<std::int64_t>(DisconnectReason::SlowConsumer));
    EXPECT_LE(waiting(world.broker(), client.link()), kOutbox + 4096 + 100);
}

TEST(BrokerSlowReader, isNotGivenASharedMessageThatSomebodyElseCanTake)
{
    BrokerWorld world(tight());
    TestClient& slow = world.joined("slow");
    TestClient& fast = world.joined("fast");
    slow.subscribe("$share/g/t").subscribe("fill").take();
    fast.subscribe("$share/g/t").take();
    slow.stopReading();
    TestClient& sender = world.joined("sender");
    sender.publish("fill", "x");
    for (int i = 0; i < 10; ++i)
        sender.publish("t", "x");
    EXPECT_EQ(fast.take().size(), 10U);
}

TEST(BrokerIdle, aTurnOfManyMegabytesIsBoundedEvenWithoutADriver)
{
    Limits limits;
    BrokerWorld world(limits);
    const ConnectionId sender = world.joined("sender").link();
    TestClient& receiver = world.joined("receiver");
    receiver.subscribe("t").take();
    Publish packet;
    packet.topic = "t";
    const std::string payload(1U << 20, 'x');
    packet.payload = asBytes(payload);
    Bytes bytes;
    encode(bytes, packet, Version::v5);
    for (int i = 0; i < 200; ++i) // nobody writes anything meanwhile
        world.broker().receive(sender, bytes, world.now());
    EXPECT_LE(waiting(world.broker(), receiver.link()), (64U << 20) + limits.outboxBytes);
    EXPECT_GT(world.broker().counters().dropped, 100U);
}

} // namespace
} // namespace greensward::mqtt
