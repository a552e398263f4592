// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "mqtt/packet.h"
#include "mqtt/property.h"

#include <cassert>
#include <cstring>
#include <optional>

namespace greensward::mqtt {

constexpr std::uint32_t kLargestVariableByteInteger = 268'435'455;

constexpr std::size_t variableByteIntegerSize(std::uint32_t value)
{
    return value < 1u << 7 ? 1 : value < 1u << 14 ? 2 : value < 1u << 21 ? 3 : 4;
}

// A packet's fields are described once, as a function over a sink. It runs twice: over a WireSize, which only counts,
// and then over a WireWriter, which writes into memory of exactly that size.

/// Counts the bytes that the fields would take.
class WireSize
{
public:
    std::size_t size() const { return m_size; }
    void byte(std::uint8_t) { m_size += 1; }
    void twoBytes(std::uint16_t) { m_size += 2; }
    void fourBytes(std::uint32_t) { m_size += 4; }
    void variableByteInteger(std::uint32_t value) { m_size += variableByteIntegerSize(value); }
    void raw(ByteView bytes) { m_size += bytes.size(); }
    void binary(ByteView bytes) { m_size += 2 + bytes.size(); }
    void text(std::string_view value) { binary(asBytes(value)); }

private:
    std::size_t m_size = 0;
};

/// Writes the fields one behind the other; the caller has made room.
class WireWriter
{
public:
    explicit WireWriter(std::uint8_t* at) : m_at(at) {}
    const std::uint8_t* at() const { return m_at; }
    void byte(std::uint8_t value) { *m_at++ = value; }
    void twoBytes(std::uint16_t value)
    {
        byte(static_cast<std::uint8_t>(value >> 8));
        byte(static_cast<std::uint8_t>(value));
    }
    void fourBytes(std::uint32_t value)
    {
        twoBytes(static_cast<std::uint16_t>(value >> 16));
        twoBytes(static_cast<std::uint16_t>(value));
    }
    void variableByteInteger(std::uint32_t value)
    {
        assert(value <= kLargestVariableByteInteger);
        for (; value >= 0x80; value >>= 7)
            byte(static_cast<std::uint8_t>(value | 0x80));
        byte(static_cast<std::uint8_t>(value));
    }
    void raw(ByteView bytes)
    {
        if (!bytes.empty())
            std::memcpy(m_at, bytes.data(), bytes.size());
        m_at += bytes.size();
    }
    void binary(ByteView bytes)
    {
        assert(bytes.size() <= 0xffff);
        twoBytes(static_cast<std::uint16_t>(bytes.size()));
        raw(bytes);
    }
    void text(std::string_view value) { binary(asBytes(value)); }

private:
    std::uint8_t* m_at;
};

template<typename Fields>
std::size_t sizeOf(const Fields& fields)
{
    WireSize size;
    fields(size);
    return size.size();
}

/// Appends a packet: first byte, remaining length, fields.
template<typename Fields>
void append(Bytes& out, PacketType type, std::uint8_t flags, const Fields& fields)
{
    const std::size_t remaining = sizeOf(fields);
    assert(remaining <= kLargestVariableByteInteger);
    const auto length = static_cast<std::uint32_t>(remaining);
    const std::size_t start = out.size();
    out.resize(start + 1 + variableByteIntegerSize(length) + remaining);
    WireWriter writer(out.data() + start);
    writer.byte(static_cast<std::uint8_t>(static_cast<unsigned>(type) << 4 | flags));
    writer.variableByteInteger(length);
    fields(writer);
    assert(writer.at() == out.data() + out.size());
}

// One property, when there is one; the type says how it is encoded.
template<typename Sink>
void put(Sink& sink, Property property, const std::optional<std::uint8_t>& value)
{
    if (!value)
        return;
    sink.byte(static_cast<std::uint8_t>(property));
    sink.byte(*value);
}
template<typename Sink>
void put(Sink& sink, Property property, const std::optional<bool>& value)
{
    if (!value)
        return;
    sink.byte(static_cast<std::uint8_t>(property));
    sink.byte(*value ? 1 : 0);
}
template<typename Sink>
void put(Sink& sink, Property property, const std::optional<std::uint16_t>& value)
{
    if (!value)
        return;
    sink.byte(static_cast<std::uint8_t>(property));
    sink.twoBytes(*value);
}
template<typename Sink>
void put(Sink& sink, Property property, const std::optional<std::uint32_t>& value)
{
    if (!value)
        return;
    sink.byte(static_cast<std::uint8_t>(property));
    sink.fourBytes(*value);
}
template<typename Sink>
void put(Sink& sink, Property property, const std::optional<std::string_view>& value)
{
    if (!value)
        return;
    sink.byte(static_cast<std::uint8_t>(property));
    sink.text(*value);
}
template<typename Sink>
void put(Sink& sink, Property property, const std::optional<ByteView>& value)
{
    if (!value)
        return;
    sink.byte(static_cast<std::uint8_t>(property));
    sink.binary(*value);
}
template<typename Sink>
void putSubscriptionId(Sink& sink, std::uint32_t id)
{
    sink.byte(static_cast<std::uint8_t>(Property::SubscriptionId));
    sink.variableByteInteger(id);
}
template<typename Sink>
void put(Sink& sink, const UserProperties& user)
{
    for (const auto& [name, value] : user) {
        sink.byte(static_cast<std::uint8_t>(Property::User));
        sink.text(name);
        sink.text(value);
    }
}

/// The properties that a PUBLISH and a will share.
template<typename Sink>
void putMessageProperties(Sink& sink, const PublishProperties& properties)
{
    put(sink, Property::PayloadFormat, properties.payloadFormat);
    put(sink, Property::MessageExpiry, properties.messageExpiry);
    put(sink, Property::ContentType, properties.contentType);
    put(sink, Property::ResponseTopic, properties.responseTopic);
    put(sink, Property::Correlation, properties.correlation);
    put(sink, properties.user);
}

/// A property block: its length, then the properties that fields(sink) puts.
template<typename Sink, typename Fields>
void putBlock(Sink& sink, const Fields& fields)
{
    sink.variableByteInteger(static_cast<std::uint32_t>(sizeOf(fields)));
    fields(sink);
}

} // namespace greensward::mqtt
