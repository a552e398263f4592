// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/function_host.h"

#include "aws/arn.h"
#include "mqtt/topic.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <utility>

namespace greensward::edge {

namespace json = boost::json;
using lambda::Outcome;

namespace {

constexpr std::size_t kLargestPayload = 131'072;
constexpr std::size_t kLongestTopic = 256;
constexpr std::size_t kMostLevels = 8;
constexpr const char* kLogName = "runtime";
constexpr std::string_view kEndpoint = "AWS_ENDPOINT_URL";

bool isJson(std::string_view text)
{
    boost::system::error_code error;
    json::parse(json::string_view(text.data(), text.size()), error);
    return !error;
}

/// Lines that the cloud's Lambda writes and a core does not.
bool isCloudLine(std::string_view text)
{
    return text.starts_with("START RequestId: ") || text.starts_with("END RequestId: ") ||
           text.starts_with("REPORT RequestId: ");
}

/// What the runtime of Python puts before a line of its logging module, and of an error, is taken away.
LogLevel takeLevel(std::string_view& line)
{
    static constexpr std::pair<std::string_view, LogLevel> kMarks[]{
        {"[DEBUG]\t", LogLevel::Debug}, {"[INFO]\t", LogLevel::Info},  {"[WARNING]\t", LogLevel::Warn},
        {"[ERROR]\t", LogLevel::Error}, {"[ERROR] ", LogLevel::Error}, {"[CRITICAL]\t", LogLevel::Fatal}};
    for (const auto& [mark, level] : kMarks)
        if (line.starts_with(mark)) {
            line.remove_prefix(mark.size());
            return level;
        }
    return LogLevel::Info;
}

std::string checkMessage(std::string_view topic, std::string_view payload)
{
    if (!mqtt::checkTopicName(topic))
        return fmt::format("\"{}\" is no topic", topic);
    if (topic.size() > kLongestTopic || mqtt::topicLevels(topic) > kMostLevels)
        return "the topic is longer than 256 bytes or has more than 7 slashes";
    if (payload.size() > kLargestPayload)
        return fmt::format("a payload of {} bytes; {} are the most", payload.size(), kLargestPayload);
    return {};
}

} // namespace

FunctionHost::FunctionHost(Parts parts) : m_parts(std::move(parts)) {}

FunctionHost::~FunctionHost()
{
    setGroup(nullptr);
}

void FunctionHost::setGroup(const GroupDocument* group)
{
    ++m_epoch;
    m_work = 0;
    m_group = group;
    for (const std::string& arn : m_running)
        m_parts.workers->remove(arn);
    m_running.clear();
}

void FunctionHost::start()
{
    if (!m_group)
        return;
    for (const GroupFunction& function : m_group->functions) {
        if (function.isSystem())
            continue;
        if (!m_parts.workers) {
            m_parts.log.system(kLogName, LogLevel::Error, fmt::format("{} cannot run here", function.arn));
            continue;
        }
        if (std::find(m_running.begin(), m_running.end(), function.resolvedArn) != m_running.end())
            continue;
        m_running.push_back(function.resolvedArn);
        m_parts.workers->add(specOf(function), *this);
    }
}

lambda::FunctionSpec FunctionHost::specOf(const GroupFunction& function) const
{
    lambda::FunctionSpec spec{.arn = function.resolvedArn,
                              .handler = function.handler,
                              .runtime = function.runtime,
                              .folder = m_parts.shelf.packageFolder(function),
                              .environment = function.variables,
                              .timeout = function.timeout,
                              .memoryKiB = function.memoryKiB,
                              .pinned = function.pinned,
                              .encoding = function.binary ? lambda::Encoding::Binary : lambda::Encoding::Json,
                              .contained = function.container};
    // What is reserved is not for a group to change; where AWS is, it may know better.
    for (const auto& [name, value] : m_parts.environment)
        if (name == kEndpoint)
            spec.environment.emplace(name, value);
        else
            spec.environment.insert_or_assign(name, value);
    spec.environment.insert_or_assign("MY_FUNCTION_ARN", function.resolvedArn);
    spec.environment.insert_or_assign("ENCODING_TYPE", function.binary ? "binary" : "json");
    spec.environment.insert_or_assign("GROUP_ID", m_group->groupId);
    spec.environment.insert_or_assign("AWS_GREENGRASS_GROUP_NAME", m_group->groupName);
    return spec;
}

std::string FunctionHost::requestId()
{
    std::string id = m_parts.random.hex(32);
    id[12] = '4';
    id[16] = "89ab"[m_parts.random.below(4)];
    for (const std::size_t at : {20U, 16U, 12U, 8U})
        id.insert(at, "-");
    return id;
}

void FunctionHost::call(const GroupFunction& function, std::string payload, std::string clientContext,
                        std::function<void(const Outcome&)> ended)
{
    ++m_work;
    m_parts.workers->invoke(
        function.resolvedArn,
        {.requestId = requestId(), .payload = std::move(payload), .clientContext = std::move(clientContext)},
        [this, alive = std::weak_ptr(m_alive), epoch = m_epoch, arn = function.resolvedArn,
         ended = std::move(ended)](const Outcome& outcome) {
            if (alive.expired())
                return;
            if (epoch == m_epoch)
                --m_work;
            if (outcome.failed() && outcome.error != Outcome::Error::Gone)
                m_parts.log.user(arn, LogLevel::Error, outcome.payload);
            ended(outcome);
        });
}

void FunctionHost::handle(const std::string& function, std::string_view topic, std::string_view payload)
{
    const GroupFunction* const known = m_group ? m_group->function(function) : nullptr;
    if (!known || !m_parts.workers)
        return;
    if (m_work >= kMostWork) {
        ++m_ignored;
        if ((m_ignored & (m_ignored - 1)) == 0) // a flood is told of in a few lines
            m_parts.log.system(kLogName, LogLevel::Error,
                               fmt::format("{} items of work wait: more is ignored, {} so far", m_work, m_ignored));
        return;
    }
    if (!known->binary && !payload.empty() && !isJson(payload)) {
        m_parts.log.user(function, LogLevel::Error,
                         fmt::format("a message on {} is no JSON, and the function takes nothing else", topic));
        return;
    }
    const json::object context{{"custom", json::object{{"subject", topic}}}};
    call(*known, payload.empty() && !known->binary ? "{}" : std::string(payload), json::serialize(context),
         [](const Outcome&) {});
}

// --- what functions ask for ----------------------------------------------------------------------------------------

void FunctionHost::publish(const lambda::FunctionSpec& by, std::string topic, std::string payload,
                           std::string queueFullPolicy, Done done)
{
    if (std::string why = checkMessage(topic, payload); !why.empty())
        return done({.error = std::move(why)});
    const auto published = m_parts.publish(by.arn, topic, payload, queueFullPolicy == "AllOrException");
    done(published ? Answer{} : Answer{.error = published.error().message});
}

void FunctionHost::shadow(const lambda::FunctionSpec& by, ShadowVerb verb, std::string thing, std::string payload,
                          Done done)
{
    m_parts.shadows.ask(verb, thing, payload, by.arn, {m_parts.clock.now(), m_parts.clock.wall()}, std::move(done));
    m_parts.stirred();
}

/// By ARN with or without its qualifier, or by name; the qualifier may be left out where one version is deployed.
const GroupFunction* FunctionHost::find(const std::string& function, const std::string& qualifier,
                                        std::string& why) const
{
    const GroupFunction* found = nullptr;
    why = fmt::format("{} is no function of the group", function);
    if (!m_group)
        return nullptr;
    for (const GroupFunction& candidate : m_group->functions) {
        if (candidate.isSystem())
            continue;
        for (const std::string& arn : {candidate.arn, candidate.resolvedArn}) {
            const auto last = arn.rfind(':');
            const std::string_view unqualified = std::string_view(arn).substr(0, last);
            const std::string_view name = unqualified.substr(unqualified.rfind(':') + 1);
            const bool exact = arn == function || arn.substr(last - name.size()) == function;
            const bool named = unqualified == function || name == function;
            if (!exact && !(named && (qualifier.empty() || arn.substr(last + 1) == qualifier)))
                continue;
            if (found && found != &candidate) {
                why = fmt::format("several versions of {} are deployed: name one", function);
                return nullptr;
            }
            found = &candidate;
        }
    }
    return found;
}

void FunctionHost::invoke(const lambda::FunctionSpec&, std::string function, std::string qualifier, bool event,
                          std::string payload, std::string clientContext, Done done)
{
    std::string why;
    const GroupFunction* const known = find(function, qualifier, why);
    if (!known)
        return done({.error = std::move(why)});
    if (m_work >= kMostWork)
        return done({.error = "too much work waits"});
    if (payload.empty() && !known->binary)
        payload = "{}";
    if (event)
        done({});
    call(*known, std::move(payload), std::move(clientContext), [event, done](const Outcome& outcome) {
        if (event)
            return;
        if (outcome.error == Outcome::Error::Throttled || outcome.error == Outcome::Error::Gone)
            return done({.error = outcome.payload.empty() ? "the function could not be run" : outcome.payload});
        const char* const kind = outcome.error == Outcome::Error::Handled     ? "Handled"
                                 : outcome.error == Outcome::Error::Unhandled ? "Unhandled"
                                                                              : "";
        done({.payload = outcome.payload, .functionError = kind});
    });
}

void FunctionHost::log(const lambda::LogLine& line)
{
    if (isCloudLine(line.text))
        return;
    std::string_view text = line.text;
    const LogLevel level = takeLevel(text);
    m_parts.log.user(line.arn, level, text);
}

} // namespace greensward::edge
