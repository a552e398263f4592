// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/format.h>
#include <set>
#include <string>
#include <string_view>

namespace greensward::labs {

/// The members of one JSON object being read: knows which were asked for, so that one that nobody understands is told.
/// Remembers the first thing that is wrong.
class Fields
{
public:
    /// place: "steps[2].check"
    Fields(const boost::json::object& object, std::string_view place) : m_object(object), m_place(place) {}

    const boost::json::value* find(std::string_view name)
    {
        m_known.insert(std::string(name));
        return m_object.if_contains(name);
    }
    bool has(std::string_view name) const { return m_object.contains(name); }
    std::string text(std::string_view name, std::string_view otherwise = {})
    {
        const auto* value = find(name);
        if (value && !value->is_string())
            complain(fmt::format("'{}' is to be a text", name));
        return value && value->is_string() ? std::string(value->get_string()) : std::string(otherwise);
    }
    bool flag(std::string_view name, bool otherwise)
    {
        const auto* value = find(name);
        if (value && !value->is_bool())
            complain(fmt::format("'{}' is to be true or false", name));
        return value && value->is_bool() ? value->get_bool() : otherwise;
    }
    std::int64_t number(std::string_view name, std::int64_t otherwise, std::int64_t least, std::int64_t most)
    {
        const auto* value = find(name);
        if (!value)
            return otherwise;
        if (!value->is_int64() || value->get_int64() < least || value->get_int64() > most) {
            complain(fmt::format("'{}' is to be a whole number from {} to {}", name, least, most));
            return otherwise;
        }
        return value->get_int64();
    }
    const boost::json::array* list(std::string_view name)
    {
        const auto* value = find(name);
        if (value && !value->is_array())
            complain(fmt::format("'{}' is to be a list", name));
        return value && value->is_array() ? &value->get_array() : nullptr;
    }
    const boost::json::object* object(std::string_view name)
    {
        const auto* value = find(name);
        if (value && !value->is_object())
            complain(fmt::format("'{}' is to be an object", name));
        return value && value->is_object() ? &value->get_object() : nullptr;
    }
    void complain(std::string sentence)
    {
        if (m_problem.empty())
            m_problem = fmt::format("{}: {}", m_place, sentence);
    }
    void complain(const Error& error)
    {
        if (m_problem.empty())
            m_problem = error.message;
    }
    const std::string& place() const { return m_place; }

    /// The first thing that was wrong; also when a member was not asked for.
    Result<void> finish()
    {
        for (const auto& member : m_object)
            if (!m_known.contains(std::string(member.key())) && member.key() != "comment")
                complain(fmt::format("'{}' means nothing here", std::string_view(member.key())));
        return m_problem.empty() ? Result<void>{} : failure(m_problem);
    }

private:
    const boost::json::object& m_object;
    std::string m_place;
    std::set<std::string> m_known;
    std::string m_problem;
};

} // namespace greensward::labs
