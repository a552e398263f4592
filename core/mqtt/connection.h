// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/gatekeeper.h"
#include "mqtt/held_packets.h"
#include "mqtt/outbox.h"
#include "mqtt/route_cache.h"
#include "mqtt/session.h"
#include "mqtt/throttle.h"
#include "mqtt/timer_heap.h"

#include <limits>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace greensward::mqtt {

/// Topic aliases that the client taught us, and those we taught the client [MQTT5 3.3.2.3.4].
struct TopicAliases
{
    std::vector<std::string> inbound; ///< by alias - 1; empty: not set
    std::unordered_map<std::string, std::uint16_t, TextHash, std::equal_to<>> outbound;
};

/// One network connection, from link to close. Kept small: ten thousand of them may idle.
struct Connection
{
    Connection(ConnectionId number, Peer other) : id(number), peer(std::move(other)), timer(Timer::Of::Connection, this)
    {}

    ConnectionId id;
    Peer peer;
    Session* session = nullptr; ///< null before CONNECT and after the end
    Outbox outbox;
    Version version = Version::v311;
    bool established = false;              ///< CONNACK has gone to the outbox: deliveries may follow
    bool closing = false;                  ///< nothing more is read; closed once the output is written
    bool blocked = false;                  ///< the link was full when the last turn ended
    bool quiet = false;                    ///< blocked, and was given something this turn
    bool tooSlow = false;                  ///< to be closed when its timer fires
    bool problemInformation = true;        ///< reason strings and user properties on acknowledgements
    std::uint16_t aliasMaximum = 0;        ///< that we may use towards the client
    std::uint16_t receiveMaximum = 65'535; ///< of the client
    std::uint16_t keepAlive = 0;           ///< seconds, as enforced; 0: off
    std::uint16_t quotaUsed = 0;           ///< QoS > 0 received and not finished
    std::uint32_t maximumPacket = std::numeric_limits<std::uint32_t>::max(); ///< of the client, in bytes
    std::uint32_t askedExpiry = 0;                                           ///< session expiry in CONNECT, seconds
    std::uint32_t pendingSlot = kNotPending;
    std::uint32_t seat = 0; ///< the observer's own number for it
    Route* lastRoute = nullptr; ///< of the topic published last, valid in lastEpoch
    std::uint64_t lastEpoch = 0;
    Instant lastReceived{};
    Bytes partial; ///< the front of a packet whose rest has not arrived
    std::unique_ptr<HeldPackets> held;
    std::unique_ptr<TopicAliases> aliases;
    std::unique_ptr<DropTally> dropped; ///< null: nothing yet
    std::unique_ptr<Throttle> throttle; ///< null: as fast as it likes
    trace::EventId event = 0; ///< LinkOpened, then ClientConnected: cause of what the client does
    trace::JourneyId journey = 0;
    Timer timer; ///< connect timeout, then keep alive

    static constexpr std::uint32_t kNotPending = std::numeric_limits<std::uint32_t>::max();
};

} // namespace greensward::mqtt
