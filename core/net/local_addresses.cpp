// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/local_addresses.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>
#include <string_view>
#include <unistd.h>

namespace greensward::net {

namespace {

struct InterfacesFree
{
    void operator()(ifaddrs* list) const { ::freeifaddrs(list); }
};

std::string textOf(const sockaddr* address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address->sa_family == AF_INET) {
        const auto& v4 = reinterpret_cast<const sockaddr_in*>(address)->sin_addr;
        const bool linkLocal = (ntohl(v4.s_addr) >> 16) == 0xa9fe;
        return linkLocal || ::inet_ntop(AF_INET, &v4, text.data(), text.size()) == nullptr ? "" : text.data();
    }
    if (address->sa_family == AF_INET6) {
        const auto& v6 = reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
        const bool linkLocal = IN6_IS_ADDR_LINKLOCAL(&v6);
        return linkLocal || ::inet_ntop(AF_INET6, &v6, text.data(), text.size()) == nullptr ? "" : text.data();
    }
    return {};
}

void addOnce(std::vector<std::string>& list, std::string entry)
{
    if (!entry.empty() && std::ranges::find(list, entry) == list.end())
        list.push_back(std::move(entry));
}

} // namespace

std::vector<std::string> localAddresses()
{
    std::vector<std::string> addresses{"127.0.0.1", "::1"};
    ifaddrs* found = nullptr;
    if (::getifaddrs(&found) != 0)
        return addresses; // the loopback is there even if the kernel will not list it
    const std::unique_ptr<ifaddrs, InterfacesFree> interfaces(found);
    for (const int family : {AF_INET, AF_INET6}) {
        for (const ifaddrs* entry = interfaces.get(); entry != nullptr; entry = entry->ifa_next) {
            if (entry->ifa_addr != nullptr && entry->ifa_addr->sa_family == family && (entry->ifa_flags & IFF_UP) != 0)
                addOnce(addresses, textOf(entry->ifa_addr));
        }
    }
    return addresses;
}

std::string hostName()
{
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0)
        return {};
    const std::string_view found(name.data());
    const auto isDnsCharacter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
               c == '_';
    };
    return std::ranges::all_of(found, isDnsCharacter) ? std::string(found) : std::string();
}

std::vector<std::string> serverNames()
{
    std::vector<std::string> names{"localhost"};
    if (const std::string host = hostName(); !host.empty()) {
        addOnce(names, host);
        if (host.find('.') == std::string::npos)
            addOnce(names, host + ".local");
    }
    for (std::string& address : localAddresses())
        addOnce(names, std::move(address));
    return names;
}

} // namespace greensward::net
