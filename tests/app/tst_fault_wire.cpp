// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the gateway's socket sees when a device says goodbye, dies, loses its power, its cable or its connection.
#include "app/device_floor.h"
#include "app/identities.h"
#include "fault_witness.h"
#include "mqtt/broker.h"
#include "net/local_addresses.h"
#include "store/workspace.h"

#include <functional>
#include <future>
#include <gmock/gmock.h>

using namespace greensward;
using namespace greensward::app;
using namespace std::chrono_literals;
using End = FaultWitness::End;
using Seen = FaultWitness::Seen;

namespace {

constexpr const char* kTurbine = "ev-gen-123";

class FaultWire : public testing::Test
{
protected:
    FaultWire()
        : m_workspace(*store::Workspace::temporary(m_clock.wall()))
        , m_identities(*Identities::open(m_workspace.folder(), net::serverNames(), m_clock.wall()))
        , m_witness(m_identities.keys().server(), m_identities.keys().root().certificate())
    {
        auto floor = DeviceFloor::create({.loop = m_loop,
                                          .clock = m_clock,
                                          .recorder = m_recorder,
                                          .gateway = m_gateway,
                                          .identities = m_identities,
                                          .host = "127.0.0.1",
                                          .port = m_witness.port()});
        m_floor = std::move(*floor);
        m_thread = std::thread([this] { m_loop.run(); });
        with([](simulator::Device& turbine) { turbine.start(); });
        EXPECT_TRUE(m_witness.wait([](const Seen& seen) { return seen.count(FaultWitness::kPublish) > 0; }))
            << "the turbine is connected and reports";
    }
    ~FaultWire() override
    {
        m_loop.stop();
        m_thread.join();
        m_floor.reset();
    }

    void with(const std::function<void(simulator::Device&)>& work)
    {
        std::promise<void> done;
        m_loop.post([&] {
            m_floor->forEach(kTurbine, work);
            done.set_value();
        });
        done.get_future().get();
    }
    simulator::DeviceState state()
    {
        simulator::DeviceState state{};
        with([&state](simulator::Device& turbine) { state = turbine.state(); });
        return state;
    }
    bool ends()
    {
        return m_witness.wait([](const Seen& seen) { return seen.end != End::None; }, 5s);
    }

    SystemClock m_clock;
    store::Workspace m_workspace;
    Identities m_identities;
    FaultWitness m_witness;
    trace::Recorder m_recorder{m_clock};
    net::EventLoop m_loop;
    mqtt::Gatekeeper m_gatekeeper;
    mqtt::Broker m_broker{{.clock = m_clock, .recorder = m_recorder, .gatekeeper = m_gatekeeper}, {}};
    mqtt::BrokerPort m_gateway{m_loop, m_clock, m_broker};
    std::unique_ptr<DeviceFloor> m_floor;
    std::thread m_thread;
};

TEST_F(FaultWire, aGoodbyeIsDisconnectCloseNotifyAndFin)
{
    with([](simulator::Device& turbine) { turbine.stop(); });
    ASSERT_TRUE(ends());
    const Seen seen = m_witness.seen();
    EXPECT_EQ(seen.packets.back(), FaultWitness::kDisconnect);
    EXPECT_TRUE(seen.closeNotify);
    EXPECT_EQ(seen.end, End::Fin);
}

TEST_F(FaultWire, aCrashIsAFinWithoutAWord)
{
    with([](simulator::Device& turbine) { turbine.crash(); });
    ASSERT_TRUE(ends());
    const Seen seen = m_witness.seen();
    EXPECT_EQ(seen.count(FaultWitness::kDisconnect), 0);
    EXPECT_FALSE(seen.closeNotify) << "a dead process encrypts no alert";
    EXPECT_EQ(seen.end, End::Fin) << "its operating system closes the socket";
}

TEST_F(FaultWire, aResetIsAReset)
{
    with([](simulator::Device& turbine) { turbine.resetLink(); });
    ASSERT_TRUE(ends());
    const Seen seen = m_witness.seen();
    EXPECT_EQ(seen.count(FaultWitness::kDisconnect), 0);
    EXPECT_FALSE(seen.closeNotify);
    EXPECT_EQ(seen.end, End::Reset);
}

TEST_F(FaultWire, aPowerFailureIsSilenceThoughThePeerIsGone)
{
    with([](simulator::Device& turbine) { turbine.losePower(); });
    const std::size_t packets = m_witness.seen().packets.size();
    EXPECT_FALSE(m_witness.wait(
        [packets](const Seen& seen) {
            return seen.packets.size() > packets || seen.closeNotify || seen.end != End::None;
        },
        3s))
        << "neither a packet nor an end";
    EXPECT_EQ(state(), simulator::DeviceState::Crashed);
}

TEST_F(FaultWire, aCutCableIsSilenceWhileThePeerGoesOn)
{
    with([](simulator::Device& turbine) {
        turbine.setRate(10);
        turbine.cutCable();
    });
    const std::size_t packets = m_witness.seen().packets.size();
    EXPECT_FALSE(m_witness.wait(
        [packets](const Seen& seen) {
            return seen.packets.size() > packets || seen.closeNotify || seen.end != End::None;
        },
        3s))
        << "neither a packet nor an end";
    EXPECT_EQ(state(), simulator::DeviceState::CutOff);
    with([](simulator::Device& turbine) { turbine.healCable(); });
    EXPECT_TRUE(m_witness.wait([packets](const Seen& seen) { return seen.packets.size() >= packets + 25; }, 5s))
        << "what it sent meanwhile arrives on the same connection, as after retransmission";
    EXPECT_EQ(m_witness.seen().count(FaultWitness::kConnect), 1);
}

} // namespace
