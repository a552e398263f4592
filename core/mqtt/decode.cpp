// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/decode.h"

#include "mqtt/decode_fields.h"

#include <cassert>

namespace greensward::mqtt {

namespace {

constexpr std::uint8_t kRetainBit = 0x01;
constexpr std::uint8_t kDuplicateBit = 0x08;

constexpr unsigned bit(PacketType type)
{
    return 1u << static_cast<unsigned>(type);
}

constexpr unsigned kFromBoth = bit(PacketType::Publish) | bit(PacketType::Puback) | bit(PacketType::Pubrec) |
                               bit(PacketType::Pubrel) | bit(PacketType::Pubcomp) | bit(PacketType::Disconnect) |
                               bit(PacketType::Auth);
constexpr unsigned kFromClient = kFromBoth | bit(PacketType::Connect) | bit(PacketType::Subscribe) |
                                 bit(PacketType::Unsubscribe) | bit(PacketType::Pingreq);
constexpr unsigned kFromServer = kFromBoth | bit(PacketType::Connack) | bit(PacketType::Suback) |
                                 bit(PacketType::Unsuback) | bit(PacketType::Pingresp);

/// The rule that the first byte breaks, or null.
const ProtocolError* brokenFirstByte(PacketType type, std::uint8_t flags, Sender sender)
{
    if (type == PacketType{})
        return &rule::kReservedType;
    const unsigned allowed = sender == Sender::Client ? kFromClient : kFromServer;
    if ((allowed & bit(type)) == 0)
        return sender == Sender::Client ? &rule::kNotFromClient : &rule::kNotFromServer;
    switch (type) {
    case PacketType::Publish: {
        const unsigned qos = flags >> 1 & 3u;
        if (qos == 3)
            return &rule::kQoS3;
        return qos == 0 && (flags & kDuplicateBit) != 0 ? &rule::kDuplicateQoS0 : nullptr;
    }
    case PacketType::Pubrel:
    case PacketType::Subscribe:
    case PacketType::Unsubscribe:
        return flags == 2 ? nullptr : &rule::kReservedFlags;
    default:
        return flags == 0 ? nullptr : &rule::kReservedFlags;
    }
}

constexpr std::uint8_t shortestHeader(std::uint32_t remaining)
{
    return remaining < 1u << 7 ? 2 : remaining < 1u << 14 ? 3 : remaining < 1u << 21 ? 4 : 5;
}

void clear(PublishProperties& properties)
{
    properties.payloadFormat.reset();
    properties.messageExpiry.reset();
    properties.topicAlias.reset();
    properties.contentType.reset();
    properties.responseTopic.reset();
    properties.correlation.reset();
    properties.subscriptionIds.clear();
    properties.user.clear();
}

void takePublishProperties(WireReader& reader, const BodyContext& context, PublishProperties& properties)
{
    takeProperties(reader, properties.user, context.limits, [&](Property property, WireReader& block) {
        switch (property) {
        case Property::TopicAlias:
            onceNonZero(block, properties.topicAlias, rule::kTopicAliasZero);
            return true;
        case Property::SubscriptionId: {
            const std::uint32_t id = block.variableByteInteger();
            if (context.sender == Sender::Client)
                block.fail(rule::kSubscriptionIdFromClient);
            else if (!block.failed() && id == 0)
                block.fail(rule::kSubscriptionIdZero);
            else
                properties.subscriptionIds.push_back(id);
            return true;
        }
        default:
            return takeMessageProperty(property, block, context.limits, properties);
        }
    });
}

template<typename T>
Checked<Packet> takeAll(WireReader& reader, const BodyContext& context)
{
    T packet;
    take(reader, context, packet);
    if (reader.failed())
        return broken(reader.failure());
    if (reader.left() != 0)
        return broken(rule::kTrailingBytes);
    return Packet{std::move(packet)};
}

template<typename T>
Checked<Packet> takeNothing(const WireReader& reader)
{
    if (reader.left() != 0)
        return broken(rule::kTrailingBytes);
    return Packet{T{}};
}

} // namespace

Checked<std::optional<FixedHeader>> decodeHeader(ByteView bytes, Sender sender, const DecodeLimits& limits)
{
    if (bytes.empty())
        return std::nullopt;
    FixedHeader header;
    header.type = static_cast<PacketType>(bytes[0] >> 4);
    header.flags = bytes[0] & 0x0f;
    if (const auto* rule = brokenFirstByte(header.type, header.flags, sender))
        return broken(*rule);

    // [MQTT-2.2.3] The shortest form is demanded by MQTT 5 only, and the version is not known here: decodeBody() looks.
    constexpr std::size_t kMostBytes = 5;
    for (std::size_t i = 1; i < kMostBytes; ++i) {
        if (i == bytes.size())
            return std::nullopt;
        header.remaining |= static_cast<std::uint32_t>(bytes[i] & 0x7f) << (7 * (i - 1));
        if ((bytes[i] & 0x80) != 0)
            continue;
        header.headerSize = static_cast<std::uint8_t>(i + 1);
        if (header.packetSize() > limits.packetSize)
            return broken(rule::kPacketTooLarge);
        // No need to wait for a body that must not be there.
        if (header.remaining != 0 && (header.type == PacketType::Pingreq || header.type == PacketType::Pingresp))
            return broken(rule::kTrailingBytes);
        return header;
    }
    return broken(rule::kLengthTooLong);
}

Checked<void> decodePublish(const FixedHeader& header, ByteView body, Version version, Sender sender,
                            const DecodeLimits& limits, Publish& out)
{
    assert(header.type == PacketType::Publish && body.size() == header.remaining);
    WireReader reader(body);
    if (version == Version::v5 && header.headerSize != shortestHeader(header.remaining))
        return broken(rule::kLengthNotMinimal);
    take(reader, BodyContext{header, version, sender, limits}, out);
    if (reader.failed())
        return broken(reader.failure());
    return {};
}

void take(WireReader& reader, const BodyContext& context, Publish& packet)
{
    const std::uint8_t flags = context.header.flags;
    packet.qos = static_cast<QoS>(flags >> 1 & 3u);
    packet.retain = (flags & kRetainBit) != 0;
    packet.duplicate = (flags & kDuplicateBit) != 0;
    clear(packet.properties);
    packet.topic = takeTopicName(reader, context.limits, context.version == Version::v5);
    packet.id = packet.qos == QoS::AtMostOnce ? PacketId{0} : takePacketId(reader);
    if (context.version == Version::v5) {
        takePublishProperties(reader, context, packet.properties);
        if (packet.topic.empty() && !packet.properties.topicAlias)
            reader.fail(rule::kTopicMissing);
    }
    packet.payload = reader.rest();
}

Checked<Packet> decodeBody(const FixedHeader& header, ByteView body, Version version, Sender sender,
                           const DecodeLimits& limits)
{
    assert(body.size() == header.remaining);
    WireReader reader(body);
    const BodyContext context{header, version, sender, limits};
    const bool knownToBe5 = version == Version::v5 && header.type != PacketType::Connect;
    if (knownToBe5 && header.headerSize != shortestHeader(header.remaining))
        return broken(rule::kLengthNotMinimal);
    switch (header.type) {
    case PacketType::Connect: {
        auto packet = takeAll<Connect>(reader, context);
        if (packet && std::get<Connect>(*packet).version == Version::v5 &&
            header.headerSize != shortestHeader(header.remaining))
            return broken(rule::kLengthNotMinimal);
        return packet;
    }
    case PacketType::Connack:
        return takeAll<Connack>(reader, context);
    case PacketType::Publish:
        return takeAll<Publish>(reader, context);
    case PacketType::Puback:
    case PacketType::Pubrec:
    case PacketType::Pubrel:
    case PacketType::Pubcomp:
        return takeAll<Ack>(reader, context);
    case PacketType::Subscribe:
        return takeAll<Subscribe>(reader, context);
    case PacketType::Suback:
        return takeAll<Suback>(reader, context);
    case PacketType::Unsubscribe:
        return takeAll<Unsubscribe>(reader, context);
    case PacketType::Unsuback:
        return takeAll<Unsuback>(reader, context);
    case PacketType::Pingreq:
        return takeNothing<Pingreq>(reader);
    case PacketType::Pingresp:
        return takeNothing<Pingresp>(reader);
    case PacketType::Disconnect:
        if (version == Version::v311 && sender == Sender::Server)
            return broken(rule::kNotFromServer);
        return takeAll<Disconnect>(reader, context);
    case PacketType::Auth:
        if (version == Version::v311)
            return broken(rule::kAuthBefore5);
        return takeAll<Auth>(reader, context);
    }
    return broken(rule::kReservedType);
}

} // namespace greensward::mqtt
