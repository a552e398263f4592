// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/message.h"

#include <algorithm>

namespace greensward::mqtt {

std::shared_ptr<Message> makeMessage(const Publish& packet, std::string_view publisher)
{
    auto message = std::make_shared<Message>();
    message->topic = packet.topic;
    message->payload.assign(packet.payload.begin(), packet.payload.end());
    message->qos = packet.qos;
    message->retain = packet.retain;
    message->publisher = publisher;
    const PublishProperties& properties = packet.properties;
    message->payloadFormat = properties.payloadFormat;
    message->contentType = properties.contentType;
    message->responseTopic = properties.responseTopic;
    if (properties.correlation)
        message->correlation.emplace(properties.correlation->begin(), properties.correlation->end());
    message->user.assign(properties.user.begin(), properties.user.end());
    return message;
}

Publish asPublish(const Message& message)
{
    Publish packet;
    packet.topic = message.topic;
    packet.payload = message.payload;
    packet.qos = message.qos;
    packet.retain = message.retain;
    PublishProperties& properties = packet.properties;
    properties.payloadFormat = message.payloadFormat;
    properties.contentType = message.contentType;
    properties.responseTopic = message.responseTopic;
    if (message.correlation)
        properties.correlation = ByteView(*message.correlation);
    properties.user.assign(message.user.begin(), message.user.end());
    return packet;
}

std::uint32_t secondsLeft(WallTime expiresAt, WallTime now)
{
    if (expiresAt <= now)
        return 0;
    const auto left = std::chrono::ceil<std::chrono::seconds>(expiresAt - now).count();
    return static_cast<std::uint32_t>(std::min<std::int64_t>(left, 0xffff'ffff));
}

} // namespace greensward::mqtt
