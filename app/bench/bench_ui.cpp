// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_ui.h"

#include "app/bench/frame_watch.h"
#include "app/bench/paced_load.h"
#include "app/engine.h"
#include "app/engine_port_link.h"
#include "app/process_usage.h"
#include "ui/kit/theme.h"
#include "ui/kit/workspace.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <fmt/format.h>

namespace greensward::bench {

using namespace std::chrono_literals;

namespace {

constexpr unsigned kTopics = 100'000;
constexpr std::uint64_t kRows = 1'000'000;
constexpr unsigned kFillRate = 60'000;
constexpr double kMebi = 1024.0 * 1024.0;
/// A figure may be that many times its budget before the benchmark fails.
constexpr double kTolerance = 2;

class UiBench
{
public:
    UiBench(const UiBenchSettings& settings, FrameWatch& watch, ui::MainWindow& window, PacedLoad& load)
        : m_settings(settings), m_watch(watch), m_window(window), m_load(load)
    {}

    bool run()
    {
        idle();
        fillTree();
        for (const QString& id : m_window.workspaceIds())
            frames(id);
        themes();
        hidden();
        memory();
        return m_ok;
    }

    void tell(const std::string& what, double value, const char* unit, double budget)
    {
        const double ratio = budget > 0 ? value / budget : value;
        m_ok = m_ok && (budget > 0 ? ratio <= kTolerance : value <= 0);
        fmt::print(R"({{"bench":"ui","what":"{}","value":{:.2f},"unit":"{}","budget":{:.2f},"of_budget":{:.2f}}})"
                   "\n",
                   what, value, unit, budget, ratio);
        std::fflush(stdout);
    }

private:
    static void live(std::chrono::duration<double> span)
    {
        QEventLoop loop;
        QTimer::singleShot(std::chrono::duration_cast<std::chrono::milliseconds>(span), &loop, &QEventLoop::quit);
        loop.exec();
    }

    /// Until the window has taken in what was sent.
    void settle()
    {
        m_load.setRate(0);
        quint64 before = 0;
        do {
            before = m_window.mirror().log().store().end();
            live(300ms);
        } while (m_window.mirror().log().store().end() != before);
    }

    void sendAtLeast(std::uint64_t messages)
    {
        const std::uint64_t until = m_load.sent() + messages;
        m_load.setRate(kFillRate);
        while (m_load.sent() < until && !m_load.broken())
            live(50ms);
        settle();
    }

    void idle()
    {
        live(1s); // the first paints
        m_watch.begin();
        const auto before = app::processorTime(0);
        live(std::chrono::duration<double>(m_settings.seconds));
        const auto used = app::processorTime(0) - before;
        m_watch.end();
        tell("idle window, processor", 100 * used.count() / m_settings.seconds, "%", 1);
    }

    void fillTree()
    {
        m_window.showWorkspace(QStringLiteral("topics"));
        m_watch.begin();
        sendAtLeast(kTopics);
        m_watch.end();
        const auto frames = m_watch.frames();
        if (!frames.empty())
            tell(fmt::format("worst frame while {} topics are discovered", kTopics), frames.back(), "ms", 16);
    }

    void frames(const QString& workspace)
    {
        m_window.showWorkspace(workspace);
        m_window.workspace(workspace)->fillForPicture();
        for (const auto& [rate, budget] : {std::pair(10'000U, 16.0), std::pair(50'000U, 33.0)}) {
            m_load.setRate(rate);
            live(1s);
            m_watch.begin();
            const std::uint64_t before = m_load.sent();
            live(std::chrono::duration<double>(m_settings.seconds));
            m_watch.end();
            const double reached = static_cast<double>(m_load.sent() - before) / m_settings.seconds;
            const auto frames = m_watch.frames();
            if (frames.empty())
                continue; // nothing in it shows messages
            tell(fmt::format("{}: frame p99 at {} messages/s ({:.0f} reached, {} frames)", workspace.toStdString(),
                             rate, reached, frames.size()),
                 frames[frames.size() * 99 / 100], "ms", budget);
        }
        settle();
    }

    void themes()
    {
        QElapsedTimer watch;
        watch.start();
        m_window.setTheme(ui::Theme::Dark);
        QApplication::processEvents();
        tell("theme switch", static_cast<double>(watch.nsecsElapsed()) / 1e6, "ms", 100);
        m_window.setTheme(ui::Theme::Light);
    }

    void hidden()
    {
        m_window.hide();
        live(200ms);
        m_load.setRate(10'000);
        m_watch.begin();
        live(std::chrono::duration<double>(m_settings.seconds));
        m_watch.end();
        tell("paints of a hidden window at 10000 messages/s", static_cast<double>(m_watch.paints()), "paints", 0);
        m_window.show();
        settle();
    }

    /// The log full, and then a million more: nothing may grow any further.
    void memory()
    {
        const auto rows = static_cast<std::uint64_t>(static_cast<double>(kRows) * m_settings.scale);
        while (m_window.mirror().log().store().end() < rows)
            sendAtLeast(rows / 4 + 1);
        const double full = static_cast<double>(app::residentBytes(0)) / kMebi;
        tell(fmt::format("memory with {} messages and {} topics", rows, kTopics), full, "MiB", 350);
        sendAtLeast(rows);
        const double later = static_cast<double>(app::residentBytes(0)) / kMebi;
        tell(fmt::format("memory after {} more", rows), later, "MiB", 350);
        tell("events that the window was too slow for", static_cast<double>(m_window.mirror().status().lostEvents),
             "events", 0);
    }

    UiBenchSettings m_settings;
    FrameWatch& m_watch;
    ui::MainWindow& m_window;
    PacedLoad& m_load;
    bool m_ok = true;
};

int complain(const Error& error)
{
    fmt::print(stderr, "greensward: {}\n", error.message);
    return 1;
}

} // namespace

int benchUi(const UiBenchSettings& settings, int& argc, char** argv)
{
    app::EngineSettings workspace;
    workspace.durable = false;
    workspace.ports = app::PortPlan::anyFree();
    workspace.plainMqtt = true;
    workspace.history = app::kHistoryOfWindow;
    const auto engine = app::Engine::start(workspace);
    if (!engine)
        return complain(engine.error());

    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1"); // the dispatcher that tells when it is about to wait
    FrameWatch application(argc, argv);
    ui::applyTheme(application, ui::Theme::Light);
    auto port = std::make_unique<app::EnginePortLink>(**engine);
    const SystemClock clock;
    QElapsedTimer opening;
    opening.start();
    auto window = std::make_unique<ui::MainWindow>(*port, clock);
    window->setMotion(true);
    window->show();
    QApplication::processEvents();
    const double opened = static_cast<double>(opening.nsecsElapsed()) / 1e6;

    bool ok = false;
    if (auto load = PacedLoad::connect({.host = "127.0.0.1", .port = (*engine)->whereabouts().ports.mqtt}, kTopics)) {
        UiBench bench(settings, application, *window, **load);
        bench.tell("first window", opened, "ms", 1000);
        ok = bench.run();
    } else {
        complain(load.error());
    }
    window.reset();
    port.reset();
    return ok ? 0 : 1;
}

} // namespace greensward::bench
