// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"
#include "app/commands.h"

#include <cstdio>
#include <fmt/format.h>

int main(int argc, char** argv)
{
    using namespace greensward;
    const auto command = app::parseCommandLine({argv + 1, argv + argc});
    if (!command) {
        const app::Farewell& farewell = command.error();
        if (farewell.code == 0)
            fmt::print("{}", farewell.text);
        else
            fmt::print(stderr, "greensward: {}\n", farewell.text);
        return farewell.code;
    }
    return app::run(*command, argc, argv);
}
