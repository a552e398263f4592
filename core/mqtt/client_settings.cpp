// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/client_settings.h"

#include "mqtt/topic.h"

#include <fmt/format.h>

namespace greensward::mqtt {

namespace {

constexpr std::size_t kLongestField = 65'535;
/// Payload and fixed header of the largest packet leave this much for topic and properties; plenty.
constexpr std::size_t kLargestPayload = 268'435'455 - 2 * kLongestField;

Result<void> checkText(std::string_view name, std::string_view text)
{
    if (text.size() > kLongestField)
        return failure(fmt::format("the {} is longer than 65,535 bytes", name));
    if (!isUtf8String(text))
        return failure(fmt::format("the {} is not UTF-8, or contains the null character", name));
    return {};
}

Result<void> checkTopic(std::string_view name, std::string_view topic)
{
    if (const auto checked = checkTopicName(topic); !checked)
        return failure(fmt::format("the {} is not well-formed: {}", name, checked.error().text));
    return {};
}

} // namespace

Result<void> checkMessage(const Publish& message)
{
    if (const auto checked = checkTopic("topic", message.topic); !checked)
        return checked;
    if (message.payload.size() > kLargestPayload)
        return failure("the payload is larger than the protocol allows");
    const PublishProperties& properties = message.properties;
    if (properties.payloadFormat && *properties.payloadFormat > 1)
        return failure("the payload format must be 0 or 1");
    if (properties.responseTopic)
        if (const auto checked = checkTopic("response topic", *properties.responseTopic); !checked)
            return checked;
    if (properties.contentType)
        if (const auto checked = checkText("content type", *properties.contentType); !checked)
            return checked;
    if (properties.correlation && properties.correlation->size() > kLongestField)
        return failure("the correlation data is longer than 65,535 bytes");
    for (const auto& [name, value] : properties.user) {
        if (const auto checked = checkText("name of a user property", name); !checked)
            return checked;
        if (const auto checked = checkText("value of a user property", value); !checked)
            return checked;
    }
    return {};
}

Result<void> checkSettings(const ClientSettings& settings)
{
    if (const auto checked = checkText("client id", settings.clientId); !checked)
        return checked;
    if (settings.version == Version::v311 && settings.clientId.empty() && !settings.cleanStart)
        return failure("an empty client id needs a clean start"); // [MQTT-3.1.3-7]
    if (settings.userName)
        if (const auto checked = checkText("user name", *settings.userName); !checked)
            return checked;
    if (settings.password && settings.password->size() > kLongestField)
        return failure("the password is longer than 65,535 bytes");
    if (settings.version == Version::v311 && settings.password && !settings.userName)
        return failure("a password needs a user name before MQTT 5"); // [MQTT-3.1.2-22]
    if (settings.will) {
        if (const auto checked = checkMessage(asPublish(settings.will->message)); !checked)
            return failure("of the will, " + checked.error().message);
        if (settings.will->message.payload.size() > kLongestField)
            return failure("of the will, the payload is longer than 65,535 bytes");
    }
    if (settings.receiveMaximum == 0 || settings.inflight == 0)
        return failure("the receive maximum and the in-flight window must not be 0");
    if (settings.decode.packetSize == 0)
        return failure("the maximum packet size must not be 0");
    if (!(settings.backOff.jitter >= 0.0 && settings.backOff.jitter <= 1.0) || settings.backOff.first < Duration{} ||
        settings.backOff.most < settings.backOff.first)
        return failure("the back-off must not fall, and its jitter must lie between 0 and 1");
    return {};
}

} // namespace greensward::mqtt
