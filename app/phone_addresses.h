// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ready_file.h"

#include <string>
#include <vector>

namespace greensward::app {

/// Where a telephone finds the page of a workspace that runs.
struct PhoneAddresses
{
    std::vector<std::string> urls; ///< "http://192.168.1.7:4566/phone/", the likeliest first; never empty
    bool onlyHere = false;         ///< it listens on loopback: only a browser of this machine gets there
};

/// reachable: the addresses of this machine (net::localAddresses()).
PhoneAddresses phoneAddresses(const Whereabouts& at, const std::vector<std::string>& reachable);

} // namespace greensward::app
