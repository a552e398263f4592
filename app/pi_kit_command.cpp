// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/engine.h"
#include "app/open_addresses.h"
#include "app/pi_kit_making.h"
#include "app/shell_text.h"

#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace greensward::app {

namespace {

constexpr const char* kEverywhere = "0.0.0.0";

int complain(const std::string& sentence)
{
    fmt::print(stderr, "greensward: {}\n", sentence);
    return 1;
}

void note(const std::string& sentence)
{
    fmt::print(stderr, "note: {}\n", sentence);
}

/// What stands between the device and the workspace, one sentence each.
void noteObstacles(const std::optional<Whereabouts>& running, const std::filesystem::path& directory,
                   const std::vector<std::string>& hosts)
{
    const std::string command =
        fmt::format("greensward serve --listen {} --data-dir {}", kEverywhere, shellWord(directory.string()));
    if (!running)
        note(fmt::format("nothing runs in {} now: before the device connects, start: {}", directory.string(), command));
    else if (isLoopback(running->listen))
        note(fmt::format("the workspace listens on {} only, where no other machine reaches it: stop it, and start: {}",
                         running->listen, command));
    if (!isCertifiedFor(directory, hosts))
        note("the address of this machine is newer than the workspace's server certificate: start the workspace anew "
             "before the device connects, which issues another");
    if (hosts.size() == 1 && running && !isLoopback(running->listen))
        note(fmt::format("the kit has no address beside {}: is this machine on a network?", hosts.front()));
}

/// The workspace's engine for as long as the certificate is made, out of other machines' reach.
Result<std::unique_ptr<Engine>> openWorkspace(const std::filesystem::path& directory)
{
    EngineSettings settings;
    settings.directory = directory;
    settings.ports = PortPlan::anyFree();
    return Engine::start(settings);
}

} // namespace

int runPiKit(const PiKitCommand& command)
{
    const std::filesystem::path directory = std::filesystem::absolute(command.directory);
    const std::optional<Whereabouts> running = readRunningFile(directory);
    std::unique_ptr<Engine> engine;
    if (!running) {
        auto opened = openWorkspace(directory);
        if (!opened)
            return complain(opened.error().message);
        engine = std::move(*opened);
    }
    const Whereabouts& at = running ? *running : engine->whereabouts();
    const KitOrder order{.thing = command.thing,
                         .out = command.out,
                         .hosts = hostsFor(at.listen),
                         .ports = running ? running->ports : PortPlan{}};
    if (const auto made = makeKit(at, order); !made)
        return complain(made.error().message);
    if (engine) {
        if (const auto stopped = engine->stop(); !stopped)
            return complain(stopped.error().message);
    }
    noteObstacles(running, directory, order.hosts);
    fmt::print("{} makes a machine the thing {}; it holds a private key, so give it to that machine alone.\n"
               "The device dials, in this order: {}; port {}. What to do there is in README.md of the kit.\n",
               command.out.string(), order.thing, fmt::join(order.hosts, ", "), order.ports.mqtts);
    return 0;
}

} // namespace greensward::app
