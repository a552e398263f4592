// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/api_error.h"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::cloud {

/// A filter pattern of CloudWatch Logs. Terms: `ERROR timeout` (all of them), `"out of memory"`, `?a ?b` (one of them),
/// `-x` (none). JSON: one comparison, `{ $.level = "WARN" }`, with = != < <= > >= and * in texts. A term is found as a
/// word of its own, and case counts. As at AWS, terms with ? count only when there are no others. Compound JSON
/// patterns, patterns of columns and regular expressions are refused. A plain value.
class LogFilter
{
public:
    static constexpr std::size_t kLongest = 1024;

    /// An empty pattern finds everything.
    static aws::ApiResult<LogFilter> parse(std::string_view pattern);
    bool matches(std::string_view message) const;

private:
    struct Comparison
    {
        std::vector<std::string> path; ///< "a", "b", "0" of $.a.b[0]
        std::string sign;
        boost::json::value value; ///< a text, a number, true, false
    };
    static aws::ApiResult<LogFilter> parseJson(std::string_view pattern);
    static aws::ApiResult<LogFilter> parseTerms(std::string_view pattern);
    bool matchesJson(std::string_view message) const;

    std::vector<std::string> m_all;
    std::vector<std::string> m_any;
    std::vector<std::string> m_none;
    std::optional<Comparison> m_json;
};

} // namespace greensward::cloud
