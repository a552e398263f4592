// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "cloud/log_groups.h"
#include "lambda/function_requests.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// Takes what functions print to /aws/lambda/NAME, stream YYYY/MM/DD/[VERSION]INSTANCE, a group and a stream being made
/// at the first line. A line costs a call no more than being put in a row: gather() carries all of them over. Engine
/// thread.
class LambdaLogs
{
public:
    static constexpr std::size_t kMostWaiting = 1024 * 1024; ///< bytes; then they are carried over at once
    static constexpr std::size_t kMostInstances = 1'000;     ///< whose streams are remembered

    struct Parts
    {
        const Clock& clock;
        LogGroups& groups;
        Random random;
    };
    explicit LambdaLogs(Parts parts) : m_parts(std::move(parts)) {}

    void line(const lambda::LogLine& line);
    void gather();

private:
    struct Line
    {
        std::string arn;
        std::string instance;
        NewLogEvent event;
    };
    using Instance = std::pair<std::string, std::string>; ///< ARN with version, and its name there
    void carry(const Instance& instance, std::vector<NewLogEvent> events);

    Parts m_parts;
    std::vector<Line> m_waiting;
    std::size_t m_bytes = 0;
    std::map<Instance, std::string> m_streams;
};

} // namespace greensward::cloud
