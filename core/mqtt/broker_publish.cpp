// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// PUBLISH from a client: checked, asked about, routed and answered.
#include "mqtt/broker_answers.h"
#include "mqtt/broker_core.h"

#include <algorithm>

namespace greensward::mqtt {

namespace {

constexpr ProtocolError kQosNotSupported{ReasonCode::QoSNotSupported, "MQTT5-3.2.2-11",
                                         "the QoS is above the server's Maximum QoS"};
constexpr ProtocolError kRetainNotSupported{ReasonCode::RetainNotSupported, "MQTT5-3.2.2-14",
                                            "retained messages are not supported"};
constexpr ProtocolError kAliasTooLarge{ReasonCode::TopicAliasInvalid, "MQTT5-3.3.2-9",
                                       "the topic alias is above the server's Topic Alias Maximum"};
constexpr ProtocolError kAliasUnknown{ReasonCode::ProtocolError, "MQTT5-3.3.2-8",
                                      "the topic is empty and its alias was not set on this connection"};
constexpr ProtocolError kQuotaExceeded{ReasonCode::ReceiveMaximumExceeded, "MQTT5-3.3.4-9",
                                       "more unacknowledged QoS 1 and 2 messages than the server's Receive Maximum"};

/// First byte of a PUBLISH at QoS 0 without RETAIN and DUP: one that may be forwarded as it came.
constexpr std::uint8_t kPlainPublish = 0x30;

} // namespace

void Broker::Core::onPublish(Connection& connection, const FixedHeader& header, ByteView frame)
{
    Publish& packet = m_publish;
    const auto decoded = decodePublish(header, frame.subspan(header.headerSize), connection.version, Sender::Client,
                                       m_limits.decode, packet);
    if (!decoded) {
        fail(connection, decoded.error());
        return;
    }
    ++m_counters.received;
    bool asItCame = frame[0] == kPlainPublish;
    if (connection.version == Version::v5 && packet.properties.topicAlias) {
        asItCame = false;
        if (!resolveAlias(connection, packet))
            return;
    }
    if (const auto error = unacceptable(connection, packet)) {
        fail(connection, *error);
        return;
    }
    if (connection.throttle && !connection.throttle->admit(m_now)) {
        discardAboveRate(connection, packet);
        return;
    }
    const QoS qos = packet.qos;
    if (qos != QoS::AtMostOnce) {
        if (qos == QoS::ExactlyOnce && isRepeated(connection, packet))
            return;
        if (connection.quotaUsed < std::numeric_limits<std::uint16_t>::max())
            ++connection.quotaUsed;
    }

    Session& session = *connection.session;
    if (m_parts.observer)
        m_parts.observer->published(connection.seat, packet);
    Publication publication{.packet = packet,
                            .publisher = session.clientId,
                            .from = &session,
                            .version = connection.version,
                            .frame = asItCame ? frame : ByteView{}};
    if (recorder().wants(trace::Kind::MessagePublished))
        publication.event = notePublished(publication, connection.id, connection.event);
    publication.journey = publication.event;

    const Verdict verdict = m_parts.gatekeeper.publish(connection.peer, session.clientId, packet);
    if (verdict.action == Verdict::Action::Allow) {
        // That a QoS 2 message came, and whom it goes to, is one fact: half of it on disk would repeat or lose it.
        SessionStore* const store = qos == QoS::ExactlyOnce && session.stored ? m_parts.store : nullptr;
        if (store)
            store->beginTogether();
        route(publication, &routeOf(connection, packet.topic));
        if (qos != QoS::AtMostOnce)
            answerPublish(connection, packet.id, qos,
                          publication.matched == 0 ? ReasonCode::NoMatchingSubscribers : ReasonCode::Success, {},
                          publication.ticket);
        if (store)
            store->endTogether();
        return;
    }
    noteRefusedPublish(connection, packet, publication.event, verdict.because);
    noteEvidence(verdict, publication.event != 0 ? publication.event : connection.event, connection, session.clientId);
    if (verdict.action == Verdict::Action::Close) {
        close(connection, DisconnectReason::NotAuthorized, verdict.because);
        return;
    }
    // [MQTT-3.3.5-2] 3.1.1 has no negative acknowledgement: the answer is the same as for a message that was taken.
    const bool negative = verdict.action == Verdict::Action::Refuse && connection.version == Version::v5;
    if (qos != QoS::AtMostOnce)
        answerPublish(connection, packet.id, qos, negative ? verdict.code : ReasonCode::Success, verdict.because, 0);
}

/// Sets the topic that the alias stands for, or learns the alias [MQTT5-3.3.2-8 … 12]. False when the connection was
/// ended.
bool Broker::Core::resolveAlias(Connection& connection, Publish& packet)
{
    const std::uint16_t alias = *packet.properties.topicAlias;
    packet.properties.topicAlias.reset();
    if (alias > m_limits.topicAliasMaximum) {
        fail(connection, kAliasTooLarge);
        return false;
    }
    if (!connection.aliases)
        connection.aliases = std::make_unique<TopicAliases>();
    auto& known = connection.aliases->inbound;
    if (known.size() < alias)
        known.resize(alias);
    std::string& topic = known[alias - 1U];
    if (!packet.topic.empty()) {
        topic = packet.topic;
        return true;
    }
    if (topic.empty()) {
        fail(connection, kAliasUnknown);
        return false;
    }
    packet.topic = topic;
    return true;
}

std::optional<ProtocolError> Broker::Core::unacceptable(Connection& connection, const Publish& packet) const
{
    if (packet.qos > m_limits.maximumQoS)
        return kQosNotSupported;
    if (packet.retain && !m_limits.retainAvailable)
        return kRetainNotSupported;
    // 3.1.1 knows no receive maximum; there the packet identifiers are the limit.
    if (packet.qos != QoS::AtMostOnce && connection.version == Version::v5 &&
        connection.quotaUsed >= m_limits.receiveMaximum) {
        const auto& received = connection.session->received;
        const bool repeated =
            packet.qos == QoS::ExactlyOnce && std::binary_search(received.begin(), received.end(), packet.id);
        if (!repeated)
            return kQuotaExceeded;
    }
    return std::nullopt;
}

/// [MQTT-4.3.3-2] A QoS 2 message whose id awaits its PUBREL is acknowledged again, not routed again.
bool Broker::Core::isRepeated(Connection& connection, const Publish& packet)
{
    const auto& received = connection.session->received;
    if (!std::binary_search(received.begin(), received.end(), packet.id))
        return false;
    answer(connection, 0, AfterSending::Nothing, makeAck(PacketType::Pubrec, packet.id));
    return true;
}

void Broker::Core::answerPublish(Connection& connection, PacketId id, QoS qos, ReasonCode code,
                                 std::string_view because, Ticket ticket)
{
    Ack ack = makeAck(qos == QoS::AtLeastOnce ? PacketType::Puback : PacketType::Pubrec, id, code);
    const bool refused = code >= ReasonCode::UnspecifiedError;
    if (refused && !because.empty())
        ack.reasonString = because;
    if (qos == QoS::AtLeastOnce || refused) {
        answer(connection, ticket, AfterSending::QuotaBack, ack);
        return;
    }
    Session& session = *connection.session;
    session.received.insert(std::lower_bound(session.received.begin(), session.received.end(), id), id);
    if (session.stored)
        ticket = std::max(ticket, m_parts.store->addReceived(session.clientId, id));
    answer(connection, ticket, AfterSending::Nothing, ack);
}

/// Publishers mostly stay with their topic: the connection remembers the last one's route.
Route& Broker::Core::routeOf(Connection& connection, std::string_view topic)
{
    if (connection.lastEpoch == m_routes.epoch() && !m_routes.stale() && connection.lastRoute->topic == topic)
        return *connection.lastRoute;
    Route& route = m_routes.find(topic);
    connection.lastRoute = &route;
    connection.lastEpoch = m_routes.epoch();
    return route;
}

} // namespace greensward::mqtt
