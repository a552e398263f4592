// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "simulator/weather.h"

#include <boost/json/value.hpp>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace greensward::simulator {

/// The part of a device that would be there without a network: it lives in the weather, has quantities that can be
/// measured, and may obey commands. Draws from a random stream of its own; advances in the steps its device chooses.
class Physics
{
public:
    virtual ~Physics() = default;

    /// Lives on for a while under these conditions. Long spans are taken in steps short enough to be stable.
    virtual void advance(const Conditions& conditions, Duration by) = 0;
    /// What its own calendar shows at a moment in the world, for the timestamps of its readings.
    virtual Moment calendar(Moment world) const { return world; }
    /// A measurement, by index into the names that its kind declares (physicsKind).
    virtual double quantity(std::size_t index) const = 0;
    /// A command as it came in a message. What was done ("water on"; empty: nothing changed), or why it is ignored.
    virtual Result<std::string> obey(ByteView payload);
    /// A setting that its shadow may speak of, as it is now, by index into the names that its kind declares (kSettings).
    virtual boost::json::value setting(std::size_t index) const;
    /// Another value for it. What was done, as above, or why this cannot be.
    virtual Result<std::string> set(std::size_t index, const boost::json::value& wanted);
    /// The process that controls it has ended: what needs power falls into its safe place.
    virtual void powerLost() {}
    /// Fixes the mean wind in m/s, or leaves it to the weather again. False when this device does not care for wind.
    virtual bool setWind(std::optional<double> metresPerSecond);
};

} // namespace greensward::simulator
