// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "played_server.h"

#include <fmt/format.h>

namespace greensward::mqtt {

namespace {

std::string listed(std::span<const ReasonCode> codes)
{
    std::string text;
    for (const ReasonCode code : codes)
        text += fmt::format(" {:02x}", static_cast<unsigned>(code));
    return text;
}

ClientSettings withName(ClientSettings settings)
{
    if (settings.clientId.empty())
        settings.clientId = "dev";
    return settings;
}

} // namespace

PlayedServer::PlayedServer(ClientSettings settings) : client(withName(std::move(settings)), Random(1), *this) {}

ClientSettings PlayedServer::v5()
{
    ClientSettings settings;
    settings.version = Version::v5;
    return settings;
}

ClientSettings PlayedServer::persistent(Version version)
{
    ClientSettings settings;
    settings.version = version;
    settings.cleanStart = false;
    settings.sessionExpiry = version == Version::v5 ? 3600 : 0;
    return settings;
}

void PlayedServer::connect(std::string_view connack)
{
    ASSERT_TRUE(client.start(now()));
    open();
    say(0x20, connack);
    heard();
    told();
}

void PlayedServer::open()
{
    ASSERT_TRUE(client.wantsLink());
    client.linkOpened(now());
}

void PlayedServer::breakLink()
{
    client.linkClosed("cable cut", now());
    pass(200s);
    ASSERT_TRUE(client.wantsLink());
    heard();
    told();
}

void PlayedServer::say(std::uint8_t first, std::string_view body)
{
    feed(packet(first, body));
}

Lines PlayedServer::heard()
{
    Lines lines;
    while (!client.output().empty()) {
        const Bytes bytes(client.output().begin(), client.output().end());
        client.written(bytes.size());
        ByteView rest = bytes;
        while (!rest.empty()) {
            const auto header = decodeHeader(rest, Sender::Client, {});
            if (!header || !*header || (*header)->packetSize() > rest.size()) {
                lines.push_back("undecodable " + toHex(rest));
                break;
            }
            lines.push_back(
                describe(decodeWhole(rest.first((*header)->packetSize()), client.settings().version, Sender::Client)));
            rest = rest.subspan((*header)->packetSize());
        }
    }
    return lines;
}

Lines PlayedServer::told()
{
    return std::exchange(m_told, {});
}

void PlayedServer::pass(Duration time)
{
    const Instant until = now() + time;
    for (;;) {
        const auto next = client.nextDeadline();
        if (!next || *next > until)
            break;
        m_clock.set(std::max(now(), *next));
        client.advance(now());
        if (const auto again = client.nextDeadline(); again && *again <= now() && again == next) {
            ADD_FAILURE() << "a deadline that advance() does not serve";
            break;
        }
    }
    m_clock.set(until);
}

Token PlayedServer::publish(std::string_view topic, std::string_view payload, QoS qos, bool retain)
{
    const auto token = client.publish(topic, asBytes(payload), qos, retain, now());
    EXPECT_TRUE(token) << token.error().message;
    return token.value_or(0);
}

std::string PlayedServer::refusal(const Publish& message)
{
    const auto token = client.publish(message, now());
    return token ? std::string() : token.error().message;
}

void PlayedServer::connected(const Connack& answer)
{
    m_told.push_back(answer.sessionPresent ? "connected, session present" : "connected");
}

void PlayedServer::refused(ReasonCode code, std::string_view reason)
{
    m_told.push_back(fmt::format("refused {:02x} {}", static_cast<unsigned>(code), reason));
}

void PlayedServer::disconnected(ClientEnd end, ReasonCode code, std::string_view why)
{
    EXPECT_FALSE(why.empty());
    m_told.push_back(fmt::format("disconnected: {} {:02x}", text(end), static_cast<unsigned>(code)));
}

void PlayedServer::message(const Publish& message)
{
    m_told.push_back(describe(Packet{message}));
    if (onMessage)
        onMessage();
}

void PlayedServer::acknowledged(Token token, ReasonCode code)
{
    m_told.push_back(fmt::format("acknowledged {} {:02x}", token, static_cast<unsigned>(code)));
    if (onAcknowledged)
        onAcknowledged(token);
}

void PlayedServer::subscribed(Token token, std::span<const ReasonCode> codes)
{
    m_told.push_back(fmt::format("subscribed {}:{}", token, listed(codes)));
}

void PlayedServer::unsubscribed(Token token, std::span<const ReasonCode> codes)
{
    m_told.push_back(fmt::format("unsubscribed {}:{}", token, listed(codes)));
}

void PlayedServer::dropped(Token token, std::string_view why)
{
    m_told.push_back(fmt::format("dropped {}: {}", token, why));
}

} // namespace greensward::mqtt
