// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/client_core.h"
#include "mqtt/client_settings.h"

#include <algorithm>
#include <utility>

// Messages out: the queue of those that wait, and the window of those that are sent and unacknowledged.
namespace greensward::mqtt {

namespace {

constexpr std::string_view kExpired = "it expired before it could be sent";
constexpr std::string_view kMadeRoom = "the queue was full and it was the oldest in it";
constexpr std::string_view kNoRoom = "the queue was full";
constexpr std::string_view kFateUnknown = "the server lost the session while the message was on its way";
constexpr std::string_view kOverLimits = "the server does not take such messages";

} // namespace

Result<Token> Client::Core::publish(const Publish& message, Instant now)
{
    m_now = now;
    if (const auto checked = checkMessage(message); !checked)
        return tl::unexpected(checked.error());
    Publish clean = message;
    clean.id = message.qos == QoS::AtMostOnce ? PacketId{0} : PacketId{1}; // for the size
    clean.duplicate = false;
    clean.properties.topicAlias.reset();
    clean.properties.subscriptionIds.clear();
    if (m_state == ClientState::Online)
        if (const auto checked = checkLimits(clean); !checked)
            return tl::unexpected(checked.error());
    const bool direct = clean.qos == QoS::AtMostOnce && !m_settings.queue.atMostOnce;
    return direct ? sendAtMostOnce(clean) : enqueue(clean);
}

/// [MQTT5-3.2.2-11, 14, 15] What this server will not take.
Result<void> Client::Core::checkLimits(const Publish& message) const
{
    if (message.qos > m_server.maximumQoS)
        return failure("the server does not take messages of this QoS");
    if (message.retain && !m_server.retain)
        return failure("the server does not keep retained messages");
    if (encodedSize(message, m_settings.version) > m_server.maximumPacketSize)
        return failure("the message is larger than the server's maximum packet size");
    return {};
}

Result<Token> Client::Core::sendAtMostOnce(const Publish& message)
{
    if (m_state != ClientState::Online)
        return failure("not connected");
    if (!hasRoom())
        return failure("the server does not take what is sent");
    send(message);
    return ++m_lastToken;
}

Result<Token> Client::Core::enqueue(const Publish& message)
{
    const OfflineQueue& limits = m_settings.queue;
    OutgoingPublish outgoing;
    outgoing.message = makeMessage(message, m_clientId);
    if (message.properties.messageExpiry && is5())
        outgoing.expiresAt = m_now + std::chrono::seconds{*message.properties.messageExpiry};
    const std::size_t size = outgoing.bytes();
    const auto full = [&] { return m_queue.size() >= limits.messages || m_messageBytes + size > limits.bytes; };
    // What can go out at once needs no place among those that wait.
    const bool goesOut = m_state == ClientState::Online && m_queue.empty() && m_unsentInflight == 0 &&
                         m_inflight.size() < window() && hasRoom() && m_messageBytes + size <= limits.bytes;
    if (!goesOut && full()) {
        // Dropping others would not help when those in flight leave no room.
        std::size_t inflightBytes = 0;
        for (const auto& one : m_inflight)
            inflightBytes += one.bytes();
        if (limits.messages == 0 || inflightBytes + size > limits.bytes)
            return failure("the message has no room in the queue");
        while (limits.whenFull == WhenFull::DropOldest && full() && !m_queue.empty()) {
            drop(m_queue.front().token, kMadeRoom);
            m_messageBytes -= m_queue.front().bytes();
            m_queue.pop_front();
        }
        if (limits.whenFull == WhenFull::DropNewest) {
            drop(++m_lastToken, kNoRoom); // told from the next call, when the caller knows the token
            return m_lastToken;
        }
        if (full())
            return failure("the queue is full");
    }
    const Token token = ++m_lastToken;
    outgoing.token = token;
    m_messageBytes += size;
    m_queue.push_back(std::move(outgoing));
    pump();
    return token;
}

bool Client::Core::repeat(Token token, Instant now)
{
    m_now = now;
    const auto found =
        std::find_if(m_inflight.begin(), m_inflight.end(), [token](const auto& one) { return one.token == token; });
    if (is5() || m_state != ClientState::Online || found == m_inflight.end() || !found->sentHere ||
        found->message->qos != QoS::AtLeastOnce)
        return false;
    Publish packet = packetOf(*found);
    packet.duplicate = true;
    send(packet);
    return true;
}

std::size_t Client::Core::window() const
{
    return std::min(m_settings.inflight, m_server.receiveMaximum);
}

void Client::Core::pumpMessages()
{
    repeatInflight();
    while (m_unsentInflight == 0 && !m_queue.empty() && hasRoom()) {
        OutgoingPublish& next = m_queue.front();
        const bool acknowledged = next.message->qos != QoS::AtMostOnce;
        if (acknowledged && m_inflight.size() >= window())
            return;
        const bool expired = next.expiresAt && *next.expiresAt <= m_now;
        Publish packet = packetOf(next);
        if (expired || !checkLimits(packet)) {
            drop(next.token, expired ? kExpired : kOverLimits);
            m_messageBytes -= next.bytes();
        } else if (acknowledged) {
            packet.id = next.id = takeId();
            send(packet);
            next.stage = OutgoingPublish::Stage::Sent;
            next.sentHere = true;
            awaitAnswer(next.sentAt);
            m_inflight.push_back(std::move(next));
        } else {
            send(packet);
            m_messageBytes -= next.bytes();
        }
        m_queue.pop_front();
    }
}

/// [MQTT-4.4.0-1, MQTT-4.6.0-1] What the session still owes, in its old order, before anything new.
void Client::Core::repeatInflight()
{
    for (auto at = m_inflight.begin(); m_unsentInflight != 0 && at != m_inflight.end() && hasRoom();) {
        if (at->sentHere) {
            ++at;
            continue;
        }
        if (m_inflight.size() - m_unsentInflight >= window())
            return;
        --m_unsentInflight;
        if (at->stage == OutgoingPublish::Stage::Released) {
            Ack release;
            release.type = PacketType::Pubrel;
            release.id = at->id;
            send(release);
        } else {
            Publish packet = packetOf(*at);
            packet.duplicate = true;    // [MQTT-3.3.1-1]
            if (!checkLimits(packet)) { // the server takes less than it did
                drop(at->token, kOverLimits);
                m_messageBytes -= at->bytes();
                m_ids.erase(at->id);
                at = m_inflight.erase(at);
                continue;
            }
            send(packet);
        }
        at->sentHere = true;
        awaitAnswer(at->sentAt);
        ++at;
    }
}

Publish Client::Core::packetOf(const OutgoingPublish& outgoing) const
{
    Publish packet = asPublish(*outgoing.message);
    packet.id = outgoing.id;
    if (outgoing.expiresAt) {
        // [MQTT5-3.3.2-6] less the time it waited here
        const auto left = std::max(Duration{}, *outgoing.expiresAt - m_now);
        packet.properties.messageExpiry =
            static_cast<std::uint32_t>(std::chrono::ceil<std::chrono::seconds>(left).count());
    }
    return packet;
}

PacketId Client::Core::takeId()
{
    // There are fewer taken than exist: the window is bounded, and so are the requests.
    do
        m_lastId = m_lastId == 65'535 ? PacketId{1} : static_cast<PacketId>(m_lastId + 1);
    while (!m_ids.insert(m_lastId).second);
    return m_lastId;
}

Client::Core::Messages::iterator Client::Core::findInflight(PacketId id)
{
    // Acknowledgements come in order, or nearly so.
    return std::find_if(m_inflight.begin(), m_inflight.end(), [id](const auto& one) { return one.id == id; });
}

void Client::Core::finish(Messages::iterator found, ReasonCode code)
{
    const Token token = found->token;
    m_messageBytes -= found->bytes();
    m_ids.erase(found->id);
    if (!found->sentHere)
        --m_unsentInflight;
    m_inflight.erase(found);
    m_handler.acknowledged(token, code);
}

/// The server knows nothing of what was in flight.
void Client::Core::recoverWithoutSession()
{
    m_received.clear();
    Messages inflight = std::exchange(m_inflight, {});
    m_unsentInflight = 0;
    std::vector<Token> done;
    for (auto at = inflight.rbegin(); at != inflight.rend(); ++at) {
        m_ids.erase(at->id);
        if (at->message->qos == QoS::AtLeastOnce) {
            at->stage = OutgoingPublish::Stage::Waiting;
            at->id = 0;
            at->sentHere = false;
            m_queue.push_front(std::move(*at));
            continue;
        }
        m_messageBytes -= at->bytes();
        if (at->stage == OutgoingPublish::Stage::Released)
            done.insert(done.begin(), at->token); // PUBREC said that the server has it
        else
            m_dropped.insert(m_dropped.begin(), Dropped{at->token, kFateUnknown});
    }
    for (const Token token : done)
        m_handler.acknowledged(token, ReasonCode::Success);
}

} // namespace greensward::mqtt
