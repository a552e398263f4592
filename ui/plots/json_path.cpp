// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/json_path.h"

#include <QDateTime>

#include <algorithm>
#include <charconv>
#include <cmath>

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

void collect(const json::value& value, const std::string& path, std::size_t most, int depth, std::size_t elements,
             std::optional<double> (*numberIn)(const json::value&), std::vector<NumericField>& into)
{
    if (into.size() >= most || depth > kDeepest)
        return;
    if (const auto* object = value.if_object()) {
        for (const auto& pair : *object)
            collect(pair.value(), join(path, {pair.key().data(), pair.key().size()}), most, depth + 1, elements, numberIn, into);
    } else if (const auto* array = value.if_array()) {
        if (array->size() > 1)
            collect(array->front(), path + "[]", most, depth + 1, array->size(), numberIn, into);
        for (std::size_t at = 0; elements == 0 && at < array->size() && into.size() < most; ++at)
            collect((*array)[at], path + '[' + std::to_string(at) + ']', most, depth + 1, 0, numberIn, into);
    } else if (const auto number = numberOf(value)) {
        into.push_back({path, *number, elements});
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

std::optional<double> numberOf(const json::value& value)
{
    if (value.is_number())
        return value.to_number<double>();
    if (value.is_bool())
        return value.get_bool() ? 1.0 : 0.0;
    return std::nullopt;
}

std::optional<double> momentOf(const json::value& value)
{
    if (value.is_string()) {
        const auto& text = value.get_string();
        const auto moment = QDateTime::fromString(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())),
                                                  Qt::ISODateWithMs);
        return moment.isValid() ? std::optional(static_cast<double>(moment.toMSecsSinceEpoch()) / 1000) : std::nullopt;
    }
    if (!value.is_number())
        return std::nullopt;
    // In seconds, 1e11 is the year 5138: who says that means a smaller unit.
    double moment = value.to_number<double>();
    for (int unit = 0; unit < 3 && std::abs(moment) >= 1e11; ++unit)
        moment /= 1000;
    return moment;
}

std::optional<JsonPath> JsonPath::parse(std::string_view text)
{
    JsonPath path;
    while (!text.empty()) {
        if (text.starts_with("[]")) {
            path.m_steps.emplace_back(Every{});
            text.remove_prefix(2);
            continue;
        }
        if (text.front() == '[') {
            auto step = takeBracket(text);
            if (!step)
                return std::nullopt;
            std::visit([&path](auto& one) { path.m_steps.emplace_back(std::move(one)); }, *step);
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

std::vector<const json::value*> JsonPath::values(const json::value& payload) const
{
    std::vector<const json::value*> here{&payload};
    std::vector<const json::value*> next;
    for (const auto& step : m_steps) {
        next.clear();
        for (const json::value* value : here) {
            const auto* object = value->if_object();
            const auto* array = value->if_array();
            if (const auto* key = std::get_if<std::string>(&step)) {
                if (const auto* found = object ? object->if_contains(*key) : nullptr)
                    next.push_back(found);
            } else if (const auto* place = std::get_if<std::size_t>(&step)) {
                if (const auto* found = array ? array->if_contains(*place) : nullptr)
                    next.push_back(found);
            } else if (array) {
                for (const json::value& element : *array)
                    next.push_back(&element);
            }
        }
        here.swap(next);
    }
    return here;
}

std::optional<double> JsonPath::number(const json::value& payload) const
{
    const auto found = values(payload);
    return found.empty() ? std::nullopt : numberOf(*found.front());
}

namespace {

std::vector<NumericField> fieldsOf(std::string_view payload, std::size_t most,
                                   std::optional<double> (*numberIn)(const json::value&))
{
    std::vector<NumericField> fields;
    boost::system::error_code error;
    const json::value value = json::parse({payload.data(), payload.size()}, error);
    if (!error && value.is_structured())
        collect(value, {}, most, 0, 0, numberIn, fields);
    return fields;
}

} // namespace

std::vector<NumericField> numericFields(std::string_view payload, std::size_t most)
{
    return fieldsOf(payload, most, &numberOf);
}

std::vector<NumericField> scalarFields(std::string_view payload, std::size_t most)
{
    return fieldsOf(payload, most, [](const json::value& value) {
        return value.is_string() ? momentOf(value) : numberOf(value);
    });
}

} // namespace greensward::ui
