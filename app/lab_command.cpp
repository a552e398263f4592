// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands.h"
#include "app/lab_print.h"
#include "app/lab_remote.h"
#include "app/lab_room.h"

#include <cstdio>
#include <fmt/format.h>

namespace greensward::app {

using namespace std::chrono_literals;

namespace {

constexpr auto kSetUp = 15s;
constexpr auto kActions = 60s;
/// For a check whose actions were carried out: a keep alive may have to pass.
constexpr auto kVerdict = 40s;
/// For what the APIs answer.
constexpr auto kQuestions = 3s;

int complain(const std::string& sentence, int code)
{
    fmt::print(stderr, "greensward: {}\n", sentence);
    return code;
}

int noSuchLab(const std::string& lab)
{
    return complain(fmt::format("there is no lab {} (try: greensward lab list)", lab), 2);
}

/// Where the workspace is; while nothing runs there, with the ports it would have.
Whereabouts whereabouts(const std::filesystem::path& directory)
{
    const std::filesystem::path folder = std::filesystem::absolute(directory);
    if (auto running = readRunningFile(folder))
        return std::move(*running);
    return {.directory = folder,
            .rootCertificate = Identities::rootFile(folder),
            .keys = {},
            .listen = EngineSettings{}.listen,
            .ports = {},
            .plainMqtt = false};
}

/// What is kept of it, looked at only.
struct Kept
{
    explicit Kept(const Whereabouts& at)
        : course({.clock = &clock,
                  .values = labValues(at),
                  .folders = labFolders(at.directory),
                  .progress = labProgressFile(at.directory)})
    {}
    SystemClock clock;
    labs::Course course;
};

int list(const LabCommand& command)
{
    Kept kept(whereabouts(command.directory));
    for (const labs::LabPtr& lab : kept.course.shelf().labs())
        printLine(*lab, kept.course.view(lab->id));
    if (!kept.course.problem().empty())
        return complain(kept.course.problem(), 1);
    return 0;
}

int show(const LabCommand& command)
{
    Kept kept(whereabouts(command.directory));
    const labs::LabPtr lab = kept.course.shelf().find(command.lab);
    if (!lab)
        return noSuchLab(command.lab);
    printLab(*lab, kept.course.view(lab->id));
    return 0;
}

int lintLabs(const LabCommand& command)
{
    const Whereabouts at = whereabouts(command.directory);
    std::vector<std::filesystem::path> folders = labFolders(at.directory);
    std::vector<labs::LintFinding> findings;
    std::size_t labs = 0;
    std::error_code error;
    if (command.folder && std::filesystem::exists(*command.folder / "lab.json", error)) {
        const auto folder = std::filesystem::canonical(*command.folder, error);
        if (const auto lab = labs::readLab(folder, labValues(at), {}, findings)) {
            labs::lint(*lab, findings);
            labs = 1;
        }
    } else {
        if (command.folder)
            folders = {*command.folder};
        const labs::LabShelf shelf(folders, labValues(at));
        findings = shelf.findings();
        labs = shelf.labs().size();
    }
    for (const labs::LintFinding& finding : findings)
        fmt::print("{}\n", finding.text());
    if (labs == 0 && findings.empty())
        return complain("there is no lab there: a lab is a folder with lab.json and lab.md", 2);
    if (findings.empty())
        fmt::print("{} labs, nothing to say\n", labs);
    return findings.empty() ? 0 : 1;
}

/// Does every step of a lab and says how it went; room is a LabRoom or RemoteLabs.
template<typename Room>
class Solver
{
public:
    Solver(Room& room, labs::LabPtr lab) : m_room(room), m_lab(std::move(lab)) {}

    bool run()
    {
        fmt::print("Lab {}: {}\n", m_lab->number, m_lab->title);
        if (!m_room.turnUntil([&] { return course().busy().empty(); }, kSetUp))
            return fail("it could not be set up in time");
        if (!course().problem().empty())
            fmt::print("  note  {}\n", course().problem());
        bool all = true;
        for (std::size_t at = 0; at < m_lab->steps.size(); ++at)
            all = solve(at) && all;
        std::optional<Result<void>> cleaned;
        course().cleanUp([&](Result<void> outcome) { cleaned = std::move(outcome); });
        if (!m_room.turnUntil([&] { return cleaned.has_value(); }, kActions))
            return fail("it could not be cleaned up in time");
        if (!course().problem().empty())
            return fail(course().problem());
        return all;
    }

private:
    labs::Course& course() { return m_room.course(); }

    bool solve(std::size_t at)
    {
        const labs::Step& step = m_lab->steps[at];
        const auto view = [&] { return course().view(m_lab->id).steps[at]; };
        const auto isDone = [&] { return view().state == labs::StepState::Done; };
        const bool wasDone = isDone();
        std::optional<Result<void>> outcome;
        course().solve(step.id, [&](Result<void> done) { outcome = std::move(done); });
        if (!m_room.turnUntil([&] { return outcome.has_value(); }, kActions))
            outcome = failure("its actions took too long");
        if (*outcome && view().unseen.empty())
            m_room.turnUntil(isDone, kVerdict);
        printStep(step, view(), wasDone);
        if (!*outcome)
            return fail(outcome->error().message);
        return isDone();
    }

    bool fail(const std::string& why)
    {
        fmt::print("  !     {}\n", why);
        return false;
    }

    Room& m_room;
    labs::LabPtr m_lab;
};

int runLabs(const LabCommand& command)
{
    EngineSettings settings;
    settings.durable = command.isOwnWorkspace;
    settings.ports = PortPlan::anyFree();
    settings.devices = true;
    if (command.isOwnWorkspace)
        settings.directory = command.directory;
    const auto engine = Engine::start(settings);
    if (!engine)
        return complain(engine.error().message, 1);
    int failed = 0;
    {
        LabRoom room(**engine);
        std::vector<labs::LabPtr> labs = room.course().shelf().labs();
        if (!command.lab.empty()) {
            labs = {room.course().shelf().find(command.lab)};
            if (!labs.front())
                return noSuchLab(command.lab);
        }
        for (const labs::LabPtr& lab : labs) {
            room.begin(lab->id);
            failed += Solver(room, lab).run() ? 0 : 1;
            room.course().leave();
        }
        for (const labs::LintFinding& finding : room.course().shelf().findings())
            fmt::print("lint  {}\n", finding.text());
        failed += room.course().shelf().findings().empty() ? 0 : 1;
        fmt::print("{} of {} labs went well\n",
                   labs.size() - std::min<std::size_t>(labs.size(), static_cast<std::size_t>(failed)), labs.size());
    }
    return failed == 0 && (*engine)->stop() ? 0 : 1;
}

/// The labs of a running workspace, seen from outside.
Result<std::unique_ptr<RemoteLabs>> remoteLabs(const LabCommand& command)
{
    const auto running = readRunningFile(std::filesystem::absolute(command.directory));
    if (!running)
        return failure(fmt::format("nothing runs in {}; start greensward, or: greensward serve --lab {}",
                                   command.directory.string(), command.lab));
    return RemoteLabs::open(*running);
}

int solve(const LabCommand& command)
{
    const auto remote = remoteLabs(command);
    if (!remote)
        return complain(remote.error().message, 1);
    const labs::LabPtr lab = (*remote)->course().shelf().find(command.lab);
    if (!lab)
        return noSuchLab(command.lab);
    (*remote)->course().begin(lab->id);
    return Solver(**remote, lab).run() ? 0 : 1;
}

/// What is kept decides; where it says nothing, what can be seen from here.
int check(const LabCommand& command)
{
    Kept kept(whereabouts(command.directory));
    const labs::LabPtr lab = kept.course.shelf().find(command.lab);
    if (!lab)
        return noSuchLab(command.lab);
    labs::LabView view = kept.course.view(lab->id);
    if (!view.begun)
        fmt::print("Nobody watches this lab yet: begin it in the console, or start: greensward serve --lab {}\n",
                   lab->number);
    const auto isOver = [](const labs::StepView& step) {
        return step.state == labs::StepState::Done || step.state == labs::StepState::Skipped;
    };
    const bool isFinished = std::all_of(view.steps.begin(), view.steps.end(), isOver);
    std::unique_ptr<RemoteLabs> remote;
    if (auto opened = isFinished ? failure("") : remoteLabs(command); opened)
        remote = std::move(*opened);
    else if (!isFinished)
        fmt::print("note  {}\n", opened.error().message);
    bool all = true;
    if (remote) {
        remote->course().look(lab->id);
        remote->turnUntil([&] { return !remote->course().isAsking(); }, kQuestions);
    }
    for (std::size_t at = 0; at < lab->steps.size(); ++at) {
        labs::StepView step = view.steps[at];
        if (!isOver(step) && remote) {
            const labs::StepView seen = remote->course().view(lab->id).steps[at];
            if (seen.state == labs::StepState::Done)
                step = seen;
            if (step.missing.empty()) // nobody watches
                step.missing = seen.missing;
            if (step.nearest.empty())
                step.nearest = seen.nearest;
        }
        if (view.begun) // whoever watches sees all of it
            step.unseen.clear();
        all = all && isOver(step);
        printStep(lab->steps[at], step, false);
    }
    return all ? 0 : 1;
}

} // namespace

int runLab(const LabCommand& command)
{
    switch (command.what) {
    case LabCommand::What::List:
        return list(command);
    case LabCommand::What::Show:
        return show(command);
    case LabCommand::What::Check:
        return check(command);
    case LabCommand::What::Solve:
        return solve(command);
    case LabCommand::What::Run:
        return runLabs(command);
    case LabCommand::What::Lint:
        return lintLabs(command);
    }
    return 2;
}

} // namespace greensward::app
