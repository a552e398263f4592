// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/encode.h"

#include "mqtt/wire_writer.h"

namespace greensward::mqtt {

namespace {

std::uint8_t connectFlags(const Connect& packet)
{
    unsigned flags = packet.cleanStart ? 0x02u : 0u;
    if (packet.will)
        flags |= 0x04u | static_cast<unsigned>(packet.will->qos) << 3 | (packet.will->retain ? 0x20u : 0u);
    if (packet.password)
        flags |= 0x40u;
    if (packet.userName)
        flags |= 0x80u;
    return static_cast<std::uint8_t>(flags);
}

template<typename Sink>
void putConnectProperties(Sink& sink, const Connect& packet)
{
    put(sink, Property::SessionExpiry, packet.sessionExpiry);
    put(sink, Property::ReceiveMaximum, packet.receiveMaximum);
    put(sink, Property::MaximumPacketSize, packet.maximumPacketSize);
    put(sink, Property::TopicAliasMaximum, packet.topicAliasMaximum);
    put(sink, Property::RequestResponseInformation, packet.requestResponseInformation);
    put(sink, Property::RequestProblemInformation, packet.requestProblemInformation);
    put(sink, Property::AuthenticationMethod, packet.authenticationMethod);
    put(sink, Property::AuthenticationData, packet.authenticationData);
    put(sink, packet.user);
}

template<typename Sink>
void putWill(Sink& sink, const Will& will, Version version)
{
    if (version == Version::v5)
        putBlock(sink, [&](auto& block) {
            if (will.delay != 0)
                put(block, Property::WillDelay, std::optional(will.delay));
            putMessageProperties(block, will.properties);
        });
    sink.text(will.topic);
    sink.binary(will.payload);
}

template<typename Sink>
void putConnackProperties(Sink& sink, const Connack& packet)
{
    put(sink, Property::SessionExpiry, packet.sessionExpiry);
    put(sink, Property::ReceiveMaximum, packet.receiveMaximum);
    put(sink, Property::MaximumQoS, packet.maximumQoS);
    put(sink, Property::RetainAvailable, packet.retainAvailable);
    put(sink, Property::MaximumPacketSize, packet.maximumPacketSize);
    put(sink, Property::AssignedClientId, packet.assignedClientId);
    put(sink, Property::TopicAliasMaximum, packet.topicAliasMaximum);
    put(sink, Property::ReasonString, packet.reasonString);
    put(sink, Property::WildcardSubscriptionAvailable, packet.wildcardSubscriptionAvailable);
    put(sink, Property::SubscriptionIdentifiersAvailable, packet.subscriptionIdentifiersAvailable);
    put(sink, Property::SharedSubscriptionAvailable, packet.sharedSubscriptionAvailable);
    put(sink, Property::ServerKeepAlive, packet.serverKeepAlive);
    put(sink, Property::ResponseInformation, packet.responseInformation);
    put(sink, Property::ServerReference, packet.serverReference);
    put(sink, Property::AuthenticationMethod, packet.authenticationMethod);
    put(sink, Property::AuthenticationData, packet.authenticationData);
    put(sink, packet.user);
}

} // namespace

void encode(Bytes& out, const Connect& packet)
{
    assert(packet.version == Version::v5 || !packet.password || packet.userName); // [MQTT-3.1.2-22]
    append(out, PacketType::Connect, 0, [&](auto& sink) {
        sink.text("MQTT");
        sink.byte(static_cast<std::uint8_t>(packet.version));
        sink.byte(connectFlags(packet));
        sink.twoBytes(packet.keepAlive);
        if (packet.version == Version::v5)
            putBlock(sink, [&](auto& block) { putConnectProperties(block, packet); });
        sink.text(packet.clientId);
        if (packet.will)
            putWill(sink, *packet.will, packet.version);
        if (packet.userName)
            sink.text(*packet.userName);
        if (packet.password)
            sink.binary(*packet.password);
    });
}

void encode(Bytes& out, const Connack& packet, Version version)
{
    append(out, PacketType::Connack, 0, [&](auto& sink) {
        // [MQTT-3.2.2-4] A refusal never says session present.
        sink.byte(packet.sessionPresent && packet.code == ReasonCode::Success ? 1 : 0);
        if (version == Version::v311)
            return sink.byte(connackReturnCode(packet.code));
        sink.byte(static_cast<std::uint8_t>(packet.code));
        putBlock(sink, [&](auto& block) { putConnackProperties(block, packet); });
    });
}

} // namespace greensward::mqtt
