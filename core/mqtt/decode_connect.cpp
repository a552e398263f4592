// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/decode_fields.h"

#include <algorithm>

namespace greensward::mqtt {

namespace {

enum ConnectFlag : std::uint8_t {
    kReserved = 0x01,
    kCleanStart = 0x02,
    kWillFlag = 0x04,
    kWillRetain = 0x20,
    kPassword = 0x40,
    kUserName = 0x80,
};

QoS willQoS(std::uint8_t flags)
{
    return static_cast<QoS>(flags >> 3 & 3u);
}

const ProtocolError* brokenConnectFlags(std::uint8_t flags, Version version)
{
    if ((flags & kReserved) != 0)
        return &rule::kConnectReservedFlag;
    if ((flags & kWillFlag) != 0 && static_cast<unsigned>(willQoS(flags)) == 3)
        return &rule::kWillQoS3;
    if ((flags & kWillFlag) == 0 && willQoS(flags) != QoS::AtMostOnce)
        return &rule::kWillQoSWithoutWill;
    if ((flags & kWillFlag) == 0 && (flags & kWillRetain) != 0)
        return &rule::kWillRetainWithoutWill;
    if (version == Version::v311 && (flags & kPassword) != 0 && (flags & kUserName) == 0)
        return &rule::kPasswordWithoutUser;
    return nullptr;
}

Version takeProtocol(WireReader& reader)
{
    const std::string_view name = asText(reader.binary());
    const std::uint8_t level = reader.byte();
    if (reader.failed())
        return {};
    if (name == "MQIsdp")
        reader.fail(rule::kVersion31);
    else if (name != "MQTT")
        reader.fail(rule::kProtocolName);
    else if (level != static_cast<std::uint8_t>(Version::v311) && level != static_cast<std::uint8_t>(Version::v5))
        reader.fail(rule::kProtocolLevel);
    return static_cast<Version>(level);
}

void takeConnectProperties(WireReader& reader, const DecodeLimits& limits, Connect& packet)
{
    takeProperties(reader, packet.user, limits, [&](Property property, WireReader& block) {
        switch (property) {
        case Property::SessionExpiry:
            once(block, packet.sessionExpiry);
            return true;
        case Property::ReceiveMaximum:
            onceNonZero(block, packet.receiveMaximum, rule::kReceiveMaximumZero);
            return true;
        case Property::MaximumPacketSize:
            onceNonZero(block, packet.maximumPacketSize, rule::kMaximumPacketSizeZero);
            return true;
        case Property::TopicAliasMaximum:
            once(block, packet.topicAliasMaximum);
            return true;
        case Property::RequestResponseInformation:
            once(block, packet.requestResponseInformation);
            return true;
        case Property::RequestProblemInformation:
            once(block, packet.requestProblemInformation);
            return true;
        case Property::AuthenticationMethod:
            once(block, packet.authenticationMethod);
            return true;
        case Property::AuthenticationData:
            once(block, packet.authenticationData);
            return true;
        default:
            return false;
        }
    });
    if (packet.authenticationData && !packet.authenticationMethod)
        reader.fail(rule::kAuthDataAlone);
}

Will takeWill(WireReader& reader, std::uint8_t flags, Version version, const DecodeLimits& limits)
{
    Will will;
    will.qos = willQoS(flags);
    will.retain = (flags & kWillRetain) != 0;
    if (version == Version::v5) {
        std::optional<std::uint32_t> delay;
        takeProperties(reader, will.properties.user, limits, [&](Property property, WireReader& block) {
            if (property != Property::WillDelay)
                return takeMessageProperty(property, block, limits, will.properties);
            once(block, delay);
            return true;
        });
        will.delay = delay.value_or(0);
    }
    will.topic = takeTopicName(reader, limits, false);
    will.payload = reader.binary();
    return will;
}

void takeConnackProperties(WireReader& reader, const DecodeLimits& limits, Connack& packet)
{
    takeProperties(reader, packet.user, limits, [&](Property property, WireReader& block) {
        switch (property) {
        case Property::SessionExpiry:
            once(block, packet.sessionExpiry);
            return true;
        case Property::ReceiveMaximum:
            onceNonZero(block, packet.receiveMaximum, rule::kReceiveMaximumZero);
            return true;
        case Property::MaximumQoS:
            onceZeroOrOne(block, packet.maximumQoS);
            return true;
        case Property::RetainAvailable:
            once(block, packet.retainAvailable);
            return true;
        case Property::MaximumPacketSize:
            onceNonZero(block, packet.maximumPacketSize, rule::kMaximumPacketSizeZero);
            return true;
        case Property::AssignedClientId:
            once(block, packet.assignedClientId);
            return true;
        case Property::TopicAliasMaximum:
            once(block, packet.topicAliasMaximum);
            return true;
        case Property::ReasonString:
            once(block, packet.reasonString);
            return true;
        case Property::WildcardSubscriptionAvailable:
            once(block, packet.wildcardSubscriptionAvailable);
            return true;
        case Property::SubscriptionIdentifiersAvailable:
            once(block, packet.subscriptionIdentifiersAvailable);
            return true;
        case Property::SharedSubscriptionAvailable:
            once(block, packet.sharedSubscriptionAvailable);
            return true;
        case Property::ServerKeepAlive:
            once(block, packet.serverKeepAlive);
            return true;
        case Property::ResponseInformation:
            once(block, packet.responseInformation);
            return true;
        case Property::ServerReference:
            once(block, packet.serverReference);
            return true;
        case Property::AuthenticationMethod:
            once(block, packet.authenticationMethod);
            return true;
        case Property::AuthenticationData:
            once(block, packet.authenticationData);
            return true;
        default:
            return false;
        }
    });
}

/// [MQTT-3.2.2.3] The return codes of 3.1.1 as the nearest reason codes.
ReasonCode fromReturnCode(WireReader& reader, std::uint8_t code)
{
    static constexpr ReasonCode kCodes[] = {
        ReasonCode::Success,           ReasonCode::UnsupportedProtocolVersion, ReasonCode::ClientIdentifierNotValid,
        ReasonCode::ServerUnavailable, ReasonCode::BadUserNameOrPassword,      ReasonCode::NotAuthorized};
    if (code < std::size(kCodes))
        return kCodes[code];
    reader.fail(rule::kReasonCodeNotAllowed);
    return ReasonCode::UnspecifiedError;
}

ReasonCode connackReason(WireReader& reader, std::uint8_t code)
{
    // [MQTT5-3.2.2.2]
    static constexpr std::uint8_t kCodes[] = {0x00, 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89,
                                              0x8a, 0x8c, 0x90, 0x95, 0x97, 0x99, 0x9a, 0x9b, 0x9c, 0x9d, 0x9f};
    if (std::find(std::begin(kCodes), std::end(kCodes), code) == std::end(kCodes))
        reader.fail(rule::kReasonCodeNotAllowed);
    return static_cast<ReasonCode>(code);
}

} // namespace

void take(WireReader& reader, const BodyContext& context, Connect& packet)
{
    packet.version = takeProtocol(reader);
    const std::uint8_t flags = reader.byte();
    packet.keepAlive = reader.twoBytes();
    if (reader.failed())
        return;
    if (const auto* error = brokenConnectFlags(flags, packet.version))
        return reader.fail(*error);
    packet.cleanStart = (flags & kCleanStart) != 0;
    if (packet.version == Version::v5)
        takeConnectProperties(reader, context.limits, packet);
    packet.clientId = reader.text();
    if ((flags & kWillFlag) != 0)
        packet.will = takeWill(reader, flags, packet.version, context.limits);
    if ((flags & kUserName) != 0)
        packet.userName = reader.text();
    if ((flags & kPassword) != 0)
        packet.password = reader.binary();
}

void take(WireReader& reader, const BodyContext& context, Connack& packet)
{
    const std::uint8_t flags = reader.byte();
    const std::uint8_t code = reader.byte();
    if (reader.failed())
        return;
    if ((flags & ~1u) != 0)
        return reader.fail(rule::kConnackReservedFlags);
    packet.sessionPresent = flags == 1;
    if (context.version == Version::v311) {
        packet.code = fromReturnCode(reader, code);
    } else if (code == 1 && reader.left() == 0) {
        // A server from before MQTT 5 refuses in its own form.
        packet.code = ReasonCode::UnsupportedProtocolVersion;
    } else {
        packet.code = connackReason(reader, code);
        takeConnackProperties(reader, context.limits, packet);
    }
    if (packet.sessionPresent && packet.code != ReasonCode::Success)
        reader.fail(rule::kSessionPresentRefused);
}

} // namespace greensward::mqtt
