// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace greensward::mqtt {

/// What one pass over a text found; bits of a set.
enum TextFlaw : std::uint8_t {
    kSound = 0,
    kIllFormed = 1, ///< not UTF-8: overlong, surrogate, above U+10FFFF, cut short; the pass ends there
    kNull = 2,      ///< U+0000
    kWildcard = 4,  ///< '+' or '#'
};
using TextFlaws = std::uint8_t;

/// Looks at each byte once, eight at a time while they are plain ASCII.
TextFlaws findFlaws(std::string_view text);

} // namespace greensward::mqtt
