// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/router.h"

#include "trace/finding.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::edge {

namespace {

namespace json = boost::json;

constexpr const char* kLogName = "GGRouter";
constexpr std::size_t kMostTold = 500;
constexpr Duration kTellAgain = std::chrono::seconds(30);

} // namespace

void Router::setRoutes(const RouteTable* routes)
{
    for (const mqtt::TapId tap : m_taps)
        m_parts.broker.untap(tap);
    m_taps.clear();
    m_told.clear();
    m_routes = routes;
    if (!routes)
        return;
    // "#" leaves out what begins with "$".
    std::vector<std::string> filters{"#", "$aws/#"};
    for (const std::string& tree : routes->systemTrees())
        if (tree.find_first_of("+#") == std::string::npos && tree != "$aws")
            filters.push_back(tree + "/#");
    for (const std::string& filter : filters)
        m_taps.push_back(m_parts.broker.tap(filter, [this](const mqtt::TappedMessage& message) { heard(message); }));
}

void Router::say(const RouteEnd& source, std::string_view topic, std::string_view payload, trace::EventId cause,
                 trace::JourneyId journey)
{
    mqtt::OutgoingMessage message;
    message.topic = topic;
    message.payload = asBytes(payload);
    message.cause = cause;
    message.journey = journey;
    m_parts.broker.publish(source.publisher(), message, m_parts.clock.now());
    m_parts.stirred();
}

Result<void> Router::sayAs(const RouteEnd& function, std::string_view topic, std::string_view payload, bool whole)
{
    if (!mayFunctionsSay(topic))
        return failure(fmt::format("functions of a core may publish {} messages a second; do routes take messages in "
                                   "a circle?",
                                   kMostOfFunctions));
    if (whole && m_routes && m_routes->between(function, topic, RouteEnd::cloud()))
        if (auto room = m_parts.spooler.hasRoom(topic, payload); !room)
            return room;
    say(function, topic, payload);
    return {};
}

bool Router::mayFunctionsSay(std::string_view topic)
{
    const Instant now = m_parts.clock.now();
    if (now - m_second >= std::chrono::seconds(1)) {
        m_second = now;
        m_ofFunctions = 0;
    }
    if (++m_ofFunctions <= kMostOfFunctions)
        return true;
    if (m_ofFunctions == kMostOfFunctions + 1) { // once a second
        m_parts.log.system(kLogName, LogLevel::Error,
                           fmt::format("functions have published {} messages in a second; more are refused, the first "
                                       "on {}",
                                       kMostOfFunctions, topic));
        m_parts.recorder.record({.kind = trace::Kind::LimitReached,
                                 .extra = kMostOfFunctions,
                                 .subject = "functions",
                                 .object = topic,
                                 .detail = "messages of functions in a second: more are refused"});
    }
    return false;
}

void Router::heard(const mqtt::TappedMessage& message)
{
    ++m_traffic.localMessages;
    m_traffic.localBytes += message.payload.size();
    const RouteEnd source = RouteEnd::fromPublisher(message.publisher);
    const auto routes = m_routes->from(source, message.topic);
    if (routes.empty())
        return noteNone(source, message);
    for (const Route* route : routes) {
        trace::EventId event = message.event;
        if (m_parts.recorder.wants(trace::Kind::MessageRouted))
            event = m_parts.recorder.record({.kind = trace::Kind::MessageRouted,
                                             .cause = message.event,
                                             .journey = message.journey,
                                             .subject = source.text(),
                                             .object = message.topic,
                                             .detail = fmt::format("{} → {}", route->id, route->target.text())});
        carry(*route, message, event);
    }
}

void Router::noteNone(const RouteEnd& source, const mqtt::TappedMessage& message)
{
    // A shadow answers whether or not somebody listens.
    if (source.kind != RouteEnd::Kind::Shadows && mayTellAgain(source, message.topic))
        giveEvidence(source, message);
    const bool wanted = m_parts.recorder.wants(trace::Kind::MessageUnrouted);
    if (!wanted && !m_parts.log.keeps(true, LogLevel::Debug))
        return;
    const std::string why = m_routes->whyNone(source, message.topic);
    m_parts.log.system(kLogName, LogLevel::Debug, why);
    if (wanted)
        m_parts.recorder.record({.kind = trace::Kind::MessageUnrouted,
                                 .cause = message.event,
                                 .journey = message.journey,
                                 .subject = source.text(),
                                 .object = message.topic,
                                 .detail = why});
}

bool Router::mayTellAgain(const RouteEnd& source, std::string_view topic)
{
    const Instant now = m_parts.clock.now();
    std::pair key(source.publisher(), std::string(topic));
    const auto known = m_told.find(key);
    if (known != m_told.end() && now - known->second < kTellAgain)
        return false;
    if (known == m_told.end() && m_told.size() >= kMostTold) {
        std::erase_if(m_told, [now](const auto& told) { return now - told.second >= kTellAgain; });
        if (m_told.size() >= kMostTold)
            return false;
    }
    m_told.insert_or_assign(std::move(key), now);
    return true;
}

void Router::giveEvidence(const RouteEnd& source, const mqtt::TappedMessage& message)
{
    const std::string why = m_routes->whyNone(source, message.topic);
    json::object evidence{{"core", lastPart(m_parts.core)},
                          {"source", source.text()},
                          {"sourceEnd", literal(source)},
                          {"topic", message.topic},
                          {"why", why}};
    if (const Route* nearest = m_routes->nearest(source, message.topic))
        evidence["nearest"] = json::object{{"id", nearest->id},
                                           {"source", nearest->source.text()},
                                           {"subject", nearest->subject},
                                           {"target", nearest->target.text()},
                                           {"targetEnd", literal(nearest->target)}};
    m_parts.recorder.record({.kind = trace::Kind::Evidence,
                             .cause = message.event,
                             .journey = message.journey,
                             .extra = static_cast<std::int64_t>(trace::Finding::NoRoute),
                             .subject = source.text(),
                             .object = message.topic,
                             .detail = why,
                             .payload = asBytes(json::serialize(evidence))});
}

/// As the group's subscription table names it. A core and its devices are things of one account.
std::string Router::literal(const RouteEnd& end) const
{
    if (end.kind == RouteEnd::Kind::Device)
        return m_parts.core.substr(0, m_parts.core.rfind('/') + 1) + end.name;
    return end.kind == RouteEnd::Kind::Function || end.kind == RouteEnd::Kind::Connector ? end.name : end.text();
}

void Router::carry(const Route& route, const mqtt::TappedMessage& message, trace::EventId event)
{
    switch (route.target.kind) {
    case RouteEnd::Kind::Device:
        return; // by the broker, if it has subscribed
    case RouteEnd::Kind::Cloud:
        return toCloud(message, event);
    case RouteEnd::Kind::Shadows: {
        const shadow::Requester requester{.connection = std::hash<std::string_view>{}(message.publisher) | 1,
                                          .who = message.publisher,
                                          .cause = event,
                                          .journey = message.journey};
        m_parts.shadows.publish(message.topic, message.payload, requester, {m_parts.clock.now(), m_parts.clock.wall()});
        return m_parts.stirred();
    }
    case RouteEnd::Kind::Function:
        return m_parts.functions.handle(route.target.name, message.topic, asText(message.payload));
    case RouteEnd::Kind::Connector:
        m_parts.log.system(
            kLogName, LogLevel::Warn,
            fmt::format("route {} leads to {}: connectors do not run here", route.id, route.target.name));
        return;
    }
}

void Router::toCloud(const mqtt::TappedMessage& message, trace::EventId event)
{
    const auto ticket = m_parts.spooler.add(message.topic, asText(message.payload), WhenSpoolFull::DropOldest);
    if (!ticket) {
        m_parts.recorder.record({.kind = trace::Kind::MessageDropped,
                                 .cause = event,
                                 .journey = message.journey,
                                 .extra = 1,
                                 .subject = "cloud",
                                 .object = message.topic,
                                 .detail = ticket.error().message});
        return;
    }
    ++m_traffic.cloudMessages;
    m_traffic.cloudBytes += message.payload.size();
    if (message.waitsFor)
        *message.waitsFor = std::max<mqtt::Ticket>(*message.waitsFor, *ticket);
    m_parts.stirred();
}

} // namespace greensward::edge
