// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/devices/gas_turbine.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <fmt/format.h>

namespace greensward::simulator {

namespace {

constexpr double kStep = 1.0;              // s
constexpr double kReferenceTemperature = 15; // °C, ISO conditions
constexpr double kNominalFrequency = 50;   // Hz
constexpr double kDryBelow = 50;           // % humidity
constexpr double kMostDust = 20'000;       // µg/m³: a dust storm in which nothing is seen
constexpr double kMostLoad = 20;           // kg: it bursts, or so
constexpr double kSlowest = 0.6;           // of the rated speed
constexpr double kDropShakes = 0.3;        // share of the vibration that 1 kPa adds: the flow becomes uneven

/// How far dust swells in the end, 0 … 1.
double wetness(double humidity)
{
    const double wet = std::clamp((humidity - kDryBelow) / (100.0 - kDryBelow), 0.0, 1.0);
    return wet * wet;
}

} // namespace

GasTurbine::GasTurbine(std::shared_ptr<const GasTurbineConstants> constants, const Weather& weather, Random random,
                       Moment now)
    : m_constants(std::move(constants))
    , m_weather(weather)
    , m_random(random)
    , m_wind(m_constants->wind)
    , m_lived(std::chrono::floor<std::chrono::seconds>(calendar(now).time_since_epoch()).count())
    , m_haze(m_random.gaussian())
    , m_load(m_random.between(0.0, m_constants->initialDust))
    , m_drop(m_constants->cleanDrop)
    , m_vibration(m_constants->vibration)
{
    // As if it had always run: the first reading is no start-up.
    m_air = m_weather.at(Moment{std::chrono::seconds{m_lived}});
    m_swollen = wetness(m_air.humidity);
    for (int i = 0; i < 120; ++i) {
        turn();
        foul();
    }
    breatheDust();
    m_age = m_load * 1e9 / (m_constants->dust * m_constants->ratedFlow * m_constants->caught);
}

Moment GasTurbine::calendar(Moment world) const
{
    const double factor = m_constants->timeFactor;
    if (factor == 1.0)
        return world;
    return Moment{Duration{std::llround(static_cast<double>(world.time_since_epoch().count()) * factor)}};
}

void GasTurbine::live(Moment world)
{
    const auto until = std::chrono::floor<std::chrono::seconds>(calendar(world).time_since_epoch());
    m_lived = std::max<std::int64_t>(
        m_lived, (until - std::chrono::duration_cast<std::chrono::seconds>(kLongestSleep)).count());
    for (; m_lived < until.count(); ++m_lived)
        second();
}

void GasTurbine::second()
{
    m_air = m_weather.at(Moment{std::chrono::seconds{m_lived}});
    breatheDust();
    turn();
    foul();
}

/// A slow haze of its own around the mean, and what the wind lifts: the third power of what exceeds its threshold.
void GasTurbine::breatheDust()
{
    const GasTurbineConstants& c = *m_constants;
    const double wind = m_wind.advance(m_air.windScore, std::chrono::seconds{1}, m_random);
    const double keep = std::exp(-kStep / c.dustTime);
    m_haze = m_haze * keep + std::sqrt(1.0 - keep * keep) * m_random.gaussian();
    const double lifted = std::max(0.0, wind - c.liftWind) / 5.0;
    const double calm = c.dust * std::exp(c.dustSpread * m_haze - c.dustSpread * c.dustSpread / 2.0);
    m_dust = std::min(calm * (1.0 + lifted * lifted * lifted), kMostDust);
}

void GasTurbine::foul()
{
    const GasTurbineConstants& c = *m_constants;
    const double flow = m_speed * c.ratedFlow;
    m_load = std::min(m_load + c.caught * m_dust * 1e-9 * flow * kStep, kMostLoad);
    m_age += kStep;
    if (m_cleaning > 0) {
        m_load *= std::pow(c.residue, kStep / c.cleanTime);
        m_cleaning = std::max(0.0, m_cleaning - kStep);
        m_age = 0;
    }
    m_swollen += (wetness(m_air.humidity) - m_swollen) * (1.0 - std::exp(-kStep / c.swellingTime));
    const double resistance = c.cleanDrop + c.dropPerKilogram * m_load * (1.0 + c.swelling * m_swollen);
    m_drop = resistance * m_speed * m_speed; // ∝ flow²
}

/// What the rotor gives goes with the cube of its speed; warm air and the pressure drop take from it. The governor
/// wants the rated output, a little more when the grid is slow.
void GasTurbine::turn()
{
    const GasTurbineConstants& c = *m_constants;
    const double air = 1.0 - c.heatLoss * (m_air.temperature - kReferenceTemperature);
    const double left = std::max(0.1, air * (1.0 - c.outputLoss * m_drop / 1'000.0));
    const double demand = std::clamp(1.0 - m_air.gridFrequency / (c.droop * kNominalFrequency), 0.2, 1.2);
    const double wanted = std::clamp(std::cbrt(demand / left), kSlowest, c.topSpeed);
    m_speed += (wanted - m_speed) * (1.0 - std::exp(-kStep / c.spoolTime));
    m_output = m_speed * m_speed * m_speed * left;
    m_vibration = c.vibration * m_speed * m_speed * (1.0 + kDropShakes * std::max(0.0, m_drop - c.cleanDrop) / 1'000.0);
}

Result<std::string> GasTurbine::clean(std::int64_t wanted)
{
    if (wanted == m_cleanings)
        return std::string{};
    if (wanted < m_cleanings)
        return failure(fmt::format("the filter was cleaned {} times already", m_cleanings));
    if (wanted > kMostCleanings)
        return failure(fmt::format("so many cleanings cannot be: {}", wanted));
    m_cleanings = wanted;
    m_cleaning = m_constants->cleanTime;
    return fmt::format("cleaning no. {}", wanted);
}

double GasTurbine::quantity(std::size_t index) const
{
    const GasTurbineConstants& c = *m_constants;
    switch (index) {
    case Temperature:
        return m_air.temperature;
    case Humidity:
        return m_air.humidity;
    case Dust:
        return m_dust;
    case WindSpeed:
        return m_wind.speed();
    case AirFlow:
        return m_speed * c.ratedFlow;
    case PressureDrop:
        return m_drop;
    case FilterDust:
        return m_load;
    case FilterAge:
        return m_age / 3'600.0;
    case Cleanings:
        return static_cast<double>(m_cleanings);
    case RotorSpeed:
        return m_speed * c.ratedSpeed;
    case Vibration:
        return m_vibration;
    case Output:
        return m_output * c.ratedOutput;
    case Efficiency:
        return c.ratedEfficiency * (1.0 - c.efficiencyLoss * m_drop / 1'000.0);
    default:
        assert(false && "no such quantity");
        return 0;
    }
}

} // namespace greensward::simulator
