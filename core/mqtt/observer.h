// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/broker.h"

#include <cstddef>
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
    virtual void pinged(const Peer& /*peer*/) {}
    /// A client's PUBLISH that was understood, allowed or not. Sizes in octets.
    virtual void published(const Peer& /*peer*/, std::string_view /*topic*/, std::size_t /*payload*/) {}
    /// A PUBLISH on its way to a client.
    virtual void delivered(const Peer& /*peer*/, std::string_view /*topic*/, std::size_t /*payload*/) {}
};

} // namespace greensward::mqtt
