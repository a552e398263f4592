// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/flights.h"

#include <algorithm>

namespace greensward::ui {

void Flights::add(const std::vector<Flight>& flights, double now)
{
    std::vector<std::pair<int, int>> before; // so many of this frame on a link and a way
    for (const Flight& flight : flights) {
        if (m_dots.size() >= kMostDots)
            return;
        const int way = flight.row * 2 + flight.up;
        auto known = std::find_if(before.begin(), before.end(), [way](const auto& one) { return one.first == way; });
        if (known == before.end())
            known = before.insert(before.end(), {way, 0});
        const double delay = (flight.follows ? kMillis : 0) + known->second++ * kApart;
        m_dots.push_back({flight.row, flight.up, flight.sort, now + delay});
    }
}

void Flights::advance(double now)
{
    std::erase_if(m_dots, [now](const Dot& dot) { return now >= dot.start + kMillis; });
}

void Flights::renumber(const std::vector<int>& newRow)
{
    for (Dot& dot : m_dots)
        dot.row = static_cast<std::size_t>(dot.row) < newRow.size() ? newRow[static_cast<std::size_t>(dot.row)] : -1;
    std::erase_if(m_dots, [](const Dot& dot) { return dot.row < 0; });
}

std::optional<double> Flights::place(const Dot& dot, double now)
{
    const double t = (now - dot.start) / kMillis;
    if (t < 0 || t > 1)
        return std::nullopt;
    const double eased = t < 0.5 ? 2 * t * t : 1 - 2 * (1 - t) * (1 - t);
    return dot.up ? eased : 1 - eased;
}

} // namespace greensward::ui
