// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every workspace with simulated data: ui_pictures DIR
#include "fake_edge.h"
#include "fake_engine.h"
#include "ui/models/engine_mirror.h"
#include "ui/shell/main_window.h"
#include "ui/shell/tour.h"
#include "ui/topics/payload_inspector.h"
#include "ui/topics/topic_tree_view.h"
#include "ui/topics/topics_workspace.h"

#include <QApplication>
#include <QDir>
#include <QThread>

#include <cstdio>

using namespace greensward;
using namespace greensward::ui;

namespace {

/// The states a tour does not pass through.
void drawStates(FakeEngine& engine, MainWindow& window, const QString& folder)
{
    QDir().mkpath(folder);
    const auto draw = [&](const QString& name) {
        window.mirror().feed().drainNow();
        for (int turn = 0; turn < 3; ++turn)
            QApplication::processEvents(QEventLoop::AllEvents, 30);
        window.grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    };
    auto& topics = *qobject_cast<TopicsWorkspace*>(window.workspace(QStringLiteral("topics")));
    window.showWorkspace(QStringLiteral("topics"));
    window.resize(1600, 900);
    topics.inspector().setPage(PayloadInspector::DifferencePage);
    topics.setFilterText(QStringLiteral("macdonald/#"));
    draw(QStringLiteral("state-filter"));
    topics.inspector().setPage(PayloadInspector::HexPage);
    topics.setFilterText(QStringLiteral("nowhere"));
    window.setPaused(true);
    engine.advance(std::chrono::seconds(30));
    draw(QStringLiteral("state-no-hits"));
    topics.setFilterText({});
    topics.inspector().setPage(PayloadInspector::RawPage);
    window.setPaused(false);
    window.setCompact(true);
    draw(QStringLiteral("state-compact"));
    window.setCompact(false);
    topics.inspector().setPage(PayloadInspector::TreePage);
    const auto told = engine.recorded() + 1;
    engine.message("ev-gen-123", "turbines/ev-gen/123", R"({"output":60.2})", 1 | trace::kRetain);
    engine.record({.kind = trace::Kind::RetainedStored, .cause = told, .object = "turbines/ev-gen/123"});
    for (int at = 0; at < 3; ++at)
        engine.record({.kind = at == 1 ? trace::Kind::MessageMissed : trace::Kind::MessageDelivered,
                       .flags = 1,
                       .cause = told,
                       .subject = "sprinkler-" + std::to_string(456 + at),
                       .object = "turbines/ev-gen/123",
                       .detail = at == 1 ? "the session's queue is full" : ""});
    engine.flush();
    window.mirror().feed().drainNow();
    window.mirror().selection().setEvent(told);
    window.resize(1280, 800);
    window.showJourney();
    draw(QStringLiteral("state-journey"));
    window.setTheme(Theme::Dark);
    draw(QStringLiteral("state-journey-dark"));
    window.setTheme(Theme::Light);
    window.showWorkspace(QStringLiteral("bench"));
    engine.command("ev-gen-123", DeviceCommand::CutCable, 0);
    engine.command("sprinkler-456", DeviceCommand::Crash, 0);
    window.setTheme(Theme::Dark);
    draw(QStringLiteral("state-faults"));
    window.setTheme(Theme::Light);
    engine.command("ev-gen-123", DeviceCommand::HealCable, 0);
    engine.command("sprinkler-456", DeviceCommand::Start, 0);
    engine.publish({"macdonald/sprinkler-456", R"({"water":"on"})", 1, false});
    engine.advance(std::chrono::seconds(3));

    FakeEngine nobody(false);
    MainWindow empty(nobody, nobody.clock());
    empty.showWorkspace(QStringLiteral("topics"));
    empty.show();
    QApplication::processEvents();
    empty.grab().save(QDir(folder).filePath(QStringLiteral("state-empty.png")));
}

/// Cores between their devices and the gateway, one of them cut off.
void drawCores(const QString& folder)
{
    FakeEngine engine;
    FakeEdge edge;
    for (const char* name : {"farm-north", "farm-south"})
        edge.add(name, [](const std::string&) {});
    for (CoreView& core : edge.all) {
        core.serving = true;
        core.groupId = core.groupName = core.thing + "-group";
        core.devices = {core.thing + "-pump", core.thing + "-valve"};
        core.spool.limit = 2'621'440;
        core.traffic = {.localMessages = 5'400, .localBytes = 702'000, .cloudMessages = 12, .cloudBytes = 1'560};
    }
    edge.setWan("farm-south", false);
    edge.core("farm-south").spool = {.messages = 12, .bytes = 1'944, .limit = 2'621'440};
    engine.edgePort = &edge;
    for (const CoreView& core : edge.all) {
        engine.event(trace::Kind::ClientConnected, core.thing);
        for (const std::string& device : core.devices)
            engine.record({.kind = trace::Kind::ClientConnected, .subject = device, .origin = "core " + core.thing});
    }
    MainWindow window(engine, engine.clock());
    window.show();
    const auto live = [&] {
        for (int second = 0; second < 3; ++second) {
            for (const CoreView& core : edge.all)
                engine.record({.kind = trace::Kind::MessagePublished,
                               .subject = core.devices.front(),
                               .object = "pumps/1",
                               .origin = "core " + core.thing});
            engine.message("farm-north", "farms/north/summary", R"({"pumped":12})");
            engine.advance(std::chrono::seconds(1));
            window.mirror().feed().drainNow();
            QApplication::processEvents(QEventLoop::AllEvents, 1100);
            QThread::msleep(400);
            QApplication::processEvents(QEventLoop::AllEvents, 300);
        }
    };
    window.showWorkspace(QStringLiteral("map"));
    window.mirror().selection().setClient(QStringLiteral("farm-south"));
    window.resize(1280, 800);
    live();
    window.grab().save(QDir(folder).filePath(QStringLiteral("state-cores.png")));
    window.setTheme(Theme::Dark);
    window.resize(1024, 768);
    live();
    window.grab().save(QDir(folder).filePath(QStringLiteral("state-cores-dark.png")));
    window.setTheme(Theme::Light);
}

} // namespace

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
    drawStates(engine, window, arguments.at(1));
    drawCores(arguments.at(1));
    const auto files = renderTour(window, arguments.at(1));
    if (!files) {
        std::fprintf(stderr, "%s\n", files.error().message.c_str());
        return 1;
    }
    for (const QString& file : *files)
        std::puts(qPrintable(file));
    return 0;
}
