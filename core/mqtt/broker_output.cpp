// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the driver writes: pending connections, their output, and what becomes of it when the turn ends.
#include "mqtt/broker_core.h"

#include <cassert>

namespace greensward::mqtt {

namespace {

constexpr std::size_t kMostPieces = 64;

} // namespace

/// Something was put into the outbox, or the connection is to be closed.
void Broker::Core::touch(Connection& connection)
{
    if (connection.pendingSlot != Connection::kNotPending)
        return;
    if (connection.blocked && !connection.closing) { // its link is full: the driver will say when it is worth asking
        if (!connection.quiet) {
            connection.quiet = true;
            m_quiet.push_back(connection.id);
        }
        return;
    }
    connection.pendingSlot = static_cast<std::uint32_t>(m_pending.size());
    m_pending.push_back(connection.id);
}

std::span<const ByteView> Broker::Core::output(ConnectionId id)
{
    m_views.clear();
    if (Connection* connection = find(id)) {
        connection->outbox.front(m_turn, m_views, kMostPieces);
        if (connection->throttle)
            trimToThroughput(*connection);
    }
    return m_views;
}

void Broker::Core::written(ConnectionId id, std::size_t bytes)
{
    Connection* connection = find(id);
    if (!connection)
        return;
    connection->outbox.consume(bytes);
    if (connection->throttle)
        connection->throttle->spend(bytes, m_now);
    if (connection->outbox.unsent() == 0)
        connection->blocked = false;
    if (Session* session = connection->session;
        session && connection->established && (session->deliveries.waiting() > 0 || session->replays))
        pump(*session);
    if (connection->outbox.unsent() > 0 || connection->closing)
        touch(*connection);
}

bool Broker::Core::closing(ConnectionId id) const
{
    const Connection* connection = find(id);
    return connection && connection->closing;
}

void Broker::Core::writable(ConnectionId id)
{
    Connection* connection = find(id);
    if (!connection)
        return;
    connection->blocked = false;
    if (connection->outbox.unsent() > 0 || connection->closing)
        touch(*connection);
}

/// Takes a connection's packets out of the turn's buffers, which are about to be emptied.
void Broker::Core::settle(Connection& connection)
{
    m_cut.clear();
    connection.outbox.settle(m_turn, m_limits.outboxBytes, m_cut);
    if (!m_cut.empty()) {
        m_counters.delivered -= m_cut.size();
        if (m_parts.observer)
            for (const SharedPacket& packet : m_cut)
                tellTakenBack(packet, connection);
        const std::string_view why = whyFull(connection);
        noteDropped(connection.dropped, subject(connection), why, m_cut.size());
        if (connection.session && recorder().wants(trace::Kind::MessageMissed))
            for (const SharedPacket& packet : m_cut)
                noteCut(packet, *connection.session, why);
    }
    if (connection.outbox.unsent() == 0) {
        reportDropped(connection.dropped, subject(connection));
        return;
    }
    // QoS 0 and deliveries keep within the limit. What goes beyond it by more than a packet are answers to somebody who
    // asks without ever reading: closed as soon as the driver looks at the deadlines.
    if (connection.session && connection.outbox.unsent() > m_limits.outboxBytes + m_limits.decode.packetSize) {
        connection.tooSlow = true;
        m_timers.arm(connection.timer, m_now);
    }
}

void Broker::Core::settleAll()
{
    for (const auto* list : {&m_pending, &m_quiet})
        for (const ConnectionId id : *list)
            if (Connection* connection = find(id))
                settle(*connection);
    m_turn.clear();
}

void Broker::Core::endTurn(Instant now)
{
    m_now = now;
    settleAll();
    for (const ConnectionId id : m_pending) {
        Connection* connection = find(id);
        assert(connection);
        connection->pendingSlot = Connection::kNotPending;
        connection->blocked = connection->outbox.unsent() > 0;
    }
    m_pending.clear();
    for (const ConnectionId id : m_quiet)
        if (Connection* connection = find(id))
            connection->quiet = false;
    m_quiet.clear();
}

} // namespace greensward::mqtt
