// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/client.h"
#include "mqtt/client_wire.h"
#include "net/link.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::edge {

/// Opens links to the device gateway of the cloud: over TLS with the core's certificate, in memory, or with faults.
class CloudLinks
{
public:
    virtual ~CloudLinks() = default;
    /// done is called once, now or later, unless the asker goes first.
    virtual void open(const std::string& clientId, net::LinkHandler& handler,
                      std::function<void(Result<net::Link*>)> done) = 0;
};

class CloudConnection;

/// Who hears what comes down a connection. Views live for the call.
class CloudEars
{
public:
    virtual ~CloudEars() = default;
    virtual void cloudReached(CloudConnection&) = 0;
    virtual void cloudLost(CloudConnection&, std::string_view why) = 0;
    /// The cloud has answered for all filters that are asked for: what it says from now on is heard.
    virtual void cloudListens(CloudConnection&) = 0;
    virtual void cloudRefuses(CloudConnection&, std::string_view filter) = 0;
    virtual void cloudSaid(CloudConnection&, std::string_view topic, ByteView payload) = 0;
    /// The message that was sent last has arrived, or has been given up.
    virtual void cloudTook(CloudConnection&, bool taken) = 0;
    /// After any of these, and after links came or went: there may be something to do.
    virtual void cloudStirred() = 0;
};

/// One MQTT connection of a core to the cloud: what it listens to, and messages up, one at a time. Connects again by
/// itself, with growing pauses. Driven by advance() and pump(); one thread.
class CloudConnection final : private mqtt::ClientHandler, private net::LinkHandler
{
public:
    struct Settings
    {
        std::string clientId{};
        std::uint16_t keepAlive = 600;
        Duration mostPause = std::chrono::seconds(60); ///< between attempts
        Duration ackTimeout = std::chrono::seconds(30);
        bool persistent = false; ///< QoS 1 and a session in the cloud, for what comes down
    };
    CloudConnection(const Clock& clock, CloudLinks& links, CloudEars& ears, Settings settings, Random random);
    ~CloudConnection() override;

    Result<void> start();
    /// Says goodbye.
    void stop();
    /// Loses the link at hand, and looks for another as always.
    void hangUp() { m_wire.abort(); }

    /// Subscribes and unsubscribes what differs.
    void listenTo(const std::set<std::string>& filters);
    const std::set<std::string>& filters() const { return m_filters; }
    /// At QoS 1; false while another is on its way, or when it cannot be sent at all (why tells).
    bool send(std::string_view topic, std::string_view payload, std::string& why);
    /// The same, at QoS 0 and whatever else is under way; lost without a connection.
    void say(std::string_view topic, std::string_view payload);
    /// Connected, and everything that is asked for has been answered.
    bool listens() const { return online() && m_asked.empty(); }
    bool online() const { return m_client.state() == mqtt::ClientState::Online; }
    bool sending() const { return m_sending != 0; }

    void advance();
    /// Writes as far as the link takes it, and opens one when one is needed. After anything that fed it.
    void pump();
    std::optional<Instant> nextDeadline() const { return m_client.nextDeadline(); }

private:
    void connected(const mqtt::Connack& answer) override;
    void refused(mqtt::ReasonCode code, std::string_view reason) override;
    void disconnected(mqtt::ClientEnd end, mqtt::ReasonCode code, std::string_view why) override;
    void message(const mqtt::Publish& message) override;
    void acknowledged(mqtt::Token token, mqtt::ReasonCode code) override;
    void subscribed(mqtt::Token token, std::span<const mqtt::ReasonCode> codes) override;
    void dropped(mqtt::Token token, std::string_view why) override;

    void received(net::Link& link, ByteView bytes) override;
    void writable(net::Link& link) override;
    void closed(net::Link& link, std::string_view why) override;
    void dial();
    template<typename Work>
    void feed(Work work);
    void ask(const std::vector<std::string>& filters);
    void answered(mqtt::Token token);

    const Clock& m_clock;
    CloudLinks& m_links;
    CloudEars& m_ears;
    mqtt::QoS m_quality;
    mqtt::Client m_client;
    mqtt::ClientWire m_wire;
    std::set<std::string> m_filters;
    std::map<mqtt::Token, std::vector<std::string>> m_asked; ///< not answered yet
    mqtt::Token m_sending = 0;
    bool m_dialling = false;
    bool m_pumping = false;
    bool m_feeding = false;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace greensward::edge
