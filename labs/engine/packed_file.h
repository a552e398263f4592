// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace greensward::labs {

/// A file, and the name by which it is packed.
using PackedFile = std::pair<std::string, std::filesystem::path>;

/// A zip archive with these files in it: the package of a function. 1 MiB a file at most.
Result<std::string> packed(const std::vector<PackedFile>& files);

/// What "adder.py" names below a folder, "adder.py=second.py" under another name; "code/" all Python files of a folder.
std::vector<PackedFile> filesNamed(std::string_view names, const std::filesystem::path& folder);

} // namespace greensward::labs
