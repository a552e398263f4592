// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/projection.h"

namespace greensward::billing {

namespace {

constexpr std::uint64_t kLeastMillis = 1000;
constexpr std::uint64_t kMonthMillis = kMonthMinutes * 60 * 1000;

/// In a month a device connects and subscribes once, however often it did while somebody pulled its cable.
bool isOnce(Quantity quantity)
{
    return quantity == Quantity::Connect || quantity == Quantity::Subscribe;
}

std::uint64_t inAMonth(Quantity quantity, std::uint64_t counted, const Use& device, std::uint64_t devices)
{
    if (counted == 0)
        return 0;
    if (quantity == Quantity::ConnectionMinute)
        return kMonthMinutes * devices;
    if (isOnce(quantity)) {
        const std::uint64_t times = device.events[quantity];
        return times == 0 ? 0 : counted / times * devices;
    }
    const Money::Count month = Money::Count(counted) * kMonthMillis * devices / device.connectedMillis;
    return month.convert_to<std::uint64_t>();
}

} // namespace

Use monthOf(const Use& device, std::uint64_t devices, const Bill& bill)
{
    Use month;
    if (device.connectedMillis < kLeastMillis)
        return month;
    month.connectedMillis = kMonthMillis * devices;
    for (std::size_t at = 0; at < kQuantities; ++at) {
        const auto quantity = static_cast<Quantity>(at);
        month.events.values[at] = inAMonth(quantity, device.events.values[at], device, devices);
        for (std::size_t list = 0; list < bill.lists.size(); ++list)
            month.units[list].values[at] = inAMonth(quantity, device.units[list].values[at], device, devices);
    }
    return month;
}

} // namespace greensward::billing
