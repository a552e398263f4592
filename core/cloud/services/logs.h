// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/caller_authorization.h"
#include "cloud/log_groups.h"
#include "cloud/services/service_input.h"

#include <boost/json/object.hpp>

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// CloudWatch Logs (wire-protocols.md 5.17): groups, streams, events, retention and tags. What is put is found at once.
/// Sequence tokens are given, and taken without being looked at, as AWS does since 2023. Engine thread.
class LogsService
{
public:
    /// gather: called before each request, so that lines which still wait somewhere are among the events.
    explicit LogsService(
        LogGroups& groups, std::function<void()> gather = [] {})
        : m_groups(groups), m_gather(std::move(gather))
    {}

    std::vector<AccessNeed> needs(std::string_view operation, const boost::json::object& input) const;
    /// Nothing when there is no such operation here.
    std::optional<aws::ApiResult<boost::json::object>> handle(std::string_view operation,
                                                              const boost::json::object& input);

private:
    using Answer = aws::ApiResult<boost::json::object>;
    struct Operation
    {
        std::string_view name;
        Answer (LogsService::*handler)(const ServiceInput&);
    };
    static std::span<const Operation> operations();

    Answer createLogGroup(const ServiceInput& input);
    Answer deleteLogGroup(const ServiceInput& input);
    Answer describeLogGroups(const ServiceInput& input);
    Answer createLogStream(const ServiceInput& input);
    Answer deleteLogStream(const ServiceInput& input);
    Answer describeLogStreams(const ServiceInput& input);
    Answer putRetentionPolicy(const ServiceInput& input);
    Answer deleteRetentionPolicy(const ServiceInput& input);
    Answer tagLogGroup(const ServiceInput& input);
    Answer untagLogGroup(const ServiceInput& input);
    Answer listTagsLogGroup(const ServiceInput& input);
    boost::json::object described(const LogGroup& group) const;
    boost::json::object described(const LogGroup& group, const LogStream& stream) const;
    // logs_events.cpp
    Answer putLogEvents(const ServiceInput& input);
    Answer getLogEvents(const ServiceInput& input);
    Answer filterLogEvents(const ServiceInput& input);
    /// The streams of the group that the request wants.
    aws::ApiResult<std::vector<const LogStream*>> searched(LogGroup& group, const ServiceInput& input);

    aws::ApiResult<LogGroup*> groupOf(const ServiceInput& input);
    aws::ApiResult<LogStream*> streamOf(LogGroup& group, const ServiceInput& input);

    LogGroups& m_groups;
    std::function<void()> m_gather;
};

} // namespace greensward::cloud
