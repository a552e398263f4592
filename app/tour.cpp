// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tour.h"

#include "app/commands.h"
#include "app/engine.h"
#include "app/engine_port_link.h"
#include "ui/edge/edge_desk.h"
#include "ui/functions/function_desk.h"
#include "ui/kit/theme.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QEventLoop>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <fmt/format.h>

namespace greensward::app {

using namespace std::chrono_literals;

namespace {

/// Lets the window live, so that there is something to be seen.
void live(std::chrono::milliseconds span)
{
    QEventLoop loop;
    QTimer::singleShot(span, &loop, &QEventLoop::quit);
    loop.exec();
}

int complain(const Error& error)
{
    fmt::print(stderr, "greensward: {}\n", error.message);
    return 1;
}

/// What a visitor would do: let the devices report, turn the water on, pull a cable until the gateway notices, watch.
void playAMorning(EnginePortLink& port)
{
    live(3s);
    port.publish({.topic = "macdonald/sprinkler-456", .payload = R"({"water":"on"})", .qos = 1, .retain = false});
    port.publish({.topic = "macdonald/orders", .payload = R"({"crop":"barley"})", .qos = 1, .retain = true});
    live(4s);
    // From here on both go by their shadows.
    const auto desire = [&port](const std::string& thing, const std::string& desired) {
        port.publish({.topic = "$aws/things/" + thing + "/shadow/update",
                      .payload = R"({"state":{"desired":)" + desired + "}}",
                      .qos = 1,
                      .retain = false});
    };
    port.command("ev-gen-123", ui::DeviceCommand::SetWay, 1);
    port.command("sprinkler-456", ui::DeviceCommand::SetWay, 1);
    live(1s);
    desire("ev-gen-123", R"({"wind-limit":22})");
    live(1s);
    port.command("ev-gen-123", ui::DeviceCommand::CutCable, 0);
    live(15s); // its keep-alive is 10 s
    desire("ev-gen-123", R"({"wind-limit":20})");
    live(1s);
    port.command("ev-gen-123", ui::DeviceCommand::HealCable, 0);
    live(5s);
    desire("ev-gen-123", R"({"wind-limit":"18"})"); // a text is no number
    live(2s);
}

/// The functions that one begins with; the last of them is tried with each of its events, one of which makes it fail.
void tryFunctions(ui::MainWindow& window)
{
    auto& desk = window.mirror().model<ui::FunctionDesk>();
    const auto functions = ui::functionTemplates();
    for (const auto& one : functions) {
        desk.create(one.id, one);
        live(400ms);
    }
    const auto& last = functions.back();
    for (int round = 0; round < 2; ++round)
        for (const auto& event : last.events) {
            desk.run(last.id, {}, event.payload.toUtf8());
            live(300ms);
        }
}

/// A group whose core runs here: the two devices, the first function, routes between them; deployed, and one more route
/// that is not.
void deployAGroup(ui::MainWindow& window)
{
    auto& functions = window.mirror().model<ui::FunctionDesk>();
    const QString function = ui::functionTemplates().front().id;
    functions.publishVersion(function, {});
    auto& desk = window.mirror().model<ui::EdgeDesk>();
    desk.setWatched(true);
    live(500ms);
    desk.makeGroup(QStringLiteral("lawn"), "lawn_Core");
    live(4s);
    const std::string group = desk.chosen();
    for (const char* thing : {"ev-gen-123", "sprinkler-456"})
        desk.addDevice(group, thing);
    live(1s);
    desk.offerFunctions(group, [&](const std::vector<ui::MemberOffer>& offers, const QString&) {
        desk.edit(group, [&offers](ui::GroupContent& content) {
            if (offers.empty() || content.devices.size() < 2)
                return;
            const std::string turbine = ui::greengrass::text(content.devices[0], "ThingArn");
            const std::string sprinkler = ui::greengrass::text(content.devices[1], "ThingArn");
            const QString order = QStringLiteral("macdonald/sprinkler-456");
            content.setSynced(sprinkler, true);
            content.addFunction(offers.front().arn, {.pinned = true, .memoryKB = 65536});
            content.setSubjects(turbine, offers.front().arn, {QStringLiteral("macdonald/ev-gen-123")});
            content.setSubjects(offers.front().arn, sprinkler, {order});
            content.setSubjects(sprinkler, ui::kShadowEnd, {QStringLiteral("$aws/things/sprinkler-456/shadow/update")});
            content.setSubjects(ui::kShadowEnd, sprinkler, {QStringLiteral("$aws/things/sprinkler-456/shadow/update/delta")});
            content.setSubjects(ui::kCloudEnd, sprinkler, {order});
        });
    });
    live(1s);
    desk.deploy(group);
    live(5s);
    desk.edit(group, [](ui::GroupContent& content) {
        if (content.devices.size() == 2)
            content.setSubjects(ui::greengrass::text(content.devices[0], "ThingArn"), ui::kCloudEnd,
                                {QStringLiteral("macdonald/+/alarm")});
    });
    desk.setWatched(false);
}

} // namespace

int runTour(const TourCommand& command, int& argc, char** argv)
{
    std::error_code error;
    std::filesystem::create_directories(command.out, error);
    if (error)
        return complain({fmt::format("cannot make the folder {}: {}", command.out.string(), error.message())});

    EngineSettings settings;
    settings.durable = false;
    settings.ports = PortPlan::anyFree();
    settings.devices = true;
    settings.history = kHistoryOfWindow;
    settings.seed = 1; // the same weather in every tour
    const auto engine = Engine::start(settings);
    if (!engine)
        return complain(engine.error());

    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setApplicationName("Greensward");
    ui::applyTheme(application, ui::Theme::Light);
    auto port = std::make_unique<EnginePortLink>(**engine);
    const SystemClock clock;
    auto window = std::make_unique<ui::MainWindow>(*port, clock);
    window->setMotion(false); // a picture shows the end of a movement, not its middle
    window->show();
    tryFunctions(*window);
    deployAGroup(*window);
    playAMorning(*port);
    const auto pictures = ui::renderTour(*window, QString::fromStdString(command.out.string()));
    window.reset();
    port.reset();
    if (!pictures)
        return complain(pictures.error());
    for (const QString& picture : *pictures)
        fmt::print("{}\n", picture.toStdString());
    return 0;
}

} // namespace greensward::app
