// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "billing/bill.h"

#include <cstdint>

namespace greensward::billing {

/// A month of a bill: 30 days.
inline constexpr std::uint64_t kMonthMinutes = 30 * 24 * 60;

/// What so many devices like this one would use in a month, if they went on as it did while it was connected, each with
/// one connection that stays. Nothing while it was connected for less than a second.
Use monthOf(const Use& device, std::uint64_t devices, const Bill& bill);

} // namespace greensward::billing
