// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli.h"

#include "app/bench/load.h"
#include "app/cli_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace greensward::app {

namespace {

constexpr int kWrongUsage = 2;

std::filesystem::path directoryOf(const Words& words)
{
    return words.dataDirectory.empty() ? defaultDataDirectory() : std::filesystem::path(words.dataDirectory);
}

tl::unexpected<Farewell> wrongUsage(std::string sentence)
{
    return tl::unexpected<Farewell>(Farewell{kWrongUsage, std::move(sentence)});
}

/// What belongs to a cloud makes no sense with a core alone.
tl::expected<Command, Farewell> coreCommand(const CLI::App& serve, const Words& words)
{
    for (const char* other : {"--data-dir", "--ephemeral", "--port-base", "--ports", "--mqtt-plain", "--record", "--lab",
                              "--replay", "--profile"})
        if (serve.count(other) > 0)
            return wrongUsage(fmt::format("{} does not go with --core (try: greensward serve --help)", other));
    CoreCommand command{.config = words.core, .listen = words.listen, .readyFile = {}};
    if (!words.readyFile.empty())
        command.readyFile = words.readyFile;
    return command;
}

ServeCommand serveCommand(const Words& words)
{
    ServeCommand command;
    command.engine.durable = !words.ephemeral;
    if (!words.ephemeral)
        command.engine.directory = directoryOf(words);
    command.engine.listen = words.listen;
    if (words.portBase)
        command.engine.ports = PortPlan::from(*words.portBase);
    if (words.ports == "auto")
        command.engine.ports = PortPlan::anyFree();
    command.engine.plainMqtt = words.plainMqtt;
    if (words.profile == name(Profile::Aws2017))
        command.engine.profile = Profile::Aws2017;
    if (words.profile == name(Profile::AwsToday))
        command.engine.profile = Profile::AwsToday;
    if (!words.readyFile.empty())
        command.readyFile = words.readyFile;
    if (!words.record.empty())
        command.record = words.record;
    if (!words.replay.empty())
        command.replay = words.replay;
    command.replaySpeed = words.speed;
    command.lab = words.lab;
    command.engine.devices = !words.lab.empty();
    return command;
}

std::optional<bench::Target> targetFrom(const std::string& hostAndPort, int pid)
{
    const auto colon = hostAndPort.rfind(':');
    if (colon == std::string::npos || colon == 0)
        return std::nullopt;
    bench::Target target{.host = hostAndPort.substr(0, colon), .port = 0, .pid = pid};
    const char* first = hostAndPort.data() + colon + 1;
    const char* last = hostAndPort.data() + hostAndPort.size();
    const auto [end, error] = std::from_chars(first, last, target.port);
    if (error != std::errc{} || end != last || target.port == 0)
        return std::nullopt;
    return target;
}

/// CLI11 words its complaints in several lines and styles; ours are one plain sentence.
std::string sentence(const CLI::ParseError& error, const CLI::App& asked)
{
    std::string text = error.what();
    std::replace(text.begin(), text.end(), '\n', ' ');
    while (!text.empty() && (text.back() == ' ' || text.back() == '.'))
        text.pop_back();
    const std::string path =
        asked.get_parent() ? asked.get_parent()->get_name() + " " + asked.get_name() : asked.get_name();
    return fmt::format("{} (try: {} --help)", text, path);
}

/// The innermost command that was named.
const CLI::App& innermost(const CLI::App& root)
{
    const CLI::App* at = &root;
    while (!at->get_subcommands().empty())
        at = at->get_subcommands().back();
    return *at;
}

/// The first word that neither names a command nor begins an option, where a command was to be named.
std::optional<std::string> unknownCommand(const CLI::App& asked)
{
    const auto left = asked.remaining();
    if (left.empty() || left.front().starts_with('-'))
        return std::nullopt;
    return left.front();
}

tl::expected<Command, Farewell> labCommand(const CLI::App& asked, const Words& words)
{
    LabCommand command{.lab = words.lab, .directory = directoryOf(words), .isOwnWorkspace = !words.dataDirectory.empty()};
    const auto verb = std::find(kLabVerbs.begin(), kLabVerbs.end(), asked.get_name());
    command.what = static_cast<LabCommand::What>(verb - kLabVerbs.begin());
    if (!words.folder.empty())
        command.folder = words.folder;
    if (command.what == LabCommand::What::Run && !words.all && words.lab.empty())
        return wrongUsage("run wants to know which lab, or --all (try: greensward lab run --help)");
    return command;
}

} // namespace

std::filesystem::path defaultDataDirectory()
{
    // XDG base directories: a relative value is to be ignored.
    if (const char* base = std::getenv("XDG_DATA_HOME"); base && *base == '/')
        return std::filesystem::path(base) / "greensward";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home ? home : ".") / ".local/share/greensward";
}

tl::expected<Command, Farewell> parseCommandLine(const std::vector<std::string>& arguments)
{
    Words words;
    CLI::App root(
        "Greensward holds an AWS IoT and Greengrass workshop on one laptop. Without a command it opens the console.",
        "greensward");
    root.set_version_flag("--version", "greensward " GREENSWARD_VERSION);
    root.require_subcommand(0, 1);
    root.allow_extras();
    root.add_flag("--demo", words.demo, "The first minute plays by itself, over and over");
    root.add_option("--language", words.language, "en, de, or qps: every text accented and longer, to test translations")
        ->option_text("NAME")
        ->check(CLI::IsMember({"en", "de", "qps"}));

    describeListen(root, words);
    auto* open = root.add_option("--open", words.open, "Look at a capture (.wscap) instead of starting an engine")
                     ->option_text("FILE");
    root.add_option("--join", words.join, "Join a class: the folder of a seat that the instructor made (greensward seat)")
        ->option_text("DIR")
        ->excludes(open);

    CLI::App* serve = root.add_subcommand("serve", "Run the engine without a window until it is told to stop");
    describeServe(*serve, words);
    CLI::App* env = root.add_subcommand(
        "env", "Print shell lines that point other programs at the workspace: eval \"$(greensward env)\"");
    env->add_option("--data-dir", words.dataDirectory, "Folder that holds the workspace")->option_text("DIR");
    CLI::App* workspace = root.add_subcommand("workspace", "Carry a workspace from one place to another");
    workspace->require_subcommand(0, 1);
    workspace->allow_extras();
    CLI::App* exporting = workspace->add_subcommand(
        "export", "Pack everything the workspace knows, keys too, into one file; it may be in use");
    CLI::App* importing = workspace->add_subcommand("import", "Unpack such a file into a folder that is new or empty");
    for (CLI::App* way : {exporting, importing}) {
        way->add_option("FILE", words.file, "The file (zip)")->required();
        way->add_option("--data-dir", words.dataDirectory, "Folder of the workspace")->option_text("DIR");
    }
    CLI::App* capture = root.add_subcommand("capture", "What was recorded: look into it");
    capture->require_subcommand(0, 1);
    capture->allow_extras();
    CLI::App* captureInfo = capture->add_subcommand("info", "What a capture holds, as one JSON object");
    captureInfo->add_option("FILE", words.file, "The capture (.wscap, or .wscap.part of a recording that was killed)")
        ->required();
    CLI::App* doctor = root.add_subcommand("doctor", "Say what is wrong and why; exit code 0 when all is well, 1 when not");
    doctor->add_option("--data-dir", words.dataDirectory, "Folder that holds the workspace")->option_text("DIR");
    CLI::Option* endpoint =
        doctor->add_option("--endpoint", words.endpoint,
                           "Which cloud: 'built-in', a connection of the console by its name, or HOST[:PORT]")
            ->option_text("PROFILE");
    doctor->add_option("--cert", words.certificateFile, "For HOST[:PORT]: the device's certificate (PEM)")
        ->option_text("FILE")
        ->needs(endpoint);
    doctor->add_option("--key", words.keyFile, "For HOST[:PORT]: its private key (PEM)")
        ->option_text("FILE")
        ->needs(endpoint);
    doctor->add_option("--ca", words.caFile, "For HOST[:PORT]: the root certificate the server is checked with (PEM)")
        ->option_text("FILE")
        ->needs(endpoint);
    doctor->add_option("--client-id", words.clientId, "The client id that CONNECT says")
        ->option_text("ID")
        ->needs(endpoint);
    doctor->add_option("--folder", words.folder, "Look into a device's folder of certificates and keys instead")
        ->option_text("DIR");
    doctor->add_flag("--json", words.json, "As one JSON object");
    CLI::App* device = root.add_subcommand("device", "Switch a simulated device of a running workspace");
    device->add_option("NAME", words.device, "Its id: sprinkler-456")->required();
    device->add_option("COMMAND", words.command, "start, stop, crash, shadow (it goes by its shadow) or direct")
        ->required()
        ->check(CLI::IsMember({"start", "stop", "crash", "shadow", "direct"}));
    device->add_option("--data-dir", words.dataDirectory, "Folder that holds the workspace")->option_text("DIR");
    CLI::App* core = root.add_subcommand("core", "Make or switch a Greengrass core inside a running workspace");
    core->add_option("NAME", words.device, "Its thing: gg-1")->required();
    core->add_option("COMMAND", words.command,
                     "add, plant (with a gas turbine, its sensors and its function), remove, start, stop, cut (its cable to the "
                     "cloud), join (it again) or status (as JSON)")
        ->required()
        ->check(CLI::IsMember({"add", "plant", "remove", "start", "stop", "cut", "join", "status"}));
    core->add_option("--data-dir", words.dataDirectory, "Folder that holds the workspace")->option_text("DIR");
    CLI::App* phone = root.add_subcommand("phone", "Print a QR code: where a telephone finds its page of the running workspace");
    phone->add_option("--data-dir", words.dataDirectory, "Folder that holds the workspace")->option_text("DIR");
    CLI::App* lab = root.add_subcommand("lab", "The labs of the workshop: what they are, and how far you are");
    describeLab(*lab, words);
    CLI::App* kit = root.add_subcommand("pi-kit", "Pack all that makes a Raspberry Pi one of the workspace's things");
    describePiKit(*kit, words);
    CLI::App* seat = root.add_subcommand("seat", "Pack what lets a person have this running workspace as their cloud: a seat in a class");
    describeSeat(*seat, words);
    CLI::App* tour = root.add_subcommand("tour", "Draw a picture (PNG) of every workspace with live simulated data");
    tour->add_option("--out", words.out, "Folder for the pictures")->option_text("DIR")->required();
    CLI::App* bench = root.add_subcommand("bench", "Measure; prints one JSON object a line");
    bench->require_subcommand(0, 1);
    bench->allow_extras();
    CLI::App* benchBroker = bench->add_subcommand("broker", "Messages a second, latency and memory of an MQTT broker");
    describeBenchBroker(*benchBroker, words);
    CLI::App* benchUi =
        bench->add_subcommand("ui", "Frames, memory and idleness of the window, each beside its budget");
    describeBenchUi(*benchUi, words);
    CLI::App* benchShadow = bench->add_subcommand("shadow", "Shadow updates a second, in memory and through MQTT");
    benchShadow->add_option("--seconds", words.shadowSeconds, "Of each figure (default 3)")
        ->option_text("S")
        ->check(CLI::Range(0.1, 600.0));
    CLI::App* benchLambda = bench->add_subcommand("lambda", "What a call of a function costs beside its handler");
    benchLambda->add_option("--calls", words.lambdaCalls, "Of each runtime (default 2000)")
        ->option_text("N")
        ->check(CLI::Range(10, 1'000'000));

    try {
        // CLI11 takes the words from the back.
        root.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::CallForHelp&) {
        return tl::unexpected<Farewell>(Farewell{0, innermost(root).help()});
    } catch (const CLI::CallForVersion& version) {
        return tl::unexpected<Farewell>(Farewell{0, std::string(version.what()) + "\n"});
    } catch (const CLI::ParseError& error) {
        return wrongUsage(sentence(error, innermost(root)));
    }

    const CLI::App& asked = innermost(root);
    if (const auto word = unknownCommand(asked)) {
        return wrongUsage(fmt::format("there is no {} '{}' (try: greensward{} --help)",
                                      &asked == bench ? "benchmark" : "command", *word,
                                      &asked == bench ? " bench" : ""));
    }
    if (!asked.remaining().empty())
        return wrongUsage(fmt::format("there is no option {} (try: greensward --help)", asked.remaining().front()));
    if (&asked == bench)
        return wrongUsage("bench wants to know what to measure (try: greensward bench --help)");
    if (&asked == serve && !words.core.empty())
        return coreCommand(*serve, words);
    if (&asked == serve)
        return serveCommand(words);
    if (&asked == env)
        return EnvCommand{directoryOf(words)};
    if (&asked == workspace)
        return wrongUsage("workspace wants to know what to do: export or import (try: greensward workspace --help)");
    if (&asked == exporting || &asked == importing) {
        return WorkspaceCommand{.way =
                                    &asked == exporting ? WorkspaceCommand::Way::Export : WorkspaceCommand::Way::Import,
                                .file = words.file,
                                .directory = directoryOf(words)};
    }
    if (&asked == capture)
        return wrongUsage("capture wants to know what to do: info (try: greensward capture --help)");
    if (&asked == captureInfo)
        return CaptureCommand{words.file};
    if (&asked == doctor) {
        DoctorCommand command{.directory = directoryOf(words), .json = words.json};
        if (!words.folder.empty())
            command.folder = words.folder;
        if (!words.endpoint.empty() && words.endpoint != "built-in")
            command.endpoint = DoctorEndpoint{.address = words.endpoint,
                                              .clientId = words.clientId,
                                              .caFile = words.caFile,
                                              .certificateFile = words.certificateFile,
                                              .keyFile = words.keyFile};
        return command;
    }
    if (&asked == core)
        return CoreSwitchCommand{directoryOf(words), words.device, words.command};
    if (&asked == device)
        return DeviceCommandLine{directoryOf(words), words.device, words.command};
    if (&asked == phone)
        return PhoneCommand{directoryOf(words)};
    if (&asked == lab)
        return wrongUsage("lab wants to know what to do: list, show, check, solve, run or lint (try: greensward lab --help)");
    if (asked.get_parent() == lab)
        return labCommand(asked, words);
    if (&asked == kit)
        return PiKitCommand{directoryOf(words), words.thing, words.out};
    if (&asked == seat)
        return SeatCommand{directoryOf(words), words.person, words.out};
    if (&asked == tour)
        return TourCommand{words.out};
    if (&asked == benchUi)
        return BenchUiCommand{{.seconds = words.seconds, .scale = words.scale, .only = words.rows}};
    if (&asked == benchShadow)
        return BenchShadowCommand{{.seconds = words.shadowSeconds}};
    if (&asked == benchLambda)
        return BenchLambdaCommand{{.calls = words.lambdaCalls}};
    if (&asked == benchBroker) {
        BenchBrokerCommand command{.settings = {.against = std::nullopt, .loads = words.loads, .scale = words.scale}};
        if (!words.against.empty()) {
            command.settings.against = targetFrom(words.against, words.pid);
            if (!command.settings.against)
                return wrongUsage(fmt::format(
                    "--against wants HOST:PORT, not '{}' (try: greensward bench broker --help)", words.against));
        }
        return command;
    }
    ConsoleCommand console{.demo = words.demo, .language = words.language, .listen = words.listen};
    if (!words.open.empty())
        console.open = words.open;
    if (!words.join.empty())
        console.join = words.join;
    return console;
}

} // namespace greensward::app
