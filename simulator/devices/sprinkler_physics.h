// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "simulator/devices/physics.h"

#include <array>
#include <memory>

namespace greensward::simulator {

/// A sprinkler and the bed it waters.
struct SprinklerConstants
{
    double nominalFlow = 12.0;     ///< l/min with the valve open
    double valveTime = 1.2;        ///< s until the flow has followed the valve to 63 %
    double bedArea = 2.0;          ///< m²
    double rootDepth = 0.15;       ///< m of soil that counts
    double evaporation = 12.0;     ///< mm/h in full sun on moist soil; more than nature's, so that an hour shows it
    double wiltingPoint = 8.0;     ///< % by volume: nothing evaporates below
    double fieldCapacity = 32.0;   ///< %: drains above
    double saturation = 46.0;      ///< %: runs off above
    double drainTime = 240.0;      ///< s
    double initialMoisture = 24.0; ///< %
};

/// Water goes through a valve into soil, which drains and dries. Obeys {"water":"on"} and {"water":"off"}.
class SprinklerPhysics final : public Physics
{
public:
    static constexpr std::array<std::string_view, 3> kQuantities{"valve", "flow", "moisture"};
    enum Quantity : std::size_t { Valve, Flow, Moisture };
    static constexpr std::array<std::string_view, 1> kSettings{"valve"}; ///< "on" or "off"

    SprinklerPhysics(std::shared_ptr<const SprinklerConstants> constants, Random random);

    void advance(const Conditions& conditions, Duration by) override;
    double quantity(std::size_t index) const override;
    Result<std::string> obey(ByteView payload) override;
    boost::json::value setting(std::size_t index) const override;
    Result<std::string> set(std::size_t index, const boost::json::value& wanted) override;
    /// A spring closes the valve.
    void powerLost() override { m_open = false; }

private:
    std::shared_ptr<const SprinklerConstants> m_constants;
    Random m_random;
    bool m_open = false;
    double m_flow = 0; ///< l/min
    double m_moisture; ///< % by volume
};

} // namespace greensward::simulator
