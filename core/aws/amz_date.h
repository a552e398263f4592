// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace greensward::aws {

/// "20261122T200009Z", always UTC, whole seconds.
std::string toAmzDate(WallTime time);
/// Exactly that form; nothing for anything else or a day that does not exist.
std::optional<WallTime> fromAmzDate(std::string_view text);
/// "Sun, 22 Nov 2026 20:00:09 GMT", the form of the Date field.
std::optional<WallTime> fromHttpDate(std::string_view text);
/// "2026-11-22T20:00:09Z" with any number of decimals, 'Z' or an offset such as +01:00; also the bare date.
std::optional<WallTime> fromIso8601(std::string_view text);
/// "2026-11-22T20:00:09Z"
std::string toIsoSeconds(WallTime time);

} // namespace greensward::aws
