// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device_links.h"

#include "app/memory_client.h"
#include "net/listener.h"
#include "net/memory_link.h"

#include <fmt/format.h>

namespace greensward::app {

TlsDeviceLinks::TlsDeviceLinks(net::EventLoop& loop, std::string host, std::uint16_t port, std::string rootPem)
    : m_loop(loop), m_host(std::move(host)), m_port(port), m_rootPem(std::move(rootPem))
{}

void TlsDeviceLinks::setIdentity(const std::string& deviceId, pki::Identity identity)
{
    m_identities.insert_or_assign(deviceId, std::move(identity));
}

void TlsDeviceLinks::open(const std::string& deviceId, net::LinkHandler& handler,
                          std::function<void(Result<net::Link*>)> done)
{
    const auto found = m_identities.find(deviceId);
    if (found == m_identities.end()) {
        done(failure(fmt::format("{} has no certificate", deviceId)));
        return;
    }
    if (const std::string address = m_realOne(deviceId); !address.empty()) {
        const std::string why = fmt::format("the real {} is connected from {}", deviceId, address);
        m_replaced(deviceId, why);
        done(failure(why));
        return;
    }
    net::ConnectSettings settings;
    settings.host = m_host;
    settings.port = m_port;
    settings.tls = std::make_unique<net::TlsSettings>();
    settings.tls->certificateChainPem = found->second.certificate.pem();
    settings.tls->privateKeyPem = found->second.key.pem();
    settings.tls->trustedPem = m_rootPem;
    net::connectLink(m_loop, std::move(settings), handler, std::move(done));
}

void MemoryDeviceLinks::open(const std::string&, net::LinkHandler& handler,
                             std::function<void(Result<net::Link*>)> done)
{
    auto [device, gateway] = net::makeMemoryPair(m_loop, inMemory("gateway"), inMemory("simulated"));
    device->setHandler(&handler);
    if (m_port.adopt(*gateway, true)) {
        done(device);
        return;
    }
    device->setHandler(nullptr);
    device->close(net::CloseMode::Abort);
    done(failure("the gateway takes no more connections"));
}

} // namespace greensward::app
