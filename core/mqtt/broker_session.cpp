// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How connections and sessions end, and what becomes of wills.
#include "mqtt/broker_core.h"
#include "mqtt/topic.h"
#include "mqtt/trace_flags.h"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>
#include <utility>

namespace greensward::mqtt {

namespace {

constexpr ProtocolError kExpiryFromNothing{ReasonCode::ProtocolError, "MQTT5-3.14.2.2.2",
                                           "DISCONNECT must not give an expiry to a session that had none in CONNECT"};

} // namespace

void Broker::Core::onDisconnect(Connection& connection, const Disconnect& packet)
{
    Session& session = *connection.session;
    if (packet.sessionExpiry) {
        if (connection.askedExpiry == 0 && *packet.sessionExpiry != 0) {
            fail(connection, kExpiryFromNothing);
            return;
        }
        session.expiry = std::min(*packet.sessionExpiry, m_limits.maximumSessionExpiry);
    }
    // [MQTT-3.14.4-3, MQTT5-3.14.4-3] Only a normal disconnection takes the will along.
    const bool normal = packet.code == ReasonCode::Success;
    close(connection, normal ? DisconnectReason::ClientDisconnect : DisconnectReason::ClientWithWill,
          normal ? "the client disconnected" : text(packet.code), normal);
}

/// The client broke a rule: MQTT 5 is told which, 3.1.1 only sees the connection end [MQTT-4.8.0-1, MQTT5-4.13.1-1].
void Broker::Core::fail(Connection& connection, const ProtocolError& error)
{
    if (connection.closing)
        return;
    const std::string sentence = fmt::format("{} [{}]", error.text, error.clause);
    recorder().record({.kind = trace::Kind::ProtocolError,
                       .cause = connection.event,
                       .journey = connection.journey,
                       .number = connection.id,
                       .extra = static_cast<std::int64_t>(error.code),
                       .subject = subject(connection),
                       .object = connection.peer.address,
                       .detail = sentence});
    sendDisconnect(connection, error.code, error.text);
    close(connection, DisconnectReason::ProtocolError, sentence);
}

void Broker::Core::close(Connection& connection, DisconnectReason reason, std::string_view why, bool withholdWill)
{
    if (connection.closing)
        return;
    connection.closing = true;
    connection.partial = {};
    connection.held.reset();
    if (connection.throttle)
        connection.throttle->backlog = {};
    m_timers.disarm(connection.timer);
    touch(connection);
    if (connection.session)
        detach(connection, reason, why, withholdWill);
}

/// Parts the session from its connection; what the session has left decides what happens next.
void Broker::Core::detach(Connection& connection, DisconnectReason reason, std::string_view why, bool withholdWillNow)
{
    Session& session = *connection.session;
    const trace::EventId ended = recorder().record({.kind = trace::Kind::ClientDisconnected,
                                                    .flags = flagIf(session.expiry != 0, trace::kSession),
                                                    .cause = connection.event,
                                                    .journey = connection.journey,
                                                    .number = connection.id,
                                                    .extra = static_cast<std::int64_t>(reason),
                                                    .subject = session.clientId,
                                                    .object = connection.peer.address,
                                                    .detail = why});
    if (m_parts.observer) {
        m_parts.observer->disconnected(connection.peer, session.clientId, reason);
        m_parts.observer->left(std::exchange(connection.seat, 0));
    }
    reportDropped(connection.dropped, session.clientId);
    connection.session = nullptr;
    connection.established = false;
    connection.aliases.reset();
    session.connection = nullptr;
    session.deliveries.rewind();
    --m_counters.clients;

    if (session.will) {
        ArmedWill& will = *session.will;
        will.peer = connection.peer;
        will.cause = ended;
        will.journey = connection.journey;
        if (withholdWillNow)
            withholdWill(session,
                         reason == DisconnectReason::ClientDisconnect ? WillFate::Goodbye : WillFate::Administrator,
                         why);
        else if (will.delay == 0 || session.expiry == 0)
            publishWill(session);
        else
            session.willDue = m_now + std::chrono::seconds(will.delay);
    }
    if (session.expiry == 0) {
        endSession(session, {});
        return;
    }
    if (session.expiry != kNeverExpires)
        session.expiresAt = m_now + std::chrono::seconds(session.expiry);
    armSessionTimer(session);
    if (session.stored) {
        m_parts.store->saveSession(session.clientId, session.expiry, m_parts.clock.wall());
        if (session.willDue)
            keepWill(session);
    }
}

void Broker::Core::armSessionTimer(Session& session)
{
    auto due = session.expiresAt;
    if (session.willDue && (!due || *session.willDue < *due))
        due = session.willDue;
    if (due)
        m_timers.arm(session.timer, *due);
    else
        m_timers.disarm(session.timer);
}

/// Forgets a session that has no connection. why: shown when something is lost that was kept; empty for a session that
/// was to end with its connection.
Ticket Broker::Core::endSession(Session& session, std::string_view why)
{
    assert(!session.connection);
    // [MQTT5-3.1.3.2.2] A delayed will is due at the latest when its session ends.
    if (session.will)
        publishWill(session);
    if (!why.empty())
        recorder().record({.kind = trace::Kind::SessionExpired, .subject = session.clientId, .detail = why});
    reportDropped(session.dropped, session.clientId);
    for (const auto& [filter, subscription] : session.subscriptions) {
        const SharedFilter parts = splitShared(filter);
        m_trie.remove(parts.filter, parts.group, &session);
    }
    m_counters.subscriptions -= session.subscriptions.size();
    m_counters.queuedBytes -= session.deliveries.bytes();
    m_timers.disarm(session.timer);
    const Ticket ticket = session.stored ? m_parts.store->dropSession(session.clientId) : 0;
    m_sessions.erase(m_sessions.find(session.clientId));
    return ticket;
}

void Broker::Core::withholdWill(Session& session, WillFate fate, std::string_view why)
{
    const std::unique_ptr<ArmedWill> will = std::exchange(session.will, nullptr);
    session.willDue.reset();
    if (will->stored)
        m_parts.store->dropWill(session.clientId);
    recorder().record({.kind = trace::Kind::WillWithheld,
                       .cause = will->cause,
                       .journey = will->journey,
                       .extra = static_cast<std::int64_t>(fate),
                       .subject = session.clientId,
                       .object = will->message->topic,
                       .detail = why});
}

/// A delayed will outlives the broker. Its expiry counts from its publication, so that the two moments tell it again.
void Broker::Core::keepWill(Session& session)
{
    ArmedWill& will = *session.will;
    const WallTime dueAt = m_parts.clock.wall() + (*session.willDue - m_now);
    MessagePtr kept = will.message;
    if (will.expiry) {
        auto expiring = std::make_shared<Message>(*will.message);
        expiring->expiresAt = dueAt + std::chrono::seconds(*will.expiry);
        kept = expiring;
    }
    will.stored = true;
    m_parts.store->saveWill(session.clientId, kept, dueAt);
}

void Broker::Core::publishWill(Session& session)
{
    assert(!m_routing);
    const std::unique_ptr<ArmedWill> will = std::exchange(session.will, nullptr);
    session.willDue.reset();

    Publish packet = asPublish(*will->message);
    packet.properties.messageExpiry = will->expiry;
    const Verdict verdict = m_parts.gatekeeper.publishWill(
        will->peer, session.clientId,
        Will{packet.topic, packet.payload, packet.qos, packet.retain, will->delay, packet.properties});
    const std::uint8_t flags = traceFlags(packet.qos, packet.retain);
    if (!verdict.allowed()) {
        recorder().record({.kind = trace::Kind::WillWithheld,
                           .flags = flags,
                           .cause = will->cause,
                           .journey = will->journey,
                           .extra = static_cast<std::int64_t>(WillFate::NotAuthorized),
                           .subject = session.clientId,
                           .object = packet.topic,
                           .detail = verdict.because});
    } else {
        const trace::EventId event = recorder().record({.kind = trace::Kind::WillPublished,
                                                        .flags = flags,
                                                        .cause = will->cause,
                                                        .journey = will->journey,
                                                        .subject = session.clientId,
                                                        .object = packet.topic,
                                                        .payload = packet.payload});
        Publication publication{.packet = packet, .publisher = session.clientId, .from = &session};
        publication.will = true;
        publication.journey = will->journey;
        publication.event = notePublished(publication, 0, event);
        route(publication);
    }
    if (will->stored)
        m_parts.store->dropWill(session.clientId);
}

} // namespace greensward::mqtt
