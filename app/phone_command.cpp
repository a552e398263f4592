// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/phone_addresses.h"
#include "app/qr_code.h"
#include "net/local_addresses.h"

#include <cstdio>
#include <fmt/format.h>

namespace greensward::app {

namespace {

int complain(const std::string& sentence)
{
    fmt::print(stderr, "greensward: {}\n", sentence);
    return 1;
}

} // namespace

int runPhone(const PhoneCommand& command)
{
    const auto folder = std::filesystem::absolute(command.directory);
    const auto running = readRunningFile(folder);
    if (!running)
        return complain(fmt::format("nothing runs in {}; start greensward or greensward serve there first", folder.string()));
    const PhoneAddresses found = phoneAddresses(*running, net::localAddresses());
    if (!found.onlyHere) {
        const auto code = QrCode::of(found.urls.front());
        if (!code)
            return complain(code.error().message);
        fmt::print("{}", code->terminalText());
    }
    for (const std::string& url : found.urls)
        fmt::print("{}\n", url);
    if (found.onlyHere)
        fmt::print(stderr,
                   "greensward: it listens on {} only, so no telephone gets there, just a browser on this machine; greensward "
                   "serve --listen 0.0.0.0 lets the network in\n",
                   running->listen);
    return 0;
}

} // namespace greensward::app
