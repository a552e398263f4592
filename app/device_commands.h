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

/// Takes commands for the simulated devices of a running engine from a folder of the workspace that only its owner can
/// write to, and leaves an answer there: `greensward device NAME stop` of another shell. Goes before the engine is
/// stopped.
class DeviceCommands
{
public:
    explicit DeviceCommands(Engine& engine);
    ~DeviceCommands();
    DeviceCommands(const DeviceCommands&) = delete;
    DeviceCommands& operator=(const DeviceCommands&) = delete;

    /// From the other process: leaves a command and waits for the answer.
    static Result<void> leave(const std::filesystem::path& workspace, const std::string& device,
                              const std::string& command);

private:
    void run();
    void take(const std::filesystem::path& file);

    Engine& m_engine;
    std::filesystem::path m_folder;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace greensward::app
