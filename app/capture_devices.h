// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/device_model.h"
#include "simulator/device_view.h"
#include "simulator/roster.h"
#include "trace/recorder.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::app {

/// The simulated devices as a capture's events tell of them: who was on, in which state, with which values. Names and
/// units come from the device models of this program where they are known.
class CaptureDevices
{
public:
    static constexpr std::size_t kMostDevices = 500; ///< as many cards as a window shows of a running engine

    void ingest(const trace::Event& event, const trace::Chunk& chunk);
    std::vector<simulator::DeviceView> views() const;
    /// The same pointer while nothing has changed; null without devices.
    std::shared_ptr<const simulator::Roster> roster() const;
    std::size_t size() const { return m_devices.size(); }
    std::size_t online() const;

private:
    simulator::DeviceView* device(std::string_view id, bool make);
    void describe(simulator::DeviceView& view, std::string_view model, std::string_view topic);
    void readState(simulator::DeviceView& view, std::string_view state, std::string_view json, WallTime time);
    const simulator::DeviceModel* model(const std::string& name);

    std::vector<simulator::DeviceView> m_devices; ///< in the order they were first heard of
    std::map<std::string, std::size_t, std::less<>> m_places;
    std::map<std::string, WallTime, std::less<>> m_lastReport;
    std::map<std::string, simulator::DeviceModelPtr, std::less<>> m_models; ///< null: this program has none
    mutable std::shared_ptr<const simulator::Roster> m_roster;              ///< null: to be made anew
};

} // namespace greensward::app
