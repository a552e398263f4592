// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/weather.h"

#include "base/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace greensward::simulator {

namespace {

constexpr double kDay = 86'400.0;
constexpr double kTwoPi = 2.0 * std::numbers::pi;

double seconds(Duration duration)
{
    return std::chrono::duration<double>(duration).count();
}

} // namespace

Weather::Weather(std::uint64_t seed, WallTime wallStart)
    : m_secondOfDay(std::fmod(seconds(wallStart.time_since_epoch()), kDay))
    , m_wind(swell(seed ^ 0x77696e64, 90.0, 10'800.0))
    , m_air(swell(seed ^ 0x616972, 1'800.0, 43'200.0))
    , m_grid(swell(seed ^ 0x67726964, 15.0, 900.0))
{}

Weather::Swell Weather::swell(std::uint64_t seed, double shortest, double longest)
{
    Random random(seed);
    Swell result;
    const double steps = static_cast<double>(result.waves.size() - 1);
    double power = 0;
    for (std::size_t i = 0; i < result.waves.size(); ++i) {
        const double period =
            shortest * std::pow(longest / shortest, static_cast<double>(i) / steps) * random.between(0.85, 1.15);
        // Slow waves are the tall ones, as in a spectrum of wind.
        const double amplitude = std::cbrt(period);
        result.waves[i] = {amplitude, kTwoPi / period, random.between(0.0, kTwoPi)};
        power += amplitude * amplitude / 2.0;
    }
    for (auto& wave : result.waves)
        wave.amplitude /= std::sqrt(power);
    return result;
}

double Weather::Swell::at(double seconds) const
{
    double sum = 0;
    for (const auto& wave : waves)
        sum += wave.amplitude * std::sin(wave.frequency * seconds + wave.phase);
    return sum;
}

Conditions Weather::at(Moment moment) const
{
    const double t = seconds(moment.time_since_epoch());
    const double hour = std::fmod(m_secondOfDay + t, kDay) / 3'600.0;
    const double daily = std::sin((hour - 9.0) * kTwoPi / 24.0); // warmest at 15 h, coldest at 3 h
    const double air = m_air.at(t);

    Conditions now;
    now.windScore = m_wind.at(t);
    now.temperature = 14.0 + 5.0 * daily + 1.2 * air;
    now.humidity = std::clamp(64.0 - 14.0 * daily - 3.0 * air, 20.0, 98.0);
    now.sun = std::max(0.0, std::sin((hour - 6.0) * std::numbers::pi / 12.0));
    now.gridFrequency = 0.012 * m_grid.at(t);
    return now;
}

} // namespace greensward::simulator
