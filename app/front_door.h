// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/phone_page.h"
#include "app/recorder_door.h"
#include "cloud/api_front.h"
#include "mqtt/broker_port.h"
#include "net/listener.h"
#include "pki/certificate.h"
#include "trace/finding.h"
#include "trace/recorder.h"

#include <set>
#include <string>
#include <utility>

namespace greensward::app {

/// Receives what comes to the listening ports: links go to the broker, requests to the cloud's API front or, below
/// /phone/, to the page, those for events to the recorder's door, refusals are recorded. Engine thread.
class FrontDoor final : public net::ListenerHandler
{
public:
    struct Cloud
    {
        cloud::ApiFront& front;
        const Clock& clock;
        const PhonePage& phone;
        RecorderDoor& events;
        bool unsignedWebSockets = false; ///< without a signature, too: the gatekeeper looks where they come from
    };
    FrontDoor(mqtt::BrokerPort& port, trace::Recorder& recorder, Cloud cloud);

    /// Certificates (fingerprints) of the workspace's simulated devices, shown as such.
    void setServerCertificate(pki::Certificate certificate) { m_certificate = std::move(certificate); }
    /// Where MQTT and HTTPS are told apart by ALPN.
    void setSharedPort(std::uint16_t port) { m_sharedPort = port; }
    void setSimulated(std::set<std::string> certificates) { m_simulated = std::move(certificates); }

    net::LinkHandler* linkOpened(net::Link& link) override;
    void refused(const net::Refusal& refusal) override;
    void request(const net::HttpRequest& request, net::HttpResponder respond) override;
    std::optional<net::HttpResponse> upgrading(const net::HttpRequest& request, net::LinkDescription& link) override;

private:
    void noteEvidence(trace::EventId cause, trace::Finding finding, const std::string& address, std::string_view why,
                      const std::string& particulars);
    std::string particularsOf(const net::Refusal& refusal) const;

    mqtt::BrokerPort& m_port;
    trace::Recorder& m_recorder;
    Cloud m_cloud;
    std::set<std::string> m_simulated;
    std::optional<pki::Certificate> m_certificate; ///< what TLS clients are shown
    std::uint16_t m_sharedPort = 0;
};

} // namespace greensward::app
