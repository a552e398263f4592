// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace greensward::aws {

enum class Slash { Encode, Keep };
enum class Plus { IsPlus, IsSpace };

/// Percent-encodes every octet outside A-Z a-z 0-9 - _ . ~ with upper-case digits, as SigV4 wants it.
std::string percentEncode(std::string_view text, Slash slash = Slash::Encode);
/// The octets meant; a '%' that is not followed by two digits stands for itself.
std::string percentDecode(std::string_view text, Plus plus = Plus::IsPlus);
/// As above, but nothing for a broken escape.
std::optional<std::string> percentDecodeStrictly(std::string_view text, Plus plus = Plus::IsPlus);

/// Name and value of each '&' piece, decoded, in order; pieces without '=' have an empty value, empty pieces are
/// skipped.
std::vector<std::pair<std::string, std::string>> splitQuery(std::string_view query, Plus plus);
/// Value of the first piece of that name, decoded; nothing without.
std::optional<std::string> queryValue(std::string_view query, std::string_view name, Plus plus = Plus::IsPlus);

} // namespace greensward::aws
