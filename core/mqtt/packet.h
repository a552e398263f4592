// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "mqtt/reason.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

// Control packets of MQTT 3.1.1 and 5.0 as values. Decoded packets are views into the buffer they were decoded from
// (decode.h) and live no longer than it; to encode one, point the views at text that outlives the call (encode.h).
namespace greensward::mqtt {

enum class Version : std::uint8_t { v311 = 4, v5 = 5 };

enum class QoS : std::uint8_t { AtMostOnce = 0, AtLeastOnce = 1, ExactlyOnce = 2 };

enum class PacketType : std::uint8_t {
    Connect = 1, Connack, Publish, Puback, Pubrec, Pubrel, Pubcomp, Subscribe, Suback, Unsubscribe, Unsuback, Pingreq,
    Pingresp, Disconnect, Auth
};

/// 1 … 65535; 0 stands for "none" (QoS 0).
using PacketId = std::uint16_t;

/// [MQTT5 1.5.7] In order, names may repeat. Empty (no allocation) in the common case.
using UserProperties = std::vector<std::pair<std::string_view, std::string_view>>;

/// Properties of a PUBLISH, and of a will [MQTT5 3.3.2.3, 3.1.3.2].
struct PublishProperties
{
    std::optional<std::uint8_t> payloadFormat;          ///< 0 octets, 1 UTF-8
    std::optional<std::uint32_t> messageExpiry;         ///< seconds
    std::optional<std::uint16_t> topicAlias;            ///< 1 … 65535; PUBLISH only
    std::optional<std::string_view> contentType;
    std::optional<std::string_view> responseTopic;
    std::optional<ByteView> correlation;
    std::vector<std::uint32_t> subscriptionIds;         ///< 1 … 268435455; server to client only
    UserProperties user;

    bool empty() const
    {
        return !payloadFormat && !messageExpiry && !topicAlias && !contentType && !responseTopic && !correlation &&
               subscriptionIds.empty() && user.empty();
    }
};

struct Will
{
    std::string_view topic;
    ByteView payload;
    QoS qos = QoS::AtMostOnce;
    bool retain = false;
    std::uint32_t delay = 0; ///< seconds [MQTT5 3.1.3.2.2]
    PublishProperties properties;
};

struct Connect
{
    Version version = Version::v311;
    bool cleanStart = true; ///< Clean Session in 3.1.1
    std::uint16_t keepAlive = 0; ///< seconds, 0: off
    std::string_view clientId;
    std::optional<Will> will;
    std::optional<std::string_view> userName;
    std::optional<ByteView> password;
    // MQTT 5 only
    std::optional<std::uint32_t> sessionExpiry; ///< seconds; 0xFFFFFFFF never
    std::optional<std::uint16_t> receiveMaximum;
    std::optional<std::uint32_t> maximumPacketSize;
    std::optional<std::uint16_t> topicAliasMaximum;
    std::optional<bool> requestResponseInformation;
    std::optional<bool> requestProblemInformation;
    std::optional<std::string_view> authenticationMethod;
    std::optional<ByteView> authenticationData;
    UserProperties user;
};

struct Connack
{
    bool sessionPresent = false;
    ReasonCode code = ReasonCode::Success; ///< for 3.1.1 encoded through connackReturnCode(); decoded from 1 … 5 to the nearest
    // MQTT 5 only
    std::optional<std::uint32_t> sessionExpiry;
    std::optional<std::uint16_t> receiveMaximum;
    std::optional<std::uint8_t> maximumQoS; ///< 0 or 1
    std::optional<bool> retainAvailable;
    std::optional<std::uint32_t> maximumPacketSize;
    std::optional<std::string_view> assignedClientId;
    std::optional<std::uint16_t> topicAliasMaximum;
    std::optional<std::string_view> reasonString;
    std::optional<bool> wildcardSubscriptionAvailable;
    std::optional<bool> subscriptionIdentifiersAvailable;
    std::optional<bool> sharedSubscriptionAvailable;
    std::optional<std::uint16_t> serverKeepAlive;
    std::optional<std::string_view> responseInformation;
    std::optional<std::string_view> serverReference;
    std::optional<std::string_view> authenticationMethod;
    std::optional<ByteView> authenticationData;
    UserProperties user;
};

struct Publish
{
    std::string_view topic; ///< may be empty in MQTT 5 when properties.topicAlias is set
    ByteView payload;
    QoS qos = QoS::AtMostOnce;
    bool retain = false;
    bool duplicate = false;
    PacketId id = 0;
    PublishProperties properties;
};

/// PUBACK, PUBREC, PUBREL or PUBCOMP.
struct Ack
{
    PacketType type = PacketType::Puback;
    PacketId id = 0;
    ReasonCode code = ReasonCode::Success;
    std::optional<std::string_view> reasonString;
    UserProperties user;
};

/// [MQTT5 3.8.3.1] In 3.1.1 only qos is on the wire.
struct SubscriptionOptions
{
    QoS qos = QoS::AtMostOnce;
    bool noLocal = false;
    bool retainAsPublished = false;
    std::uint8_t retainHandling = 0; ///< 0 send retained, 1 only when new, 2 never
    friend bool operator==(const SubscriptionOptions&, const SubscriptionOptions&) = default;
};

struct Subscribe
{
    PacketId id = 0;
    struct Entry
    {
        std::string_view filter;
        SubscriptionOptions options;
    };
    std::vector<Entry> entries; ///< at least one [MQTT-3.8.3-3]
    std::optional<std::uint32_t> subscriptionId;
    UserProperties user;
};

struct Suback
{
    PacketId id = 0;
    std::vector<ReasonCode> codes; ///< one per entry, in order; a 3.1.1 receiver sees 0, 1, 2 or 0x80
    std::optional<std::string_view> reasonString;
    UserProperties user;
};

struct Unsubscribe
{
    PacketId id = 0;
    std::vector<std::string_view> filters;
    UserProperties user;
};

struct Unsuback
{
    PacketId id = 0;
    std::vector<ReasonCode> codes; ///< MQTT 5 only; empty in 3.1.1
    std::optional<std::string_view> reasonString;
    UserProperties user;
};

struct Pingreq {};
struct Pingresp {};

struct Disconnect
{
    ReasonCode code = ReasonCode::Success;
    std::optional<std::uint32_t> sessionExpiry;
    std::optional<std::string_view> reasonString;
    std::optional<std::string_view> serverReference;
    UserProperties user;
};

/// [MQTT5 3.15]
struct Auth
{
    ReasonCode code = ReasonCode::Success;
    std::optional<std::string_view> method;
    std::optional<ByteView> data;
    std::optional<std::string_view> reasonString;
    UserProperties user;
};

using Packet = std::variant<Connect, Connack, Publish, Ack, Subscribe, Suback, Unsubscribe, Unsuback, Pingreq, Pingresp,
                            Disconnect, Auth>;

} // namespace greensward::mqtt
