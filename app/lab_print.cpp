// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_print.h"

#include <cstdio>
#include <fmt/chrono.h>
#include <fmt/format.h>

namespace greensward::app {

namespace {

/// On this machine's clock, as a person reads it.
std::string timeOf(WallTime time)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
    return fmt::format("{:%H:%M:%S}", fmt::localtime(static_cast<std::time_t>(seconds)));
}

const char* mark(labs::StepState state)
{
    switch (state) {
    case labs::StepState::Done:
        return "done";
    case labs::StepState::Skipped:
        return "skip";
    case labs::StepState::Doing:
        return "now ";
    case labs::StepState::Todo:
        return "todo";
    }
    return "";
}

void printWay(const char* name, const labs::Passage& way)
{
    fmt::print("\n### {}\n\n{}\n", name, way.markdown);
}

} // namespace

void printLine(const labs::Lab& lab, const labs::LabView& view)
{
    fmt::print("{:>2}  {:<34} {:>3} min  {}\n", lab.number, lab.title, lab.minutes,
               view.begun ? fmt::format("{}/{} done", view.done, lab.steps.size()) : std::string("not begun"));
}

void printLab(const labs::Lab& lab, const labs::LabView& view)
{
    fmt::print("# Lab {}: {}\n\n{}\n", lab.number, lab.title, lab.introduction);
    for (std::size_t at = 0; at < lab.steps.size(); ++at) {
        const labs::Step& step = lab.steps[at];
        fmt::print("\n## {}. {}  [{}]\n\n{}\n", at + 1, step.title, mark(view.steps[at].state), step.text);
        printWay("In the console", step.way(labs::Way::Console));
        printWay("In a terminal", step.way(labs::Way::Terminal));
        printWay("On a device", step.way(labs::Way::Device));
    }
}

void printStep(const labs::Step& step, const labs::StepView& view, bool wasDone)
{
    fmt::print("  {}  {}\n", mark(view.state), step.title);
    if (view.state == labs::StepState::Done)
        fmt::print("        {}: {}{}\n", timeOf(view.at), view.because, wasDone ? " (before it was its turn)" : "");
    if (view.isNotNow)
        fmt::print("        was true then, is not now\n");
    if (!view.missing.empty())
        fmt::print("        missing: {}\n", view.missing);
    if (!view.nearest.empty())
        fmt::print("        nearest: {}\n", view.nearest);
    if (!view.unseen.empty())
        fmt::print("        {}\n", view.unseen);
}

} // namespace greensward::app
