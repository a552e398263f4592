// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace greensward::shadow {

/// Small numbers for the names of those who write, so that each leaf can say by whom it was written.
class Writers
{
public:
    /// Names kept; those that come later are 0, unknown.
    static constexpr std::size_t kMost = 65'535;

    std::uint32_t number(std::string_view name)
    {
        if (const auto known = m_numbers.find(name); known != m_numbers.end())
            return known->second;
        if (m_names.size() > kMost)
            return 0;
        const auto number = static_cast<std::uint32_t>(m_names.size());
        m_names.emplace_back(name);
        m_numbers.emplace(name, number);
        return number;
    }
    const std::string& name(std::uint32_t number) const { return m_names[number]; }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::vector<std::string> m_names{std::string()};
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_numbers;
};

} // namespace greensward::shadow
