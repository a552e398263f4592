// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console_client.h"

#include "base/random.h"
#include "mqtt/topic.h"

#include <algorithm>
#include <cassert>

namespace greensward::app {

namespace {

/// Views of the request.
mqtt::PublishProperties asWritten(const ui::MessageProperties& from)
{
    mqtt::PublishProperties properties;
    if (from.isText)
        properties.payloadFormat = std::uint8_t{1};
    if (from.expirySeconds > 0)
        properties.messageExpiry = from.expirySeconds;
    if (!from.contentType.empty())
        properties.contentType = from.contentType;
    if (!from.responseTopic.empty())
        properties.responseTopic = from.responseTopic;
    if (!from.correlation.empty())
        properties.correlation = asBytes(from.correlation);
    for (const auto& [name, value] : from.user)
        properties.user.emplace_back(name, value);
    return properties;
}

} // namespace

ConsoleClient::ConsoleClient(const MemoryClient::Parts& parts, trace::Recorder& recorder, mqtt::Version version)
    : m_recorder(recorder)
    , m_id("console-" + Random(entropySeed()).hex(4))
    , m_client(parts, settings(version), *this, false)
{
    [[maybe_unused]] const auto started = m_client.start();
    assert(started); // the settings are our own
}

mqtt::ClientSettings ConsoleClient::settings(mqtt::Version version) const
{
    mqtt::ClientSettings settings;
    settings.version = version;
    settings.clientId = m_id;
    settings.keepAlive = 0; // in one process nobody goes silent
    settings.queue.atMostOnce = true; // the first message is written while the client still connects
    settings.backOff.most = std::chrono::seconds{8};
    return settings;
}

void ConsoleClient::noteRefused(std::string_view who, const ui::PublishRequest& request, std::string_view why)
{
    m_recorder.record({.kind = trace::Kind::MessageRefused,
                       .subject = who,
                       .object = request.topic,
                       .detail = why,
                       .payload = asBytes(request.payload)});
}

void ConsoleClient::publish(const ui::PublishRequest& request)
{
    if (const auto checked = mqtt::checkTopicName(request.topic); !checked)
        return noteRefused(m_id, request, checked.error().text);
    mqtt::Publish message;
    message.topic = request.topic;
    message.payload = asBytes(request.payload);
    message.qos = static_cast<mqtt::QoS>(request.qos);
    message.retain = request.retain;
    message.properties = asWritten(request.properties);
    const auto sent = m_client.client().publish(message, m_client.now());
    if (!sent)
        noteRefused(m_id, request, sent.error().message);
    m_client.pump();
}

void ConsoleClient::subscribe(const std::string& filter, int qos)
{
    const auto known = std::find_if(m_subscriptions.begin(), m_subscriptions.end(),
                                    [&filter](const auto& one) { return one.filter == filter; });
    const auto at = static_cast<std::size_t>(known - m_subscriptions.begin());
    if (known == m_subscriptions.end()) {
        if (m_subscriptions.size() == kMostSubscriptions)
            return;
        m_subscriptions.push_back({.filter = filter, .qos = qos, .granted = false, .problem = {}, .received = 0});
        m_tokens.push_back({});
    }
    ui::ConsoleSubscription& subscription = m_subscriptions[at];
    subscription.qos = qos;
    subscription.problem.clear();
    const auto asked = m_client.client().subscribe(filter, static_cast<mqtt::QoS>(qos), m_client.now());
    if (asked)
        m_tokens[at] = *asked;
    else
        subscription.problem = asked.error().message;
    m_client.pump();
}

void ConsoleClient::unsubscribe(const std::string& filter)
{
    const auto known = std::find_if(m_subscriptions.begin(), m_subscriptions.end(),
                                    [&filter](const auto& one) { return one.filter == filter; });
    if (known == m_subscriptions.end())
        return;
    if (known->problem.empty()) {
        const std::string_view view = filter;
        [[maybe_unused]] const auto asked =
            m_client.client().unsubscribe(std::span(&view, 1), m_client.now()); // at worst the broker goes on sending
    }
    m_tokens.erase(m_tokens.begin() + (known - m_subscriptions.begin()));
    m_subscriptions.erase(known);
    m_client.pump();
}

void ConsoleClient::message(const mqtt::Publish& message)
{
    for (ui::ConsoleSubscription& subscription : m_subscriptions)
        subscription.received += mqtt::topicMatches(subscription.filter, message.topic);
}

void ConsoleClient::subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes)
{
    const auto known = std::find(m_tokens.begin(), m_tokens.end(), token);
    if (known == m_tokens.end() || codes.empty())
        return;
    ui::ConsoleSubscription& subscription = m_subscriptions[static_cast<std::size_t>(known - m_tokens.begin())];
    const bool refused = static_cast<std::uint8_t>(codes.front()) >= 0x80;
    subscription.granted = !refused;
    if (refused)
        subscription.problem = mqtt::text(codes.front());
    else
        subscription.qos = static_cast<int>(codes.front());
}

} // namespace greensward::app
