// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/item_json.h"

namespace greensward::cloud {

const boost::json::value* ItemReader::at(std::string_view key) const
{
    return m_object ? m_object->if_contains(key) : nullptr;
}

std::string ItemReader::text(std::string_view key) const
{
    const auto* value = at(key);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

std::int64_t ItemReader::number(std::string_view key, std::int64_t otherwise) const
{
    const auto* value = at(key);
    return value && value->is_int64() ? value->get_int64() : otherwise;
}

bool ItemReader::flag(std::string_view key) const
{
    const auto* value = at(key);
    return value && value->is_bool() && value->get_bool();
}

WallTime ItemReader::time(std::string_view key) const
{
    return WallTime{Duration{number(key)}};
}

std::optional<WallTime> ItemReader::optionalTime(std::string_view key) const
{
    return at(key) ? std::optional(time(key)) : std::nullopt;
}

std::vector<std::string> ItemReader::texts(std::string_view key) const
{
    std::vector<std::string> texts;
    const auto* value = at(key);
    if (const auto* array = value ? value->if_array() : nullptr)
        for (const auto& one : *array)
            if (one.is_string())
                texts.emplace_back(one.get_string());
    return texts;
}

std::set<std::string, std::less<>> ItemReader::textSet(std::string_view key) const
{
    const auto list = texts(key);
    return {list.begin(), list.end()};
}

const boost::json::object* ItemReader::object(std::string_view key) const
{
    const auto* value = at(key);
    return value ? value->if_object() : nullptr;
}

} // namespace greensward::cloud
