// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdio>
#include <fmt/format.h>
#include <string>
#include <utility>
#include <vector>

namespace greensward::simulation {

/// What a run says: every step when it is verbose, and the rules that were broken.
class Journal
{
public:
    Journal(const ManualClock& clock, bool verbose) : m_clock(clock), m_verbose(verbose) {}

    template<typename... Parts>
    void note(fmt::format_string<Parts...> format, Parts&&... parts)
    {
        if (m_verbose)
            print(fmt::format(format, std::forward<Parts>(parts)...));
    }

    template<typename... Parts>
    void violation(fmt::format_string<Parts...> format, Parts&&... parts)
    {
        std::string text = fmt::format(format, std::forward<Parts>(parts)...);
        if (m_verbose)
            print("VIOLATION " + text);
        if (m_violations.size() < kMostViolations)
            m_violations.push_back(std::move(text));
    }

    const std::vector<std::string>& violations() const { return m_violations; }

private:
    static constexpr std::size_t kMostViolations = 20;

    void print(const std::string& text) const
    {
        const double seconds = std::chrono::duration<double>(m_clock.now().time_since_epoch()).count();
        fmt::print("{:12.6f}  {}\n", seconds, text);
    }

    const ManualClock& m_clock;
    bool m_verbose;
    std::vector<std::string> m_violations;
};

} // namespace greensward::simulation
