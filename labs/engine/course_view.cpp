// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a course is shown: in a window, on a terminal, on a page to keep.
#include "labs/course_watched.h"
#include "labs/errand.h"

#include <fmt/format.h>

namespace greensward::labs {

namespace {

void addKinds(const Condition& condition, trace::KindSet& kinds)
{
    if (condition.form == Condition::Form::Event || condition.form == Condition::Form::Absent)
        kinds = kinds | trace::KindSet{condition.event.kind};
    for (const Condition& part : condition.parts)
        addKinds(part, kinds);
}

/// "2026-11-25 01:20" UTC
std::string minuteOf(WallTime time)
{
    std::string text = toIso8601(time).substr(0, 16);
    text[10] = ' ';
    return text + " UTC";
}

std::string spent(double seconds)
{
    const auto whole = static_cast<long>(seconds + 0.5);
    return whole < 60 ? fmt::format("{} s", whole) : fmt::format("{} min {:02} s", whole / 60, whole % 60);
}

/// Cells of a table must not end early.
std::string cell(std::string text)
{
    for (auto at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2))
        text.insert(at, "\\");
    for (char& c : text)
        if (c == '\n')
            c = ' ';
    return text;
}

/// The core that a condition looks at first; empty: none.
std::string coreIn(const Condition& condition)
{
    for (const Condition& part : condition.parts)
        if (std::string core = coreIn(part); !core.empty())
            return core;
    return condition.event.core;
}

} // namespace

std::string Course::busy() const
{
    return m_errand ? m_errand->text() : std::string();
}

std::string Course::unseen(const Step& step) const
{
    trace::KindSet kinds;
    addKinds(step.check, kinds);
    std::string names;
    for (unsigned at = 0; at < static_cast<unsigned>(trace::Kind::kCount); ++at) {
        const auto kind = static_cast<trace::Kind>(at);
        if (kinds.contains(kind) && !m_site.seen.contains(kind))
            names += (names.empty() ? "“" : ", “") + std::string(trace::name(kind)) + "”";
    }
    const std::string core = coreIn(step.check);
    if (!core.empty() && !m_site.seen.contains(trace::Kind::DeploymentApplied)) // the recorder of another program
        names += (names.empty() ? "" : ", ") + std::string("what happens at the core ") + core;
    return names.empty() ? std::string() : "what cannot be seen from here: " + names;
}

LabView Course::view(std::string_view labId) const
{
    LabView view;
    const LabPtr lab = m_lab && m_lab->id == labId ? m_lab : m_shelf->find(labId);
    if (!lab)
        return view;
    const auto progress = m_progress.labs.find(lab->id);
    view.begun = progress != m_progress.labs.end() && progress->second.begun.has_value();
    view.current = view.begun ? currentStep(*lab) : -1;
    view.finished = view.begun && view.current < 0;
    for (std::size_t at = 0; at < lab->steps.size(); ++at) {
        const Step& step = lab->steps[at];
        StepView shown;
        if (const StepProgress* kept = find(lab->id, step.id)) {
            shown.state = kept->state;
            shown.because = kept->because;
            shown.at = kept->at;
            shown.hints = kept->hints;
            shown.solvedForMe = kept->solvedForMe;
            shown.seconds = kept->seconds;
            shown.missing = kept->missing;
            shown.nearest = kept->nearest;
        }
        if (static_cast<int>(at) == view.current)
            shown.state = StepState::Doing;
        const bool isOpen = shown.state == StepState::Todo || shown.state == StepState::Doing;
        if (lab == m_lab && at < m_watched.size()) {
            const Watched& watched = *m_watched[at];
            shown.isNotNow = shown.state == StepState::Done && watched.isNotNow;
            if (isOpen) {
                const Verdict verdict = watched.judge->verdict();
                shown.missing = verdict.missing;
                shown.nearest = watched.nearMiss.empty() ? verdict.nearest : watched.nearMiss;
            }
        }
        if (isOpen)
            shown.unseen = unseen(step);
        view.done += shown.state == StepState::Done ? 1 : 0;
        view.seconds += shown.seconds;
        view.steps.push_back(std::move(shown));
    }
    return view;
}

std::string Course::completionPage(std::string_view labId) const
{
    const LabPtr lab = m_shelf->find(labId);
    if (!lab)
        return {};
    const LabView view = this->view(lab->id);
    const auto progress = m_progress.labs.find(lab->id);
    std::string page = fmt::format("# Lab {}: {}\n\n", lab->number, lab->title);
    page += fmt::format("{} of {} steps done", view.done, lab->steps.size());
    if (progress != m_progress.labs.end() && progress->second.begun)
        page += fmt::format(", begun {}", minuteOf(*progress->second.begun));
    if (progress != m_progress.labs.end() && progress->second.finished)
        page += fmt::format(", finished {}", minuteOf(*progress->second.finished));
    page +=
        fmt::format(", time spent {}.\n\n| step | how | when | time | hints | because |\n|---|---|---|---|---|---|\n",
                    spent(view.seconds));
    for (std::size_t at = 0; at < lab->steps.size(); ++at) {
        const StepView& step = view.steps[at];
        const bool over = step.state == StepState::Done || step.state == StepState::Skipped;
        const std::string how =
            step.state == StepState::Done && step.solvedForMe ? "done for me" : std::string(name(step.state));
        page += fmt::format("| {} | {} | {} | {} | {} | {} |\n", cell(lab->steps[at].title), how,
                            over ? minuteOf(step.at) : "–", spent(step.seconds), step.hints, cell(step.because));
    }
    return page;
}

} // namespace greensward::labs
