// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/transport.h"
#include "net/event_loop.h"

#include <cstdint>
#include <string>

namespace greensward::app {

/// One HTTP/1.1 request a connection, in clear text: enough to ask an engine on this machine. Belongs to the loop's
/// thread, as do its answers; goes before the loop.
class PlainTransport final : public client::Transport
{
public:
    PlainTransport(net::EventLoop& loop, std::string host, std::uint16_t port)
        : m_loop(loop), m_host(std::move(host)), m_port(port)
    {}

    void send(aws::Request request, Received received) override;

private:
    struct Call;

    net::EventLoop& m_loop;
    std::string m_host;
    std::uint16_t m_port;
};

} // namespace greensward::app
