// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_node.h"

#include <optional>
#include <vector>

namespace greensward::ui {

/// The dots that are under way. Time is given in milliseconds of an animation's own clock, which stands while the view
/// is paused; bounded to kMostDots, more are not taken.
class Flights
{
public:
    static constexpr std::size_t kMostDots = 500;
    static constexpr double kMillis = 760; ///< one link
    /// Messages of one frame set out one after the other.
    static constexpr double kApart = 45;

    struct Dot
    {
        int row;
        bool up;
        MessageSort sort;
        double start;
    };

    void add(const std::vector<Flight>& flights, double now);
    /// Takes away those that have arrived.
    void advance(double now);
    void clear() { m_dots.clear(); }
    /// newRow[old row], -1 for a node that is gone.
    void renumber(const std::vector<int>& newRow);
    bool isEmpty() const { return m_dots.empty(); }
    const std::vector<Dot>& dots() const { return m_dots; }
    /// Where on its link, 0 at the node … 1 at the uplink; nothing before it sets out.
    static std::optional<double> place(const Dot& dot, double now);

private:
    std::vector<Dot> m_dots;
};

} // namespace greensward::ui
