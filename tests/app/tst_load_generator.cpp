// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/load_generator.h"

#include "base/clock.h"
#include "mqtt/broker.h"
#include "mqtt/broker_port.h"
#include "net/event_loop.h"
#include "net/listener.h"
#include "trace/recorder.h"

#include <gmock/gmock.h>
#include <thread>

using namespace greensward;
using namespace greensward::bench;
using namespace std::chrono_literals;

namespace {

/// Withholds every so many-th delivery; 0: none.
class Forgetful final : public mqtt::Gatekeeper
{
public:
    explicit Forgetful(unsigned every) : m_every(every) {}
    bool wantsReceive() const override { return m_every != 0; }
    mqtt::Verdict receive(const mqtt::Peer&, std::string_view, std::string_view, std::string_view) override
    {
        return ++m_count % m_every == 0 ? mqtt::Verdict::refuse(mqtt::ReasonCode::NotAuthorized, "forgotten")
                                        : mqtt::Verdict::allow();
    }

private:
    unsigned m_every;
    unsigned m_count = 0;
};

/// A broker on a thread of its own, on any free port.
class BrokerThread final : public net::ListenerHandler
{
public:
    explicit BrokerThread(unsigned forgetEvery = 0)
        : m_gatekeeper(forgetEvery)
        , m_broker({.clock = m_clock, .recorder = m_recorder, .gatekeeper = m_gatekeeper, .name = "test"}, {})
        , m_port(m_loop, m_clock, m_broker)
    {
        auto listener = net::Listener::open(m_loop, {}, *this);
        if (!listener)
            throw std::runtime_error(listener.error().message);
        m_listener = std::move(*listener);
        m_thread = std::thread([this] { m_loop.run(); });
    }
    ~BrokerThread() override
    {
        m_loop.stop();
        m_thread.join();
    }
    Target target() const { return {.host = "127.0.0.1", .port = m_listener->port(), .pid = 0}; }

    net::LinkHandler* linkOpened(net::Link& link) override { return m_port.adopt(link) ? &m_port : nullptr; }
    void refused(const net::Refusal&) override {}
    void request(const net::HttpRequest&, net::HttpResponder) override {}

private:
    SystemClock m_clock;
    trace::Recorder m_recorder{m_clock};
    net::EventLoop m_loop;
    Forgetful m_gatekeeper;
    mqtt::Broker m_broker;
    mqtt::BrokerPort m_port;
    std::unique_ptr<net::Listener> m_listener;
    std::thread m_thread;
};

Load loadNamed(std::string_view name)
{
    for (const Load& load : standardLoads()) {
        if (load.name == name)
            return scaled(load, 0.01);
    }
    throw std::runtime_error("no such load");
}

} // namespace

class HonestBroker : public testing::TestWithParam<std::string>
{};

TEST_P(HonestBroker, passesWithEveryLoad)
{
    const BrokerThread broker;
    const Load load = loadNamed(GetParam());
    const auto report = LoadGenerator(load, broker.target()).run();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_TRUE(report->ok());
    EXPECT_EQ(report->received, load.messages * load.subscribers);
    EXPECT_GT(report->seconds, 0);
    EXPECT_EQ(report->microseconds.empty(), load.shape != Load::Shape::PingPong);
}

INSTANTIATE_TEST_SUITE_P(LoadGenerator, HonestBroker, testing::ValuesIn(loadNames()),
                         [](const auto& name) { return name.param; });

TEST(LoadGenerator, noticesWhatABrokerLoses)
{
    const BrokerThread broker(100);
    const auto report = LoadGenerator(loadNamed("pipe"), broker.target(), 2s).run();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_FALSE(report->ok());
    EXPECT_GT(report->lost, 0u);
    EXPECT_EQ(report->received + report->lost, report->expected);
}

TEST(LoadGenerator, givesUpOnABrokerThatStopsDelivering)
{
    const BrokerThread broker(1);
    const auto report = LoadGenerator(loadNamed("pingpong"), broker.target(), 1s).run();
    ASSERT_TRUE(report) << report.error().message;
    EXPECT_TRUE(report->timedOut);
    EXPECT_FALSE(report->ok());
}

TEST(LoadGenerator, saysThatNobodyAnswers)
{
    const auto report = LoadGenerator(loadNamed("pipe"), {.host = "127.0.0.1", .port = 1, .pid = 0}, 1s).run();
    ASSERT_FALSE(report);
    EXPECT_FALSE(report.error().message.empty());
}

TEST(Load, scaledDownStillHasAMessageForEachPublisher)
{
    const Load fanin = scaled(*std::find_if(standardLoads().begin(), standardLoads().end(),
                                            [](const Load& load) { return load.name == "fanin"; }),
                              0.000001);
    EXPECT_EQ(fanin.messages, fanin.publishers);
}
