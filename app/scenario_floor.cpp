// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scenario_floor.h"

#include "app/resource_files.h"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <spdlog/spdlog.h>

namespace greensward::app {

using simulator::Scenario;

namespace {

constexpr std::string_view kEverybody = "*";

ui::FaultRequest requestOf(const simulator::ScenarioStep& step, const simulator::ScenarioFault& fault)
{
    return {.kind = fault.kind, .target = step.target, .intensity = fault.intensity, .seconds = step.seconds};
}

Duration seconds(double value)
{
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>(value));
}

} // namespace

ScenarioFloor::ScenarioFloor(const Parts& parts, std::vector<Scenario> scenarios)
    : m_parts(parts), m_scenarios(std::move(scenarios)), m_timer(parts.loop, [this] { goOn(); })
{}

Result<void> ScenarioFloor::check(const Step& step) const
{
    if (const auto* fault = std::get_if<simulator::ScenarioFault>(&step.what))
        return m_parts.faults.check(requestOf(step, *fault));
    if (step.target != kEverybody && !m_parts.devices.fleet().find(step.target))
        return failure(fmt::format("there is no device {}", step.target));
    return {};
}

Result<void> ScenarioFloor::start(std::string_view id)
{
    const auto found = std::find_if(m_scenarios.begin(), m_scenarios.end(),
                                    [id](const Scenario& scenario) { return scenario.id == id; });
    if (found == m_scenarios.end())
        return failure(fmt::format("there is no scenario {}", id));
    for (const Step& step : found->steps)
        if (const auto checked = check(step); !checked)
            return failure(fmt::format("{} cannot be played: {}", found->title, checked.error().message));
    stop();
    m_playing = &*found;
    m_began = m_parts.clock.now();
    m_next = 0;
    record(trace::Kind::FaultInjected, "scenario begins");
    goOn();
    return {};
}

void ScenarioFloor::stop()
{
    if (!m_playing)
        return;
    m_timer.cancel();
    for (const std::uint64_t fault : std::exchange(m_faults, {}))
        m_parts.faults.heal(fault); // those that are over are not known any more
    for (const Wind& wind : std::exchange(m_winds, {}))
        calm(wind.target);
    record(trace::Kind::FaultHealed, "scenario ends");
    m_playing = nullptr;
}

double ScenarioFloor::at() const
{
    return m_playing ? std::chrono::duration<double>(m_parts.clock.now() - m_began).count() : 0;
}

void ScenarioFloor::goOn()
{
    const double now = at();
    for (std::size_t wind = m_winds.size(); wind-- > 0;) {
        if (m_winds[wind].until > now)
            continue;
        calm(m_winds[wind].target);
        m_winds.erase(m_winds.begin() + static_cast<std::ptrdiff_t>(wind));
    }
    while (m_next < m_playing->steps.size() && m_playing->steps[m_next].at <= now)
        take(m_playing->steps[m_next++]);
    if (now >= m_playing->seconds())
        stop();
    else
        setTimer();
}

void ScenarioFloor::take(const Step& step)
{
    if (const auto* fault = std::get_if<simulator::ScenarioFault>(&step.what)) {
        const auto id = m_parts.faults.inject(requestOf(step, *fault));
        if (!id) // it could when the scenario began
            spdlog::warn("scenario {}: {}", m_playing->id, id.error().message);
        else if (*id != 0)
            m_faults.push_back(*id);
        return;
    }
    const double speed = std::get<simulator::ScenarioWind>(step.what).speed;
    m_parts.devices.forEach(step.target == kEverybody ? std::string() : step.target,
                            [speed](simulator::Device& device) { device.setWind(speed); });
    // A new wind takes the place of the one before.
    std::erase_if(m_winds, [&step](const Wind& wind) { return wind.target == step.target; });
    m_winds.push_back({step.target, step.at + step.seconds});
}

/// Back to the weather's own wind.
void ScenarioFloor::calm(const std::string& target)
{
    m_parts.devices.forEach(target == kEverybody ? std::string() : target,
                            [](simulator::Device& device) { device.setWind(std::nullopt); });
}

void ScenarioFloor::setTimer()
{
    double next = m_playing->seconds();
    if (m_next < m_playing->steps.size())
        next = std::min(next, m_playing->steps[m_next].at);
    for (const Wind& wind : m_winds)
        next = std::min(next, wind.until);
    m_timer.set(m_began + seconds(next));
}

void ScenarioFloor::record(trace::Kind kind, std::string_view detail)
{
    m_parts.recorder.record({.kind = kind, .flags = trace::kSimulated, .subject = m_playing->title, .detail = detail});
}

std::vector<Scenario> loadScenarios()
{
    std::vector<Scenario> scenarios;
    const auto folder = resourceFile("scenarios");
    if (!folder)
        return scenarios;
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(*folder, error))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        auto scenario = simulator::loadScenario(file.string());
        if (scenario)
            scenarios.push_back(std::move(*scenario));
        else
            spdlog::error("{}", scenario.error().message);
    }
    return scenarios;
}

} // namespace greensward::app
