// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace greensward {

/// RFC 4648, section 4, with padding.
void appendBase64(std::string& into, ByteView bytes);
std::string toBase64(ByteView bytes);
/// Nothing when the text is not in that form.
std::optional<Bytes> fromBase64(std::string_view text);

} // namespace greensward
