// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/device.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace greensward::simulator {

/// All devices of a workspace, from two to tens of thousands, driven by one deadline. Only devices that have something
/// due are touched, in the order of their moments, so the cost is that of their reports. Engine thread.
class Fleet final : private DeviceDriver
{
public:
    static constexpr std::size_t kMostDevices = 100'000;

    /// sooner: called when nextDeadline() has become earlier than it last said, from inside any call; may be empty.
    Fleet(World& world, const Clock& clock, trace::Recorder& recorder, std::function<void()> sooner);
    ~Fleet() override;

    /// A device that is switched off. links outlives the fleet. Fails when its id is taken or there are too many.
    Result<Device*> add(DeviceModelPtr model, std::string_view number, LinkMaker& links);
    /// Null when there is none.
    Device* find(std::string_view id);
    std::size_t size() const { return m_devices.size(); }
    Device& at(std::size_t index) { return *m_devices[index]; }
    const Device& at(std::size_t index) const { return *m_devices[index]; }

    /// Lets the world's clock follow the engine's and does everything that is due.
    void advance(Instant now);
    std::optional<Instant> nextDeadline() const;
    /// Moves a stepped world (pace 0) and lets its devices live through the span, report by report.
    void step(Duration by);
    void setPace(double pace);

    /// Snapshots of the first so many devices, in the order they were added.
    std::vector<DeviceView> views(std::size_t most = kMostDevices) const;
    /// The first so many at a glance.
    std::shared_ptr<const Roster> roster(std::size_t most = kMostDevices) const;

private:
    struct Entry
    {
        std::optional<Instant> deadline; ///< as filed in m_deadlines
        std::optional<Moment> report;    ///< as filed in m_reports
    };

    void deadlinesChanged(Device& device) override;
    void makeReports();
    void lookSooner();

    World& m_world;
    const Clock& m_clock;
    trace::Recorder& m_recorder;
    std::function<void()> m_sooner;
    std::vector<std::unique_ptr<Device>> m_devices;
    std::vector<Entry> m_entries;
    std::unordered_map<std::string_view, std::uint32_t> m_byId; ///< keys live in the devices
    mutable std::shared_ptr<const std::vector<RosterName>> m_names = std::make_shared<std::vector<RosterName>>();
    std::set<std::pair<Instant, std::uint32_t>> m_deadlines;
    std::set<std::pair<Moment, std::uint32_t>> m_reports;
    mutable std::optional<Instant> m_announced; ///< what nextDeadline() last said
    bool m_advancing = false;
};

} // namespace greensward::simulator
