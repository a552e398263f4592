// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"

#include <optional>

namespace greensward::simulator {

/// The wind of a site, as its climate is usually given.
struct WindClimate
{
    double mean = 8.0;        ///< long-term mean, m/s
    double shape = 2.0;       ///< Weibull k
    double turbulence = 0.12; ///< intensity: standard deviation of gusts over mean
    double gustTime = 6.0;    ///< correlation time of gusts, s

    bool operator==(const WindClimate&) const = default;
};

/// Wind at one hub: a Weibull-distributed mean that the weather varies slowly, and gusts around it (an
/// Ornstein-Uhlenbeck process, advanced exactly, whatever the step).
class Wind
{
public:
    explicit Wind(const WindClimate& climate) : m_climate(&climate) {}

    /// windScore: Conditions::windScore. Returns the new speed.
    double advance(double windScore, Duration by, Random& random);
    /// m/s, never negative.
    double speed() const { return m_speed; }
    /// The mean the weather or setMean() asks for, m/s.
    double mean(double windScore) const;
    void setMean(std::optional<double> metresPerSecond) { m_fixedMean = metresPerSecond; }

private:
    const WindClimate* m_climate;
    std::optional<double> m_fixedMean;
    double m_gust = 0; ///< standard normal
    double m_speed = 0;
};

} // namespace greensward::simulator
