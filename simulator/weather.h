// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <array>
#include <cstdint>

namespace greensward::simulator {

/// Tag of the simulated world's own time line (World): starts at Moment{}, runs at the world's pace.
struct WorldLine
{
    using duration = Duration;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<WorldLine>;
    static constexpr bool is_steady = true;
};

/// A moment in the world. Never mixed up with an Instant, the engine's time that drives protocols.
using Moment = WorldLine::time_point;

/// What every device at one site feels at one moment.
struct Conditions
{
    double windScore = 0;     ///< strength of the wind as a standard normal variable; a site turns it into m/s (wind.h)
    double temperature = 15;  ///< of the air, °C
    double humidity = 60;     ///< relative, %
    double sun = 0;           ///< 0 at night … 1 at noon
    double gridFrequency = 0; ///< deviation of the public grid from its nominal frequency, Hz
};

/// The slow part of the weather and the public grid: a pure function of seed and time, so that devices may ask in any
/// order and a device's life does not depend on its neighbours. Gusts are each device's own.
class Weather
{
public:
    /// wallStart: the wall time at Moment{}, for day and night (UTC).
    Weather(std::uint64_t seed, WallTime wallStart);
    Conditions at(Moment moment) const;

private:
    /// A sum of sines of unequal periods: close to a normal variable with standard deviation 1, smooth, and random
    /// access.
    struct Swell
    {
        struct Wave
        {
            double amplitude = 0;
            double frequency = 0; ///< rad/s
            double phase = 0;     ///< rad
        };
        std::array<Wave, 8> waves;
        double at(double seconds) const;
    };
    static Swell swell(std::uint64_t seed, double shortest, double longest);

    double m_secondOfDay;
    Swell m_wind;
    Swell m_air;
    Swell m_grid;
};

} // namespace greensward::simulator
