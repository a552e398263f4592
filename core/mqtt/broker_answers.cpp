// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that wait for the store, and what follows when they go.
#include "mqtt/broker_answers.h"

#include <utility>

namespace greensward::mqtt {

bool Broker::Core::mustWait(const Connection& connection, Ticket ticket) const
{
    return ticket > m_committed || (connection.held && !connection.held->empty());
}

HeldPackets& Broker::Core::held(Connection& connection)
{
    if (!connection.held) {
        connection.held = std::make_unique<HeldPackets>();
        m_holding.push_back(connection.id);
    }
    return *connection.held;
}

void Broker::Core::finish(Connection& connection, AfterSending after)
{
    switch (after) {
    case AfterSending::Nothing:
        return;
    case AfterSending::Established:
        connection.established = true;
        if (connection.session)
            pump(*connection.session);
        return;
    case AfterSending::QuotaBack:
        if (connection.quotaUsed > 0)
            --connection.quotaUsed;
        return;
    }
}

void Broker::Core::committed(Ticket ticket, Instant now)
{
    m_now = now;
    if (ticket <= m_committed)
        return;
    m_committed = ticket;
    const std::vector<ConnectionId> holding = std::exchange(m_holding, {});
    for (const ConnectionId id : holding) {
        Connection* connection = find(id);
        if (!connection || !connection->held)
            continue;
        const std::unique_ptr<HeldPackets> packets = std::move(connection->held);
        std::vector<AfterSending> follow;
        packets->release(ticket, [&](ByteView packet, AfterSending after) {
            if (connection->closing)
                return;
            if (packet.size() <= connection->maximumPacket)
                connection->outbox.append([&](Bytes& out) { out.insert(out.end(), packet.begin(), packet.end()); });
            follow.push_back(after);
        });
        touch(*connection);
        if (!packets->empty() && !connection->closing) {
            connection->held = std::make_unique<HeldPackets>(std::move(*packets));
            m_holding.push_back(id);
        }
        for (const AfterSending after : follow)
            finish(*connection, after);
    }
    runDeferred();
}

void Broker::Core::sendDisconnect(Connection& connection, ReasonCode code, std::string_view because)
{
    // [MQTT5-3.14.0-1] Not before a CONNACK that accepted; 3.1.1 has no DISCONNECT from the server.
    if (connection.version != Version::v5 || !connection.established)
        return;
    Disconnect packet;
    packet.code = code;
    if (!because.empty())
        packet.reasonString = because;
    m_scratch.clear();
    encodeAnswer(m_scratch, connection, packet);
    if (m_scratch.size() > connection.maximumPacket)
        return;
    connection.outbox.append([this](Bytes& out) { out.insert(out.end(), m_scratch.begin(), m_scratch.end()); });
    touch(connection);
}

} // namespace greensward::mqtt
