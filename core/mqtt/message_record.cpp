// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/message_record.h"

#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::mqtt {

namespace {

// version, flags, [retained at: 8 octets, of those with the retain bit], [payload format], [expiry: 8 octets, nanoseconds since 1970, least significant first], topic,
// publisher, [content type], [response topic], [correlation], count of user properties, their names and values, payload
// to the end. A text or number of octets is preceded by its length; lengths and counts are in groups of seven bits,
// least significant first, the eighth bit telling that another follows.
constexpr std::uint8_t kVersion = 2;
constexpr std::uint8_t kWithoutRetainedAt = 1; ///< an earlier form, still read

enum RecordFlag : std::uint8_t {
    kQoSBits = 0x03,
    kRetainBit = 0x04,
    kHasPayloadFormat = 0x08,
    kHasExpiry = 0x10,
    kHasContentType = 0x20,
    kHasResponseTopic = 0x40,
    kHasCorrelation = 0x80,
};

void appendNumber(Bytes& out, std::uint64_t number)
{
    while (number >= 0x80) {
        out.push_back(static_cast<std::uint8_t>(number | 0x80));
        number >>= 7;
    }
    out.push_back(static_cast<std::uint8_t>(number));
}

void appendField(Bytes& out, ByteView field)
{
    appendNumber(out, field.size());
    out.insert(out.end(), field.begin(), field.end());
}

void appendTime(Bytes& out, WallTime time)
{
    auto bits = static_cast<std::uint64_t>(time.time_since_epoch().count());
    for (int octet = 0; octet < 8; ++octet, bits >>= 8)
        out.push_back(static_cast<std::uint8_t>(bits));
}

/// Reads from the front; once something was missing or wrong, everything further reads as empty and failed() stays
/// true.
class Reader
{
public:
    explicit Reader(ByteView record) : m_rest(record) {}

    bool failed() const { return m_failed; }
    bool atEnd() const { return m_rest.empty(); }

    ByteView take(std::uint64_t size)
    {
        if (m_failed || size > m_rest.size()) {
            m_failed = true;
            return {};
        }
        const ByteView taken = m_rest.first(static_cast<std::size_t>(size));
        m_rest = m_rest.subspan(taken.size());
        return taken;
    }
    ByteView rest() { return take(m_rest.size()); }
    std::uint8_t octet()
    {
        const ByteView one = take(1);
        return one.empty() ? std::uint8_t{0} : one[0];
    }
    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_failed; shift += 7) {
            const std::uint64_t group = octet();
            const std::uint64_t bits = (group & 0x7f) << shift;
            if (bits >> shift != (group & 0x7f))
                break; // more than 64 bits
            value |= bits;
            if ((group & 0x80) == 0)
                return value;
        }
        m_failed = true;
        return 0;
    }
    ByteView field() { return take(number()); }
    std::string text() { return std::string(asText(field())); }
    WallTime time()
    {
        std::uint64_t bits = 0;
        unsigned shift = 0;
        for (const std::uint8_t octet : take(8)) {
            bits |= std::uint64_t{octet} << shift;
            shift += 8;
        }
        return WallTime(Duration(static_cast<std::int64_t>(bits)));
    }

private:
    ByteView m_rest;
    bool m_failed = false;
};

std::uint8_t flagsOf(const Message& message)
{
    const auto flag = [](bool set, RecordFlag bit) { return set ? static_cast<unsigned>(bit) : 0U; };
    return static_cast<std::uint8_t>(static_cast<unsigned>(message.qos) | flag(message.retain, kRetainBit) |
                                     flag(message.payloadFormat.has_value(), kHasPayloadFormat) |
                                     flag(message.expiresAt.has_value(), kHasExpiry) |
                                     flag(message.contentType.has_value(), kHasContentType) |
                                     flag(message.responseTopic.has_value(), kHasResponseTopic) |
                                     flag(message.correlation.has_value(), kHasCorrelation));
}

} // namespace

Bytes encodeRecord(const Message& message)
{
    Bytes out;
    out.reserve(message.topic.size() + message.publisher.size() + message.payload.size() + 32);
    out.push_back(kVersion);
    out.push_back(flagsOf(message));
    if (message.retain)
        appendTime(out, message.retainedAt);
    if (message.payloadFormat)
        out.push_back(*message.payloadFormat);
    if (message.expiresAt)
        appendTime(out, *message.expiresAt);
    appendField(out, asBytes(message.topic));
    appendField(out, asBytes(message.publisher));
    if (message.contentType)
        appendField(out, asBytes(*message.contentType));
    if (message.responseTopic)
        appendField(out, asBytes(*message.responseTopic));
    if (message.correlation)
        appendField(out, *message.correlation);
    appendNumber(out, message.user.size());
    for (const auto& [name, value] : message.user) {
        appendField(out, asBytes(name));
        appendField(out, asBytes(value));
    }
    out.insert(out.end(), message.payload.begin(), message.payload.end());
    return out;
}

Result<Message> decodeRecord(ByteView record)
{
    Reader in(record);
    const std::uint8_t version = in.octet();
    if (version != kVersion && version != kWithoutRetainedAt)
        return failure("a stored message has a form that this program does not know");
    const std::uint8_t flags = in.octet();
    const unsigned qos = flags & kQoSBits;
    if (qos > static_cast<unsigned>(QoS::ExactlyOnce))
        return failure("a stored message has no valid QoS");

    Message message;
    message.qos = static_cast<QoS>(qos);
    message.retain = (flags & kRetainBit) != 0;
    if (message.retain && version != kWithoutRetainedAt)
        message.retainedAt = in.time();
    if ((flags & kHasPayloadFormat) != 0)
        message.payloadFormat = in.octet();
    if ((flags & kHasExpiry) != 0)
        message.expiresAt = in.time();
    message.topic = in.text();
    message.publisher = in.text();
    if ((flags & kHasContentType) != 0)
        message.contentType = in.text();
    if ((flags & kHasResponseTopic) != 0)
        message.responseTopic = in.text();
    if ((flags & kHasCorrelation) != 0) {
        const ByteView correlation = in.field();
        message.correlation.emplace(correlation.begin(), correlation.end());
    }
    // The count is not trusted with an allocation: each property takes its octets first.
    for (std::uint64_t left = in.number(); left > 0 && !in.failed(); --left) {
        std::string name = in.text();
        message.user.emplace_back(std::move(name), in.text());
    }
    if (in.failed())
        return failure("a stored message is damaged");
    const ByteView payload = in.rest();
    message.payload.assign(payload.begin(), payload.end());
    return message;
}

Bytes encodeSubscriptionIds(std::span<const std::uint32_t> ids)
{
    Bytes out;
    for (const std::uint32_t id : ids)
        appendNumber(out, id);
    return out;
}

Result<std::vector<std::uint32_t>> decodeSubscriptionIds(ByteView record)
{
    Reader in(record);
    std::vector<std::uint32_t> ids;
    while (!in.atEnd()) {
        const std::uint64_t id = in.number();
        if (in.failed() || id > std::numeric_limits<std::uint32_t>::max())
            return failure("the subscription identifiers of a stored message are damaged");
        ids.push_back(static_cast<std::uint32_t>(id));
    }
    return ids;
}

} // namespace greensward::mqtt
