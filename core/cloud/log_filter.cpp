// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/log_filter.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <cctype>
#include <charconv>
#include <fmt/format.h>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostTerms = 50;

tl::unexpected<aws::ApiError> refused(std::string why)
{
    return aws::apiFailure("InvalidParameterException", 400, std::move(why));
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
        text.remove_suffix(1);
    return text;
}

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

/// As a word of its own, or several: where the term begins and ends with a word, that goes no further in the message.
bool holdsTerm(std::string_view message, std::string_view term)
{
    for (std::size_t at = message.find(term); at != std::string_view::npos; at = message.find(term, at + 1)) {
        const std::size_t end = at + term.size();
        const bool begins = at == 0 || !isWordCharacter(term.front()) || !isWordCharacter(message[at - 1]);
        const bool ends = end == message.size() || !isWordCharacter(term.back()) || !isWordCharacter(message[end]);
        if (begins && ends)
            return true;
    }
    return false;
}

/// * stands for any characters.
bool likeText(std::string_view pattern, std::string_view text)
{
    std::size_t star = std::string_view::npos, resume = 0, p = 0, t = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            t = ++resume;
        } else {
            return false;
        }
    }
    return std::all_of(pattern.begin() + static_cast<std::ptrdiff_t>(p), pattern.end(),
                       [](char c) { return c == '*'; });
}

std::optional<double> numberIn(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

bool compare(double left, std::string_view sign, double right)
{
    return sign == "="    ? left == right
           : sign == "!=" ? left != right
           : sign == "<"  ? left < right
           : sign == "<=" ? left <= right
           : sign == ">"  ? left > right
                          : left >= right;
}

/// "a", "b", "0" of ".a.b[0]"; nothing when it is no path.
std::optional<std::vector<std::string>> pathOf(std::string_view text)
{
    std::vector<std::string> path;
    while (!text.empty()) {
        const bool index = text.front() == '[';
        if (!index && text.front() != '.')
            return std::nullopt;
        const std::size_t end = index ? text.find(']') : text.find_first_of(".[", 1);
        if (index && end == std::string_view::npos)
            return std::nullopt;
        path.emplace_back(text.substr(1, end == std::string_view::npos ? end : end - 1));
        if (path.back().empty())
            return std::nullopt;
        text.remove_prefix(std::min(text.size(), end == std::string_view::npos ? text.size() : end + (index ? 1 : 0)));
    }
    return path.empty() ? std::nullopt : std::optional(std::move(path));
}

const json::value* memberOf(const json::value& document, const std::vector<std::string>& path)
{
    const json::value* at = &document;
    for (const std::string& step : path) {
        if (const json::object* object = at->if_object()) {
            at = object->if_contains(step);
        } else if (const json::array* array = at->if_array()) {
            const auto index = numberIn(step);
            at = index && *index >= 0 ? array->if_contains(static_cast<std::size_t>(*index)) : nullptr;
        } else {
            return nullptr;
        }
        if (!at)
            return nullptr;
    }
    return at;
}

} // namespace

aws::ApiResult<LogFilter> LogFilter::parse(std::string_view pattern)
{
    if (pattern.size() > kLongest)
        return refused(fmt::format("1 validation error detected: Value at 'filterPattern' failed to satisfy "
                                   "constraint: Member must have length less than or equal to {}",
                                   kLongest));
    pattern = trimmed(pattern);
    if (pattern.starts_with('{'))
        return parseJson(pattern);
    if (pattern.starts_with('['))
        return refused("Invalid filter pattern: patterns of columns, [a, b, …], are not available here");
    if (pattern.starts_with('%'))
        return refused("Invalid filter pattern: regular expressions, %…%, are not available here");
    return parseTerms(pattern);
}

aws::ApiResult<LogFilter> LogFilter::parseTerms(std::string_view pattern)
{
    LogFilter filter;
    while (!(pattern = trimmed(pattern)).empty()) {
        const char kind = pattern.front();
        if (kind == '?' || kind == '-')
            pattern.remove_prefix(1);
        std::string term;
        if (pattern.starts_with('"')) {
            std::size_t end = 1;
            for (; end < pattern.size() && pattern[end] != '"'; ++end) {
                if (pattern[end] == '\\' && end + 1 < pattern.size())
                    ++end;
                term += pattern[end];
            }
            if (end == pattern.size())
                return refused("Invalid filter pattern: a quotation mark is never closed");
            pattern.remove_prefix(end + 1);
        } else {
            const auto end =
                std::find_if(pattern.begin(), pattern.end(), [](unsigned char c) { return std::isspace(c) != 0; });
            term.assign(pattern.begin(), end);
            pattern.remove_prefix(term.size());
        }
        if (term.empty())
            return refused("Invalid filter pattern: a term is empty");
        (kind == '?' ? filter.m_any : kind == '-' ? filter.m_none : filter.m_all).push_back(std::move(term));
        if (filter.m_any.size() + filter.m_none.size() + filter.m_all.size() > kMostTerms)
            return refused(fmt::format("Invalid filter pattern: there are more than {} terms", kMostTerms));
    }
    if (!filter.m_all.empty() || !filter.m_none.empty())
        filter.m_any.clear();
    return filter;
}

aws::ApiResult<LogFilter> LogFilter::parseJson(std::string_view pattern)
{
    const auto unknown = [] {
        return refused("Invalid filter pattern: of JSON patterns only one comparison is available here, for instance "
                       "{ $.level = \"WARN\" } or { $.count >= 3 }");
    };
    if (!pattern.ends_with('}'))
        return unknown();
    std::string_view rest = trimmed(pattern.substr(1, pattern.size() - 2));
    if (!rest.starts_with('$'))
        return unknown();
    rest.remove_prefix(1);
    const std::size_t selector = std::min(rest.find_first_of("=!<> \t"), rest.size());
    auto path = pathOf(rest.substr(0, selector));
    rest = trimmed(rest.substr(selector));
    static constexpr std::array<std::string_view, 6> kSigns{"!=", "<=", ">=", "=", "<", ">"};
    const auto* sign = std::find_if(kSigns.begin(), kSigns.end(), [&](auto one) { return rest.starts_with(one); });
    if (!path || sign == kSigns.end())
        return unknown();
    const std::string_view value = trimmed(rest.substr(sign->size()));
    Comparison comparison{.path = std::move(*path), .sign = std::string(*sign), .value = {}};
    const bool equality = *sign == "=" || *sign == "!=";
    if (value.size() >= 2 && value.starts_with('"') && value.find('"', 1) == value.size() - 1)
        comparison.value = value.substr(1, value.size() - 2);
    else if (const auto number = numberIn(value))
        comparison.value = *number;
    else if (value == "true" || value == "false")
        comparison.value = value == "true";
    else if (!value.empty() && value.find_first_of(" \t\"()&|") == std::string_view::npos)
        comparison.value = value;
    if (comparison.value.is_null() || (!equality && !comparison.value.is_double()))
        return unknown();
    LogFilter filter;
    filter.m_json = std::move(comparison);
    return filter;
}

bool LogFilter::matches(std::string_view message) const
{
    if (m_json)
        return matchesJson(message);
    const auto held = [message](const std::string& term) { return holdsTerm(message, term); };
    return std::all_of(m_all.begin(), m_all.end(), held) && std::none_of(m_none.begin(), m_none.end(), held) &&
           (m_any.empty() || std::any_of(m_any.begin(), m_any.end(), held));
}

bool LogFilter::matchesJson(std::string_view message) const
{
    boost::system::error_code error;
    const json::value document = json::parse(message, error);
    const json::value* member = error ? nullptr : memberOf(document, m_json->path);
    if (!member)
        return false;
    const json::value& wanted = m_json->value;
    if (wanted.is_double())
        return member->is_number() && compare(member->to_number<double>(), m_json->sign, wanted.get_double());
    const bool equal = wanted.is_bool() ? member->is_bool() && member->get_bool() == wanted.get_bool()
                                        : member->is_string() && likeText(wanted.get_string(), member->get_string());
    return equal == (m_json->sign == "=");
}

} // namespace greensward::cloud
