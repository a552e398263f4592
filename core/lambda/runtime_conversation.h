// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lambda/frame.h"
#include "lambda/runtime_door.h"

#include <optional>
#include <string>

namespace greensward::lambda {

/// One instance's side of the Lambda Runtime API (2018-06-01), put into the frames that a bootstrap of ours would have
/// sent: its first GET of …/invocation/next says that it is ready, a POST of …/response or …/error is a result.
class RuntimeConversation
{
public:
    /// Nothing when it only waits, or was refused.
    std::optional<Frame> heard(RuntimeRequest request);
    /// An invocation, for the next who asks.
    void say(Frame invocation);

private:
    std::optional<Frame> next(RuntimeRequest request);
    std::optional<Frame> result(RuntimeRequest request, std::string_view rest);
    std::optional<Frame> initProblem(RuntimeRequest request);
    void hand(RuntimeRequest request, Frame invocation);

    std::optional<RuntimeRequest> m_waiting;
    std::optional<Frame> m_unread;
    std::string m_current; ///< request id of what was read and has no result yet
    bool m_ready = false;
};

} // namespace greensward::lambda
