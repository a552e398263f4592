// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/decode_fields.h"

#include <algorithm>

namespace greensward::mqtt {

namespace {

SubscriptionOptions takeOptions(WireReader& reader, Version version, std::string_view filter)
{
    const std::uint8_t bits = reader.byte();
    SubscriptionOptions options;
    options.qos = static_cast<QoS>(bits & 3u);
    const bool qos3 = (bits & 3u) == 3;
    if (version == Version::v311) {
        if ((bits & 0xfc) != 0)
            reader.fail(rule::kSubscribeReservedBits);
        else if (qos3)
            reader.fail(rule::kSubscribeQoS3);
        return options;
    }
    options.noLocal = (bits & 0x04) != 0;
    options.retainAsPublished = (bits & 0x08) != 0;
    options.retainHandling = bits >> 4 & 3u;
    if ((bits & 0xc0) != 0)
        reader.fail(rule::kSubscribeReservedBits);
    else if (qos3)
        reader.fail(rule::kSubscribeQoS3In5);
    else if (options.retainHandling == 3)
        reader.fail(rule::kRetainHandling3);
    else if (options.noLocal && !splitShared(filter).group.empty())
        reader.fail(rule::kNoLocalShared);
    return options;
}

using IsReason = bool (*)(Version, std::uint8_t);

/// [MQTT-3.9.3-2], [MQTT5 3.9.3]
bool isSubackReason(Version version, std::uint8_t code)
{
    static constexpr std::uint8_t kRefusals[] = {0x80, 0x83, 0x87, 0x8f, 0x91, 0x97, 0x9e, 0xa1, 0xa2};
    if (code <= 2 || code == 0x80)
        return true;
    return version == Version::v5 && std::find(std::begin(kRefusals), std::end(kRefusals), code) != std::end(kRefusals);
}

/// [MQTT5 3.11.3]
bool isUnsubackReason(Version, std::uint8_t code)
{
    static constexpr std::uint8_t kCodes[] = {0x00, 0x11, 0x80, 0x83, 0x87, 0x8f, 0x91};
    return std::find(std::begin(kCodes), std::end(kCodes), code) != std::end(kCodes);
}

void takeReasons(WireReader& reader, Version version, IsReason isReason, std::vector<ReasonCode>& codes)
{
    if (!reader.failed() && reader.left() == 0)
        reader.fail(rule::kAnswerEmpty);
    codes.reserve(reader.left());
    while (reader.left() != 0) {
        const std::uint8_t code = reader.byte();
        if (!isReason(version, code))
            return reader.fail(rule::kReasonCodeNotAllowed);
        codes.push_back(static_cast<ReasonCode>(code));
    }
}

void takeReasonProperties(WireReader& reader, const DecodeLimits& limits, UserProperties& user,
                          std::optional<std::string_view>& reasonString)
{
    takeProperties(reader, user, limits, [&](Property property, WireReader& block) {
        if (property != Property::ReasonString)
            return false;
        once(block, reasonString);
        return true;
    });
}

} // namespace

void take(WireReader& reader, const BodyContext& context, Subscribe& packet)
{
    packet.id = takePacketId(reader);
    if (context.version == Version::v5)
        takeProperties(reader, packet.user, context.limits, [&](Property property, WireReader& block) {
            if (property != Property::SubscriptionId)
                return false;
            if (packet.subscriptionId)
                block.fail(rule::kPropertyTwice);
            packet.subscriptionId = block.variableByteInteger();
            if (packet.subscriptionId == 0)
                block.fail(rule::kSubscriptionIdZero);
            return true;
        });
    if (!reader.failed() && reader.left() == 0)
        reader.fail(rule::kSubscribeEmpty);
    while (reader.left() != 0) {
        if (packet.entries.size() == context.limits.filtersPerPacket)
            return reader.fail(rule::kTooManyFilters);
        const std::string_view filter = takeTopicFilter(reader, context.limits);
        packet.entries.push_back({filter, takeOptions(reader, context.version, filter)});
    }
}

void take(WireReader& reader, const BodyContext& context, Suback& packet)
{
    packet.id = takePacketId(reader);
    if (context.version == Version::v5)
        takeReasonProperties(reader, context.limits, packet.user, packet.reasonString);
    takeReasons(reader, context.version, isSubackReason, packet.codes);
}

void take(WireReader& reader, const BodyContext& context, Unsubscribe& packet)
{
    packet.id = takePacketId(reader);
    if (context.version == Version::v5)
        takeProperties(reader, packet.user, context.limits, [](Property, WireReader&) { return false; });
    if (!reader.failed() && reader.left() == 0)
        reader.fail(rule::kUnsubscribeEmpty);
    while (reader.left() != 0) {
        if (packet.filters.size() == context.limits.filtersPerPacket)
            return reader.fail(rule::kTooManyFilters);
        packet.filters.push_back(takeTopicFilter(reader, context.limits));
    }
}

void take(WireReader& reader, const BodyContext& context, Unsuback& packet)
{
    packet.id = takePacketId(reader);
    if (context.version == Version::v311)
        return;
    takeReasonProperties(reader, context.limits, packet.user, packet.reasonString);
    takeReasons(reader, context.version, isUnsubackReason, packet.codes);
}

} // namespace greensward::mqtt
