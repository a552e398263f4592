// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/running_api.h"

#include "app/lab_site.h"

namespace greensward::app {

RunningApi::RunningApi(const Whereabouts& at)
    : m_transport(m_loop, m_clock, {.host = at.address(), .port = at.ports.api}), m_api(m_transport, m_clock, accountAt(at))
{}

client::Answer RunningApi::ask(client::Call call)
{
    client::Answer got;
    m_api.call(std::move(call), [this, &got](const client::Answer& answer) {
        got = answer;
        m_loop.stop();
    });
    m_loop.run();
    return got;
}

} // namespace greensward::app
