// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/device_commands.h"

#include <cstdio>
#include <fmt/format.h>

namespace greensward::app {

int runDevice(const DeviceCommandLine& command)
{
    const auto done =
        DeviceCommands::leave(std::filesystem::absolute(command.directory), command.device, command.command);
    if (done)
        return 0;
    fmt::print(stderr, "greensward: {}\n", done.error().message);
    return 1;
}

} // namespace greensward::app
