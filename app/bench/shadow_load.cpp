// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/shadow_load.h"

#include "mqtt/encode.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

namespace greensward::bench {

using namespace std::chrono_literals;
using mqtt::PacketType;
using mqtt::Version;

namespace {

constexpr std::string_view kAnswers = "$aws/things/+/shadow/update/accepted";
constexpr std::string_view kRefusals = "$aws/things/+/shadow/update/rejected";
constexpr std::string_view kToken = R"("clientToken":"u)";
constexpr auto kPatience = 10s;
/// Bytes that wait for the socket; no more updates are made until they have gone.
constexpr std::size_t kMostBuffered = 128u << 10;

} // namespace

ShadowLoad::ShadowLoad(const Target& target, unsigned shadows, unsigned underWay)
    : m_target(target), m_shadows(shadows), m_underWay(underWay), m_sentAt(underWay * 4UL)
{}

Result<void> ShadowLoad::open()
{
    auto connection = LoadConnection::open(m_poller, m_target, LoadConnection::Role::Publisher, 0);
    if (!connection)
        return tl::unexpected(connection.error());
    m_connection = std::move(*connection);
    mqtt::Connect connect;
    connect.clientId = "shadow-load";
    connect.keepAlive = 600;
    mqtt::encode(m_connection->outgoing(), connect);
    if (const auto opened = turnUntil([this] { return m_open; }); !opened)
        return opened;
    mqtt::Subscribe subscribe;
    subscribe.id = 1;
    subscribe.entries = {{kAnswers, {}}, {kRefusals, {}}};
    mqtt::encode(m_connection->outgoing(), subscribe, Version::v311);
    m_connection->flush();
    return turnUntil([this] { return m_subscribed; });
}

Result<ShadowReport> ShadowLoad::run(std::chrono::duration<double> span)
{
    if (const auto opened = open(); !opened)
        return tl::unexpected(opened.error());
    m_sending = true;
    fill();
    if (const auto made = turnUntil([this] { return m_answered >= m_shadows; }); !made)
        return tl::unexpected(made.error());
    m_report = {};
    const auto begin = Clock::now();
    const auto end = begin + std::chrono::duration_cast<Clock::duration>(span);
    if (const auto went = turnUntil([end] { return Clock::now() >= end; }); !went)
        return tl::unexpected(went.error());
    m_sending = false;
    if (const auto all = turnUntil([this] { return m_answered == m_sent; }); !all)
        return tl::unexpected(all.error());
    m_report.seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    std::sort(m_report.milliseconds.begin(), m_report.milliseconds.end());
    return m_report;
}

template<typename Done>
Result<void> ShadowLoad::turnUntil(Done done)
{
    m_lastAnswer = Clock::now();
    while (!done()) {
        for (const Poller::Ready& ready : m_poller.wait(100ms)) {
            if (ready.writable)
                m_connection->flush();
            if (ready.readable)
                m_connection->receive(m_shared,
                                      [this](std::uint8_t header, ByteView body) { packetArrived(header, body); });
        }
        if (m_connection->closed())
            return failure("the gateway hung up");
        if (Clock::now() - m_lastAnswer > kPatience)
            return failure(fmt::format("{} of {} updates are not answered", m_sent - m_answered, m_sent));
        fill();
    }
    return {};
}

void ShadowLoad::fill()
{
    while (m_sending && m_sent - m_answered < m_underWay && m_connection->outgoing().size() < kMostBuffered)
        update();
    if (!m_connection->blocked())
        m_connection->flush();
}

void ShadowLoad::update()
{
    const std::string topic = fmt::format("$aws/things/bench-{}/shadow/update", m_sent % m_shadows);
    const std::string payload = fmt::format(R"({{"state":{{"reported":{{"rotor-freq":{}.25,"output":{}}}}},{}{}"}})",
                                            m_sent % 97, m_sent % 1009, kToken, m_sent);
    mqtt::Publish packet;
    packet.topic = topic;
    packet.payload = asBytes(payload);
    mqtt::encode(m_connection->outgoing(), packet, Version::v311);
    m_sentAt[m_sent % m_sentAt.size()] = Clock::now();
    ++m_sent;
}

void ShadowLoad::packetArrived(std::uint8_t header, ByteView body)
{
    m_lastAnswer = Clock::now();
    switch (static_cast<PacketType>(header >> 4)) {
    case PacketType::Connack:
        m_open = body.size() == 2 && body[1] == 0;
        return;
    case PacketType::Suback:
        m_subscribed = true;
        return;
    case PacketType::Publish:
        return answerArrived(body);
    default:
        return;
    }
}

/// A QoS 0 PUBLISH: topic, then the answer with the token of its update.
void ShadowLoad::answerArrived(ByteView body)
{
    const std::size_t topicSize = static_cast<std::size_t>(body[0]) << 8 | body[1];
    const std::string_view text = asText(body);
    const std::string_view topic = text.substr(2, topicSize);
    const auto token = text.rfind(kToken);
    std::uint64_t number = 0;
    if (token == std::string_view::npos)
        return;
    std::from_chars(text.data() + token + kToken.size(), text.data() + text.size(), number);
    if (number >= m_sent)
        return;
    ++m_answered;
    if (!topic.ends_with("/accepted")) {
        ++m_report.refused;
        return;
    }
    ++m_report.accepted;
    m_report.milliseconds.push_back(
        std::chrono::duration<double, std::milli>(m_lastAnswer - m_sentAt[number % m_sentAt.size()]).count());
}

} // namespace greensward::bench
