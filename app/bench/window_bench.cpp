// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/window_bench.h"

#include "app/process_usage.h"
#include "ui/kit/theme.h"
#include "ui/kit/workspace.h"

#include <QEventLoop>
#include <QTimer>

#include <algorithm>
#include <fmt/format.h>

namespace greensward::bench {

using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t kTopics = 100'000;
constexpr std::uint64_t kFirstTopics = 20'000;
constexpr std::uint64_t kRows = 1'000'000;
constexpr unsigned kFillRate = 60'000;
constexpr unsigned kUsualRate = 10'000;
constexpr double kMemoryBudget = 350;
constexpr double kMebi = 1024.0 * 1024.0;
constexpr std::uint64_t kEightHours = 8 * 3600 * 1000; ///< messages, at 1,000 a second

double residentMebi()
{
    return static_cast<double>(app::residentBytes(0)) / kMebi;
}

} // namespace

bool WindowBench::tellOf(std::string_view row, std::string what, double value, std::string_view unit,
                         double budget) const
{
    return tell({.bench = "ui", .row = row, .what = std::move(what), .value = value, .unit = unit, .budget = budget});
}

void WindowBench::live(std::chrono::duration<double> span)
{
    QEventLoop loop;
    QTimer::singleShot(std::chrono::duration_cast<std::chrono::milliseconds>(span), &loop, &QEventLoop::quit);
    loop.exec();
}

/// Until the window has taken in what was sent.
void WindowBench::settle()
{
    m_load.setRate(0);
    quint64 before = 0;
    do {
        before = m_window.mirror().log().store().end();
        live(300ms);
    } while (m_window.mirror().log().store().end() != before);
}

void WindowBench::sendAtLeast(std::uint64_t messages)
{
    const std::uint64_t until = m_load.sent() + messages;
    m_load.setRate(kFillRate);
    while (m_load.sent() < until && !m_load.broken())
        live(50ms);
    settle();
}

void WindowBench::fillLog()
{
    const auto rows = static_cast<std::uint64_t>(static_cast<double>(kRows) * m_settings.scale);
    while (m_window.mirror().log().store().end() < rows && !m_load.broken())
        sendAtLeast(rows / 4 + 1);
}

bool WindowBench::idle()
{
    live(2s); // the first paints
    m_watch.begin();
    const auto before = app::processorTime(0);
    const double seconds = std::max(m_settings.seconds, 5.0);
    live(std::chrono::duration<double>(seconds));
    const auto used = app::processorTime(0) - before;
    m_watch.end();
    return tellOf("idle", fmt::format("idle window and engine, {} paints", m_watch.paints()),
                  100 * used.count() / seconds, "% of a processor", 1);
}

bool WindowBench::discover(std::uint64_t topics)
{
    m_watch.begin();
    sendAtLeast(topics);
    m_watch.end();
    auto frames = m_watch.frames();
    const Spread spread = spreadOf(frames);
    return tellOf("discovery", fmt::format("worst frame while {} topics are new, of {}", topics, frames.size()),
                  spread.worst, "ms", 16);
}

bool WindowBench::discovery()
{
    m_window.showWorkspace(QStringLiteral("topics"));
    live(500ms);
    const bool few = discover(kFirstTopics);
    return discover(kTopics - kFirstTopics) && few;
}

bool WindowBench::frames()
{
    bool ok = true;
    for (const QString& id : m_window.workspaceIds())
        ok = framesOf(id) && ok;
    return ok;
}

bool WindowBench::framesOf(const QString& workspace)
{
    bool ok = true;
    m_window.showWorkspace(workspace);
    m_window.workspace(workspace)->fillForPicture();
    for (const auto& [rate, budget] : {std::pair(kUsualRate, 16.0), std::pair(50'000U, 33.0)}) {
        m_load.setRate(rate);
        live(1s);
        m_watch.begin();
        const std::uint64_t before = m_load.sent();
        live(std::chrono::duration<double>(m_settings.seconds));
        m_watch.end();
        const double reached = static_cast<double>(m_load.sent() - before) / m_settings.seconds;
        auto frames = m_watch.frames();
        auto work = m_watch.work();
        if (frames.empty())
            continue; // nothing in it shows messages
        ok = tellOf("frames",
                    fmt::format("{}: frame p99 at {} messages/s ({:.0f} reached, {} frames, {:.1f} ms of processor)",
                                workspace.toStdString(), rate, reached, frames.size(), spreadOf(work).p99),
                    spreadOf(frames).p99, "ms", budget) &&
             ok;
    }
    settle();
    return ok;
}

bool WindowBench::reaction(const char* what, const std::function<void()>& act)
{
    constexpr int kTimes = 7;
    std::vector<double> times;
    for (int time = 0; time < kTimes; ++time) {
        live(100ms);
        if (const auto passed = m_watch.untilPainted(act))
            times.push_back(*passed);
    }
    if (times.empty()) {
        fmt::print(stderr, "greensward: nothing was painted: {}\n", what);
        return false;
    }
    return tellOf("input", fmt::format("{}, with 10000 messages/s, worst of {}", what, times.size()),
                  spreadOf(times).worst, "ms", 50);
}

bool WindowBench::input()
{
    m_load.setRate(kUsualRate);
    live(1s);
    bool ok = true;
    int turn = 0;
    const QStringList ids = m_window.workspaceIds();
    const auto next = [&] { m_window.showWorkspace(ids[turn++ % ids.size()]); };
    for (int shown = 0; shown < ids.size(); ++shown) { // the first time, a workspace lays itself out
        next();
        live(100ms);
    }
    ok = reaction("another workspace", next) && ok;
    m_window.showWorkspace(QStringLiteral("topics"));
    ok = reaction("a scope is typed",
                  [&] { m_window.mirror().scope().setDraft(turn++ % 2 ? QString() : QStringLiteral("site")); }) &&
         ok;
    m_window.mirror().scope().setDraft({});
    ok = reaction("pause", [&] { m_window.setPaused(turn++ % 2 == 0); }) && ok;
    m_window.setPaused(false);
    settle();
    return ok;
}

bool WindowBench::looks()
{
    const auto change = [this](const char* what, const std::function<void()>& act) {
        const auto passed = m_watch.untilPainted(act);
        return tellOf("theme", what, passed.value_or(1000), "ms", 100);
    };
    m_window.showWorkspace(QStringLiteral("topics"));
    live(300ms);
    bool ok = change("theme switch", [this] { m_window.setTheme(ui::Theme::Dark); });
    ok = change("and back", [this] { m_window.setTheme(ui::Theme::Light); }) && ok;
    ok = change("font switch (zoom 120 %)", [this] { m_window.setZoom(1.2); }) && ok;
    ok = change("and back to 100 %", [this] { m_window.setZoom(1); }) && ok;
    live(300ms);
    return ok;
}

bool WindowBench::hidden()
{
    m_window.hide();
    live(200ms);
    m_load.setRate(kUsualRate);
    m_watch.begin();
    live(std::chrono::duration<double>(m_settings.seconds));
    m_watch.end();
    const bool ok = tellOf("hidden", fmt::format("paints of a hidden window at {} messages/s", kUsualRate),
                           static_cast<double>(m_watch.paints()), "paints", 0);
    m_window.show();
    settle();
    return ok;
}

bool WindowBench::memory()
{
    fillLog();
    const bool ok = tellOf("memory",
                           fmt::format("resident with {} messages and {} topics",
                                       m_window.mirror().log().store().end() - m_window.mirror().log().store().begin(),
                                       m_window.mirror().topics().messageTopics()),
                           residentMebi(), "MiB", kMemoryBudget);
    return tellOf("memory", "events that the window was too slow for",
                  static_cast<double>(m_window.mirror().status().lostEvents), "events", 0) &&
           ok;
}

/// The log is full and has been turned over once; from here on nothing may grow. What little does is drawn out to eight
/// hours.
bool WindowBench::longRun()
{
    fillLog();
    sendAtLeast(static_cast<std::uint64_t>(static_cast<double>(kRows) * m_settings.scale));
    const double from = residentMebi();
    const std::uint64_t before = m_load.sent();
    sendAtLeast(static_cast<std::uint64_t>(2 * static_cast<double>(kRows) * m_settings.scale));
    const std::uint64_t messages = m_load.sent() - before;
    const double to = residentMebi();
    const double drawnOut =
        from + std::max(0.0, to - from) * static_cast<double>(kEightHours) / static_cast<double>(messages);
    bool ok = tellOf("long", fmt::format("resident after {} more messages", messages), to, "MiB", kMemoryBudget);
    return tellOf("long",
                  fmt::format("resident after eight hours at 1000 messages/s, drawn out from {} of {}", messages,
                              kEightHours),
                  drawnOut, "MiB", kMemoryBudget) &&
           ok;
}

} // namespace greensward::bench
