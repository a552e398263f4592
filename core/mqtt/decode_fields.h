// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/decode.h"
#include "mqtt/property.h"
#include "mqtt/topic.h"
#include "mqtt/wire_reader.h"

#include <optional>

namespace greensward::mqtt {

// What the decoders of the single packets share. Failures are left in the reader.

inline bool fits(std::string_view topic, const DecodeLimits& limits)
{
    // A topic has at most one level more than bytes, so most need no counting.
    return topic.size() <= limits.topicLength &&
           (topic.size() < limits.topicLevels || topicLevels(topic) <= limits.topicLevels);
}

/// The topic name of a PUBLISH or a will; an empty one passes when an alias may stand for it.
std::string_view takeTopicName(WireReader& reader, const DecodeLimits& limits, bool mayBeEmpty);
std::string_view takeTopicFilter(WireReader& reader, const DecodeLimits& limits);
PacketId takePacketId(WireReader& reader);

// A property that may appear once; the type of its field says how it is encoded.
void once(WireReader& reader, std::optional<std::uint8_t>& field);
void once(WireReader& reader, std::optional<std::uint16_t>& field);
void once(WireReader& reader, std::optional<std::uint32_t>& field);
void once(WireReader& reader, std::optional<std::string_view>& field);
void once(WireReader& reader, std::optional<ByteView>& field);
/// One byte that must be 0 or 1.
void once(WireReader& reader, std::optional<bool>& field);
/// The same for a byte that is kept as a number.
void onceZeroOrOne(WireReader& reader, std::optional<std::uint8_t>& field);

template<typename Number>
void onceNonZero(WireReader& reader, std::optional<Number>& field, const ProtocolError& zero)
{
    once(reader, field);
    if (!reader.failed() && *field == 0)
        reader.fail(zero);
}

void takeUserProperty(WireReader& reader, UserProperties& user, const DecodeLimits& limits);

/// Walks the property block at the front of the reader. take(property, block) reads the value of one property off the
/// block and returns false when the property is not valid for the packet; user properties, valid everywhere, are taken
/// here.
template<typename Take>
void takeProperties(WireReader& reader, UserProperties& user, const DecodeLimits& limits, Take&& take)
{
    WireReader block(reader.take(reader.variableByteInteger()));
    while (block.left() != 0) {
        const std::uint32_t id = block.variableByteInteger();
        if (block.failed())
            break;
        if (id == static_cast<std::uint32_t>(Property::User))
            takeUserProperty(block, user, limits);
        else if (id > 0xff || !take(static_cast<Property>(id), block))
            block.fail(rule::kPropertyNotAllowed);
    }
    if (block.failed())
        reader.fail(block.failure());
}

/// The properties that a PUBLISH and a will share; false for any other.
bool takeMessageProperty(Property property, WireReader& block, const DecodeLimits& limits,
                         PublishProperties& properties);

/// What decodeBody() hands to the decoders of the single packets.
struct BodyContext
{
    const FixedHeader& header;
    Version version;
    Sender sender;
    const DecodeLimits& limits;
};

void take(WireReader& reader, const BodyContext& context, Connect& packet);
void take(WireReader& reader, const BodyContext& context, Connack& packet);
void take(WireReader& reader, const BodyContext& context, Publish& packet);
void take(WireReader& reader, const BodyContext& context, Ack& packet);
void take(WireReader& reader, const BodyContext& context, Subscribe& packet);
void take(WireReader& reader, const BodyContext& context, Suback& packet);
void take(WireReader& reader, const BodyContext& context, Unsubscribe& packet);
void take(WireReader& reader, const BodyContext& context, Unsuback& packet);
void take(WireReader& reader, const BodyContext& context, Disconnect& packet);
void take(WireReader& reader, const BodyContext& context, Auth& packet);

} // namespace greensward::mqtt
