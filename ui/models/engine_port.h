// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/device_view.h"
#include "trace/recorder.h"

#include <cstdint>
#include <string>
#include <vector>

namespace greensward::ui {

/// A publish from the console.
struct PublishRequest
{
    std::string topic;
    std::string payload;
    int qos = 0;
    bool retain = false;
};

enum class DeviceCommand : std::uint8_t { Start, Stop, Crash, CutCable, HealCable, SetRate, SetWind };

/// What the status bar shows.
struct EngineStatus
{
    bool running = false; ///< every port answers
    std::string problem;  ///< why not, in one sentence; empty otherwise
    std::string endpoint; ///< "localhost:8883"
    std::string dataDirectory;
    std::uint64_t clients = 0;
    std::uint64_t received = 0; ///< PUBLISH packets since the start
    std::uint64_t delivered = 0;
    std::uint64_t dropped = 0;
    std::uint64_t lostEvents = 0; ///< of this window's reader
    std::uint64_t residentBytes = 0;
};

/// What the window asks of the engine. app implements it: each call posts to the engine thread and returns at once;
/// views are the newest snapshot. Called on the window's thread only.
class EnginePort
{
public:
    virtual ~EnginePort() = default;
    /// All events since the last call, oldest first. The window calls it once a frame.
    virtual std::vector<trace::ChunkPtr> drain() = 0;
    virtual EngineStatus status() const = 0;
    virtual std::vector<simulator::DeviceView> devices() const = 0;
    virtual void command(const std::string& deviceId, DeviceCommand command, double value = 0) = 0;
    virtual void publish(const PublishRequest& request) = 0;
};

} // namespace greensward::ui
