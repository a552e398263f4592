// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace greensward::app {

/// Only programs of this machine get in: 127.0.0.1, ::1, localhost.
bool isLoopback(std::string_view listen);
/// 0.0.0.0 and ::, which stand for all addresses of the machine.
bool isEveryAddress(std::string_view listen);

/// The addresses at which other machines reach whoever listens there, out of all that the machine has
/// (net::localAddresses()). None for a loopback.
std::vector<std::string> openAddresses(std::string_view listen, const std::vector<std::string>& ofTheMachine);

/// Ends what was said on standard output with one line when other machines get in: at which addresses.
void tellWhoGetsIn(std::string_view listen);

/// The name that multicast DNS carries on a LAN: "laptop.local"; a name with a dot stays. Empty for none.
std::string nameOnTheNetwork(const std::string& hostName);

} // namespace greensward::app
