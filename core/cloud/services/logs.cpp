// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Groups and streams.
#include "cloud/services/logs.h"

#include "aws/page_token.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cctype>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kError = "InvalidParameterException";
constexpr std::size_t kLongestName = 512;
constexpr std::size_t kMostTags = 50;
constexpr std::int64_t kUsualPage = 50;
constexpr std::array<std::int64_t, 22> kRetentions{1,   3,   5,   7,   14,   30,   60,   90,   120,  150,  180,
                                                   365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653};

/// [\.\-_/#A-Za-z0-9]+
bool isGroupName(std::string_view name)
{
    return std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return std::isalnum(c) || std::string_view("._-/#").find(static_cast<char>(c)) != std::string_view::npos;
    });
}

aws::ApiResult<std::string> nameFrom(const ServiceInput& input, std::string_view member)
{
    auto name = input.required(member, kLongestName);
    if (!name)
        return name;
    const bool ofGroup = member == "logGroupName";
    if (ofGroup ? !isGroupName(*name) : name->find_first_of(":*") != std::string::npos)
        return input.invalid(fmt::format("1 validation error detected: Value '{}' at '{}' failed to satisfy "
                                         "constraint: Member must satisfy regular expression pattern: {}",
                                         *name, member, ofGroup ? "[\\.\\-_/#A-Za-z0-9]+" : "[^:*]*"));
    return name;
}

/// logGroupName, or logGroupIdentifier: a name or an ARN. Empty when it is not there.
std::string groupNamed(const ServiceInput& input)
{
    std::string name = input.text("logGroupName").value_or(input.text("logGroupIdentifier").value_or(""));
    if (const auto at = name.find(":log-group:"); name.starts_with("arn:") && at != std::string::npos)
        name.erase(0, at + std::string_view(":log-group:").size());
    return name.substr(0, name.find(':'));
}

std::map<std::string, std::string> tagsFrom(const ServiceInput& input)
{
    std::map<std::string, std::string> tags;
    if (const json::object* given = input.object("tags"))
        for (const auto& [key, value] : *given)
            if (value.is_string())
                tags.emplace(key, value.get_string());
    return tags;
}

/// A page of at most limit, which is 50 unless it is given and never more.
template<typename Item, typename Describe>
aws::ApiResult<json::object> page(const ServiceInput& input, const std::string& list, std::string_view member,
                                  const std::vector<const Item*>& items, Describe describe)
{
    const auto most = input.number("limit", 1, kUsualPage);
    if (!most)
        return tl::unexpected(most.error());
    std::size_t at = 0;
    if (const auto token = input.text("nextToken")) {
        const auto offset = aws::pageOffset(list, *token);
        if (!offset)
            return input.invalid("The specified nextToken is invalid.");
        at = *offset;
    }
    const std::size_t end = std::min(items.size(), at + static_cast<std::size_t>(most->value_or(kUsualPage)));
    json::array shown;
    for (; at < end; ++at)
        shown.push_back(describe(*items[at]));
    json::object answer{{member, std::move(shown)}};
    if (end < items.size())
        answer["nextToken"] = aws::pageToken(list, end);
    return answer;
}

} // namespace

std::span<const LogsService::Operation> LogsService::operations()
{
    using S = LogsService;
    static constexpr std::array kOperations{
        Operation{"CreateLogGroup", &S::createLogGroup},
        Operation{"DeleteLogGroup", &S::deleteLogGroup},
        Operation{"DescribeLogGroups", &S::describeLogGroups},
        Operation{"CreateLogStream", &S::createLogStream},
        Operation{"DeleteLogStream", &S::deleteLogStream},
        Operation{"DescribeLogStreams", &S::describeLogStreams},
        Operation{"PutLogEvents", &S::putLogEvents},
        Operation{"GetLogEvents", &S::getLogEvents},
        Operation{"FilterLogEvents", &S::filterLogEvents},
        Operation{"PutRetentionPolicy", &S::putRetentionPolicy},
        Operation{"DeleteRetentionPolicy", &S::deleteRetentionPolicy},
        Operation{"TagLogGroup", &S::tagLogGroup},
        Operation{"UntagLogGroup", &S::untagLogGroup},
        Operation{"ListTagsLogGroup", &S::listTagsLogGroup},
    };
    return kOperations;
}

std::optional<LogsService::Answer> LogsService::handle(std::string_view operation, const json::object& input)
{
    const auto all = operations();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Operation& one) { return one.name == operation; });
    if (found == all.end())
        return std::nullopt;
    m_gather();
    return (this->*found->handler)(ServiceInput(input, kError));
}

/// As AWS names it in its refusals, which has a log stream even where none is meant:
/// "…:log-group:NAME:log-stream:STREAM".
std::vector<AccessNeed> LogsService::needs(std::string_view operation, const json::object& input) const
{
    const ServiceInput members(input, kError);
    const bool ofStream = operation == "CreateLogStream" || operation == "DeleteLogStream" ||
                          operation == "PutLogEvents" || operation == "GetLogEvents";
    return {
        {fmt::format("logs:{}", operation), fmt::format("{}:log-stream:{}", m_groups.arn(groupNamed(members)),
                                                        ofStream ? members.text("logStreamName").value_or("") : "")}};
}

aws::ApiResult<LogGroup*> LogsService::groupOf(const ServiceInput& input)
{
    if (input.text("logGroupIdentifier") && !input.text("logGroupName"))
        return m_groups.group(groupNamed(input));
    const auto name = nameFrom(input, "logGroupName");
    if (!name)
        return tl::unexpected(name.error());
    return m_groups.group(*name);
}

aws::ApiResult<LogStream*> LogsService::streamOf(LogGroup& group, const ServiceInput& input)
{
    const auto name = nameFrom(input, "logStreamName");
    if (!name)
        return tl::unexpected(name.error());
    return m_groups.stream(group, *name);
}

// --- groups --------------------------------------------------------------------------------------------------------

LogsService::Answer LogsService::createLogGroup(const ServiceInput& input)
{
    const auto name = nameFrom(input, "logGroupName");
    if (!name)
        return tl::unexpected(name.error());
    auto tags = tagsFrom(input);
    if (tags.size() > kMostTags)
        return input.invalid(fmt::format("A log group has at most {} tags", kMostTags));
    if (const auto made = m_groups.createGroup(*name, std::move(tags)); !made)
        return tl::unexpected(made.error());
    return json::object{};
}

LogsService::Answer LogsService::deleteLogGroup(const ServiceInput& input)
{
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    m_groups.removeGroup(std::string((*group)->name));
    return json::object{};
}

json::object LogsService::described(const LogGroup& group) const
{
    json::object shown{{"logGroupName", group.name},
                       {"creationTime", group.created},
                       {"metricFilterCount", 0},
                       {"arn", m_groups.arn(group.name) + ":*"},
                       {"storedBytes", group.bytes}};
    if (group.retentionDays > 0)
        shown["retentionInDays"] = group.retentionDays;
    return shown;
}

LogsService::Answer LogsService::describeLogGroups(const ServiceInput& input)
{
    const auto prefix = input.text("logGroupNamePrefix");
    const auto part = input.text("logGroupNamePattern");
    if (prefix && part)
        return input.invalid("LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
    std::vector<const LogGroup*> wanted;
    for (const auto& [name, group] : m_groups.all())
        if (name.starts_with(prefix.value_or("")) && name.find(part.value_or("")) != std::string::npos)
            wanted.push_back(&group);
    return page(input, fmt::format("DescribeLogGroups {} {}", prefix.value_or(""), part.value_or("")), "logGroups",
                wanted, [this](const LogGroup& group) { return described(group); });
}

LogsService::Answer LogsService::putRetentionPolicy(const ServiceInput& input)
{
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    const auto days = input.number("retentionInDays", 1, kRetentions.back());
    if (!days)
        return tl::unexpected(days.error());
    if (!*days || std::find(kRetentions.begin(), kRetentions.end(), **days) == kRetentions.end())
        return input.invalid(fmt::format("1 validation error detected: Value '{}' at 'retentionInDays' failed to "
                                         "satisfy constraint: Member must satisfy enum value set: [{}]",
                                         *days ? std::to_string(**days) : "null", fmt::join(kRetentions, ", ")));
    (*group)->retentionDays = **days;
    m_groups.changed(**group);
    return json::object{};
}

LogsService::Answer LogsService::deleteRetentionPolicy(const ServiceInput& input)
{
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    (*group)->retentionDays = 0;
    m_groups.changed(**group);
    return json::object{};
}

LogsService::Answer LogsService::tagLogGroup(const ServiceInput& input)
{
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    std::map<std::string, std::string> tags = tagsFrom(input);
    tags.insert((*group)->tags.begin(), (*group)->tags.end()); // what is given replaces
    if (tags.size() > kMostTags)
        return input.invalid(fmt::format("A log group has at most {} tags", kMostTags));
    (*group)->tags = std::move(tags);
    m_groups.changed(**group);
    return json::object{};
}

LogsService::Answer LogsService::untagLogGroup(const ServiceInput& input)
{
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    if (const json::array* keys = input.array("tags"))
        for (const json::value& key : *keys)
            if (key.is_string())
                (*group)->tags.erase(std::string(key.get_string()));
    m_groups.changed(**group);
    return json::object{};
}

LogsService::Answer LogsService::listTagsLogGroup(const ServiceInput& input)
{
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    json::object tags;
    for (const auto& [key, value] : (*group)->tags)
        tags[key] = value;
    return json::object{{"tags", std::move(tags)}};
}

// --- streams -------------------------------------------------------------------------------------------------------

LogsService::Answer LogsService::createLogStream(const ServiceInput& input)
{
    const auto name = nameFrom(input, "logStreamName");
    if (!name)
        return tl::unexpected(name.error());
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    if (const auto made = m_groups.createStream(**group, *name); !made)
        return tl::unexpected(made.error());
    return json::object{};
}

LogsService::Answer LogsService::deleteLogStream(const ServiceInput& input)
{
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    const auto stream = streamOf(**group, input);
    if (!stream)
        return tl::unexpected(stream.error());
    m_groups.removeStream(**group, std::string((*stream)->name));
    return json::object{};
}

json::object LogsService::described(const LogGroup& group, const LogStream& stream) const
{
    json::object shown{{"logStreamName", stream.name},
                       {"creationTime", stream.created},
                       {"arn", fmt::format("{}:log-stream:{}", m_groups.arn(group.name), stream.name)},
                       {"uploadSequenceToken", fmt::format("4{:055}", stream.sequence)},
                       {"storedBytes", 0}}; // as AWS has it since 2019
    if (!stream.events.empty()) {
        shown["firstEventTimestamp"] = stream.events.front().place.time;
        shown["lastEventTimestamp"] = stream.events.back().place.time;
    }
    if (stream.lastIngested > 0)
        shown["lastIngestionTime"] = stream.lastIngested;
    return shown;
}

LogsService::Answer LogsService::describeLogStreams(const ServiceInput& input)
{
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    const std::string order = input.text("orderBy").value_or("LogStreamName");
    const std::string prefix = input.text("logStreamNamePrefix").value_or("");
    if (order != "LogStreamName" && order != "LastEventTime")
        return input.invalid(fmt::format("1 validation error detected: Value '{}' at 'orderBy' failed to satisfy "
                                         "constraint: Member must satisfy enum value set: [LastEventTime, "
                                         "LogStreamName]",
                                         order));
    if (order == "LastEventTime" && !prefix.empty())
        return input.invalid("Cannot order by LastEventTime with a logStreamNamePrefix.");
    std::vector<const LogStream*> wanted;
    for (const auto& [name, stream] : (*group)->streams)
        if (name.starts_with(prefix))
            wanted.push_back(&stream);
    const auto last = [](const LogStream* stream) {
        return stream->events.empty() ? LogTime(0) : stream->events.back().place.time;
    };
    if (order == "LastEventTime")
        std::stable_sort(wanted.begin(), wanted.end(),
                         [&](const auto* one, const auto* other) { return last(one) < last(other); });
    const bool descending = input.flag("descending");
    if (descending)
        std::reverse(wanted.begin(), wanted.end());
    return page(input, fmt::format("DescribeLogStreams {} {} {} {}", (*group)->name, prefix, order, descending),
                "logStreams", wanted, [&](const LogStream& stream) { return described(**group, stream); });
}

} // namespace greensward::cloud
