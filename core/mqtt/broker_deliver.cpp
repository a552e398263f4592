// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From a session to its client: what is queued, in flight, or still to come of retained messages.
#include "mqtt/broker_answers.h"
#include "mqtt/broker_core.h"

#include <algorithm>
#include <limits>

namespace greensward::mqtt {

namespace {

constexpr std::string_view kTooLarge = "larger than the receiver's Maximum Packet Size [MQTT5-3.1.2-25]";
constexpr std::string_view kQueueFull = "the session's queue is full";
constexpr std::string_view kExpired = "the message expired before it could be sent [MQTT5-3.3.2-5]";

/// Retained messages for a new subscription are put out in portions of this size, as the receiver takes them.
constexpr std::size_t kReplayBytes = 256u << 10;

StoredSession::Delivery stored(const Delivery& delivery)
{
    return {.order = delivery.order,
            .message = delivery.message,
            .qos = delivery.qos,
            .retain = delivery.retain,
            .subscriptionIds = delivery.subscriptionIds ? *delivery.subscriptionIds : std::vector<std::uint32_t>{},
            .packetId = delivery.packetId,
            .state = delivery.state};
}

} // namespace

bool Broker::Core::fits(const Connection& connection, const Publish& packet) const
{
    return connection.maximumPacket == std::numeric_limits<std::uint32_t>::max() ||
           encodedSize(packet, connection.version) <= connection.maximumPacket;
}

bool Broker::Core::tooLarge(const Connection& connection, const Delivery& delivery) const
{
    return connection.maximumPacket != std::numeric_limits<std::uint32_t>::max() &&
           !fits(connection, outgoing(delivery));
}

/// Replaces the topic by an alias that the client knows, or lets this packet teach it one [MQTT5-3.3.2-7]. The packet
/// must then go out before any other. False when there is no alias to be had.
bool Broker::Core::useAlias(Connection& connection, Publish& packet, bool mayTeach)
{
    if (connection.aliasMaximum == 0)
        return false;
    if (!connection.aliases)
        connection.aliases = std::make_unique<TopicAliases>();
    auto& known = connection.aliases->outbound;
    if (const auto alias = known.find(packet.topic); alias != known.end()) {
        packet.properties.topicAlias = alias->second;
        packet.topic = {};
        return true;
    }
    if (!mayTeach || known.size() >= connection.aliasMaximum)
        return false;
    const auto alias = static_cast<std::uint16_t>(known.size() + 1);
    packet.properties.topicAlias = alias;
    if (!fits(connection, packet)) {
        packet.properties.topicAlias.reset();
        return false;
    }
    known.emplace(packet.topic, alias);
    return true;
}

/// A QoS 0 packet that differs from receiver to receiver.
void Broker::Core::sendNow(Publication& publication, Connection& connection, bool retain,
                           const std::vector<std::uint32_t>* ids)
{
    Session& session = *connection.session;
    Publish packet = publication.packet;
    packet.qos = QoS::AtMostOnce;
    packet.retain = retain;
    packet.duplicate = false;
    packet.id = 0;
    if (ids)
        packet.properties.subscriptionIds = *ids;
    if (!fits(connection, packet)) {
        noteDropped(connection.dropped, session.clientId, kTooLarge);
        noteMissed(publication, session, kTooLarge);
        return;
    }
    noteSent(connection, packet);
    useAlias(connection, packet, true);
    connection.outbox.append([&](Bytes& out) { encode(out, packet, connection.version); });
    touch(connection);
    if (recorder().wants(trace::Kind::MessageDelivered))
        noteDelivered(publication, session, QoS::AtMostOnce, retain);
}

bool Broker::Core::queueIsFull(const Session& session, const Message& message) const
{
    const std::size_t size = weight(message);
    return session.deliveries.waiting() >= m_limits.queueMessages ||
           session.deliveries.bytes() + size > m_limits.queueBytes ||
           m_counters.queuedBytes + size > m_limits.totalQueueBytes;
}

void Broker::Core::enqueue(Publication& publication, Session& session, QoS qos, bool retain,
                           const std::vector<std::uint32_t>* ids)
{
    const MessagePtr& shared = message(publication);
    if (queueIsFull(session, *shared)) {
        noteDropped(session.dropped, session.clientId, kQueueFull);
        noteMissed(publication, session, kQueueFull);
        return;
    }
    Delivery fresh{.message = shared, .qos = qos, .retain = retain};
    if (ids)
        fresh.subscriptionIds = std::make_unique<std::vector<std::uint32_t>>(*ids);
    m_counters.queuedBytes += weight(*shared);
    const Delivery& delivery = session.deliveries.push(std::move(fresh));
    if (session.deliveries.waiting() == 1 && windowOpen(session)) {
        if (tooLarge(*session.connection, delivery))
            dropNextWaiting(session, kTooLarge);
        else
            sendNext(session, &publication);
        return;
    }
    if (session.stored)
        publication.ticket =
            std::max(publication.ticket, m_parts.store->addDelivery(session.clientId, stored(delivery)));
    if (m_parts.observer && !session.connection)
        m_parts.observer->kept(session.clientId, publication.packet);
    if (session.connection && session.connection->throttle)
        armThrottle(*session.connection);
    if (recorder().wants(trace::Kind::MessageQueued))
        noteQueued(publication, session, qos, retain);
}

/// [MQTT5-4.9.0-2] Not more in flight than the client takes; and not more in its outbox than the limit.
bool Broker::Core::windowOpen(const Session& session) const
{
    constexpr std::size_t kMostInflight = 16'384; // packet ids are never scarce
    const Connection* connection = session.connection;
    return connection && connection->established &&
           session.deliveries.inflight() <
               std::min({m_limits.inflight, std::size_t{connection->receiveMaximum}, kMostInflight}) &&
           connection->outbox.unsent() < m_limits.outboxBytes &&
           (!connection->throttle ||
            (connection->throttle->admits(m_now) && connection->throttle->admitsKept(m_now)));
}

/// Sends what the client can take now.
void Broker::Core::pump(Session& session)
{
    while (session.deliveries.waiting() > 0 && windowOpen(session)) {
        const Delivery& next = session.deliveries.nextWaiting();
        const bool begun = next.state != DeliveryState::Queued;
        if (!begun && next.message->expiresAt && *next.message->expiresAt <= m_parts.clock.wall()) {
            if (session.stored)
                m_parts.store->dropDelivery(session.clientId, next.order);
            dropNextWaiting(session, kExpired);
        } else if (next.state != DeliveryState::Released && tooLarge(*session.connection, next)) {
            if (session.stored)
                m_parts.store->dropDelivery(session.clientId, next.order);
            dropNextWaiting(session, kTooLarge);
        } else {
            sendNext(session, nullptr);
        }
    }
    if (session.replays)
        replayRetained(session);
    if (session.connection && session.connection->throttle)
        armThrottle(*session.connection);
}

void Broker::Core::dropNextWaiting(Session& session, std::string_view reason)
{
    const MessagePtr message = session.deliveries.nextWaiting().message;
    m_counters.queuedBytes -= weight(*message);
    session.deliveries.dropNextWaiting();
    noteMissed(*message, session, reason);
    noteDropped(session.dropped, session.clientId, reason);
}

/// Puts the first waiting delivery in flight: for the first time, or again after the connection was lost
/// [MQTT-4.4.0-1]. fresh: where it comes from when the store has not seen it yet.
void Broker::Core::sendNext(Session& session, Publication* fresh)
{
    Delivery& delivery = session.deliveries.nextWaiting();
    const bool repeated = delivery.state != DeliveryState::Queued;
    if (!repeated) {
        delivery.packetId = session.deliveries.freshPacketId();
        delivery.state = DeliveryState::Sent;
    }
    Ticket ticket = 0;
    if (session.stored && fresh) {
        ticket = m_parts.store->addDelivery(session.clientId, stored(delivery));
        fresh->ticket = std::max(fresh->ticket, ticket);
    } else if (session.stored && !repeated) {
        ticket = m_parts.store->updateDelivery(session.clientId, delivery.order, delivery.packetId, delivery.state);
    }
    session.deliveries.nextSent();
    Connection& connection = *session.connection;
    if (delivery.state == DeliveryState::Released)
        answer(connection, 0, AfterSending::Nothing, makeAck(PacketType::Pubrel, delivery.packetId));
    else
        sendPublish(connection, delivery, repeated, ticket);
}

Publish Broker::Core::outgoing(const Delivery& delivery) const
{
    Publish packet = asPublish(*delivery.message);
    packet.qos = delivery.qos;
    packet.retain = delivery.retain;
    packet.id = delivery.packetId;
    if (delivery.subscriptionIds)
        packet.properties.subscriptionIds = *delivery.subscriptionIds;
    if (delivery.message->expiresAt)
        packet.properties.messageExpiry = secondsLeft(*delivery.message->expiresAt, m_parts.clock.wall());
    return packet;
}

void Broker::Core::sendPublish(Connection& connection, const Delivery& delivery, bool repeated, Ticket ticket)
{
    Publish packet = outgoing(delivery);
    packet.duplicate = repeated;
    if (connection.throttle) {
        connection.throttle->admit(m_now);
        connection.throttle->sentKept(m_now);
    }
    // A QoS 2 packet whose id were forgotten in a crash would come again under another id, and twice to the
    // application.
    const bool waits = packet.qos == QoS::ExactlyOnce && mustWait(connection, ticket);
    noteSent(connection, packet);
    useAlias(connection, packet, !waits);
    const auto encodeInto = [&](Bytes& out) { encode(out, packet, connection.version); };
    if (waits) {
        held(connection).hold(ticket, AfterSending::Nothing, encodeInto);
    } else {
        connection.outbox.append(encodeInto);
        touch(connection);
    }
    if (recorder().wants(trace::Kind::MessageDelivered))
        noteDelivered(delivery, *connection.session, repeated);
}

/// Acknowledged to the end: forgets the delivery and lets the next one go.
void Broker::Core::complete(Session& session, const Delivery& delivery)
{
    m_counters.queuedBytes -= weight(*delivery.message);
    if (session.stored)
        m_parts.store->dropDelivery(session.clientId, delivery.order);
    session.deliveries.remove(delivery);
    pump(session);
}

/// Sends on retained messages that a subscription is still to get [MQTT-3.3.1-6], as far as the client takes them.
void Broker::Core::replayRetained(Session& session)
{
    const std::size_t portion = std::min(m_limits.outboxBytes / 2, kReplayBytes);
    while (!session.replays->empty()) {
        Connection* connection = session.connection;
        if (!connection || !connection->established || connection->outbox.unsent() >= portion ||
            session.deliveries.waiting() > 0 || (connection->throttle && !connection->throttle->admits(m_now)))
            return;
        RetainedReplay& replay = session.replays->front();
        const MessagePtr kept = m_retained.next(replay.cursor);
        if (!kept) {
            session.replays->pop_front();
            continue;
        }
        Publish packet = asPublish(*kept);
        if (kept->expiresAt) {
            packet.properties.messageExpiry = secondsLeft(*kept->expiresAt, m_parts.clock.wall());
            if (*packet.properties.messageExpiry == 0)
                continue;
        }
        Publication publication{.packet = packet, .publisher = kept->publisher};
        publication.message = kept;
        publication.event = kept->event;
        publication.journey = kept->journey;
        if (m_parts.gatekeeper.wantsReceive() && !mayReceive(publication, session))
            continue;
        const std::vector<std::uint32_t> ids{replay.subscription.id};
        const auto* given = replay.subscription.id != 0 ? &ids : nullptr;
        const QoS qos = std::min(replay.subscription.options.qos, kept->qos);
        if (qos == QoS::AtMostOnce) {
            if (connection->throttle)
                connection->throttle->admit(m_now);
            sendNow(publication, *connection, true, given);
        } else {
            enqueue(publication, session, qos, true, given);
        }
    }
    session.replays.reset();
}

} // namespace greensward::mqtt
