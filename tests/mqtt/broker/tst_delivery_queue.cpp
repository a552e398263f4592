// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "mqtt/delivery_queue.h"

#include <gtest/gtest.h>
#include <set>

namespace greensward::mqtt {
namespace {

MessagePtr message(std::string payload = "12345")
{
    auto made = std::make_shared<Message>();
    made->topic = "topic";
    made->payload = toBytes(payload);
    return made;
}

void send(DeliveryQueue& queue)
{
    Delivery& next = queue.nextWaiting();
    if (next.state == DeliveryState::Queued) {
        next.packetId = queue.freshPacketId();
        next.state = DeliveryState::Sent;
    }
    queue.nextSent();
}

TEST(DeliveryQueue, countsWhatWaitsWhatIsInFlightAndTheBytesOfBoth)
{
    DeliveryQueue queue;
    for (int i = 0; i < 3; ++i)
        queue.push({.message = message(), .qos = QoS::AtLeastOnce});
    send(queue);
    EXPECT_EQ(queue.size(), 3U);
    EXPECT_EQ(queue.inflight(), 1U);
    EXPECT_EQ(queue.waiting(), 2U);
    EXPECT_EQ(queue.bytes(), 30U);
    const Delivery* first = queue.find(1);
    ASSERT_NE(first, nullptr);
    queue.remove(*first);
    EXPECT_EQ(queue.inflight(), 0U);
    EXPECT_EQ(queue.bytes(), 20U);
    EXPECT_EQ(queue.find(1), nullptr);
}

TEST(DeliveryQueue, afterRewindingSendsAgainInTheOldOrderWithTheOldIds)
{
    DeliveryQueue queue;
    for (int i = 0; i < 4; ++i)
        queue.push({.message = message(), .qos = QoS::AtLeastOnce});
    send(queue);
    send(queue);
    send(queue);
    queue.remove(*queue.find(2));
    queue.rewind();
    EXPECT_EQ(queue.find(1), nullptr) << "nothing is in flight without a connection";
    std::vector<PacketId> ids;
    while (queue.waiting() > 0) {
        ids.push_back(queue.nextWaiting().packetId);
        send(queue);
    }
    EXPECT_EQ(ids, (std::vector<PacketId>{1, 3, 0})) << "the last one had never been sent";
    EXPECT_NE(queue.find(4), nullptr);
}

TEST(DeliveryQueue, neverGivesAnIdThatIsInUseEvenIfOneStaysForEver)
{
    DeliveryQueue queue;
    const MessagePtr shared = message();
    Random random(3);
    std::set<PacketId> used;
    for (int i = 0; i < 200'000; ++i) {
        queue.push({.message = shared, .qos = QoS::AtLeastOnce});
        Delivery& next = queue.nextWaiting();
        next.packetId = queue.freshPacketId();
        next.state = DeliveryState::Sent;
        ASSERT_NE(next.packetId, 0);
        ASSERT_TRUE(used.insert(next.packetId).second) << "id " << next.packetId << " is given twice at " << i;
        queue.nextSent();
        if (used.size() > 20) { // acknowledge any but the smallest, which is the first for ever
            auto victim = std::next(used.begin(), static_cast<std::ptrdiff_t>(1 + random.below(used.size() - 1)));
            queue.remove(*queue.find(*victim));
            used.erase(victim);
        }
    }
}

TEST(DeliveryQueue, anEmptyQueueCostsNothing)
{
    EXPECT_LE(sizeof(DeliveryQueue), 64U);
}

} // namespace
} // namespace greensward::mqtt
