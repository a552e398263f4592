// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace greensward::lambda {

inline constexpr std::uint64_t kLargestPackage = 50'000'000;   ///< the zip
inline constexpr std::uint64_t kLargestUnpacked = 250'000'000; ///< its files together

/// Lays a function's zip out in an empty folder, made if missing. Refuses what is no zip, is larger than AWS allows, or
/// has an entry that would lie outside (absolute, "..", a link).
Result<void> unpackPackage(std::string_view zip, const std::filesystem::path& folder);
/// Whether it is a zip at all.
bool isPackage(std::string_view zip);

} // namespace greensward::lambda
