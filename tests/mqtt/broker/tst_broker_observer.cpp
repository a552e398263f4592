// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the broker tells its observer.
#include "broker_world.h"
#include "mqtt/observer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::mqtt {

using testing::ElementsAre;

namespace {

class Notes final : public BrokerObserver
{
public:
    void connected(const Peer&, std::string_view client, const Connect& packet) override
    {
        note("{} connected{}", client, packet.will ? " with a will" : "");
    }
    void refused(const Peer&, std::string_view client, ReasonCode code) override
    {
        note("{} refused {:02x}", client, static_cast<int>(code));
    }
    void disconnected(const Peer&, std::string_view client, DisconnectReason reason) override
    {
        note("{} disconnected: {}", client, text(reason));
    }
    void subscribed(const Peer&, std::string_view client, std::span<const std::string_view> filters) override
    {
        note("{} subscribed {}", client, fmt::join(filters, " "));
    }
    void unsubscribed(const Peer&, std::string_view client, std::span<const std::string_view> filters) override
    {
        note("{} unsubscribed {}", client, fmt::join(filters, " "));
    }
    std::uint32_t seat(std::string_view, const Connect&) override { return ++m_seats; }
    void left(std::uint32_t seat) override { note("{} left", seat); }
    void pinged(std::uint32_t seat) override { note("{} ping", seat); }
    void published(std::uint32_t seat, const Publish& packet) override
    {
        note("{} in {} {}", seat, packet.topic, packet.payload.size());
    }
    void delivered(std::uint32_t seat, const Publish& packet) override
    {
        note("{} out {} {}", seat, packet.topic, packet.payload.size());
    }
    void takenBack(std::uint32_t seat, const Publish& packet) override
    {
        note("{} not out {} {}", seat, packet.topic, packet.payload.size());
    }
    void acknowledged(std::uint32_t seat) override { note("{} acknowledged", seat); }
    void kept(std::string_view client, const Publish& packet) override
    {
        note("kept for {}: {}", client, packet.topic);
    }

    Lines take() { return std::exchange(m_lines, {}); }

private:
    template<typename... Arguments>
    void note(fmt::format_string<Arguments...> format, Arguments&&... arguments)
    {
        m_lines.push_back(fmt::format(format, std::forward<Arguments>(arguments)...));
    }
    Lines m_lines;
    std::uint32_t m_seats = 0;
};

/// Lets nobody in whose name begins with "bad", and nobody hear of "secret".
class Doorman final : public Gatekeeper
{
    Verdict connect(const Peer&, const Connect& packet) override
    {
        return packet.clientId.starts_with("bad") ? Verdict::refuse(ReasonCode::NotAuthorized, "bad")
                                                  : Verdict::allow();
    }
    Verdict subscribe(const Peer&, std::string_view, std::string_view filter, SubscriptionOptions&) override
    {
        return filter == "secret" ? Verdict::refuse(ReasonCode::NotAuthorized, "secret") : Verdict::allow();
    }
};

} // namespace

class BrokerObservers : public testing::Test
{
protected:
    BrokerObservers()
    {
        world.setObserver(&notes);
        world.restart({});
    }
    Notes notes;
    Doorman doorman;
    BrokerWorld world{{}, &doorman};
};

TEST_F(BrokerObservers, aConnectionIsToldFromEndToEnd)
{
    auto& client = world.joined("pump");
    client.subscribe("a/b");
    client.send(Pingreq{});
    client.unsubscribe("a/b");
    client.unsubscribe("never/there");
    client.disconnect();
    EXPECT_THAT(notes.take(),
                ElementsAre("pump connected", "pump subscribed a/b", "1 ping", "pump unsubscribed a/b",
                            "pump disconnected: " + std::string(text(DisconnectReason::ClientDisconnect)), "1 left"));
}

TEST_F(BrokerObservers, refusalsAreToldApart)
{
    world.client("bad-pump").connect();
    EXPECT_THAT(notes.take(), ElementsAre("bad-pump refused 87"));
    auto& client = world.joined("pump");
    notes.take();
    client.subscribe("secret");
    EXPECT_TRUE(notes.take().empty());
}

TEST_F(BrokerObservers, aTakeOverEndsTheFirstBeforeTheSecondBegins)
{
    world.joined("pump");
    auto& second = world.client("pump");
    second.connect();
    EXPECT_THAT(notes.take(),
                ElementsAre("pump connected", "pump disconnected: " + std::string(text(DisconnectReason::TakenOver)),
                            "1 left", "pump connected"));
}

TEST(BrokerObserversOfSlowReaders, whatIsCutFromAnOutboxIsTakenBack)
{
    Notes notes;
    Limits limits;
    limits.outboxBytes = 300;
    BrokerWorld world(limits);
    world.setObserver(&notes);
    world.restart({});
    auto& slow = world.joined("slow");
    slow.subscribe("t", QoS::AtMostOnce).stopReading();
    auto& publisher = world.joined("publisher");
    notes.take();
    // In one turn, so that all of them are in the outbox before it is seen that the link takes none.
    const std::string payload(64, 'x');
    Publish packet;
    packet.topic = "t";
    packet.payload = asBytes(payload);
    Bytes frames;
    for (int i = 0; i < 5; ++i)
        encode(frames, packet, Version::v5);
    publisher.sendBytes(frames);
    std::size_t out = 0;
    std::size_t back = 0;
    for (const std::string& line : notes.take()) {
        out += line == "1 out t 64";
        back += line == "1 not out t 64";
    }
    EXPECT_EQ(out, 5U);
    EXPECT_EQ(back, world.broker().counters().dropped);
    EXPECT_GT(back, 0U);
}

TEST_F(BrokerObservers, everyMessageIsCountedOnItsWayInAndOut)
{
    world.joined("one").subscribe("t", QoS::AtMostOnce);
    world.joined("two", Version::v311).subscribe("t", QoS::AtLeastOnce);
    auto& publisher = world.joined("publisher");
    notes.take();
    publisher.publish("t", "12345", QoS::AtLeastOnce);
    EXPECT_THAT(notes.take(), ElementsAre("3 in t 5", "1 out t 5", "2 out t 5"));
}

TEST_F(BrokerObservers, aTopicIsWholeEvenWhereAnAliasStandsForIt)
{
    auto& reader = world.client("reader");
    reader.connectPacket.topicAliasMaximum = 4;
    reader.connect();
    reader.subscribe("t", QoS::AtMostOnce);
    auto& publisher = world.joined("publisher");
    notes.take();
    publisher.publish("t", "1");
    publisher.publish("t", "2");
    EXPECT_THAT(notes.take(), ElementsAre("2 in t 1", "1 out t 1", "2 in t 1", "1 out t 1"));
}

TEST_F(BrokerObservers, whatWaitsForAClientThatIsAwayIsTold)
{
    auto& away = world.client("away");
    away.connectPacket.cleanStart = false;
    away.connectPacket.sessionExpiry = 100;
    away.connect();
    away.subscribe("t", QoS::AtLeastOnce);
    away.disconnect();
    auto& publisher = world.joined("publisher");
    notes.take();
    publisher.publish("t", "12345", QoS::AtLeastOnce);
    EXPECT_THAT(notes.take(), ElementsAre("2 in t 5", "kept for away: t"));
    away.connect();
    EXPECT_THAT(notes.take(), ElementsAre("away connected", "3 out t 5"));
}

} // namespace greensward::mqtt
