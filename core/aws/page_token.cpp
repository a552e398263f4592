// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/page_token.h"

#include "base/base64.h"

#include <charconv>

namespace greensward::aws {

std::string pageToken(std::string_view list, std::size_t offset)
{
    return toBase64(asBytes(std::to_string(offset) + ' ' + std::string(list)));
}

std::optional<std::size_t> pageOffset(std::string_view list, std::string_view token)
{
    const auto decoded = fromBase64(token);
    if (!decoded)
        return std::nullopt;
    const std::string_view text = asText(*decoded);
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos || text.substr(space + 1) != list)
        return std::nullopt;
    std::size_t offset = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + space, offset);
    return error == std::errc() && end == text.data() + space ? std::optional(offset) : std::nullopt;
}

} // namespace greensward::aws
