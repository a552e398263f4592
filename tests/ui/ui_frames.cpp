// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures how long the window's thread is busy per frame while messages flow: ui_frames [topics]
// One JSON object a line, for each rate: reading, models and painting together, in milliseconds.
#include "fake_engine.h"
#include "ui/shell/main_window.h"
#include "ui/topics/topic_tree_view.h"
#include "ui/topics/topics_workspace.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

using namespace greensward;
using namespace greensward::ui;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const int topics = argc > 1 ? std::atoi(argv[1]) : 100'000;
    applyTheme(application, Theme::Light);
    FakeEngine engine(false);
    MainWindow window(engine, engine.clock());
    window.showWorkspace(QStringLiteral("topics"));
    window.show();
    const std::string payload = R"({"timestamp":1511347200123,"rotor-freq":0.944,"output":89.24})";
    const auto topic = [topics](int at) { return fmt::format("site/{}/{}", at % topics / 100, at % topics % 100); };
    for (int at = 0; at < topics; ++at)
        engine.message("load", topic(at), payload);
    engine.flush();
    window.mirror().feed().drainNow();
    auto* workspace = qobject_cast<TopicsWorkspace*>(window.workspace(QStringLiteral("topics")));
    workspace->tree().expandAll();
    QApplication::processEvents();
    for (const int rate : {1'000, 10'000, 50'000}) {
        std::vector<double> frames;
        int next = 0;
        for (int frame = 0; frame < 300; ++frame) {
            for (int at = 0; at < rate * 16 / 1000; ++at, ++next)
                engine.message("load", topic(next * 7919), payload);
            engine.flush();
            QElapsedTimer watch;
            watch.start();
            window.mirror().feed().drainNow();
            QApplication::processEvents();
            frames.push_back(static_cast<double>(watch.nsecsElapsed()) / 1e6);
        }
        std::sort(frames.begin(), frames.end());
        fmt::print(R"({{"bench":"ui frame","topics":{},"messages_per_s":{},"p50_ms":{:.2f},"p99_ms":{:.2f}}})"
                   "\n",
                   topics, rate, frames[frames.size() / 2], frames[frames.size() * 99 / 100]);
    }
    return 0;
}
