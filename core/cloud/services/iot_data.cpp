// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/services/iot_data.h"

#include "aws/page_token.h"
#include "aws/percent.h"
#include "base/base64.h"
#include "cloud/metering.h"
#include "cloud/uuid.h"
#include "mqtt/topic.h"
#include "shadow/rest.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kTopics = "/topics/";
constexpr std::string_view kRetained = "/retainedMessage";
constexpr std::size_t kLargestPayload = 128u << 10;
constexpr std::size_t kLongestTopic = 256;
constexpr std::size_t kMostRetained = 100'000;
constexpr std::size_t kUsualPage = 200;

HeldResponse refuse(const char* code, unsigned status, const std::string& message)
{
    return {{.status = status,
             .fields = {{"Content-Type", "application/json"}, {"x-amzn-ErrorType", code}},
             .body = json::serialize(json::object{{"message", message}})}};
}

HeldResponse answer(const json::object& body)
{
    return {{.status = 200, .fields = {{"Content-Type", "application/json"}}, .body = json::serialize(body)}};
}

std::int64_t milliseconds(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

/// The topic behind a prefix of the path, decoded; empty when there is none.
std::string topicBehind(const aws::Request& request, std::string_view prefix)
{
    const std::string_view path = request.path();
    return path.starts_with(prefix) ? aws::percentDecode(path.substr(prefix.size())) : std::string();
}

std::string_view shadowOperation(std::string_view method)
{
    if (method == "GET")
        return "GetThingShadow";
    return method == "DELETE" ? "DeleteThingShadow" : "UpdateThingShadow";
}

} // namespace

std::optional<IotDataService::Question> IotDataService::question(const aws::Request& request) const
{
    const Account& account = m_parts.account;
    if (const std::string topic = topicBehind(request, kTopics); !topic.empty() && request.method == "POST") {
        const bool retain = aws::queryValue(request.query(), "retain") == "true";
        return Question{"Publish", "iot:Publish", account.iotArn("topic", topic), retain ? "iot:RetainPublish" : ""};
    }
    if (request.method == "GET" && request.path() == kRetained)
        return Question{"ListRetainedMessages", "iot:ListRetainedMessages", "*", {}};
    if (const std::string topic = topicBehind(request, "/retainedMessage/"); !topic.empty() && request.method == "GET")
        return Question{"GetRetainedMessage", "iot:GetRetainedMessage", account.iotArn("topic", topic), {}};
    const auto target = shadow::parseTarget(request.target);
    if (!target)
        return std::nullopt;
    if (target->list)
        return Question{"ListNamedShadowsForThing", "iot:ListNamedShadowsForThing", "*", {}};
    const std::string operation(shadowOperation(request.method));
    const std::string name =
        target->shadow && !target->shadow->empty() ? target->thing + "/" + *target->shadow : target->thing;
    return Question{operation, "iot:" + operation, account.iotArn("thing", name), {}};
}

HeldResponse IotDataService::handle(const aws::Request& request, const aws::Caller& caller, trace::EventId event)
{
    if (request.path().starts_with(kTopics))
        return publish(request, caller, event);
    if (request.path() == kRetained)
        return retainedMessages(request);
    if (request.path().starts_with(kRetained))
        return retainedMessage(request);
    return shadow(request, caller, event);
}

HeldResponse IotDataService::publish(const aws::Request& request, const aws::Caller& caller, trace::EventId event)
{
    const std::string topic = topicBehind(request, kTopics);
    const auto asked = aws::queryValue(request.query(), "qos").value_or("0");
    if (asked != "0" && asked != "1")
        return refuse("InvalidRequestException", 400, "QoS must be 0 or 1");
    if (!mqtt::checkTopicName(topic) || topic.size() > kLongestTopic)
        return refuse("InvalidRequestException", 400, "The topic is not valid");
    if (topic.starts_with('$') && !topic.starts_with("$aws/"))
        return refuse("ForbiddenException", 403, "Topics that begin with $ are reserved");
    if (request.body.size() > kLargestPayload)
        return refuse("RequestEntityTooLargeException", 413, "The payload is larger than 128 KB");
    const bool retain = aws::queryValue(request.query(), "retain") == "true";
    if (retain && !m_parts.retained)
        return refuse("InvalidRequestException", 400, "Retained messages are not supported");
    mqtt::OutgoingMessage message;
    message.topic = topic;
    message.payload = asBytes(request.body);
    message.qos = asked == "1" ? mqtt::QoS::AtLeastOnce : mqtt::QoS::AtMostOnce;
    message.retain = retain;
    message.cause = event;
    message.journey = event;
    // Shown as who published: the name at the end of the ARN, which no MQTT client can have.
    const std::string_view arn = caller.arn;
    const std::string origin = "$" + std::string(caller.arn.empty() ? "http" : arn.substr(arn.find_last_of(":/") + 1));
    m_parts.meter.count(billing::Quantity::HttpPublish, whoAsks(caller), topic, request.body.size());
    m_parts.broker.publish(origin, message, m_parts.clock.now());
    m_parts.wake();
    return answer({{"message", "OK"}, {"traceId", uuid(m_parts.random)}});
}

HeldResponse IotDataService::shadow(const aws::Request& request, const aws::Caller& caller, trace::EventId event)
{
    const shadow::RestRequest rest{request.method, request.target, asBytes(request.body)};
    const shadow::Requester requester{.connection = 0, .who = caller.arn, .cause = event, .journey = event};
    const auto done = m_parts.shadows.handle(rest, requester, {m_parts.clock.now(), m_parts.clock.wall()});
    m_parts.wake();
    if (!done)
        return refuse("InvalidRequestException", 400, "The request is not valid");
    HeldResponse held;
    held.response.status = static_cast<unsigned>(done->status);
    held.response.fields = {{"Content-Type", "application/json"}};
    if (!done->errorType.empty())
        held.response.fields.emplace_back("x-amzn-ErrorType", done->errorType);
    held.response.body = done->body;
    held.waitsFor = done->waitsFor;
    return held;
}

HeldResponse IotDataService::retainedMessage(const aws::Request& request)
{
    const std::string topic = topicBehind(request, "/retainedMessage/");
    const auto message = m_parts.broker.retained(topic);
    if (!message)
        return refuse("ResourceNotFoundException", 404, "No retained message exists for topic: " + topic);
    return answer(
        {{"topic", message->topic}, {"payload", toBase64(message->payload)}, {"qos", static_cast<int>(message->qos)}, {"lastModifiedTime", milliseconds(message->retainedAt)}});
}

HeldResponse IotDataService::retainedMessages(const aws::Request& request)
{
    const auto all = m_parts.broker.retainedMatching("#", kMostRetained);
    std::size_t begin = 0;
    std::size_t size = kUsualPage;
    const auto number = [](const std::string& text, std::size_t& value) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        return error == std::errc() && end == text.data() + text.size();
    };
    if (const auto token = aws::queryValue(request.query(), "nextToken")) {
        const auto offset = aws::pageOffset(kRetained, *token);
        if (!offset)
            return refuse("InvalidRequestException", 400, "The nextToken is not valid");
        begin = *offset;
    }
    if (const auto most = aws::queryValue(request.query(), "maxResults");
        most && (!number(*most, size) || size == 0 || size > kUsualPage))
        return refuse("InvalidRequestException", 400, "maxResults must be 1 to 200");
    json::array topics;
    const std::size_t end = std::min(all.size(), begin + size);
    for (std::size_t at = begin; at < end; ++at)
        topics.push_back(json::object{{"topic", all[at]->topic},
                                      {"payloadSize", all[at]->payload.size()},
                                      {"qos", static_cast<int>(all[at]->qos)},
                                      {"lastModifiedTime", milliseconds(all[at]->retainedAt)}});
    json::object body{{"retainedTopics", std::move(topics)}};
    if (end < all.size())
        body["nextToken"] = aws::pageToken(kRetained, end);
    return answer(body);
}

} // namespace greensward::cloud
