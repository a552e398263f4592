// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/devices/sprinkler_physics.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cassert>
#include <cmath>

namespace greensward::simulator {

namespace {

constexpr double kLongestStep = 1.0; // s
constexpr int kMostSteps = 3'600;
constexpr double kPressureRipple = 0.015;      // standard deviation of the flow, relative
constexpr std::size_t kLongestCommand = 4'096; // bytes
constexpr double kNightShare = 0.15;           // of the evaporation in full sun

} // namespace

SprinklerPhysics::SprinklerPhysics(std::shared_ptr<const SprinklerConstants> constants, Random random)
    : m_constants(std::move(constants)), m_random(random), m_moisture(m_constants->initialMoisture)
{}

void SprinklerPhysics::advance(const Conditions& conditions, Duration by)
{
    const SprinklerConstants& c = *m_constants;
    const double total = std::chrono::duration<double>(by).count();
    if (total <= 0)
        return;
    const int steps = std::clamp(static_cast<int>(std::ceil(total / kLongestStep)), 1, kMostSteps);
    const double step = total / steps;
    const double litresPerPercent = c.bedArea * c.rootDepth * 1'000.0 / 100.0;
    const double thirst = c.evaporation / 3'600.0 * c.bedArea * (kNightShare + (1.0 - kNightShare) * conditions.sun) *
                          std::clamp(1.4 - conditions.humidity / 100.0, 0.2, 1.4); // l/s, 1 mm on 1 m² is 1 l
    for (int i = 0; i < steps; ++i) {
        const double wanted = m_open ? c.nominalFlow * (1.0 + kPressureRipple * m_random.gaussian()) : 0.0;
        m_flow += (wanted - m_flow) * (1.0 - std::exp(-step / c.valveTime));
        if (m_flow < 0.005)
            m_flow = 0;
        const double wetness = std::clamp((m_moisture - c.wiltingPoint) / (c.fieldCapacity - c.wiltingPoint), 0.0, 1.0);
        m_moisture += (m_flow / 60.0 - thirst * wetness) * step / litresPerPercent;
        if (m_moisture > c.fieldCapacity)
            m_moisture -= (m_moisture - c.fieldCapacity) * (1.0 - std::exp(-step / c.drainTime));
        m_moisture = std::clamp(m_moisture, 0.0, c.saturation);
    }
}

double SprinklerPhysics::quantity(std::size_t index) const
{
    switch (index) {
    case Valve:
        return m_open ? 1.0 : 0.0;
    case Flow:
        return m_flow;
    case Moisture:
        return m_moisture;
    default:
        assert(false && "no such quantity");
        return 0;
    }
}

Result<std::string> SprinklerPhysics::obey(ByteView payload)
{
    if (payload.size() > kLongestCommand)
        return failure("the command is too long");
    boost::system::error_code error;
    const boost::json::value command = boost::json::parse(asText(payload), error);
    if (error)
        return failure("the command is not JSON");
    const auto* object = command.if_object();
    const auto* water = object ? object->if_contains("water") : nullptr;
    if (!water || !water->is_string())
        return failure("the command has no \"water\" with a text");
    return set(0, *water);
}

boost::json::value SprinklerPhysics::setting(std::size_t) const
{
    return m_open ? "on" : "off";
}

Result<std::string> SprinklerPhysics::set(std::size_t, const boost::json::value& wanted)
{
    const auto* word = wanted.if_string();
    if (!word || (*word != "on" && *word != "off"))
        return failure("\"water\" is neither \"on\" nor \"off\"");
    const bool open = *word == "on";
    if (open == m_open)
        return std::string{};
    m_open = open;
    return std::string{open ? "water on" : "water off"};
}

} // namespace greensward::simulator
