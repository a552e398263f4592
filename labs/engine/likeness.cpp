// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/likeness.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace greensward::labs {

double likeness(std::string_view a, std::string_view b)
{
    constexpr std::size_t kLongest = 200; // names and topics of people are shorter
    a = a.substr(0, kLongest);
    b = b.substr(0, kLongest);
    if (a.empty() && b.empty())
        return 1;
    // Levenshtein's distance, a row at a time.
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, changed});
        }
    }
    return 1.0 - static_cast<double>(row.back()) / static_cast<double>(std::max(a.size(), b.size()));
}

} // namespace greensward::labs
