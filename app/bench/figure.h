// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::bench {

/// Something measured, beside what it may be.
struct Figure
{
    std::string_view bench; ///< "ui", "shadow"
    std::string_view row;   ///< as chosen with --only
    std::string what;
    double value = 0;
    std::string_view unit;
    std::optional<double> budget; ///< none: something to know beside the others
    bool atLeast = false; ///< the budget is what must be reached, not what must not be passed
};

/// Prints it as one JSON object with its ratio to the budget. False when it misses the budget by more than a factor of
/// two (of a budget of 0: at all): on a machine that does other things as well, less is no verdict.
bool tell(const Figure& figure);

/// The middle, the 99th of a hundred, the largest of the values, which are put in order; 0 of none.
struct Spread
{
    double median = 0;
    double p99 = 0;
    double worst = 0;
};
Spread spreadOf(std::vector<double>& values);

} // namespace greensward::bench
