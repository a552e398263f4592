// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "mqtt/broker.h"
#include "net/link.h"
#include "simulator/network.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::simulation {

class HubLink;

/// Sees what passes between the links and the broker, as a wiretap at the broker's socket does.
class HubObserver
{
public:
    virtual ~HubObserver() = default;
    virtual void opened(HubLink&) {}
    virtual void toBroker(HubLink&, ByteView) {}
    virtual void fromBroker(HubLink&, ByteView) {}
    /// The broker's end is gone. byBroker: it asked for it; otherwise it was told so.
    virtual void ended(HubLink&, bool byBroker) { (void)byBroker; }
};

/// One connection to the broker through two pipes, seen from the client's end. Lives as long as the hub.
class HubLink final : public net::Link
{
public:
    HubLink(std::uint64_t number, const ManualClock& clock, Random random, net::LinkHandler& handler,
            const simulator::LinkFaults& faults, std::size_t capacity);

    std::uint64_t number() const { return m_number; } ///< counts up from 1
    mqtt::ConnectionId connection() const { return m_connection; }
    bool brokerGone() const { return m_brokerGone; }
    bool clientGone() const { return m_clientGone; }
    /// Nothing is under way.
    bool quiet() const { return m_up.empty() && m_down.empty(); }

    void setFaults(const simulator::LinkFaults& faults);
    /// Breaks the line after that many more bytes got through each way; what follows is lost. Each end is told at once
    /// or, half-open, never (it has to find out by itself).
    void breakAfter(std::size_t up, std::size_t down, bool tellClient, bool tellBroker);

    /// Calls off breaks that have not come yet.
    void mend();

    const net::LinkDescription& description() const override { return m_description; }
    void setHandler(net::LinkHandler* handler) override { m_handler = handler; }
    std::size_t write(std::span<const ByteView> slices) override;
    void close(net::CloseMode mode) override;
    void setReading(bool on) override { m_reading = on; }

private:
    friend class MemoryHub;
    static constexpr std::size_t kForEver = std::numeric_limits<std::size_t>::max();

    std::uint64_t m_number;
    const ManualClock& m_clock;
    net::LinkDescription m_description;
    net::LinkHandler* m_handler;
    simulator::LinkFaults m_faults;
    simulator::Pipe m_up;
    simulator::Pipe m_down;
    mqtt::ConnectionId m_connection = 0;
    std::size_t m_upLeft = kForEver; ///< bytes until the line breaks
    std::size_t m_downLeft = kForEver;
    bool m_tellClient = false; ///< of the break
    bool m_tellBroker = false;
    bool m_reading = true;
    bool m_clientRefused = false; ///< the client is owed a writable()
    bool m_brokerBlocked = false; ///< the broker is owed a writable()
    bool m_clientClosed = false;  ///< the client's end has closed; the broker learns it after what is under way
    bool m_brokerClosed = false;  ///< the broker's end has closed; the client learns it after what is under way
    bool m_clientGone = false;    ///< the client heard its closed()
    bool m_brokerGone = false;    ///< the broker does not know the connection any more
};

/// A broker and all links to it in virtual time, without sockets, threads or an event loop: the third driver of
/// mqtt::Broker beside BrokerPort and the fuzzer. One thread; everything happens in run(), in an order that the seed
/// decides.
class MemoryHub
{
public:
    MemoryHub(ManualClock& clock, Random random);

    /// From now on links lead to this broker.
    void start(mqtt::Broker& broker);
    /// The broker's process is gone: its links break, new ones fail. silent: nobody is told, as when the machine loses
    /// power.
    void stop(bool silent);
    mqtt::Broker* broker() const { return m_broker; }
    void setObserver(HubObserver* observer) { m_observer = observer; }

    /// Null without a broker. capacity: bytes under way each way.
    HubLink* open(net::LinkHandler& handler, const simulator::LinkFaults& faults,
                  std::size_t capacity = simulator::Pipe::kCapacity);
    /// The same for somebody who is known: with a certificate, say.
    HubLink* openAs(mqtt::Peer peer, net::LinkHandler& handler, const simulator::LinkFaults& faults,
                    std::size_t capacity = simulator::Pipe::kCapacity);
    const std::vector<std::unique_ptr<HubLink>>& links() const { return m_links; }
    std::uint64_t opened() const { return m_opened; }
    /// Cuts what arrives into random pieces, as TCP may.
    void setSplitting(bool on) { m_splitting = on; }

    /// Does all that is due at the clock's present moment, until nothing moves.
    void run();
    std::optional<Instant> nextDeadline() const;

private:
    bool carryUp(HubLink& link);
    bool carryDown(HubLink& link);
    bool writeOutputs();
    bool tellEnds(HubLink& link);
    void endAtBroker(HubLink& link, std::string_view why, bool byBroker);
    HubLink* find(mqtt::ConnectionId connection);
    ByteView piece(ByteView bytes, std::size_t left);
    void forget();

    ManualClock& m_clock;
    Random m_random;
    mqtt::Broker* m_broker = nullptr;
    HubObserver* m_observer = nullptr;
    std::vector<std::unique_ptr<HubLink>> m_links;
    std::uint64_t m_opened = 0;
    bool m_splitting = false;
};

} // namespace greensward::simulation
