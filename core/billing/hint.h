// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "billing/bill.h"

#include <cstdint>
#include <string>
#include <vector>

namespace greensward::billing {

/// Something about a choice that a person made and may want to make differently, with its arithmetic.
struct Hint
{
    enum class Kind : std::uint8_t {
        JustOverABlock, ///< messages of `size` octets cost `units` each; `spare` octets less would save one of them
        Pings,          ///< `units` pings of `who` were billed, one every `seconds`
        FanOut,         ///< each message of `who` is delivered `factor` times: with its publishing ×(factor + 1)
        RoomLeft,       ///< messages of `size` octets leave room: `factor` of them would cost as much as one
    };
    Kind kind{};
    std::size_t list = 0; ///< of the bill
    std::string who;      ///< client, or part of the topic tree
    std::uint64_t size = 0;
    std::uint64_t units = 0;
    std::uint64_t spare = 0;
    std::uint64_t factor = 0;
    double seconds = 0;
    Money saves{}; ///< of what the bill says, if it were chosen differently
    bool operator==(const Hint&) const = default;
};

/// The dearest first, at most so many.
std::vector<Hint> hintsOf(const Bill& bill, std::size_t most);

} // namespace greensward::billing
