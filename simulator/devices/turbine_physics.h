// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/devices/physics.h"
#include "simulator/devices/wind.h"

#include <array>
#include <memory>

namespace greensward::simulator {

/// A variable-speed, pitch-controlled wind turbine, as a data sheet gives it.
struct TurbineConstants
{
    WindClimate wind;
    double cutInWind = 3.5;            ///< m/s
    double ratedWind = 11.0;           ///< m/s
    double cutOutWind = 25.0;          ///< m/s; runs again below 80 % of it
    double ratedRotorFrequency = 0.98; ///< Hz
    double ratedOutput = 100.0;        ///< kW
    double inertiaTime = 9.0;          ///< s: rated energy of the rotor over half the rated power (2H)
    double gridFrequency = 50.0;       ///< nominal, Hz
    double droop = 0.02;               ///< Hz that full output lifts the frequency at its terminals
    double heatRise = 42.0;            ///< K over the air at full output, in the end
    double heatTime = 150.0;           ///< s, time constant of the generator's temperature
};

/// Wind turns a rotor with inertia, the rotor drives a generator, the generator feeds a grid and grows warm. Worked out
/// per unit of the rated values, so that one model serves machines of any size.
class TurbinePhysics final : public Physics
{
public:
    static constexpr std::array<std::string_view, 6> kQuantities{"temperature", "humidity",        "rotorFrequency",
                                                                 "output",      "outputFrequency", "windSpeed"};
    enum Quantity : std::size_t { Temperature, Humidity, RotorFrequency, Output, OutputFrequency, WindSpeed };

    static constexpr std::array<std::string_view, 1> kSettings{"windLimit"}; ///< m/s, from kLowestLimit to cutOutWind
    static constexpr double kLowestLimit = 5;

    /// The constants are shared by all turbines of a model.
    TurbinePhysics(std::shared_ptr<const TurbineConstants> constants, Random random);

    void advance(const Conditions& conditions, Duration by) override;
    double quantity(std::size_t index) const override;
    bool setWind(std::optional<double> metresPerSecond) override;
    boost::json::value setting(std::size_t index) const override;
    Result<std::string> set(std::size_t index, const boost::json::value& wanted) override;

private:
    void turn(double seconds);
    void breathe(const Conditions& conditions, double seconds);

    std::shared_ptr<const TurbineConstants> m_constants;
    Random m_random;
    Wind m_wind;
    double m_windLimit;       ///< m/s: shuts down above, as in a storm
    double m_rotor = 0;       ///< speed, per unit
    double m_pitch = 1;       ///< share of the wind's torque that the blades take, 0 … 1
    double m_power = 0;       ///< electrical, per unit
    bool m_feeding = false;   ///< the generator is coupled
    bool m_storm = false;     ///< shut down above the cut-out wind
    double m_temperature = 0; ///< of the generator, °C
    bool m_settled = false;   ///< false until the first advance(), which starts from the air's temperature
    double m_humidity = 0;    ///< in the nacelle, %
    double m_frequency;       ///< at the terminals, Hz
};

} // namespace greensward::simulator
