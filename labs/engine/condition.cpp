// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/condition.h"

#include "labs/fields.h"
#include "labs/operation.h"
#include "mqtt/broker.h"
#include "mqtt/trace_flags.h"

#include <array>
#include <charconv>

namespace greensward::labs {

namespace json = boost::json;

namespace {

/// A tree deeper than this is not meant for people.
constexpr int kDeepest = 12;
constexpr std::int64_t kMostEvents = 10'000;
constexpr std::array<std::string_view, 11> kEnds{"goodbye",    "goodbye-with-will", "lost",           "keep-alive",
                                                 "taken-over", "protocol-error",    "not-authorized", "connect-timeout",
                                                 "closed",     "slow-consumer",     "shutdown"};
static_assert(static_cast<std::size_t>(mqtt::DisconnectReason::ServerShutdown) + 1 == kEnds.size());
constexpr std::array<std::string_view, 4> kFates{"goodbye", "came-back", "administrator", "not-authorized"};
static_assert(static_cast<std::size_t>(mqtt::WillFate::NotAuthorized) + 1 == kFates.size());

template<std::size_t N>
std::optional<std::int64_t> placeOf(const std::array<std::string_view, N>& words, std::string_view word)
{
    for (std::size_t at = 0; at < N; ++at)
        if (words[at] == word)
            return static_cast<std::int64_t>(at);
    return std::nullopt;
}

std::optional<std::int64_t> reasonNamed(trace::Kind kind, std::string_view word)
{
    if (kind == trace::Kind::ClientDisconnected)
        return placeOf(kEnds, word);
    if (kind == trace::Kind::WillWithheld)
        return placeOf(kFates, word);
    return std::nullopt;
}

struct Comparison
{
    std::string_view name;
    JsonMatch::Compare compare;
};
constexpr std::array kComparisons{
    Comparison{"exists", JsonMatch::Compare::Exists},    Comparison{"equals", JsonMatch::Compare::Equals},
    Comparison{"differs", JsonMatch::Compare::Differs},  Comparison{"above", JsonMatch::Compare::Above},
    Comparison{"atLeast", JsonMatch::Compare::AtLeast},  Comparison{"below", JsonMatch::Compare::Below},
    Comparison{"atMost", JsonMatch::Compare::AtMost},    Comparison{"like", JsonMatch::Compare::Like},
    Comparison{"includes", JsonMatch::Compare::Includes}};

/// "path" with one comparison: several make several matches of that path.
void addMatches(Fields& fields, std::vector<JsonMatch>& where)
{
    const bool hasPath = fields.has("path");
    const std::string path = fields.text("path");
    std::size_t found = 0;
    for (const Comparison& one : kComparisons) {
        const json::value* value = fields.find(one.name);
        if (!value)
            continue;
        ++found;
        if (one.compare == JsonMatch::Compare::Exists && !value->is_bool())
            fields.complain("'exists' is to be true or false");
        where.push_back({path, one.compare, *value});
    }
    if (hasPath && found == 0)
        where.push_back({path, JsonMatch::Compare::Exists, true});
    const json::array* list = fields.list("where");
    for (std::size_t at = 0; list && at < list->size(); ++at) {
        const std::string place = fmt::format("{}.where[{}]", fields.place(), at);
        if (!(*list)[at].is_object())
            return fields.complain("'where' is to be a list of objects");
        Fields inner((*list)[at].get_object(), place);
        addMatches(inner, where);
        if (const auto done = inner.finish(); !done)
            fields.complain(done.error());
    }
}

void readPattern(Fields& fields, std::string_view member, EventPattern& pattern)
{
    const std::string name = fields.text(member);
    const auto kind = kindNamed(name);
    if (!kind)
        return fields.complain(fmt::format("there is no event '{}'", name));
    pattern.kind = *kind;
    pattern.core = fields.text("core");
    for (const char* field : {"client", "device", "by"})
        if (fields.has(field))
            pattern.subject = fields.text(field);
    for (const char* field : {"topic", "filter", "operation", "peer"})
        if (fields.has(field))
            pattern.object = fields.text(field);
    pattern.detail = fields.text("detail");
    pattern.thing = fields.text("thing");
    pattern.shadow = fields.text("shadow");
    if (fields.has("number"))
        pattern.extra = fields.number("number", 0, INT32_MIN, INT32_MAX);
    if (fields.has("reason")) {
        const std::string word = fields.text("reason");
        pattern.extra = reasonNamed(*kind, word);
        if (!pattern.extra)
            fields.complain(fmt::format("'{}' has no reason '{}'", name, word));
    }
    if (fields.has("qos"))
        pattern.qos = static_cast<int>(fields.number("qos", 0, 0, 2));
    if (fields.has("retain"))
        pattern.retain = fields.flag("retain", false);
    addMatches(fields, pattern.where);
}

std::optional<Duration> durationOf(Fields& fields, std::string_view name)
{
    if (!fields.has(name))
        return std::nullopt;
    const std::string text = fields.text(name);
    const auto duration = readDuration(text);
    if (!duration)
        fields.complain(fmt::format("'{}' is no time: '30s', '500ms' or '2m' is", text));
    return duration;
}

Result<Condition> read(const json::value& value, std::string_view place, int depth);

void readParts(Fields& fields, std::string_view name, Condition& condition, int depth)
{
    const json::array* list = fields.list(name);
    if (!list || list->empty())
        return fields.complain(fmt::format("'{}' is to be a list of conditions", name));
    for (std::size_t at = 0; at < list->size(); ++at) {
        auto part = read((*list)[at], fmt::format("{}.{}[{}]", fields.place(), name, at), depth + 1);
        if (!part)
            return fields.complain(part.error());
        condition.parts.push_back(std::move(*part));
    }
}

void readApi(Fields& fields, Condition& condition)
{
    condition.form = Condition::Form::Api;
    condition.api.operation = fields.text("api");
    if (const json::object* with = fields.object("with"))
        condition.api.with = *with;
    condition.api.error = fields.text("error");
    addMatches(fields, condition.api.where);
}

Result<Condition> read(const json::value& value, std::string_view place, int depth)
{
    if (!value.is_object())
        return failure(fmt::format("{}: a condition is an object", place));
    if (depth > kDeepest)
        return failure(fmt::format("{}: conditions are nested too deeply", place));
    Fields fields(value.get_object(), place);
    Condition condition;
    condition.missing = fields.text("missing");
    condition.after = fields.text("after");
    if (fields.has("all")) {
        readParts(fields, "all", condition, depth);
    } else if (fields.has("any")) {
        condition.form = Condition::Form::Any;
        readParts(fields, "any", condition, depth);
    } else if (const json::value* part = fields.find("not")) {
        condition.form = Condition::Form::Not;
        auto inner = read(*part, fmt::format("{}.not", place), depth + 1);
        if (!inner)
            return inner;
        condition.parts.push_back(std::move(*inner));
    } else if (fields.has("event")) {
        condition.form = Condition::Form::Event;
        readPattern(fields, "event", condition.event);
        condition.count = static_cast<unsigned>(fields.number("count", 1, 1, kMostEvents));
        condition.within = durationOf(fields, "within");
        condition.span = durationOf(fields, "steady");
    } else if (fields.has("absent")) {
        condition.form = Condition::Form::Absent;
        readPattern(fields, "absent", condition.event);
        condition.span = durationOf(fields, "for");
        if (!condition.span)
            fields.complain("'absent' wants to know for how long: 'for'");
    } else if (fields.has("api")) {
        readApi(fields, condition);
    } else {
        fields.complain("a condition says all, any, not, event, absent or api");
    }
    const bool isOfEvents = condition.form == Condition::Form::Event || condition.form == Condition::Form::Absent;
    if (!condition.after.empty() && !isOfEvents)
        fields.complain("'after' belongs to an event or an absence");
    if (const auto done = fields.finish(); !done)
        return tl::unexpected(done.error());
    return condition;
}

} // namespace

std::optional<trace::Kind> kindNamed(std::string_view name)
{
    for (unsigned at = 0; at < static_cast<unsigned>(trace::Kind::kCount); ++at)
        if (trace::name(static_cast<trace::Kind>(at)) == name)
            return static_cast<trace::Kind>(at);
    return std::nullopt;
}

std::optional<Duration> readDuration(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
    constexpr double kLongest = 24 * 3600;
    const double scale = unit == "ms" ? 1e-3 : unit == "s" ? 1 : unit == "m" ? 60 : 0;
    if (error != std::errc{} || scale == 0 || !(number >= 0) || number * scale > kLongest)
        return std::nullopt;
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(number * scale));
}

Result<Condition> readCondition(const json::value& value, std::string_view place)
{
    return read(value, place, 0);
}

Result<EventPattern> readEventPattern(const json::object& object, std::string_view place)
{
    Fields fields(object, place);
    EventPattern pattern;
    readPattern(fields, "event", pattern);
    if (const auto done = fields.finish(); !done)
        return tl::unexpected(done.error());
    return pattern;
}

trace::KindSet Condition::kinds() const
{
    using trace::Kind;
    trace::KindSet kinds;
    for (const Condition& part : parts)
        kinds = kinds | part.kinds();
    if (form == Form::Event || form == Form::Absent)
        kinds = kinds | trace::KindSet{event.kind};
    if (form == Form::Api) {
        kinds = kinds | trace::KindSet{Kind::ApiCalled, Kind::ClientConnected, Kind::ClientDisconnected};
        if (api.operation.starts_with("iotdata "))
            kinds = kinds | trace::KindSet{Kind::ShadowAccepted, Kind::RetainedStored, Kind::RetainedCleared};
    }
    return kinds;
}

bool Condition::asks() const
{
    for (const Condition& part : parts)
        if (part.asks())
            return true;
    return form == Form::Api;
}

} // namespace greensward::labs
