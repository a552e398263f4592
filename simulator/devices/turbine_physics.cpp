// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/devices/turbine_physics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <fmt/format.h>

namespace greensward::simulator {

namespace {

constexpr double kLongestStep = 0.25;  // s, well below the rotor's and the pitch drive's time constants
constexpr int kMostSteps = 240;        // a turbine that slept longer than a minute wakes up about where it was
constexpr double kPitchTime = 0.8;     // s
constexpr double kSpeedDroop = 6.0;    // how sharply the pitch holds the rated speed
constexpr double kFriction = 0.008;    // of the rated torque
constexpr double kRestart = 0.8;       // of the cut-out wind
constexpr double kNacelleShare = 0.25; // of the generator's heat that warms the nacelle's air

/// Torque per unit that wind (per unit of the rated wind) puts on a rotor (per unit of its rated speed): best when both
/// agree.
double aerodynamicTorque(double wind, double rotor)
{
    if (wind <= 0)
        return 0;
    const double tipSpeed = rotor / wind;
    const double off = (tipSpeed - 1.0) / 1.05;
    return wind * wind * (1.0 - off * off) / std::max(tipSpeed, 0.3);
}

/// Saturation pressure of water vapour over water, hPa (Magnus).
double saturationPressure(double celsius)
{
    return 6.112 * std::exp(17.62 * celsius / (243.12 + celsius));
}

} // namespace

TurbinePhysics::TurbinePhysics(std::shared_ptr<const TurbineConstants> constants, Random random)
    : m_constants(std::move(constants))
    , m_random(random)
    , m_wind(m_constants->wind)
    , m_windLimit(m_constants->cutOutWind)
    , m_frequency(m_constants->gridFrequency)
{}

bool TurbinePhysics::setWind(std::optional<double> metresPerSecond)
{
    m_wind.setMean(metresPerSecond);
    return true;
}

boost::json::value TurbinePhysics::setting(std::size_t) const
{
    if (m_windLimit == std::floor(m_windLimit))
        return static_cast<std::int64_t>(m_windLimit); // 25, as a person writes it
    return m_windLimit;
}

Result<std::string> TurbinePhysics::set(std::size_t, const boost::json::value& wanted)
{
    boost::system::error_code none;
    const double limit = wanted.is_number() ? wanted.to_number<double>(none) : 0;
    if (!wanted.is_number())
        return failure("the wind limit must be a number, in m/s");
    if (limit < kLowestLimit || limit > m_constants->cutOutWind)
        return failure(fmt::format("the wind limit must lie between {} and {} m/s", kLowestLimit, m_constants->cutOutWind));
    if (limit == m_windLimit)
        return std::string{};
    m_windLimit = limit;
    return fmt::format("wind limit {} m/s", limit);
}

void TurbinePhysics::advance(const Conditions& conditions, Duration by)
{
    const double total = std::chrono::duration<double>(by).count();
    if (total <= 0)
        return;
    if (!m_settled) {
        m_temperature = conditions.temperature;
        m_settled = true;
    }
    const int steps = std::clamp(static_cast<int>(std::ceil(total / kLongestStep)), 1, kMostSteps);
    const double step = std::min(total / steps, kLongestStep);
    for (int i = 0; i < steps; ++i) {
        m_wind.advance(conditions.windScore, by / steps, m_random);
        turn(step);
    }
    breathe(conditions, total);
}

void TurbinePhysics::turn(double seconds)
{
    const TurbineConstants& c = *m_constants;
    const double wind = m_wind.speed() / c.ratedWind;
    if (m_wind.speed() > m_windLimit)
        m_storm = true;
    else if (m_wind.speed() < kRestart * m_windLimit)
        m_storm = false;

    // Coupled once the rotor turns as fast as the cut-in wind keeps it; a little hysteresis against chatter.
    const double cutIn = c.cutInWind / c.ratedWind;
    m_feeding = !m_storm && m_rotor > (m_feeding ? 0.85 * cutIn : cutIn);

    const double available = std::max(0.0, aerodynamicTorque(wind, m_rotor));
    double wanted = m_storm ? 0.0 : 1.0;
    if (!m_storm && available > 0)
        wanted = std::clamp((1.0 + kSpeedDroop * (1.0 - m_rotor)) / available, 0.0, 1.0);
    m_pitch += (wanted - m_pitch) * (1.0 - std::exp(-seconds / kPitchTime));

    // Below rated the torque follows the square of the speed, which keeps the best tip speed; above, power is constant.
    const double torque = m_feeding ? std::min(m_rotor * m_rotor, 1.0 / std::max(m_rotor, 1.0)) : 0.0;
    m_power = torque * m_rotor;
    const double brake = m_storm ? 0.5 * m_rotor : 0.0;
    const double friction = m_rotor > 0 ? kFriction : 0.0;
    m_rotor += (available * m_pitch - torque - brake - friction) * seconds / c.inertiaTime;
    m_rotor = std::max(m_rotor, 0.0);
}

void TurbinePhysics::breathe(const Conditions& conditions, double seconds)
{
    const TurbineConstants& c = *m_constants;
    const double losses = m_feeding ? 0.12 + 0.88 * m_power * m_power : 0.0;
    const double target = conditions.temperature + c.heatRise * losses;
    m_temperature += (target - m_temperature) * (1.0 - std::exp(-seconds / c.heatTime));

    // The nacelle holds the outside air's water; warmer air is relatively drier.
    const double nacelle = conditions.temperature + kNacelleShare * (m_temperature - conditions.temperature);
    m_humidity = std::clamp(
        conditions.humidity * saturationPressure(conditions.temperature) / saturationPressure(nacelle), 0.0, 100.0);

    m_frequency = c.gridFrequency + conditions.gridFrequency + c.droop * m_power + 0.001 * m_random.gaussian();
}

double TurbinePhysics::quantity(std::size_t index) const
{
    switch (index) {
    case Temperature:
        return m_temperature;
    case Humidity:
        return m_humidity;
    case RotorFrequency:
        return m_rotor * m_constants->ratedRotorFrequency;
    case Output:
        return m_power * m_constants->ratedOutput;
    case OutputFrequency:
        return m_frequency;
    case WindSpeed:
        return m_wind.speed();
    default:
        assert(false && "no such quantity");
        return 0;
    }
}

} // namespace greensward::simulator
