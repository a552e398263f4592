// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "billing/price_list.h"

#include <chrono>
#include <cstdint>

namespace greensward::billing {

/// What went over the local networks of some cores, and over their cables to the cloud.
struct EdgeTraffic
{
    std::uint64_t localMessages = 0;
    std::uint64_t localBytes = 0; ///< payloads
    std::uint64_t cloudMessages = 0;
    std::uint64_t cloudBytes = 0; ///< payloads, up only
};

/// What never left the edge, in octets and in money. Prices are those of a publish; what somebody in the cloud would
/// have been delivered comes on top. As only sums of octets are known, each is the least that it may be: so many
/// messages, or so many blocks.
struct EdgeBill
{
    std::uint64_t keptMessages = 0; ///< local ones less those that went up
    std::uint64_t keptBytes = 0;
    Money raw;   ///< everything local, published to the cloud
    Money up;    ///< what did go up
    Money cores; ///< the price of the cores themselves
    /// What staying local saved; nothing when the cores cost more than that.
    Money saved() const;
};

/// Of what went over the networks; the cores' own price, which goes by the month, is left out.
EdgeBill edgeBill(const EdgeTraffic& traffic, const PriceList& list);
/// Of a month of 30 days in which so many cores go on as they did in this time. Nothing for less than a second.
EdgeBill edgeMonth(const EdgeTraffic& traffic, std::chrono::milliseconds during, std::uint64_t cores,
                   const PriceList& list);

} // namespace greensward::billing
