// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// From bytes to packets: whole frames are decoded where they lie, only an incomplete one at the end is copied aside.
#include "mqtt/broker_answers.h"
#include "mqtt/broker_core.h"
#include "mqtt/trace_flags.h"

#include <algorithm>

namespace greensward::mqtt {

namespace {

/// A CONNECT has at most five fields of 64 KiB and their properties; nobody who has not said who he is may send more.
constexpr std::uint32_t kMostForConnect = 1u << 20;

constexpr ProtocolError kFirstIsConnect{ReasonCode::ProtocolError, "MQTT-3.1.0-1",
                                        "the first packet of a connection must be a CONNECT"};
constexpr ProtocolError kSecondConnect{ReasonCode::ProtocolError, "MQTT-3.1.0-2",
                                       "a client must not send CONNECT twice on one connection"};
constexpr ProtocolError kFromServerOnly{ReasonCode::ProtocolError, "MQTT5-4.13.1",
                                        "a client sent a packet that only a server may send"};
constexpr ProtocolError kNoAuthentication{ReasonCode::ProtocolError, "MQTT5-4.12.0-7",
                                          "AUTH without an authentication method in CONNECT"};

/// The protocol level of a CONNECT whose name is "MQTT" [MQTT-3.1.2.2]; 0 when there is none.
std::uint8_t protocolLevel(ByteView body)
{
    constexpr std::array<std::uint8_t, 6> kName{0, 4, 'M', 'Q', 'T', 'T'};
    if (body.size() <= kName.size() || !std::equal(kName.begin(), kName.end(), body.begin()))
        return 0;
    return body[kName.size()];
}

} // namespace

ConnectionId Broker::Core::open(Peer peer, Instant now)
{
    m_now = now;
    if (m_connections.size() >= m_limits.connections) {
        recorder().record({.kind = trace::Kind::LinkRefused,
                           .extra = static_cast<std::int64_t>(m_limits.connections),
                           .subject = peer.address,
                           .object = peer.address,
                           .detail = "the connection limit is reached"});
        return 0;
    }
    const ConnectionId id = ++m_lastConnection;
    auto connection = std::make_unique<Connection>(id, std::move(peer));
    connection->lastReceived = now;
    if (m_limits.throttles())
        connection->throttle = std::make_unique<Throttle>(m_limits, connection.get());
    const net::PeerCertificate* certificate = connection->peer.certificate.get();
    connection->event = recorder().record({.kind = trace::Kind::LinkOpened,
                                           .flags = flagIf(connection->peer.simulated, trace::kSimulated),
                                           .number = id,
                                           .extra = certificate ? certificate->ends : 0,
                                           .subject = connection->peer.address,
                                           .object = connection->peer.address,
                                           .detail = connection->peer.transport,
                                           .payload = asBytes(connection->peer.certificateSubject())});
    connection->journey = connection->event;
    m_timers.arm(connection->timer, now + m_limits.connectTimeout);
    m_connections.emplace(id, std::move(connection));
    return id;
}

Connection* Broker::Core::find(ConnectionId id) const
{
    const auto found = m_connections.find(id);
    return found == m_connections.end() ? nullptr : found->second.get();
}

void Broker::Core::receive(ConnectionId id, ByteView bytes, Instant now)
{
    m_now = now;
    Connection* connection = find(id);
    if (!connection || connection->closing)
        return;
    connection->lastReceived = now;
    if (connection->throttle)
        takeBytesSlowly(*connection, bytes);
    else
        takeBytes(*connection, bytes);
    runDeferred();
}

void Broker::Core::takeBytes(Connection& connection, ByteView bytes)
{
    if (!connection.partial.empty())
        bytes = completePartial(connection, bytes);
    while (!bytes.empty() && !connection.closing) {
        const auto header = readHeader(connection, bytes);
        if (!header) {
            fail(connection, header.error());
            break;
        }
        if (!*header || bytes.size() < (*header)->packetSize()) {
            connection.partial.assign(bytes.begin(), bytes.end());
            break;
        }
        const std::size_t size = (*header)->packetSize();
        takeFrame(connection, **header, bytes.first(size));
        bytes = bytes.subspan(size);
    }
}

Checked<std::optional<FixedHeader>> Broker::Core::readHeader(const Connection& connection, ByteView bytes) const
{
    if (connection.session)
        return decodeHeader(bytes, Sender::Client, m_limits.decode);
    DecodeLimits limits = m_limits.decode;
    limits.packetSize = std::min(limits.packetSize, kMostForConnect);
    return decodeHeader(bytes, Sender::Client, limits);
}

/// Adds to the packet that was begun earlier, no more than it needs, and returns what is left.
ByteView Broker::Core::completePartial(Connection& connection, ByteView bytes)
{
    Bytes& partial = connection.partial;
    while (!bytes.empty()) {
        const auto header = readHeader(connection, partial);
        if (!header) {
            fail(connection, header.error());
            return {};
        }
        const std::size_t wanted = *header ? (*header)->packetSize() - partial.size() : 1;
        const std::size_t taken = std::min(wanted, bytes.size());
        partial.insert(partial.end(), bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(taken));
        bytes = bytes.subspan(taken);
        const auto complete = *header ? header : readHeader(connection, partial);
        if (!complete) {
            fail(connection, complete.error());
            return {};
        }
        if (*complete && partial.size() == (*complete)->packetSize()) {
            const Bytes frame = std::exchange(partial, {});
            takeFrame(connection, **complete, frame);
            break;
        }
    }
    return bytes;
}

void Broker::Core::takeFrame(Connection& connection, const FixedHeader& header, ByteView frame)
{
    if (!connection.session) {
        onFirstPacket(connection, header, frame.subspan(header.headerSize));
        return;
    }
    if (header.type == PacketType::Publish) {
        onPublish(connection, header, frame);
        return;
    }
    const auto packet =
        decodeBody(header, frame.subspan(header.headerSize), connection.version, Sender::Client, m_limits.decode);
    if (!packet) {
        fail(connection, packet.error());
        return;
    }
    struct Dispatch
    {
        Core& core;
        Connection& connection;
        void operator()(const Ack& ack) const { core.onAck(connection, ack); }
        void operator()(const Subscribe& subscribe) const { core.onSubscribe(connection, subscribe); }
        void operator()(const Unsubscribe& unsubscribe) const { core.onUnsubscribe(connection, unsubscribe); }
        void operator()(const Disconnect& disconnect) const { core.onDisconnect(connection, disconnect); }
        void operator()(Pingreq) const
        {
            core.recorder().record({.kind = trace::Kind::KeepAlive,
                                    .cause = connection.event,
                                    .journey = connection.journey,
                                    .number = connection.id,
                                    .subject = subject(connection)});
            if (core.m_parts.observer)
                core.m_parts.observer->pinged(connection.seat);
            core.answer(connection, 0, AfterSending::Nothing, Pingresp{});
        }
        void operator()(const Connect&) const { core.fail(connection, kSecondConnect); }
        void operator()(const Auth&) const { core.fail(connection, kNoAuthentication); }
        // The decoder refuses what only a server sends, and PUBLISH went its own way.
        void operator()(const Publish&) const { core.fail(connection, kFromServerOnly); }
        void operator()(const Connack&) const { core.fail(connection, kFromServerOnly); }
        void operator()(const Suback&) const { core.fail(connection, kFromServerOnly); }
        void operator()(const Unsuback&) const { core.fail(connection, kFromServerOnly); }
        void operator()(Pingresp) const { core.fail(connection, kFromServerOnly); }
    };
    std::visit(Dispatch{*this, connection}, *packet);
}

void Broker::Core::onFirstPacket(Connection& connection, const FixedHeader& header, ByteView body)
{
    if (header.type != PacketType::Connect) {
        fail(connection, kFirstIsConnect);
        return;
    }
    const auto packet = decodeBody(header, body, connection.version, Sender::Client, m_limits.decode);
    if (packet)
        onConnect(connection, std::get<Connect>(*packet));
    else
        refuseUndecodable(connection, packet.error(), body);
}

/// Answers a CONNECT that could not be read in the form the client can be expected to understand [MQTT5 3.1.4,
/// MQTT-3.1.2-2].
void Broker::Core::refuseUndecodable(Connection& connection, const ProtocolError& error, ByteView body)
{
    const std::uint8_t level = protocolLevel(body);
    const bool unsupported = error.code == ReasonCode::UnsupportedProtocolVersion;
    if (level >= 5 || unsupported) {
        connection.version = level >= 5 ? Version::v5 : Version::v311;
        Connack connack;
        connack.code = error.code;
        connack.reasonString = error.text;
        answer(connection, 0, AfterSending::Nothing, connack);
    }
    fail(connection, error);
}

void Broker::Core::linkClosed(ConnectionId id, std::string_view why, Instant now)
{
    m_now = now;
    const auto found = m_connections.find(id);
    if (found == m_connections.end())
        return;
    Connection& connection = *found->second;
    if (connection.throttle) { // what it said before it went counts, above all its goodbye
        takeBytes(connection, std::exchange(connection.throttle->backlog, {}));
        m_timers.disarm(connection.throttle->timer);
    }
    recorder().record({.kind = trace::Kind::LinkClosed,
                       .cause = connection.event,
                       .journey = connection.journey,
                       .number = id,
                       .subject = subject(connection),
                       .object = connection.peer.address,
                       .detail = why});
    if (connection.session)
        detach(connection, DisconnectReason::ConnectionLost, why, false);
    reportDropped(connection.dropped, connection.peer.address);
    m_timers.disarm(connection.timer);
    if (connection.pendingSlot != Connection::kNotPending) {
        const std::uint32_t slot = connection.pendingSlot;
        m_pending[slot] = m_pending.back();
        m_pending.pop_back();
        if (slot < m_pending.size())
            find(m_pending[slot])->pendingSlot = slot;
    }
    m_connections.erase(found);
    runDeferred();
}

} // namespace greensward::mqtt
