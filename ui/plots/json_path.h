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

/// Where in a JSON payload a number is: "rpm", "gear.heat", "cells[2]", "[0]", ["wind speed"].
class JsonPath
{
public:
    /// Nothing when the text is no path.
    static std::optional<JsonPath> parse(std::string_view text);

    /// The number there; true and false count as 1 and 0. Nothing when there is something else, or nothing.
    std::optional<double> number(const boost::json::value& payload) const;

private:
    std::vector<std::variant<std::string, std::size_t>> m_steps; ///< keys and places in arrays
};

/// A number of a payload.
struct NumericField
{
    std::string path;
    double value = 0;
};

/// The numbers of a JSON payload in its own order, the first `most` of them. Empty when it is not JSON.
std::vector<NumericField> numericFields(std::string_view payload, std::size_t most = 64);

} // namespace greensward::ui
