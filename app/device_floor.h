// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device_links.h"
#include "app/identities.h"
#include "base/clock.h"
#include "base/result.h"
#include "net/event_loop.h"
#include "simulator/fleet.h"
#include "simulator/world.h"
#include "trace/recorder.h"

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace greensward::app {

/// The simulated devices of a workspace and the world they live in, driven by the engine's loop: the wind turbine and
/// the sprinkler of the workshop, over TLS. Engine thread, or before it runs.
class DeviceFloor
{
public:
    struct Parts
    {
        net::EventLoop& loop;
        const Clock& clock;
        trace::Recorder& recorder;
        const Identities& identities;
        std::string host; ///< of the device gateway
        std::uint16_t port = 0;
        std::uint64_t seed = 1;
    };
    /// Reads the device models and makes the devices, switched off.
    static Result<std::unique_ptr<DeviceFloor>> create(const Parts& parts);

    /// Switches all of them on.
    void start();
    simulator::Fleet& fleet() { return m_fleet; }
    const simulator::Fleet& fleet() const { return m_fleet; }
    /// Certificates (fingerprints) by which the broker's side knows its own devices.
    const std::set<std::string>& certificates() const { return m_certificates; }

private:
    explicit DeviceFloor(const Parts& parts);
    Result<void> add(const char* modelFile, const char* number, const Identities& identities);
    void setTimer();

    const Clock& m_clock;
    simulator::World m_world;
    TlsDeviceLinks m_links;
    net::EventLoop::Timer m_timer;
    simulator::Fleet m_fleet;
    std::set<std::string> m_certificates;
};

} // namespace greensward::app
