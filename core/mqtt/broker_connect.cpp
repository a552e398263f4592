// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// CONNECT: who may come in, and which session is theirs.
#include "mqtt/broker_answers.h"
#include "mqtt/broker_core.h"
#include "mqtt/trace_flags.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::mqtt {

namespace {

constexpr std::uint8_t kLevel311 = static_cast<std::uint8_t>(Version::v311);

std::string describe(const Connect& packet, bool present)
{
    return fmt::format("MQTT {}, {}, {}", static_cast<std::uint8_t>(packet.version) == kLevel311 ? "3.1.1" : "5",
                       present             ? "resumed session"
                       : packet.cleanStart ? "clean session"
                                           : "new session",
                       packet.keepAlive == 0 ? std::string("no keep alive")
                                             : fmt::format("keep alive {} s", packet.keepAlive));
}

} // namespace

/// What makes a well-formed CONNECT unacceptable here; the code is what CONNACK says.
std::optional<ProtocolError> Broker::Core::unacceptable(const Connect& packet) const
{
    if (packet.version == Version::v311 ? !m_limits.allowV311 : !m_limits.allowV5)
        return ProtocolError{ReasonCode::UnsupportedProtocolVersion, "MQTT-3.1.2-2",
                             "this protocol version is not spoken here"};
    if (packet.authenticationMethod)
        return ProtocolError{ReasonCode::BadAuthenticationMethod, "MQTT5-4.12.0-1",
                             "no authentication method is supported"};
    if (packet.clientId.empty() && packet.version == Version::v311 && !packet.cleanStart)
        return ProtocolError{ReasonCode::ClientIdentifierNotValid, "MQTT-3.1.3-8",
                             "an empty client identifier needs a clean session"};
    if (packet.clientId.empty() && !m_limits.allowEmptyClientId)
        return ProtocolError{ReasonCode::ClientIdentifierNotValid, "MQTT-3.1.3-9",
                             "a client identifier is required here"};
    if (packet.clientId.size() > m_limits.clientIdLength)
        return ProtocolError{ReasonCode::ClientIdentifierNotValid, "MQTT-3.1.3-9",
                             "the client identifier is longer than is allowed here"};
    if (packet.will && packet.will->qos > m_limits.maximumQoS)
        return ProtocolError{ReasonCode::QoSNotSupported, "MQTT5-3.2.2-12", "the will's QoS is not supported"};
    if (packet.will && packet.will->retain && !m_limits.retainAvailable)
        return ProtocolError{ReasonCode::RetainNotSupported, "MQTT5-3.2.2-13", "retained messages are not supported"};
    return std::nullopt;
}

void Broker::Core::onConnect(Connection& connection, const Connect& packet)
{
    connection.version = packet.version;
    connection.maximumPacket = packet.maximumPacketSize.value_or(connection.maximumPacket);
    if (const auto error = unacceptable(packet)) {
        refuse(connection, packet.clientId, error->code, fmt::format("{} [{}]", error->text, error->clause));
        return;
    }

    Connect accepted = packet;
    std::string assigned;
    if (packet.clientId.empty()) {
        do
            assigned = "auto-" + m_random.hex(20);
        while (m_sessions.contains(assigned));
        accepted.clientId = assigned;
    }
    const Verdict verdict = m_parts.gatekeeper.connect(connection.peer, accepted);
    if (verdict.action == Verdict::Action::Close) {
        const auto event =
            recorder().record({.kind = trace::Kind::ClientRefused,
                           .cause = connection.event,
                           .journey = connection.journey,
                           .number = connection.id,
                           .extra = static_cast<std::int64_t>(verdict.code),
                           .subject = accepted.clientId,
                           .object = connection.peer.address,
                           .detail = verdict.because,
                           .payload = asBytes(connection.peer.certificateId())});
        noteEvidence(verdict, event, connection, accepted.clientId);
        if (m_parts.observer)
            m_parts.observer->refused(connection.peer, accepted.clientId, verdict.code);
        close(connection, DisconnectReason::NotAuthorized, verdict.because);
        return;
    }
    if (verdict.action == Verdict::Action::Refuse) {
        noteEvidence(verdict, connection.event, connection, accepted.clientId);
        refuse(connection, accepted.clientId, verdict.code, verdict.because);
        return;
    }

    bool present = false;
    Ticket ticket = 0;
    Session* session = openSession(connection, accepted, present, ticket);
    if (!session) {
        refuse(connection, accepted.clientId, ReasonCode::QuotaExceeded, "the session limit is reached");
        return;
    }
    acceptConnect(connection, accepted, *session, present, !assigned.empty(), ticket);
}

void Broker::Core::refuse(Connection& connection, std::string_view clientId, ReasonCode code, std::string_view because)
{
    recorder().record({.kind = trace::Kind::ClientRefused,
                       .cause = connection.event,
                       .journey = connection.journey,
                       .number = connection.id,
                       .extra = static_cast<std::int64_t>(code),
                       .subject = clientId.empty() ? std::string_view(connection.peer.address) : clientId,
                       .object = connection.peer.address,
                       .detail = because,
                       .payload = asBytes(connection.peer.certificateId())});
    if (m_parts.observer)
        m_parts.observer->refused(connection.peer, clientId, code);
    Connack connack;
    connack.code = code;
    if (!because.empty())
        connack.reasonString = because;
    answer(connection, 0, AfterSending::Nothing, connack);
    close(connection, DisconnectReason::NotAuthorized, because);
}

std::uint32_t Broker::Core::grantedExpiry(const Connect& packet) const
{
    if (!m_limits.persistentSessions)
        return 0;
    if (packet.version == Version::v311)
        return packet.cleanStart ? 0 : std::min(m_limits.maximumSessionExpiry, m_limits.persistentExpiryV311);
    return std::min(packet.sessionExpiry.value_or(0), m_limits.maximumSessionExpiry);
}

/// The session that this CONNECT begins or resumes [MQTT-3.1.2-4 … 6]; null when there is no room for another.
Session* Broker::Core::openSession(Connection& connection, const Connect& packet, bool& present, Ticket& ticket)
{
    if (const auto earlier = m_sessions.find(packet.clientId);
        earlier != m_sessions.end() && earlier->second->connection) {
        recorder().record({.kind = trace::Kind::ClientTakenOver,
                           .cause = connection.event,
                           .journey = connection.journey,
                           .number = earlier->second->connection->id,
                           .subject = packet.clientId,
                           .object = connection.peer.address,
                           .detail = "another connection came with the same client identifier"});
        takeOver(*earlier->second);
    }
    const auto known = m_sessions.find(packet.clientId);
    if (known != m_sessions.end() && !packet.cleanStart && m_limits.persistentSessions) {
        Session& session = *known->second;
        present = true;
        m_timers.disarm(session.timer);
        session.willDue.reset();
        session.expiresAt.reset();
        if (session.will)
            withholdWill(session, WillFate::CameBack, "the client came back before the will was due");
        return &session;
    }
    if (known != m_sessions.end())
        ticket = endSession(*known->second, "the client asked for a clean start");
    if (m_sessions.size() >= m_limits.sessions)
        return nullptr;
    auto session = std::make_unique<Session>(std::string(packet.clientId), ++m_lastSession);
    return m_sessions.emplace(session->clientId, std::move(session)).first->second.get();
}

/// [MQTT-3.1.4-2] The earlier connection ends; its will is due as with any other loss.
void Broker::Core::takeOver(Session& session)
{
    Connection& earlier = *session.connection;
    sendDisconnect(earlier, ReasonCode::SessionTakenOver, "another connection came with the same client identifier");
    close(earlier, DisconnectReason::TakenOver, "taken over by another connection");
}

void Broker::Core::armWill(Session& session, const Connect& packet, const Connection& connection)
{
    session.will.reset();
    if (!packet.will)
        return;
    const Will& will = *packet.will;
    Publish asPublished;
    asPublished.topic = will.topic;
    asPublished.payload = will.payload;
    asPublished.qos = will.qos;
    asPublished.retain = will.retain;
    asPublished.properties = will.properties;
    session.will = std::make_unique<ArmedWill>();
    session.will->message = makeMessage(asPublished, session.clientId);
    session.will->delay = will.delay;
    session.will->expiry = will.properties.messageExpiry;
    recorder().record({.kind = trace::Kind::WillArmed,
                       .flags = traceFlags(will.qos, will.retain),
                       .cause = connection.event,
                       .journey = connection.journey,
                       .number = connection.id,
                       .extra = will.delay,
                       .subject = session.clientId,
                       .object = will.topic,
                       .payload = will.payload});
}

void Broker::Core::acceptConnect(Connection& connection, const Connect& packet, Session& session, bool present,
                                 bool assigned, Ticket ticket)
{
    connection.session = &session;
    session.connection = &connection;
    ++m_counters.clients;
    session.expiry = grantedExpiry(packet);
    session.version = packet.version;
    session.cleanStart = packet.cleanStart;
    connection.askedExpiry = session.expiry;
    connection.problemInformation = packet.requestProblemInformation.value_or(true);
    connection.receiveMaximum = packet.receiveMaximum.value_or(connection.receiveMaximum);
    connection.aliasMaximum = packet.topicAliasMaximum.value_or(0);
    const std::uint16_t longest = packet.version == Version::v5 && m_limits.serverKeepAlive != 0
                                      ? m_limits.serverKeepAlive
                                      : m_limits.maximumKeepAlive;
    const bool lowered = longest != 0 && (packet.keepAlive == 0 || packet.keepAlive > longest);
    const bool raised = packet.keepAlive != 0 && packet.keepAlive < m_limits.minimumKeepAlive;
    connection.keepAlive = lowered ? longest : raised ? m_limits.minimumKeepAlive : packet.keepAlive;
    session.keepAlive = connection.keepAlive;

    connection.event = recorder().record(
        {.kind = trace::Kind::ClientConnected,
         .flags = static_cast<std::uint8_t>(flagIf(packet.version == Version::v5, kVersion5) |
                                            flagIf(packet.cleanStart, kCleanStart) | flagIf(present, trace::kSession) |
                                            flagIf(connection.peer.simulated, trace::kSimulated)),
         .cause = connection.event,
         .journey = connection.journey,
         .number = connection.id,
         .extra = connection.keepAlive,
         .subject = session.clientId,
         .object = connection.peer.address,
         .detail = describe(packet, present),
         .payload = asBytes(connection.peer.certificateId())});
    if (m_parts.observer) {
        m_parts.observer->connected(connection.peer, session.clientId, packet);
        connection.seat = m_parts.observer->seat(session.clientId, packet);
    }
    armWill(session, packet, connection);
    armKeepAlive(connection);
    if (connection.throttle && m_limits.keptMessagesPerSecond != 0)
        connection.throttle->expectKept(session.deliveries.waiting());

    if (m_parts.store && (session.expiry > 0 || session.stored)) {
        session.stored = true;
        ticket = std::max(ticket, m_parts.store->saveSession(session.clientId, session.expiry, std::nullopt));
    }

    Connack connack;
    connack.sessionPresent = present;
    if (packet.sessionExpiry && *packet.sessionExpiry != session.expiry)
        connack.sessionExpiry = session.expiry;
    if (m_limits.receiveMaximum != 65'535)
        connack.receiveMaximum = m_limits.receiveMaximum;
    if (m_limits.maximumQoS != QoS::ExactlyOnce)
        connack.maximumQoS = static_cast<std::uint8_t>(m_limits.maximumQoS);
    if (!m_limits.retainAvailable)
        connack.retainAvailable = false;
    if (m_limits.decode.packetSize < DecodeLimits{}.packetSize)
        connack.maximumPacketSize = m_limits.decode.packetSize;
    if (assigned)
        connack.assignedClientId = session.clientId;
    if (m_limits.topicAliasMaximum > 0)
        connack.topicAliasMaximum = m_limits.topicAliasMaximum;
    if (!m_limits.wildcardSubscriptions)
        connack.wildcardSubscriptionAvailable = false;
    if (!m_limits.subscriptionIdentifiers)
        connack.subscriptionIdentifiersAvailable = false;
    if (!m_limits.sharedSubscriptions)
        connack.sharedSubscriptionAvailable = false;
    if (lowered || raised)
        connack.serverKeepAlive = connection.keepAlive;
    answer(connection, ticket, AfterSending::Established, connack);
}

} // namespace greensward::mqtt
