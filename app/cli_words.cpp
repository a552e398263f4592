// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli_words.h"

#include "app/bench/load.h"
#include "app/seat.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace greensward::app {

namespace {

/// A thing's name: 1 to 128 letters, digits, ':', '_' and '-'.
std::string noThing(const std::string& name)
{
    const bool isOne = !name.empty() && name.size() <= 128 && std::all_of(name.begin(), name.end(), [](unsigned char c) {
        return c < 0x80 && (std::isalnum(c) || c == ':' || c == '_' || c == '-');
    });
    return isOne ? std::string()
                 : fmt::format("'{}' cannot name a thing: 1 to 128 letters, digits, ':', '_' and '-' can", name);
}

} // namespace

void describeListen(CLI::App& app, Words& words)
{
    app.add_option("--listen", words.listen, "Address to listen on (default 127.0.0.1; 0.0.0.0 lets the network in)")
        ->option_text("ADDR")
        ->check(CLI::Validator(
            [](const std::string& text) {
                return text.empty() ? std::string("--listen wants an address") : std::string();
            },
            ""));
}

void describePiKit(CLI::App& kit, Words& words)
{
    kit.add_option("THING", words.thing, "The thing that the device is to be; made when it is missing")
        ->required()
        ->check(CLI::Validator(noThing, ""));
    kit.add_option("--out", words.out, "The kit (zip), with a private key in it")->option_text("FILE")->required();
    kit.add_option("--data-dir", words.dataDirectory, "Folder that holds the workspace")->option_text("DIR");
}

void describeSeat(CLI::App& seat, Words& words)
{
    seat.add_option("PERSON", words.person, "Who sits there: ends the names of what they make, so that nobody is in another's way")
        ->required()
        ->check(CLI::Validator([](const std::string& name) { return whyNoPerson(name); }, ""));
    seat.add_option("--out", words.out, "The seat (zip), with the workspace's keys in it")->option_text("FILE")->required();
    seat.add_option("--data-dir", words.dataDirectory, "Folder that holds the workspace")->option_text("DIR");
}

void describeServe(CLI::App& serve, Words& words)
{
    auto* directory =
        serve.add_option("--data-dir", words.dataDirectory, "Folder that holds the workspace")->option_text("DIR");
    serve.add_flag("--ephemeral", words.ephemeral, "A new workspace that is gone afterwards")->excludes(directory);
    describeListen(serve, words);
    serve
        .add_option("--core", words.core,
                    "A Greengrass core alone, as its config.json says, connected to the cloud named there")
        ->option_text("CONFIG.json");
    auto* base = serve
                     .add_option("--port-base", words.portBase,
                                 "Ports from N on: API N, device gateway N+1, HTTPS N+2, plain MQTT N+3")
                     ->option_text("N")
                     ->check(CLI::Range(1, int{PortPlan::kHighestBase}));
    serve.add_option("--ports", words.ports, "auto: any free ports")
        ->option_text("auto")
        ->excludes(base)
        ->check(CLI::IsMember({"auto"}));
    serve.add_flag("--mqtt-plain", words.plainMqtt, "Also plain MQTT without TLS (port 1883)");
    serve.add_option("--record", words.record, "Everything that happens goes into this capture until it stops")
        ->option_text("FILE");
    serve.add_option("--lab", words.lab, "Run the simulated devices, too, and watch a person do this lab")
        ->option_text("N");
    auto* replay = serve.add_option("--replay", words.replay, "The messages of this capture are published again")
                       ->option_text("FILE");
    serve.add_option("--replay-speed", words.speed, "Times the recorded pace, 0.1 to 100 (default 1); 0: all at once")
        ->option_text("X")
        ->needs(replay)
        ->check(CLI::Range(0.1, 100.0) | CLI::Range(0.0, 0.0));
    serve.add_option("--ready-file", words.readyFile, "Written once every port answers: JSON with addresses and keys")
        ->option_text("FILE");
    serve
        .add_option("--profile", words.profile,
                    "Limits of the device gateway: aws-2017 or aws-today (default: all that MQTT has)")
        ->option_text("NAME")
        ->check(CLI::IsMember({"aws-2017", "aws-today"}));
}

void describeBenchBroker(CLI::App& broker, Words& words)
{
    auto* against =
        broker
            .add_option("--against", words.against, "Measure the broker there (plain MQTT) instead of one of our own")
            ->option_text("HOST:PORT");
    broker.add_option("--pid", words.pid, "Its process, to tell its memory and processor time")
        ->option_text("N")
        ->needs(against)
        ->check(CLI::PositiveNumber);
    broker
        .add_option("--load", words.loads,
                    "Only these loads: " + fmt::format("{}", fmt::join(bench::loadNames(), ", ")))
        ->option_text("NAME…")
        ->check(CLI::IsMember(bench::loadNames()));
    broker.add_option("--scale", words.scale, "Multiplies the number of messages (default 1)")
        ->option_text("X")
        ->check(CLI::Range(0.001, 100.0));
}

void describeBenchUi(CLI::App& ui, Words& words)
{
    std::string rows = "Rows:\n";
    for (const bench::UiRow& row : bench::uiRows())
        rows += fmt::format("  {:12} {}\n", row.name, row.meaning);
    ui.footer(rows);
    ui.add_option("--only", words.rows, "Only these rows, see below")
        ->option_text("ROW…")
        ->check(CLI::IsMember(bench::uiRowNames()));
    ui.add_option("--seconds", words.seconds, "Of each load that frames are measured under (default 5)")
        ->option_text("S")
        ->check(CLI::Range(0.5, 600.0));
    ui.add_option("--scale", words.scale, "Multiplies the messages of the memory measurements (default 1)")
        ->option_text("X")
        ->check(CLI::Range(0.001, 100.0));
}

void describeLab(CLI::App& lab, Words& words)
{
    lab.require_subcommand(0, 1);
    lab.allow_extras();
    lab.add_subcommand("list", "What labs there are, and how far you are");
    lab.add_subcommand("show", "The lab's text, its steps and how they are done");
    lab.add_subcommand("check", "Which steps are done, and what is missing; exit code 0 when all are");
    lab.add_subcommand("solve", "Do the lab against the running workspace");
    CLI::App* run = lab.add_subcommand("run", "Do labs by themselves in a workspace of their own; exit code 0 when all went well");
    auto* all = run->add_flag("--all", words.all, "Every lab");
    run->add_option("LAB", words.lab, "Number or name of one lab")->excludes(all);
    CLI::App* lint = lab.add_subcommand("lint", "What is wrong with lab files; exit code 0 when nothing is");
    lint->add_option("DIR", words.folder, "Folder of a lab, or of labs (default: the program's and the workspace's)");
    for (const char* verb : {"show", "check", "solve"})
        lab.get_subcommand(verb)->add_option("LAB", words.lab, "Number or name of the lab")->required();
    for (const char* verb : kLabVerbs) {
        lab.get_subcommand(verb)->add_option("--data-dir", words.dataDirectory, "Folder that holds the workspace")->option_text("DIR");
        lab.get_subcommand(verb)
            ->add_option("--endpoint", words.endpoint, "Which cloud (only 'built-in' so far)")
            ->option_text("PROFILE")
            ->check(CLI::IsMember({"built-in"}));
    }
}

} // namespace greensward::app
