// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::aws {

using Digest = std::array<std::uint8_t, 32>;

/// SHA-256 and HMAC-SHA-256 (OpenSSL). They cannot fail with the default provider; if it is missing the program ends.
Digest sha256(std::string_view text);
std::string sha256Hex(std::string_view text);
Digest hmacSha256(ByteView key, std::string_view text);

/// Takes as long whether the texts differ early or late; only their lengths show.
bool equalInConstantTime(std::string_view a, std::string_view b);

std::string toBase64(ByteView bytes);
/// Standard alphabet, padding optional; nothing when it is not base64.
std::optional<std::string> fromBase64(std::string_view text);

} // namespace greensward::aws
