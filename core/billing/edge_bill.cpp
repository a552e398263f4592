// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/edge_bill.h"

#include "billing/projection.h"

#include <algorithm>

namespace greensward::billing {

namespace {

Money published(std::uint64_t messages, std::uint64_t bytes, const PriceList& list)
{
    const Measure& measure = list.measure(Quantity::Published);
    if (!measure.isCounted())
        return {};
    Counts units;
    units[Quantity::Published] =
        measure.block == 0 ? messages : std::max(messages, (bytes + measure.block - 1) / measure.block);
    return list.cost(units);
}

std::uint64_t inAMonth(std::uint64_t count, std::chrono::milliseconds during)
{
    const Money::Count month = Money::Count(count) * kMonthMinutes * 60'000 / during.count();
    return month.convert_to<std::uint64_t>();
}

} // namespace

Money EdgeBill::saved() const
{
    const Money paid = up + cores;
    return raw < paid ? Money{} : Money::fromPico(raw.pico() - paid.pico());
}

EdgeBill edgeBill(const EdgeTraffic& traffic, const PriceList& list)
{
    return {.keptMessages = traffic.localMessages - std::min(traffic.localMessages, traffic.cloudMessages),
            .keptBytes = traffic.localBytes - std::min(traffic.localBytes, traffic.cloudBytes),
            .raw = published(traffic.localMessages, traffic.localBytes, list),
            .up = published(traffic.cloudMessages, traffic.cloudBytes, list),
            .cores = {}};
}

EdgeBill edgeMonth(const EdgeTraffic& traffic, std::chrono::milliseconds during, std::uint64_t cores,
                   const PriceList& list)
{
    if (during < std::chrono::seconds{1})
        return {};
    const EdgeTraffic month{.localMessages = inAMonth(traffic.localMessages, during),
                            .localBytes = inAMonth(traffic.localBytes, during),
                            .cloudMessages = inAMonth(traffic.cloudMessages, during),
                            .cloudBytes = inAMonth(traffic.cloudBytes, during)};
    EdgeBill bill = edgeBill(month, list);
    bill.cores = Money::fromPico(list.coreMonth.pico() * cores);
    return bill;
}

} // namespace greensward::billing
