// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/figure.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <fmt/format.h>

namespace greensward::bench {

bool tell(const Figure& figure)
{
    constexpr double kTolerance = 2;
    fmt::print(R"({{"bench":"{}","row":"{}","what":{},"value":{:.2f},"unit":"{}")", figure.bench, figure.row,
               boost::json::serialize(boost::json::value(figure.what)), figure.value, figure.unit);
    bool bearable = true;
    if (figure.budget) {
        const double budget = *figure.budget;
        const double ratio = budget > 0 ? figure.value / budget : figure.value;
        const bool met = figure.atLeast ? figure.value >= budget : figure.value <= budget;
        bearable = met || (budget > 0 && (figure.atLeast ? ratio >= 1 / kTolerance : ratio <= kTolerance));
        fmt::print(R"(,"budget":{:.2f},"of_budget":{:.2f},"met":{})", budget, ratio, met);
    }
    fmt::print("}}\n");
    std::fflush(stdout);
    return bearable;
}

Spread spreadOf(std::vector<double>& values)
{
    if (values.empty())
        return {};
    std::sort(values.begin(), values.end());
    return {values[values.size() / 2], values[values.size() * 99 / 100], values.back()};
}

} // namespace greensward::bench
