// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"
#include "labs/judge.h"
#include "labs/lab_shelf.h"
#include "labs/progress.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::labs {

class Course;
class Errand;

/// Where labs take place. Everything must outlive the course and belongs to its thread.
struct Site
{
    const Clock* clock = nullptr;
    client::Api* api = nullptr; ///< null: nothing can be asked
    Hands* hands = nullptr;     ///< null: nothing can be done for the person
    Values values{};
    std::vector<std::filesystem::path> folders{}; ///< of labs; the later go before
    std::filesystem::path progress{};             ///< file; empty: nothing is kept
    trace::KindSet seen = trace::KindSet::all();  ///< kinds of events that reach the course
    /// Reads in what was heard at a place elsewhere; to be called before each advance(). Empty: whoever holds the course
    /// reads the recorder of this process.
    std::function<void(Course&)> hear{};
};

/// A step as it is shown.
struct StepView
{
    StepState state = StepState::Todo;
    std::string because; ///< Done: why
    WallTime at{};       ///< Done, Skipped
    /// Done, but the same question is answered otherwise by now: "was true at 10:42, is not now".
    bool isNotNow = false;
    std::string missing; ///< while Todo or Doing
    std::string nearest; ///< … what came closest; may be empty
    std::string unseen;  ///< … what cannot be seen from here, in a sentence; empty: everything
    int hints = 0;
    bool solvedForMe = false;
    double seconds = 0;
};

/// A lab as it is shown.
struct LabView
{
    bool begun = false;
    bool finished = false; ///< every step done or skipped
    int done = 0;          ///< steps that are done
    int current = -1;      ///< index of the step that is Doing; -1: none
    double seconds = 0;
    std::vector<StepView> steps; ///< in the lab's order
};

/// The way of one person through the labs. Events come in by read(), time by advance(), at the latest at deadline(); a
/// verdict is there with the call that brought its event, or with the answer of the API. Progress is saved when it
/// changes. One thread.
class Course
{
public:
    explicit Course(Site site, std::string language = {});
    ~Course();
    Course(const Course&) = delete;
    Course& operator=(const Course&) = delete;

    /// What a reader of the recorder must want for the lab that goes on.
    trace::KindSet wanted() const;
    void read(const trace::Chunk& chunk);
    void advance();
    std::optional<WallTime> deadline() const;

    LabShelf& shelf() { return *m_shelf; }
    /// Looks at the lab files again; what has changed is judged anew. True when something has.
    bool reload();

    /// Goes up with every change of what the functions below say.
    std::uint64_t revision() const { return m_revision; }
    /// The lab that goes on; null: none.
    LabPtr current() const { return m_lab; }
    LabView view(std::string_view labId) const;
    /// Why progress could not be read or kept, or the last action failed; empty while all is well.
    const std::string& problem() const { return m_problem; }
    /// What is being done for the person just now: "publishing to turbines/…"; empty: nothing.
    std::string busy() const;

    /// Begins a lab, or goes on with it: its setup is done, and its steps are watched. False when there is none.
    bool begin(std::string_view labId);
    /// Watches a lab as it is, without its setup: to say how it stands. Nothing of it is kept.
    bool look(std::string_view labId);
    /// Answers of APIs are awaited.
    bool isAsking() const;
    /// It stops being watched; what is done stays done.
    void leave();
    /// Does the cleanup and forgets what was done in the lab.
    void resetLab();
    /// The next hint, up to the third; answers how many are shown now.
    int hint(std::string_view stepId);
    void skip(std::string_view stepId);
    /// The step is open again; what happened before does not count.
    void reset(std::string_view stepId);
    /// Asks again whether it is so.
    void check(std::string_view stepId);
    /// Does the step for the person. done: once its actions were carried out, with the reason why not.
    void solve(std::string_view stepId, std::function<void(Result<void>)> done = {});
    /// Does what a button of the console's way says. done: as of solve().
    void act(std::string_view stepId, std::string_view actId, std::function<void(Result<void>)> done = {});
    /// Does the lab's cleanup.
    void cleanUp(std::function<void(Result<void>)> done = {});

    /// What was done, when and with how much help, as Markdown.
    std::string completionPage(std::string_view labId) const;

private:
    struct Watched;
    StepProgress& kept(std::string_view stepId);
    const StepProgress* find(std::string_view labId, std::string_view stepId) const;
    void watch();
    void see(const trace::Chunk& chunk, const trace::Event& event);
    void settle();
    void note(StepProgress& step, const std::string& missing, const std::string& nearest);
    void passTime(WallTime now);
    void begun();
    void changed();
    void save();
    void perform(const std::vector<Action>& actions, bool lenient, std::function<void(Result<void>)> done);
    void performFor(std::string_view stepId, const std::vector<Action>& actions, std::function<void(Result<void>)> done);
    Watched* watched(std::string_view stepId);
    std::string unseen(const Step& step) const;
    int currentStep(const Lab& lab) const;

    Site m_site;
    std::unique_ptr<LabShelf> m_shelf;
    Progress m_progress;
    LabPtr m_lab;
    std::vector<std::unique_ptr<Watched>> m_watched; ///< a step each; empty while the setup is being done
    std::shared_ptr<Errand> m_errand;
    std::shared_ptr<std::map<std::string, std::string>> m_saved; ///< what the actions of the lab saved
    std::string m_problem;
    std::uint64_t m_revision = 1;
    bool m_noted = false;   ///< what is missing of a step has changed since it was saved
    bool m_damaged = false; ///< progress could not be read: what is kept there is not overwritten
    WallTime m_lastTick{};
    WallTime m_savedAt{};
};

} // namespace greensward::labs
