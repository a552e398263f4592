// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edge_links.h"

namespace greensward::app {

namespace {

constexpr std::uint16_t kWebPort = 443;

} // namespace

std::unique_ptr<net::TlsSettings> edgeTls(const EdgeConfig& config, std::uint16_t port, const char* alpn)
{
    auto tls = std::make_unique<net::TlsSettings>();
    tls->certificateChainPem = config.certificatePem;
    tls->privateKeyPem = config.keyPem;
    tls->trustedPem = config.caPem;
    if (port == kWebPort)
        tls->alpn = {alpn};
    return tls;
}

void EdgeLinks::open(const std::string&, net::LinkHandler& handler, std::function<void(Result<net::Link*>)> done)
{
    if (!m_wan)
        return done(failure("the cable to the cloud is out"));
    net::connectLink(m_loop,
                     {.host = m_config.iotHost,
                      .port = m_config.iotMqttPort,
                      .tls = edgeTls(m_config, m_config.iotMqttPort, "x-amzn-mqtt-ca")},
                     handler, std::move(done));
}

} // namespace greensward::app
