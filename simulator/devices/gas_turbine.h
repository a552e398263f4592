// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "base/result.h"
#include "simulator/devices/wind.h"
#include "simulator/weather.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::simulator {

/// A two-shaft industrial gas turbine with an inlet filter, as a data sheet gives it. "Rated": at 15 °C with no filter
/// at all. The filter is small and the dust thick, so that hours show what takes months elsewhere.
struct GasTurbineConstants
{
    WindClimate wind{.mean = 6.0};
    double timeFactor = 60;       ///< its own time over the world's: 60 makes an hour a minute
    double ratedOutput = 30'000;  ///< kW
    double ratedSpeed = 9'500;    ///< of the gas generator's rotor, 1/min
    double ratedFlow = 75;        ///< air, m³/s
    double ratedEfficiency = 36;  ///< %
    double topSpeed = 1.005;      ///< of the rated speed: the governor goes no further, then the output sags
    double spoolTime = 12;        ///< s until the rotor has followed its governor to 63 %
    double droop = 0.04;          ///< share of the grid's frequency that takes the output from all to nothing
    double heatLoss = 0.006;      ///< share of the output lost per K of warmer air
    double outputLoss = 0.016;    ///< share of the output lost per kPa of pressure drop
    double efficiencyLoss = 0.006; ///< share of the efficiency lost per kPa of pressure drop
    double dust = 400;            ///< in calm air, long-term mean, µg/m³
    double dustSpread = 0.4;      ///< standard deviation of its logarithm
    double dustTime = 1'800;      ///< s, correlation time of the dust
    double liftWind = 8;          ///< m/s: stronger wind lifts dust off the ground
    double caught = 0.97;         ///< share of the dust that the filter keeps
    double cleanDrop = 250;       ///< pressure drop of the clean filter at the rated flow, Pa
    double dropPerKilogram = 850; ///< … and for each kg of dry dust in it, Pa
    double swelling = 0.8;        ///< share by which that grows towards 100 % humidity
    double swellingTime = 900;    ///< s until the dust in it has drunk or dried to 63 %
    double initialDust = 0.5;     ///< kg: each plant begins with some amount up to this
    double cleanTime = 300;       ///< s that a cleaning takes
    double residue = 0.05;        ///< share of the dust that a cleaning leaves
    double vibration = 1.6;       ///< of the rotor's bearing at rated speed, mm/s rms

    bool operator==(const GasTurbineConstants&) const = default;
};

/// A plant that several sensor devices look at: wind lifts dust, dust and humidity foul the inlet filter, the filter's
/// pressure drop takes air from the compressor, the governor spools the rotor up against it, and when it can go no
/// further the output sags; more speed draws more air and dust. Cleaning sets the filter back.
///
/// It lives in steps of one second of its own time, on its own grid: what it is at a moment does not depend on who
/// looked at it before. Nobody looks for longer than kLongestSleep: it stood still meanwhile.
class GasTurbine
{
public:
    static constexpr std::array<std::string_view, 13> kQuantities{
        "temperature", "humidity",  "dust",       "windSpeed", "airFlow",    "pressureDrop", "filterDust",
        "filterAge",   "cleanings", "rotorSpeed", "vibration", "output",     "efficiency"};
    enum Quantity : std::size_t {
        Temperature,  ///< of the ambient air, °C
        Humidity,     ///< relative, %
        Dust,         ///< in the ambient air, µg/m³
        WindSpeed,    ///< m/s
        AirFlow,      ///< m³/s
        PressureDrop, ///< over the filter, Pa
        FilterDust,   ///< dry dust in the filter, kg; no sensor knows it, a person may
        FilterAge,    ///< hours since it was cleaned or built in
        Cleanings,    ///< so many since it was built in
        RotorSpeed,   ///< 1/min
        Vibration,    ///< mm/s rms
        Output,       ///< kW
        Efficiency,   ///< %
        kQuantityCount
    };
    static constexpr Duration kLongestSleep = std::chrono::hours{6};
    static constexpr std::int64_t kMostCleanings = 1'000'000;

    /// weather outlives it. now: the moment in the world at which it begins.
    GasTurbine(std::shared_ptr<const GasTurbineConstants> constants, const Weather& weather, Random random, Moment now);

    /// The plant's own calendar at a moment in the world.
    Moment calendar(Moment world) const;
    /// Lives on until then. An earlier moment does nothing.
    void live(Moment world);
    double quantity(std::size_t index) const;

    std::int64_t cleanings() const { return m_cleanings; }
    bool isCleaning() const { return m_cleaning > 0; }
    /// Cleans the filter until so many cleanings were made, at most one: asking twice for the same number cleans once.
    /// What was done (empty: nothing was to do), or why this cannot be.
    Result<std::string> clean(std::int64_t wanted);
    void setWind(std::optional<double> metresPerSecond) { m_wind.setMean(metresPerSecond); }
    const GasTurbineConstants& constants() const { return *m_constants; }

private:
    void second();
    void breatheDust();
    void foul();
    void turn();

    std::shared_ptr<const GasTurbineConstants> m_constants;
    const Weather& m_weather;
    Random m_random;
    Wind m_wind;
    Conditions m_air;
    std::int64_t m_lived; ///< seconds of its own time
    double m_haze = 0;    ///< logarithm of the dust against its mean, standard normal
    double m_dust = 0;    ///< µg/m³
    double m_load;        ///< dry dust in the filter, kg
    double m_swollen = 0; ///< 0 … 1: how far the dust in the filter has swollen
    double m_drop;        ///< Pa
    double m_speed = 1;   ///< of the rated
    double m_output = 0;  ///< of the rated
    double m_vibration;   ///< mm/s
    double m_age = 0;     ///< s
    double m_cleaning = 0; ///< s that are left of the cleaning under way
    std::int64_t m_cleanings = 0;
};

} // namespace greensward::simulator
