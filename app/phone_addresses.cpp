// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/phone_addresses.h"

#include <fmt/format.h>

namespace greensward::app {

namespace {

bool isLoopback(const std::string& address)
{
    return address.starts_with("127.") || address == "::1" || address == "localhost";
}

std::string urlOf(const std::string& address, std::uint16_t port)
{
    const bool v6 = address.find(':') != std::string::npos;
    return fmt::format("http://{}{}{}:{}/phone/", v6 ? "[" : "", address, v6 ? "]" : "", port);
}

} // namespace

PhoneAddresses phoneAddresses(const Whereabouts& at, const std::vector<std::string>& reachable)
{
    const bool any4 = at.listen == "0.0.0.0";
    const bool any6 = at.listen == "::";
    PhoneAddresses found;
    if (!any4 && !any6) {
        found.onlyHere = isLoopback(at.listen);
        found.urls.push_back(urlOf(at.listen, at.ports.api));
        return found;
    }
    for (const std::string& address : reachable)
        if (!isLoopback(address) && (any6 || address.find(':') == std::string::npos))
            found.urls.push_back(urlOf(address, at.ports.api));
    if (found.urls.empty()) { // no network at all
        found.onlyHere = true;
        found.urls.push_back(urlOf("127.0.0.1", at.ports.api));
    }
    return found;
}

} // namespace greensward::app
