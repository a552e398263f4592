// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace greensward::ui {

/// A call of a function that has ended, whoever made it. What it was asked and what it answered only its caller knows.
struct EndedCall
{
    std::uint64_t number = 0; ///< rises over all functions
    std::string function{};
    std::string version{}; ///< that ran
    std::string requestId{};
    WallTime ended{};
    bool failed = false;
    std::string problem{}; ///< of a failed one: {"errorMessage", …}
    std::string log{};     ///< START, END and REPORT too
    std::uint64_t linesLeftOut = 0;
};

/// What a host of functions remembers of their calls, beyond what the Lambda API tells.
/// The window's thread.
class FunctionsPort
{
public:
    virtual ~FunctionsPort() = default;
    /// Those that ended after the one of this number, oldest first; 0: all that are remembered, 500 at most. done: once,
    /// later, on the same thread; not called when this port goes before.
    virtual void callsAfter(std::uint64_t number, std::function<void(std::vector<EndedCall>)> done) = 0;
};

} // namespace greensward::ui
