// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>

namespace greensward::store {

/// Limits of an archive that is taken in, so that a wrong or hostile file cannot fill the disk.
struct ArchiveLimits
{
    std::uint64_t entries = 100'000;
    std::uint64_t bytes = 8ull << 30; ///< of all files together, unpacked
};

/// Packs everything a workspace knows into one zip file (mode 0600, because keys are in it; replaced in one step). The
/// workspace may be open, in this process or another: the database is copied as of one moment. Blocks for as long as it
/// takes: not on the engine thread.
Result<void> exportWorkspace(const std::filesystem::path& folder, const std::filesystem::path& archive);

/// Unpacks such a file into a folder that must not exist yet or be empty. Refused, with nothing left behind: a file
/// that is not a workspace's, names that point outside the folder, more than the limits.
Result<void> importWorkspace(const std::filesystem::path& archive, const std::filesystem::path& folder,
                             ArchiveLimits limits = {});

} // namespace greensward::store
