// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Connections above their rates: what waits, what is discarded, and when it goes on.
#include "mqtt/broker_answers.h"
#include "mqtt/broker_core.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::mqtt {

namespace {

constexpr std::string_view kTooMany = "above the publish rate of a connection, both ways together: discarded";
constexpr std::string_view kTooSlow = "the receiver reads too slowly: its outbox is full";
constexpr std::string_view kTooFast = "above the throughput of a connection for so long that its outbox is full";

} // namespace

bool Broker::Core::delayed(ConnectionId id) const
{
    const Connection* connection = find(id);
    return connection && connection->throttle && !connection->throttle->backlog.empty();
}

/// Looks at as much as the throughput lets through now; the rest waits its turn.
void Broker::Core::takeBytesSlowly(Connection& connection, ByteView bytes)
{
    Throttle& throttle = *connection.throttle;
    if (throttle.backlog.empty()) {
        const ByteView now = bytes.first(std::min(bytes.size(), throttle.room(m_now)));
        throttle.spend(now.size(), m_now);
        takeBytes(connection, now);
        bytes = bytes.subspan(now.size());
        if (bytes.empty() || connection.closing)
            return;
    }
    throttle.backlog.insert(throttle.backlog.end(), bytes.begin(), bytes.end());
    if (throttle.tellsNow(m_now))
        recorder().record({.kind = trace::Kind::LimitReached,
                           .cause = connection.event,
                           .journey = connection.journey,
                           .number = connection.id,
                           .extra = static_cast<std::int64_t>(throttle.backlog.size()),
                           .subject = subject(connection),
                           .object = connection.peer.address,
                           .detail = fmt::format("above the throughput of a connection, {} KiB a second both ways "
                                                 "together: what it sends waits",
                                                 m_limits.bytesPerSecond / 1024)});
    if (throttle.backlog.size() > m_limits.outboxBytes + m_limits.decode.packetSize) {
        sendDisconnect(connection, ReasonCode::QuotaExceeded, kTooFast);
        close(connection, DisconnectReason::SlowConsumer, "it sends above the throughput of a connection without pause");
        return;
    }
    armThrottle(connection);
}

void Broker::Core::takeBacklog(Connection& connection)
{
    Throttle& throttle = *connection.throttle;
    const std::size_t size = std::min(throttle.backlog.size(), throttle.room(m_now));
    if (size == 0 || connection.closing)
        return;
    throttle.spend(size, m_now);
    const Bytes waiting = std::exchange(throttle.backlog, {});
    takeBytes(connection, ByteView(waiting).first(size));
    if (!connection.closing)
        throttle.backlog.assign(waiting.begin() + static_cast<std::ptrdiff_t>(size), waiting.end());
}

/// Shortens m_views to what may be written now. Last words of a connection that is to be closed do not wait.
void Broker::Core::trimToThroughput(Connection& connection)
{
    if (connection.closing)
        return;
    std::size_t room = connection.throttle->room(m_now);
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        if (m_views[i].size() > room)
            m_views[i] = m_views[i].first(room);
        room -= m_views[i].size();
        if (m_views[i].empty()) {
            m_views.resize(i);
            break;
        }
    }
    if (m_views.empty())
        armThrottle(connection);
}

/// Counts a QoS 0 delivery to a connection that is limited; false when it goes no further.
bool Broker::Core::admitDelivery(Publication& publication, Session& session)
{
    if (session.connection->throttle->admit(m_now))
        return true;
    noteDropped(session.connection->dropped, session.clientId, kTooMany);
    noteMissed(publication, session, kTooMany);
    return false;
}

/// What AWS does with a PUBLISH too many: the connection stays, QoS 0 is lost, QoS 1 gets no PUBACK and may be sent
/// again. MQTT 5 has a code for it.
void Broker::Core::discardAboveRate(Connection& connection, const Publish& packet)
{
    noteDropped(connection.dropped, subject(connection), kTooMany);
    if (packet.qos != QoS::AtMostOnce && connection.version == Version::v5) {
        Ack ack = makeAck(packet.qos == QoS::AtLeastOnce ? PacketType::Puback : PacketType::Pubrec, packet.id,
                          ReasonCode::QuotaExceeded);
        ack.reasonString = kTooMany;
        answer(connection, 0, AfterSending::Nothing, ack);
    }
}

void Broker::Core::throttleDue(Connection& connection)
{
    takeBacklog(connection);
    if (connection.closing)
        return;
    if (connection.session && connection.established)
        pump(*connection.session);
    writable(connection.id);
    armThrottle(connection);
}

void Broker::Core::armThrottle(Connection& connection)
{
    Throttle& throttle = *connection.throttle;
    std::optional<Instant> due;
    const auto waitFor = [&](Instant instant) { due = due ? std::min(*due, instant) : instant; };
    if (!throttle.backlog.empty() || (connection.outbox.unsent() > 0 && throttle.room(m_now) == 0))
        waitFor(throttle.roomAt());
    const Session* session = connection.session;
    if (session && connection.established && (session->deliveries.waiting() > 0 || session->replays)) {
        if (!throttle.admits(m_now))
            waitFor(throttle.admitsAt());
        else if (!throttle.admitsKept(m_now))
            waitFor(throttle.admitsKeptAt());
    }
    if (due)
        m_timers.arm(throttle.timer, std::max(*due, m_now));
    else
        m_timers.disarm(throttle.timer);
}

std::string_view Broker::Core::whyFull(const Connection& connection) const
{
    return connection.throttle && connection.throttle->room(m_now) == 0 ? kTooFast : kTooSlow;
}

} // namespace greensward::mqtt
