// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/lambda_logs.h"

#include "lambda/function.h"
#include "shadow/json_reader.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::cloud {

namespace {

/// A function may print anything; events are texts.
std::string asMessage(std::string text)
{
    if (!shadow::isUtf8(asBytes(text)))
        std::replace_if(
            text.begin(), text.end(), [](unsigned char c) { return c >= 0x80; }, '?');
    text += '\n'; // as AWS has them
    return text;
}

/// "2026/11/22"
std::string dayOf(WallTime time)
{
    std::string day = toIso8601(time).substr(0, 10);
    std::replace(day.begin(), day.end(), '-', '/');
    return day;
}

} // namespace

void LambdaLogs::line(const lambda::LogLine& line)
{
    m_bytes += line.text.size() + LogGroups::kEventOverhead;
    m_waiting.push_back({line.arn, line.instance, {m_parts.groups.now(), line.text}});
    if (m_bytes > kMostWaiting)
        gather();
}

void LambdaLogs::gather()
{
    std::map<Instance, std::vector<NewLogEvent>> byInstance;
    for (Line& line : m_waiting) {
        line.event.message = asMessage(std::move(line.event.message));
        byInstance[{std::move(line.arn), std::move(line.instance)}].push_back(std::move(line.event));
    }
    m_waiting.clear();
    m_bytes = 0;
    for (auto& [instance, events] : byInstance)
        carry(instance, std::move(events));
}

/// What finds no group or stream, for the workspace has all it may have, is lost: LogGroups has recorded it.
void LambdaLogs::carry(const Instance& instance, std::vector<NewLogEvent> events)
{
    lambda::FunctionSpec spec;
    spec.arn = instance.first;
    const std::string name = "/aws/lambda/" + spec.name();
    const auto found = m_parts.groups.group(name);
    const auto group = found ? found : m_parts.groups.createGroup(name, {});
    if (!group)
        return;
    if (m_streams.size() >= kMostInstances && !m_streams.contains(instance))
        m_streams.clear(); // who goes on begins another stream
    std::string& stream = m_streams[instance];
    if (stream.empty())
        stream = fmt::format("{}/[{}]{}", dayOf(m_parts.clock.wall()), spec.version(), m_parts.random.hex(32));
    const auto there = m_parts.groups.stream(**group, stream);
    const auto into = there ? there : m_parts.groups.createStream(**group, stream);
    if (into)
        m_parts.groups.grow(**group, **into, std::move(events));
}

} // namespace greensward::cloud
