// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every workspace with simulated data: ui_pictures DIR
#include "fake_engine.h"
#include "ui/models/engine_mirror.h"
#include "ui/shell/main_window.h"
#include "ui/shell/tour.h"
#include "ui/topics/topic_tree_view.h"
#include "ui/topics/topics_workspace.h"

#include <QApplication>

#include <cstdio>

using namespace greensward;
using namespace greensward::ui;

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("usage: ui_pictures DIR\n", stderr);
        return 2;
    }
    applyTheme(application, Theme::Light);
    FakeEngine engine;
    MainWindow window(engine, engine.clock());
    window.show();
    for (int second = 0; second < 75; ++second) {
        if (second == 20)
            engine.publish({"macdonald/sprinkler-456", R"({"water":"on"})", 1, false});
        if (second == 30)
            engine.command("ev-gen-123", DeviceCommand::CutCable, 0);
        if (second == 33)
            engine.command("ev-gen-123", DeviceCommand::HealCable, 0);
        if (second == 40)
            engine.publish(
                {"macdonald/orders", R"({"crop":"barley","hectares":12,"deliver":{"from":"2017-12-01"}})", 1, true});
        engine.advance(std::chrono::seconds(1));
        window.mirror().feed().drainNow();
    }
    auto* topics = qobject_cast<TopicsWorkspace*>(window.workspace(QStringLiteral("topics")));
    topics->tree().setCurrentIndex(window.mirror().topics().indexOf("turbines/ev-gen/123"));
    const auto files = renderTour(window, arguments.at(1));
    if (!files) {
        std::fprintf(stderr, "%s\n", files.error().message.c_str());
        return 1;
    }
    for (const QString& file : *files)
        std::puts(qPrintable(file));
    return 0;
}
