// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/broker_port.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace greensward::mqtt {

namespace {

/// How long a connection that is to be closed may take to accept its last bytes.
constexpr auto kGrace = std::chrono::seconds{5};

std::size_t sizeOf(std::span<const ByteView> slices)
{
    std::size_t size = 0;
    for (const ByteView slice : slices)
        size += slice.size();
    return size;
}

Peer peerOf(const net::LinkDescription& description, bool simulated)
{
    Peer peer;
    peer.address = description.address;
    peer.transport = description.transport;
    peer.certificate = description.certificate;
    peer.signer = description.signer;
    peer.localPort = description.localPort;
    peer.simulated = simulated;
    return peer;
}

} // namespace

class BrokerPort::Impl
{
public:
    Impl(net::EventLoop& loop, const Clock& clock, Broker& broker)
        : m_loop(loop), m_clock(clock), m_broker(broker), m_endOfTurn([this] { flush(); }), m_timer(loop, [this] {
            due();
        })
    {}
    ~Impl()
    {
        m_loop.cancelEndOfTurn(&m_endOfTurn);
        for (const auto& [link, id] : m_ids) {
            link->setHandler(nullptr);
            link->close(net::CloseMode::Abort);
        }
    }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    bool adopt(net::Link& link, bool simulated)
    {
        const ConnectionId id = m_broker.open(peerOf(link.description(), simulated), m_clock.now());
        wake();
        if (id == 0)
            return false;
        m_ids.emplace(&link, id);
        m_links.emplace(id, &link);
        if (!m_reading)
            link.setReading(false);
        return true;
    }

    void wake() { m_loop.atEndOfTurn(&m_endOfTurn); }
    std::size_t links() const { return m_ids.size(); }
    std::optional<Duration> roundTrip(ConnectionId id) const
    {
        const auto found = m_links.find(id);
        return found == m_links.end() ? std::nullopt : found->second->roundTrip();
    }

    void received(net::Link& link, ByteView bytes)
    {
        const auto found = m_ids.find(&link);
        if (found == m_ids.end())
            return;
        m_broker.receive(found->second, bytes, m_clock.now());
        if (m_throttles && m_broker.delayed(found->second) && m_delayed.insert(&link).second)
            link.setReading(false);
        wake();
    }

    void writable(net::Link& link)
    {
        const auto found = m_ids.find(&link);
        if (found == m_ids.end())
            return;
        m_broker.writable(found->second);
        wake();
    }

    void closed(net::Link& link, std::string_view why)
    {
        const auto found = m_ids.find(&link);
        if (found == m_ids.end())
            return;
        const ConnectionId id = found->second;
        m_ids.erase(found);
        m_links.erase(id);
        m_full.erase(id);
        m_leaving.erase(id);
        m_delayed.erase(&link);
        m_broker.linkClosed(id, why, m_clock.now());
        wake();
    }

private:
    /// The end of a turn: everything that became ready in it has been fed, now its outputs go out, one write a link.
    void flush()
    {
        // A copy, because the broker's list is good only until it is fed again.
        const auto pending = m_broker.pending();
        m_turn.assign(pending.begin(), pending.end());
        for (const ConnectionId id : m_turn) {
            if (const auto found = m_links.find(id); found != m_links.end())
                serve(id, *found->second);
        }
        // A full link stays quiet until it is writable again, even when its connection has to be closed meanwhile.
        for (const ConnectionId id : m_full) {
            if (m_broker.closing(id))
                m_leaving.try_emplace(id, m_clock.now() + kGrace);
        }
        m_broker.endTurn(m_clock.now());
        if (m_reading == m_broker.congested())
            setReading(!m_reading);
        readDelayedAgain();
        arm();
    }

    /// Links whose connection is within its throughput again.
    void readDelayedAgain()
    {
        std::erase_if(m_delayed, [this](net::Link* link) {
            const bool over = !m_broker.delayed(m_ids.at(link));
            if (over && m_reading)
                link->setReading(true);
            return over;
        });
    }

    /// A store that has fallen behind is given time by letting the clients' bytes wait in their sockets.
    void setReading(bool on)
    {
        m_reading = on;
        for (const auto& [link, id] : m_ids)
            link->setReading(on && !m_delayed.contains(link));
    }

    void serve(ConnectionId id, net::Link& link)
    {
        bool full = false;
        while (!full) {
            const auto slices = m_broker.output(id);
            const std::size_t offered = sizeOf(slices);
            if (offered == 0)
                break;
            const std::size_t taken = link.write(slices);
            assert(taken <= offered);
            if (taken != 0)
                m_broker.written(id, taken);
            full = taken < offered;
        }
        if (full) {
            m_full.insert(id);
            return;
        }
        m_full.erase(id);
        if (m_broker.closing(id))
            link.close(net::CloseMode::Graceful);
    }

    void due()
    {
        const Instant now = m_clock.now();
        m_armed.reset();
        for (const auto& [id, deadline] : m_leaving) {
            if (const auto found = m_links.find(id); deadline <= now && found != m_links.end())
                found->second->close(net::CloseMode::Abort);
        }
        std::erase_if(m_leaving, [now](const auto& one) { return one.second <= now; });
        if (const auto deadline = m_broker.nextDeadline(); deadline && *deadline <= now)
            m_broker.advance(now);
        wake();
    }

    /// Keeps the timer at or before the next deadline. One that fires early costs less than moving it every turn.
    void arm()
    {
        std::optional<Instant> next = m_broker.nextDeadline();
        for (const auto& [id, deadline] : m_leaving)
            next = next ? std::min(*next, deadline) : deadline;
        if (!next || (m_armed && *m_armed <= *next))
            return;
        m_armed = next;
        m_timer.set(*next);
    }

    net::EventLoop& m_loop;
    const Clock& m_clock;
    Broker& m_broker;
    std::function<void()> m_endOfTurn;
    net::EventLoop::Timer m_timer;
    std::optional<Instant> m_armed;
    std::unordered_map<net::Link*, ConnectionId> m_ids;
    std::unordered_map<ConnectionId, net::Link*> m_links;
    /// Offered more than they took; what is left waits in the broker for writable().
    std::unordered_set<ConnectionId> m_full;
    /// Full and to be closed: the last words are stuck behind a peer that does not read. Until when it may take them.
    std::unordered_map<ConnectionId, Instant> m_leaving;
    std::vector<ConnectionId> m_turn;
    bool m_reading = true;
    const bool m_throttles = m_broker.limits().throttles();
    std::unordered_set<net::Link*> m_delayed; ///< not read from until their connection is within its throughput again
};

BrokerPort::BrokerPort(net::EventLoop& loop, const Clock& clock, Broker& broker)
    : m_impl(std::make_unique<Impl>(loop, clock, broker))
{}

BrokerPort::~BrokerPort() = default;

bool BrokerPort::adopt(net::Link& link, bool simulated)
{
    if (m_impl->adopt(link, simulated)) {
        link.setHandler(this);
        return true;
    }
    link.setHandler(nullptr);
    link.close(net::CloseMode::Graceful);
    return false;
}

void BrokerPort::wake()
{
    m_impl->wake();
}

std::optional<Duration> BrokerPort::roundTrip(ConnectionId connection) const
{
    return m_impl->roundTrip(connection);
}

std::size_t BrokerPort::links() const
{
    return m_impl->links();
}

void BrokerPort::received(net::Link& link, ByteView bytes)
{
    m_impl->received(link, bytes);
}

void BrokerPort::writable(net::Link& link)
{
    m_impl->writable(link);
}

void BrokerPort::closed(net::Link& link, std::string_view why)
{
    m_impl->closed(link, why);
}

} // namespace greensward::mqtt
