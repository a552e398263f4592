// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <boost/json.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// Reads an item of ours back. What is missing has its default: a later version may have added it.
class ItemReader
{
public:
    /// The value must outlive the reader.
    explicit ItemReader(const boost::json::value& item) : m_object(item.if_object()) {}
    explicit ItemReader(boost::json::value&&) = delete;

    std::string text(std::string_view key) const;
    std::int64_t number(std::string_view key, std::int64_t otherwise = 0) const;
    bool flag(std::string_view key) const;
    WallTime time(std::string_view key) const;
    std::optional<WallTime> optionalTime(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const;
    std::set<std::string, std::less<>> textSet(std::string_view key) const;
    /// Null when it is none.
    const boost::json::object* object(std::string_view key) const;

private:
    const boost::json::value* at(std::string_view key) const;
    const boost::json::object* m_object;
};

/// A moment as kept: nanoseconds since 1970.
inline std::int64_t timeToItem(WallTime time)
{
    return time.time_since_epoch().count();
}

template<typename Range>
boost::json::array textsToItem(const Range& texts)
{
    boost::json::array array;
    for (const std::string& text : texts)
        array.emplace_back(text);
    return array;
}

} // namespace greensward::cloud
