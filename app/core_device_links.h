// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lab_client.h"
#include "base/clock.h"
#include "net/event_loop.h"
#include "pki/certificate.h"
#include "simulator/link_maker.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace greensward::app {

/// Links of simulated devices to the core of their group: each asks the discovery service with its own certificate, as a
/// genuine device does, and connects over TLS to what it was told. It keeps the answer until the core cannot be reached
/// there any more. Engine thread.
class CoreDeviceLinks final : public simulator::LinkMaker
{
public:
    struct Cloud
    {
        std::string host;
        std::uint16_t port = 0; ///< of HTTPS
        std::string rootPem;
    };
    /// cloud: asked whenever a device discovers.
    CoreDeviceLinks(net::EventLoop& loop, const Clock& clock, std::function<Cloud()> cloud);

    /// The certificate a device shows; a device without one gets no link.
    void setIdentity(const std::string& deviceId, const pki::Identity& identity);

    void open(const std::string& deviceId, net::LinkHandler& handler,
              std::function<void(Result<net::Link*>)> done) override;
    bool realTls() const override { return true; }

private:
    using Done = std::function<void(Result<net::Link*>)>;
    struct Sensor
    {
        std::string certificatePem, keyPem;
        std::optional<LabClient::Place> core; ///< where it was, when it was found last
    };
    void connect(const std::string& deviceId, net::LinkHandler& handler, const Done& done);

    net::EventLoop& m_loop;
    const Clock& m_clock;
    std::function<Cloud()> m_cloud;
    std::map<std::string, Sensor> m_sensors;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace greensward::app
