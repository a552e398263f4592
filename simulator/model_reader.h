// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <boost/json.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::simulator {

/// Takes a JSON object apart member by member and remembers the first thing that is wrong with it. Missing members keep
/// the fallback; members nobody asked for are an error at the end, so that a misspelt name is not silently ignored.
class ModelReader
{
public:
    /// where: how the object is called in messages ("physics"), empty at the top. problem: shared by the readers of a
    /// document.
    ModelReader(const boost::json::object& object, std::string where, std::string& problem);

    bool has(std::string_view name) { return find(name) != nullptr; }
    /// Of all members, in the order of the document.
    std::vector<std::string> names() const;
    std::string text(std::string_view name);
    std::string text(std::string_view name, std::string_view fallback);
    /// One of the words.
    std::string word(std::string_view name, std::initializer_list<std::string_view> words);
    double number(std::string_view name, double fallback, double low, double high);
    /// A whole number.
    int whole(std::string_view name, int fallback, int low, int high);
    bool flag(std::string_view name, bool fallback);
    /// A nested object; an empty one when it is missing or none.
    ModelReader object(std::string_view name);
    /// The objects of a list.
    std::vector<ModelReader> objects(std::string_view name);
    /// To be called once all members were asked for.
    void finish();

    void complain(std::string_view name, std::string_view what);

private:
    const boost::json::value* find(std::string_view name);

    const boost::json::object* m_object;
    std::string m_where;
    std::string* m_problem;
    std::vector<std::string_view> m_asked;
};

} // namespace greensward::simulator
