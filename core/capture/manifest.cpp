// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/manifest.h"

#include "capture/event_line.h"

#include <boost/json.hpp>

namespace greensward::capture {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostDepth = 8;
constexpr std::size_t kMostRemoved = 1000;

std::int64_t nanoseconds(WallTime time)
{
    return time.time_since_epoch().count();
}

std::string textOf(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

template<typename Number>
Number numberOf(const json::object& object, std::string_view name)
{
    const json::value* value = object.if_contains(name);
    if (!value || !value->is_number() || value->is_double())
        return 0;
    boost::system::error_code error;
    const auto number = value->to_number<Number>(error);
    return error ? Number{0} : number;
}

WallTime timeOf(const json::object& object, std::string_view name)
{
    return WallTime(Duration(std::max<std::int64_t>(0, numberOf<std::int64_t>(object, name))));
}

json::object head(const Manifest& manifest)
{
    return {{"capture", manifest.version},
            {"program", manifest.program},
            {"endpoint", manifest.endpoint},
            {"started", nanoseconds(manifest.started)}};
}

} // namespace

std::string headLine(const Manifest& manifest)
{
    json::object line = head(manifest);
    if (!manifest.removed.empty())
        line["removed"] = json::value_from(manifest.removed);
    if (manifest.dropped > 0)
        line["dropped"] = manifest.dropped;
    return json::serialize(line) + "\n";
}

std::string manifestText(const Manifest& manifest)
{
    json::object whole = head(manifest);
    whole["ended"] = nanoseconds(manifest.ended);
    whole["events"] = manifest.events;
    if (manifest.lost > 0)
        whole["lost"] = manifest.lost;
    if (manifest.dropped > 0)
        whole["dropped"] = manifest.dropped;
    if (!manifest.ending.empty())
        whole["ending"] = manifest.ending;
    json::object kinds;
    for (std::size_t i = 0; i < manifest.kinds.size(); ++i)
        if (manifest.kinds[i] > 0)
            kinds[trace::name(static_cast<trace::Kind>(i))] = manifest.kinds[i];
    whole["kinds"] = std::move(kinds);
    if (!manifest.removed.empty())
        whole["removed"] = json::value_from(manifest.removed);
    return json::serialize(whole) + "\n";
}

Result<Manifest> parseManifest(std::string_view text)
{
    json::parse_options options;
    options.max_depth = kMostDepth;
    boost::system::error_code error;
    const json::value value = json::parse(text, error, {}, options);
    const json::object* object = error ? nullptr : value.if_object();
    if (!object || numberOf<int>(*object, "capture") < 1)
        return failure("it does not begin as a capture does");
    Manifest manifest;
    manifest.version = numberOf<int>(*object, "capture");
    manifest.program = textOf(*object, "program");
    manifest.endpoint = textOf(*object, "endpoint");
    manifest.started = timeOf(*object, "started");
    manifest.ended = timeOf(*object, "ended");
    manifest.events = numberOf<std::uint64_t>(*object, "events");
    manifest.lost = numberOf<std::uint64_t>(*object, "lost");
    manifest.dropped = numberOf<std::uint64_t>(*object, "dropped");
    manifest.ending = textOf(*object, "ending");
    if (const json::value* kinds = object->if_contains("kinds"); kinds && kinds->is_object())
        for (const auto& pair : kinds->get_object())
            if (const trace::Kind kind = kindOf({pair.key().data(), pair.key().size()}); kind != trace::Kind::kCount)
                manifest.kinds[static_cast<std::size_t>(kind)] =
                    numberOf<std::uint64_t>(kinds->get_object(), trace::name(kind));
    if (const json::value* removed = object->if_contains("removed"); removed && removed->is_array())
        for (const json::value& note : removed->get_array())
            if (note.is_string() && manifest.removed.size() < kMostRemoved)
                manifest.removed.emplace_back(note.get_string());
    return manifest;
}

} // namespace greensward::capture
