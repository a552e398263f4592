// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cloud/account.h"
#include "cloud/greengrass_connectivity.h"
#include "cloud/greengrass_deployments.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What is recorded for the doctor when something about Greengrass goes wrong (trace/finding.h), as JSON objects.
namespace greensward::cloud {

/// Finding::Deployment. groupName: empty when the group is gone.
std::string deploymentEvidence(const GroupDeployment& deployment, std::string_view groupName, const Account& account,
                               bool gone);

/// Finding::CoreUnreachable; nothing when one of the addresses may well be reached from there. from: the device's own
/// address, without port.
std::optional<std::string> unreachableEvidence(std::string_view thing, std::string_view core, std::string_view group,
                                               std::string_view from, const std::vector<CoreAddress>& addresses);

/// Why a device with that address does not reach a core at this one: "loopback", "docker", "link-local",
/// "other-network"; empty when it may.
std::string_view whyNotReached(std::string_view host, std::string_view from);

} // namespace greensward::cloud
