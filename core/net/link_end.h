// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// What LinkHandler::closed() says of the common ends, so that who explains them need not guess from words.
namespace greensward::net {

inline constexpr std::string_view kClosedThere = "the other end closed the connection"; ///< TCP FIN
inline constexpr std::string_view kResetThere = "the other end reset the connection";   ///< TCP RST
inline constexpr std::string_view kSilentThere = "the other end stopped answering";     ///< TCP gave up resending

} // namespace greensward::net
