// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/reason.h"

namespace greensward::mqtt {

/// Fails with an entry of the catalogue below.
inline tl::unexpected<ProtocolError> broken(const ProtocolError& rule)
{
    return tl::unexpected<ProtocolError>(rule);
}

} // namespace greensward::mqtt

/// Every rule that the codec enforces: what the other side is told, where the rule stands, what to tell a person.
///
/// Where the specification names the reason code, that is it. Elsewhere: what cannot be parsed is a Malformed Packet,
/// what can be parsed but is not allowed is a Protocol Error [MQTT5-1.2, MQTT5-4.13.1].
namespace greensward::mqtt::rule {

using Rule = mqtt::ProtocolError; // named before the reason code of the same name hides it
using enum ReasonCode;

// --- fixed header
// -----------------------------------------------------------------------------------------------------------
inline constexpr Rule kReservedType{MalformedPacket, "MQTT-2.2.1", "packet type 0 is reserved"};
inline constexpr Rule kAuthBefore5{MalformedPacket, "MQTT-2.2.1", "packet type 15 is reserved before MQTT 5"};
inline constexpr Rule kReservedFlags{MalformedPacket, "MQTT-2.2.2-2", "the flags of the fixed header are wrong"};
inline constexpr Rule kLengthTooLong{MalformedPacket, "MQTT-2.2.3", "the remaining length is longer than four bytes"};
inline constexpr Rule kLengthNotMinimal{MalformedPacket, "MQTT5-1.5.5-1",
                                        "a variable byte integer is not in its shortest form"};
inline constexpr Rule kPacketTooLarge{PacketTooLarge, "MQTT5-3.2.2-15",
                                      "the packet is larger than the maximum packet size"};
inline constexpr Rule kNotFromClient{ProtocolError, "MQTT-2.2.1", "a client must not send this packet"};
inline constexpr Rule kNotFromServer{ProtocolError, "MQTT-2.2.1", "a server must not send this packet"};

// --- fields
// -----------------------------------------------------------------------------------------------------------------
inline constexpr Rule kTruncated{MalformedPacket, "MQTT-2.2.3", "the packet ends inside a field"};
inline constexpr Rule kTrailingBytes{MalformedPacket, "MQTT-2.2.3", "bytes are left over behind the last field"};
inline constexpr Rule kIllFormedText{MalformedPacket, "MQTT-1.5.3-1", "a text is not well-formed UTF-8"};
inline constexpr Rule kNullCharacter{MalformedPacket, "MQTT-1.5.3-2", "a text contains the null character"};
inline constexpr Rule kPacketIdZero{ProtocolError, "MQTT-2.3.1-1", "the packet identifier must not be 0"};
inline constexpr Rule kReasonCodeNotAllowed{ProtocolError, "MQTT5-2.4",
                                            "the reason code is not one of this packet and sender"};

// --- topics
// -----------------------------------------------------------------------------------------------------------------
inline constexpr Rule kEmptyTopicName{TopicNameInvalid, "MQTT-4.7.3-1", "a topic name must not be empty"};
inline constexpr Rule kEmptyTopicFilter{TopicFilterInvalid, "MQTT-4.7.3-1", "a topic filter must not be empty"};
inline constexpr Rule kTopicTooLong{MalformedPacket, "MQTT-4.7.3-3", "a topic is longer than 65,535 bytes"};
inline constexpr Rule kWildcardInTopicName{TopicNameInvalid, "MQTT-3.3.2-2", "a topic name must not contain wildcards"};
inline constexpr Rule kMisplacedHash{TopicFilterInvalid, "MQTT-4.7.1-2",
                                     "'#' must be alone in the last level of a filter"};
inline constexpr Rule kMisplacedPlus{TopicFilterInvalid, "MQTT-4.7.1-3", "'+' must be alone in its level"};
inline constexpr Rule kEmptyShareName{TopicFilterInvalid, "MQTT5-4.8.2-1", "a share name must not be empty"};
inline constexpr Rule kWildcardInShareName{TopicFilterInvalid, "MQTT5-4.8.2-2",
                                           "a share name must not contain wildcards"};
inline constexpr Rule kSharedFilterMissing{TopicFilterInvalid, "MQTT5-4.8.2-2",
                                           "a share name must be followed by '/' and a topic filter"};

// --- limits of this receiver; not rules of the protocol, but it has codes for them
// --------------------------------------------
inline constexpr Rule kTopicNameLimit{TopicNameInvalid, "MQTT5-4.13.2",
                                      "the topic name is longer or deeper than this receiver allows"};
inline constexpr Rule kTopicFilterLimit{TopicFilterInvalid, "MQTT5-4.13.2",
                                        "a topic filter is longer or deeper than this receiver allows"};
inline constexpr Rule kTooManyFilters{QuotaExceeded, "MQTT5-4.13.2",
                                      "the packet names more topic filters than this receiver allows"};
inline constexpr Rule kTooManyUserProperties{QuotaExceeded, "MQTT5-4.13.2",
                                             "the packet has more user properties than this receiver allows"};

// --- properties
// ---------------------------------------------------------------------------------------------------------------
inline constexpr Rule kPropertyNotAllowed{MalformedPacket, "MQTT5-2.2.2.2",
                                          "a property is unknown or not valid for this packet"};
inline constexpr Rule kPropertyTwice{ProtocolError, "MQTT5-2.2.2.2", "a property is given more than once"};
inline constexpr Rule kNotABoolean{ProtocolError, "MQTT5-2.2.2.2", "a property that is 0 or 1 has another value"};
inline constexpr Rule kReceiveMaximumZero{ProtocolError, "MQTT5-3.1.2.11.3", "the receive maximum must not be 0"};
inline constexpr Rule kMaximumPacketSizeZero{ProtocolError, "MQTT5-3.1.2.11.4",
                                             "the maximum packet size must not be 0"};
inline constexpr Rule kAuthDataAlone{ProtocolError, "MQTT5-3.1.2.11.10",
                                     "authentication data needs an authentication method"};
inline constexpr Rule kTopicAliasZero{TopicAliasInvalid, "MQTT5-3.3.2-8", "a topic alias must not be 0"};
inline constexpr Rule kResponseTopicInvalid{ProtocolError, "MQTT5-3.3.2-14",
                                            "a response topic must be a topic name without wildcards"};
inline constexpr Rule kSubscriptionIdZero{ProtocolError, "MQTT5-3.8.2.1.2", "a subscription identifier must not be 0"};
inline constexpr Rule kSubscriptionIdFromClient{ProtocolError, "MQTT5-3.3.4-6",
                                                "a client's PUBLISH must not carry a subscription identifier"};
inline constexpr Rule kExpiryFromServer{ProtocolError, "MQTT5-3.14.2-2",
                                        "a server's DISCONNECT must not carry a session expiry interval"};
inline constexpr Rule kAuthMethodMissing{ProtocolError, "MQTT5-3.15.2.2.2",
                                         "an AUTH must carry an authentication method"};

// --- CONNECT and CONNACK
// --------------------------------------------------------------------------------------------------------
inline constexpr Rule kProtocolName{ProtocolError, "MQTT-3.1.2-1", "the protocol name is not \"MQTT\""};
inline constexpr Rule kProtocolLevel{UnsupportedProtocolVersion, "MQTT-3.1.2-2",
                                     "the protocol level is not 4 (3.1.1) or 5"};
inline constexpr Rule kVersion31{UnsupportedProtocolVersion, "MQTT-3.1.2-2", "MQTT 3.1 (MQIsdp) is not served"};
inline constexpr Rule kConnectReservedFlag{MalformedPacket, "MQTT-3.1.2-3", "the reserved flag of a CONNECT must be 0"};
inline constexpr Rule kWillQoSWithoutWill{MalformedPacket, "MQTT-3.1.2-13", "a will QoS is set without a will"};
inline constexpr Rule kWillRetainWithoutWill{MalformedPacket, "MQTT-3.1.2-15", "will retain is set without a will"};
inline constexpr Rule kWillQoS3{MalformedPacket, "MQTT-3.1.2-14", "the will QoS must not be 3"};
inline constexpr Rule kPasswordWithoutUser{MalformedPacket, "MQTT-3.1.2-22",
                                           "a password needs a user name before MQTT 5"};
inline constexpr Rule kConnackReservedFlags{MalformedPacket, "MQTT-3.2.2.1",
                                            "the reserved flags of a CONNACK must be 0"};
inline constexpr Rule kSessionPresentRefused{ProtocolError, "MQTT-3.2.2-4",
                                             "a CONNACK that refuses must not say session present"};

// --- PUBLISH
// --------------------------------------------------------------------------------------------------------------------
inline constexpr Rule kQoS3{MalformedPacket, "MQTT-3.3.1-4", "a PUBLISH must not set both QoS bits"};
inline constexpr Rule kDuplicateQoS0{MalformedPacket, "MQTT-3.3.1-2", "a QoS 0 PUBLISH must not set DUP"};
inline constexpr Rule kTopicMissing{ProtocolError, "MQTT5-3.3.2.1",
                                    "a PUBLISH without a topic alias must name its topic"};

// --- SUBSCRIBE, UNSUBSCRIBE and their answers
// -----------------------------------------------------------------------------------
inline constexpr Rule kSubscribeEmpty{ProtocolError, "MQTT-3.8.3-3", "a SUBSCRIBE must name at least one topic filter"};
inline constexpr Rule kSubscribeReservedBits{MalformedPacket, "MQTT-3-8.3-4",
                                             "the reserved bits of the subscription options must be 0"};
inline constexpr Rule kSubscribeQoS3{MalformedPacket, "MQTT-3-8.3-4", "a requested QoS must not be 3"};
inline constexpr Rule kSubscribeQoS3In5{ProtocolError, "MQTT5-3.8.3.1", "a maximum QoS must not be 3"};
inline constexpr Rule kRetainHandling3{ProtocolError, "MQTT5-3.8.3.1", "retain handling must not be 3"};
inline constexpr Rule kNoLocalShared{ProtocolError, "MQTT5-3.8.3-4",
                                     "no local must not be set on a shared subscription"};
inline constexpr Rule kUnsubscribeEmpty{ProtocolError, "MQTT-3.10.3-2",
                                        "an UNSUBSCRIBE must name at least one topic filter"};
inline constexpr Rule kAnswerEmpty{ProtocolError, "MQTT-3.9.3-1",
                                   "an acknowledgement must carry one code for each topic filter"};

} // namespace greensward::mqtt::rule
