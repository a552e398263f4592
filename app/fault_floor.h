// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device_floor.h"
#include "app/memory_client.h"
#include "base/result.h"
#include "simulator/fault.h"
#include "ui/models/engine_port.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace greensward::app {

/// Makes things go wrong on purpose, keeps count of what is wrong and puts it right again. Several faults of a device
/// add up; healing one leaves the others. Engine thread.
class FaultFloor
{
public:
    static constexpr std::size_t kMostFaults = 200;

    struct Parts
    {
        MemoryClient::Parts client;
        trace::Recorder& recorder;
        DeviceFloor& devices;
        std::function<void()> restartGateway;
    };
    explicit FaultFloor(Parts parts);
    ~FaultFloor();

    /// Fails with one sentence when there is no such device, the kind does not apply to it or the intensity is out of
    /// range.
    /// Answers the id to heal it by, 0 for what is over as soon as it happened.
    Result<std::uint64_t> inject(const ui::FaultRequest& request);
    /// Whether inject() would do it.
    Result<void> check(const ui::FaultRequest& request) const;
    void heal(std::uint64_t faultId);
    void healAll();
    /// All of a kind on one device.
    void healKind(simulator::FaultKind kind, const std::string& target);
    std::vector<simulator::ActiveFault> active() const;

private:
    struct Fault
    {
        std::uint64_t id = 0;
        ui::FaultRequest request;
        std::optional<Instant> until;
    };
    class Impostor;

    void happen(const ui::FaultRequest& request);
    void apply(const std::string& target);
    void applyTo(simulator::Device& device);
    void setTimer();
    void expire();
    void end(std::size_t at);
    void record(trace::Kind kind, const ui::FaultRequest& request);

    Parts m_parts;
    std::vector<Fault> m_faults;
    std::uint64_t m_nextId = 1;
    std::map<std::string, std::unique_ptr<Impostor>> m_impostors; ///< by the device they pretend to be
    net::EventLoop::Timer m_timer;
};

} // namespace greensward::app
