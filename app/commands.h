// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli.h"

namespace greensward::app {

// One function a command, each in the file of its name. All return the exit code: 0 for success, 1 for failure, which
// was said on standard error in one sentence. argc and argv are for Qt.

int runConsole(const ConsoleCommand& command, int& argc, char** argv);
int runServe(const ServeCommand& command);
int runCore(const CoreCommand& command);
int runEnv(const EnvCommand& command);
int runWorkspace(const WorkspaceCommand& command);
int runCapture(const CaptureCommand& command);
int runDoctor(const DoctorCommand& command);
int runDevice(const DeviceCommandLine& command);
int runCoreSwitch(const CoreSwitchCommand& command);
int runPiKit(const PiKitCommand& command);
int runSeat(const SeatCommand& command);
int runPhone(const PhoneCommand& command);
int runLab(const LabCommand& command);
int runTour(const TourCommand& command, int& argc, char** argv);

/// Runs what the command line asked for.
int run(const Command& command, int& argc, char** argv);

} // namespace greensward::app
