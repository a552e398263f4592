// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/invocation_log.h"

#include <iterator>
#include <utility>

namespace greensward::lambda {

namespace {

std::string nameOf(std::string_view arn)
{
    FunctionSpec spec;
    spec.arn = arn;
    return spec.name();
}

/// Not in the middle of a character.
std::string_view atMost(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80)
        --most;
    return text.substr(0, most);
}

} // namespace

void InvocationLog::Lines::add(std::string_view text, bool keepFirst)
{
    const std::size_t size = text.size() + 1;
    if (keepFirst && m_last.empty() && m_firstBytes + size <= m_most / 2) {
        m_firstBytes += size;
        m_first.emplace_back(text);
        return;
    }
    m_lastBytes += size;
    m_last.emplace_back(text);
    while (m_firstBytes + m_lastBytes > m_most && m_last.size() > 1) {
        m_lastBytes -= m_last.front().size() + 1;
        m_last.pop_front();
        ++m_leftOut;
    }
}

void InvocationLog::Lines::moveInto(RecentInvocation& invocation)
{
    invocation.lines = std::move(m_first);
    invocation.lines.insert(invocation.lines.end(), std::make_move_iterator(m_last.begin()),
                            std::make_move_iterator(m_last.end()));
    invocation.linesLeftOut = m_leftOut;
    invocation.bytes = m_firstBytes + m_lastBytes;
}

std::vector<std::string> InvocationLog::Lines::all() const
{
    std::vector<std::string> lines = m_first;
    lines.insert(lines.end(), m_last.begin(), m_last.end());
    return lines;
}

void InvocationLog::line(const LogLine& line)
{
    ++m_changes;
    Function& function = m_functions[nameOf(line.arn)];
    if (line.requestId.empty())
        return function.between.add(line.text, false);
    auto running = function.running.find(line.requestId);
    if (running == function.running.end()) {
        if (function.running.size() >= kMostRunning)
            return;
        running = function.running.emplace(line.requestId, Lines(kMostBytes)).first;
    }
    running->second.add(line.text, true);
}

void InvocationLog::ended(std::string_view arn, std::string_view requestId, const Outcome& outcome, WallTime when)
{
    ++m_changes;
    Function& function = m_functions[nameOf(arn)];
    RecentInvocation invocation{.number = ++m_number,
                                .arn = std::string(arn),
                                .ended = when,
                                .report = outcome.report,
                                .error = outcome.error};
    invocation.report.requestId = requestId;
    if (outcome.failed())
        invocation.problem = atMost(outcome.payload, kMostProblem);
    if (const auto running = function.running.find(requestId); running != function.running.end()) {
        running->second.moveInto(invocation);
        function.running.erase(running);
    }
    ++function.calls;
    function.failures += outcome.failed() ? 1 : 0;
    function.coldStarts += outcome.report.cold ? 1 : 0;
    function.invocations.push_front(std::make_shared<const RecentInvocation>(std::move(invocation)));
    if (function.invocations.size() > kMostInvocations)
        function.invocations.pop_back();
}

FunctionHistory InvocationLog::of(std::string_view name) const
{
    const auto found = m_functions.find(name);
    if (found == m_functions.end())
        return {};
    const Function& function = found->second;
    return {.invocations = {function.invocations.begin(), function.invocations.end()},
            .between = function.between.all(),
            .calls = function.calls,
            .failures = function.failures,
            .coldStarts = function.coldStarts};
}

std::vector<std::string> InvocationLog::functions() const
{
    std::vector<std::string> names;
    names.reserve(m_functions.size());
    for (const auto& [name, function] : m_functions)
        names.push_back(name);
    return names;
}

void InvocationLog::forget(std::string_view name)
{
    if (const auto found = m_functions.find(name); found != m_functions.end()) {
        m_functions.erase(found);
        ++m_changes;
    }
}

} // namespace greensward::lambda
