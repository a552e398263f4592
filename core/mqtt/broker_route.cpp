// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// One message to everybody who wants it.
#include "mqtt/broker_core.h"

#include <algorithm>
#include <cassert>

namespace greensward::mqtt {

namespace {

constexpr std::string_view kTooLarge = "larger than the receiver's Maximum Packet Size [MQTT5-3.1.2-25]";
constexpr std::string_view kAway = "away: a QoS 0 message is not kept for a session without connection [MQTT-3.1.2.4]";

/// The turn's buffers are emptied early when a turn brings more than this.
constexpr std::size_t kMostTurnBytes = 64u << 20;
/// Of what taps publish from inside taps, so much is routed at once; the rest waits for the next turn, so that a loop
/// of rules does not stop everything else.
constexpr std::size_t kMostDeferredATurn = 4096;

} // namespace

void Broker::Core::route(Publication& publication, Route* known)
{
    assert(!m_routing);
    m_routing = true;
    if (publication.packet.retain)
        retain(publication);
    Route* route = known ? known : &m_routes.find(publication.packet.topic);
    if (!route->taps.empty()) {
        callTaps(publication, *route);
        if (m_routes.stale()) // a tap was added or removed by a tap
            route = &m_routes.find(publication.packet.topic);
    }

    const bool asks = m_parts.gatekeeper.wantsReceive();
    std::size_t special = 0;
    for (const Receiver& receiver : route->receivers) {
        Session& session = *receiver.session;
        if (!receiver.special) {
            if (!asks || mayReceive(publication, session))
                deliver(publication, session, receiver.qos, receiver.retainAsPublished, nullptr);
            continue;
        }
        const SpecialReceiver& rare = route->special[special++];
        const bool own = rare.noLocal && publication.from == &session;
        if (own && !rare.deliverToItself) // [MQTT5-3.8.3-3]
            continue;
        const Grant& grant = own ? rare.toItself : rare.toAll;
        if (!asks || mayReceive(publication, session))
            deliver(publication, session, grant.qos, grant.retainAsPublished,
                    grant.subscriptionIds.empty() ? nullptr : &grant.subscriptionIds);
    }
    for (ShareGroup* group : route->groups)
        deliverToGroup(publication, *group);
    m_routing = false;
    if (m_turn.size() > kMostTurnBytes)
        settleAll();
}

/// [MQTT-3.3.1-5, MQTT-3.3.1-10, MQTT-3.3.1-11]
void Broker::Core::retain(Publication& publication)
{
    const Publish& packet = publication.packet;
    if (packet.payload.empty()) {
        if (!m_retained.clear(packet.topic))
            return;
        if (m_parts.store)
            publication.ticket = std::max(publication.ticket, m_parts.store->dropRetained(packet.topic));
        recorder().record({.kind = trace::Kind::RetainedCleared,
                           .cause = publication.event,
                           .journey = publication.journey,
                           .subject = publication.publisher,
                           .object = packet.topic});
    } else if (m_retained.store(message(publication)) == RetainedMessages::Stored::Yes) {
        if (m_parts.store)
            publication.ticket = std::max(publication.ticket, m_parts.store->saveRetained(message(publication)));
        recorder().record({.kind = trace::Kind::RetainedStored,
                           .cause = publication.event,
                           .journey = publication.journey,
                           .subject = publication.publisher,
                           .object = packet.topic,
                           .payload = packet.payload});
    } else {
        recorder().record({.kind = trace::Kind::LimitReached,
                           .cause = publication.event,
                           .journey = publication.journey,
                           .subject = publication.publisher,
                           .object = packet.topic,
                           .detail = "no room for another retained message: it is delivered, but not retained"});
    }
    m_counters.retained = m_retained.size();
    armRetainedTimer();
}

void Broker::Core::callTaps(Publication& publication, const Route& route)
{
    const TappedMessage seen{.topic = publication.packet.topic,
                             .payload = publication.packet.payload,
                             .qos = publication.packet.qos,
                             .retain = publication.packet.retain,
                             .will = publication.will,
                             .publisher = publication.publisher,
                             .properties = &publication.packet.properties,
                             .event = publication.event,
                             .journey = publication.journey,
                             .waitsFor = publication.from ? &publication.ticket : nullptr};
    for (const auto& tap : route.taps) {
        if (!tap->alive)
            continue;
        ++publication.matched;
        tap->call(seen);
    }
}

bool Broker::Core::mayReceive(const Publication& publication, const Session& session)
{
    static const Peer kNobody;
    const Peer& peer = session.connection ? session.connection->peer : kNobody;
    const Verdict verdict =
        m_parts.gatekeeper.receive(peer, session.clientId, publication.packet.topic, publication.publisher);
    if (verdict.allowed())
        return true;
    recorder().record({.kind = trace::Kind::MessageRefused,
                       .cause = publication.event,
                       .journey = publication.journey,
                       .subject = session.clientId,
                       .object = publication.packet.topic,
                       .detail = verdict.because});
    if (session.connection)
        noteEvidence(verdict, publication.event, *session.connection, session.clientId);
    return false;
}

void Broker::Core::deliver(Publication& publication, Session& session, QoS granted, bool retainAsPublished,
                           const std::vector<std::uint32_t>* ids)
{
    ++publication.matched;
    const QoS qos = std::min(granted, publication.packet.qos);
    const bool retain = retainAsPublished && publication.packet.retain;
    if (qos != QoS::AtMostOnce) {
        enqueue(publication, session, qos, retain, ids);
        return;
    }
    Connection* connection = session.connection;
    if (!connection || !connection->established) {
        noteMissed(publication, session, kAway);
        return;
    }
    if (connection->throttle && !admitDelivery(publication, session))
        return;
    if (ids || connection->aliasMaximum > 0) {
        if (connection->outbox.unsent() + publication.packet.payload.size() > m_limits.outboxBytes) {
            noteDropped(connection->dropped, session.clientId, whyFull(*connection));
            noteMissed(publication, session, whyFull(*connection));
            return;
        }
        sendNow(publication, *connection, retain, ids);
        return;
    }
    const Publication::Encoded& packet = encoded(publication, connection->version, retain);
    if (packet.length > connection->maximumPacket) {
        noteDropped(connection->dropped, session.clientId, kTooLarge);
        noteMissed(publication, session, kTooLarge);
        return;
    }
    if (connection->blocked && connection->outbox.unsent() + packet.length > m_limits.outboxBytes) {
        noteDropped(connection->dropped, session.clientId, whyFull(*connection));
        noteMissed(publication, session, whyFull(*connection));
        return;
    }
    connection->outbox.share(connection->version, packet.offset, packet.length);
    touch(*connection);
    noteSent(*connection, publication.packet);
    if (recorder().wants(trace::Kind::MessageDelivered))
        noteDelivered(publication, session, QoS::AtMostOnce, retain);
}

/// [MQTT5 4.8.2] One member gets it: those who are connected and keep up take turns, then those who are connected,
/// then, if the message can be kept, those who will be back.
void Broker::Core::deliverToGroup(Publication& publication, ShareGroup& group)
{
    enum class Pass { KeepingUp, Connected, Away };
    const bool asks = m_parts.gatekeeper.wantsReceive();
    const std::size_t count = group.members.size();
    for (const Pass pass : {Pass::KeepingUp, Pass::Connected, Pass::Away}) {
        for (std::size_t turn = 0; turn < count; ++turn) {
            const std::size_t index = (group.next + turn) % count;
            const Subscriber& member = group.members[index];
            const Connection* connection = member.session->connection;
            const bool connected = connection && connection->established;
            const QoS qos = std::min(member.subscription.options.qos, publication.packet.qos);
            const bool suits = pass == Pass::KeepingUp   ? connected && !connection->blocked
                               : pass == Pass::Connected ? connected && connection->blocked
                                                         : !connected && qos != QoS::AtMostOnce;
            if (!suits || (asks && !mayReceive(publication, *member.session)))
                continue;
            const SubscriptionOptions& options = member.subscription.options;
            group.next = index + 1;
            if (member.subscription.id == 0) {
                deliver(publication, *member.session, options.qos, options.retainAsPublished, nullptr);
            } else {
                const std::vector<std::uint32_t> ids{member.subscription.id};
                deliver(publication, *member.session, options.qos, options.retainAsPublished, &ids);
            }
            return;
        }
    }
}

const Publication::Encoded& Broker::Core::encoded(Publication& publication, Version version, bool retain)
{
    Publication::Encoded& packet = publication.encoded[version == Version::v5][retain];
    if (packet.length > 0)
        return packet;
    Bytes& turn = m_turn.of(version);
    packet.offset = static_cast<std::uint32_t>(turn.size());
    if (!publication.frame.empty() && publication.version == version) {
        turn.insert(turn.end(), publication.frame.begin(), publication.frame.end());
    } else {
        Publish outgoing = publication.packet;
        outgoing.qos = QoS::AtMostOnce;
        outgoing.retain = retain;
        outgoing.duplicate = false;
        outgoing.id = 0;
        encode(turn, outgoing, version);
    }
    packet.length = static_cast<std::uint32_t>(turn.size() - packet.offset);
    if (recorder().wants(trace::Kind::MessageMissed)) {
        m_turn.noteOrigin(version, {.offset = packet.offset,
                                    .flags = traceFlags(QoS::AtMostOnce, retain),
                                    .event = publication.event,
                                    .journey = publication.journey});
    }
    return packet;
}

const MessagePtr& Broker::Core::message(Publication& publication)
{
    if (publication.message)
        return publication.message;
    const auto made = makeMessage(publication.packet, publication.publisher);
    if (publication.packet.properties.messageExpiry)
        made->expiresAt = m_parts.clock.wall() + std::chrono::seconds(*publication.packet.properties.messageExpiry);
    if (made->retain)
        made->retainedAt = m_parts.clock.wall();
    made->event = publication.event;
    made->journey = publication.journey;
    publication.message = made;
    return publication.message;
}

void Broker::Core::runDeferred()
{
    for (std::size_t count = 0; count < kMostDeferredATurn && !m_deferred.empty(); ++count) {
        const Deferred next = std::move(m_deferred.front());
        m_deferred.pop_front();
        Publish packet = asPublish(*next.message);
        if (next.message->expiresAt)
            packet.properties.messageExpiry = secondsLeft(*next.message->expiresAt, m_parts.clock.wall());
        Publication publication{.packet = packet, .publisher = next.message->publisher};
        publication.journey = next.journey;
        publication.event = notePublished(publication, 0, next.cause);
        if (publication.journey == 0)
            publication.journey = publication.event;
        route(publication);
    }
    while (!m_closeLater.empty()) {
        const CloseLater next = std::move(m_closeLater.front());
        m_closeLater.pop_front();
        closeClient(next.clientId, next.reason, next.withholdWill, m_now);
    }
}

} // namespace greensward::mqtt
