// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

namespace greensward::app {

/// "start", "stop", "crash", "shadow" (it goes by its shadow), "direct".
bool isDeviceCommand(const std::string& command);
/// Does it to a simulated device, or says why not. Engine thread.
Result<void> commandDevice(Engine& engine, const std::string& device, const std::string& command);

/// "add", "plant" (a whole gas turbine: core, sensors, function), "remove", "start", "stop", "cut" (the cable to the
/// cloud), "join" (it again), "status".
bool isCoreCommand(const std::string& command);
/// Does it to a core of the workspace. Answers a JSON object for "status", else nothing. Engine thread.
Result<std::string> commandCore(Engine& engine, const std::string& core, const std::string& command);

/// Takes commands for the simulated devices and the cores of a running engine from a folder of the workspace that only
/// its owner can write to, and leaves an answer there: `greensward device NAME stop`, `greensward core NAME cut` of
/// another shell. Goes before the engine is stopped.
class SwitchCommands
{
public:
    explicit SwitchCommands(Engine& engine);
    ~SwitchCommands();
    SwitchCommands(const SwitchCommands&) = delete;
    SwitchCommands& operator=(const SwitchCommands&) = delete;

    enum class Whom : char { Device = 'd', Core = 'c' };
    /// From the other process: leaves a command and waits for the answer.
    static Result<std::string> leave(const std::filesystem::path& workspace, Whom whom, const std::string& name,
                                     const std::string& command);

private:
    void run();
    void take(const std::filesystem::path& file);
    Result<std::string> obey(const std::string& order);

    Engine& m_engine;
    std::filesystem::path m_folder;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace greensward::app
