// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "simulator/fault.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace greensward::simulator {

/// A fault of the catalogue, as a scenario brings it about.
struct ScenarioFault
{
    FaultKind kind{};
    double intensity = 0; ///< in the unit of its spec
};

/// Weather: so much wind at a turbine.
struct ScenarioWind
{
    double speed = 0; ///< m/s
};

struct ScenarioStep
{
    double at = 0;      ///< seconds since the beginning
    double seconds = 0; ///< how long; 0 for a fault that is over as soon as it happened
    std::string target; ///< device id, "*" for all, empty for the gateway
    std::variant<ScenarioFault, ScenarioWind> what;
};

/// A story of faults that plays by itself: what goes wrong, at whom, at which second, for how long. A file of
/// resources/scenarios.
struct Scenario
{
    static constexpr double kLongest = 3600; ///< seconds
    static constexpr std::size_t kMostSteps = 100;

    std::string id; ///< "storm"
    std::string title;
    std::string sentence; ///< what there is to see and to learn
    std::vector<ScenarioStep> steps;

    /// Until the last step is over.
    double seconds() const;
};

/// Reads a scenario; every member is checked, unknown ones are refused, steps are to stand in their order in time. The
/// failure names the member that is wrong, after the name of the source ("storm.json: …").
Result<Scenario> parseScenario(std::string_view json, std::string_view source);
/// The same from a file of at most 1 MiB.
Result<Scenario> loadScenario(const std::string& path);

/// The kind whose spec has this id.
std::optional<FaultKind> faultKindOf(std::string_view id);

} // namespace greensward::simulator
