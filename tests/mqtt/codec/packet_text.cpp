// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet_text.h"

#include <cctype>
#include <fmt/format.h>
#include <stdexcept>

namespace greensward::mqtt {

namespace {

std::uint8_t digit(char c)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    const auto at = kDigits.find(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    if (at == std::string_view::npos)
        throw std::invalid_argument(fmt::format("'{}' is no hexadecimal digit", c));
    return static_cast<std::uint8_t>(at);
}

/// One line of "name=value" pairs.
class Line
{
public:
    explicit Line(std::string_view start) : m_text(start) {}
    Line& add(std::string_view name, std::string_view value)
    {
        m_text += fmt::format(" {}=\"{}\"", name, value);
        return *this;
    }
    Line& add(std::string_view name, ByteView value)
    {
        m_text += fmt::format(" {}={}", name, toHex(value));
        return *this;
    }
    Line& add(std::string_view name, std::uint64_t value)
    {
        m_text += fmt::format(" {}={}", name, value);
        return *this;
    }
    Line& flag(std::string_view name, bool value)
    {
        if (value)
            m_text += fmt::format(" {}", name);
        return *this;
    }
    template<typename T>
    Line& add(std::string_view name, const std::optional<T>& value)
    {
        return value ? add(name, *value) : *this;
    }
    Line& add(const UserProperties& user)
    {
        for (const auto& [name, value] : user)
            m_text += fmt::format(" user \"{}\"=\"{}\"", name, value);
        return *this;
    }
    Line& add(const PublishProperties& properties)
    {
        add("format", properties.payloadFormat).add("expiry", properties.messageExpiry);
        add("alias", properties.topicAlias).add("content-type", properties.contentType);
        add("response-topic", properties.responseTopic).add("correlation", properties.correlation);
        for (const std::uint32_t id : properties.subscriptionIds)
            add("subscription-id", id);
        return add(properties.user);
    }
    Line& add(ReasonCode code)
    {
        m_text += fmt::format(" {:#04x}", static_cast<unsigned>(code));
        return *this;
    }
    const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

std::string textOf(const Connect& c)
{
    Line line(fmt::format("CONNECT v{}", static_cast<unsigned>(c.version)));
    line.flag("clean", c.cleanStart).add("keep-alive", c.keepAlive).add("id", c.clientId);
    if (c.will) {
        line.add("will", c.will->topic).add("payload", c.will->payload).add("qos", static_cast<unsigned>(c.will->qos));
        line.flag("retain", c.will->retain).add("delay", c.will->delay).add(c.will->properties);
    }
    line.add("user-name", c.userName).add("password", c.password).add("session-expiry", c.sessionExpiry);
    line.add("receive-maximum", c.receiveMaximum).add("maximum-packet-size", c.maximumPacketSize);
    line.add("alias-maximum", c.topicAliasMaximum).add("request-response", c.requestResponseInformation);
    line.add("request-problem", c.requestProblemInformation).add("auth-method", c.authenticationMethod);
    return line.add("auth-data", c.authenticationData).add(c.user).text();
}

std::string textOf(const Connack& c)
{
    Line line("CONNACK");
    line.add(c.code).flag("session", c.sessionPresent).add("session-expiry", c.sessionExpiry);
    line.add("receive-maximum", c.receiveMaximum).add("maximum-qos", c.maximumQoS).add("retain", c.retainAvailable);
    line.add("maximum-packet-size", c.maximumPacketSize).add("assigned-id", c.assignedClientId);
    line.add("alias-maximum", c.topicAliasMaximum).add("reason", c.reasonString);
    line.add("wildcards", c.wildcardSubscriptionAvailable).add("ids", c.subscriptionIdentifiersAvailable);
    line.add("shared", c.sharedSubscriptionAvailable).add("keep-alive", c.serverKeepAlive);
    line.add("response-information", c.responseInformation).add("reference", c.serverReference);
    return line.add("auth-method", c.authenticationMethod).add("auth-data", c.authenticationData).add(c.user).text();
}

std::string textOf(const Publish& p)
{
    Line line("PUBLISH");
    line.add("topic", p.topic).add("payload", p.payload).add("qos", static_cast<unsigned>(p.qos)).add("id", p.id);
    return line.flag("retain", p.retain).flag("dup", p.duplicate).add(p.properties).text();
}

std::string textOf(const Ack& a)
{
    static constexpr std::string_view kNames[] = {"PUBACK", "PUBREC", "PUBREL", "PUBCOMP"};
    Line line(kNames[static_cast<unsigned>(a.type) - static_cast<unsigned>(PacketType::Puback)]);
    return line.add("id", a.id).add(a.code).add("reason", a.reasonString).add(a.user).text();
}

std::string textOf(const Subscribe& s)
{
    Line line("SUBSCRIBE");
    line.add("id", s.id).add("subscription-id", s.subscriptionId).add(s.user);
    for (const auto& [filter, options] : s.entries) {
        line.add("filter", filter).add("qos", static_cast<unsigned>(options.qos)).flag("no-local", options.noLocal);
        line.flag("as-published", options.retainAsPublished).add("retain-handling", options.retainHandling);
    }
    return line.text();
}

template<typename T>
std::string answerText(std::string_view name, const T& answer)
{
    Line line(name);
    line.add("id", answer.id).add("reason", answer.reasonString).add(answer.user);
    for (const ReasonCode code : answer.codes)
        line.add(code);
    return line.text();
}

std::string textOf(const Suback& s)
{
    return answerText("SUBACK", s);
}

std::string textOf(const Unsuback& u)
{
    return answerText("UNSUBACK", u);
}

std::string textOf(const Unsubscribe& u)
{
    Line line("UNSUBSCRIBE");
    line.add("id", u.id).add(u.user);
    for (const auto filter : u.filters)
        line.add("filter", filter);
    return line.text();
}

std::string textOf(Pingreq)
{
    return "PINGREQ";
}

std::string textOf(Pingresp)
{
    return "PINGRESP";
}

std::string textOf(const Disconnect& d)
{
    Line line("DISCONNECT");
    line.add(d.code).add("session-expiry", d.sessionExpiry).add("reason", d.reasonString);
    return line.add("reference", d.serverReference).add(d.user).text();
}

std::string textOf(const Auth& a)
{
    Line line("AUTH");
    return line.add(a.code)
        .add("method", a.method)
        .add("data", a.data)
        .add("reason", a.reasonString)
        .add(a.user)
        .text();
}

} // namespace

Bytes wire(std::string_view text)
{
    Bytes bytes;
    std::size_t blockStart = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ' ')
            continue;
        if (c == '[') {
            blockStart = bytes.size();
            continue;
        }
        if (c == ']') {
            const auto length = bytes.size() - blockStart;
            if (length > 127)
                throw std::invalid_argument("a block in brackets has at most 127 bytes");
            bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(blockStart), static_cast<std::uint8_t>(length));
            continue;
        }
        if (c == '\'' || c == '"') {
            const auto end = text.find(c, i + 1);
            if (end == std::string_view::npos)
                throw std::invalid_argument("a quote is not closed");
            const auto quoted = asBytes(text.substr(i + 1, end - i - 1));
            if (c == '"') {
                bytes.push_back(static_cast<std::uint8_t>(quoted.size() >> 8));
                bytes.push_back(static_cast<std::uint8_t>(quoted.size()));
            }
            bytes.insert(bytes.end(), quoted.begin(), quoted.end());
            i = end;
            continue;
        }
        if (i + 1 == text.size())
            throw std::invalid_argument("an octet has two digits");
        bytes.push_back(static_cast<std::uint8_t>(digit(c) << 4 | digit(text[++i])));
    }
    return bytes;
}

Bytes packet(std::uint8_t first, std::string_view body)
{
    const Bytes content = wire(body);
    Bytes bytes{first};
    auto left = content.size();
    do {
        bytes.push_back(static_cast<std::uint8_t>((left & 0x7f) | (left > 0x7f ? 0x80 : 0)));
        left >>= 7;
    } while (left != 0);
    bytes.insert(bytes.end(), content.begin(), content.end());
    return bytes;
}

Checked<Packet> decodeWhole(ByteView bytes, Version version, Sender sender, const DecodeLimits& limits)
{
    const auto header = decodeHeader(bytes, sender, limits);
    if (!header)
        return tl::unexpected(header.error());
    if (!*header || (*header)->packetSize() != bytes.size())
        throw std::invalid_argument("not exactly one packet: " + toHex(bytes));
    return decodeBody(**header, bytes.subspan((*header)->headerSize), version, sender, limits);
}

std::string describe(const Packet& packet)
{
    return std::visit([](const auto& kind) { return textOf(kind); }, packet);
}

std::string describe(const Checked<Packet>& packet)
{
    if (packet)
        return describe(*packet);
    return fmt::format("refused {:#04x} [{}] {}", static_cast<unsigned>(packet.error().code), packet.error().clause,
                       packet.error().text);
}

} // namespace greensward::mqtt
