// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/json_fields.h"

#include <algorithm>
#include <boost/json.hpp>

namespace greensward::capture {

namespace json = boost::json;

namespace {

constexpr std::size_t kMostDepth = 64;

std::size_t afterSpace(std::string_view text, std::size_t at)
{
    const auto found = text.find_first_not_of(" \t\r\n", at);
    return found == std::string_view::npos ? text.size() : found;
}

/// Of valid JSON: where the string that begins there ends, past its quote.
std::size_t afterString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at)
        at += text[at] == '\\' ? 1 : 0;
    return std::min(at + 1, text.size());
}

/// Of valid JSON: where the value that begins there ends.
std::size_t afterValue(std::string_view text, std::size_t at)
{
    int depth = 0;
    while (at < text.size()) {
        const char character = text[at];
        if (character == '"') {
            at = afterString(text, at);
        } else if (character == '{' || character == '[') {
            ++depth;
            ++at;
        } else if (character == '}' || character == ']') {
            if (depth == 0)
                return at;
            --depth;
            ++at;
        } else if (depth > 0 || character == ':') {
            ++at;
            continue;
        } else {
            at = std::min(text.find_first_of(",]} \t\r\n", at), text.size());
        }
        if (depth == 0)
            return at;
    }
    return at;
}

/// The name as it was meant, its escapes undone.
std::string nameIn(std::string_view quoted)
{
    boost::system::error_code error;
    const json::value value = json::parse(quoted, error);
    return !error && value.is_string() ? std::string(value.get_string()) : std::string();
}

} // namespace

std::optional<std::uint64_t> replaceFields(std::string& text, const std::vector<std::string>& names,
                                           std::string_view with)
{
    json::parse_options options;
    options.max_depth = kMostDepth;
    boost::system::error_code error;
    static_cast<void>(json::parse(text, error, {}, options));
    if (error) {
        const bool named = text.find('\\') != std::string::npos ||
                           std::any_of(names.begin(), names.end(), [&text](const std::string& name) {
                               return text.find(name) != std::string::npos;
                           });
        return named ? std::nullopt : std::optional<std::uint64_t>(0);
    }
    std::uint64_t replaced = 0;
    for (std::size_t at = text.find('"'); at != std::string::npos; at = text.find('"', at)) {
        const std::size_t end = afterString(text, at);
        const std::size_t colon = afterSpace(text, end);
        const bool member = colon < text.size() && text[colon] == ':';
        const std::string name = member ? nameIn(std::string_view(text).substr(at, end - at)) : std::string();
        at = end;
        if (!member || std::find(names.begin(), names.end(), name) == names.end())
            continue;
        const std::size_t value = afterSpace(text, colon + 1);
        text.replace(value, afterValue(text, value) - value, with);
        at = value + with.size();
        ++replaced;
    }
    return replaced;
}

} // namespace greensward::capture
