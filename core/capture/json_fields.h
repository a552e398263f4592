// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::capture {

/// Replaces the values of members of these names in a JSON text, at any depth, and leaves every other octet as it was.
/// Returns how many; nothing when the text names one of them but is not JSON that could be taken apart. A text that
/// names none is left alone, whatever it is.
std::optional<std::uint64_t> replaceFields(std::string& text, const std::vector<std::string>& names,
                                           std::string_view with);

} // namespace greensward::capture
