// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace greensward::labs {

/// A zip archive with one file in it, under that name: the package of a function. 1 MiB at most.
Result<std::string> packedFile(const std::filesystem::path& file, std::string_view name);

} // namespace greensward::labs
