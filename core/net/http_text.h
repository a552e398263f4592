// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace greensward::net {

/// Equal but for the case of ASCII letters, as HTTP compares field names and most tokens.
bool sameWord(std::string_view a, std::string_view b);

/// The items of a comma-separated field value, without the blanks around them (RFC 9110 5.6.1).
std::vector<std::string_view> listItems(std::string_view value);

/// True when one of the items is that word, any case.
bool listHolds(std::string_view value, std::string_view word);

} // namespace greensward::net
