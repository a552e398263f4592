// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_windows.h"
#include "app/class_room.h"
#include "app/commands.h"
#include "app/doctor_watch.h"
#include "app/switch_commands.h"
#include "app/engine.h"
#include "app/engine_port_link.h"
#include "app/open_addresses.h"
#include "app/resource_files.h"
#include "app/session_keeper.h"
#include "app/stop_signals.h"
#include "ui/kit/theme.h"
#include "ui/labs/lab_model.h"
#include "ui/models/brokers_model.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QIcon>
#include <QMessageBox>
#include <QSettings>
#include <QSocketNotifier>

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>

namespace greensward::app {

namespace {

bool hasDisplay()
{
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        if (const char* value = std::getenv(name); value && *value)
            return true;
    }
    return false;
}

ui::Theme themeOfTheDesktop()
{
    constexpr int kMiddle = 128;
    return QApplication::palette().color(QPalette::Window).lightness() < kMiddle ? ui::Theme::Dark : ui::Theme::Light;
}

/// `greensward --open FILE`: no engine, one window.
int showCapture(const std::filesystem::path& file, const std::string& language, int& argc, char** argv)
{
    const StopSignals stopSignals;
    QApplication application(argc, argv);
    QApplication::setApplicationName("Greensward");
    QApplication::setDesktopFileName("greensward");
    QApplication::setWindowIcon(QIcon(":/icons/greensward.svg"));
    ui::applyTheme(application, themeOfTheDesktop());
    ui::setLanguage(language.empty() ? ui::languageOfTheDesktop() : QString::fromStdString(language));
    QSocketNotifier stop(stopSignals.descriptor(), QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &application, &QApplication::quit);
    CaptureWindows windows;
    if (const auto opened = windows.open(file); !opened) {
        fmt::print(stderr, "greensward: {}\n", opened.error().message);
        return 1;
    }
    return QApplication::exec();
}

/// What exec() answers when there is to be another window, in another cloud.
constexpr int kAgain = 1000;

struct WindowParts
{
    const ConsoleCommand& command;
    QSettings* preferences = nullptr;
    const std::filesystem::path& workspace;
};

/// Goes to the class whose seat lies in the folder, or back for an empty one: there is another window then. What cannot
/// be joined is told, and nothing changes.
void changeCloud(ui::MainWindow& window, const QString& folder, const std::filesystem::path& workspace,
                 std::unique_ptr<ClassRoom>& next)
{
    if (!folder.isEmpty()) {
        QApplication::setOverrideCursor(Qt::WaitCursor);
        auto joined = ClassRoom::join(folder.toStdString(), workspace);
        QApplication::restoreOverrideCursor();
        if (!joined) {
            auto* box = new QMessageBox(QMessageBox::Warning, window.windowTitle(),
                                        QString::fromStdString(joined.error().message), QMessageBox::Ok, &window);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
            return;
        }
        next = std::move(*joined);
    }
    QApplication::exit(kAgain);
}

/// One window, until it is closed, or another cloud is wanted: then it is kAgain, and room says which.
int showWindow(const WindowParts& parts, std::unique_ptr<EnginePortLink> port, std::unique_ptr<ClassRoom>& room)
{
    if (room)
        port->join(room->cloud());
    const SystemClock clock;
    auto window = std::make_unique<ui::MainWindow>(*port, clock, parts.preferences);
    if (const auto notes = resourceFile("presenter"))
        window->setNotes({QString::fromStdString(notes->string())});
    CaptureWindows captures;
    QObject::connect(window.get(), &ui::MainWindow::captureAsked, window.get(),
                     [&](const QString& file) { captures.openFor(*window, file); });
    QObject::connect(window.get(), &ui::MainWindow::closed, window.get(), [&] { captures.closeAll(); });
    std::unique_ptr<ClassRoom> next;
    QObject::connect(&window->mirror().model<ui::LabModel>(), &ui::LabModel::placeAsked, window.get(),
                     [&](const QString& folder) { changeCloud(*window, folder, parts.workspace, next); });
    if (room) {
        window->mirror().model<ui::BrokersModel>().open(room->broker());
        window->showWorkspace(QStringLiteral("labs"));
    }
    window->show();
    if (parts.command.demo)
        window->playDemo();
    else if (!window->preferences().welcomed)
        window->showWelcome();
    const int code = QApplication::exec();

    captures.closeAll();
    window.reset();
    port.reset();
    room = std::move(next);
    return code;
}

} // namespace

int runConsole(const ConsoleCommand& command, int& argc, char** argv)
{
    if (!hasDisplay()) {
        fmt::print(stderr, "greensward: there is no display for the console; greensward serve runs without one\n");
        return 1;
    }
    if (command.open)
        return showCapture(*command.open, command.language, argc, argv);
    const StopSignals stopSignals;
    EngineSettings settings;
    settings.devices = true;
    settings.listen = command.listen;
    settings.history = kHistoryOfWindow;
    std::unique_ptr<QSettings> preferences; // a demo leaves nothing behind
    if (command.demo) {
        settings.durable = false;
        settings.ports = PortPlan::anyFree();
        settings.devicesOn = false;
    } else {
        settings.directory = defaultDataDirectory();
        const auto file = settings.directory / "console.ini";
        preferences = std::make_unique<QSettings>(QString::fromStdString(file.string()), QSettings::IniFormat);
        settings.devicesOn = ui::Preferences::read(*preferences).welcomed;
    }
    const auto engine = Engine::start(settings);
    if (engine)
        tellWhoGetsIn(settings.listen);

    QApplication application(argc, argv);
    QApplication::setApplicationName("Greensward");
    QApplication::setDesktopFileName("io.greensward.Greensward");
    QApplication::setWindowIcon(QIcon(":/icons/greensward.svg"));
    ui::applyTheme(application, themeOfTheDesktop());
    const QString chosen = preferences ? ui::Preferences::read(*preferences).language : QString();
    ui::setLanguage(!command.language.empty() ? QString::fromStdString(command.language)
                    : !chosen.isEmpty()       ? chosen
                                              : ui::languageOfTheDesktop());
    QSocketNotifier stop(stopSignals.descriptor(), QSocketNotifier::Read);
    QObject::connect(&stop, &QSocketNotifier::activated, &application, &QApplication::quit);

    std::unique_ptr<CaptureRecording> session;
    if (engine && preferences) {
        const auto size = static_cast<std::uint64_t>(ui::Preferences::read(*preferences).sessionMiB) << 20;
        if (auto kept = keepSession(**engine, settings.directory, size))
            session = std::move(*kept);
        else
            fmt::print(stderr, "greensward: this session is not kept: {}\n", kept.error().message);
    }

    std::optional<DoctorWatch> doctor;
    std::optional<SwitchCommands> switches;
    if (engine) {
        doctor.emplace(**engine);
        switches.emplace(**engine);
    }
    if (!engine)
        fmt::print(stderr, "greensward: {}\n", engine.error().message);
    const auto makePort = [&] {
        return engine ? std::make_unique<EnginePortLink>(**engine)
                      : std::make_unique<EnginePortLink>(settings.directory.string(), engine.error().message);
    };
    std::unique_ptr<ClassRoom> room;
    if (command.join) {
        if (auto joined = ClassRoom::join(*command.join, settings.directory))
            room = std::move(*joined);
        else
            fmt::print(stderr, "greensward: {}\n", joined.error().message);
    }
    int code = kAgain;
    while (code == kAgain)
        code = showWindow({.command = command, .preferences = preferences.get(), .workspace = settings.directory}, makePort(),
                          room);

    session.reset(); // it is whole now
    switches.reset();
    doctor.reset();
    if (!engine)
        return code;
    if (const auto stopped = (*engine)->stop(); !stopped) {
        fmt::print(stderr, "greensward: {}\n", stopped.error().message);
        return 1;
    }
    return code;
}

} // namespace greensward::app
