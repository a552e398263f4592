// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/decode_fields.h"

namespace greensward::mqtt {

namespace {

/// [MQTT5 3.4.2.1, 3.5.2.1, 3.6.2.1, 3.7.2.1]
bool isAckReason(PacketType type, Sender sender, std::uint8_t code)
{
    if (type == PacketType::Pubrel || type == PacketType::Pubcomp)
        return code == 0x00 || code == 0x92;
    switch (code) {
    case 0x10:
        return sender == Sender::Server; // only a server knows its subscribers
    case 0x00:
    case 0x80:
    case 0x83:
    case 0x87:
    case 0x90:
    case 0x91:
    case 0x97:
    case 0x99:
        return true;
    default:
        return false;
    }
}

/// [MQTT5 3.14.2.1]
bool isDisconnectReason(Sender sender, std::uint8_t code)
{
    switch (code) {
    case 0x00:
    case 0x80:
    case 0x81:
    case 0x82:
    case 0x83:
    case 0x90:
    case 0x93:
    case 0x94:
    case 0x95:
    case 0x96:
    case 0x97:
    case 0x98:
    case 0x99:
        return true;
    case 0x04:
        return sender == Sender::Client;
    case 0x87:
    case 0x89:
    case 0x8b:
    case 0x8c:
    case 0x8d:
    case 0x8e:
    case 0x8f:
    case 0x9a:
    case 0x9b:
    case 0x9c:
    case 0x9d:
    case 0x9e:
    case 0x9f:
    case 0xa0:
    case 0xa1:
    case 0xa2:
        return sender == Sender::Server;
    default:
        return false;
    }
}

/// [MQTT5 3.15.2.1]
bool isAuthReason(Sender sender, std::uint8_t code)
{
    return code == 0x18 || (code == 0x00 && sender == Sender::Server) || (code == 0x19 && sender == Sender::Client);
}

ReasonCode takeReason(WireReader& reader, bool (*allowed)(Sender, std::uint8_t), Sender sender)
{
    const std::uint8_t code = reader.byte();
    if (!reader.failed() && !allowed(sender, code))
        reader.fail(rule::kReasonCodeNotAllowed);
    return static_cast<ReasonCode>(code);
}

} // namespace

void take(WireReader& reader, const BodyContext& context, Ack& packet)
{
    packet.type = context.header.type;
    packet.id = takePacketId(reader);
    if (context.version == Version::v311 || reader.left() == 0)
        return;
    const std::uint8_t code = reader.byte();
    if (!isAckReason(packet.type, context.sender, code))
        return reader.fail(rule::kReasonCodeNotAllowed);
    packet.code = static_cast<ReasonCode>(code);
    if (reader.left() == 0)
        return; // [MQTT5 3.4.2.2.1] no property length means no properties
    takeProperties(reader, packet.user, context.limits, [&](Property property, WireReader& block) {
        if (property != Property::ReasonString)
            return false;
        once(block, packet.reasonString);
        return true;
    });
}

void take(WireReader& reader, const BodyContext& context, Disconnect& packet)
{
    if (context.version == Version::v311 || reader.left() == 0)
        return;
    packet.code = takeReason(reader, isDisconnectReason, context.sender);
    if (reader.left() == 0)
        return; // [MQTT5 3.14.2.2.1]
    takeProperties(reader, packet.user, context.limits, [&](Property property, WireReader& block) {
        switch (property) {
        case Property::SessionExpiry:
            if (context.sender == Sender::Server)
                block.fail(rule::kExpiryFromServer);
            once(block, packet.sessionExpiry);
            return true;
        case Property::ReasonString:
            once(block, packet.reasonString);
            return true;
        case Property::ServerReference:
            once(block, packet.serverReference);
            return true;
        default:
            return false;
        }
    });
}

void take(WireReader& reader, const BodyContext& context, Auth& packet)
{
    if (reader.left() == 0) // [MQTT5 3.15.2.1] success without properties
        return;
    packet.code = takeReason(reader, isAuthReason, context.sender);
    takeProperties(reader, packet.user, context.limits, [&](Property property, WireReader& block) {
        switch (property) {
        case Property::AuthenticationMethod:
            once(block, packet.method);
            return true;
        case Property::AuthenticationData:
            once(block, packet.data);
            return true;
        case Property::ReasonString:
            once(block, packet.reasonString);
            return true;
        default:
            return false;
        }
    });
    if (!packet.method)
        reader.fail(rule::kAuthMethodMissing);
}

} // namespace greensward::mqtt
