// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"

#include "base/log.h"

#include <csignal>
#include <variant>

namespace greensward::app {

namespace {

template<typename... Functions>
struct Cases : Functions...
{
    using Functions::operator()...;
};

} // namespace

int run(const Command& command, int& argc, char** argv)
{
    log::start(spdlog::level::warn);
    // A peer that goes away shows as an error of the write, not as the end of the program.
    std::signal(SIGPIPE, SIG_IGN);
    return std::visit(Cases{[&](const ConsoleCommand& console) { return runConsole(console, argc, argv); },
                            [](const ServeCommand& serve) { return runServe(serve); },
                            [](const CoreCommand& core) { return runCore(core); },
                            [](const EnvCommand& env) { return runEnv(env); },
                            [](const WorkspaceCommand& workspace) { return runWorkspace(workspace); },
                            [](const CaptureCommand& capture) { return runCapture(capture); },
                            [](const DoctorCommand& doctor) { return runDoctor(doctor); },
                            [](const DeviceCommandLine& device) { return runDevice(device); },
                            [](const CoreSwitchCommand& core) { return runCoreSwitch(core); },
                            [](const PiKitCommand& kit) { return runPiKit(kit); },
                            [](const SeatCommand& seat) { return runSeat(seat); },
                            [](const PhoneCommand& phone) { return runPhone(phone); },
                            [](const LabCommand& lab) { return runLab(lab); },
                            [&](const TourCommand& tour) { return runTour(tour, argc, argv); },
                            [](const BenchBrokerCommand& bench) { return bench::benchBroker(bench.settings); },
                            [](const BenchShadowCommand& bench) { return bench::benchShadow(bench.settings); },
                            [](const BenchLambdaCommand& bench) { return bench::benchLambda(bench.settings); },
                            [&](const BenchUiCommand& bench) { return bench::benchUi(bench.settings, argc, argv); }},
                      command);
}

} // namespace greensward::app
