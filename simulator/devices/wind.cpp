// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/devices/wind.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace greensward::simulator {

double Wind::mean(double windScore) const
{
    if (m_fixedMean)
        return *m_fixedMean;
    // The score's rank in the normal distribution, looked up in the site's Weibull distribution.
    const double above = std::max(0.5 * std::erfc(windScore / std::numbers::sqrt2), 1e-9);
    const double scale = m_climate->mean / std::tgamma(1.0 + 1.0 / m_climate->shape);
    return scale * std::pow(-std::log(above), 1.0 / m_climate->shape);
}

double Wind::advance(double windScore, Duration by, Random& random)
{
    const double keep = std::exp(-std::chrono::duration<double>(by).count() / m_climate->gustTime);
    m_gust = m_gust * keep + std::sqrt(1.0 - keep * keep) * random.gaussian();
    m_speed = std::max(0.0, mean(windScore) * (1.0 + m_climate->turbulence * m_gust));
    return m_speed;
}

} // namespace greensward::simulator
