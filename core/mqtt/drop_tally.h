// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <string_view>

namespace greensward::mqtt {

/// Messages a receiver has lost and nobody was told of yet. A slow receiver loses thousands a second: they are reported
/// together, the first at once, then once a second.
struct DropTally
{
    std::uint64_t count = 0;
    std::string_view reason; ///< static text
    Instant reported{};
    bool everReported = false;
};

} // namespace greensward::mqtt
