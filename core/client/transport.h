// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/http.h"
#include "base/result.h"

#include <functional>

namespace greensward::client {

/// Carries one HTTP request to an endpoint and its answer back: in process to the built-in cloud, over the network to
/// any other. Used on one thread, on which the answers come back, too.
class Transport
{
public:
    /// The error is one sentence: why there is no answer at all.
    using Received = std::function<void(Result<aws::Response>)>;

    virtual ~Transport() = default;
    /// received is called once and never from inside send(); never after the transport is gone.
    virtual void send(aws::Request request, Received received) = 0;
};

} // namespace greensward::client
