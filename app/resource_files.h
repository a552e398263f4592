// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>

namespace greensward::app {

/// A file that comes with the program and may be edited without a compiler, e.g. "models/turbine.device.json". Looked
/// for in $GREENSWARD_RESOURCES, in ../share/greensward beside the program, and in the source tree it was built from.
Result<std::filesystem::path> resourceFile(const std::filesystem::path& name);

} // namespace greensward::app
