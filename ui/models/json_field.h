// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <variant>

namespace greensward::ui {

/// A scalar of a JSON document. Text keeps the escapes it was sent with.
struct JsonText
{
    std::string_view raw; ///< between the quotes
    bool escaped = false; ///< raw holds a backslash
};
using JsonScalar = std::variant<std::nullptr_t, bool, double, JsonText>;

/// Finds one field of a JSON object without building a document of it: a filter asks a million payloads. The path names
/// the way down with dots and brackets: "rpm", "gear.heat", "cells[2].volt"; a key that holds a dot is found as well.
/// Nothing when there is no such field, when it is an object or an array, or when the payload stops being JSON before
/// the field. What follows the field is not read. At most kDeepestJson levels.
std::optional<JsonScalar> findJsonField(std::string_view payload, std::string_view path);

inline constexpr int kDeepestJson = 64;

} // namespace greensward::ui
