// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/broker_core.h"

namespace greensward::mqtt {

/// An acknowledgement without the rare things.
inline Ack makeAck(PacketType type, PacketId id, ReasonCode code = ReasonCode::Success)
{
    Ack ack;
    ack.type = type;
    ack.id = id;
    ack.code = code;
    return ack;
}

/// Encodes an answer as this client is to see it: reason strings and user properties only where it wants them
/// [MQTT5-3.1.2-29], and not where they would make the packet larger than it takes [MQTT5-3.4.2-2].
template<typename Packet>
void encodeAnswer(Bytes& out, const Connection& connection, const Packet& packet)
{
    if constexpr (requires { packet.reasonString; }) {
        constexpr bool kAlwaysMay = std::is_same_v<Packet, Connack> || std::is_same_v<Packet, Disconnect>;
        if (packet.reasonString && (kAlwaysMay || connection.problemInformation)) {
            encode(out, packet, connection.version);
            if (out.size() <= connection.maximumPacket)
                return;
            out.clear();
        }
        if (packet.reasonString) {
            Packet silent = packet;
            silent.reasonString.reset();
            encode(out, silent, connection.version);
            return;
        }
    }
    if constexpr (std::is_same_v<Packet, Pingresp>)
        encode(out, packet);
    else
        encode(out, packet, connection.version);
}

/// Sends an answer once the store has made safe what it promises, after all earlier answers of the connection.
template<typename Packet>
void Broker::Core::answer(Connection& connection, Ticket ticket, AfterSending after, const Packet& packet)
{
    m_scratch.clear();
    encodeAnswer(m_scratch, connection, packet);
    const auto copy = [this](Bytes& out) { out.insert(out.end(), m_scratch.begin(), m_scratch.end()); };
    if (mustWait(connection, ticket)) {
        held(connection).hold(ticket, after, copy);
        return;
    }
    if (m_scratch.size() <= connection.maximumPacket) {
        connection.outbox.append(copy);
        touch(connection);
    }
    finish(connection, after);
}

} // namespace greensward::mqtt
