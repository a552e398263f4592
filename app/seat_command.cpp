// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/open_addresses.h"
#include "app/pi_kit_making.h"
#include "app/seat.h"
#include "app/shell_text.h"

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

int runSeat(const SeatCommand& command)
{
    const std::filesystem::path directory = std::filesystem::absolute(command.directory);
    const std::string start =
        fmt::format("greensward serve --listen 0.0.0.0 --data-dir {}", shellWord(directory.string()));
    const std::optional<Whereabouts> running = readRunningFile(directory);
    if (!running)
        return complain(fmt::format("nothing runs in {}; start: {}", directory.string(), start));
    const SeatOrder order{.person = command.person,
                          .out = command.out,
                          .hosts = isLoopback(running->listen) ? std::vector{running->host()} : hostsFor(running->listen),
                          .ports = running->ports};
    if (const auto made = makeSeat(*running, order); !made)
        return complain(made.error().message);
    if (isLoopback(running->listen))
        fmt::print(stderr, "note: the workspace listens on {} only, so the seat is good on this machine alone; for a class "
                           "start: {}\n", running->listen, start);
    else if (!isCertifiedFor(directory, {order.hosts.front()}))
        fmt::print(stderr, "note: the address of this machine is newer than the workspace's server certificate: start the "
                           "workspace anew, which issues another\n");
    fmt::print("{} is a seat for {} at {}. It holds the keys of this workspace: give it to that person alone.\n"
               "Unpacked, it is joined by: greensward --join FOLDER (or \"Join a class\" in the console); in a shell: eval "
               "\"$(greensward env --data-dir FOLDER)\"\n",
               command.out.string(), order.person, order.hosts.front());
    return 0;
}

} // namespace greensward::app
