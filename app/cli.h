// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/bench_broker.h"
#include "app/bench/bench_lambda.h"
#include "app/bench/bench_shadow.h"
#include "app/bench/bench_ui.h"
#include "app/engine_settings.h"

#include <filesystem>
#include <optional>
#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace greensward::app {

/// `greensward`: the console.
struct ConsoleCommand
{
    bool demo = false;    ///< the first minute plays by itself, in a workspace that is gone afterwards
    std::string language; ///< "qps": the pseudo-language; empty: as chosen before
    std::string listen = EngineSettings{}.listen;
    std::optional<std::filesystem::path> open{}; ///< a capture to look at, instead of an engine
    std::optional<std::filesystem::path> join{}; ///< the folder of a seat in a class (seat.h)
};

/// `greensward serve …`: the engine without a window.
struct ServeCommand
{
    EngineSettings engine;
    std::optional<std::filesystem::path> readyFile;
    std::optional<std::filesystem::path> record; ///< a capture of everything, until it stops
    std::optional<std::filesystem::path> replay; ///< a capture whose messages are published again
    std::string lab{};                           ///< that is watched while a person does it; empty: none
    double replaySpeed = 1;                      ///< times the recorded pace; 0: as fast as the broker takes them
};

/// `greensward serve --core …`: a Greengrass core alone.
struct CoreCommand
{
    std::filesystem::path config; ///< its config.json
    std::string listen = EngineSettings{}.listen;
    std::optional<std::filesystem::path> readyFile;
};

/// `greensward env …`: shell lines for other programs.
struct EnvCommand
{
    std::filesystem::path directory;
};

/// A broker elsewhere that the doctor is to look at.
struct DoctorEndpoint
{
    std::string address; ///< a connection of the console by its name, or HOST[:PORT]
    std::string clientId{};
    std::filesystem::path caFile{};
    std::filesystem::path certificateFile{};
    std::filesystem::path keyFile{};
};

/// `greensward doctor …`: what is wrong, seen from outside. Exit code 1 when something is.
struct DoctorCommand
{
    std::filesystem::path directory;
    std::optional<std::filesystem::path> folder{}; ///< of a device's certificates and keys, instead of the workspace
    std::optional<DoctorEndpoint> endpoint{};      ///< a broker elsewhere, instead of the workspace
    bool json = false;
};

/// `greensward lab list | show | check | solve | run | lint`
struct LabCommand
{
    enum class What : std::uint8_t { List, Show, Check, Solve, Run, Lint };
    What what = What::List;
    std::string lab{};                             ///< its number or id; empty: all
    std::optional<std::filesystem::path> folder{}; ///< to lint: of a lab, or of labs
    std::filesystem::path directory{};             ///< of the workspace
    bool isOwnWorkspace = false;                   ///< the directory was named
};

/// `greensward device NAME stop`: to a simulated device of a running workspace.
struct DeviceCommandLine
{
    std::filesystem::path directory;
    std::string device;
    std::string command;
};

/// `greensward core NAME cut`: to a Greengrass core of a running workspace.
struct CoreSwitchCommand
{
    std::filesystem::path directory;
    std::string core;
    std::string command;
};

/// `greensward pi-kit THING --out FILE`: all that makes a real device that thing.
struct PiKitCommand
{
    std::filesystem::path directory;
    std::string thing;
    std::filesystem::path out;
};

/// `greensward seat PERSON --out FILE`: a seat in a class (seat.h).
struct SeatCommand
{
    std::filesystem::path directory;
    std::string person;
    std::filesystem::path out;
};

/// `greensward phone`: where a telephone finds its page, as a QR code.
struct PhoneCommand
{
    std::filesystem::path directory;
};

/// `greensward tour --out DIR`: a picture of every workspace.
struct TourCommand
{
    std::filesystem::path out;
};

/// `greensward bench broker …`
struct BenchBrokerCommand
{
    bench::BrokerBenchSettings settings;
};

/// `greensward bench shadow …`
struct BenchShadowCommand
{
    bench::ShadowBenchSettings settings;
};

/// `greensward bench lambda …`
struct BenchLambdaCommand
{
    bench::LambdaBenchSettings settings;
};

/// `greensward bench ui …`
struct BenchUiCommand
{
    bench::UiBenchSettings settings;
};

/// `greensward workspace export|import FILE …`: everything a workspace knows, to one file and back.
struct WorkspaceCommand
{
    enum class Way : std::uint8_t { Export, Import } way = Way::Export;
    std::filesystem::path file;
    std::filesystem::path directory;
};

/// `greensward capture info FILE`: what a capture holds.
struct CaptureCommand
{
    std::filesystem::path file;
};

using Command =
    std::variant<ConsoleCommand, ServeCommand, CoreCommand, EnvCommand, WorkspaceCommand, CaptureCommand, DoctorCommand, LabCommand,
                 DeviceCommandLine, CoreSwitchCommand, PiKitCommand, SeatCommand, PhoneCommand, TourCommand, BenchBrokerCommand, BenchShadowCommand,
                 BenchLambdaCommand, BenchUiCommand>;

/// The command line asks for no command to be run: help (code 0, text for standard output) or wrong usage (code 2, one
/// sentence for standard error).
struct Farewell
{
    int code = 0;
    std::string text;
};

/// What the words after the program's name ask for. Only commands that exist are known.
tl::expected<Command, Farewell> parseCommandLine(const std::vector<std::string>& words);

/// $XDG_DATA_HOME/greensward, else ~/.local/share/greensward.
std::filesystem::path defaultDataDirectory();

} // namespace greensward::app
