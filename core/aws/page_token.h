// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::aws {

/// Where a list goes on, in a form that callers hand back without reading it. list: what is listed, so that the token
/// of one list is none of another.
std::string pageToken(std::string_view list, std::size_t offset);
/// Nothing for a token that was not made for this list.
std::optional<std::size_t> pageOffset(std::string_view list, std::string_view token);

} // namespace greensward::aws
