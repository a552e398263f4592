// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A price file of anybody's making either is refused with a sentence or counts without harm.
#include "base/bytes.h"
#include "billing/meter.h"

#include <cstdlib>

using namespace greensward;
using namespace greensward::billing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto list = parsePriceList(asText({data, size}));
    if (!list) {
        if (list.error().message.empty())
            std::abort();
        return 0;
    }
    ManualClock clock;
    Meter meter(clock);
    meter.setPrices({std::make_shared<const PriceList>(std::move(*list))});
    const Seat seat = meter.join("wt-1", 100);
    meter.publish(seat, "a/b/c", 70'000, true);
    meter.ping(seat);
    clock.advance(std::chrono::seconds(61));
    const Bill bill = meter.bill();
    Money sum;
    for (std::size_t at = 0; at < kQuantities; ++at)
        sum += bill.lists[0]->cost(static_cast<Quantity>(at), bill.total.units[0]);
    if (bill.cost(0) < sum)
        std::abort(); // the parts are not more than the whole
    return 0;
}
