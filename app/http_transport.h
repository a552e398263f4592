// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "client/transport.h"
#include "net/event_loop.h"
#include "net/listener.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <set>
#include <string>

namespace greensward::app {

/// HTTP/1.1 to one host: one request a connection, four at once, the others in line. Belongs to the loop's thread, as do
/// its answers; goes before the loop.
class HttpTransport final : public client::Transport
{
public:
    struct Place
    {
        std::string host;
        std::uint16_t port = 0;
        /// How to show oneself there and whom to believe; empty: in clear text.
        std::function<std::unique_ptr<net::TlsSettings>()> tls{};
        Duration timeout = std::chrono::seconds{30}; ///< of a request, from its connection on
        std::chrono::seconds connectTimeout{3};
    };
    HttpTransport(net::EventLoop& loop, const Clock& clock, Place place);
    ~HttpTransport() override;

    void send(aws::Request request, Received received) override;
    /// The cable is pulled, or put back: what is asked, or is under way, fails for as long.
    void setWan(bool in);

private:
    struct Call;
    void begin();
    void refuse(std::shared_ptr<Call> call, const char* why);

    net::EventLoop& m_loop;
    const Clock& m_clock;
    Place m_place;
    std::set<std::shared_ptr<Call>> m_open; ///< under way
    std::deque<std::shared_ptr<Call>> m_line;
    bool m_wan = true;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace greensward::app
