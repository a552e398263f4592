// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "mqtt/packet.h"
#include "trace/event.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace greensward::mqtt {

/// An application message that outlives the packet it came in: retained, queued, a will, or on its way through a tap.
/// Stored once and shared by everybody who waits for it. Immutable once shared.
struct Message
{
    std::string topic;
    Bytes payload;
    QoS qos = QoS::AtMostOnce;
    bool retain = false;
    std::optional<std::uint8_t> payloadFormat;
    std::optional<std::string> contentType;
    std::optional<std::string> responseTopic;
    std::optional<Bytes> correlation;
    std::vector<std::pair<std::string, std::string>> user;
    /// When it ceases to be of interest [MQTT5 3.3.2.3.3]; wall time so that it survives a restart.
    std::optional<WallTime> expiresAt;
    /// When the broker took a retained message; {} of others and of those kept before this was.
    WallTime retainedAt{};
    /// Who sent it: client id, or "$name" of an in-process origin.
    std::string publisher;
    /// Its MessagePublished event and journey; 0 when not recorded or after a restart.
    trace::EventId event = 0;
    trace::JourneyId journey = 0;
};

using MessagePtr = std::shared_ptr<const Message>;

/// Copies what a PUBLISH says, all but its expiry, which depends on the time. The caller completes it before sharing.
std::shared_ptr<Message> makeMessage(const Publish& packet, std::string_view publisher);

/// The message as a PUBLISH that views it, all but its expiry.
Publish asPublish(const Message& message);

/// Whole seconds until then, rounded up; 0 when it has passed.
std::uint32_t secondsLeft(WallTime expiresAt, WallTime now);

} // namespace greensward::mqtt
