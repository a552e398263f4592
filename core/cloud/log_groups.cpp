// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/log_groups.h"

#include "cloud/item_json.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::string_view kGroups = "log-groups";
constexpr std::string_view kStreams = "log-streams"; // by GROUP:STREAM, a colon is in neither
constexpr std::string_view kEvents = "log-events";   // by the number of the batch
constexpr unsigned kPlacesBits = 16;                 // events of one batch
constexpr std::size_t kLargestGrowing = 64 * 1024;
constexpr LogTime kDay = 24 * 3600 * LogTime(1000);

std::uint64_t batchOf(const LogEvent& event)
{
    return event.place.number >> kPlacesBits;
}

std::size_t countedSize(std::string_view message)
{
    return message.size() + LogGroups::kEventOverhead;
}

std::string streamKey(const LogGroup& group, std::string_view stream)
{
    return fmt::format("{}:{}", group.name, stream);
}

std::string batchKey(std::uint64_t batch)
{
    return fmt::format("{:020}", batch);
}

/// The parts of GROUP:STREAM.
std::pair<std::string_view, std::string_view> parted(std::string_view key)
{
    const auto colon = key.find(':');
    return colon == std::string_view::npos ? std::pair(key, std::string_view())
                                           : std::pair(key.substr(0, colon), key.substr(colon + 1));
}

} // namespace

tl::unexpected<aws::ApiError> logsFailure(std::string code, std::string message)
{
    return aws::apiFailure(std::move(code), 400, std::move(message));
}

LogTime LogGroup::expiry(LogTime now) const
{
    return retentionDays > 0 ? now - retentionDays * kDay : std::numeric_limits<LogTime>::min();
}

std::string LogGroups::arn(std::string_view group) const
{
    return fmt::format("arn:aws:logs:{}:{}:log-group:{}", m_parts.account.region, m_parts.account.id, group);
}

LogTime LogGroups::now() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(m_parts.clock.wall().time_since_epoch()).count();
}

// --- what is kept --------------------------------------------------------------------------------------------------

store::StoreResult<void> LogGroups::load()
{
    const auto groups = m_parts.store.load(kGroups);
    const auto streams = m_parts.store.load(kStreams);
    const auto batches = m_parts.store.load(kEvents);
    for (const auto* items : {&groups, &streams, &batches})
        if (!*items)
            return tl::unexpected(items->error());
    for (const StoredItem& item : *groups) {
        const ItemReader read(item.value);
        LogGroup& group = m_groups[item.key] = {
            .name = item.key, .created = read.number("created"), .retentionDays = read.number("retention")};
        if (const json::object* tags = read.object("tags"))
            for (const auto& [key, value] : *tags)
                if (value.is_string())
                    group.tags.emplace(key, value.get_string());
    }
    for (const StoredItem& item : *streams) {
        const auto [groupName, name] = parted(item.key);
        const auto group = m_groups.find(groupName);
        if (group == m_groups.end())
            return store::storeFailure(store::Cause::Corrupt, "a log stream is in no group: " + item.key);
        const ItemReader read(item.value);
        group->second.streams[std::string(name)] = {.name = std::string(name), .created = read.number("created")};
        ++m_streams;
    }
    for (const StoredItem& item : *batches)
        if (!restoreBatch(item))
            return store::storeFailure(store::Cause::Corrupt, "log events cannot be read: " + item.key);
    makeRoom();
    return {};
}

bool LogGroups::restoreBatch(const StoredItem& item)
{
    std::uint64_t batch = 0;
    const auto [end, error] = std::from_chars(item.key.data(), item.key.data() + item.key.size(), batch);
    const ItemReader read(item.value);
    const json::object* object = item.value.if_object();
    const json::value* events = object ? object->if_contains("events") : nullptr;
    if (error != std::errc() || end != item.key.data() + item.key.size() || !events || !events->is_array())
        return false;
    m_nextBatch = std::max(m_nextBatch, batch + 1);
    const std::string key = read.text("stream");
    const auto group = m_groups.find(parted(key).first);
    if (group == m_groups.end())
        return false;
    const auto stream = group->second.streams.find(parted(key).second);
    if (stream == group->second.streams.end())
        return false;
    std::vector<NewLogEvent> restored;
    for (const json::value& one : events->get_array()) {
        const json::array* pair = one.if_array();
        if (!pair || pair->size() != 2 || !(*pair)[0].is_int64() || !(*pair)[1].is_string())
            return false;
        restored.push_back({(*pair)[0].get_int64(), std::string((*pair)[1].get_string())});
    }
    stream->second.lastIngested = read.number("ingested");
    add(group->second, stream->second, std::move(restored), batch);
    m_batches[batch].kept = true;
    return true;
}

void LogGroups::changed(const LogGroup& group)
{
    json::object tags;
    for (const auto& [key, value] : group.tags)
        tags[key] = value;
    m_parts.store.put(
        kGroups, group.name,
        json::object{{"created", group.created}, {"retention", group.retentionDays}, {"tags", std::move(tags)}});
}

void LogGroups::keepStream(const LogGroup& group, const LogStream& stream)
{
    m_parts.store.put(kStreams, streamKey(group, stream.name), json::object{{"created", stream.created}});
}

void LogGroups::keepBatch(const LogGroup& group, LogStream& stream, std::uint64_t batch)
{
    const auto found = m_batches.find(batch);
    if (found == m_batches.end())
        return; // nothing is left of it
    std::vector<const LogEvent*> events;
    events.reserve(found->second.events);
    for (const LogEvent& event : stream.events)
        if (batchOf(event) == batch)
            events.push_back(&event);
    std::sort(events.begin(), events.end(),
              [](const auto* one, const auto* other) { return one->place.number < other->place.number; });
    json::array kept;
    kept.reserve(events.size());
    for (const LogEvent* event : events)
        kept.push_back(json::array{event->place.time, event->message});
    m_parts.store.put(kEvents, batchKey(batch),
                      json::object{{"stream", streamKey(group, stream.name)},
                                   {"ingested", stream.lastIngested},
                                   {"events", std::move(kept)}});
    found->second.kept = true;
}

// --- groups and streams --------------------------------------------------------------------------------------------

aws::ApiResult<LogGroup*> LogGroups::group(std::string_view name)
{
    const auto found = m_groups.find(name);
    if (found == m_groups.end())
        return logsFailure("ResourceNotFoundException", "The specified log group does not exist.");
    return &found->second;
}

aws::ApiResult<LogStream*> LogGroups::stream(LogGroup& group, std::string_view name)
{
    const auto found = group.streams.find(name);
    if (found == group.streams.end())
        return logsFailure("ResourceNotFoundException", "The specified log stream does not exist.");
    return &found->second;
}

aws::ApiResult<LogGroup*> LogGroups::createGroup(const std::string& name, std::map<std::string, std::string> tags)
{
    if (m_groups.contains(name))
        return logsFailure("ResourceAlreadyExistsException", "The specified log group already exists");
    if (m_groups.size() >= m_limits.groups) {
        noteLimit(name, fmt::format("a workspace has at most {} log groups", m_limits.groups));
        return logsFailure("LimitExceededException", "Resource limit exceeded.");
    }
    LogGroup& made = m_groups[name] = {.name = name, .created = now(), .tags = std::move(tags)};
    changed(made);
    return &made;
}

aws::ApiResult<LogStream*> LogGroups::createStream(LogGroup& group, const std::string& name)
{
    if (group.streams.contains(name))
        return logsFailure("ResourceAlreadyExistsException", "The specified log stream already exists");
    if (m_streams >= m_limits.streams) {
        noteLimit(streamKey(group, name), fmt::format("a workspace has at most {} log streams", m_limits.streams));
        return logsFailure("LimitExceededException", "Resource limit exceeded.");
    }
    LogStream& made = group.streams[name] = {.name = name, .created = now()};
    ++m_streams;
    keepStream(group, made);
    return &made;
}

void LogGroups::removeGroup(const std::string& name)
{
    const auto found = m_groups.find(name);
    if (found == m_groups.end())
        return;
    while (!found->second.streams.empty())
        removeStream(found->second, std::string(found->second.streams.begin()->first));
    m_parts.store.drop(kGroups, name);
    m_groups.erase(found);
}

void LogGroups::removeStream(LogGroup& group, const std::string& name)
{
    const auto found = group.streams.find(name);
    if (found == group.streams.end())
        return;
    letGo(group, found->second, [](const LogEvent&) { return true; });
    m_growing.erase({group.name, name});
    m_parts.store.drop(kStreams, streamKey(group, name));
    group.streams.erase(found);
    --m_streams;
}

// --- events --------------------------------------------------------------------------------------------------------

void LogGroups::add(LogGroup& group, LogStream& stream, std::vector<NewLogEvent> events, std::uint64_t batch)
{
    Batch& counted = m_batches[batch];
    const auto before = static_cast<std::ptrdiff_t>(stream.events.size());
    for (NewLogEvent& event : events) {
        const std::size_t size = countedSize(event.message);
        const std::uint64_t number = (batch << kPlacesBits) + counted.places++;
        ++counted.events;
        counted.bytes += size;
        group.bytes += size;
        m_bytes += size;
        stream.events.push_back({{event.time, number}, stream.lastIngested, std::move(event.message)});
    }
    const auto byPlace = [](const LogEvent& one, const LogEvent& other) { return one.place < other.place; };
    const auto middle = stream.events.begin() + before;
    if (!std::is_sorted(middle, stream.events.end(), byPlace))
        std::sort(middle, stream.events.end(), byPlace);
    if (before > 0 && middle != stream.events.end() && middle->place < (middle - 1)->place)
        std::inplace_merge(stream.events.begin(), middle, stream.events.end(), byPlace);
}

void LogGroups::put(LogGroup& group, LogStream& stream, std::vector<NewLogEvent> events)
{
    ++stream.sequence;
    if (events.empty())
        return;
    const std::uint64_t batch = m_nextBatch++;
    stream.lastIngested = now();
    add(group, stream, std::move(events), batch);
    keepBatch(group, stream, batch);
    makeRoom();
}

void LogGroups::grow(LogGroup& group, LogStream& stream, std::vector<NewLogEvent> events)
{
    if (events.empty())
        return;
    if (!m_batches.contains(stream.growing)) { // none, or it had to make room
        stream.growing = m_nextBatch++;
        m_growing.emplace(group.name, stream.name);
    }
    stream.lastIngested = now();
    add(group, stream, std::move(events), stream.growing);
    if (const Batch& batch = m_batches[stream.growing]; batch.bytes >= kLargestGrowing) {
        keepBatch(group, stream, stream.growing);
        m_growing.erase({group.name, stream.name});
        stream.growing = 0;
    }
    makeRoom();
}

void LogGroups::keepGrowing()
{
    for (const auto& [groupName, name] : m_growing) {
        LogGroup& group = m_groups.find(groupName)->second;
        LogStream& stream = group.streams.find(name)->second;
        keepBatch(group, stream, stream.growing);
        stream.growing = 0;
    }
    m_growing.clear();
}

template<typename Rule>
void LogGroups::letGo(LogGroup& group, LogStream& stream, Rule rule)
{
    std::erase_if(stream.events, [&](const LogEvent& event) {
        if (!rule(event))
            return false;
        const std::size_t size = countedSize(event.message);
        group.bytes -= size;
        m_bytes -= size;
        const auto batch = m_batches.find(batchOf(event));
        if (--batch->second.events == 0) {
            if (batch->second.kept)
                m_parts.store.drop(kEvents, batchKey(batch->first));
            m_batches.erase(batch);
        }
        return true;
    });
}

/// Down to fifteen sixteenths, so that it is not looked for again with every event.
void LogGroups::makeRoom()
{
    if (m_bytes <= m_limits.bytes)
        return;
    const std::uint64_t before = m_bytes;
    std::uint64_t left = m_bytes;
    std::uint64_t first = 0; // that stays
    for (const auto& [number, batch] : m_batches) {
        first = number;
        if (left <= m_limits.bytes - m_limits.bytes / 16)
            break;
        left -= std::min<std::uint64_t>(left, batch.bytes);
    }
    for (auto& [name, group] : m_groups)
        for (auto& [streamName, stream] : group.streams)
            letGo(group, stream, [&](const LogEvent& event) { return batchOf(event) < first; });
    noteLimit("CloudWatch Logs", fmt::format("log events take more than {} KiB: the oldest {} KiB of them are gone",
                                             m_limits.bytes / 1024, (before - m_bytes) / 1024));
}

void LogGroups::advance()
{
    keepGrowing();
    const LogTime moment = now();
    for (auto& [name, group] : m_groups) {
        const LogTime expiry = group.expiry(moment);
        if (group.retentionDays > 0)
            for (auto& [streamName, stream] : group.streams)
                letGo(group, stream, [&](const LogEvent& event) { return event.place.time < expiry; });
    }
}

void LogGroups::noteLimit(std::string_view object, std::string detail)
{
    m_parts.recorder.record({.kind = trace::Kind::LimitReached, .object = object, .detail = detail});
}

} // namespace greensward::cloud
