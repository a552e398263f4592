// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_ui.h"

#include "app/bench/broker_process.h"
#include "app/bench/model_rows.h"
#include "app/bench/window_bench.h"
#include "app/engine.h"
#include "app/engine_port_link.h"
#include "app/process_usage.h"
#include "ui/kit/theme.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace greensward::bench {

namespace {

constexpr unsigned kTopics = 100'000;

constexpr std::array kRows{
    UiRow{"start", "from the start of the program to the first window, and to all ports ready"},
    UiRow{"idle", "processor share of an idle window"},
    UiRow{"discovery", "worst frame while 20,000 and 100,000 topics are new"},
    UiRow{"frames", "frame p99 of each workspace at 10,000 and 50,000 messages/s"},
    UiRow{"input", "from an act to what is seen of it"},
    UiRow{"theme", "theme and font switch"},
    UiRow{"hidden", "paints of a hidden window"},
    UiRow{"memory", "the whole program with 1,000,000 messages and 100,000 topics"},
    UiRow{"long", "memory after eight hours at 1,000 messages/s, drawn out from a part"},
    UiRow{"tree", "100,000 topics built and expanded"},
    UiRow{"log", "1,000,000 rows opened and followed"},
    UiRow{"filter", "1,000,000 rows filtered"},
    UiRow{"plot", "4 x 100,000 and 4 x 1,000,000 points drawn"},
    UiRow{"map", "200 nodes and 500 moving dots"},
    UiRow{"shadow-json", "shadow documents parsed"},
    UiRow{"lab-page", "the text of a lab made and drawn"},
};

class Chosen
{
public:
    explicit Chosen(const std::vector<std::string>& only) : m_only(only) {}
    bool operator()(std::string_view row) const
    {
        return m_only.empty() || std::find(m_only.begin(), m_only.end(), row) != m_only.end();
    }
    bool anyOf(std::initializer_list<std::string_view> rows) const
    {
        return std::any_of(rows.begin(), rows.end(), *this);
    }

private:
    const std::vector<std::string>& m_only;
};

int complain(const Error& error)
{
    fmt::print(stderr, "greensward: {}\n", error.message);
    return 1;
}

bool measurePorts()
{
    const auto begin = std::chrono::steady_clock::now();
    const auto broker = BrokerProcess::start();
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
    if (!broker) {
        complain(broker.error());
        return false;
    }
    return tell({"ui", "start", "from the start of serve to all ports ready", passed.count(), "s", 0.3});
}

/// The rows of the window, in an order in which none spoils the next: idle and discovery want a fresh one.
bool measureWindow(const Chosen& chosen, WindowBench& bench)
{
    struct Step
    {
        std::string_view row;
        bool (WindowBench::*measure)();
    };
    constexpr std::array kSteps{Step{"idle", &WindowBench::idle},     Step{"discovery", &WindowBench::discovery},
                                Step{"frames", &WindowBench::frames}, Step{"input", &WindowBench::input},
                                Step{"hidden", &WindowBench::hidden}, Step{"memory", &WindowBench::memory},
                                Step{"long", &WindowBench::longRun},  Step{"theme", &WindowBench::looks}};
    bool ok = true;
    for (const Step& step : kSteps)
        if (chosen(step.row))
            ok = (bench.*step.measure)() && ok;
    return ok;
}

bool openWindow(const Chosen& chosen, const UiBenchSettings& settings, FrameWatch& application)
{
    app::EngineSettings workspace;
    workspace.durable = false;
    workspace.ports = app::PortPlan::anyFree();
    workspace.plainMqtt = true;
    workspace.history = app::kHistoryOfWindow;
    const auto engine = app::Engine::start(workspace);
    if (!engine)
        return complain(engine.error()) == 0;
    ui::applyTheme(application, ui::Theme::Light);
    auto port = std::make_unique<app::EnginePortLink>(**engine);
    const SystemClock clock;
    auto window = std::make_unique<ui::MainWindow>(*port, clock);
    window->setMotion(true);
    window->show();
    QApplication::processEvents();
    bool ok = true;
    if (chosen("start"))
        ok = tell(
            {"ui", "start", "from the start of the program to the first window", app::processAge().count(), "s", 1});
    if (auto load = PacedLoad::connect({.host = "127.0.0.1", .port = (*engine)->whereabouts().ports.mqtt}, kTopics)) {
        WindowBench bench(settings, application, *window, **load);
        ok = measureWindow(chosen, bench) && ok;
    } else {
        ok = complain(load.error()) == 0;
    }
    window.reset();
    port.reset();
    return ok;
}

} // namespace

std::span<const UiRow> uiRows()
{
    return kRows;
}

std::vector<std::string> uiRowNames()
{
    std::vector<std::string> names;
    for (const UiRow& row : kRows)
        names.emplace_back(row.name);
    return names;
}

int benchUi(const UiBenchSettings& settings, int& argc, char** argv)
{
    const Chosen chosen(settings.only);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1"); // the dispatcher that tells when it is about to wait
    FrameWatch application(argc, argv);
    bool ok = true;
    if (chosen.anyOf({"start", "idle", "discovery", "frames", "input", "theme", "hidden", "memory", "long"}))
        ok = openWindow(chosen, settings, application);
    if (chosen("start"))
        ok = measurePorts() && ok;
    ui::applyTheme(application, ui::Theme::Light);
    const std::array<std::pair<std::string_view, bool (*)()>, 7> models{{{"tree", measureTree},
                                                                         {"log", measureLog},
                                                                         {"filter", measureFilter},
                                                                         {"plot", measurePlots},
                                                                         {"map", measureMap},
                                                                         {"shadow-json", measureShadowJson},
                                                                         {"lab-page", measureLabPage}}};
    for (const auto& [row, measure] : models)
        if (chosen(row))
            ok = measure() && ok;
    return ok ? 0 : 1;
}

} // namespace greensward::bench
