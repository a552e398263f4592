// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace greensward {

/// The whole file. Fails on a missing file, and on one of more than atMost bytes before reading it.
Result<std::string> readFile(const std::filesystem::path& path, std::size_t atMost);

/// Replaces the file in one step: written beside it with the mode (e.g. 0600, whatever the umask), synced, renamed, and
/// the folder synced. After a crash at any moment there is the whole old file or the whole new one.
Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view content, unsigned mode);

/// Makes the folder (and its parents) if it is missing, and gives it mode 0700 if others may look inside.
Result<void> makePrivateFolder(const std::filesystem::path& path);

/// Takes from a file what others than its owner may do with it.
Result<void> makePrivateFile(const std::filesystem::path& path);

} // namespace greensward
