// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "mqtt/broker_port.h"
#include "mqtt/client.h"
#include "mqtt/client_wire.h"
#include "net/event_loop.h"

namespace greensward::app {

/// What the two ends of a link within this program say of each other.
net::LinkDescription inMemory(std::string address);

/// An MQTT client of this very program: a complete client with a link in memory to the gateway's broker, for whoever
/// wants to be a client like any other. Connects again by itself. Engine thread.
class MemoryClient final : private net::LinkHandler
{
public:
    struct Parts
    {
        net::EventLoop& loop;
        const Clock& clock;
        mqtt::BrokerPort& port;
    };
    /// simulated: it plays a device.
    MemoryClient(const Parts& parts, mqtt::ClientSettings settings, mqtt::ClientHandler& handler, bool simulated);
    ~MemoryClient() override;
    MemoryClient(const MemoryClient&) = delete;
    MemoryClient& operator=(const MemoryClient&) = delete;

    Result<void> start();
    /// Says goodbye; the link goes in a later turn.
    void stop();
    mqtt::Client& client() { return m_client; }
    const mqtt::Client& client() const { return m_client; }
    /// To be called after anything else fed the client.
    void pump();
    Instant now() const { return m_parts.clock.now(); }

private:
    void received(net::Link& link, ByteView bytes) override;
    void writable(net::Link& link) override;
    void closed(net::Link& link, std::string_view why) override;
    void openLink();

    Parts m_parts;
    bool m_simulated;
    mqtt::Client m_client;
    net::EventLoop::Timer m_timer;
    mqtt::ClientWire m_link;
    bool m_pumping = false;
};

} // namespace greensward::app
