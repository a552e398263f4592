// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Acknowledged means kept: answers wait for the store, and what it has is found again.
#include "base/random.h"
#include "broker_world.h"
#include "fake_store.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace greensward::mqtt {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

struct DurableWorld
{
    FakeStore store;
    BrokerWorld world{{}, nullptr, &store};

    TestClient& lasting(std::string id, std::uint32_t expiry = 1000)
    {
        TestClient& client = world.client(std::move(id));
        client.connectPacket.cleanStart = false;
        client.connectPacket.sessionExpiry = expiry;
        return client;
    }
    void commit(Ticket ticket)
    {
        world.broker().committed(ticket, world.now());
        world.run();
    }
    void commitAll() { commit(store.lastTicket()); }
    TestClient& joinLasting(std::string id)
    {
        TestClient& client = lasting(std::move(id));
        client.connect();
        commitAll();
        client.take();
        return client;
    }
    void crashAndRestart() { world.restart(store.all()); }
};

class BrokerPersistence : public testing::Test, public DurableWorld
{};

TEST_F(BrokerPersistence, answersThatPromiseSomethingWaitForTheStore)
{
    TestClient& client = lasting("client");
    EXPECT_EQ(client.connect().take(), Lines{}) << "the session is not safe yet";
    client.send(Pingreq{});
    commitAll();
    EXPECT_EQ(client.take(), (Lines{"CONNACK 00", "PINGRESP"})) << "and nothing overtakes CONNACK";
    EXPECT_EQ(client.subscribe("t").take(), Lines{});
    commitAll();
    EXPECT_EQ(client.take(), Lines{"SUBACK #1 02"});

    TestClient& sender = world.joined("sender");
    sender.publish("t", "1", QoS::AtLeastOnce, false, 1);
    sender.publish("t", "2", QoS::ExactlyOnce, false, 2);
    sender.publish("nobody", "3", QoS::AtLeastOnce, false, 3);
    EXPECT_EQ(sender.take(), Lines{}) << "the third has nothing to wait for but its order";
    EXPECT_EQ(client.take(), Lines{"PUBLISH t 1 q1 #1"}) << "QoS 2 is not sent before its id is safe";
    commit(store.lastTicket() - 1);
    EXPECT_EQ(sender.take(), Lines{"PUBACK #1"});
    commitAll();
    EXPECT_EQ(sender.take(), (Lines{"PUBREC #2", "PUBACK #3 10"}));
    EXPECT_EQ(client.take(), Lines{"PUBLISH t 2 q2 #2"});
    EXPECT_EQ(client.ack(PacketType::Pubrec, 2).take(), Lines{});
    commitAll();
    EXPECT_EQ(client.take(), Lines{"PUBREL #2"});
    EXPECT_EQ(client.unsubscribe("t").take(), Lines{});
    commitAll();
    EXPECT_EQ(client.take(), Lines{"UNSUBACK #2 00"});
}

TEST_F(BrokerPersistence, clientsWithoutALastingSessionDoNotWait)
{
    TestClient& client = world.client("client");
    EXPECT_EQ(client.connect().subscribe("t").publish("t", "x", QoS::ExactlyOnce, false, 4).take(),
              (Lines{"CONNACK 00", "SUBACK #1 02", "PUBLISH t x q2 #1", "PUBREC #4"}));
    EXPECT_EQ(store.lastTicket(), 0U) << "and the store hears nothing of them";
    EXPECT_EQ(client.publish("r", "x", QoS::AtLeastOnce, true, 5).take(), Lines{}) << "a retained message is kept";
    commitAll();
    EXPECT_EQ(client.take(), Lines{"PUBACK #5 10"});
}

TEST_F(BrokerPersistence, aRestartFindsSessionsSubscriptionsAndRetainedMessages)
{
    TestClient& client = joinLasting("client");
    client.subscribeWith("t/#", {.qos = QoS::AtLeastOnce, .retainAsPublished = true}, 12);
    world.joined("sender").publish("t/1", "retained", QoS::AtLeastOnce, true);
    commitAll();
    client.take();
    client.ack(PacketType::Puback, 1);
    crashAndRestart();
    EXPECT_EQ(world.broker().counters().sessions, 1U);
    EXPECT_EQ(world.broker().counters().subscriptions, 1U);
    EXPECT_EQ(world.broker().counters().retained, 1U);
    const auto told = world.rawEvents(trace::Kind::RetainedStored);
    ASSERT_EQ(told.size(), 2U) << "before the restart, and after it for who looks then";
    EXPECT_NE(told.front().cause, 0U);
    EXPECT_EQ(told.back().cause, 0U) << "nobody published it in this run";
    const Lines lines = world.events(trace::Kind::RetainedStored);
    EXPECT_EQ(lines.back(), lines.front()) << "whose it is and what it says";
    client.connect();
    world.joined("sender").publish("t/2", "x", QoS::AtLeastOnce, true, 1);
    commitAll();
    EXPECT_EQ(client.take(), (Lines{"CONNACK 00 present", "PUBLISH t/2 x q1 #1 retain ids=12"}));
}

TEST_F(BrokerPersistence, aRestartContinuesTheFlowsWhereTheyStood)
{
    TestClient& client = joinLasting("client");
    client.subscribe("t");
    TestClient& sender = joinLasting("sender");
    sender.publish("t", "1", QoS::AtLeastOnce, false, 1);
    sender.publish("t", "2", QoS::ExactlyOnce, false, 2);
    sender.publish("t", "3", QoS::ExactlyOnce, false, 3);
    commitAll();
    client.ack(PacketType::Pubrec, 3);
    commitAll();
    EXPECT_EQ(client.take(),
              (Lines{"SUBACK #1 02", "PUBLISH t 1 q1 #1", "PUBLISH t 2 q2 #2", "PUBLISH t 3 q2 #3", "PUBREL #3"}));
    crashAndRestart();
    client.connect();
    sender.take();
    sender.connect();
    commitAll();
    EXPECT_EQ(client.take(),
              (Lines{"CONNACK 00 present", "PUBLISH t 1 q1 #1 dup", "PUBLISH t 2 q2 #2 dup", "PUBREL #3"}));
    sender.publish("t", "2", QoS::ExactlyOnce, false, 2);
    EXPECT_EQ(sender.take(), (Lines{"CONNACK 00 present", "PUBREC #2"}));
    EXPECT_EQ(client.take(), Lines{}) << "the id was known: not routed again";
    sender.ack(PacketType::Pubrel, 2);
    commitAll();
    sender.publish("t", "new", QoS::AtLeastOnce, false, 2);
    commitAll();
    EXPECT_EQ(client.take(), Lines{"PUBLISH t new q1 #4"});
}

TEST_F(BrokerPersistence, expiryAndDelaysRunOnWhileTheBrokerDoesNot)
{
    lasting("short", 10).connect();
    TestClient& mortal = lasting("mortal", 1000);
    mortal.connectPacket.will.emplace();
    mortal.connectPacket.will->topic = "will";
    mortal.connectPacket.will->payload = asBytes("gone");
    mortal.connectPacket.will->delay = 30;
    mortal.connectPacket.will->properties.messageExpiry = 60;
    mortal.connect();
    commitAll();
    mortal.vanish();
    Publish retained;
    retained.topic = "r";
    retained.payload = asBytes("x");
    retained.retain = true;
    retained.properties.messageExpiry = 15;
    world.joined("sender").send(retained);
    const StoredBroker kept = store.all();
    world.clock().advance(20s);
    world.restart(kept);
    EXPECT_EQ(world.broker().counters().retained, 0U);
    EXPECT_EQ(world.broker().counters().sessions, 2U) << "the one that was connected counts as disconnected now";
    TestClient& watcher = world.joined("watcher");
    watcher.subscribe("will").take();
    world.advance(9s);
    EXPECT_EQ(watcher.take(), Lines{});
    world.advance(1s);
    EXPECT_EQ(watcher.take(), Lines{"PUBLISH will gone expiry=60"});
    EXPECT_EQ(world.broker().counters().sessions, 2U) << "mortal and watcher";
}

TEST_F(BrokerPersistence, aSessionThatExpiredMeanwhileIsNotFoundAgain)
{
    TestClient& client = joinLasting("client");
    client.subscribe("t");
    client.vanish();
    const StoredBroker kept = store.all();
    world.clock().advance(1000s);
    world.restart(kept);
    EXPECT_EQ(world.broker().counters().sessions, 0U);
    EXPECT_EQ(world.broker().counters().subscriptions, 0U);
    EXPECT_TRUE(store.all().sessions.empty());
    EXPECT_THAT(world.events(trace::Kind::SessionExpired), ElementsAre(HasSubstr("not running")));
}

TEST_F(BrokerPersistence, whatIsForgottenIsForgottenInTheStoreToo)
{
    TestClient& client = joinLasting("client");
    client.subscribe("t").subscribe("u").unsubscribe("t");
    client.publish("u", "x", QoS::ExactlyOnce, false, 9);
    commitAll();
    client.ack(PacketType::Pubrel, 9).ack(PacketType::Pubrec, 1).ack(PacketType::Pubcomp, 1);
    client.publish("r", "x", QoS::AtMostOnce, true).publish("r", "", QoS::AtMostOnce, true);
    const StoredBroker kept = store.all();
    ASSERT_EQ(kept.sessions.size(), 1U);
    ASSERT_EQ(kept.sessions[0].subscriptions.size(), 1U);
    EXPECT_EQ(kept.sessions[0].subscriptions[0].filter, "u");
    EXPECT_TRUE(kept.sessions[0].deliveries.empty());
    EXPECT_TRUE(kept.sessions[0].received.empty());
    EXPECT_TRUE(kept.retained.empty());
    client.disconnect(ReasonCode::Success, 0);
    EXPECT_TRUE(store.all().sessions.empty());
}

/// Publisher and subscriber that keep their own state in spite of everything, as the specification asks of clients,
/// over a broker that is killed again and again. The store loses what it had not committed, from any write on.
class CrashRun
{
public:
    CrashRun(std::uint64_t seed, QoS qos) : m_random(seed), m_qos(qos)
    {
        for (const char* id : {"publisher", "subscriber"}) {
            TestClient& client = m_durable.lasting(id);
            client.connectPacket.receiveMaximum = static_cast<std::uint16_t>(1 + m_random.below(5));
            (id[0] == 'p' ? m_publisher : m_subscriber) = &client;
        }
    }

    /// The payloads that reached the subscriber's application, in order.
    std::vector<int> run(int messages)
    {
        m_subscriber->connect();
        m_durable.commitAll();
        m_subscriber->subscribe("t");
        m_durable.commitAll();
        m_committed = m_durable.store.lastTicket();
        m_subscriber->vanish();
        for (int step = 0; step < 20'000 && !(m_nextToSend > messages && m_unanswered.empty() && idle()); ++step)
            act(messages);
        return m_application;
    }

private:
    bool idle()
    {
        for (const ClientView& view : m_durable.world.broker().clients())
            if (view.queued + view.inflight > 0)
                return false;
        return true;
    }

    void act(int messages)
    {
        connectWhoIsAway();
        switch (m_random.below(12)) {
        case 0:
        case 1:
        case 2:
        case 3:
            if (m_publisherReady && m_nextToSend <= messages && m_unanswered.size() < 4)
                publishNext();
            break;
        case 4:
            vanish(*m_publisher);
            break;
        case 5:
            vanish(*m_subscriber);
            break;
        case 6:
            crash();
            return;
        default:
            m_durable.commitAll();
            m_committed = m_durable.store.lastTicket();
            break;
        }
        answer();
    }

    static void vanish(TestClient& client)
    {
        if (client.linked())
            client.vanish();
        client.take();
    }

    void crash()
    {
        // Any write after the last commit may be how far the disk came, but not between those that belong together.
        std::vector<Ticket> ends{m_committed};
        for (Ticket write = m_committed + 1; write <= m_durable.store.lastTicket(); ++write)
            if (m_durable.store.mayEndAfter(write))
                ends.push_back(write);
        const Ticket survived = ends[m_random.below(ends.size())];
        m_durable.store.truncate(survived);
        m_durable.world.restart(m_durable.store.all());
        m_durable.commitAll();
        m_committed = m_durable.store.lastTicket();
        m_publisher->take();
        m_subscriber->take();
    }

    void connectWhoIsAway()
    {
        for (TestClient* client : {m_publisher, m_subscriber}) {
            if (client->linked())
                continue;
            if (client == m_publisher)
                m_publisherReady = false;
            client->connect();
        }
    }

    void publishNext()
    {
        const PacketId id = m_nextId;
        m_nextId = static_cast<PacketId>(m_nextId % 10 + 1);
        if (m_unanswered.contains(id))
            return;
        m_unanswered.emplace(id, Outgoing{m_nextToSend++, false});
        m_order.push_back(id);
        sendAgain(id, false);
    }

    void sendAgain(PacketId id, bool duplicate)
    {
        const Outgoing& outgoing = m_unanswered.at(id);
        if (outgoing.released) {
            m_publisher->ack(PacketType::Pubrel, id);
            return;
        }
        const std::string payload = std::to_string(outgoing.number);
        Publish packet;
        packet.topic = "t";
        packet.payload = asBytes(payload);
        packet.qos = m_qos;
        packet.duplicate = duplicate;
        packet.id = id;
        m_publisher->send(packet);
    }

    void finish(PacketId id)
    {
        m_unanswered.erase(id);
        std::erase(m_order, id);
    }

    void answer()
    {
        for (const std::string& line : m_publisher->take()) {
            const auto id = static_cast<PacketId>(std::atoi(line.c_str() + line.find('#') + 1));
            if (line.starts_with("CONNACK")) {
                m_publisherReady = true;
                for (const PacketId waiting : std::vector<PacketId>(m_order))
                    sendAgain(waiting, true);
            } else if (line.starts_with("PUBACK") || line.starts_with("PUBCOMP")) {
                finish(id);
            } else if (line.starts_with("PUBREC") && m_unanswered.contains(id)) {
                m_unanswered.at(id).released = true;
                m_publisher->ack(PacketType::Pubrel, id);
            }
        }
        for (const std::string& line : m_subscriber->take()) {
            const auto id = static_cast<PacketId>(std::atoi(line.c_str() + line.find('#') + 1));
            if (line.starts_with("PUBLISH")) {
                const int number = std::atoi(line.c_str() + 10);
                if (m_qos == QoS::AtLeastOnce) {
                    m_application.push_back(number);
                    m_subscriber->ack(PacketType::Puback, id);
                } else {
                    if (m_received.insert(id).second)
                        m_application.push_back(number);
                    m_subscriber->ack(PacketType::Pubrec, id);
                }
            } else if (line.starts_with("PUBREL")) {
                m_received.erase(id);
                m_subscriber->ack(PacketType::Pubcomp, id);
            }
        }
    }

    struct Outgoing
    {
        int number = 0;
        bool released = false;
    };
    DurableWorld m_durable;
    Random m_random;
    QoS m_qos;
    TestClient* m_publisher = nullptr;
    TestClient* m_subscriber = nullptr;
    bool m_publisherReady = false;
    int m_nextToSend = 1;
    PacketId m_nextId = 1;
    std::map<PacketId, Outgoing> m_unanswered;
    std::vector<PacketId> m_order;
    std::set<PacketId> m_received;
    std::vector<int> m_application;
    Ticket m_committed = 0;
};

class CrashSeeds : public testing::TestWithParam<std::uint64_t>
{};
INSTANTIATE_TEST_SUITE_P(Broker, CrashSeeds, testing::Range<std::uint64_t>(1, 101));

TEST_P(CrashSeeds, qos2IsExactlyOnceAndInOrder)
{
    const std::vector<int> arrived = CrashRun(GetParam(), QoS::ExactlyOnce).run(40);
    std::vector<int> expected(40);
    for (int i = 0; i < 40; ++i)
        expected[static_cast<std::size_t>(i)] = i + 1;
    EXPECT_EQ(arrived, expected);
}

TEST_P(CrashSeeds, qos1IsAtLeastOnceAndTheFirstTimeInOrder)
{
    std::set<int> seen;
    int last = 0;
    for (const int number : CrashRun(GetParam(), QoS::AtLeastOnce).run(40)) {
        if (seen.insert(number).second) {
            EXPECT_EQ(number, last + 1);
            last = number;
        }
    }
    EXPECT_EQ(seen.size(), 40U);
}

} // namespace
} // namespace greensward::mqtt
