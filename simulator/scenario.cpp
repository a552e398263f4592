// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario.h"

#include "simulator/model_file.h"
#include "simulator/model_reader.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace greensward::simulator {

namespace {

constexpr double kMostWind = 40; ///< m/s

std::vector<std::string_view> faultIds()
{
    std::vector<std::string_view> ids;
    for (const FaultSpec& spec : faultCatalogue())
        ids.push_back(spec.id);
    return ids;
}

ScenarioFault readFault(ModelReader& reader, ScenarioStep& step)
{
    ScenarioFault fault;
    const std::string id = reader.text("fault");
    const auto kind = faultKindOf(id);
    if (!kind) {
        reader.complain("fault", fmt::format("must be one of {}, not \"{}\"", fmt::join(faultIds(), ", "), id));
        return fault;
    }
    const FaultSpec& spec = faultSpec(*kind);
    fault.kind = *kind;
    if (*spec.unit != '\0')
        fault.intensity = reader.number("intensity", spec.usual, spec.least, spec.most);
    if (spec.lasts)
        step.seconds = reader.number("for", 0, 0.1, Scenario::kLongest);
    if (spec.lasts && !reader.has("for"))
        reader.complain("for", "is missing: a scenario heals what it broke");
    if (spec.scope == FaultScope::Device)
        step.target = reader.text("target");
    return fault;
}

ScenarioWind readWind(ModelReader& reader, ScenarioStep& step)
{
    const ScenarioWind wind{reader.number("wind", 0, 0, kMostWind)};
    if (!reader.has("for"))
        reader.complain("for", "is missing: a storm ends");
    step.seconds = reader.number("for", 0, 0.1, Scenario::kLongest);
    step.target = reader.text("target");
    return wind;
}

ScenarioStep readStep(ModelReader& reader)
{
    ScenarioStep step;
    if (!reader.has("at"))
        reader.complain("at", "is missing");
    step.at = reader.number("at", 0, 0, Scenario::kLongest);
    reader.text("comment", "");
    if (reader.has("wind"))
        step.what = readWind(reader, step);
    else
        step.what = readFault(reader, step);
    reader.finish();
    return step;
}

} // namespace

double Scenario::seconds() const
{
    double end = 0;
    for (const ScenarioStep& step : steps)
        end = std::max(end, step.at + step.seconds);
    return end;
}

std::optional<FaultKind> faultKindOf(std::string_view id)
{
    for (const FaultSpec& spec : faultCatalogue())
        if (spec.id == id)
            return spec.kind;
    return std::nullopt;
}

Result<Scenario> parseScenario(std::string_view json, std::string_view source)
{
    return readModelText(json, source, [](ModelReader& top) {
        Scenario scenario;
        top.text("comment", "");
        scenario.id = top.text("scenario");
        scenario.title = top.text("title");
        scenario.sentence = top.text("sentence");
        for (ModelReader& reader : top.objects("steps"))
            scenario.steps.push_back(readStep(reader));
        if (scenario.steps.empty() || scenario.steps.size() > Scenario::kMostSteps)
            top.complain("steps", fmt::format("must have 1 to {} entries", Scenario::kMostSteps));
        if (!std::is_sorted(scenario.steps.begin(), scenario.steps.end(),
                            [](const auto& one, const auto& other) { return one.at < other.at; }))
            top.complain("steps", "must stand in the order of their \"at\"");
        top.finish();
        return scenario;
    });
}

Result<Scenario> loadScenario(const std::string& path)
{
    const auto text = readModelFile(path);
    return text ? parseScenario(*text, path) : tl::unexpected(text.error());
}

} // namespace greensward::simulator
