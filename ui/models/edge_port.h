// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace greensward::ui {

/// A Greengrass core of this workspace, as it runs; what its group is defined as the Greengrass API tells.
struct CoreView
{
    std::string thing{};      ///< its name; the origin of its events is "core NAME"
    std::uint16_t port = 0;   ///< of its local server, 8884 and up
    bool running = false;     ///< false: it is switched off, and problem may say why
    std::string problem{};    ///< one sentence
    bool wan = true;          ///< the cable to the cloud is in
    bool online = false;      ///< connected with the cloud
    bool serving = false;     ///< devices can connect
    std::string groupId{};    ///< of the group that is deployed; empty: none was
    std::string groupName{};
    std::string groupVersion{};
    std::string deployment{}; ///< by which it came
    std::vector<std::string> devices{}; ///< connected now: client ids in order
    struct Spool
    {
        std::uint64_t messages = 0; ///< that wait for the cloud
        std::uint64_t bytes = 0;
        std::uint64_t limit = 0;     ///< bytes
        bool onDisk = false;         ///< it outlives the core
        std::uint64_t discarded = 0; ///< since the core started, for want of room
        bool operator==(const Spool&) const = default;
    };
    Spool spool{};
    /// What went over the local network and over the cable to the cloud, since the core started.
    struct Traffic
    {
        std::uint64_t localMessages = 0;
        std::uint64_t localBytes = 0; ///< payloads
        std::uint64_t cloudMessages = 0;
        std::uint64_t cloudBytes = 0; ///< payloads, up only
        bool operator==(const Traffic&) const = default;
    };
    Traffic traffic{};
    std::optional<WallTime> certificateEnds{}; ///< of the local server
    bool operator==(const CoreView&) const = default;
};

/// A shadow as a core has it.
struct CoreShadow
{
    std::string thing{};
    std::string document{}; ///< as a get answers it, without metadata: {"state":{"desired":…},"version":…}
    bool synced = false;    ///< the group wants it to be the same in the cloud
};

/// The cores that run inside this program. The window's thread.
class EdgePort
{
public:
    virtual ~EdgePort() = default;

    /// As they were when the engine last told, at most a second ago; by name.
    virtual std::vector<CoreView> cores() const = 0;

    using Done = std::function<void(std::string problem)>; ///< one sentence; empty: done. Later, on the same thread

    /// A core of this name: a thing with a certificate of its own and a config.json in the workspace, and starts it. It
    /// waits for a deployment then. Fails when there is one.
    virtual void add(const std::string& thing, Done done) = 0;
    /// A simulated gas turbine under the next free name (gt-1, gt-2, …): a core with its group, the sensors that connect
    /// to it and the function that looks after its filter, deployed over the account's APIs.
    virtual void addPlant(Done done) = 0;
    /// The core and its folder go; its thing and certificate stay in the account.
    virtual void remove(const std::string& thing, Done done) = 0;
    virtual void setRunning(const std::string& thing, bool running, Done done) = 0;
    /// Pulls the cable to the cloud, or puts it back.
    virtual void setWan(const std::string& thing, bool in) = 0;
    /// Local shadows of a core that runs, by thing.
    virtual void shadows(const std::string& thing, std::function<void(std::vector<CoreShadow>)> done) = 0;
};

} // namespace greensward::ui
