// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a fleet costs the whole program with its window open on the bench: processor time a second, memory, the longest
// the window's loop was held up. Usage: fleet_console [devices] [seconds] [folder]; prints one JSON object a form of
// the bench, and draws each into the folder, with faults on.
#include "app/engine.h"
#include "app/engine_port_link.h"
#include "app/process_usage.h"
#include "ui/bench/bench_workspace.h"
#include "ui/bench/device_panel.h"
#include "ui/bench/fault_panel.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <sys/resource.h>

namespace {

using namespace greensward;
using namespace greensward::app;

double processorSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

/// Answers the longest pause of the loop in milliseconds.
double live(int milliseconds)
{
    constexpr int kBeat = 5;
    double longest = 0;
    QElapsedTimer since;
    since.start();
    QEventLoop loop;
    QTimer beat;
    beat.setTimerType(Qt::PreciseTimer);
    QObject::connect(&beat, &QTimer::timeout, [&] {
        longest = std::max(longest, static_cast<double>(since.nsecsElapsed()) / 1e6);
        since.restart();
    });
    beat.start(kBeat);
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
    return longest;
}

} // namespace

int main(int argc, char** argv)
{
    const int devices = argc > 1 ? std::atoi(argv[1]) : 10'000;
    const int seconds = argc > 2 ? std::atoi(argv[2]) : 10;
    if (devices < 2 || seconds < 1) {
        fmt::print(stderr, "usage: fleet_console [devices] [seconds] [folder]\n");
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    EngineSettings settings;
    settings.durable = false;
    settings.ports = PortPlan::anyFree();
    settings.devices = true;
    settings.history = kHistoryOfWindow;
    const auto engine = Engine::start(settings);
    if (!engine) {
        fmt::print(stderr, "{}\n", engine.error().message);
        return 1;
    }
    QApplication application(argc, argv);
    ui::applyTheme(application, ui::Theme::Light);
    auto port = std::make_unique<EnginePortLink>(**engine);
    const SystemClock clock;
    {
        ui::MainWindow window(*port, clock);
        window.showWorkspace(QStringLiteral("bench"));
        window.show();
        live(1000);
        port->setFleetSize(static_cast<std::uint64_t>(devices));
        double growing = 0;
        while (port->status().fleetOnline < static_cast<std::uint64_t>(devices))
            growing = std::max(growing, live(200));
        fmt::print("{{\"devices\":{},\"growing\":true,\"longest_pause_ms\":{:.1f}}}\n", devices, growing);
        auto* bench = qobject_cast<ui::BenchWorkspace*>(window.workspace(QStringLiteral("bench")));
        using Form = ui::DevicePanel::Form;
        for (const auto form : {Form::List, Form::Cards}) {
            bench->devices().setForm(form);
            live(2000);
            const double before = processorSeconds();
            const std::uint64_t received = port->status().received;
            const double longest = live(seconds * 1000);
            fmt::print("{{\"devices\":{},\"form\":\"{}\",\"reports_per_second\":{:.0f},\"cores\":{:.3f},"
                       "\"resident_mib\":{:.1f},\"longest_pause_ms\":{:.1f},\"events_lost\":{}}}\n",
                       devices, form == Form::List ? "table" : "cards",
                       static_cast<double>(port->status().received - received) / seconds,
                       (processorSeconds() - before) / seconds,
                       static_cast<double>(residentBytes(0)) / (1024.0 * 1024.0), longest, port->status().lostEvents);
            if (argc > 3) {
                port->inject({.kind = simulator::FaultKind::Latency, .target = "*", .intensity = 200, .seconds = 60});
                port->inject({.kind = simulator::FaultKind::CutCable, .target = "ev-gen-123"});
                window.mirror().selection().setClient(QStringLiteral("ev-gen-123"));
                bench->faults().openRow(simulator::FaultKind::Latency);
                live(1500);
                window.grab().save(QStringLiteral("%1/fleet-%2.png")
                                       .arg(QString::fromLocal8Bit(argv[3]),
                                            form == Form::List ? QStringLiteral("table") : QStringLiteral("cards")));
                port->healAll();
            }
        }
    }
    port.reset();
    return 0;
}
