// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/json_path.h"

#include <algorithm>
#include <charconv>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr int kDeepest = 16;

bool isPlain(std::string_view key)
{
    return !key.empty() && key.find_first_of(".[]\"") == std::string_view::npos;
}

std::string join(const std::string& path, std::string_view key)
{
    if (!isPlain(key) || key.find(' ') != std::string_view::npos) // "wind speed" is read more easily in quotes
        return path + '[' + json::serialize(json::value(json::string_view(key.data(), key.size()))) + ']';
    return path.empty() ? std::string(key) : path + '.' + std::string(key);
}

std::optional<double> numberOf(const json::value& value)
{
    if (value.is_number())
        return value.to_number<double>();
    if (value.is_bool())
        return value.get_bool() ? 1.0 : 0.0;
    return std::nullopt;
}

void collect(const json::value& value, const std::string& path, std::size_t most, int depth,
             std::vector<NumericField>& into)
{
    if (into.size() >= most || depth > kDeepest)
        return;
    if (const auto* object = value.if_object()) {
        for (const auto& pair : *object)
            collect(pair.value(), join(path, {pair.key().data(), pair.key().size()}), most, depth + 1, into);
    } else if (const auto* array = value.if_array()) {
        for (std::size_t at = 0; at < array->size() && into.size() < most; ++at)
            collect((*array)[at], path + '[' + std::to_string(at) + ']', most, depth + 1, into);
    } else if (const auto number = numberOf(value)) {
        into.push_back({path, *number});
    }
}

/// What stands between brackets, a place or a quoted key; nothing when it is neither. Takes it off the text.
std::optional<std::variant<std::string, std::size_t>> takeBracket(std::string_view& text)
{
    text.remove_prefix(1);
    if (!text.empty() && text.front() == '"') {
        std::size_t end = 1;
        while (end < text.size() && text[end] != '"')
            end += text[end] == '\\' ? 2 : 1;
        if (end + 1 >= text.size() || text[end + 1] != ']')
            return std::nullopt;
        boost::system::error_code error;
        const json::value key = json::parse({text.data(), end + 1}, error);
        if (error || !key.is_string())
            return std::nullopt;
        text.remove_prefix(end + 2);
        return std::string(key.get_string().data(), key.get_string().size());
    }
    std::size_t place = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), place);
    if (error != std::errc() || end == text.data() + text.size() || *end != ']')
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    return place;
}

} // namespace

std::optional<JsonPath> JsonPath::parse(std::string_view text)
{
    JsonPath path;
    while (!text.empty()) {
        if (text.front() == '[') {
            auto step = takeBracket(text);
            if (!step)
                return std::nullopt;
            path.m_steps.push_back(std::move(*step));
            continue;
        }
        if (!path.m_steps.empty()) {
            if (text.front() != '.')
                return std::nullopt;
            text.remove_prefix(1);
        }
        const std::string_view key = text.substr(0, text.find_first_of(".["));
        if (!isPlain(key))
            return std::nullopt;
        path.m_steps.emplace_back(std::string(key));
        text.remove_prefix(key.size());
    }
    return path.m_steps.empty() ? std::nullopt : std::optional(std::move(path));
}

std::optional<double> JsonPath::number(const json::value& payload) const
{
    const json::value* at = &payload;
    for (const auto& step : m_steps) {
        if (const auto* key = std::get_if<std::string>(&step)) {
            const auto* object = at->if_object();
            at = object ? object->if_contains(*key) : nullptr;
        } else {
            const auto* array = at->if_array();
            at = array ? array->if_contains(std::get<std::size_t>(step)) : nullptr;
        }
        if (!at)
            return std::nullopt;
    }
    return numberOf(*at);
}

std::vector<NumericField> numericFields(std::string_view payload, std::size_t most)
{
    std::vector<NumericField> fields;
    boost::system::error_code error;
    const json::value value = json::parse({payload.data(), payload.size()}, error);
    if (!error && value.is_structured())
        collect(value, {}, most, 0, fields);
    return fields;
}

} // namespace greensward::ui
