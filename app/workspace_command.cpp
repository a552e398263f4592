// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include "store/workspace_archive.h"

#include <cstdio>
#include <fmt/format.h>

namespace greensward::app {

int runWorkspace(const WorkspaceCommand& command)
{
    const bool exporting = command.way == WorkspaceCommand::Way::Export;
    const auto done = exporting ? store::exportWorkspace(command.directory, command.file)
                                : store::importWorkspace(command.file, command.directory);
    if (!done) {
        fmt::print(stderr, "greensward: {}\n", done.error().message);
        return 1;
    }
    if (exporting)
        fmt::print("{} holds the workspace, its private keys included: keep it to yourself.\n", command.file.string());
    else
        fmt::print("The workspace is in {}.\n", command.directory.string());
    return 0;
}

} // namespace greensward::app
