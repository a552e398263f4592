// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Events: putting them, reading a stream, searching a group.
#include "cloud/log_filter.h"
#include "cloud/services/logs.h"

#include <algorithm>
#include <boost/json.hpp>
#include <charconv>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostEvents = 10'000; ///< of one request and of one answer
constexpr std::size_t kLargestBatch = 1'048'576;
constexpr std::size_t kLargestEvent = 262'144;
constexpr std::size_t kLargestAnswer = 1'048'576;
constexpr std::size_t kMostStreamsNamed = 100;
constexpr LogTime kHour = 3600 * LogTime(1000);
constexpr LogTime kMostPast = 14 * 24 * kHour;
constexpr LogTime kMostFuture = 2 * kHour;
constexpr LogTime kLatest = std::numeric_limits<LogTime>::max();

/// The number of an event or of a place among events, 56 digits as at AWS.
std::string textOf(const LogPlace& place)
{
    return fmt::format("3{:019}{:036}", place.time, place.number);
}

std::optional<LogPlace> placeFrom(std::string_view text)
{
    LogPlace place;
    const auto read = [](std::string_view digits, auto& into) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
        return error == std::errc() && end == digits.data() + digits.size();
    };
    if (text.size() != 56 || text.front() != '3' || !read(text.substr(1, 19), place.time) ||
        !read(text.substr(20), place.number))
        return std::nullopt;
    return place;
}

std::vector<LogEvent>::const_iterator atOrAfter(const std::vector<LogEvent>& events, const LogPlace& place)
{
    return std::lower_bound(events.begin(), events.end(), place,
                            [](const LogEvent& event, const LogPlace& wanted) { return event.place < wanted; });
}

aws::ApiResult<std::vector<NewLogEvent>> eventsFrom(const ServiceInput& input)
{
    const json::array* given = input.array("logEvents");
    if (!given || given->empty())
        return input.invalid(fmt::format("1 validation error detected: Value '{}' at 'logEvents' failed to satisfy "
                                         "constraint: Member must {}",
                                         given ? "[]" : "null",
                                         given ? "have length greater than or equal to 1" : "not be null"));
    if (given->size() > kMostEvents)
        return input.invalid(fmt::format("1 validation error detected: Value at 'logEvents' failed to satisfy "
                                         "constraint: Member must have length less than or equal to {}",
                                         kMostEvents));
    std::vector<NewLogEvent> events;
    events.reserve(given->size());
    for (const json::value& one : *given) {
        const json::object* event = one.if_object();
        const json::value* time = event ? event->if_contains("timestamp") : nullptr;
        const json::value* message = event ? event->if_contains("message") : nullptr;
        const std::string at = fmt::format("logEvents.{}.member", events.size() + 1);
        if (!time || !time->is_int64() || time->get_int64() < 0)
            return input.invalid(fmt::format("1 validation error detected: Value at '{}.timestamp' failed to satisfy "
                                             "constraint: Member must have value greater than or equal to 0",
                                             at));
        if (!message || !message->is_string() || message->get_string().empty())
            return input.invalid(fmt::format("1 validation error detected: Value at '{}.message' failed to satisfy "
                                             "constraint: Member must have length greater than or equal to 1",
                                             at));
        events.push_back({time->get_int64(), std::string(message->get_string())});
    }
    return events;
}

aws::ApiResult<void> checkBatch(const ServiceInput& input, const std::vector<NewLogEvent>& events)
{
    std::size_t bytes = 0;
    for (const NewLogEvent& event : events) {
        const std::size_t size = event.message.size() + LogGroups::kEventOverhead;
        bytes += size;
        if (size > kLargestEvent)
            return input.invalid(fmt::format("Log event too large: {} bytes exceeds limit of {}", size, kLargestEvent));
    }
    if (bytes > kLargestBatch)
        return input.invalid(fmt::format("Upload too large: {} bytes exceeds limit of {}", bytes, kLargestBatch));
    const auto earlier = [](const NewLogEvent& one, const NewLogEvent& other) { return one.time < other.time; };
    if (!std::is_sorted(events.begin(), events.end(), earlier))
        return input.invalid("Log events in a single PutLogEvents request must be in chronological order.");
    if (events.back().time - events.front().time > 24 * kHour)
        return input.invalid(
            "The batch of log events in a single PutLogEvents request cannot span more than 24 hours.");
    return {};
}

struct Range
{
    LogTime start = 0;
    LogTime end = kLatest; ///< the first that is not meant
    std::size_t most = kMostEvents;
};

/// endsWith: whether endTime is still meant.
aws::ApiResult<Range> rangeFrom(const ServiceInput& input, bool endsWith)
{
    const auto start = input.number("startTime", 0, kLatest - 1);
    const auto end = input.number("endTime", 0, kLatest - 1);
    const auto most = input.number("limit", 1, kMostEvents);
    for (const auto* one : {&start, &end, &most})
        if (!*one)
            return tl::unexpected(one->error());
    if (*start && *end && **start > **end)
        return input.invalid("Parameter startTime cannot be greater than endTime.");
    Range range{.start = start->value_or(0)};
    if (*end)
        range.end = **end + (endsWith ? 1 : 0);
    if (*most)
        range.most = static_cast<std::size_t>(**most);
    return range;
}

} // namespace

LogsService::Answer LogsService::putLogEvents(const ServiceInput& input)
{
    auto events = eventsFrom(input);
    if (!events)
        return tl::unexpected(events.error());
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    const auto stream = streamOf(**group, input);
    if (!stream)
        return tl::unexpected(stream.error());
    if (const auto fits = checkBatch(input, *events); !fits)
        return tl::unexpected(fits.error());

    const LogTime now = m_groups.now();
    const auto firstSince = [&](LogTime time) {
        return std::find_if(events->begin(), events->end(),
                            [time](const NewLogEvent& event) { return event.time >= time; });
    };
    const auto tooOld = firstSince(now - kMostPast);
    const auto expired = firstSince((*group)->expiry(now));
    const auto tooNew = firstSince(now + kMostFuture + 1);
    json::object rejected;
    if (tooOld != events->begin())
        rejected["tooOldLogEventEndIndex"] = tooOld - events->begin();
    if (expired > tooOld)
        rejected["expiredLogEventEndIndex"] = expired - events->begin();
    if (tooNew != events->end())
        rejected["tooNewLogEventStartIndex"] = tooNew - events->begin();
    const auto first = std::max(tooOld, expired);
    events->erase(tooNew, events->end());
    events->erase(events->begin(), std::min(first, events->end()));
    m_groups.put(**group, **stream, std::move(*events));
    json::object answer{{"nextSequenceToken", fmt::format("4{:055}", (*stream)->sequence)}};
    if (!rejected.empty())
        answer["rejectedLogEventsInfo"] = std::move(rejected);
    return answer;
}

/// A token is a direction and the place of a boundary: forward goes on with the event at it, backward with the one
/// before. Where nothing is left the boundary stays, and with it the token: that is how a reader knows the end.
LogsService::Answer LogsService::getLogEvents(const ServiceInput& input)
{
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    const auto stream = streamOf(**group, input);
    if (!stream)
        return tl::unexpected(stream.error());
    const auto range = rangeFrom(input, false);
    if (!range)
        return tl::unexpected(range.error());
    const std::vector<LogEvent>& events = (*stream)->events;
    const LogTime start = std::max(range->start, (*group)->expiry(m_groups.now()));
    const auto low = atOrAfter(events, {start, 0});
    const auto high = std::max(low, atOrAfter(events, {range->end, 0}));

    bool forward = input.flag("startFromHead");
    auto from = forward ? low : high;
    LogPlace boundary = from != events.end()     ? from->place
                        : from == events.begin() ? LogPlace{}
                                                 : LogPlace{(from - 1)->place.time, (from - 1)->place.number + 1};
    if (const auto token = input.text("nextToken")) {
        const bool form = token->size() == 60 && token->ends_with("/s") && (*token)[1] == '/' &&
                          (token->front() == 'f' || token->front() == 'b');
        const auto place = form ? placeFrom(std::string_view(*token).substr(2, 56)) : std::nullopt;
        if (!place)
            return input.invalid("The specified nextToken is invalid.");
        forward = token->front() == 'f';
        boundary = *place;
        from = std::clamp(atOrAfter(events, boundary), low, high);
    }
    auto first = from, last = from;
    for (std::size_t count = 0, bytes = 0; count < range->most && (forward ? last != high : first != low); ++count) {
        bytes += (forward ? *last : *(first - 1)).message.size() + LogGroups::kEventOverhead;
        if (count > 0 && bytes > kLargestAnswer)
            break;
        forward ? ++last : --first;
    }
    json::array shown;
    for (auto event = first; event != last; ++event)
        shown.push_back(
            {{"timestamp", event->place.time}, {"message", event->message}, {"ingestionTime", event->ingested}});
    const LogPlace begins = first == last ? boundary : first->place;
    const LogPlace ends = first == last ? boundary : LogPlace{(last - 1)->place.time, (last - 1)->place.number + 1};
    return json::object{{"events", std::move(shown)},
                        {"nextForwardToken", fmt::format("f/{}/s", textOf(ends))},
                        {"nextBackwardToken", fmt::format("b/{}/s", textOf(begins))}};
}

aws::ApiResult<std::vector<const LogStream*>> LogsService::searched(LogGroup& group, const ServiceInput& input)
{
    const json::array* names = input.array("logStreamNames");
    const auto prefix = input.text("logStreamNamePrefix");
    std::vector<const LogStream*> streams;
    if (!names) {
        for (const auto& [name, stream] : group.streams)
            if (name.starts_with(prefix.value_or("")))
                streams.push_back(&stream);
        return streams;
    }
    if (prefix)
        return input.invalid("logStreamNamePrefix and logStreamNames cannot both be specified");
    if (names->empty() || names->size() > kMostStreamsNamed)
        return input.invalid(fmt::format("1 validation error detected: Value at 'logStreamNames' failed to satisfy "
                                         "constraint: Member must have length between 1 and {}",
                                         kMostStreamsNamed));
    for (const json::value& name : *names) {
        const auto stream = m_groups.stream(group, name.is_string() ? std::string_view(name.get_string()) : "");
        if (!stream)
            return tl::unexpected(stream.error());
        if (std::find(streams.begin(), streams.end(), *stream) == streams.end())
            streams.push_back(*stream);
    }
    return streams;
}

LogsService::Answer LogsService::filterLogEvents(const ServiceInput& input)
{
    const auto group = groupOf(input);
    if (!group)
        return tl::unexpected(group.error());
    const auto range = rangeFrom(input, true);
    if (!range)
        return tl::unexpected(range.error());
    const auto filter = LogFilter::parse(input.text("filterPattern").value_or(""));
    if (!filter)
        return tl::unexpected(filter.error());
    const auto streams = searched(**group, input);
    if (!streams)
        return tl::unexpected(streams.error());
    LogPlace begin{std::max(range->start, (*group)->expiry(m_groups.now())), 0};
    if (const auto token = input.text("nextToken")) {
        const auto place = placeFrom(*token);
        if (!place)
            return input.invalid("The specified nextToken is invalid.");
        begin = std::max(begin, *place);
    }
    struct Found
    {
        const LogStream* stream;
        const LogEvent* event;
    };
    std::vector<Found> found;
    for (const LogStream* stream : *streams)
        for (auto event = atOrAfter(stream->events, begin); event != stream->events.end(); ++event) {
            if (event->place.time >= range->end)
                break;
            if (filter->matches(event->message))
                found.push_back({stream, &*event});
        }
    std::sort(found.begin(), found.end(),
              [](const Found& one, const Found& other) { return one.event->place < other.event->place; });
    json::array shown;
    json::object answer;
    for (std::size_t bytes = 0; const Found& one : found) {
        bytes += one.event->message.size() + LogGroups::kEventOverhead;
        if (shown.size() >= range->most || (!shown.empty() && bytes > kLargestAnswer)) {
            answer["nextToken"] = textOf(one.event->place);
            break;
        }
        shown.push_back({{"logStreamName", one.stream->name},
                         {"timestamp", one.event->place.time},
                         {"message", one.event->message},
                         {"ingestionTime", one.event->ingested},
                         {"eventId", textOf(one.event->place)}});
    }
    answer["events"] = std::move(shown);
    answer["searchedLogStreams"] = json::array();
    return answer;
}

} // namespace greensward::cloud
