// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli.h"
#include "base/result.h"

#include <filesystem>

namespace greensward::app {

class Findings;

/// Looks at a broker elsewhere as a device would see it: how its name is written, its name, the ports that MQTT uses, TLS
/// and the answer to CONNECT. directory: of the workspace, for the connections of the console. Takes some seconds where
/// nobody answers. Fails, with nothing looked at, when there is no such connection.
Result<void> checkEndpoint(Findings& findings, const DoctorEndpoint& endpoint, const std::filesystem::path& directory);

} // namespace greensward::app
