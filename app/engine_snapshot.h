// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/round_trips.h"
#include "billing/bill.h"
#include "simulator/device_view.h"
#include "simulator/fault.h"
#include "simulator/roster.h"
#include "ui/models/engine_port.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace greensward::app {

class DeviceFloor;
class Engine;

/// Written by the engine's thread, read by the window's.
struct EngineSnapshot
{
    std::atomic<bool> asked{false}; ///< the engine has not yet answered the last request
    mutable std::mutex mutex;
    ui::EngineStatus status;
    std::atomic<bool> devicesWanted{true}; ///< the window has taken the ones below
    std::atomic<bool> rosterWanted{false};
    std::vector<simulator::DeviceView> devices;
    std::shared_ptr<const simulator::Roster> roster;
    std::atomic<bool> billWanted{false};
    std::shared_ptr<const billing::Bill> bill;
    std::string watched;
    std::vector<ui::ConsoleSubscription> subscriptions;
    std::vector<simulator::ActiveFault> faults;
    RoundTrips roundTrips;
    Instant memoryLookedAt{};          ///< engine thread only
    Instant rosterMadeAt{};            ///< engine thread only
    std::optional<Instant> billMadeAt; ///< engine thread only; nothing: it is out of date
    std::uint64_t fleetOnline = 0;     ///< engine thread only; counted when the memory is looked at

    void take(Engine& engine);
    std::vector<simulator::DeviceView> viewsOf(Engine& engine) const;
};

} // namespace greensward::app
