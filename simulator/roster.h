// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/device_view.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace greensward::simulator {

/// What never changes about a device of the fleet, for a table of thousands.
struct RosterName
{
    std::string id;
    std::string title;
    std::string model;
    std::string valueName; ///< what a person looks at first: "output"
    std::string unit;      ///< "kW"
};

/// What changes, in as few octets as a glance needs.
struct RosterRow
{
    DeviceState state{};
    float value = 0; ///< of RosterName::valueName
    float rate = 1;  ///< readings a second
    std::uint64_t published = 0;
};

/// The whole fleet at one moment; rows and the first names belong together by their place. Immutable and shared between
/// threads: ten thousand rows are 240 kB, names are made once a device.
struct Roster
{
    std::shared_ptr<const std::vector<RosterName>> names; ///< at least as many as rows
    std::vector<RosterRow> rows;
};

} // namespace greensward::simulator
