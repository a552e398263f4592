// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string_view>

namespace greensward::lambda {

/// The kernel's number of the socket at the other end of a connection over 127.0.0.1: what /proc/PID/fd of its owner
/// shows. peer: "127.0.0.1:51324"; port: ours. Nothing when there is none (any more), or the peer is elsewhere.
std::optional<std::uint64_t> socketOf(std::string_view peer, std::uint16_t port);
/// The same, looked up in a table as /proc/net/tcp and /proc/net/tcp6 have it.
std::optional<std::uint64_t> socketIn(std::istream& table, std::uint16_t peerPort, std::uint16_t port);

} // namespace greensward::lambda
