// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/decode_fields.h"

namespace greensward::mqtt {

namespace {

/// False, and the reader failed, when the property was there before.
template<typename T>
bool isFirst(WireReader& reader, const std::optional<T>& field)
{
    if (field)
        reader.fail(rule::kPropertyTwice);
    return !field;
}

void takeResponseTopic(WireReader& block, const DecodeLimits& limits, std::optional<std::string_view>& field)
{
    if (!isFirst(block, field))
        return;
    TextFlaws flaws = kSound;
    field = block.text(flaws);
    if (block.failed())
        return;
    if (field->empty() || (flaws & kWildcard) != 0)
        block.fail(rule::kResponseTopicInvalid);
    else if (!fits(*field, limits))
        block.fail(rule::kTopicNameLimit);
}

} // namespace

std::string_view takeTopicName(WireReader& reader, const DecodeLimits& limits, bool mayBeEmpty)
{
    TextFlaws flaws = kSound;
    const std::string_view topic = reader.text(flaws);
    if (reader.failed())
        return {};
    if (topic.empty() && !mayBeEmpty)
        reader.fail(rule::kEmptyTopicName);
    else if ((flaws & kWildcard) != 0)
        reader.fail(rule::kWildcardInTopicName);
    else if (!fits(topic, limits))
        reader.fail(rule::kTopicNameLimit);
    return topic;
}

std::string_view takeTopicFilter(WireReader& reader, const DecodeLimits& limits)
{
    const std::string_view filter = asText(reader.binary());
    if (reader.failed())
        return {};
    if (!fits(filter, limits))
        reader.fail(rule::kTopicFilterLimit);
    else if (const auto checked = checkTopicFilter(filter); !checked)
        reader.fail(checked.error());
    return filter;
}

PacketId takePacketId(WireReader& reader)
{
    const PacketId id = reader.twoBytes();
    if (!reader.failed() && id == 0)
        reader.fail(rule::kPacketIdZero);
    return id;
}

void once(WireReader& reader, std::optional<std::uint8_t>& field)
{
    if (isFirst(reader, field))
        field = reader.byte();
}

void once(WireReader& reader, std::optional<std::uint16_t>& field)
{
    if (isFirst(reader, field))
        field = reader.twoBytes();
}

void once(WireReader& reader, std::optional<std::uint32_t>& field)
{
    if (isFirst(reader, field))
        field = reader.fourBytes();
}

void once(WireReader& reader, std::optional<std::string_view>& field)
{
    if (isFirst(reader, field))
        field = reader.text();
}

void once(WireReader& reader, std::optional<ByteView>& field)
{
    if (isFirst(reader, field))
        field = reader.binary();
}

void once(WireReader& reader, std::optional<bool>& field)
{
    if (!isFirst(reader, field))
        return;
    const std::uint8_t value = reader.byte();
    field = value == 1;
    if (value > 1)
        reader.fail(rule::kNotABoolean);
}

void onceZeroOrOne(WireReader& reader, std::optional<std::uint8_t>& field)
{
    once(reader, field);
    if (!reader.failed() && *field > 1)
        reader.fail(rule::kNotABoolean);
}

void takeUserProperty(WireReader& reader, UserProperties& user, const DecodeLimits& limits)
{
    const std::string_view name = reader.text();
    const std::string_view value = reader.text();
    if (reader.failed())
        return;
    if (user.size() >= limits.userProperties)
        reader.fail(rule::kTooManyUserProperties);
    else
        user.emplace_back(name, value);
}

bool takeMessageProperty(Property property, WireReader& block, const DecodeLimits& limits,
                         PublishProperties& properties)
{
    switch (property) {
    case Property::PayloadFormat:
        onceZeroOrOne(block, properties.payloadFormat);
        return true;
    case Property::MessageExpiry:
        once(block, properties.messageExpiry);
        return true;
    case Property::ContentType:
        once(block, properties.contentType);
        return true;
    case Property::ResponseTopic:
        takeResponseTopic(block, limits, properties.responseTopic);
        return true;
    case Property::Correlation:
        once(block, properties.correlation);
        return true;
    default:
        return false;
    }
}

} // namespace greensward::mqtt
