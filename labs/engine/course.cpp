// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/course.h"

#include "labs/course_watched.h"
#include "labs/errand.h"

#include "base/files.h"

#include <algorithm>

namespace greensward::labs {

using namespace std::chrono_literals;

namespace {

/// Longer without a tick, and nobody was working: the laptop was closed.
constexpr Duration kLongestTick = 5s;
/// Time that was spent is kept this often; anything else at once.
constexpr Duration kSaveInterval = 10s;
constexpr Duration kNoteInterval = 1s;

} // namespace

Course::Course(Site site, std::string language)
    : m_site(std::move(site))
    , m_shelf(std::make_unique<LabShelf>(m_site.folders, m_site.values, std::move(language)))
    , m_saved(std::make_shared<std::map<std::string, std::string>>())
{
    m_lastTick = m_savedAt = m_site.clock->wall();
    if (m_site.progress.empty())
        return;
    auto progress = loadProgress(m_site.progress);
    if (progress)
        m_progress = std::move(*progress);
    else
        m_problem = progress.error().message;
    std::error_code error;
    m_damaged = !progress && std::filesystem::exists(m_site.progress, error); // could not be moved aside
}

Course::~Course()
{
    if (m_lab)
        passTime(m_site.clock->wall());
    if (m_savedAt != m_lastTick)
        save();
}

// --- progress --------------------------------------------------------------------------------------------------------

StepProgress& Course::kept(std::string_view stepId)
{
    return m_progress.labs[m_lab->id].steps[std::string(stepId)];
}

const StepProgress* Course::find(std::string_view labId, std::string_view stepId) const
{
    const auto lab = m_progress.labs.find(std::string(labId));
    if (lab == m_progress.labs.end())
        return nullptr;
    const auto step = lab->second.steps.find(std::string(stepId));
    return step == lab->second.steps.end() ? nullptr : &step->second;
}

void Course::changed()
{
    ++m_revision;
    save();
}

void Course::save()
{
    m_savedAt = m_lastTick;
    m_noted = false;
    if (m_site.progress.empty() || m_damaged)
        return;
    if (const auto saved = saveProgress(m_site.progress, m_progress); !saved)
        m_problem = saved.error().message;
}

int Course::currentStep(const Lab& lab) const
{
    for (std::size_t at = 0; at < lab.steps.size(); ++at) {
        const StepProgress* step = find(lab.id, lab.steps[at].id);
        if (!step || (step->state != StepState::Done && step->state != StepState::Skipped))
            return static_cast<int>(at);
    }
    return -1;
}

void Course::passTime(WallTime now)
{
    const Duration passed = now - m_lastTick;
    m_lastTick = now;
    const int current = m_lab && !m_watched.empty() ? currentStep(*m_lab) : -1;
    if (current < 0 || passed <= Duration::zero() || passed > kLongestTick)
        return;
    kept(m_lab->steps[static_cast<std::size_t>(current)].id).seconds += std::chrono::duration<double>(passed).count();
    if (now - m_savedAt >= (m_noted ? kNoteInterval : kSaveInterval))
        save();
}

// --- the lab that goes on --------------------------------------------------------------------------------------------

bool Course::begin(std::string_view labId)
{
    const LabPtr lab = m_shelf->find(labId);
    if (!lab)
        return false;
    m_errand.reset();
    m_watched.clear();
    m_saved->clear();
    m_problem.clear();
    m_lab = lab;
    m_progress.current = lab->id;
    if (!m_site.values.work.empty())
        if (const auto made = makePrivateFolder(m_site.values.work); !made)
            m_problem = made.error().message;
    std::vector<Action> actions;
    for (const std::string& device : lab->needs)
        actions.push_back({.verb = Action::Verb::Device, .target = device, .command = "start", .place = "needs"});
    actions.insert(actions.end(), lab->setup.begin(), lab->setup.end());
    changed();
    perform(actions, true, [this](const Result<void>& outcome) {
        if (!outcome)
            m_problem = "the lab could not be set up: " + outcome.error().message;
        begun();
    });
    return true;
}

bool Course::look(std::string_view labId)
{
    const LabPtr lab = m_shelf->find(labId);
    if (!lab)
        return false;
    m_lab = lab;
    m_progress.labs[lab->id].begun = m_site.clock->wall();
    watch();
    ++m_revision;
    return true;
}

bool Course::isAsking() const
{
    return std::any_of(m_watched.begin(), m_watched.end(),
                       [](const auto& watched) { return watched->judge->isAsking(); });
}

/// The setup is done: what happens from now on counts.
void Course::begun()
{
    LabProgress& progress = m_progress.labs[m_lab->id];
    if (!progress.begun)
        progress.begun = m_site.clock->wall();
    watch();
    changed();
}

void Course::watch()
{
    m_watched.clear();
    const WallTime begun = m_progress.labs[m_lab->id].begun.value_or(m_site.clock->wall());
    for (const Step& step : m_lab->steps) {
        auto watched = std::make_unique<Watched>();
        watched->step = &step;
        const StepProgress* before = find(m_lab->id, step.id);
        // Of a step that was opened again, "at" is when.
        const WallTime since = before && before->state == StepState::Todo ? std::max(begun, before->at) : begun;
        watched->judge = std::make_unique<Judge>(
            step.check, m_site.api,
            [this](const std::string& id) -> std::optional<WallTime> {
                const StepProgress* done = find(m_lab->id, id);
                return done && (done->state == StepState::Done || done->state == StepState::Skipped)
                           ? std::optional(done->at)
                           : std::nullopt;
            },
            since);
        m_watched.push_back(std::move(watched));
    }
}

void Course::leave()
{
    m_errand.reset();
    m_watched.clear();
    m_lab.reset();
    m_progress.current.clear();
    if (m_site.hands)
        m_site.hands->letGo();
    changed();
}

bool Course::reload()
{
    if (!m_shelf->reload())
        return false;
    if (m_lab)
        if (const LabPtr fresh = m_shelf->find(m_lab->id); fresh && fresh != m_lab) {
            const bool going = !m_watched.empty();
            m_watched.clear(); // it points into the old one
            m_lab = fresh;
            if (going)
                watch();
        }
    ++m_revision;
    return true;
}

// --- what happens ----------------------------------------------------------------------------------------------------

trace::KindSet Course::wanted() const
{
    trace::KindSet kinds;
    if (m_lab)
        for (const Step& step : m_lab->steps) {
            kinds = kinds | step.check.kinds();
            for (const NearMiss& miss : step.nearest)
                kinds = kinds | trace::KindSet{miss.event.kind};
        }
    return kinds;
}

void Course::read(const trace::Chunk& chunk)
{
    if (m_watched.empty())
        return;
    for (const trace::Event& event : chunk.events())
        if (event.origin == 0 || isOfCore(chunk.origin(event))) // brokers elsewhere have no part in it
            see(chunk, event);
    settle();
}

void Course::see(const trace::Chunk& chunk, const trace::Event& event)
{
    for (const auto& watched : m_watched) {
        watched->judge->read(chunk, event);
        for (const NearMiss& miss : watched->step->nearest)
            if (miss.event.matches(chunk, event)) {
                watched->nearMiss = miss.sentence.empty() ? describe(chunk, event) : miss.sentence;
                if (StepProgress& step = kept(watched->step->id); step.state != StepState::Done)
                    note(step, step.missing, watched->nearMiss);
                ++m_revision;
            }
    }
}

void Course::advance()
{
    const WallTime now = m_site.clock->wall();
    passTime(now);
    if (const auto errand = m_errand) // it may make room for another
        errand->advance(now);
    for (const auto& watched : m_watched)
        watched->judge->advance(now);
    settle();
}

std::optional<WallTime> Course::deadline() const
{
    std::optional<WallTime> first = m_errand ? m_errand->deadline() : std::nullopt;
    for (const auto& watched : m_watched)
        if (const auto due = watched->judge->deadline(); due && (!first || *due < *first))
            first = due;
    return first;
}

/// Looks at the verdicts that may have changed.
void Course::settle()
{
    bool latched = false;
    for (const auto& watched : m_watched) {
        if (watched->judge->revision() == watched->revision)
            continue;
        watched->revision = watched->judge->revision();
        ++m_revision;
        const Verdict verdict = watched->judge->verdict();
        watched->isNotNow = watched->wasMet && !verdict.met && watched->step->check.asks();
        watched->wasMet = watched->wasMet || verdict.met;
        StepProgress& step = kept(watched->step->id);
        if (!verdict.met && step.state != StepState::Done)
            note(step, verdict.missing, watched->nearMiss.empty() ? verdict.nearest : watched->nearMiss);
        if (!verdict.met || step.state == StepState::Done)
            continue;
        note(step, {}, {});
        step.state = StepState::Done;
        step.because = verdict.because;
        step.at = verdict.at;
        latched = true;
    }
    if (!latched)
        return;
    LabProgress& progress = m_progress.labs[m_lab->id];
    if (!progress.finished && currentStep(*m_lab) < 0)
        progress.finished = m_site.clock->wall();
    changed();
}

/// What comes of it is written within a second or so.
void Course::note(StepProgress& step, const std::string& missing, const std::string& nearest)
{
    m_noted = m_noted || step.missing != missing || step.nearest != nearest;
    step.missing = missing;
    step.nearest = nearest;
}

} // namespace greensward::labs
