// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/price_list.h"

#include <algorithm>

namespace greensward::billing {

Money Charge::cost(std::uint64_t units) const
{
    Money sum;
    std::uint64_t from = 0;
    for (const Tier& tier : tiers) {
        if (units <= from)
            break;
        sum += tier.perMillion.forUnits(std::min(units, tier.upTo) - from);
        from = tier.upTo;
    }
    return sum;
}

std::uint64_t PriceList::chargeUnits(std::size_t charge, const Counts& units) const
{
    std::uint64_t sum = 0;
    for (std::size_t at = 0; at < kQuantities; ++at)
        if (measures[at].isCounted() && measures[at].charge == charge)
            sum += units.values[at];
    return sum;
}

Money PriceList::cost(const Counts& units) const
{
    Money sum;
    for (std::size_t charge = 0; charge < charges.size(); ++charge)
        sum += charges[charge].cost(chargeUnits(charge, units));
    return sum;
}

Money PriceList::cost(Quantity quantity, const Counts& units) const
{
    const Measure& how = measure(quantity);
    if (!how.isCounted() || units[quantity] == 0)
        return {};
    const Charge& charge = charges[how.charge];
    if (charge.tiers.size() == 1)
        return charge.cost(units[quantity]);
    const std::uint64_t all = chargeUnits(how.charge, units);
    return Money::fromPico(charge.cost(all).pico() * units[quantity] / all);
}

} // namespace greensward::billing
