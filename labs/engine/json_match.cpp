// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/json_match.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <optional>

namespace greensward::labs {

namespace json = boost::json;

namespace {

/// What a person is shown of a value.
constexpr std::size_t kLongestShown = 120;

std::optional<double> numberOf(const json::value& value)
{
    switch (value.kind()) {
    case json::kind::int64:
        return static_cast<double>(value.get_int64());
    case json::kind::uint64:
        return static_cast<double>(value.get_uint64());
    case json::kind::double_:
        return value.get_double();
    default:
        return std::nullopt;
    }
}

std::optional<std::size_t> indexOf(std::string_view part)
{
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
    return error == std::errc{} && end == part.data() + part.size() ? std::optional(index) : std::nullopt;
}

std::vector<std::string> partsOf(std::string_view path)
{
    std::vector<std::string> parts;
    if (path.empty())
        return parts;
    const bool pointer = path.front() == '/';
    if (pointer)
        path.remove_prefix(1);
    std::string part;
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (path[at] == (pointer ? '/' : '.')) {
            parts.push_back(std::move(part));
            part.clear();
        } else if (pointer && path[at] == '~' && at + 1 < path.size()) { // RFC 6901
            part += path[++at] == '1' ? '/' : '~';
        } else {
            part += path[at];
        }
    }
    parts.push_back(std::move(part));
    return parts;
}

/// "[Name=cellar]": what an element of an array is to be like.
struct Choice
{
    std::string_view member, text;
    bool fits(const json::value& element) const
    {
        const json::value* found = element.is_object() ? element.get_object().if_contains(member) : nullptr;
        return found && found->is_string() && found->get_string() == text;
    }
};

std::optional<Choice> choiceOf(std::string_view part)
{
    const auto equals = part.find('=');
    if (!part.starts_with('[') || !part.ends_with(']') || equals == std::string_view::npos)
        return std::nullopt;
    return Choice{part.substr(1, equals - 1), part.substr(equals + 1, part.size() - equals - 2)};
}

void step(std::vector<const json::value*>& values, const std::string& part)
{
    const auto choice = choiceOf(part);
    std::vector<const json::value*> next;
    for (const json::value* value : values) {
        if (value->is_object() && part == "*") {
            for (const auto& member : value->get_object())
                next.push_back(&member.value());
        } else if (value->is_object()) {
            if (const json::value* found = value->get_object().if_contains(part))
                next.push_back(found);
        } else if (value->is_array() && part == "*") {
            for (const json::value& element : value->get_array())
                next.push_back(&element);
        } else if (value->is_array() && choice) {
            for (const json::value& element : value->get_array())
                if (choice->fits(element))
                    next.push_back(&element);
        } else if (value->is_array()) {
            const auto index = indexOf(part);
            if (index && *index < value->get_array().size())
                next.push_back(&value->get_array()[*index]);
        }
    }
    values = std::move(next);
}

std::string shown(const json::value& value)
{
    std::string text = json::serialize(value);
    if (text.size() > kLongestShown)
        text = text.substr(0, kLongestShown) + "…";
    return text;
}

/// Text as it is, anything else as JSON: so that a pattern can be held against a number, too.
std::string plain(const json::value& value)
{
    return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
}

bool includes(const json::value& value, const json::value& wanted)
{
    if (value.is_array())
        return std::any_of(value.get_array().begin(), value.get_array().end(),
                           [&](const json::value& element) { return sameJson(element, wanted); });
    return plain(value).find(plain(wanted)) != std::string::npos;
}

bool holds(JsonMatch::Compare compare, const json::value& value, const json::value& wanted)
{
    using Compare = JsonMatch::Compare;
    const auto number = numberOf(value);
    const auto limit = numberOf(wanted);
    switch (compare) {
    case Compare::Exists:
        return true;
    case Compare::Equals:
        return sameJson(value, wanted);
    case Compare::Differs:
        return !sameJson(value, wanted);
    case Compare::Above:
        return number && limit && *number > *limit;
    case Compare::AtLeast:
        return number && limit && *number >= *limit;
    case Compare::Below:
        return number && limit && *number < *limit;
    case Compare::AtMost:
        return number && limit && *number <= *limit;
    case Compare::Like:
        return isLike(plain(wanted), plain(value));
    case Compare::Includes:
        return includes(value, wanted);
    }
    return false;
}

std::string_view words(JsonMatch::Compare compare)
{
    using Compare = JsonMatch::Compare;
    switch (compare) {
    case Compare::Exists:
        return "is there";
    case Compare::Equals:
        return "is";
    case Compare::Differs:
        return "is not";
    case Compare::Above:
        return "is above";
    case Compare::AtLeast:
        return "is at least";
    case Compare::Below:
        return "is below";
    case Compare::AtMost:
        return "is at most";
    case Compare::Like:
        return "is like";
    case Compare::Includes:
        return "has";
    }
    return {};
}

} // namespace

bool sameJson(const json::value& a, const json::value& b)
{
    if (const auto x = numberOf(a), y = numberOf(b); x && y)
        return a.kind() == b.kind() ? a == b : *x == *y;
    if (a.is_array() && b.is_array()) {
        const auto &x = a.get_array(), &y = b.get_array();
        return std::equal(x.begin(), x.end(), y.begin(), y.end(), sameJson);
    }
    if (a.is_object() && b.is_object()) {
        const auto &x = a.get_object(), &y = b.get_object();
        return x.size() == y.size() && std::all_of(x.begin(), x.end(), [&](const auto& member) {
                   const json::value* other = y.if_contains(member.key());
                   return other && sameJson(member.value(), *other);
               });
    }
    return a == b;
}

bool isLike(std::string_view pattern, std::string_view text)
{
    // The last star is the only one that ever has to be tried again.
    std::size_t p = 0, t = 0;
    std::size_t star = std::string_view::npos, from = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            from = t;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
            ++p, ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++from;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

std::vector<const json::value*> valuesAt(const json::value& document, std::string_view path)
{
    std::vector<const json::value*> values{&document};
    for (const std::string& part : partsOf(path))
        step(values, part);
    return values;
}

bool JsonMatch::satisfiedBy(const json::value& document) const
{
    const auto values = valuesAt(document, path);
    if (compare == Compare::Exists)
        return values.empty() == (value.is_bool() && !value.get_bool());
    return std::any_of(values.begin(), values.end(),
                       [this](const json::value* found) { return holds(compare, *found, value); });
}

std::string JsonMatch::text() const
{
    const std::string where = path.empty() ? "the payload" : fmt::format("`{}`", path);
    if (compare == Compare::Exists)
        return fmt::format("{} is {}there", where, value.is_bool() && !value.get_bool() ? "not " : "");
    return fmt::format("{} {} {}", where, words(compare), shown(value));
}

std::string JsonMatch::found(const json::value& document) const
{
    const auto values = valuesAt(document, path);
    if (values.empty())
        return "not there";
    std::string all;
    for (const json::value* one : values) {
        if (all.size() > kLongestShown)
            return all + ", …";
        all += (all.empty() ? "" : ", ") + shown(*one);
    }
    return all;
}

} // namespace greensward::labs
