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
    void pinged(const Peer&) override { note("ping"); }
    void published(const Peer&, std::string_view topic, std::size_t payload) override
    {
        note("in {} {}", topic, payload);
    }
    void delivered(const Peer&, std::string_view topic, std::size_t payload) override
    {
        note("out {} {}", topic, payload);
    }

    Lines take() { return std::exchange(m_lines, {}); }

private:
    template<typename... Arguments>
    void note(fmt::format_string<Arguments...> format, Arguments&&... arguments)
    {
        m_lines.push_back(fmt::format(format, std::forward<Arguments>(arguments)...));
    }
    Lines m_lines;
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
                ElementsAre("pump connected", "pump subscribed a/b", "ping", "pump unsubscribed a/b",
                            "pump disconnected: " + std::string(text(DisconnectReason::ClientDisconnect))));
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
                            "pump connected"));
}

TEST_F(BrokerObservers, everyMessageIsCountedOnItsWayInAndOut)
{
    world.joined("one").subscribe("t", QoS::AtMostOnce);
    world.joined("two", Version::v311).subscribe("t", QoS::AtLeastOnce);
    auto& publisher = world.joined("publisher");
    notes.take();
    publisher.publish("t", "12345", QoS::AtLeastOnce);
    EXPECT_THAT(notes.take(), ElementsAre("in t 5", "out t 5", "out t 5"));
}

} // namespace greensward::mqtt
