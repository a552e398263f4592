// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edge_config.h"
#include "edge/cloud_connection.h"
#include "net/event_loop.h"
#include "net/listener.h"

#include <memory>
#include <string>

namespace greensward::app {

/// How a core shows itself to the cloud and whom it believes there; on port 443 the protocol is named (ALPN).
std::unique_ptr<net::TlsSettings> edgeTls(const EdgeConfig& config, std::uint16_t port, const char* alpn);

/// MQTT over TLS with a core's certificate.
class EdgeLinks final : public edge::CloudLinks
{
public:
    EdgeLinks(net::EventLoop& loop, const EdgeConfig& config) : m_loop(loop), m_config(config) {}
    /// Nothing can be opened while the cable to the cloud is out.
    void setWan(bool in) { m_wan = in; }
    void open(const std::string& clientId, net::LinkHandler& handler,
              std::function<void(Result<net::Link*>)> done) override;

private:
    net::EventLoop& m_loop;
    const EdgeConfig& m_config;
    bool m_wan = true;
};

} // namespace greensward::app
