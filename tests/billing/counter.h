// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/files.h"
#include "billing/meter.h"

#include <memory>
#include <stdexcept>
#include <string>

namespace greensward::billing {

/// The price lists that come with the program.
inline std::shared_ptr<const PriceList> shipped(const std::string& id)
{
    const auto text = readFile(GREENSWARD_PRICES "/" + id + ".json", kLargestPriceFile);
    auto list = text ? parsePriceList(*text) : Result<PriceList>(tl::unexpected(text.error()));
    if (!list)
        throw std::runtime_error(id + ": " + list.error().message);
    return std::make_shared<const PriceList>(std::move(*list));
}

inline constexpr std::size_t kThen = 0;
inline constexpr std::size_t kNow = 1;

/// A meter with both price lists, in virtual time.
struct Counter
{
    Counter() { meter.setPrices({shipped("aws-2017"), shipped("aws-today")}); }

    ManualClock clock;
    Meter meter{clock};

    std::uint64_t units(std::size_t list, Quantity quantity) { return meter.bill().total.units[list][quantity]; }
    std::uint64_t charge(std::size_t list, std::size_t charge)
    {
        const Bill bill = meter.bill();
        return bill.lists[list]->chargeUnits(charge, bill.total.units[list]);
    }
};

} // namespace greensward::billing
