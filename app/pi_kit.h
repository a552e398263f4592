// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine_settings.h"
#include "base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace greensward::app {

/// What a real device is told, and who it is.
struct PiKit
{
    std::string thing;
    std::vector<std::string> hosts; ///< where the laptop is, in the order in which they are tried; never empty
    PortPlan ports;
    std::string rootPem;
    std::string certificatePem;
    std::string keyPem;
};

/// One file of the kit.
struct KitFile
{
    std::string name;
    std::string content;
    unsigned mode = 0644;
};

/// The kit's files: those of resources/pi-kit with the gaps ${…} of the texts filled in, config.json, and the PEM files.
Result<std::vector<KitFile>> kitFiles(const PiKit& kit);

/// The folder that the zip file unpacks to.
std::string kitFolder(const std::string& thing);

/// A zip file in memory that holds the files with their modes.
Result<std::string> zipOf(const std::vector<KitFile>& files);
/// A zip file of mode 0600 that holds the files below the folder with their modes; whole, or not at all.
Result<void> writeKit(const std::filesystem::path& zip, const std::string& folder, const std::vector<KitFile>& files);

} // namespace greensward::app
