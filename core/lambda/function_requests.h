// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lambda/function.h"

#include <functional>
#include <string>
#include <string_view>

namespace greensward::lambda {

/// One line of a function's log. START, END and REPORT are lines as others are.
struct LogLine
{
    std::string arn;
    std::string instance;
    std::string requestId; ///< of the call in progress; empty between two
    std::string text;      ///< without its end; at most 8 KB, longer ones are cut
};

/// What a running function asks of the place where it runs (the module greengrasssdk). The host implements it; a call
/// is answered exactly once, now or later, and the function's thread waits for that. Engine thread.
class FunctionRequests
{
public:
    /// error empty: it was done. payload: the document of a shadow, or the result of a function.
    struct Answer
    {
        std::string payload{};
        std::string error{};         ///< what greengrasssdk raises: for shadows the rejected document, else a sentence
        std::string functionError{}; ///< "", "Handled", "Unhandled": of invoke
    };
    using Done = std::function<void(Answer)>;

    enum class ShadowVerb : std::uint8_t { Get, Update, Delete };

    virtual ~FunctionRequests() = default;
    /// queueFullPolicy: "", "BestEffort" or "AllOrException".
    virtual void publish(const FunctionSpec& by, std::string topic, std::string payload, std::string queueFullPolicy,
                         Done done) = 0;
    virtual void shadow(const FunctionSpec& by, ShadowVerb verb, std::string thing, std::string payload, Done done) = 0;
    /// event: nobody waits for the result, an empty payload is the answer. clientContext: JSON text, or empty.
    virtual void invoke(const FunctionSpec& by, std::string function, std::string qualifier, bool event,
                        std::string payload, std::string clientContext, Done done) = 0;
    /// Lines of one instance come in order. Bounded: an instance that writes faster than 2000 lines a second loses the
    /// rest, and a line says how many.
    virtual void log(const LogLine& line) = 0;
};

} // namespace greensward::lambda
