// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "billing/money.h"
#include "billing/quantity.h"

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::billing {

/// How a quantity is counted.
struct Measure
{
    static constexpr std::uint8_t kNotCounted = 0xFF;
    std::uint8_t charge = kNotCounted;  ///< index of the charge it belongs to
    bool withTopic = false;             ///< the topic's name is part of the size
    std::uint32_t block = 0;            ///< octets a unit; 0: one unit each, whatever the size
    std::uint32_t freeEverySeconds = 0; ///< one in so many seconds is free (per connection); 0: none is

    bool isCounted() const { return charge != kNotCounted; }
    /// Units of one message: every block begun, at least one.
    std::uint64_t units(std::uint64_t payload, std::uint64_t topic) const
    {
        const std::uint64_t size = payload + (withTopic ? topic : 0);
        return block == 0 || size <= block ? 1 : (size + block - 1) / block;
    }
    bool operator==(const Measure&) const = default;
};

/// What a million units cost, up to so many of them.
struct Tier
{
    std::uint64_t upTo = std::numeric_limits<std::uint64_t>::max();
    Money perMillion;
};

/// A line of the bill: what is counted together and has one price.
struct Charge
{
    std::string id;    ///< "messaging"
    std::string title; ///< "Messages"
    std::string unit;  ///< "messages"
    std::vector<Tier> tiers;

    Money cost(std::uint64_t units) const;
};

/// A dated price list of one region: a file that a person may edit (docs/price-files.md).
struct PriceList
{
    std::string id;    ///< "aws-2017"
    std::string title; ///< "AWS IoT, 2017"
    std::string region;
    std::string date;   ///< "2017-06-01": when these were the prices
    std::string source; ///< where they were read
    std::string note;
    std::string file; ///< where this list came from; set by whoever read it
    std::vector<Charge> charges;
    Money coreMonth; ///< a Greengrass core that was connected in that month
    std::array<Measure, kQuantities> measures{};

    const Measure& measure(Quantity quantity) const { return measures[static_cast<std::size_t>(quantity)]; }
    std::uint64_t chargeUnits(std::size_t charge, const Counts& units) const;
    /// Of all charges together.
    Money cost(const Counts& units) const;
    /// The part of its charge that falls to one quantity.
    Money cost(Quantity quantity, const Counts& units) const;
};

inline constexpr std::size_t kLargestPriceFile = 256u << 10;

/// The error names the member that is wrong and says what it should be.
Result<PriceList> parsePriceList(std::string_view json);

} // namespace greensward::billing
