// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/functions_door.h"

#include "lambda/invocation_log.h"

#include <algorithm>

namespace greensward::app {

namespace {

constexpr std::size_t kMostAtOnce = 500;

using Remembered = std::shared_ptr<const lambda::RecentInvocation>;

std::vector<Remembered> newerThan(std::uint64_t number, const lambda::InvocationLog& log)
{
    std::vector<Remembered> newer;
    for (const std::string& name : log.functions())
        for (const Remembered& one : log.of(name).invocations) {
            if (one->number <= number)
                break; // newest first
            newer.push_back(one);
        }
    std::ranges::sort(newer, {}, [](const Remembered& one) { return one->number; });
    if (newer.size() > kMostAtOnce)
        newer.erase(newer.begin(), newer.end() - kMostAtOnce);
    return newer;
}

ui::EndedCall told(const lambda::RecentInvocation& one)
{
    lambda::FunctionSpec spec;
    spec.arn = one.arn;
    ui::EndedCall call{.number = one.number,
                       .function = spec.name(),
                       .version = spec.version(),
                       .requestId = one.report.requestId,
                       .ended = one.ended,
                       .failed = one.error != lambda::Outcome::Error::None,
                       .problem = one.problem,
                       .log = {},
                       .linesLeftOut = one.linesLeftOut};
    for (const std::string& line : one.lines)
        call.log += line + '\n';
    return call;
}

} // namespace

FunctionsDoor::FunctionsDoor(Engine& engine) : m_engine(engine), m_home(qtHome()) {}

void FunctionsDoor::callsAfter(std::uint64_t number, std::function<void(std::vector<ui::EndedCall>)> done)
{
    m_engine.post([&engine = m_engine, number, home = m_home, open = std::weak_ptr<bool>(m_open), done = std::move(done)] {
        std::vector<Remembered> newer = newerThan(number, engine.cloud().invocations());
        home([open, done, newer = std::move(newer)] {
            if (open.expired())
                return;
            std::vector<ui::EndedCall> calls;
            for (const Remembered& one : newer)
                calls.push_back(told(*one));
            done(std::move(calls));
        });
    });
}

} // namespace greensward::app
