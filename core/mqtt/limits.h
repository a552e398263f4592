// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/decode.h"

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace greensward::mqtt {

/// What one broker allows. The defaults are a complete MQTT server on a laptop; the device gateway and the edge core hand in
/// their own. Announced to MQTT 5 clients in CONNACK where the protocol has a property for it.
struct Limits
{
    DecodeLimits decode{.packetSize = 16u << 20, .topicLength = 65'535, .topicLevels = 128, .filtersPerPacket = 4096,
                        .userProperties = 256};
    bool allowV311 = true;
    bool allowV5 = true;
    QoS maximumQoS = QoS::ExactlyOnce;
    bool retainAvailable = true;
    bool persistentSessions = true;       ///< false: every session ends with its connection, session present is 0
    bool wildcardSubscriptions = true;
    bool sharedSubscriptions = true;
    bool subscriptionIdentifiers = true;
    bool parentMatch = true;              ///< "a/#" also matches "a" (topic.h)
    bool allowEmptyClientId = true;
    std::size_t clientIdLength = 65'535;  ///< bytes
    std::uint16_t receiveMaximum = 1024;  ///< QoS > 0 from one client, unacknowledged by us
    std::uint16_t topicAliasMaximum = 64; ///< per connection, client to server
    std::uint16_t maximumKeepAlive = 0;   ///< seconds; 0: whatever the client asks
    std::uint16_t serverKeepAlive = 0;    ///< the same for MQTT 5 clients alone, who are told [MQTT5-3.2.2-21]
    std::uint32_t maximumSessionExpiry = 0xffff'ffff; ///< seconds; 0xFFFFFFFF: never expires. 3.1.1 persistent sessions get it
    std::chrono::seconds connectTimeout{10};          ///< from link to complete CONNECT
    std::size_t connections = 100'000;
    std::size_t sessions = 100'000;       ///< stored ones included
    std::size_t subscriptionsPerSession = 10'000;
    std::size_t outboxBytes = 8u << 20;   ///< unsent bytes per connection; beyond it QoS 0 is dropped
    std::size_t queueMessages = 10'000;   ///< QoS > 0 waiting per session; beyond it the newest is dropped
    std::size_t queueBytes = 64u << 20;   ///< the same in payload and topic bytes, per session
    std::size_t totalQueueBytes = 512u << 20; ///< over all sessions
    std::size_t retainedMessages = 100'000;
    std::size_t retainedBytes = 256u << 20;
    std::uint16_t minimumKeepAlive = 0;   ///< seconds; a shorter one than this that a client asks for becomes this
    std::uint32_t persistentExpiryV311 = 0xffff'ffff; ///< seconds; of 3.1.1 sessions, when less than maximumSessionExpiry
    // Of one connection, both ways together; 0: no limit. What is above them is spoken of in throttle.h.
    std::uint32_t publishesPerSecond = 0;
    std::uint32_t bytesPerSecond = 0;
    std::uint32_t keptMessagesPerSecond = 0; ///< that waited in a session, to a client that came back
    std::size_t inflight = 512;           ///< QoS > 0 sent and unacknowledged per session, lowered by the client's receive maximum

    /// True when connections are slowed down at all.
    bool throttles() const { return (publishesPerSecond | bytesPerSecond | keptMessagesPerSecond) != 0; }
};

} // namespace greensward::mqtt
