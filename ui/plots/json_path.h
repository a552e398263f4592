// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <boost/json/fwd.hpp>

namespace greensward::ui {

/// Where in a JSON payload a number is: "rpm", "gear.heat", "cells[2]", "[0]", ["wind speed"]; "cells[]" and
/// "cells[].volt" are the numbers of all elements.
class JsonPath
{
public:
    /// Nothing when the text is no path.
    static std::optional<JsonPath> parse(std::string_view text);

    /// The number there; true and false count as 1 and 0. Nothing when there is something else, or nothing.
    std::optional<double> number(const boost::json::value& payload) const;
    /// What stands there, one for each element where the path goes through all of an array; empty when there is nothing.
    std::vector<const boost::json::value*> values(const boost::json::value& payload) const;

private:
    struct Every
    {};
    std::vector<std::variant<std::string, std::size_t, Every>> m_steps; ///< keys and places in arrays
};

/// A number of a payload.
struct NumericField
{
    std::string path;
    double value = 0;
    std::size_t elements = 0; ///< so many of an array, of which value is the first; 0: it is one number
};

/// A number as paths count it: true and false are 1 and 0. Nothing when the value is something else.
std::optional<double> numberOf(const boost::json::value& value);
/// A moment in seconds since 1970: a number of seconds, milliseconds, microseconds or nanoseconds, by its size, or a
/// text as of ISO 8601. Nothing when the value is something else.
std::optional<double> momentOf(const boost::json::value& value);

/// The numbers of a JSON payload in its own order, the first `most` of them. Empty when it is not JSON.
std::vector<NumericField> numericFields(std::string_view payload, std::size_t most = 64);
/// The same with texts that are a moment, as seconds since 1970.
std::vector<NumericField> scalarFields(std::string_view payload, std::size_t most);

} // namespace greensward::ui
