// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/client_core.h"

#include <cassert>
#include <utility>

// What the server says.
namespace greensward::mqtt {

namespace {

constexpr ProtocolError kConnackFirst{ReasonCode::ProtocolError, "MQTT-3.2.0-1",
                                      "the server's first packet was not CONNACK"};
constexpr ProtocolError kSecondConnack{ReasonCode::ProtocolError, "MQTT-3.2.0-1", "the server sent a second CONNACK"};
constexpr ProtocolError kSessionUnasked{ReasonCode::ProtocolError, "MQTT-3.2.2-1",
                                        "the server kept a session although a clean start was asked for"};
constexpr ProtocolError kAuthUnasked{ReasonCode::ProtocolError, "MQTT5-4.12.0-1",
                                     "the server wants an authentication that was not offered"};
constexpr ProtocolError kAliasTooHigh{ReasonCode::TopicAliasInvalid, "MQTT5-3.1.2-26",
                                      "the server used a topic alias above the maximum"};
constexpr ProtocolError kAliasUnknown{ReasonCode::ProtocolError, "MQTT5-3.3.2.3.4",
                                      "the server used a topic alias that it had not set"};
constexpr ProtocolError kTooManyInbound{ReasonCode::ReceiveMaximumExceeded, "MQTT5-3.3.4-9",
                                        "the server sent more QoS 2 messages than the receive maximum"};
constexpr ProtocolError kWrongAnswer{ReasonCode::ProtocolError, "MQTT-4.3.3-1",
                                     "the server's acknowledgement does not belong to the QoS or stage of the message"};
constexpr ProtocolError kWrongCount{ReasonCode::ProtocolError, "MQTT-3.8.4-5",
                                    "the server's SUBACK does not have one code for each filter"};

} // namespace

void Client::Core::receive(ByteView bytes, Instant now)
{
    m_now = now;
    if (!linked() || bytes.empty())
        return;
    m_lastHeard = now;
    // Only the beginning of a packet is kept; it is at most as long as the packet size allows.
    Bytes joined = std::exchange(m_input, {});
    ByteView rest = bytes;
    if (!joined.empty()) {
        joined.insert(joined.end(), bytes.begin(), bytes.end());
        rest = joined;
    }
    while (linked()) {
        const auto header = decodeHeader(rest, Sender::Server, m_settings.decode);
        if (!header) {
            violation(header.error());
            break;
        }
        if (!*header || rest.size() < (*header)->packetSize())
            break;
        take(**header, rest.subspan((*header)->headerSize, (*header)->remaining));
        rest = rest.subspan((*header)->packetSize());
    }
    if (linked()) {
        if (joined.empty())
            joined.assign(rest.begin(), rest.end());
        else
            joined.erase(joined.begin(), joined.end() - static_cast<std::ptrdiff_t>(rest.size()));
        if (!joined.empty())
            m_input = std::move(joined);
        if (m_output.size() - m_written > 2 * m_settings.outputBytes)
            end(ClientEnd::Stalled, ReasonCode::UnspecifiedError, "the server does not take what is sent");
    }
    pump();
}

void Client::Core::take(const FixedHeader& header, ByteView body)
{
    if (m_state == ClientState::Connecting && header.type != PacketType::Connack)
        return violation(kConnackFirst);
    if (header.type == PacketType::Publish) {
        const auto decoded =
            decodePublish(header, body, m_settings.version, Sender::Server, m_settings.decode, m_publish);
        return decoded ? on(m_publish) : violation(decoded.error());
    }
    const auto packet = decodeBody(header, body, m_settings.version, Sender::Server, m_settings.decode);
    if (!packet)
        return violation(packet.error());
    std::visit(
        [this](const auto& kind) {
            using Kind = std::decay_t<decltype(kind)>;
            if constexpr (std::is_same_v<Kind, Pingresp>)
                m_pingedAt.reset();
            else if constexpr (std::is_same_v<Kind, Auth>)
                violation(kAuthUnasked);
            else if constexpr (std::is_same_v<Kind, Connect> || std::is_same_v<Kind, Subscribe> ||
                               std::is_same_v<Kind, Unsubscribe> || std::is_same_v<Kind, Pingreq>)
                assert(false && "refused by decodeHeader()");
            else
                on(kind);
        },
        *packet);
}

void Client::Core::on(const Connack& packet)
{
    if (m_state == ClientState::Online)
        return violation(kSecondConnack);
    if (packet.code != ReasonCode::Success) {
        beginClosing();
        m_handler.refused(packet.code, packet.reasonString.value_or(text(packet.code)));
        return;
    }
    if (packet.sessionPresent && m_settings.cleanStart)
        return violation(kSessionUnasked);
    m_state = ClientState::Online;
    m_onlineSince = m_now;
    m_server.receiveMaximum = packet.receiveMaximum.value_or(65'535);
    m_server.maximumPacketSize = packet.maximumPacketSize.value_or(m_server.maximumPacketSize);
    m_server.maximumQoS = static_cast<QoS>(packet.maximumQoS.value_or(2));
    m_server.retain = packet.retainAvailable.value_or(true);
    m_server.subscriptionIds = packet.subscriptionIdentifiersAvailable.value_or(true);
    m_server.wildcards = packet.wildcardSubscriptionAvailable.value_or(true);
    m_server.shared = packet.sharedSubscriptionAvailable.value_or(true);
    m_server.keepAlive = packet.serverKeepAlive.value_or(m_settings.keepAlive);
    if (packet.assignedClientId)
        m_clientId = *packet.assignedClientId;
    if (!packet.sessionPresent) {
        recoverWithoutSession();
        renewSubscriptions();
    }
    pump();
    if (m_state == ClientState::Online) // a handler may stop the client
        m_handler.connected(packet);
}

std::optional<std::string_view> Client::Core::resolveTopic(const Publish& packet)
{
    if (!packet.properties.topicAlias)
        return packet.topic;
    const std::size_t alias = *packet.properties.topicAlias;
    if (alias > m_settings.topicAliasMaximum) {
        violation(kAliasTooHigh);
        return std::nullopt;
    }
    if (m_aliases.size() < alias)
        m_aliases.resize(alias);
    std::string& topic = m_aliases[alias - 1];
    if (!packet.topic.empty())
        topic = packet.topic;
    if (topic.empty()) {
        violation(kAliasUnknown);
        return std::nullopt;
    }
    return topic;
}

void Client::Core::on(const Publish& packet)
{
    const auto topic = resolveTopic(packet);
    if (!topic)
        return;
    if (packet.qos == QoS::ExactlyOnce && !m_received.contains(packet.id)) {
        // 3.1.1 has no receive maximum; there the 65,535 identifiers are the bound.
        if (is5() && m_received.size() >= m_settings.receiveMaximum)
            return violation(kTooManyInbound);
        m_received.insert(packet.id);
    } else if (packet.qos == QoS::ExactlyOnce) {
        // [MQTT-4.3.3-2] Seen before, PUBREL not: acknowledge again, deliver never.
        Ack again;
        again.type = PacketType::Pubrec;
        again.id = packet.id;
        return send(again);
    }
    m_publish.topic = *topic;
    m_publish.properties.topicAlias.reset();
    Ack ack;
    ack.type = packet.qos == QoS::AtLeastOnce ? PacketType::Puback : PacketType::Pubrec;
    ack.id = packet.id;
    const QoS qos = packet.qos;
    m_handler.message(m_publish);
    if (qos != QoS::AtMostOnce && m_state == ClientState::Online)
        send(ack);
}

void Client::Core::on(const Ack& packet)
{
    switch (packet.type) {
    case PacketType::Puback:
        return onPuback(packet);
    case PacketType::Pubrec:
        return onPubrec(packet);
    case PacketType::Pubrel:
        return onPubrel(packet);
    default:
        return onPubcomp(packet);
    }
}

void Client::Core::onPuback(const Ack& packet)
{
    const auto found = findInflight(packet.id);
    if (found == m_inflight.end())
        return; // for a message of an earlier session
    if (found->message->qos != QoS::AtLeastOnce)
        return violation(kWrongAnswer);
    finish(found, packet.code);
}

void Client::Core::onPubrec(const Ack& packet)
{
    Ack release;
    release.type = PacketType::Pubrel;
    release.id = packet.id;
    const auto found = findInflight(packet.id);
    if (found == m_inflight.end()) {
        if (packet.code >= ReasonCode::UnspecifiedError)
            return;
        release.code = ReasonCode::PacketIdentifierNotFound;
        return send(release);
    }
    if (found->message->qos != QoS::ExactlyOnce)
        return violation(kWrongAnswer);
    if (packet.code >= ReasonCode::UnspecifiedError) // [MQTT5-4.3.3-4] refused: no PUBREL
        return finish(found, packet.code);
    found->stage = OutgoingPublish::Stage::Released;
    if (!found->sentHere) {
        found->sentHere = true;
        --m_unsentInflight;
    }
    awaitAnswer(found->sentAt);
    send(release);
}

void Client::Core::onPubrel(const Ack& packet)
{
    Ack complete;
    complete.type = PacketType::Pubcomp;
    complete.id = packet.id;
    if (m_received.erase(packet.id) == 0)
        complete.code = ReasonCode::PacketIdentifierNotFound;
    send(complete);
}

void Client::Core::onPubcomp(const Ack& packet)
{
    const auto found = findInflight(packet.id);
    if (found == m_inflight.end())
        return;
    if (found->stage != OutgoingPublish::Stage::Released)
        return violation(kWrongAnswer);
    // "Identifier not found" tells that the server was done with it before.
    finish(found, ReasonCode::Success);
}

void Client::Core::on(const Suback& packet)
{
    const auto request = takeRequest(packet.id, true);
    if (!request)
        return;
    if (packet.codes.size() != request->entries.size())
        return violation(kWrongCount);
    for (std::size_t i = 0; i < packet.codes.size(); ++i) {
        const auto& [filter, options] = request->entries[i];
        if (packet.codes[i] < ReasonCode::UnspecifiedError)
            m_held.insert_or_assign(filter, Held{options, request->subscriptionId});
        else if (const auto held = m_held.find(filter); held != m_held.end())
            m_held.erase(held);
    }
    if (request->token != 0)
        m_handler.subscribed(request->token, packet.codes);
}

void Client::Core::on(const Unsuback& packet)
{
    const auto request = takeRequest(packet.id, false);
    if (!request)
        return;
    for (const auto& entry : request->entries)
        if (const auto held = m_held.find(entry.filter); held != m_held.end())
            m_held.erase(held);
    m_handler.unsubscribed(request->token, packet.codes);
}

void Client::Core::on(const Disconnect& packet)
{
    end(ClientEnd::ServerDisconnect, packet.code, packet.reasonString.value_or(text(packet.code)));
}

} // namespace greensward::mqtt
