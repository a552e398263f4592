// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "simulator/devices/gas_turbine.h"
#include "simulator/weather.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::simulator {

/// The simulated world: its clock, its weather, its plants and the seed everything random in it comes from. The clock follows the
/// engine's at a pace (1: real time, 60: a minute a second) or, at pace 0, moves only when stepped. Same seed, same
/// world. Engine thread.
class World
{
public:
    static constexpr double kMaximumPace = 1'000.0;

    /// wallStart: what the world's own calendar shows at Moment{}, which is at engine time now.
    World(std::uint64_t seed, WallTime wallStart, Instant now, double pace = 1.0);

    Moment now() const { return m_now; }
    WallTime wall(Moment moment) const { return m_wallStart + moment.time_since_epoch(); }
    double pace() const { return m_pace; }
    const Weather& weather() const { return m_weather; }

    /// The engine's clock has reached now. Does nothing at pace 0; never moves back.
    void follow(Instant now);
    /// Moves the clock at pace 0.
    void step(Duration by);
    /// 0 … kMaximumPace, clamped; takes effect from engine time now on.
    void setPace(double pace, Instant now);
    /// The engine time at which the clock will show moment, in the past if it already does; empty when it depends on
    /// step().
    std::optional<Instant> engineTime(Moment moment) const;

    /// A random stream of its own for each name, e.g. a device's id; what one draws does not change another's.
    Random stream(std::string_view name) const;

    /// The plant of this name, which several devices may look at; the first who asks builds it. Empty when it stands
    /// there with another data sheet.
    std::shared_ptr<GasTurbine> plant(const std::string& name,
                                      const std::shared_ptr<const GasTurbineConstants>& constants);

private:
    std::uint64_t m_seed;
    WallTime m_wallStart;
    Weather m_weather;
    double m_pace;
    Moment m_now{};
    Moment m_anchor{}; ///< the clock's reading at m_engineAnchor, since when the pace is unchanged
    Instant m_engineAnchor;
    std::map<std::string, std::shared_ptr<GasTurbine>> m_plants;
};

} // namespace greensward::simulator
