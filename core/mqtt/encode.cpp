// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/encode.h"

#include "mqtt/wire_writer.h"

namespace greensward::mqtt {

namespace {

auto fieldsOf(const Publish& packet, Version version)
{
    return [&packet, version](auto& sink) {
        sink.text(packet.topic);
        if (packet.qos != QoS::AtMostOnce)
            sink.twoBytes(packet.id);
        if (version == Version::v5)
            putBlock(sink, [&packet](auto& block) {
                put(block, Property::TopicAlias, packet.properties.topicAlias);
                for (const std::uint32_t id : packet.properties.subscriptionIds)
                    putSubscriptionId(block, id);
                putMessageProperties(block, packet.properties);
            });
        sink.raw(packet.payload);
    };
}

/// [MQTT5 3.4.2, 3.14.2] A code and properties, each left out with everything behind it when there is nothing to say.
template<typename Sink, typename Fields>
void putReason(Sink& sink, ReasonCode code, const Fields& properties)
{
    const bool bare = sizeOf(properties) == 0;
    if (bare && code == ReasonCode::Success)
        return;
    sink.byte(static_cast<std::uint8_t>(code));
    if (!bare)
        putBlock(sink, properties);
}

auto reasonProperties(const std::optional<std::string_view>& reasonString, const UserProperties& user)
{
    return [&](auto& block) {
        put(block, Property::ReasonString, reasonString);
        put(block, user);
    };
}

} // namespace

void encode(Bytes& out, const Publish& packet, Version version)
{
    assert((packet.qos == QoS::AtMostOnce) == (packet.id == 0));
    assert(packet.qos != QoS::AtMostOnce || !packet.duplicate);
    const auto flags = static_cast<std::uint8_t>((packet.duplicate ? 0x08 : 0) |
                                                 static_cast<unsigned>(packet.qos) << 1 | (packet.retain ? 0x01 : 0));
    append(out, PacketType::Publish, flags, fieldsOf(packet, version));
}

std::size_t encodedSize(const Publish& packet, Version version)
{
    const std::size_t remaining = sizeOf(fieldsOf(packet, version));
    return 1 + variableByteIntegerSize(static_cast<std::uint32_t>(remaining)) + remaining;
}

void encode(Bytes& out, const Ack& packet, Version version)
{
    const std::uint8_t flags = packet.type == PacketType::Pubrel ? 2 : 0;
    append(out, packet.type, flags, [&](auto& sink) {
        sink.twoBytes(packet.id);
        if (version == Version::v5)
            putReason(sink, packet.code, reasonProperties(packet.reasonString, packet.user));
    });
}

void encode(Bytes& out, const Subscribe& packet, Version version)
{
    append(out, PacketType::Subscribe, 2, [&](auto& sink) {
        sink.twoBytes(packet.id);
        if (version == Version::v5)
            putBlock(sink, [&](auto& block) {
                if (packet.subscriptionId)
                    putSubscriptionId(block, *packet.subscriptionId);
                put(block, packet.user);
            });
        for (const auto& [filter, options] : packet.entries) {
            sink.text(filter);
            auto bits = static_cast<unsigned>(options.qos);
            if (version == Version::v5)
                bits |= (options.noLocal ? 0x04u : 0u) | (options.retainAsPublished ? 0x08u : 0u) |
                        static_cast<unsigned>(options.retainHandling) << 4;
            sink.byte(static_cast<std::uint8_t>(bits));
        }
    });
}

void encode(Bytes& out, const Suback& packet, Version version)
{
    append(out, PacketType::Suback, 0, [&](auto& sink) {
        sink.twoBytes(packet.id);
        if (version == Version::v5)
            putBlock(sink, reasonProperties(packet.reasonString, packet.user));
        for (const ReasonCode code : packet.codes) {
            // [MQTT-3.9.3-2] 3.1.1 knows one failure.
            const bool refused = version == Version::v311 && code > ReasonCode::GrantedQoS2;
            sink.byte(static_cast<std::uint8_t>(refused ? ReasonCode::UnspecifiedError : code));
        }
    });
}

void encode(Bytes& out, const Unsubscribe& packet, Version version)
{
    append(out, PacketType::Unsubscribe, 2, [&](auto& sink) {
        sink.twoBytes(packet.id);
        if (version == Version::v5)
            putBlock(sink, [&](auto& block) { put(block, packet.user); });
        for (const std::string_view filter : packet.filters)
            sink.text(filter);
    });
}

void encode(Bytes& out, const Unsuback& packet, Version version)
{
    append(out, PacketType::Unsuback, 0, [&](auto& sink) {
        sink.twoBytes(packet.id);
        if (version == Version::v311)
            return;
        putBlock(sink, reasonProperties(packet.reasonString, packet.user));
        for (const ReasonCode code : packet.codes)
            sink.byte(static_cast<std::uint8_t>(code));
    });
}

void encode(Bytes& out, Pingreq)
{
    append(out, PacketType::Pingreq, 0, [](auto&) {});
}

void encode(Bytes& out, Pingresp)
{
    append(out, PacketType::Pingresp, 0, [](auto&) {});
}

void encode(Bytes& out, const Disconnect& packet, Version version)
{
    append(out, PacketType::Disconnect, 0, [&](auto& sink) {
        if (version == Version::v5)
            putReason(sink, packet.code, [&](auto& block) {
                put(block, Property::SessionExpiry, packet.sessionExpiry);
                put(block, Property::ServerReference, packet.serverReference);
                put(block, Property::ReasonString, packet.reasonString);
                put(block, packet.user);
            });
    });
}

void encode(Bytes& out, const Auth& packet)
{
    append(out, PacketType::Auth, 0, [&](auto& sink) {
        const auto properties = [&](auto& block) {
            put(block, Property::AuthenticationMethod, packet.method);
            put(block, Property::AuthenticationData, packet.data);
            put(block, Property::ReasonString, packet.reasonString);
            put(block, packet.user);
        };
        // Unlike in DISCONNECT, a code is always followed by the property length.
        if (packet.code == ReasonCode::Success && sizeOf(properties) == 0)
            return;
        sink.byte(static_cast<std::uint8_t>(packet.code));
        putBlock(sink, properties);
    });
}

void encode(Bytes& out, const Packet& packet, Version version)
{
    std::visit(
        [&](const auto& kind) {
            // A requires-expression would also find this very function, through the conversion to Packet.
            using Kind = std::decay_t<decltype(kind)>;
            constexpr bool kOneForm = std::is_same_v<Kind, Connect> || std::is_same_v<Kind, Pingreq> ||
                                      std::is_same_v<Kind, Pingresp> || std::is_same_v<Kind, Auth>;
            if constexpr (kOneForm)
                encode(out, kind);
            else
                encode(out, kind, version);
        },
        packet);
}

} // namespace greensward::mqtt
