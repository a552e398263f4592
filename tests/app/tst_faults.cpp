// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"
#include "app/engine_port_link.h"
#include "mqtt/broker.h"

#include <chrono>
#include <gmock/gmock.h>
#include <thread>

using namespace greensward;
using namespace greensward::app;
using namespace std::chrono_literals;
using mqtt::DisconnectReason;
using simulator::FaultKind;
using testing::HasSubstr;

namespace {

constexpr const char* kTurbine = "ev-gen-123";

/// An engine with the workshop's two devices on real sockets, and what a window would see of it.
class Faults : public testing::Test
{
protected:
    Faults()
    {
        EngineSettings settings;
        settings.durable = false;
        settings.ports = PortPlan::anyFree();
        settings.devices = true;
        settings.seed = 1;
        auto started = Engine::start(settings);
        if (!started)
            throw std::runtime_error(started.error().message);
        m_engine = std::move(*started);
        m_port = std::make_unique<EnginePortLink>(*m_engine);
        EXPECT_TRUE(eventually([&] { return isOnline(kTurbine) && isOnline("sprinkler-456"); }));
    }
    ~Faults() override
    {
        m_port.reset();
        m_engine->stop();
    }

    struct Seen
    {
        trace::Kind kind;
        std::string subject;
        std::string object;
        std::string detail;
        std::string payload;
        std::int64_t extra;
        std::uint8_t flags;
    };

    template<typename Condition>
    bool eventually(Condition condition, std::chrono::seconds patience = 10s)
    {
        const auto deadline = std::chrono::steady_clock::now() + patience;
        while (std::chrono::steady_clock::now() < deadline) {
            look();
            if (condition())
                return true;
            std::this_thread::sleep_for(5ms);
        }
        return false;
    }

    void look()
    {
        for (const trace::ChunkPtr& chunk : m_port->drain())
            for (const trace::Event& event : chunk->events())
                m_seen.push_back({event.kind, std::string(chunk->text(event.subject)),
                                  std::string(chunk->text(event.object)), std::string(chunk->text(event.detail)),
                                  std::string(chunk->text(event.payload)), event.extra, event.flags});
    }

    const Seen* last(trace::Kind kind, std::string_view subject) const
    {
        const auto found = std::find_if(m_seen.rbegin(), m_seen.rend(),
                                        [&](const Seen& seen) { return seen.kind == kind && seen.subject == subject; });
        return found == m_seen.rend() ? nullptr : &*found;
    }
    bool isOnline(std::string_view id) const
    {
        const auto devices = m_port->devices();
        return std::any_of(devices.begin(), devices.end(), [id](const auto& device) {
            return device.id == id && device.state == simulator::DeviceState::Online;
        });
    }
    /// Waits for the end of the turbine's connection.
    const Seen* endOfTurbine(std::chrono::seconds patience = 10s)
    {
        eventually([&] { return last(trace::Kind::ClientDisconnected, kTurbine) != nullptr; }, patience);
        return last(trace::Kind::ClientDisconnected, kTurbine);
    }

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<EnginePortLink> m_port;
    std::vector<Seen> m_seen;
};

TEST_F(Faults, aGoodbyeIsADisconnect)
{
    m_port->command(kTurbine, ui::DeviceCommand::Stop, 0);
    const Seen* end = endOfTurbine();
    ASSERT_TRUE(end);
    EXPECT_EQ(static_cast<DisconnectReason>(end->extra), DisconnectReason::ClientDisconnect);
    EXPECT_TRUE(last(trace::Kind::WillWithheld, kTurbine));
    EXPECT_FALSE(last(trace::Kind::WillPublished, kTurbine));
}

TEST_F(Faults, aCrashIsAnEndWithoutAWord)
{
    m_port->inject({.kind = FaultKind::Crash, .target = kTurbine});
    const Seen* end = endOfTurbine();
    ASSERT_TRUE(end);
    EXPECT_EQ(static_cast<DisconnectReason>(end->extra), DisconnectReason::ConnectionLost);
    EXPECT_THAT(end->detail, HasSubstr("closed")); // FIN
    EXPECT_TRUE(eventually([&] { return last(trace::Kind::WillPublished, kTurbine) != nullptr; }));
}

TEST_F(Faults, aResetIsToldAsOne)
{
    m_port->inject({.kind = FaultKind::ResetLink, .target = kTurbine});
    const Seen* end = endOfTurbine();
    ASSERT_TRUE(end);
    EXPECT_EQ(static_cast<DisconnectReason>(end->extra), DisconnectReason::ConnectionLost);
    EXPECT_THAT(end->detail, HasSubstr("reset")); // RST
    EXPECT_TRUE(eventually([&] { return last(trace::Kind::WillPublished, kTurbine) != nullptr; }));
    EXPECT_TRUE(eventually([&] { return isOnline(kTurbine); })) << "it connects again";
}

TEST_F(Faults, aHalfOpenSocketLastsUntilKeepAliveEndsIt)
{
    m_port->inject({.kind = FaultKind::HalfOpen, .target = kTurbine});
    const auto from = std::chrono::steady_clock::now();
    EXPECT_FALSE(eventually([&] { return last(trace::Kind::ClientDisconnected, kTurbine) != nullptr; }, 3s))
        << "nobody tells the gateway";
    const Seen* end = endOfTurbine(20s);
    ASSERT_TRUE(end);
    EXPECT_EQ(static_cast<DisconnectReason>(end->extra), DisconnectReason::KeepAliveTimeout);
    EXPECT_GT(std::chrono::steady_clock::now() - from, 10s);
    EXPECT_TRUE(eventually([&] { return last(trace::Kind::WillPublished, kTurbine) != nullptr; }));
}

TEST_F(Faults, aCutCableIsNoticedWhenKeepAliveIsOver)
{
    const auto from = std::chrono::steady_clock::now();
    m_port->inject({.kind = FaultKind::CutCable, .target = kTurbine});
    ASSERT_TRUE(eventually([&] { return last(trace::Kind::FaultInjected, kTurbine) != nullptr; }));
    EXPECT_EQ(last(trace::Kind::FaultInjected, kTurbine)->detail, "cut-cable");
    const Seen* end = endOfTurbine(25s);
    ASSERT_TRUE(end);
    EXPECT_EQ(static_cast<DisconnectReason>(end->extra), DisconnectReason::KeepAliveTimeout);
    EXPECT_GT(std::chrono::steady_clock::now() - from, 10s);
    EXPECT_TRUE(eventually([&] { return last(trace::Kind::WillPublished, kTurbine) != nullptr; }));
    m_port->healAll();
    EXPECT_TRUE(eventually([&] { return isOnline(kTurbine); }, 20s));
}

TEST_F(Faults, everyReportComesTwice)
{
    m_port->subscribe("turbines/#", 0);
    m_port->inject({.kind = FaultKind::DuplicateQos1, .target = kTurbine});
    EXPECT_TRUE(eventually([&] {
        const auto duplicate = std::find_if(m_seen.begin(), m_seen.end(), [](const Seen& seen) {
            return seen.kind == trace::Kind::MessagePublished && (seen.flags & trace::kDuplicate) != 0;
        });
        return duplicate != m_seen.end() && std::count_if(m_seen.begin(), m_seen.end(), [&](const Seen& seen) {
                                                return seen.kind == trace::Kind::MessageDelivered &&
                                                       seen.payload == duplicate->payload;
                                            }) == 2;
    }));
}

TEST_F(Faults, whoComesLaterSuffersWhatAllSuffer)
{
    m_port->inject({.kind = FaultKind::BadJson, .target = "*"});
    m_port->setFleetSize(3);
    EXPECT_TRUE(eventually([&] {
        const Seen* report = last(trace::Kind::MessagePublished, "ev-gen-1002");
        return report && !report->payload.ends_with('}');
    }));
}

TEST_F(Faults, theRosterHoldsTheWholeFleetAndTheWatchedDeviceIsShownInFull)
{
    m_port->setFleetSize(700);
    ASSERT_TRUE(eventually(
        [&] {
            const auto roster = m_port->roster();
            return roster && roster->rows.size() == 700;
        },
        30s));
    EXPECT_EQ(m_port->roster()->names->at(699).id, "ev-gen-1699");
    m_port->watchDevice("ev-gen-1650");
    EXPECT_TRUE(eventually([&] {
        const auto devices = m_port->devices();
        return devices.size() == 501 && devices.back().id == "ev-gen-1650";
    }));
}

TEST_F(Faults, aScenarioPlaysAndLeavesNothingBroken)
{
    const auto scenarios = m_port->scenarios();
    ASSERT_EQ(scenarios.size(), 2U);
    EXPECT_EQ(scenarios[0].id, "flaky-line");
    m_port->startScenario("flaky-line");
    ASSERT_TRUE(eventually([&] { return m_port->status().scenario == "flaky-line"; }));
    EXPECT_TRUE(eventually([&] { return m_port->faults().size() == 2; })) << "latency at once, a cut after 5 s";
    EXPECT_GE(m_port->status().scenarioAt, 4.5);
    m_port->inject({.kind = FaultKind::BadJson, .target = kTurbine});
    m_port->stopScenario();
    EXPECT_TRUE(eventually([&] { return m_port->status().scenario.empty() && m_port->faults().size() == 1; }));
    EXPECT_EQ(m_port->faults().front().kind, FaultKind::BadJson) << "what a person broke stays broken";
    m_port->startScenario("no-such");
    EXPECT_TRUE(eventually([&] { return !m_port->status().faultProblem.empty(); }));
}

TEST_F(Faults, healAllEndsTheScenarioToo)
{
    m_port->startScenario("storm");
    ASSERT_TRUE(eventually([&] { return m_port->status().scenario == "storm"; }));
    m_port->healAll();
    EXPECT_TRUE(eventually([&] { return m_port->status().scenario.empty() && m_port->faults().empty(); }));
}

TEST_F(Faults, theRhythmIsSet)
{
    m_port->command(kTurbine, ui::DeviceCommand::SetRate, 1.0 / 60);
    m_port->command(kTurbine, ui::DeviceCommand::SetJitter, 0.25);
    m_port->command(kTurbine, ui::DeviceCommand::SetBurst, 5);
    m_port->command(kTurbine, ui::DeviceCommand::SetOnChange, 1);
    EXPECT_TRUE(eventually([&] {
        const auto devices = m_port->devices();
        return !devices.empty() && std::abs(devices[0].rate - 1.0 / 60) < 1e-6 && devices[0].jitter == 0.25 &&
               devices[0].burst == 5 && devices[0].onChange;
    }));
}

TEST_F(Faults, aFaultIsListedUntilItIsHealed)
{
    m_port->inject({.kind = FaultKind::CutCable, .target = kTurbine});
    ASSERT_TRUE(eventually([&] { return m_port->faults().size() == 1; }));
    EXPECT_EQ(m_port->faults().front().target, kTurbine);
    EXPECT_LT(m_port->faults().front().secondsLeft, 0);
    m_port->heal(m_port->faults().front().id);
    EXPECT_TRUE(eventually([&] { return m_port->faults().empty() && isOnline(kTurbine); }));
}

TEST_F(Faults, aFaultEndsByItself)
{
    m_port->inject({.kind = FaultKind::Latency, .target = "*", .intensity = 50, .seconds = 1});
    ASSERT_TRUE(eventually([&] { return m_port->faults().size() == 1; }));
    EXPECT_TRUE(eventually([&] { return m_port->faults().empty(); }));
}

TEST_F(Faults, twoOnOneDeviceAreHealedApart)
{
    m_port->inject({.kind = FaultKind::BadJson, .target = kTurbine});
    m_port->inject({.kind = FaultKind::ClockSkew, .target = kTurbine, .intensity = -3600});
    ASSERT_TRUE(eventually([&] { return m_port->faults().size() == 2; }));
    ASSERT_TRUE(eventually([&] {
        const Seen* report = last(trace::Kind::MessagePublished, kTurbine);
        return report && !report->payload.ends_with('}');
    }));
    m_port->heal(m_port->faults().front().id);
    ASSERT_TRUE(eventually([&] { return m_port->faults().size() == 1; }));
    m_seen.clear();
    ASSERT_TRUE(eventually([&] { return last(trace::Kind::MessagePublished, kTurbine) != nullptr; }));
    const std::string payload = last(trace::Kind::MessagePublished, kTurbine)->payload;
    EXPECT_TRUE(payload.ends_with('}')) << payload;
    const auto stamp = std::stoll(payload.substr(payload.find(':') + 1));
    const auto now =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    EXPECT_NEAR(static_cast<double>(now - stamp), 3'600'000, 10'000) << "the clock is still wrong";
}

TEST_F(Faults, aSecondClientThrowsTheDeviceOut)
{
    m_port->inject({.kind = FaultKind::DuplicateClientId, .target = kTurbine});
    const Seen* end = endOfTurbine();
    ASSERT_TRUE(end);
    EXPECT_EQ(static_cast<DisconnectReason>(end->extra), DisconnectReason::TakenOver);
    m_port->healAll();
    EXPECT_TRUE(eventually([&] { return m_port->faults().empty() && isOnline(kTurbine); }));
}

TEST_F(Faults, aBadCertificateIsRefusedInTheHandshake)
{
    for (const FaultKind kind : {FaultKind::ExpiredCertificate, FaultKind::UnknownCertificate}) {
        m_seen.clear();
        m_port->inject({.kind = kind, .target = kTurbine});
        EXPECT_TRUE(eventually([&] {
            return std::any_of(m_seen.begin(), m_seen.end(),
                               [](const Seen& seen) { return seen.kind == trace::Kind::LinkRefused; });
        }));
        m_port->healAll();
        EXPECT_TRUE(eventually([&] { return isOnline(kTurbine); }, 20s)) << "its own certificate is good again";
    }
}

TEST_F(Faults, theGatewayComesBack)
{
    m_port->inject({.kind = FaultKind::GatewayRestart, .target = {}});
    const Seen* end = endOfTurbine();
    ASSERT_TRUE(end);
    EXPECT_EQ(static_cast<DisconnectReason>(end->extra), DisconnectReason::ServerClosed);
    m_seen.clear();
    EXPECT_TRUE(eventually([&] { return last(trace::Kind::ClientConnected, kTurbine) != nullptr; }, 20s));
}

TEST_F(Faults, whatMakesNoSenseIsRefusedWithASentence)
{
    const auto refusal = [&](const ui::FaultRequest& request) {
        m_port->inject(request);
        EXPECT_TRUE(eventually([&] { return !m_port->status().faultProblem.empty(); }));
        const std::string said = m_port->status().faultProblem;
        m_port->healAll(); // clears it
        EXPECT_TRUE(eventually([&] { return m_port->status().faultProblem.empty(); }));
        return said;
    };
    EXPECT_THAT(refusal({.kind = FaultKind::CutCable, .target = "nobody"}), HasSubstr("nobody"));
    EXPECT_THAT(refusal({.kind = FaultKind::Latency, .target = kTurbine, .intensity = 1e9}), HasSubstr("5000 ms"));
    EXPECT_THAT(refusal({.kind = FaultKind::ExpiredCertificate, .target = "*"}), HasSubstr("choose one"));
    EXPECT_TRUE(m_port->faults().empty());
}

TEST_F(Faults, theFleetGrowsAndShrinks)
{
    m_port->setFleetSize(300);
    EXPECT_TRUE(
        eventually([&] { return m_port->status().fleetSize == 300 && m_port->status().fleetOnline == 300; }, 30s));
    EXPECT_TRUE(eventually([&] { return m_port->devices().size() == 300; }));
    m_seen.clear();
    m_port->setFleetSize(10);
    EXPECT_TRUE(eventually([&] { return m_port->status().clients == 10; }, 30s));
    EXPECT_FALSE(std::any_of(m_seen.begin(), m_seen.end(), [](const Seen& seen) {
        return seen.kind == trace::Kind::WillPublished;
    })) << "they say goodbye";
    m_port->setFleetSize(50);
    EXPECT_TRUE(eventually([&] { return m_port->status().clients == 50; }, 30s)) << "and grows again";
}

TEST_F(Faults, theConsoleIsAClientLikeOthers)
{
    m_port->subscribe("turbines/#", 1);
    m_port->subscribe("lawn/#/east", 0);
    ASSERT_TRUE(eventually([&] {
        const auto subscriptions = m_port->subscriptions();
        return subscriptions.size() == 2 && subscriptions[0].granted && subscriptions[0].received > 0;
    }));
    EXPECT_FALSE(m_port->subscriptions()[1].granted);
    EXPECT_FALSE(m_port->subscriptions()[1].problem.empty());
    const std::string id = m_port->status().consoleClient;
    EXPECT_THAT(id, testing::StartsWith("console-"));
    EXPECT_TRUE(last(trace::Kind::ClientConnected, id));
    m_port->unsubscribe("turbines/#");
    EXPECT_TRUE(eventually([&] { return m_port->subscriptions().size() == 1; }));
}

} // namespace
