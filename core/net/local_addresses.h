// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace greensward::net {

/// The addresses under which this machine can be reached now, without port: 127.0.0.1 and ::1 first, then those of each
/// interface that is up, IPv4 before IPv6, each once. Link-local addresses (fe80::…, 169.254.…) are left out: nobody
/// dials them by hand, and fe80:: needs a zone that a certificate cannot carry. Any thread.
std::vector<std::string> localAddresses();

/// The machine's own name; empty when it has none that DNS could carry. Any thread.
std::string hostName();

/// What a server certificate of this machine is to cover: localhost, the host name (and host name + ".local", as
/// multicast DNS announces it), and localAddresses().
std::vector<std::string> serverNames();

} // namespace greensward::net
