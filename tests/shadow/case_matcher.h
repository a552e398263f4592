// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>
#include <cstdint>
#include <map>
#include <string>

namespace greensward::shadow::test {

/// Compares answers with what a case of tests/cases/shadow-cases.json expects: "<ts>" and its kin are understood.
class CaseMatcher
{
public:
    explicit CaseMatcher(std::string thing) { m_saved["thing"] = std::move(thing); }

    /// ${name} and <repeat:c:n> put in, everywhere.
    boost::json::value filledIn(const boost::json::value& pattern) const;
    std::string filledIn(std::string text) const;

    /// Empty when it matches, otherwise where and why not. exact: no other members at any level.
    std::string mismatch(const boost::json::value& expected, const boost::json::value& actual, bool exact,
                         std::int64_t now);
    /// "t2 > t1" over the bound timestamps.
    bool holds(const std::string& comparison) const;

private:
    std::string compare(const boost::json::value& expected, const boost::json::value* actual, bool exact,
                        const std::string& path);
    std::string compareText(const std::string& pattern, const boost::json::value* actual, const std::string& path);
    std::string compareObject(const boost::json::object& expected, const boost::json::value& actual, bool exact,
                              const std::string& path);

    std::map<std::string, std::string> m_saved;
    std::map<std::string, std::int64_t> m_timestamps;
    std::int64_t m_now = 0;
};

} // namespace greensward::shadow::test
