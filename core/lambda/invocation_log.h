// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "lambda/function.h"
#include "lambda/function_requests.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::lambda {

/// One call that has ended, as it is shown. A plain value that never changes.
struct RecentInvocation
{
    std::uint64_t number = 0; ///< rises over all functions: names a row, and tells what is new
    std::string arn{};        ///< with its version
    WallTime ended{};
    Report report{}; ///< request id, instance, duration, startup, memory, cold; a call that nobody ran has only its id
    Outcome::Error error = Outcome::Error::None;
    std::string problem{};            ///< for a failed one {"errorMessage", …}, at most 4 KB of it
    std::vector<std::string> lines{}; ///< START, END and REPORT too; the first and the last of them when there were more
    std::size_t linesLeftOut = 0;     ///< before the last of them
    std::size_t bytes = 0;            ///< of lines
};

/// What is remembered of one function, all of its versions together: enough for a window.
struct FunctionHistory
{
    std::vector<std::shared_ptr<const RecentInvocation>> invocations{}; ///< newest first
    std::vector<std::string> between{}; ///< what its instances said outside any call, oldest first: at import, of threads
    std::uint64_t calls = 0;            ///< all there were, since the start of the program
    std::uint64_t failures = 0;
    std::uint64_t coldStarts = 0;
};

/// The last calls of each function, with what they printed. Bounded, so it may hold whatever functions print. A host of
/// functions gives it every line and every outcome; asking copies pointers. Engine thread.
class InvocationLog
{
public:
    static constexpr std::size_t kMostInvocations = 100;    ///< of one function
    static constexpr std::size_t kMostBytes = 16 * 1024;    ///< of one call's lines: half for its first, half for its last
    static constexpr std::size_t kMostBetween = 16 * 1024;  ///< of one function
    static constexpr std::size_t kMostProblem = 4 * 1024;   ///< of an error's document
    static constexpr std::size_t kMostRunning = 1000;       ///< calls whose lines came but not their end, of one function

    /// Before the outcome of its call, as Workers tell them.
    void line(const LogLine& line);
    /// requestId: for a call that nobody ran, whose report is empty.
    void ended(std::string_view arn, std::string_view requestId, const Outcome& outcome, WallTime when);
    /// By name: "counter". An empty history when there is none.
    FunctionHistory of(std::string_view name) const;
    /// Names of all that have a history, in order.
    std::vector<std::string> functions() const;
    /// Rises with every line and every end: whether to look again.
    std::uint64_t changes() const { return m_changes; }
    void forget(std::string_view name);

private:
    /// Lines with a bound: the first and the last of them.
    class Lines
    {
    public:
        explicit Lines(std::size_t most) : m_most(most) {}
        void add(std::string_view text, bool keepFirst);
        void moveInto(RecentInvocation& invocation);
        std::vector<std::string> all() const;

    private:
        std::size_t m_most;
        std::vector<std::string> m_first{};
        std::size_t m_firstBytes = 0;
        std::deque<std::string> m_last{};
        std::size_t m_lastBytes = 0;
        std::size_t m_leftOut = 0;
    };
    struct Function
    {
        std::deque<std::shared_ptr<const RecentInvocation>> invocations{}; ///< newest first
        std::map<std::string, Lines, std::less<>> running{};              ///< by request id
        Lines between{kMostBetween};
        std::uint64_t calls = 0;
        std::uint64_t failures = 0;
        std::uint64_t coldStarts = 0;
    };

    std::map<std::string, Function, std::less<>> m_functions;
    std::uint64_t m_number = 0;
    std::uint64_t m_changes = 0;
};

} // namespace greensward::lambda
