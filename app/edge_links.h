// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/edge_config.h"
#include "client/transport.h"
#include "edge/cloud_connection.h"
#include "net/event_loop.h"
#include "net/listener.h"

#include <deque>
#include <memory>
#include <set>
#include <string>

namespace greensward::app {

/// How a core shows itself to the cloud and whom it believes there; on port 443 the protocol is named (ALPN).
std::unique_ptr<net::TlsSettings> edgeTls(const EdgeConfig& config, std::uint16_t port, const char* alpn);

/// HTTPS with a core's certificate, one request a connection, some at once, the others in line. Belongs to the loop's
/// thread, as do its answers.
class EdgeTransport final : public client::Transport
{
public:
    EdgeTransport(net::EventLoop& loop, const Clock& clock, const EdgeConfig& config, std::string host,
                  std::uint16_t port, Duration timeout);
    ~EdgeTransport() override;

    void send(aws::Request request, Received received) override;

private:
    struct Call;
    void begin();

    net::EventLoop& m_loop;
    const Clock& m_clock;
    const EdgeConfig& m_config;
    std::string m_host;
    std::uint16_t m_port;
    Duration m_timeout;
    std::set<std::shared_ptr<Call>> m_open; ///< under way
    std::deque<std::shared_ptr<Call>> m_line;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

/// MQTT over TLS with a core's certificate.
class EdgeLinks final : public edge::CloudLinks
{
public:
    EdgeLinks(net::EventLoop& loop, const EdgeConfig& config) : m_loop(loop), m_config(config) {}
    void open(const std::string& clientId, net::LinkHandler& handler,
              std::function<void(Result<net::Link*>)> done) override;

private:
    net::EventLoop& m_loop;
    const EdgeConfig& m_config;
};

} // namespace greensward::app
