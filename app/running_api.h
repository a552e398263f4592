// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/http_transport.h"
#include "app/ready_file.h"
#include "base/clock.h"
#include "client/api.h"
#include "net/event_loop.h"

namespace greensward::app {

/// The AWS APIs of a workspace that another process runs, for a command that asks and waits: calls are answered while
/// loop().run() is inside, and whoever has what was wanted stops the loop. One thread.
class RunningApi
{
public:
    explicit RunningApi(const Whereabouts& at);

    net::EventLoop& loop() { return m_loop; }
    client::Api& api() { return m_api; }
    /// One call.
    client::Answer ask(client::Call call);

private:
    net::EventLoop m_loop;
    SystemClock m_clock;
    HttpTransport m_transport;
    client::Api m_api;
};

} // namespace greensward::app
