// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/transport.h"

#include <deque>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace greensward::edge::test {

/// A cloud's HTTPS side that a test plays: answers come when deliver() is called, in order.
class PlayedTransport final : public client::Transport
{
public:
    using Answer = std::function<Result<aws::Response>(const aws::Request&)>;

    Answer answer = [](const aws::Request&) -> Result<aws::Response> {
        return aws::Response{.status = 404, .body = "{}"};
    };
    bool reachable = true;
    /// "GET /things/lamp/shadow", as asked.
    std::vector<std::string> asked;

    void send(aws::Request request, Received received) override
    {
        asked.push_back(request.method + " " + request.target);
        m_waiting.emplace_back(std::move(request), std::move(received));
    }
    bool idle() const { return m_waiting.empty(); }
    /// False when there was nothing to deliver.
    bool deliver()
    {
        if (m_waiting.empty())
            return false;
        auto [request, received] = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (reachable)
            received(answer(request));
        else
            received(failure("the network is down"));
        return true;
    }
    /// Whoever asked is gone: what was on its way is still done, and nobody hears of it.
    void forget()
    {
        while (!m_waiting.empty()) {
            if (reachable)
                static_cast<void>(answer(m_waiting.front().first));
            m_waiting.pop_front();
        }
    }

private:
    std::deque<std::pair<aws::Request, Received>> m_waiting;
};

} // namespace greensward::edge::test
