// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shadow/node.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Compact JSON, appended to a text: no white space, no escape that JSON does not demand.
namespace greensward::shadow {

/// What stands between the quotes. text must be UTF-8.
void appendEscaped(std::string& out, std::string_view text);
/// A name or value with its quotes.
std::string quoted(std::string_view text);
/// The text that was quoted; nothing when it is not a JSON string.
std::optional<std::string> unquoted(std::string_view quotedText);
void appendNumber(std::string& out, std::int64_t number);

void appendValue(std::string& out, const Node& node);
/// {"timestamp":T} for every leaf, in the shape of the value (shadow.md 5).
void appendMetadata(std::string& out, const Node& node);

} // namespace greensward::shadow
