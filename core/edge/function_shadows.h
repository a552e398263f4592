// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "edge/core_store.h"
#include "lambda/function_requests.h"
#include "shadow/service.h"

#include <deque>
#include <string>
#include <string_view>

namespace greensward::edge {

/// GGShadowService's other face: what a function asks of it directly, without a route, and waits for (10.5). One
/// thread.
class FunctionShadows
{
public:
    explicit FunctionShadows(shadow::ShadowService& service) : m_service(service) {}

    void ask(lambda::FunctionRequests::ShadowVerb verb, const std::string& thing, std::string_view payload,
             std::string_view who, shadow::Moment now, lambda::FunctionRequests::Done done);
    /// The store has made everything up to this ticket safe.
    void committed(Ticket upTo);

private:
    struct Waiting
    {
        Ticket ticket = 0;
        lambda::FunctionRequests::Answer answer;
        lambda::FunctionRequests::Done done;
    };
    shadow::ShadowService& m_service;
    std::deque<Waiting> m_waiting;
    Ticket m_committed = 0;
};

} // namespace greensward::edge
