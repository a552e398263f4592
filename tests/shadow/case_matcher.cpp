// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "case_matcher.h"

#include <algorithm>
#include <cstdlib>
#include <regex>
#include <sstream>
#include <vector>

namespace greensward::shadow::test {

namespace json = boost::json;

namespace {

std::string shown(const json::value* value)
{
    return value == nullptr ? "nothing" : json::serialize(*value);
}

bool isNumber(const json::value& value)
{
    return value.is_int64() || value.is_uint64() || value.is_double();
}

} // namespace

std::string CaseMatcher::filledIn(std::string text) const
{
    for (const auto& [name, saved] : m_saved) {
        const std::string mark = "${" + name + "}";
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + saved.size()))
            text.replace(at, mark.size(), saved);
    }
    constexpr std::string_view kRepeat = "<repeat:";
    for (auto at = text.find(kRepeat); at != std::string::npos; at = text.find(kRepeat)) {
        const auto end = text.find('>', at);
        const auto colon = text.rfind(':', end);
        const std::string piece = text.substr(at + kRepeat.size(), colon - at - kRepeat.size());
        std::string all;
        for (int count = std::atoi(text.c_str() + colon + 1); count > 0; --count)
            all += piece;
        text.replace(at, end + 1 - at, all);
    }
    return text;
}

json::value CaseMatcher::filledIn(const json::value& pattern) const
{
    if (const auto* text = pattern.if_string())
        return json::value(json::string(filledIn(std::string(text->c_str(), text->size()))));
    if (const auto* array = pattern.if_array()) {
        json::array filled;
        for (const auto& element : *array)
            filled.push_back(filledIn(element));
        return filled;
    }
    if (const auto* object = pattern.if_object()) {
        json::object filled;
        for (const auto& [key, value] : *object)
            filled[filledIn(std::string(key.data(), key.size()))] = filledIn(value);
        return filled;
    }
    return pattern;
}

std::string CaseMatcher::mismatch(const json::value& expected, const json::value& actual, bool exact, std::int64_t now)
{
    m_now = now;
    return compare(expected, &actual, exact, "");
}

std::string CaseMatcher::compareText(const std::string& pattern, const json::value* actual, const std::string& path)
{
    const auto wrong = [&] { return path + " should be " + pattern + " and is " + shown(actual) + "\n"; };
    const auto inside = [&](std::string_view start) {
        return pattern.substr(start.size(), pattern.size() - start.size() - 1);
    };
    if (pattern == "<absent-or-null>")
        return actual == nullptr || actual->is_null() ? "" : wrong();
    if (actual == nullptr)
        return wrong();
    if (pattern == "<any>")
        return "";
    if (pattern == "<ts>" || pattern.starts_with("<ts:")) {
        if (!actual->is_int64() || std::llabs(actual->as_int64() - m_now) > 5)
            return wrong();
        if (pattern == "<ts>")
            return "";
        const auto bound = m_timestamps.emplace(inside("<ts:"), actual->as_int64()).first;
        return bound->second == actual->as_int64() ? "" : wrong();
    }
    const auto* text = actual->if_string();
    if (text == nullptr)
        return wrong();
    const std::string plain(text->c_str(), text->size());
    if (pattern.starts_with("<regex:"))
        return std::regex_search(plain, std::regex(inside("<regex:"))) ? "" : wrong();
    if (pattern.starts_with("<save:")) {
        m_saved[inside("<save:")] = plain;
        return "";
    }
    return plain == pattern ? "" : wrong();
}

std::string CaseMatcher::compareObject(const json::object& expected, const json::value& actual, bool exact,
                                       const std::string& path)
{
    if (const auto* choices = expected.if_contains("$any_of")) {
        for (const auto& choice : choices->as_array())
            if (compare(choice, &actual, exact, path).empty())
                return "";
        return path + " is none of " + shown(choices) + " but " + shown(&actual) + "\n";
    }
    if (const auto* unordered = expected.if_contains("$unordered")) {
        if (!actual.is_array() || actual.as_array().size() != unordered->as_array().size())
            return path + " should be, in any order, " + shown(unordered) + " and is " + shown(&actual) + "\n";
        for (const auto& wanted : unordered->as_array())
            if (std::none_of(actual.as_array().begin(), actual.as_array().end(),
                             [&](const auto& element) { return compare(wanted, &element, exact, path).empty(); }))
                return path + " lacks " + shown(&wanted) + "\n";
        return "";
    }
    const auto* object = actual.if_object();
    if (object == nullptr)
        return path + " should be an object and is " + shown(&actual) + "\n";
    std::string all;
    for (const auto& [key, value] : expected)
        all += compare(value, object->if_contains(key), exact, path + "." + std::string(key));
    for (const auto& [key, value] : *object)
        if (exact && !expected.contains(key))
            all += path + "." + std::string(key) + " should not be there\n";
    return all;
}

std::string CaseMatcher::compare(const json::value& expected, const json::value* actual, bool exact,
                                 const std::string& path)
{
    if (const auto* text = expected.if_string())
        return compareText(std::string(text->c_str(), text->size()), actual, path);
    if (actual == nullptr)
        return path + " is missing\n";
    if (const auto* object = expected.if_object())
        return compareObject(*object, *actual, exact, path);
    if (const auto* array = expected.if_array()) {
        if (!actual->is_array() || actual->as_array().size() != array->size())
            return path + " should be " + shown(&expected) + " and is " + shown(actual) + "\n";
        std::string all;
        for (std::size_t i = 0; i < array->size(); ++i)
            all += compare((*array)[i], &actual->as_array()[i], exact, path + "[" + std::to_string(i) + "]");
        return all;
    }
    const bool same = isNumber(expected) && isNumber(*actual)
                          ? expected == *actual || expected.to_number<double>() == actual->to_number<double>()
                          : expected == *actual;
    return same ? "" : path + " should be " + shown(&expected) + " and is " + shown(actual) + "\n";
}

bool CaseMatcher::holds(const std::string& comparison) const
{
    std::istringstream words(comparison);
    std::string left, sign, right;
    words >> left >> sign >> right;
    const auto a = m_timestamps.find(left), b = m_timestamps.find(right);
    if (a == m_timestamps.end() || b == m_timestamps.end())
        return false;
    if (sign == ">")
        return a->second > b->second;
    if (sign == ">=")
        return a->second >= b->second;
    return sign == "==" && a->second == b->second;
}

} // namespace greensward::shadow::test
