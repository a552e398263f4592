// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/broker.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace greensward::mqtt {

/// Hears what happens at a broker, in the order in which it happens, whether or not anybody reads the recorder: what
/// the cloud's lifecycle events and its meter are made of. Called on the engine thread, must not call back into the
/// broker; views live for the call. published() and delivered() are on the hot path.
class BrokerObserver
{
public:
    virtual ~BrokerObserver() = default;

    /// CONNECT was accepted.
    virtual void connected(const Peer& /*peer*/, std::string_view /*clientId*/, const Connect& /*packet*/) {}
    /// Why CONNECT was refused, in words; the reason code as for MQTT 5.
    virtual void refused(const Peer& /*peer*/, std::string_view /*clientId*/, ReasonCode /*code*/) {}
    virtual void disconnected(const Peer& /*peer*/, std::string_view /*clientId*/, DisconnectReason /*reason*/) {}
    /// The filters of one SUBSCRIBE that were granted; there is at least one.
    virtual void subscribed(const Peer& /*peer*/, std::string_view /*clientId*/,
                            std::span<const std::string_view> /*filters*/)
    {}
    /// The filters of one UNSUBSCRIBE that there were; there is at least one.
    virtual void unsubscribed(const Peer& /*peer*/, std::string_view /*clientId*/,
                              std::span<const std::string_view> /*filters*/)
    {}

    // What is metered. A seat is the observer's own number for a connection, so that it need not look it up for each
    // message.
    /// After connected(); the answer comes back with all that happens on this connection.
    virtual std::uint32_t seat(std::string_view /*clientId*/, const Connect& /*packet*/) { return 0; }
    /// After disconnected().
    virtual void left(std::uint32_t /*seat*/) {}
    virtual void pinged(std::uint32_t /*seat*/) {}
    /// A SUBSCRIBE that was understood, granted or not.
    virtual void subscribing(std::uint32_t /*seat*/, const Subscribe& /*packet*/) {}
    /// A client's PUBLISH that was understood, allowed or not; the topic is whole, whatever alias it came with.
    virtual void published(std::uint32_t /*seat*/, const Publish& /*packet*/) {}
    /// A PUBLISH on its way to a client; the topic is whole.
    virtual void delivered(std::uint32_t /*seat*/, const Publish& /*packet*/) {}
    /// What was said to be on its way, at QoS 0, had no room in the outbox of a slow reader when the turn ended.
    virtual void takenBack(std::uint32_t /*seat*/, const Publish& /*packet*/) {}
    /// A client has acknowledged a message to the end: PUBACK, PUBCOMP or a PUBREC that refuses.
    virtual void acknowledged(std::uint32_t /*seat*/) {}
    /// A message was put aside for a client that is away.
    virtual void kept(std::string_view /*clientId*/, const Publish& /*packet*/) {}
};

} // namespace greensward::mqtt
