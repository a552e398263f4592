// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/cloud_log.h"

#include <algorithm>
#include <boost/json.hpp>
#include <fmt/format.h>
#include <utility>

namespace greensward::edge {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostLines = 1000; ///< of a batch
constexpr std::size_t kLargestBatch = 256 * 1024;
constexpr std::size_t kOverhead = 26; ///< of a line, as the service counts

std::string textOf(const json::object& from, const char* name)
{
    const json::value* const value = from.if_contains(name);
    return value && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string();
}

} // namespace

void CloudLog::setGroup(const GroupDocument* group)
{
    ++m_epoch;
    m_busy = false;
    m_api.reset();
    m_streams.clear();
    const bool same = group && group->groupId == m_groupId;
    m_account = group ? group->account : std::string();
    m_groupId = group ? group->groupId : std::string();
    m_region = group ? group->region : std::string();
    if (same)
        return;
    m_batch.reset();
    m_waiting.clear();
    m_bytes = m_lost = 0;
}

void CloudLog::add(const std::string& logGroup, std::string line)
{
    if (!m_parts.transport || m_groupId.empty())
        return;
    const auto time =
        std::chrono::duration_cast<std::chrono::milliseconds>(m_parts.clock.wall().time_since_epoch()).count();
    const bool first = m_waiting.empty();
    m_bytes += line.size() + kOverhead;
    m_waiting[logGroup].push_back({time, std::move(line)});
    while (m_bytes > kMostWaiting) {
        const auto oldest =
            std::min_element(m_waiting.begin(), m_waiting.end(), [](const auto& one, const auto& other) {
                return one.second.front().time < other.second.front().time;
            });
        m_bytes -= oldest->second.front().text.size() + kOverhead;
        oldest->second.pop_front();
        ++m_lost;
        if (oldest->second.empty())
            m_waiting.erase(oldest);
    }
    if (!first)
        return;
    if (!m_batch)
        m_due = std::max(m_due, m_parts.clock.now() + kGather);
    m_parts.stirred();
}

std::optional<Instant> CloudLog::nextDeadline() const
{
    return m_busy || (!m_batch && m_waiting.empty()) ? std::nullopt : std::optional(m_due);
}

void CloudLog::run()
{
    if (m_busy || m_parts.clock.now() < m_due)
        return;
    if (!m_batch)
        takeBatch();
    if (!m_batch)
        return;
    m_busy = true;
    m_parts.tokens.ask(
        [this, epoch = m_epoch, alive = std::weak_ptr(m_alive)](unsigned status, const std::string& body) {
            if (!alive.expired() && epoch == m_epoch)
                withKeys(status, body);
        });
}

/// "2026/11/22/123456789012/GROUP/CORE"
std::string CloudLog::streamNow() const
{
    std::string date = toIso8601(m_parts.clock.wall()).substr(0, 10);
    std::replace(date.begin(), date.end(), '-', '/');
    return fmt::format("{}/{}/{}/{}", date, m_account, m_groupId, m_parts.core);
}

void CloudLog::takeBatch()
{
    if (m_waiting.empty())
        return;
    const auto waiting = m_waiting.begin();
    Batch& batch = m_batch.emplace(Batch{.group = waiting->first, .stream = streamNow()});
    std::size_t bytes = 0;
    while (!waiting->second.empty() && batch.lines.size() < kMostLines && bytes < kLargestBatch) {
        Line& line = waiting->second.front();
        const std::size_t size = line.text.size() + kOverhead;
        bytes += size;
        m_bytes -= size;
        batch.lines.push_back(std::move(line));
        waiting->second.pop_front();
    }
    if (waiting->second.empty())
        m_waiting.erase(waiting);
    std::stable_sort(batch.lines.begin(), batch.lines.end(), // somebody may have set the clock
                     [](const Line& one, const Line& other) { return one.time < other.time; });
}

void CloudLog::withKeys(unsigned status, const std::string& body)
{
    boost::system::error_code error;
    const json::value parsed = json::parse(body, error);
    const json::object keys = !error && parsed.is_object() ? parsed.get_object() : json::object{};
    if (status != 200)
        return failed("there are no keys of the group's role: " + textOf(keys, "message"));
    aws::Credential key;
    key.accessKeyId = textOf(keys, "AccessKeyId");
    key.secretAccessKey = textOf(keys, "SecretAccessKey");
    key.sessionToken = textOf(keys, "Token");
    m_api = std::make_unique<client::Api>(
        *m_parts.transport, m_parts.clock,
        client::Api::Account{.key = std::move(key), .region = m_region, .host = m_parts.host});
    const auto open = m_streams.find(m_batch->group);
    if (open != m_streams.end() && open->second.first == m_batch->stream)
        return put();
    openStream();
}

void CloudLog::openStream()
{
    const auto mayGoOn = [](const client::Answer& answer) {
        return answer.ok() || answer.code == "ResourceAlreadyExistsException";
    };
    const json::object group{{"logGroupName", m_batch->group}};
    json::object stream{{"logGroupName", m_batch->group}, {"logStreamName", m_batch->stream}};
    ask("CreateLogGroup", group, [this, mayGoOn, stream = std::move(stream)](const client::Answer& answer) {
        if (!mayGoOn(answer))
            return failed("CreateLogGroup: " + answer.problem);
        ask("CreateLogStream", stream, [this, mayGoOn](const client::Answer& made) {
            if (!mayGoOn(made))
                return failed("CreateLogStream: " + made.problem);
            ask("DescribeLogStreams",
                {{"logGroupName", m_batch->group}, {"logStreamNamePrefix", m_batch->stream}, {"limit", 1}},
                [this](const client::Answer& shown) {
                    if (!shown.ok())
                        return failed("DescribeLogStreams: " + shown.problem);
                    const json::object object = shown.object();
                    const json::value* streams = object.if_contains("logStreams");
                    const bool found = streams && streams->is_array() && !streams->get_array().empty() &&
                                       streams->get_array()[0].is_object();
                    m_streams[m_batch->group] = {
                        m_batch->stream,
                        found ? textOf(streams->get_array()[0].get_object(), "uploadSequenceToken") : std::string()};
                    put();
                });
        });
    });
}

void CloudLog::put()
{
    json::array events;
    for (const Line& line : m_batch->lines)
        events.push_back({{"timestamp", line.time}, {"message", line.text}});
    json::object body{
        {"logGroupName", m_batch->group}, {"logStreamName", m_batch->stream}, {"logEvents", std::move(events)}};
    if (const std::string& token = m_streams[m_batch->group].second; !token.empty())
        body["sequenceToken"] = token;
    ask("PutLogEvents", body, [this](const client::Answer& answer) {
        if (!answer.ok()) {
            m_streams.erase(m_batch->group); // it may have been deleted
            return failed("PutLogEvents: " + answer.problem);
        }
        m_streams[m_batch->group].second = textOf(answer.object(), "nextSequenceToken");
        m_batch.reset();
        m_busy = false;
        m_due = m_parts.clock.now() + (m_waiting.empty() ? Duration::zero() : kGather);
        if (const std::size_t lost = std::exchange(m_lost, 0))
            m_parts.warn(fmt::format("{} lines for CloudWatch Logs are lost: too many were waiting", lost));
        m_parts.stirred();
    });
}

void CloudLog::ask(const char* operation, const json::object& body, Then then)
{
    m_api->call(
        {.service = "logs",
         .method = "POST",
         .path = "/",
         .body = json::serialize(body),
         .fields = {{"Content-Type", "application/x-amz-json-1.1"},
                    {"X-Amz-Target", fmt::format("Logs_20140328.{}", operation)}}},
        [this, epoch = m_epoch, alive = std::weak_ptr(m_alive), then = std::move(then)](const client::Answer& answer) {
            if (!alive.expired() && epoch == m_epoch)
                then(answer);
        });
}

void CloudLog::failed(const std::string& why)
{
    m_busy = false;
    const unsigned attempts = ++m_batch->attempts;
    m_due = m_parts.clock.now() + std::min<Duration>(kLongestPause, kGather * (1u << std::min(attempts, 10u)));
    const bool givenUp = attempts >= kMostAttempts;
    const std::size_t lines = m_batch->lines.size();
    const std::string group = m_batch->group;
    if (givenUp)
        m_batch.reset();
    m_parts.stirred();
    // Warned at the first attempt and at the last: a warning may be a line that goes up, too.
    if (givenUp)
        m_parts.warn(fmt::format("{} lines for {} are given up: {}", lines, group, why));
    else if (attempts == 1)
        m_parts.warn(fmt::format("lines for {} do not reach CloudWatch Logs: {}", group, why));
}

} // namespace greensward::edge
