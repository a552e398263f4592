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
#include <functional>
#include <map>
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
        mqtt::BrokerPort& gateway;
        const Identities& identities;
        std::string host; ///< of the device gateway
        std::uint16_t port = 0;
        std::uint64_t seed = 1;
        TlsDeviceLinks::RealOne realOne{}; ///< a device of this name that is no simulated one takes its twin's place
    };
    /// Reads the device models and makes the devices, switched off.
    static Result<std::unique_ptr<DeviceFloor>> create(const Parts& parts);

    static constexpr std::size_t kWorkshopDevices = 2;
    static constexpr std::size_t kMostDevices = 10'000;

    /// Switches the workshop's own on.
    void start();
    /// So many devices there shall be: the workshop's own two, then turbines; they are switched on, or say goodbye,
    /// some a turn of the loop. Clamped to 1 … kMostDevices.
    void setSize(std::size_t devices);
    /// Devices that are meant to be there; those of the fleet beyond it are switched off and out of sight.
    std::size_t size() const { return m_size; }
    std::size_t online() const;
    /// The device of this id, all for an empty id.
    void forEach(const std::string& id, const std::function<void(simulator::Device&)>& work);

    /// Told of each device of the fleet before it is switched on; may be empty.
    void setNewcomer(std::function<void(simulator::Device&)> newcomer) { m_newcomer = std::move(newcomer); }

    /// Which certificate a device shows when it connects.
    enum class Shows : std::uint8_t { Own, Expired, Unknown };
    /// True when that is another one than before; false too for devices without TLS.
    bool setCertificate(const std::string& id, Shows shows);

    simulator::Fleet& fleet() { return m_fleet; }
    const simulator::Fleet& fleet() const { return m_fleet; }
    /// Certificates (fingerprints) by which the broker's side knows its own devices.
    const std::set<std::string>& certificates() const { return m_certificates; }

private:
    explicit DeviceFloor(const Parts& parts);
    Result<void> add(const char* modelFile, const char* number, const Identities& identities);
    void setTimer();
    void grow();
    /// A real device has its name: the twin is switched off until somebody starts it again.
    void giveWay(const std::string& id, const std::string& why);
    Result<pki::Identity> identityFor(const std::string& id, Shows shows) const;

    const Clock& m_clock;
    simulator::World m_world;
    net::EventLoop& m_loop;
    const Identities& m_identities;
    TlsDeviceLinks m_links;
    MemoryDeviceLinks m_memoryLinks;
    net::EventLoop::Timer m_timer;
    simulator::Fleet m_fleet;
    std::set<std::string> m_certificates;
    std::map<std::string, Shows> m_shows; ///< of devices with TLS
    std::function<void(simulator::Device&)> m_newcomer;
    simulator::DeviceModelPtr m_turbine;
    std::size_t m_size = kWorkshopDevices;
    std::size_t m_settled = kWorkshopDevices; ///< of the fleet, in its order: they are as m_size wants them
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< for work posted to the loop
    bool m_growing = false;
};

} // namespace greensward::app
