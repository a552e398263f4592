// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person asks of a course, and what it does for them.
#include "labs/course_watched.h"
#include "labs/errand.h"

#include <algorithm>

namespace greensward::labs {

namespace {

constexpr int kMostHints = 3;

} // namespace

Course::Watched* Course::watched(std::string_view stepId)
{
    for (const auto& watched : m_watched)
        if (watched->step->id == stepId)
            return watched.get();
    return nullptr;
}

int Course::hint(std::string_view stepId)
{
    if (!m_lab || !m_lab->step(stepId))
        return 0;
    StepProgress& step = kept(stepId);
    step.hints = std::min(step.hints + 1, kMostHints);
    changed();
    return step.hints;
}

void Course::skip(std::string_view stepId)
{
    if (!m_lab || !m_lab->step(stepId) || kept(stepId).state == StepState::Done)
        return;
    StepProgress& step = kept(stepId);
    step.state = StepState::Skipped;
    step.at = m_site.clock->wall();
    if (currentStep(*m_lab) < 0)
        m_progress.labs[m_lab->id].finished = step.at;
    changed();
}

void Course::reset(std::string_view stepId)
{
    if (!m_lab || !m_lab->step(stepId))
        return;
    kept(stepId) = StepProgress{.at = m_site.clock->wall()};
    m_progress.labs[m_lab->id].finished.reset();
    if (!m_watched.empty())
        watch();
    changed();
}

void Course::check(std::string_view stepId)
{
    if (Watched* asked = watched(stepId))
        asked->judge->askAgain();
    advance();
}

void Course::perform(const std::vector<Action>& actions, bool lenient, std::function<void(Result<void>)> done)
{
    m_errand = std::make_shared<Errand>(
        Errand::Parts{
            .api = m_site.api, .hands = m_site.hands, .folder = m_lab->folder, .saved = m_saved, .lenient = lenient},
        actions, [this, done = std::move(done)](Result<void> outcome) {
            ++m_revision;
            const auto errand = std::exchange(m_errand, nullptr); // done() may begin another
            for (const std::string& one : errand->leftOut())
                m_problem = one;
            if (done)
                done(std::move(outcome));
        });
    const auto errand = m_errand;
    errand->begin(m_site.clock->wall());
}

void Course::solve(std::string_view stepId, std::function<void(Result<void>)> done)
{
    Watched* asked = watched(stepId);
    if (!asked || m_errand) {
        if (done)
            done(failure(asked ? "something else is being done just now" : "there is no such step in this lab"));
        return;
    }
    kept(stepId).solvedForMe = true;
    changed();
    performFor(stepId, asked->step->solve, std::move(done));
}

void Course::act(std::string_view stepId, std::string_view actId, std::function<void(Result<void>)> done)
{
    Watched* asked = watched(stepId);
    const Act* act = asked ? asked->step->act(actId) : nullptr;
    if (!act || m_errand) {
        if (done)
            done(failure(act ? "something else is being done just now" : "there is nothing like that to do in this step"));
        return;
    }
    performFor(stepId, act->actions, std::move(done));
}

/// Then asks at once whether the step is done.
void Course::performFor(std::string_view stepId, const std::vector<Action>& actions,
                        std::function<void(Result<void>)> done)
{
    perform(actions, false, [this, id = std::string(stepId), done = std::move(done)](Result<void> outcome) {
        m_problem = outcome ? std::string() : outcome.error().message;
        check(id);
        if (done)
            done(std::move(outcome));
    });
}

void Course::cleanUp(std::function<void(Result<void>)> done)
{
    if (!m_lab || m_errand) {
        if (done)
            done(failure("something else is being done just now"));
        return;
    }
    m_problem.clear();
    perform(m_lab->cleanup, true, [this, done = std::move(done)](Result<void> outcome) {
        if (!outcome)
            m_problem = "the lab could not be cleaned up: " + outcome.error().message;
        if (m_site.hands)
            m_site.hands->letGo();
        if (done)
            done(std::move(outcome));
    });
}

void Course::resetLab()
{
    cleanUp([this](const Result<void>& outcome) {
        if (!outcome)
            return;
        m_progress.labs.erase(m_lab->id);
        leave();
    });
}

} // namespace greensward::labs
