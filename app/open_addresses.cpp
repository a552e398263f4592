// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_addresses.h"

#include "net/local_addresses.h"

#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace greensward::app {

bool isLoopback(std::string_view listen)
{
    return listen.starts_with("127.") || listen == "::1" || listen == "localhost";
}

bool isEveryAddress(std::string_view listen)
{
    return listen == "0.0.0.0" || listen == "::";
}

std::vector<std::string> openAddresses(std::string_view listen, const std::vector<std::string>& ofTheMachine)
{
    if (isLoopback(listen))
        return {};
    if (!isEveryAddress(listen))
        return {std::string(listen)};
    std::vector<std::string> open;
    for (const std::string& address : ofTheMachine) {
        const bool isOldFamily = address.find(':') == std::string::npos;
        if (!isLoopback(address) && (isOldFamily || listen == "::"))
            open.push_back(address);
    }
    return open;
}

void tellWhoGetsIn(std::string_view listen)
{
    if (!isLoopback(listen))
        fmt::print("Open to other machines at: {}\n", fmt::join(openAddresses(listen, net::localAddresses()), ", "));
    std::fflush(stdout);
}

std::string nameOnTheNetwork(const std::string& hostName)
{
    return hostName.empty() || hostName.find('.') != std::string::npos ? hostName : hostName + ".local";
}

} // namespace greensward::app
