// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/resource_files.h"

#include <cstdlib>
#include <fmt/format.h>
#include <vector>

namespace greensward::app {

namespace fs = std::filesystem;

Result<fs::path> resourceFile(const fs::path& name)
{
    std::vector<fs::path> folders;
    if (const char* chosen = std::getenv("GREENSWARD_RESOURCES"))
        folders.emplace_back(chosen);
    std::error_code error;
    if (const fs::path program = fs::read_symlink("/proc/self/exe", error); !error)
        folders.push_back(program.parent_path().parent_path() / "share/greensward");
    folders.emplace_back(GREENSWARD_SOURCE_RESOURCES);
    for (const fs::path& folder : folders) {
        if (fs::exists(folder / name, error))
            return folder / name;
    }
    return failure(fmt::format("{} is missing; it comes with the program, in the folder resources", name.string()));
}

} // namespace greensward::app
