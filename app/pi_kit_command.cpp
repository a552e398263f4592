// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/engine.h"
#include "app/open_addresses.h"
#include "app/pi_kit.h"
#include "app/pi_kit_enrolment.h"
#include "app/shell_text.h"
#include "base/files.h"
#include "net/local_addresses.h"

#include <cstdio>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace greensward::app {

namespace {

constexpr std::size_t kLargestPem = 64u << 10;
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

/// Where devices find the workspace: what is open; while nothing is, what --listen 0.0.0.0 would open.
std::vector<std::string> hostsFor(const std::string& listen)
{
    std::vector<std::string> hosts =
        openAddresses(isLoopback(listen) ? kEverywhere : std::string_view(listen), net::localAddresses());
    if (const std::string name = nameOnTheNetwork(net::hostName()); !name.empty())
        hosts.push_back(name);
    return hosts;
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
    const auto pem = readFile(directory / "keys" / "server.pem", kLargestPem);
    const auto certificate = pem ? pki::Certificate::fromPem(*pem) : tl::unexpected(pem.error());
    if (certificate && !certificate->covers(hosts))
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
    PiKit kit{.thing = command.thing,
              .hosts = hostsFor(at.listen),
              .ports = running ? running->ports : PortPlan{},
              .rootPem = {},
              .certificatePem = {},
              .keyPem = {}};
    if (kit.hosts.empty())
        return complain("this machine has neither a name nor an address on a network, so a kit could not say where it is");
    auto root = readFile(at.rootCertificate, kLargestPem);
    if (!root)
        return complain(root.error().message);
    const auto identity = enrolThing(at, command.thing);
    if (!identity)
        return complain(identity.error().message);
    if (engine) {
        if (const auto stopped = engine->stop(); !stopped)
            return complain(stopped.error().message);
    }
    kit.rootPem = std::move(*root);
    kit.certificatePem = identity->certificate.pem();
    kit.keyPem = identity->key.pem();
    const auto files = kitFiles(kit);
    if (!files)
        return complain(files.error().message);
    if (const auto written = writeKit(command.out, kitFolder(kit.thing), *files); !written)
        return complain(written.error().message);
    noteObstacles(running, directory, kit.hosts);
    fmt::print("{} makes a machine the thing {}; it holds a private key, so give it to that machine alone.\n"
               "The device dials, in this order: {}; port {}. What to do there is in README.md of the kit.\n",
               command.out.string(), kit.thing, fmt::join(kit.hosts, ", "), kit.ports.mqtts);
    return 0;
}

} // namespace greensward::app
