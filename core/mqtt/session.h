// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/delivery_queue.h"
#include "mqtt/drop_tally.h"
#include "mqtt/retained_messages.h"
#include "mqtt/subscription_trie.h"
#include "mqtt/timer_heap.h"

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::mqtt {

struct Connection;

inline constexpr std::uint32_t kNeverExpires = 0xffff'ffff;

/// A will from CONNECT until it is published or withheld [MQTT-3.1.2-8].
struct ArmedWill
{
    MessagePtr message;
    std::uint32_t delay = 0;             ///< seconds
    std::optional<std::uint32_t> expiry; ///< seconds from publication
    Peer peer;                           ///< of the connection that is gone, for the gatekeeper
    trace::EventId cause = 0;            ///< the disconnect
    trace::JourneyId journey = 0;
    bool stored = false; ///< the store knows it
};

/// Retained messages that a new subscription is still to get; sent as the receiver takes them.
struct RetainedReplay
{
    RetainedMessages::Cursor cursor;
    Subscription subscription;
};

/// What a server remembers of a client [MQTT5 4.1]: outlives the network connection as long as its expiry says.
struct Session
{
    Session(std::string id, std::uint64_t number)
        : clientId(std::move(id)), serial(number), timer(Timer::Of::Session, this)
    {}

    std::string clientId;
    std::uint64_t serial;             ///< order of creation: makes fan-out order reproducible
    Connection* connection = nullptr; ///< null while disconnected
    std::uint32_t expiry = 0;         ///< seconds after disconnection; kNeverExpires
    bool stored = false;              ///< the store keeps it
    std::map<std::string, Subscription, std::less<>> subscriptions; ///< by filter as the client wrote it
    DeliveryQueue deliveries;
    std::vector<PacketId> received; ///< inbound QoS 2 awaiting PUBREL, sorted
    std::unique_ptr<std::deque<RetainedReplay>> replays;
    std::unique_ptr<ArmedWill> will;
    std::optional<Instant> willDue;   ///< while disconnected and the will is delayed
    std::optional<Instant> expiresAt; ///< while disconnected; empty: never
    std::unique_ptr<DropTally> dropped; ///< null: nothing yet
    Timer timer; ///< the earlier of willDue and expiresAt

    // As the last CONNECT said, for the console.
    Version version = Version::v311;
    std::uint16_t keepAlive = 0;
    bool cleanStart = true;
};

} // namespace greensward::mqtt
