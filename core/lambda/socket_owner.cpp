// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lambda/socket_owner.h"

#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <string>

namespace greensward::lambda {

namespace {

/// 127.0.0.1 as those tables write it. A socket for both families has it at the end of a longer address.
std::string loopback(std::uint16_t port)
{
    return fmt::format("0100007F:{:04X}", port);
}

} // namespace

std::optional<std::uint64_t> socketIn(std::istream& table, std::uint16_t peerPort, std::uint16_t port)
{
    const std::string ours = loopback(port);
    const std::string theirs = loopback(peerPort);
    std::string line;
    while (std::getline(table, line)) {
        if (line.find(theirs) == std::string::npos)
            continue;
        std::istringstream fields(line);
        std::string number, local, remote, skipped;
        fields >> number >> local >> remote;
        if (!local.ends_with(theirs) || !remote.ends_with(ours))
            continue;
        for (int field = 0; field < 6; ++field) // state, queues, timer, retransmissions, user, time-out
            fields >> skipped;
        std::uint64_t inode = 0;
        if (fields >> inode && inode > 0)
            return inode;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> socketOf(std::string_view peer, std::uint16_t port)
{
    constexpr std::string_view kHost = "127.0.0.1:";
    std::uint16_t peerPort = 0;
    if (!peer.starts_with(kHost) ||
        std::from_chars(peer.data() + kHost.size(), peer.data() + peer.size(), peerPort).ec != std::errc())
        return std::nullopt;
    for (const char* path : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        std::ifstream table(path);
        if (const auto found = socketIn(table, peerPort, port))
            return found;
    }
    return std::nullopt;
}

} // namespace greensward::lambda
