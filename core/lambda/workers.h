// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lambda/function.h"
#include "lambda/function_requests.h"

#include <functional>
#include <string>
#include <string_view>

namespace greensward::lambda {

/// Where functions run. Two exist: Processes (process_workers.h), and whatever a test or the simulation puts in its
/// place. Callbacks come on the engine thread, never from inside the call that asked for them. Engine thread.
class Workers
{
public:
    using Done = std::function<void(Outcome)>;

    virtual ~Workers() = default;

    /// Makes the function known. A pinned one starts now. Given again with the same ARN it replaces: instances of the
    /// former end when they are idle. requests must outlive the function, that is: remove().
    virtual void add(FunctionSpec spec, FunctionRequests& requests) = 0;
    /// Ends its instances; calls in progress and in line come back as Gone. Nothing of it is called afterwards, but
    /// done.
    virtual void remove(std::string_view arn) = 0;
    /// On demand: an idle instance, or a new one, or the line when mostInstances are busy. Pinned: the line.
    virtual void invoke(std::string_view arn, Invocation invocation, Done done) = 0;
    /// For people: "processes in a private file system (bubblewrap)", "plain processes (bubblewrap is not installed)".
    virtual std::string isolation() const = 0;
    /// Whether functions of that runtime ("nodejs12.x") can run here; if not, a sentence for who chose it.
    virtual Result<void> canRun(std::string_view /*runtime*/) const { return {}; }
};

} // namespace greensward::lambda
