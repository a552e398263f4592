// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json/value.hpp>
#include <string>
#include <string_view>

namespace greensward::aws {

/// Text of an element: & < > " are escaped, characters that XML 1.0 forbids become U+FFFD.
std::string xmlEscape(std::string_view text);

/// Appends <name>value</name>. Objects nest; arrays repeat their items as <member>, or, where the key ends in "[]"
/// ("Attributes[]"), flattened under the key's name. "Attributes{}" holds a map and is written as <entry><key/><value/>
/// </entry>. Nulls are left out; numbers and booleans as JSON writes them. Depth is bounded to 32: deeper is left out.
void writeXml(std::string& out, std::string_view name, const boost::json::value& value, unsigned depth = 0);

} // namespace greensward::aws
