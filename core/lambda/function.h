// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace greensward::lambda {

enum class Encoding : std::uint8_t { Json, Binary };

/// What is known of a function before it runs. A plain value; the ARN with its qualifier names the instances, so two
/// versions never share one.
struct FunctionSpec
{
    std::string arn;              ///< "arn:aws:lambda:us-east-1:123456789012:function:counter:3"
    std::string handler;          ///< "index.handler"
    std::string runtime;          ///< "python3.9", "nodejs12.x", "provided": see runtime.h
    std::filesystem::path folder; ///< the unpacked package, see package.h; the caller keeps it while instances live
    /// The configured variables and what the host adds (AWS_IOT_THING_NAME …). Instances inherit nothing else but PATH,
    /// HOME and LANG.
    std::map<std::string, std::string> environment{};
    std::chrono::milliseconds timeout{3000}; ///< of one call of the handler
    std::uint64_t memoryKiB = 131072;        ///< resident; see Workers for how it is enforced
    bool pinned = false;                     ///< long-lived: one instance, calls wait in line; else on demand
    Encoding encoding = Encoding::Json;
    std::size_t mostInstances = 25; ///< on demand
    bool contained = true; ///< false: not in a private file system, as a core's IsolationMode NoContainer
    std::string name() const;       ///< "counter"
    std::string version() const;    ///< "3"; "$LATEST" when the ARN has no qualifier
    /// On a Greengrass core, which gives MY_FUNCTION_ARN: the module may take as long as it likes until it is loaded, and
    /// the context is that of a core.
    bool onCore() const { return environment.contains("MY_FUNCTION_ARN"); }
    bool operator==(const FunctionSpec&) const = default;
};

/// One call of a handler.
struct Invocation
{
    std::string requestId; ///< a UUID
    std::string payload;
    /// JSON text, already decoded from base64; empty without. {"custom":{"subject":"a/b"}} for a message.
    std::string clientContext{};
    bool logTail = false; ///< whether Outcome::logTail is wanted
};

/// What AWS writes into the REPORT line.
struct Report
{
    std::string requestId{};
    std::string instance{};               ///< "counter-3#2": which of the function's instances ran it
    std::chrono::microseconds duration{}; ///< of the handler, as seen from outside the process
    std::chrono::microseconds startup{};  ///< until the module was loaded; zero for a warm start
    std::uint64_t memoryUsedKiB = 0;      ///< resident, the most seen; 0 when the platform does not tell
    bool cold = false;
};

/// How a call ended. Always exactly one for each invocation, a lost instance included.
struct Outcome
{
    enum class Error : std::uint8_t {
        None,
        Handled,   ///< the handler raised, and the instance lives on
        Unhandled, ///< timeout, out of memory, death, a module that cannot be loaded
        Throttled, ///< nobody ran it: too many are waiting
        Gone,      ///< the function was removed, or was never there
    };
    Error error = Error::None;
    std::string payload{}; ///< the result; for an error {"errorMessage","errorType"?,"stackTrace"?} as AWS has it
    Report report{};
    std::string logTail{}; ///< the last 4 KB of this call's log, when asked for
    bool failed() const { return error != Error::None; }
};

} // namespace greensward::lambda
