// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/switch_commands.h"

#include <cstdio>
#include <fmt/format.h>

namespace greensward::app {

namespace {

int leave(const std::filesystem::path& workspace, SwitchCommands::Whom whom, const std::string& name,
          const std::string& command)
{
    const auto done = SwitchCommands::leave(std::filesystem::absolute(workspace), whom, name, command);
    if (!done) {
        fmt::print(stderr, "greensward: {}\n", done.error().message);
        return 1;
    }
    fmt::print("{}", *done);
    return 0;
}

} // namespace

int runDevice(const DeviceCommandLine& command)
{
    return leave(command.directory, SwitchCommands::Whom::Device, command.device, command.command);
}

int runCoreSwitch(const CoreSwitchCommand& command)
{
    return leave(command.directory, SwitchCommands::Whom::Core, command.core, command.command);
}

} // namespace greensward::app
