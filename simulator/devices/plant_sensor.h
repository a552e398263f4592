// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/devices/gas_turbine.h"
#include "simulator/devices/physics.h"

#include <array>
#include <memory>

namespace greensward::simulator {

/// A sensor device at a gas turbine that others look at, too: it shows the plant's quantities with noise of its own.
/// Obeys {"clean": true} and {"clean": 3}, the number that the cleanings are to reach.
class PlantSensor final : public Physics
{
public:
    static constexpr const auto& kQuantities = GasTurbine::kQuantities;
    static constexpr std::array<std::string_view, 1> kSettings{"cleanings"};

    /// now: the moment from which its device counts the spans it gives to advance().
    PlantSensor(std::shared_ptr<GasTurbine> plant, Random random, Moment now);

    void advance(const Conditions& conditions, Duration by) override;
    double quantity(std::size_t index) const override;
    Moment calendar(Moment world) const override { return m_plant->calendar(world); }
    Result<std::string> obey(ByteView payload) override;
    boost::json::value setting(std::size_t index) const override;
    Result<std::string> set(std::size_t index, const boost::json::value& wanted) override;
    bool setWind(std::optional<double> metresPerSecond) override;

private:
    std::shared_ptr<GasTurbine> m_plant;
    Random m_random;
    Moment m_now;
    std::array<double, GasTurbine::kQuantityCount> m_noise{}; ///< of the last reading, standard normal
};

} // namespace greensward::simulator
