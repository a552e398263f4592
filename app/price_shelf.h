// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "billing/price_list.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace greensward::app {

/// The price lists of a workspace: its own files where it has some (prices/ID.json below its folder), else those that
/// come with the program.
struct PriceShelf
{
    std::vector<std::shared_ptr<const billing::PriceList>> lists;
    /// One sentence a file that could not be read. The program's own list stands in for a workspace's that is broken.
    std::vector<std::string> problems;

    static PriceShelf read(const std::filesystem::path& workspace);
    /// The workspace's own file of that list, made as a copy where there is none yet.
    static Result<std::filesystem::path> ownFile(const std::filesystem::path& workspace, const std::string& id);
};

} // namespace greensward::app
