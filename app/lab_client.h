// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "mqtt/client.h"
#include "mqtt/client_wire.h"
#include "net/event_loop.h"
#include "net/link.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>

namespace greensward::app {

/// An MQTT client that a lab plays: over TLS, with a certificate, for one connection; it can end in any way there is.
/// Belongs to the loop's thread.
class LabClient final : private net::LinkHandler,
                        private mqtt::ClientHandler,
                        public std::enable_shared_from_this<LabClient>
{
public:
    struct Place
    {
        std::string host{};
        std::uint16_t port = 0;
        std::string trustedPem{};
        std::string certificatePem{};
        std::string keyPem{};
    };
    using Done = std::function<void(Result<void>)>;
    using Heard = std::function<void(const mqtt::Publish&)>;

    LabClient(net::EventLoop& loop, const Clock& clock, Place place, mqtt::ClientSettings settings);
    ~LabClient() override;

    /// done: once it is let in, or why not.
    void connect(Done done);
    /// done: once the gateway has granted it.
    void subscribe(const std::string& filter, int qos, Done done);
    /// done: once it is acknowledged; with QoS 0, once it is sent.
    void publish(const std::string& topic, const std::string& payload, int qos, bool retain, Done done);
    /// Says goodbye. done: once the connection has ended.
    void disconnect(Done done);
    /// TCP RST: no goodbye.
    void cut();
    /// Says and hears nothing any more; the connection stays.
    void silence();
    void setHeard(Heard heard) { m_heard = std::move(heard); }

private:
    void received(net::Link& link, ByteView bytes) override;
    void writable(net::Link& link) override;
    void closed(net::Link& link, std::string_view why) override;
    void connected(const mqtt::Connack& answer) override;
    void refused(mqtt::ReasonCode code, std::string_view reason) override;
    void disconnected(mqtt::ClientEnd end, mqtt::ReasonCode code, std::string_view why) override;
    void message(const mqtt::Publish& message) override;
    void acknowledged(mqtt::Token token, mqtt::ReasonCode code) override;
    void subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes) override;
    void dropped(mqtt::Token token, std::string_view why) override;

    void dial();
    void pump();
    void give(Done& done, Result<void> outcome);
    void give(mqtt::Token token, Result<void> outcome);
    void giveUp(const std::string& why);

    net::EventLoop& m_loop;
    const Clock& m_clock;
    Place m_place;
    mqtt::Client m_client;
    net::EventLoop::Timer m_timer;
    mqtt::ClientWire m_link;
    bool m_dialled = false;
    bool m_silent = false;
    bool m_pumping = false;
    Done m_connected, m_disconnected;
    std::map<mqtt::Token, Done> m_waiting;
    Heard m_heard;
};

} // namespace greensward::app
