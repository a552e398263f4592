// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "memory_hub.h"
#include "mqtt/client.h"
#include "mqtt/client_wire.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace greensward::edge::test {

/// A device, or a client of the cloud: connects to a hub, remembers what it hears.
class WorldClient final : private mqtt::ClientHandler, private net::LinkHandler
{
public:
    /// certificate: the id that it shows; empty: none.
    WorldClient(const ManualClock& clock, simulation::MemoryHub& hub, std::string id, std::string certificate,
                std::uint64_t seed);

    void start();
    void stop();
    void subscribe(const std::string& filter, mqtt::QoS qos = mqtt::QoS::AtMostOnce);
    /// QoS 0 is lost when it is not connected.
    void publish(const std::string& topic, std::string_view payload, mqtt::QoS qos = mqtt::QoS::AtLeastOnce,
                 bool retain = false);
    bool online() const { return m_client.state() == mqtt::ClientState::Online; }
    const std::string& id() const { return m_id; }
    std::size_t unacknowledged() const { return m_published.size(); }
    /// Payloads that were acknowledged.
    const std::vector<std::string>& acknowledged() const { return m_acknowledged; }
    /// "topic payload" since the last call.
    std::vector<std::string> take();
    int refusals() const { return m_refusals; }
    int connections() const { return m_connections; }
    /// Topic and payload of everything, as it comes.
    std::function<void(std::string_view topic, std::string_view payload)> heard;
    void breakLink();
    simulator::LinkFaults faults;
    mqtt::ClientSettings settings() const { return m_client.settings(); }

    void advance();
    std::optional<Instant> nextDeadline() const { return m_client.nextDeadline(); }

private:
    void connected(const mqtt::Connack& answer) override;
    void refused(mqtt::ReasonCode code, std::string_view reason) override;
    void message(const mqtt::Publish& message) override;
    void acknowledged(mqtt::Token token, mqtt::ReasonCode code) override;
    void dropped(mqtt::Token token, std::string_view why) override;
    void received(net::Link& link, ByteView bytes) override;
    void writable(net::Link& link) override;
    void closed(net::Link& link, std::string_view why) override;
    void pump();

    const ManualClock& m_clock;
    simulation::MemoryHub& m_hub;
    std::string m_id;
    std::shared_ptr<const net::PeerCertificate> m_certificate;
    mqtt::Client m_client;
    mqtt::ClientWire m_wire;
    simulation::HubLink* m_link = nullptr;
    std::map<mqtt::Token, std::string> m_published;
    std::vector<std::string> m_acknowledged;
    std::vector<std::string> m_heard;
    int m_refusals = 0;
    int m_connections = 0;
    bool m_pumping = false;
};

} // namespace greensward::edge::test
