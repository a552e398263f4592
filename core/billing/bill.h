// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "billing/price_list.h"
#include "billing/quantity.h"

#include <memory>
#include <string>
#include <vector>

namespace greensward::billing {

/// What was used, by whom and for what, and what each price list asks for it: a snapshot that nobody changes any more.
struct Bill
{
    struct Line
    {
        std::string name; ///< client id, or the beginning of a topic; empty: all that had no line of their own left
        Use use;
        bool operator==(const Line&) const = default;
    };

    WallTime since{}; ///< the meter was reset, or began
    WallTime made{};
    std::vector<std::shared_ptr<const PriceList>> lists; ///< at most kMostLists; Use::units has them in this order
    std::vector<std::string> problems;                   ///< price files that could not be read, one sentence each
    Use total;
    std::vector<Line> clients; ///< the dearest first, by the last list
    std::vector<Line> topics;
    bool canUndoReset = false;

    Money cost(std::size_t list) const { return lists[list]->cost(total.units[list]); }
    /// Index of the list, or nothing.
    std::optional<std::size_t> find(std::string_view listId) const;
};

} // namespace greensward::billing
