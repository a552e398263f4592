// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/broker.h"
#include "net/event_loop.h"
#include "net/listener.h"

#include <memory>
#include <optional>

namespace greensward::mqtt {

/// Drives one Broker over real links: the only place where the two meet. A link's bytes go to receive(), outputs are
/// written once a turn of the loop, deadlines become a timer, closed links are told. Engine thread. Goes before its
/// loop and before its broker; links that are still open then are aborted without telling the broker.
class BrokerPort final : public net::LinkHandler
{
public:
    BrokerPort(net::EventLoop& loop, const Clock& clock, Broker& broker);
    ~BrokerPort() override;

    /// Takes a link that a listener (or a memory pair) opened; false when the broker turned it away (the link is
    /// closed).
    bool adopt(net::Link& link, bool simulated = false);
    /// To be called after anything else fed the broker (publish, committed, closeClient) so that outputs and timer
    /// follow.
    void wake();
    std::size_t links() const;
    /// Of the link of a connection, as net::Link::roundTrip(); nothing when it is gone.
    std::optional<Duration> roundTrip(ConnectionId connection) const;

    void received(net::Link& link, ByteView bytes) override;
    void writable(net::Link& link) override;
    void closed(net::Link& link, std::string_view why) override;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace greensward::mqtt
