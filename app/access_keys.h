// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <filesystem>
#include <string>

namespace greensward::app {

/// The workspace's own pair for the AWS APIs: what AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY are set to.
struct AccessKeys
{
    std::string id;     ///< "AKIA" and 16 of A-Z, 2-7
    std::string secret; ///< 40 of A-Z, a-z, 0-9, +, /

    /// New and unpredictable.
    static AccessKeys generate();
    /// From the file, which is made (mode 0600) when missing. A file that cannot be understood is an error: programs
    /// hold its keys.
    static Result<AccessKeys> loadOrCreate(const std::filesystem::path& file);
    static Result<AccessKeys> load(const std::filesystem::path& file);
};

} // namespace greensward::app
