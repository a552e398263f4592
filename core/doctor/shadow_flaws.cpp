// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/shadow_flaws.h"

#include "doctor/phrases.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::doctor {

namespace json = boost::json;

namespace {

using namespace phrases;

constexpr int kDeepest = 6; ///< levels below state that the service takes
constexpr std::size_t kDeepestText = 64;

std::optional<json::value> parsed(std::string_view text, std::size_t* stopped = nullptr)
{
    json::parse_options options;
    options.max_depth = kDeepestText;
    json::stream_parser parser({}, options);
    boost::system::error_code error;
    const std::size_t read = parser.write_some(text.data(), text.size(), error);
    if (!error)
        parser.finish(error);
    if (stopped)
        *stopped = read;
    if (error || !parser.done())
        return std::nullopt;
    return parser.release();
}

ShadowFlaw flawInside(const json::value& value, const std::string& path, int depth)
{
    if (depth > kDeepest)
        return {{kFlawDeep, {path}}, path};
    if (const auto* array = value.if_array()) {
        for (std::size_t i = 0; i < array->size(); ++i) {
            const std::string node = fmt::format("{}[{}]", path, i);
            if ((*array)[i].is_null())
                return {{kFlawNullInArray, {path}}, node};
            if (auto flaw = flawInside((*array)[i], node, depth + 1); !flaw.what.isEmpty())
                return flaw;
        }
    } else if (const auto* object = value.if_object()) {
        for (const auto& member : *object)
            if (auto flaw = flawInside(member.value(), path + "." + std::string(member.key()), depth + 1);
                !flaw.what.isEmpty())
                return flaw;
    }
    return {};
}

ShadowFlaw flawOfState(const json::object& state)
{
    if (state.contains("version"))
        return {kFlawVersionInside, "state.version"};
    if (!state.contains("desired") && !state.contains("reported"))
        return {kFlawSections, "state"};
    for (const char* section : {"desired", "reported"}) {
        const json::value* value = state.if_contains(section);
        const std::string path = std::string("state.") + section;
        if (value && !value->is_object() && !value->is_null())
            return {{kFlawNotObject, {path}}, path};
        if (value)
            if (auto flaw = flawInside(*value, path, 0); !flaw.what.isEmpty())
                return flaw;
    }
    return {};
}

const json::object* sectionOf(const json::value& request, const char* name)
{
    const auto* root = request.if_object();
    const json::value* state = root ? root->if_contains("state") : nullptr;
    const json::value* section = state && state->is_object() ? state->get_object().if_contains(name) : nullptr;
    return section ? section->if_object() : nullptr;
}

bool sameType(const json::value& one, const json::value& other)
{
    if (one.is_number() || other.is_number())
        return one.is_number() && other.is_number();
    return one.kind() == other.kind();
}

TypeClash clash(const json::object& delta, const json::object& reported, const std::string& prefix)
{
    for (const auto& member : delta) {
        const json::value* theirs = reported.if_contains(member.key());
        if (!theirs)
            continue;
        const std::string path = prefix + std::string(member.key());
        if (!sameType(member.value(), *theirs))
            return {path, json::serialize(member.value()), json::serialize(*theirs)};
        if (member.value().is_object())
            if (auto deeper = clash(member.value().get_object(), theirs->get_object(), path + "."); !deeper.path.empty())
                return deeper;
    }
    return {};
}

} // namespace

ShadowFlaw flawOf(std::string_view request)
{
    std::size_t stopped = 0;
    const auto value = parsed(request, &stopped);
    if (!value)
        return {{kFlawJson, {std::to_string(stopped + 1)}}, std::string(request.substr(stopped, 20))};
    const auto* root = value->if_object();
    if (!root)
        return {{kFlawNotObject, {"the document"}}, {}};
    const json::value* state = root->if_contains("state");
    if (!state) {
        for (const char* section : {"desired", "reported"})
            if (root->contains(section))
                return {{kFlawOutside, {section}}, section};
        return {kFlawNoState, "state"};
    }
    if (!state->is_object())
        return {{kFlawNotObject, {"state"}}, "state"};
    if (const json::value* version = root->if_contains("version");
        version && !version->is_int64() && !version->is_uint64())
        return {kFlawVersion, "version"};
    if (const json::value* token = root->if_contains("clientToken"); token && !token->is_string())
        return {kFlawToken, "clientToken"};
    return flawOfState(state->get_object());
}

TypeClash typeClash(std::string_view delta, std::string_view reportedRequest)
{
    const auto difference = parsed(delta);
    const auto request = parsed(reportedRequest);
    if (!difference || !difference->is_object() || !request)
        return {};
    const json::object* reported = sectionOf(*request, "reported");
    return reported ? clash(difference->get_object(), *reported, {}) : TypeClash{};
}

std::string membersOf(std::string_view delta)
{
    std::string names;
    if (const auto difference = parsed(delta); difference && difference->is_object())
        for (const auto& member : difference->get_object())
            names.append(names.empty() ? "" : ", ").append(member.key());
    return names;
}

bool reports(std::string_view request)
{
    const auto value = parsed(request);
    return value && sectionOf(*value, "reported") != nullptr;
}

} // namespace greensward::doctor
