// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile.h"

namespace greensward::app {

namespace {

constexpr std::uint32_t kAwsPayload = 128u << 10;
constexpr std::uint16_t kAwsTopicLength = 256;
/// The payload, the topic, and what else an MQTT 5 PUBLISH may carry.
constexpr std::uint32_t kAwsPacket = kAwsPayload + kAwsTopicLength + (8u << 10);

mqtt::Limits commonToAws()
{
    mqtt::Limits limits;
    limits.decode.packetSize = kAwsPacket;
    limits.decode.topicLength = kAwsTopicLength;
    limits.decode.topicLevels = 8;
    limits.decode.filtersPerPacket = 8;
    limits.clientIdLength = 128;
    limits.maximumQoS = mqtt::QoS::AtLeastOnce;
    limits.parentMatch = false;
    limits.subscriptionsPerSession = 50;
    limits.receiveMaximum = 100;
    limits.inflight = 100;
    limits.maximumKeepAlive = 1200;
    limits.subscriptionIdentifiers = false;
    return limits;
}

} // namespace

std::string_view name(Profile profile)
{
    switch (profile) {
    case Profile::Complete:
        return "complete";
    case Profile::Aws2017:
        return "aws-2017";
    case Profile::AwsToday:
        return "aws-today";
    }
    return "";
}

mqtt::Limits gatewayLimits(Profile profile)
{
    if (profile == Profile::Complete) {
        // A cut cable is noticed within a minute and a half by whoever can be told to ping that often.
        mqtt::Limits complete;
        complete.serverKeepAlive = 60;
        return complete;
    }
    mqtt::Limits limits = commonToAws();
    if (profile == Profile::Aws2017) {
        limits.allowV5 = false;
        limits.retainAvailable = false;
        limits.persistentSessions = false;
        limits.sharedSubscriptions = false;
        limits.minimumKeepAlive = 5;
    } else {
        limits.minimumKeepAlive = 30;
        limits.persistentExpiryV311 = 3600;
        limits.publishesPerSecond = 100;
        limits.bytesPerSecond = 512u << 10;
        limits.keptMessagesPerSecond = 10;
        limits.topicAliasMaximum = 8;
        limits.maximumSessionExpiry = 7 * 24 * 3600;
    }
    return limits;
}

} // namespace greensward::app
