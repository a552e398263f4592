// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/folder_check.h"

#include <boost/json/value.hpp>

#include <vector>

namespace greensward::doctor {

/// Whether a JSON file is the config.json of a Greengrass core rather than of something else.
bool isCoreConfig(const boost::json::value& config);

/// D12: what in a core's config.json keeps the core from starting (greengrass-and-gateway.md 4). files: all of its folder,
/// for the paths that it names. Members nobody here knows are left alone.
std::vector<Card> checkCoreConfig(const FolderFile& file, const boost::json::value& config,
                                  const std::vector<FolderFile>& files, WallTime now);

/// D12 or D04 for a file that is no JSON: where it stops.
Card brokenJson(const FolderFile& file, Code code, WallTime now);

} // namespace greensward::doctor
