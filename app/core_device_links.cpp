// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core_device_links.h"

#include "app/core_discovery.h"
#include "net/listener.h"

#include <fmt/format.h>

namespace greensward::app {

CoreDeviceLinks::CoreDeviceLinks(net::EventLoop& loop, const Clock& clock, std::function<Cloud()> cloud)
    : m_loop(loop), m_clock(clock), m_cloud(std::move(cloud))
{}

void CoreDeviceLinks::setIdentity(const std::string& deviceId, const pki::Identity& identity)
{
    m_sensors.insert_or_assign(deviceId, Sensor{identity.certificate.pem(), identity.key.pem(), {}});
}

void CoreDeviceLinks::open(const std::string& deviceId, net::LinkHandler& handler, Done done)
{
    const auto found = m_sensors.find(deviceId);
    if (found == m_sensors.end())
        return done(failure(fmt::format("{} has no certificate", deviceId)));
    if (found->second.core)
        return connect(deviceId, handler, done);
    const Cloud cloud = m_cloud();
    LabClient::Place place;
    place.host = cloud.host;
    place.port = cloud.port;
    place.trustedPem = cloud.rootPem;
    place.certificatePem = found->second.certificatePem;
    place.keyPem = found->second.keyPem;
    CoreDiscovery::ask(m_loop, m_clock, place, deviceId, {},
                       [this, alive = std::weak_ptr(m_alive), deviceId, &handler, done](Result<LabClient::Place> core) {
                           if (alive.expired())
                               return done(failure("the devices are gone"));
                           if (!core)
                               return done(tl::unexpected(core.error()));
                           m_sensors[deviceId].core = std::move(*core);
                           connect(deviceId, handler, done);
                       });
}

void CoreDeviceLinks::connect(const std::string& deviceId, net::LinkHandler& handler, const Done& done)
{
    const LabClient::Place& core = *m_sensors[deviceId].core;
    net::ConnectSettings settings;
    settings.host = core.host;
    settings.port = core.port;
    settings.tls = std::make_unique<net::TlsSettings>();
    settings.tls->certificateChainPem = core.certificatePem;
    settings.tls->privateKeyPem = core.keyPem;
    settings.tls->trustedPem = core.trustedPem;
    net::connectLink(m_loop, std::move(settings), handler,
                     [this, alive = std::weak_ptr(m_alive), deviceId, done](const Result<net::Link*>& link) {
                         if (!link && !alive.expired())
                             m_sensors[deviceId].core.reset(); // it is looked for anew
                         done(link);
                     });
}

} // namespace greensward::app
