// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <string_view>

namespace greensward::mqtt {

/// MQTT 5 reason codes [MQTT5 2.4]. For 3.1.1 the ones that have a CONNACK return code are mapped by connackReturnCode().
enum class ReasonCode : std::uint8_t {
    Success = 0x00, // also NormalDisconnection and GrantedQoS0
    GrantedQoS1 = 0x01,
    GrantedQoS2 = 0x02,
    DisconnectWithWill = 0x04,
    NoMatchingSubscribers = 0x10,
    NoSubscriptionExisted = 0x11,
    ContinueAuthentication = 0x18,
    ReAuthenticate = 0x19,
    UnspecifiedError = 0x80,
    MalformedPacket = 0x81,
    ProtocolError = 0x82,
    ImplementationSpecificError = 0x83,
    UnsupportedProtocolVersion = 0x84,
    ClientIdentifierNotValid = 0x85,
    BadUserNameOrPassword = 0x86,
    NotAuthorized = 0x87,
    ServerUnavailable = 0x88,
    ServerBusy = 0x89,
    Banned = 0x8a,
    ServerShuttingDown = 0x8b,
    BadAuthenticationMethod = 0x8c,
    KeepAliveTimeout = 0x8d,
    SessionTakenOver = 0x8e,
    TopicFilterInvalid = 0x8f,
    TopicNameInvalid = 0x90,
    PacketIdentifierInUse = 0x91,
    PacketIdentifierNotFound = 0x92,
    ReceiveMaximumExceeded = 0x93,
    TopicAliasInvalid = 0x94,
    PacketTooLarge = 0x95,
    MessageRateTooHigh = 0x96,
    QuotaExceeded = 0x97,
    AdministrativeAction = 0x98,
    PayloadFormatInvalid = 0x99,
    RetainNotSupported = 0x9a,
    QoSNotSupported = 0x9b,
    UseAnotherServer = 0x9c,
    ServerMoved = 0x9d,
    SharedSubscriptionsNotSupported = 0x9e,
    ConnectionRateExceeded = 0x9f,
    MaximumConnectTime = 0xa0,
    SubscriptionIdentifiersNotSupported = 0xa1,
    WildcardSubscriptionsNotSupported = 0xa2,
};

/// The reason in words, as the specification names it ("Topic Name invalid").
std::string_view text(ReasonCode code);

/// What a 3.1.1 client is told in CONNACK [MQTT-3.2.2.3]: 1 … 5; 3 (server unavailable) for codes that have no equivalent.
std::uint8_t connackReturnCode(ReasonCode code);

/// A broken rule of the protocol. Both views point at static text.
struct ProtocolError
{
    ReasonCode code{};
    std::string_view clause; ///< e.g. "MQTT-3.3.1-4" (3.1.1 numbering where both have it), or "MQTT5-3.15.2.1"
    std::string_view text;   ///< one plain sentence, no full stop: "a PUBLISH must not set both QoS bits"
};

template <typename T>
using Checked = Result<T, ProtocolError>;

} // namespace greensward::mqtt
