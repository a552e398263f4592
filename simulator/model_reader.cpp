// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/model_reader.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace greensward::simulator {

namespace {

const boost::json::object& emptyObject()
{
    static const boost::json::object empty;
    return empty;
}

} // namespace

ModelReader::ModelReader(const boost::json::object& object, std::string where, std::string& problem)
    : m_object(&object), m_where(std::move(where)), m_problem(&problem)
{}

void ModelReader::complain(std::string_view name, std::string_view what)
{
    if (m_problem->empty())
        *m_problem =
            m_where.empty() ? fmt::format("\"{}\" {}", name, what) : fmt::format("\"{}.{}\" {}", m_where, name, what);
}

const boost::json::value* ModelReader::find(std::string_view name)
{
    if (std::find(m_asked.begin(), m_asked.end(), name) == m_asked.end())
        m_asked.push_back(name);
    return m_object->if_contains(name);
}

std::vector<std::string> ModelReader::names() const
{
    std::vector<std::string> names;
    for (const auto& member : *m_object)
        names.emplace_back(member.key());
    return names;
}

std::string ModelReader::text(std::string_view name)
{
    const auto* value = find(name);
    if (!value)
        complain(name, "is missing");
    else if (!value->is_string() || value->get_string().empty())
        complain(name, "must be a text that is not empty");
    else
        return std::string(value->get_string());
    return {};
}

std::string ModelReader::text(std::string_view name, std::string_view fallback)
{
    const auto* value = find(name);
    if (!value)
        return std::string(fallback);
    if (value->is_string())
        return std::string(value->get_string());
    complain(name, "must be a text");
    return {};
}

std::string ModelReader::word(std::string_view name, std::initializer_list<std::string_view> words)
{
    std::string value = text(name);
    if (!value.empty() && std::find(words.begin(), words.end(), value) == words.end())
        complain(name, fmt::format("must be one of {}, not \"{}\"", fmt::join(words, ", "), value));
    return value;
}

double ModelReader::number(std::string_view name, double fallback, double low, double high)
{
    const auto* value = find(name);
    if (!value)
        return fallback;
    boost::system::error_code error;
    const double number = value->is_number() ? value->to_number<double>(error) : NAN;
    if (error || !(number >= low && number <= high)) {
        complain(name,
                 fmt::format("must be a number from {} to {}, not {}", low, high, boost::json::serialize(*value)));
        return fallback;
    }
    return number;
}

int ModelReader::whole(std::string_view name, int fallback, int low, int high)
{
    const double value = number(name, fallback, low, high);
    if (value != std::floor(value))
        complain(name, "must be a whole number");
    return static_cast<int>(value);
}

bool ModelReader::flag(std::string_view name, bool fallback)
{
    const auto* value = find(name);
    if (!value)
        return fallback;
    if (!value->is_bool()) {
        complain(name, "must be true or false");
        return fallback;
    }
    return value->get_bool();
}

ModelReader ModelReader::object(std::string_view name)
{
    const auto* value = find(name);
    const auto* object = value ? value->if_object() : nullptr;
    if (!object)
        complain(name, value ? "must be an object" : "is missing");
    return {object ? *object : emptyObject(), m_where.empty() ? std::string(name) : fmt::format("{}.{}", m_where, name),
            *m_problem};
}

std::vector<ModelReader> ModelReader::objects(std::string_view name)
{
    const auto* value = find(name);
    const auto* list = value ? value->if_array() : nullptr;
    std::vector<ModelReader> result;
    if (!list) {
        complain(name, value ? "must be a list of objects" : "is missing");
        return result;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        const auto* object = (*list)[i].if_object();
        std::string where = fmt::format("{}{}{}[{}]", m_where, m_where.empty() ? "" : ".", name, i);
        if (!object)
            complain(fmt::format("{}[{}]", name, i), "must be an object");
        result.emplace_back(object ? *object : emptyObject(), std::move(where), *m_problem);
    }
    return result;
}

void ModelReader::finish()
{
    for (const auto& member : *m_object) {
        const std::string_view key = member.key();
        if (std::find(m_asked.begin(), m_asked.end(), key) == m_asked.end())
            complain(key, fmt::format("is unknown; known here: {}", fmt::join(m_asked, ", ")));
    }
}

} // namespace greensward::simulator
