// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory_hub.h"

#include <algorithm>
#include <array>
#include <utility>

namespace greensward::simulation {

HubLink::HubLink(std::uint64_t number, const ManualClock& clock, Random random, net::LinkHandler& handler,
                 const simulator::LinkFaults& faults, std::size_t capacity)
    : m_number(number)
    , m_clock(clock)
    , m_handler(&handler)
    , m_up(random.fork(1), capacity)
    , m_down(random.fork(2), capacity)
{
    m_description.transport = "memory";
    m_description.address = "memory";
    setFaults(faults);
}

void HubLink::setFaults(const simulator::LinkFaults& faults)
{
    m_faults = faults;
    m_up.setFaults(faults, faults.bandwidth, faults.cutUp, m_clock.now());
    m_down.setFaults(faults, faults.bandwidth, faults.cutDown, m_clock.now());
}

void HubLink::breakAfter(std::size_t up, std::size_t down, bool tellClient, bool tellBroker)
{
    // A second break can only come earlier: what is lost stays lost.
    m_upLeft = std::min(m_upLeft, up);
    m_downLeft = std::min(m_downLeft, down);
    m_tellClient = m_tellClient || tellClient;
    m_tellBroker = m_tellBroker || tellBroker;
}

void HubLink::mend()
{
    if (m_upLeft > 0)
        m_upLeft = kForEver;
    if (m_downLeft > 0)
        m_downLeft = kForEver;
}

std::size_t HubLink::write(std::span<const ByteView> slices)
{
    if (m_clientClosed)
        return 0;
    std::size_t offered = 0;
    for (const ByteView slice : slices)
        offered += slice.size();
    const std::size_t taken = m_up.push(slices, m_clock.now());
    m_clientRefused = taken < offered;
    return taken;
}

void HubLink::close(net::CloseMode mode)
{
    m_clientClosed = true;
    if (mode == net::CloseMode::Abort)
        m_up.clear();
}

MemoryHub::MemoryHub(ManualClock& clock, Random random) : m_clock(clock), m_random(random) {}

void MemoryHub::start(mqtt::Broker& broker)
{
    m_broker = &broker;
}

void MemoryHub::stop(bool silent)
{
    m_broker = nullptr;
    for (const auto& link : m_links) {
        if (link->m_brokerGone)
            continue;
        link->m_brokerGone = true;
        if (m_observer)
            m_observer->ended(*link, false);
        link->m_brokerClosed = !silent;
        // A process that dies leaves what the kernel had; a machine that dies does not.
        if (silent || m_random.chance(0.5))
            link->m_down.clear();
    }
}

HubLink* MemoryHub::open(net::LinkHandler& handler, const simulator::LinkFaults& faults, std::size_t capacity)
{
    mqtt::Peer peer;
    peer.simulated = true;
    return openAs(std::move(peer), handler, faults, capacity);
}

HubLink* MemoryHub::openAs(mqtt::Peer peer, net::LinkHandler& handler, const simulator::LinkFaults& faults,
                           std::size_t capacity)
{
    if (!m_broker)
        return nullptr;
    peer.address = "memory";
    peer.transport = "memory";
    const mqtt::ConnectionId connection = m_broker->open(peer, m_clock.now());
    if (connection == 0)
        return nullptr;
    m_links.push_back(
        std::make_unique<HubLink>(++m_opened, m_clock, m_random.fork(m_random()), handler, faults, capacity));
    HubLink& link = *m_links.back();
    link.m_connection = connection;
    if (m_observer)
        m_observer->opened(link);
    return &link;
}

HubLink* MemoryHub::find(mqtt::ConnectionId connection)
{
    const auto found = std::find_if(m_links.begin(), m_links.end(), [connection](const auto& link) {
        return !link->m_brokerGone && link->m_connection == connection;
    });
    return found == m_links.end() ? nullptr : found->get();
}

ByteView MemoryHub::piece(ByteView bytes, std::size_t left)
{
    bytes = bytes.first(std::min(bytes.size(), left));
    if (m_splitting && bytes.size() > 1 && m_random.chance(0.3))
        bytes = bytes.first(1 + m_random.below(bytes.size()));
    return bytes;
}

bool MemoryHub::carryUp(HubLink& link)
{
    bool moved = false;
    while (m_broker && !link.m_brokerGone && link.m_upLeft > 0) {
        const ByteView bytes = piece(link.m_up.arrived(m_clock.now()), link.m_upLeft);
        if (bytes.empty())
            break;
        if (m_observer)
            m_observer->toBroker(link, bytes);
        m_broker->receive(link.m_connection, bytes, m_clock.now());
        if (link.m_upLeft != HubLink::kForEver)
            link.m_upLeft -= bytes.size();
        link.m_up.take(bytes.size());
        moved = true;
    }
    if (link.m_upLeft == 0 || link.m_brokerGone)
        link.m_up.clear();
    return moved;
}

bool MemoryHub::carryDown(HubLink& link)
{
    bool moved = false;
    while (!link.m_clientGone && !link.m_clientClosed && link.m_reading && link.m_downLeft > 0) {
        const ByteView bytes = piece(link.m_down.arrived(m_clock.now()), link.m_downLeft);
        if (bytes.empty())
            break;
        const Bytes copy(bytes.begin(), bytes.end()); // the client may do anything to the link from inside
        link.m_down.take(copy.size());
        if (link.m_downLeft != HubLink::kForEver)
            link.m_downLeft -= copy.size();
        if (link.m_handler)
            link.m_handler->received(link, copy);
        moved = true;
    }
    if (link.m_downLeft == 0 || link.m_clientClosed || link.m_clientGone)
        link.m_down.clear();
    return moved;
}

bool MemoryHub::writeOutputs()
{
    bool moved = false;
    if (!m_broker)
        return false;
    const Instant now = m_clock.now();
    if (const auto deadline = m_broker->nextDeadline(); deadline && *deadline <= now)
        m_broker->advance(now);
    const auto span = m_broker->pending();
    const std::vector<mqtt::ConnectionId> pending(span.begin(), span.end());
    std::vector<HubLink*> closing;
    for (const mqtt::ConnectionId connection : pending) {
        HubLink* link = find(connection);
        if (!link)
            continue;
        bool full = false;
        while (!full) {
            const auto slices = m_broker->output(connection);
            std::size_t offered = 0;
            for (const ByteView slice : slices)
                offered += slice.size();
            if (offered == 0)
                break;
            std::size_t taken = link->m_down.push(slices, now);
            full = taken < offered;
            std::size_t left = taken;
            for (const ByteView slice : slices) {
                const ByteView written = slice.first(std::min(left, slice.size()));
                left -= written.size();
                if (m_observer && !written.empty())
                    m_observer->fromBroker(*link, written);
            }
            m_broker->written(connection, taken);
            moved = moved || taken > 0;
        }
        link->m_brokerBlocked = full;
        if (m_broker->closing(connection) && m_broker->output(connection).empty())
            closing.push_back(link);
    }
    m_broker->endTurn(now);
    for (HubLink* link : closing) {
        link->m_brokerClosed = true;
        endAtBroker(*link, "closed by the broker", true);
        moved = true;
    }
    return moved;
}

void MemoryHub::endAtBroker(HubLink& link, std::string_view why, bool byBroker)
{
    link.m_brokerGone = true;
    if (m_observer)
        m_observer->ended(link, byBroker);
    if (m_broker)
        m_broker->linkClosed(link.m_connection, why, m_clock.now());
}

bool MemoryHub::tellEnds(HubLink& link)
{
    bool moved = false;
    const bool upBroken = link.m_upLeft == 0;
    const bool downBroken = link.m_downLeft == 0;
    if (link.m_brokerBlocked && !link.m_brokerGone && m_broker && link.m_down.room() > 0) {
        link.m_brokerBlocked = false;
        m_broker->writable(link.m_connection);
        moved = true;
    }
    if (link.m_clientRefused && !link.m_clientGone && !link.m_clientClosed && link.m_up.room() > 0) {
        link.m_clientRefused = false;
        if (link.m_handler)
            link.m_handler->writable(link);
        moved = true;
    }
    // The broker's end: the client closed and everything under way has arrived, or the line broke.
    const bool clientEnd = link.m_clientClosed && link.m_up.empty() && !link.m_up.cut() && !upBroken;
    if (!link.m_brokerGone && (clientEnd || (upBroken && link.m_tellBroker))) {
        endAtBroker(link, clientEnd ? "closed by the client" : "connection reset", false);
        moved = true;
    }
    // The client's end: its own close is done at once; the broker's after everything under way has arrived.
    const bool brokerEnd = link.m_brokerClosed && link.m_down.empty() && !link.m_down.cut() && !downBroken;
    if (!link.m_clientGone && (link.m_clientClosed || brokerEnd || (downBroken && link.m_tellClient))) {
        link.m_clientGone = true;
        if (net::LinkHandler* handler = std::exchange(link.m_handler, nullptr))
            handler->closed(link, link.m_clientClosed ? "closed by this end"
                                  : brokerEnd         ? "closed by the other end"
                                                      : "connection reset");
        moved = true;
    }
    return moved;
}

void MemoryHub::forget()
{
    std::erase_if(m_links, [](const auto& link) { return link->m_brokerGone && link->m_clientGone; });
}

void MemoryHub::run()
{
    bool moved = true;
    while (moved) {
        moved = false;
        // By index: clients open new links from inside.
        for (std::size_t i = 0; i < m_links.size(); ++i)
            moved |= carryUp(*m_links[i]);
        moved |= writeOutputs();
        for (std::size_t i = 0; i < m_links.size(); ++i)
            moved |= carryDown(*m_links[i]);
        for (std::size_t i = 0; i < m_links.size(); ++i)
            moved |= tellEnds(*m_links[i]);
    }
    forget();
}

std::optional<Instant> MemoryHub::nextDeadline() const
{
    std::optional<Instant> next = m_broker ? m_broker->nextDeadline() : std::nullopt;
    const auto sooner = [&next](std::optional<Instant> deadline) {
        if (deadline && (!next || *deadline < *next))
            next = deadline;
    };
    for (const auto& link : m_links) {
        if (!link->m_brokerGone)
            sooner(link->m_up.nextDeadline());
        if (!link->m_clientGone && link->m_reading)
            sooner(link->m_down.nextDeadline());
    }
    return next;
}

} // namespace greensward::simulation
