// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/broker_port.h"

#include "engine_thread.h"
#include "plain_client.h"

#include <gtest/gtest.h>
#include <optional>
#include <poll.h>

namespace greensward::mqtt {
namespace {

using net::PlainClient;

/// Keeps nothing and says how it feels.
class MoodyStore final : public SessionStore
{
public:
    bool congestedNow = false;

    Ticket saveSession(std::string_view, std::uint32_t, std::optional<WallTime>) override { return 0; }
    Ticket dropSession(std::string_view) override { return 0; }
    Ticket saveSubscription(std::string_view, const StoredSession::Subscription&) override { return 0; }
    Ticket dropSubscription(std::string_view, std::string_view) override { return 0; }
    Ticket addDelivery(std::string_view, const StoredSession::Delivery&) override { return 0; }
    Ticket updateDelivery(std::string_view, std::uint64_t, PacketId, DeliveryState) override { return 0; }
    Ticket dropDelivery(std::string_view, std::uint64_t) override { return 0; }
    Ticket addReceived(std::string_view, PacketId) override { return 0; }
    Ticket dropReceived(std::string_view, PacketId) override { return 0; }
    Ticket saveWill(std::string_view, const MessagePtr&, WallTime) override { return 0; }
    Ticket dropWill(std::string_view) override { return 0; }
    Ticket saveRetained(const MessagePtr&) override { return 0; }
    Ticket dropRetained(std::string_view) override { return 0; }
    bool congested() const override { return congestedNow; }
};

class CongestedPort : public testing::Test, public net::ListenerHandler
{
protected:
    CongestedPort()
    {
        tcp = engine.call([&] {
            broker.emplace(
                Broker::Parts{.clock = clock, .recorder = recorder, .gatekeeper = gatekeeper, .store = &store},
                Limits{});
            port.emplace(engine.loop(), clock, *broker);
            listener = std::move(*net::Listener::open(engine.loop(), {}, *this));
            return listener->port();
        });
    }
    ~CongestedPort() override
    {
        engine.call([this] {
            listener.reset();
            port.reset();
        });
        engine.stop();
    }

    net::LinkHandler* linkOpened(net::Link& link) override { return port->adopt(link) ? &*port : nullptr; }
    void refused(const net::Refusal& refusal) override { FAIL() << refusal.why; }
    void request(const net::HttpRequest&, net::HttpResponder) override { FAIL() << "this port speaks MQTT only"; }

    void setCongested(bool on)
    {
        engine.call([&] {
            store.congestedNow = on;
            port->wake();
        });
        engine.call([] {}); // the end of that turn is over
    }
    static bool answersWithin(PlainClient& client, int milliseconds)
    {
        pollfd waiting{client.descriptor(), POLLIN, 0};
        return ::poll(&waiting, 1, milliseconds) == 1;
    }

    static std::string connect(char clientId) { return std::string("\x10\x0d\0\4MQTT\4\2\0\x3c\0\1", 14) + clientId; }
    static constexpr std::string_view kPing{"\xc0\0", 2};
    static inline const std::string kConnack{"\x20\2\0\0", 4};
    static inline const std::string kPong{"\xd0\0", 2};

    SystemClock clock;
    trace::Recorder recorder{clock};
    Gatekeeper gatekeeper;
    MoodyStore store;
    net::EngineThread engine;
    std::optional<Broker> broker;
    std::optional<BrokerPort> port;
    std::unique_ptr<net::Listener> listener;
    std::uint16_t tcp = 0;
};

TEST_F(CongestedPort, clientsWaitUntilTheStoreHasCaughtUpAndLoseNothing)
{
    PlainClient client(tcp);
    ASSERT_TRUE(client.send(connect('a')));
    ASSERT_EQ(client.receive(4), kConnack);

    setCongested(true);
    ASSERT_TRUE(client.send(kPing));
    EXPECT_FALSE(answersWithin(client, 200)) << "a client was read although the store had fallen behind";
    PlainClient late(tcp);
    ASSERT_TRUE(late.send(connect('b')));
    EXPECT_FALSE(answersWithin(late, 200)) << "nor is one that comes meanwhile";

    setCongested(false);
    EXPECT_EQ(client.receive(2), kPong);
    EXPECT_EQ(late.receive(4), kConnack);
}

} // namespace
} // namespace greensward::mqtt
