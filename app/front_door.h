// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/api_front.h"
#include "mqtt/broker_port.h"
#include "net/listener.h"
#include "trace/recorder.h"

#include <set>
#include <string>
#include <utility>

namespace greensward::app {

/// Receives what comes to the listening ports: links go to the broker, requests to the cloud's API front, refusals are
/// recorded. Engine thread.
class FrontDoor final : public net::ListenerHandler
{
public:
    struct Cloud
    {
        cloud::ApiFront& front;
        bool unsignedWebSockets = false; ///< without a signature, too: the gatekeeper looks where they come from
    };
    FrontDoor(mqtt::BrokerPort& port, trace::Recorder& recorder, Cloud cloud);

    /// Certificates (fingerprints) of the workspace's simulated devices, shown as such.
    void setSimulated(std::set<std::string> certificates) { m_simulated = std::move(certificates); }

    net::LinkHandler* linkOpened(net::Link& link) override;
    void refused(const std::string& address, std::uint16_t localPort, const std::string& why) override;
    void request(const net::HttpRequest& request, net::HttpResponder respond) override;
    std::optional<net::HttpResponse> upgrading(const net::HttpRequest& request, net::LinkDescription& link) override;

private:
    mqtt::BrokerPort& m_port;
    trace::Recorder& m_recorder;
    Cloud m_cloud;
    std::set<std::string> m_simulated;
};

} // namespace greensward::app
