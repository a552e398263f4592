// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace greensward::capture {

/// What stands where something was taken out.
inline constexpr std::string_view kRemoved = "removed";

/// True when a private key in PEM form (RFC 7468) begins somewhere in the octets. Costs one search: a recording asks it
/// of every text.
bool holdsPrivateKey(std::string_view text);
/// Puts "removed" in the place of every private key in PEM form, whatever its line ends are ("\n" in a JSON text is
/// two characters); one without an end goes to the end of the text. Returns how many.
std::uint64_t removePrivateKeys(std::string& text);

} // namespace greensward::capture
