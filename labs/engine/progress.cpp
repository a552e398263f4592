// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/progress.h"

#include "base/files.h"

#include <array>
#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::labs {

namespace json = boost::json;

namespace {

constexpr std::size_t kLargestFile = 4u << 20;
constexpr std::int64_t kVersion = 1;
constexpr std::array<StepState, 4> kStates{StepState::Todo, StepState::Doing, StepState::Done, StepState::Skipped};

std::int64_t milliseconds(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

WallTime wallTime(std::int64_t ms)
{
    return WallTime{std::chrono::milliseconds(ms)};
}

json::object toJson(const StepProgress& step)
{
    return {{"state", name(step.state)}, {"because", step.because},         {"at", milliseconds(step.at)},
            {"hints", step.hints},       {"solvedForMe", step.solvedForMe}, {"seconds", step.seconds},
            {"missing", step.missing},   {"nearest", step.nearest}};
}

std::optional<StepState> stateNamed(std::string_view word)
{
    for (const StepState state : kStates)
        if (name(state) == word)
            return state;
    return std::nullopt;
}

/// Reads one member of the kind that stands there by default.
template<typename T>
bool take(const json::object& object, std::string_view name, T& value)
{
    const json::value* found = object.if_contains(name);
    if (!found)
        return true;
    if constexpr (std::is_same_v<T, std::string>) {
        if (found->is_string())
            value = std::string(found->get_string());
        return found->is_string();
    } else if constexpr (std::is_same_v<T, bool>) {
        if (found->is_bool())
            value = found->get_bool();
        return found->is_bool();
    } else {
        boost::system::error_code broken;
        const T number = found->to_number<T>(broken);
        if (!broken)
            value = number;
        return !broken;
    }
}

bool readStep(const json::value& value, StepProgress& step)
{
    if (!value.is_object())
        return false;
    const json::object& object = value.get_object();
    std::string state;
    std::int64_t at = 0;
    if (!take(object, "state", state) || !take(object, "because", step.because) || !take(object, "at", at) ||
        !take(object, "hints", step.hints) || !take(object, "solvedForMe", step.solvedForMe) ||
        !take(object, "seconds", step.seconds) || !take(object, "missing", step.missing) ||
        !take(object, "nearest", step.nearest))
        return false;
    const auto known = stateNamed(state);
    step.state = known.value_or(StepState::Todo);
    step.at = wallTime(at);
    return known.has_value();
}

bool readLab(const json::value& value, LabProgress& lab)
{
    if (!value.is_object())
        return false;
    const json::object& object = value.get_object();
    std::int64_t begun = 0, finished = 0;
    if (!take(object, "begun", begun) || !take(object, "finished", finished))
        return false;
    if (begun != 0)
        lab.begun = wallTime(begun);
    if (finished != 0)
        lab.finished = wallTime(finished);
    const json::value* steps = object.if_contains("steps");
    if (!steps || !steps->is_object())
        return false;
    for (const auto& member : steps->get_object())
        if (!readStep(member.value(), lab.steps[std::string(member.key())]))
            return false;
    return true;
}

bool read(const std::string& text, Progress& progress)
{
    boost::system::error_code broken;
    const json::value document = json::parse(text, broken);
    if (broken || !document.is_object())
        return false;
    const json::object& object = document.get_object();
    std::int64_t version = 0;
    const json::value* labs = object.if_contains("labs");
    if (!take(object, "version", version) || version != kVersion || !take(object, "current", progress.current) ||
        !labs || !labs->is_object())
        return false;
    for (const auto& member : labs->get_object())
        if (!readLab(member.value(), progress.labs[std::string(member.key())]))
            return false;
    return true;
}

} // namespace

std::string_view name(StepState state)
{
    switch (state) {
    case StepState::Todo:
        return "todo";
    case StepState::Doing:
        return "doing";
    case StepState::Done:
        return "done";
    case StepState::Skipped:
        return "skipped";
    }
    return {};
}

Result<Progress> loadProgress(const std::filesystem::path& file)
{
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return Progress{};
    const auto text = readFile(file, kLargestFile);
    if (!text)
        return tl::unexpected(text.error());
    Progress progress;
    if (read(*text, progress))
        return progress;
    std::filesystem::path aside = file;
    aside += ".damaged";
    std::filesystem::rename(file, aside, error);
    return failure(fmt::format("the progress of the labs in {} is damaged{}", file.string(),
                               error ? "" : "; it is kept as " + aside.filename().string()));
}

Result<void> saveProgress(const std::filesystem::path& file, const Progress& progress)
{
    json::object labs;
    for (const auto& [id, lab] : progress.labs) {
        json::object steps;
        for (const auto& [stepId, step] : lab.steps)
            steps[stepId] = toJson(step);
        labs[id] = json::object{{"begun", lab.begun ? milliseconds(*lab.begun) : 0},
                                {"finished", lab.finished ? milliseconds(*lab.finished) : 0},
                                {"steps", std::move(steps)}};
    }
    const json::object document{{"version", kVersion}, {"current", progress.current}, {"labs", std::move(labs)}};
    return writeFileAtomically(file, json::serialize(document) + "\n", 0600);
}

} // namespace greensward::labs
