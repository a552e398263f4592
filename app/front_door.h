// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "mqtt/broker_port.h"
#include "net/listener.h"
#include "trace/recorder.h"

#include <set>
#include <string>

namespace greensward::app {

/// Receives what comes to the listening ports: links go to the broker, requests are answered, refusals are recorded.
/// Engine thread.
class FrontDoor final : public net::ListenerHandler
{
public:
    FrontDoor(mqtt::BrokerPort& port, trace::Recorder& recorder, std::uint64_t seed);

    /// Certificates (fingerprints) of the workspace's simulated devices, shown as such.
    void setSimulated(std::set<std::string> certificates) { m_simulated = std::move(certificates); }

    net::LinkHandler* linkOpened(net::Link& link) override;
    void refused(const std::string& address, std::uint16_t localPort, const std::string& why) override;
    /// No AWS operation is built so far: each gets AWS's answer to an operation it does not know.
    void request(const net::HttpRequest& request, net::HttpResponder respond) override;

private:
    std::string requestId();

    mqtt::BrokerPort& m_port;
    trace::Recorder& m_recorder;
    Random m_random;
    std::set<std::string> m_simulated;
};

} // namespace greensward::app
