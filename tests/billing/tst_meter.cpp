// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace greensward::billing {

using namespace std::chrono_literals;

namespace {

struct SizeCase
{
    std::size_t payload;
    std::uint64_t then;
    std::uint64_t now; ///< with a topic of 8 octets
};

} // namespace

class MessageSizes : public testing::TestWithParam<SizeCase>
{
protected:
    Counter counter;
};

TEST_P(MessageSizes, everyBlockBegunIsAUnit)
{
    const SizeCase& size = GetParam();
    const Seat seat = counter.meter.join("wt-1", 0);
    counter.meter.publish(seat, "turbines", size.payload, false);
    EXPECT_EQ(counter.units(kThen, Quantity::Published), size.then);
    EXPECT_EQ(counter.units(kNow, Quantity::Published), size.now);
    counter.meter.deliver(seat, "turbines", size.payload);
    EXPECT_EQ(counter.units(kThen, Quantity::Delivered), size.then);
    EXPECT_EQ(counter.units(kNow, Quantity::Delivered), size.now);
}

INSTANTIATE_TEST_SUITE_P(Meter, MessageSizes,
                         testing::Values(SizeCase{0, 1, 1}, SizeCase{1, 1, 1}, SizeCase{512, 1, 1}, SizeCase{513, 2, 1},
                                         SizeCase{5112, 10, 1}, SizeCase{5113, 10, 2}, SizeCase{5120, 10, 2},
                                         SizeCase{5121, 11, 2}, SizeCase{131'072, 256, 26}),
                         [](const auto& one) { return fmt::format("of{}Octets", one.param.payload); });

class Meters : public testing::Test
{
protected:
    Counter counter;
    Meter& meter = counter.meter;
};

TEST_F(Meters, aMinuteBegunIsAMinute)
{
    struct Case
    {
        Duration connected;
        std::uint64_t minutes;
    };
    for (const auto& [connected, minutes] :
         {Case{0s, 1}, Case{59s, 1}, Case{60s, 1}, Case{61s, 2}, Case{24h, 24 * 60}}) {
        Counter fresh;
        const Seat seat = fresh.meter.join("wt-1", 0);
        fresh.clock.advance(connected);
        EXPECT_EQ(fresh.units(kNow, Quantity::ConnectionMinute), minutes) << "while it is connected";
        fresh.meter.leave(seat);
        fresh.clock.advance(1h);
        EXPECT_EQ(fresh.units(kNow, Quantity::ConnectionMinute), minutes) << "and when it has left";
        EXPECT_EQ(fresh.units(kThen, Quantity::ConnectionMinute), 0u) << "2017 knows no minutes";
    }
}

TEST_F(Meters, pingsWereBilledThenAndTodayWhenTheyComeTooOften)
{
    const auto pings = [](Duration each) {
        Counter fresh;
        const Seat seat = fresh.meter.join("wt-1", 0);
        for (Duration at = each; at <= 10min; at += each) {
            fresh.clock.advance(each);
            fresh.meter.ping(seat);
        }
        return std::pair{fresh.units(kThen, Quantity::Ping), fresh.units(kNow, Quantity::Ping)};
    };
    EXPECT_EQ(pings(10s), (std::pair<std::uint64_t, std::uint64_t>{60, 40})) << "one in three is free";
    EXPECT_EQ(pings(40s), (std::pair<std::uint64_t, std::uint64_t>{15, 0}));
    EXPECT_EQ(pings(30s), (std::pair<std::uint64_t, std::uint64_t>{20, 0}));
    EXPECT_EQ(pings(29'500ms), (std::pair<std::uint64_t, std::uint64_t>{20, 5}))
        << "a little early is on time, always early is not";
}

TEST_F(Meters, aShadowUpdateCostsItsAnswersOnlyWhereSomebodyListens)
{
    const auto update = [](int subscribers) {
        Counter fresh;
        const Seat device = fresh.meter.join("wt-1", 0);
        fresh.meter.publish(device, "$aws/things/wt-1/shadow/update", 100, false);
        fresh.meter.count(Quantity::ShadowOperation, "wt-1", "$aws/things/wt-1/shadow", 100);
        for (int one = 0; one < subscribers; ++one)
            fresh.meter.deliver(device, "$aws/things/wt-1/shadow/update/accepted", 120);
        return std::pair{fresh.charge(kThen, 0), fresh.units(kNow, Quantity::ShadowOperation)};
    };
    EXPECT_EQ(update(0), (std::pair<std::uint64_t, std::uint64_t>{1, 1}));
    EXPECT_EQ(update(1), (std::pair<std::uint64_t, std::uint64_t>{2, 1}));
}

TEST_F(Meters, shadowsAreCountedByTheKilobyte)
{
    for (const std::size_t size : {0u, 1024u, 1025u, 8192u})
        meter.count(Quantity::ShadowOperation, "wt-1", {}, size);
    EXPECT_EQ(counter.units(kNow, Quantity::ShadowOperation), 1u + 1u + 2u + 8u);
}

TEST_F(Meters, whatAConnectionTakesBesideItsMessages)
{
    const Seat seat = meter.join("wt-1", 6000);
    meter.subscribe(seat, 20);
    meter.publish(seat, "a", 10, true);
    meter.deliver(seat, "b", 10);
    meter.acknowledge(seat);
    meter.keep("away", "a", 10);
    EXPECT_EQ(counter.units(kNow, Quantity::Connect), 2u) << "a will of 6,000 octets";
    for (const Quantity one : {Quantity::Subscribe, Quantity::Published, Quantity::Retained, Quantity::Delivered,
                               Quantity::Acknowledged, Quantity::Kept})
        EXPECT_EQ(counter.units(kNow, one), 1u) << name(one);
    EXPECT_EQ(counter.charge(kThen, 0), 2u) << "one in, one out, and nothing else was a message";
}

TEST_F(Meters, aDeliveryTakenBackCostsNothing)
{
    const Seat slow = meter.join("slow", 0);
    const Seat fast = meter.join("fast", 0);
    for (const Seat seat : {fast, slow, fast, slow})
        meter.deliver(seat, "site/a/state", 600);
    meter.takeBack(slow, "site/a/state", 600);
    EXPECT_EQ(counter.charge(kThen, 0), 6u) << "three deliveries of two blocks";
    for (const auto& line : meter.bill().clients)
        EXPECT_EQ(line.use.events[Quantity::Delivered], line.name == "slow" ? 1u : 2u) << line.name;
    meter.reset();
    meter.takeBack(slow, "site/a/state", 600);
    EXPECT_EQ(counter.charge(kThen, 0), 0u) << "never below nought";
}

TEST_F(Meters, runsOfMessagesOnManyTopicsAddUp)
{
    const Seat one = meter.join("one", 0);
    const Seat two = meter.join("two", 0);
    std::uint64_t then = 0;
    for (std::size_t message = 0; message < 1000; ++message) {
        const std::size_t size = message % 7 * 300;
        const std::string topic = fmt::format("site/{}/state", message % 3);
        meter.publish(message % 2 == 0 ? one : two, topic, size, false);
        for (std::size_t receiver = 0; receiver < message % 4; ++receiver)
            meter.deliver(receiver % 2 == 0 ? one : two, topic, size);
        then += std::max<std::size_t>(1, (size + 511) / 512) * (1 + message % 4);
    }
    EXPECT_EQ(counter.charge(kThen, 0), then);
    const Bill bill = meter.bill();
    Use clients;
    Use topics;
    for (const auto& line : bill.clients)
        clients.add(line.use);
    for (const auto& line : bill.topics)
        topics.add(line.use);
    EXPECT_EQ(clients.units, bill.total.units) << "the clients' lines are the whole";
    EXPECT_EQ(topics.units[kThen], bill.total.units[kThen]);
    EXPECT_EQ(topics.publishedOctets, bill.total.publishedOctets);
}

TEST_F(Meters, linesAreBoundedAndTheTotalIsNot)
{
    constexpr std::size_t kClients = Meter::kMostClients + 50;
    for (std::size_t client = 0; client < kClients; ++client) {
        const Seat seat = meter.join(fmt::format("wt-{}", client), 0);
        meter.publish(seat, fmt::format("site/{}", client), 1, false);
        meter.leave(seat);
    }
    const Bill bill = meter.bill();
    EXPECT_EQ(bill.total.events[Quantity::Published], kClients);
    EXPECT_EQ(bill.clients.size(), Meter::kMostClients + 1);
    EXPECT_EQ(bill.topics.size(), Meter::kMostTopics + 1);
    const auto others =
        std::find_if(bill.clients.begin(), bill.clients.end(), [](const auto& line) { return line.name.empty(); });
    ASSERT_NE(others, bill.clients.end());
    EXPECT_EQ(others->use.events[Quantity::Published], 50u);
}

TEST_F(Meters, aResetCanBeUndoneWithWhatCameSince)
{
    const Seat seat = meter.join("wt-1", 0);
    meter.publish(seat, "a", 1, false);
    counter.clock.advance(30s);
    meter.reset();
    EXPECT_EQ(counter.units(kThen, Quantity::Published), 0u);
    EXPECT_EQ(counter.units(kNow, Quantity::ConnectionMinute), 0u) << "this minute has been counted";
    meter.publish(seat, "a", 1, false);
    counter.clock.advance(31s);
    EXPECT_EQ(counter.units(kNow, Quantity::ConnectionMinute), 1u);
    meter.undoReset();
    EXPECT_EQ(counter.units(kThen, Quantity::Published), 2u);
    EXPECT_EQ(counter.units(kNow, Quantity::ConnectionMinute), 2u) << "61 s, as if nothing had been reset";
    EXPECT_FALSE(meter.bill().canUndoReset);
}

TEST_F(Meters, whatWasCountedOutlivesTheProcess)
{
    const Seat seat = meter.join("wt-1", 0);
    meter.publish(seat, "site/1/state", 600, true);
    meter.ping(seat);
    counter.clock.advance(61s);
    Counter next;
    ASSERT_TRUE(next.meter.restore(meter.record()));
    const Bill before = meter.bill();
    const Bill after = next.meter.bill();
    EXPECT_EQ(after.total, before.total);
    EXPECT_EQ(after.clients, before.clients);
    EXPECT_EQ(after.topics, before.topics);
    EXPECT_EQ(after.since, before.since);
    EXPECT_FALSE(next.meter.restore("{"));
    EXPECT_EQ(next.meter.bill().total, before.total);
}

TEST_F(Meters, priceListsMayComeInAnotherOrder)
{
    const Seat seat = meter.join("wt-1", 0);
    meter.publish(seat, "a", 600, false);
    meter.setPrices({shipped("aws-today"), shipped("aws-2017")});
    const Bill bill = meter.bill();
    EXPECT_EQ(bill.total.units[0][Quantity::Published], 1u);
    EXPECT_EQ(bill.total.units[1][Quantity::Published], 2u);
}

TEST_F(Meters, topicsAreCountedByTheirFirstLevels)
{
    EXPECT_EQ(topicPart("a"), "a");
    EXPECT_EQ(topicPart("a/b"), "a/b");
    EXPECT_EQ(topicPart("a/b/c/d"), "a/b");
    EXPECT_EQ(topicPart("/b/c"), "/b");
    EXPECT_EQ(topicPart("$aws/things/wt-1/shadow/update"), "$aws/things/wt-1");
    EXPECT_EQ(topicPart(""), "");
}

} // namespace greensward::billing
