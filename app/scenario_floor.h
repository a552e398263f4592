// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/device_floor.h"
#include "app/fault_floor.h"
#include "base/clock.h"
#include "net/event_loop.h"
#include "simulator/scenario.h"
#include "trace/recorder.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::app {

/// Plays scenarios, one at a time: does each step at its second and leaves nothing broken behind. Engine thread.
class ScenarioFloor
{
public:
    struct Parts
    {
        net::EventLoop& loop;
        const Clock& clock;
        trace::Recorder& recorder;
        DeviceFloor& devices;
        FaultFloor& faults;
    };
    /// scenarios: in the order in which they are listed.
    ScenarioFloor(const Parts& parts, std::vector<simulator::Scenario> scenarios);

    const std::vector<simulator::Scenario>& scenarios() const { return m_scenarios; }
    /// Ends the one that plays and begins this one. Fails with one sentence, and nothing changes, when there is none of
    /// that id or one of its steps cannot be done.
    Result<void> start(std::string_view id);
    /// Heals what it broke; other faults stay.
    void stop();
    /// Null while none plays.
    const simulator::Scenario* playing() const { return m_playing; }
    /// Seconds since it began.
    double at() const;

private:
    using Step = simulator::ScenarioStep;
    struct Wind
    {
        std::string target;
        double until;
    };

    Result<void> check(const Step& step) const;
    void goOn();
    void take(const Step& step);
    void calm(const std::string& target);
    void setTimer();
    void record(trace::Kind kind, std::string_view detail);

    Parts m_parts;
    std::vector<simulator::Scenario> m_scenarios;
    const simulator::Scenario* m_playing = nullptr;
    Instant m_began{};
    std::size_t m_next = 0;              ///< step
    std::vector<std::uint64_t> m_faults; ///< it injected
    std::vector<Wind> m_winds;           ///< it made, not yet calmed
    net::EventLoop::Timer m_timer;
};

/// All that come with the program, by the names of their files; one that cannot be read is logged and left out.
std::vector<simulator::Scenario> loadScenarios();

} // namespace greensward::app
