// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine_snapshot.h"

#include "app/engine.h"
#include "app/process_usage.h"

#include <algorithm>
#include <chrono>
#include <iterator>

namespace greensward::app {

using namespace std::chrono_literals;

namespace {

/// Devices that a window knows in full; of the others, and of these too, it has the roster.
constexpr std::size_t kMostDevices = 500;
constexpr Duration kRosterInterval = 1s;
constexpr Duration kMemoryInterval = 1s;
constexpr Duration kBillInterval = 1s;

} // namespace

std::vector<simulator::DeviceView> EngineSnapshot::viewsOf(Engine& engine) const
{
    DeviceFloor& floor = *engine.devices();
    const std::size_t most = std::min(kMostDevices, floor.size());
    std::vector<simulator::DeviceView> views = floor.fleet().views(most);
    std::string wanted;
    {
        const std::lock_guard lock(mutex);
        wanted = watched;
    }
    const simulator::Device* device = wanted.empty() ? nullptr : floor.fleet().find(wanted);
    if (device && device->index() >= most && device->index() < floor.size())
        views.push_back(device->view());
    std::ranges::move(engine.plants().fleet().views(kMostDevices - most), std::back_inserter(views));
    return views;
}

void EngineSnapshot::take(Engine& engine)
{
    engine.recorder().flush();
    const mqtt::BrokerCounters counters = engine.broker().counters();
    const Instant now = engine.clock().now();
    DeviceFloor* floor = engine.devices();
    // Views are copies with many texts: made when the window comes for them, not once a frame.
    const bool withDevices = floor && devicesWanted.exchange(false);
    std::vector<simulator::DeviceView> views;
    if (withDevices)
        views = viewsOf(engine);
    std::shared_ptr<const simulator::Roster> fleet;
    if (floor && now - rosterMadeAt >= kRosterInterval && rosterWanted.exchange(false)) {
        rosterMadeAt = now;
        fleet = floor->fleet().roster(floor->size());
    }
    std::shared_ptr<const billing::Bill> fresh;
    if ((!billMadeAt || now - *billMadeAt >= kBillInterval) && billWanted.exchange(false)) {
        billMadeAt = now;
        fresh = std::make_shared<const billing::Bill>(engine.cloud().meter().bill());
    }
    roundTrips.measure(engine);
    std::vector<ui::ConsoleSubscription> ownSubscriptions;
    if (engine.hasConsole())
        ownSubscriptions = engine.console().subscriptions();
    std::vector<simulator::ActiveFault> activeFaults;
    if (engine.faults())
        activeFaults = engine.faults()->active();
    std::uint64_t memory = 0;
    if (now - memoryLookedAt >= kMemoryInterval) {
        memoryLookedAt = now;
        memory = residentBytes(0);
        fleetOnline = floor ? floor->online() : 0;
    }

    const std::lock_guard lock(mutex);
    status.running = engine.storeProblem().empty();
    status.problem = engine.storeProblem();
    status.clients = counters.clients;
    status.received = counters.received;
    status.delivered = counters.delivered;
    status.dropped = counters.dropped;
    if (memory > 0)
        status.residentBytes = memory;
    status.consoleClient = engine.hasConsole() ? engine.console().id() : std::string();
    status.fleetSize = floor ? floor->size() : 0;
    status.fleetOnline = fleetOnline;
    if (withDevices)
        devices = std::move(views);
    if (fleet)
        roster = std::move(fleet);
    if (fresh)
        bill = std::move(fresh);
    const ScenarioFloor* scenarios = engine.scenarios();
    const simulator::Scenario* playing = scenarios ? scenarios->playing() : nullptr;
    status.scenario = playing ? playing->id : std::string();
    status.scenarioAt = playing ? scenarios->at() : 0;
    subscriptions = std::move(ownSubscriptions);
    faults = std::move(activeFaults);
    asked = false;
}

} // namespace greensward::app
