// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/heard_events.h"

#include "cloud/lifecycle.h"
#include "mqtt/trace_flags.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::app {

namespace json = boost::json;
using trace::Kind;

namespace {

constexpr std::string_view kConnected = "$aws/events/presence/connected/";
constexpr std::string_view kDisconnected = "$aws/events/presence/disconnected/";
constexpr std::string_view kSubscribed = "$aws/events/subscriptions/subscribed/";
constexpr std::string_view kThings = "$aws/things/";

std::string textOf(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t numberOf(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value && value->is_int64() ? value->get_int64() : 0;
}

void recordEnd(trace::Recorder& recorder, std::string_view client, const json::object& event)
{
    const std::string name = textOf(event, "disconnectReason");
    auto reason = mqtt::DisconnectReason::ConnectionLost; // as 2017 did, AWS may not say
    for (int at = 0; at <= static_cast<int>(mqtt::DisconnectReason::ServerShutdown); ++at)
        if (cloud::disconnectReasonName(static_cast<mqtt::DisconnectReason>(at)) == name) {
            reason = static_cast<mqtt::DisconnectReason>(at);
            break;
        }
    recorder.record({.kind = Kind::ClientDisconnected,
                     .extra = static_cast<std::int64_t>(reason),
                     .subject = client,
                     .detail = mqtt::text(reason)});
}

/// "$aws/things/pump/shadow/update/accepted": object up to the shadow's own part, then operation and answer.
void recordShadow(trace::Recorder& recorder, std::string_view topic, std::string_view payload, const json::object& body)
{
    const auto answerAt = topic.rfind('/');
    const std::string_view answer = topic.substr(answerAt + 1);
    const std::string_view before = topic.substr(0, answerAt);
    const auto operationAt = before.rfind('/');
    const std::string operation{before.substr(operationAt + 1)};
    const std::string_view shadow = before.substr(0, operationAt);
    if (answer == "accepted")
        recorder.record({.kind = Kind::ShadowAccepted,
                         .extra = numberOf(body, "version"),
                         .object = shadow,
                         .detail = operation,
                         .payload = asBytes(payload)});
    else if (answer == "rejected")
        recorder.record({.kind = Kind::ShadowRejected,
                         .extra = numberOf(body, "code"),
                         .object = shadow,
                         .detail = fmt::format("{}: {}", operation, textOf(body, "message")),
                         .payload = asBytes(payload)});
    else if (answer == "delta")
        if (const json::value* state = body.if_contains("state"))
            recorder.record({.kind = Kind::ShadowDelta,
                             .extra = numberOf(body, "version"),
                             .object = shadow,
                             .payload = asBytes(json::serialize(*state))});
}

} // namespace

trace::KindSet heardKinds()
{
    return {Kind::MessagePublished, Kind::ClientConnected, Kind::ClientDisconnected, Kind::Subscribed,
            Kind::ShadowAccepted,   Kind::ShadowRejected,  Kind::ShadowDelta};
}

void recordHeard(trace::Recorder& recorder, const mqtt::Publish& message)
{
    const std::string_view topic = message.topic, payload = asText(message.payload);
    boost::system::error_code broken;
    const json::value parsed = json::parse(payload, broken);
    const json::object body = !broken && parsed.is_object() ? parsed.get_object() : json::object();
    if (topic.starts_with(kConnected))
        recorder.record({.kind = Kind::ClientConnected, .subject = topic.substr(kConnected.size())});
    else if (topic.starts_with(kDisconnected))
        recordEnd(recorder, topic.substr(kDisconnected.size()), body);
    else if (topic.starts_with(kThings))
        recordShadow(recorder, topic, payload, body);
    else if (const json::value* topics = body.if_contains("topics");
             topic.starts_with(kSubscribed) && topics && topics->is_array())
        for (const json::value& filter : topics->get_array())
            if (filter.is_string())
                recorder.record({.kind = Kind::Subscribed,
                                 .subject = topic.substr(kSubscribed.size()),
                                 .object = std::string_view(filter.get_string())});
    recorder.record({.kind = Kind::MessagePublished,
                     .flags = mqtt::traceFlags(message.qos, message.retain, message.duplicate),
                     .object = topic,
                     .payload = message.payload});
    recorder.flush();
}

} // namespace greensward::app
