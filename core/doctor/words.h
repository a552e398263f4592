// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <fmt/format.h>
#include <string>

namespace greensward::doctor {

/// "40 s", "12 min", "3 h": a length of time as a sentence has it, rounded up.
inline std::string lasting(Duration time)
{
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(time).count();
    if (seconds < 120)
        return fmt::format("{} s", seconds);
    if (seconds < 120 * 60)
        return fmt::format("{} min", (seconds + 59) / 60);
    return seconds < 48 * 3600 ? fmt::format("{} h", (seconds + 3599) / 3600)
                               : fmt::format("{} days", (seconds + 86'399) / 86'400);
}

} // namespace greensward::doctor
