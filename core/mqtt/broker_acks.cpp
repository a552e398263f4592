// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The acknowledgement flows of QoS 1 and 2 [MQTT-4.3.2, MQTT-4.3.3].
#include "mqtt/broker_answers.h"
#include "mqtt/broker_core.h"

#include <algorithm>

namespace greensward::mqtt {

namespace {

constexpr ProtocolError kWrongFlow{ReasonCode::ProtocolError, "MQTT-4.3.3-1",
                                   "an acknowledgement that does not belong to the QoS of its message"};

} // namespace

void Broker::Core::onAck(Connection& connection, const Ack& packet)
{
    switch (packet.type) {
    case PacketType::Puback:
        onPuback(connection, packet);
        return;
    case PacketType::Pubrec:
        onPubrec(connection, packet);
        return;
    case PacketType::Pubrel:
        onPubrel(connection, packet);
        return;
    default:
        onPubcomp(connection, packet);
        return;
    }
}

void Broker::Core::onPuback(Connection& connection, const Ack& packet)
{
    Session& session = *connection.session;
    const Delivery* delivery = session.deliveries.find(packet.id);
    if (!delivery)
        return; // acknowledged before, or forgotten: nothing waits for it
    if (delivery->qos != QoS::AtLeastOnce) {
        fail(connection, kWrongFlow);
        return;
    }
    noteAcknowledged(session, *delivery);
    complete(session, *delivery);
}

void Broker::Core::onPubrec(Connection& connection, const Ack& packet)
{
    Session& session = *connection.session;
    Delivery* delivery = session.deliveries.find(packet.id);
    const bool refused = packet.code >= ReasonCode::UnspecifiedError;
    if (!delivery) {
        if (!refused)
            answer(connection, 0, AfterSending::Nothing,
                   makeAck(PacketType::Pubrel, packet.id, ReasonCode::PacketIdentifierNotFound));
        return;
    }
    if (delivery->qos != QoS::ExactlyOnce) {
        fail(connection, kWrongFlow);
        return;
    }
    if (refused) { // [MQTT5-4.3.3-3] the flow ends here
        noteAcknowledged(session, *delivery);
        complete(session, *delivery);
        return;
    }
    Ticket ticket = 0;
    if (delivery->state == DeliveryState::Sent) {
        delivery->state = DeliveryState::Released;
        if (session.stored)
            ticket =
                m_parts.store->updateDelivery(session.clientId, delivery->order, delivery->packetId, delivery->state);
    }
    answer(connection, ticket, AfterSending::Nothing, makeAck(PacketType::Pubrel, packet.id));
}

void Broker::Core::onPubrel(Connection& connection, const Ack& packet)
{
    Session& session = *connection.session;
    const auto received = std::lower_bound(session.received.begin(), session.received.end(), packet.id);
    Ack ack = makeAck(PacketType::Pubcomp, packet.id);
    if (received == session.received.end() || *received != packet.id) {
        ack.code = ReasonCode::PacketIdentifierNotFound;
        answer(connection, 0, AfterSending::Nothing, ack);
        return;
    }
    session.received.erase(received);
    const Ticket ticket = session.stored ? m_parts.store->dropReceived(session.clientId, packet.id) : 0;
    answer(connection, ticket, AfterSending::QuotaBack, ack);
}

void Broker::Core::onPubcomp(Connection& connection, const Ack& packet)
{
    Session& session = *connection.session;
    const Delivery* delivery = session.deliveries.find(packet.id);
    if (!delivery)
        return;
    if (delivery->state != DeliveryState::Released) {
        fail(connection, kWrongFlow);
        return;
    }
    noteAcknowledged(session, *delivery);
    complete(session, *delivery);
}

void Broker::Core::noteAcknowledged(const Session& session, const Delivery& delivery)
{
    if (m_parts.observer)
        m_parts.observer->acknowledged(session.connection->seat);
    if (!recorder().wants(trace::Kind::MessageAcknowledged))
        return;
    recorder().record({.kind = trace::Kind::MessageAcknowledged,
                       .flags = static_cast<std::uint8_t>(delivery.qos),
                       .cause = delivery.message->event,
                       .journey = delivery.message->journey,
                       .number = session.connection->id,
                       .extra = delivery.packetId,
                       .subject = session.clientId,
                       .object = delivery.message->topic});
}

} // namespace greensward::mqtt
