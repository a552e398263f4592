// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window asks of a connection.
#include "app/brokers/broker_connection.h"

#include "mqtt/topic.h"
#include "mqtt/trace_flags.h"

#include <algorithm>

namespace greensward::app {

using trace::Kind;

namespace {

constexpr std::size_t kMostSubscriptions = 100;

} // namespace

void BrokerConnection::refuseMessage(const std::string& topic, const std::string& payload, std::string_view why)
{
    tell({.sort = HeardEvent::Sort::Fact,
          .kind = Kind::MessageRefused,
          .number = m_number,
          .subject = std::string(m_client.clientId()),
          .object = topic,
          .detail = std::string(why),
          .payload = payload});
}

void BrokerConnection::publish(const ui::PublishRequest& request)
{
    if (const auto checked = mqtt::checkTopicName(request.topic); !checked)
        return refuseMessage(request.topic, request.payload, checked.error().text);
    const auto sent = m_client.publish(request.topic, asBytes(request.payload), static_cast<mqtt::QoS>(request.qos),
                                       request.retain, m_engine.clock().now());
    if (!sent)
        return refuseMessage(request.topic, request.payload, sent.error().message);
    tell({.sort = HeardEvent::Sort::Sent,
          .kind = Kind::MessagePublished,
          .flags = mqtt::traceFlags(static_cast<mqtt::QoS>(request.qos), request.retain),
          .number = m_number,
          .subject = std::string(m_client.clientId()),
          .object = request.topic,
          .detail = {},
          .payload = request.payload});
    pump();
}

void BrokerConnection::subscribe(const std::string& filter, int qos)
{
    auto known = std::find_if(m_subscriptions.begin(), m_subscriptions.end(),
                              [&filter](const auto& one) { return one.filter == filter; });
    const auto at = static_cast<std::size_t>(known - m_subscriptions.begin());
    if (known == m_subscriptions.end()) {
        if (m_subscriptions.size() == kMostSubscriptions)
            return;
        m_subscriptions.push_back({.filter = filter,
                                   .qos = qos,
                                   .granted = false,
                                   .problem = {},
                                   .received = 0,
                                   .broker = m_profile.name.toStdString()});
        m_tokens.push_back({});
    }
    m_subscriptions[at].qos = qos;
    m_subscriptions[at].problem.clear();
    const auto asked = m_client.subscribe(filter, static_cast<mqtt::QoS>(qos), m_engine.clock().now());
    if (asked)
        m_tokens[at] = *asked;
    else
        m_subscriptions[at].problem = asked.error().message;
    pump();
}

void BrokerConnection::unsubscribe(const std::string& filter)
{
    const auto known = std::find_if(m_subscriptions.begin(), m_subscriptions.end(),
                                    [&filter](const auto& one) { return one.filter == filter; });
    if (known == m_subscriptions.end())
        return;
    const std::string_view view = filter;
    [[maybe_unused]] const auto asked = m_client.unsubscribe(std::span(&view, 1), m_engine.clock().now());
    tell({.sort = HeardEvent::Sort::Fact,
          .kind = Kind::Unsubscribed,
          .number = m_number,
          .subject = std::string(m_client.clientId()),
          .object = filter,
          .detail = {},
          .payload = {}});
    m_tokens.erase(m_tokens.begin() + (known - m_subscriptions.begin()));
    m_subscriptions.erase(known);
    pump();
}

} // namespace greensward::app
