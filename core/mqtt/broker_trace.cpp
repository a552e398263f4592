// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the flight recorder is told. The callers on the hot path ask wants() first.
#include "mqtt/broker_core.h"
#include "mqtt/trace_flags.h"
#include "trace/finding.h"

namespace greensward::mqtt {

std::string_view Broker::Core::subject(const Connection& connection)
{
    return connection.session ? connection.session->clientId : connection.peer.address;
}

trace::EventId Broker::Core::notePublished(const Publication& publication, std::uint64_t number, trace::EventId cause)
{
    const Publish& packet = publication.packet;
    return recorder().record({.kind = trace::Kind::MessagePublished,
                              .flags = traceFlags(packet.qos, packet.retain, packet.duplicate),
                              .cause = cause,
                              .journey = publication.journey,
                              .number = number,
                              .extra = packet.id,
                              .subject = publication.publisher,
                              .object = packet.topic,
                              .payload = packet.payload});
}

void Broker::Core::noteDelivered(const Publication& publication, const Session& session, QoS qos, bool retain)
{
    recorder().record({.kind = trace::Kind::MessageDelivered,
                       .flags = traceFlags(qos, retain),
                       .cause = publication.event,
                       .journey = publication.journey,
                       .number = session.connection->id,
                       .subject = session.clientId,
                       .object = publication.packet.topic,
                       .payload = publication.packet.payload});
}

void Broker::Core::noteDelivered(const Delivery& delivery, const Session& session, bool repeated)
{
    const Message& message = *delivery.message;
    recorder().record({.kind = trace::Kind::MessageDelivered,
                       .flags = traceFlags(delivery.qos, delivery.retain, repeated),
                       .cause = message.event,
                       .journey = message.journey,
                       .number = session.connection->id,
                       .extra = delivery.packetId,
                       .subject = session.clientId,
                       .object = message.topic,
                       .payload = message.payload});
}

void Broker::Core::noteQueued(const Publication& publication, const Session& session, QoS qos, bool retain)
{
    recorder().record({.kind = trace::Kind::MessageQueued,
                       .flags = traceFlags(qos, retain),
                       .cause = publication.event,
                       .journey = publication.journey,
                       .extra = static_cast<std::int64_t>(session.deliveries.waiting()),
                       .subject = session.clientId,
                       .object = publication.packet.topic,
                       .payload = publication.packet.payload});
}

/// The tally of drops says how many; this says which, for those who follow single messages.
void Broker::Core::noteMissed(const Publication& publication, const Session& session, std::string_view why)
{
    if (!recorder().wants(trace::Kind::MessageMissed))
        return;
    recorder().record({.kind = trace::Kind::MessageMissed,
                       .flags = traceFlags(publication.packet.qos, publication.packet.retain),
                       .cause = publication.event,
                       .journey = publication.journey,
                       .subject = session.clientId,
                       .object = publication.packet.topic,
                       .detail = why});
}

void Broker::Core::noteMissed(const Message& message, const Session& session, std::string_view why)
{
    if (!recorder().wants(trace::Kind::MessageMissed))
        return;
    recorder().record({.kind = trace::Kind::MessageMissed,
                       .flags = traceFlags(message.qos, message.retain),
                       .cause = message.event,
                       .journey = message.journey,
                       .subject = session.clientId,
                       .object = message.topic,
                       .detail = why});
}

/// A QoS 0 packet was on its way, and the outbox had no room for it when the turn ended: what was said of it before is
/// taken back.
void Broker::Core::noteCut(const SharedPacket& packet, const Session& session, std::string_view why)
{
    const TurnBuffers::Origin* origin = m_turn.origin(packet);
    if (!origin)
        return;
    recorder().record({.kind = trace::Kind::MessageMissed,
                       .flags = origin->flags,
                       .cause = origin->event,
                       .journey = origin->journey,
                       .extra = 1,
                       .subject = session.clientId,
                       .object = m_turn.topic(packet),
                       .detail = why});
}

/// The packet is our own work: it is read again only to tell the observer the same that it was told before.
void Broker::Core::tellTakenBack(const SharedPacket& shared, const Connection& connection)
{
    const ByteView bytes = ByteView(m_turn.of(shared.version)).subspan(shared.offset);
    const auto header = decodeHeader(bytes, Sender::Server, DecodeLimits{});
    Publish packet;
    if (header && *header &&
        decodePublish(**header, bytes.subspan((*header)->headerSize, (*header)->remaining), shared.version,
                      Sender::Server, DecodeLimits{}, packet))
        m_parts.observer->takenBack(connection.seat, packet);
}

void Broker::Core::noteEvidence(const Verdict& verdict, trace::EventId cause, const Connection& connection,
                                std::string_view clientId)
{
    if (!verdict.evidence)
        return;
    recorder().record({.kind = trace::Kind::Evidence,
                       .cause = cause,
                       .journey = connection.journey,
                       .number = connection.id,
                       .extra = static_cast<std::int64_t>(trace::Finding::AccessDenied),
                       .subject = clientId,
                       .object = connection.peer.address,
                       .detail = verdict.because,
                       .payload = asBytes(*verdict.evidence)});
}

void Broker::Core::noteRefusedPublish(const Connection& connection, const Publish& packet, trace::EventId cause,
                                      std::string_view because)
{
    recorder().record({.kind = trace::Kind::MessageRefused,
                       .flags = traceFlags(packet.qos, packet.retain),
                       .cause = cause != 0 ? cause : connection.event,
                       .journey = cause != 0 ? cause : connection.journey,
                       .number = connection.id,
                       .extra = packet.id,
                       .subject = subject(connection),
                       .object = packet.topic,
                       .detail = because,
                       .payload = packet.payload});
}

void Broker::Core::noteDropped(std::unique_ptr<DropTally>& tally, std::string_view who, std::string_view reason,
                               std::uint64_t count)
{
    constexpr Duration kBetweenReports = std::chrono::seconds(1);
    m_counters.dropped += count;
    if (!tally)
        tally = std::make_unique<DropTally>();
    if (tally->reason != reason)
        reportDropped(tally, who);
    tally->reason = reason;
    tally->count += count;
    if (!tally->everReported || m_now - tally->reported >= kBetweenReports)
        reportDropped(tally, who);
}

void Broker::Core::reportDropped(const std::unique_ptr<DropTally>& tally, std::string_view who)
{
    if (!tally || tally->count == 0)
        return;
    recorder().record({.kind = trace::Kind::MessageDropped,
                       .extra = static_cast<std::int64_t>(tally->count),
                       .subject = who,
                       .detail = tally->reason});
    tally->count = 0;
    tally->reported = m_now;
    tally->everReported = true;
}

} // namespace greensward::mqtt
