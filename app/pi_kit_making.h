// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine_settings.h"
#include "app/ready_file.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::app {

/// Where devices find a workspace that listens there: what is open; of one that only this machine reaches, what
/// --listen 0.0.0.0 would open. Addresses first, then the machine's name on the network.
std::vector<std::string> hostsFor(std::string_view listen);

/// What a kit is to be.
struct KitOrder
{
    std::string thing;
    std::filesystem::path out; ///< the zip file
    std::vector<std::string> hosts;
    PortPlan ports; ///< that the device dials
};

/// Has an identity made over the API of the engine that runs at `at` (pi_kit_enrolment.h) and writes the zip. Waits for
/// answers: any thread but the engine's.
Result<void> makeKit(const Whereabouts& at, const KitOrder& order);

/// The workspace's server certificate is for all of the hosts; also when it cannot be read.
bool isCertifiedFor(const std::filesystem::path& directory, const std::vector<std::string>& hosts);

} // namespace greensward::app
