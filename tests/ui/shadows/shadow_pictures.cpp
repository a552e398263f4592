// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the states of the Shadows workspace, in all looks and two sizes: shadow_pictures DIR
#include "shadow_cloud.h"
#include "ui/shadows/shadow_fields_model.h"
#include "ui/shadows/shadow_fields_view.h"
#include "ui/shadows/shadows_workspace.h"
#include "ui/shadows/version_rail.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>

#include <chrono>
#include <cstdio>

using namespace greensward;
using namespace greensward::ui;
using namespace std::chrono_literals;

namespace {

class Painter
{
public:
    Painter(QString folder, QString look, QSize size) : m_folder(std::move(folder)), m_look(std::move(look)), m_size(size)
    {
        m_window = std::make_unique<MainWindow>(m_engine, m_engine.clock());
        m_window->setMotion(false);
        m_window->setLayout(m_look == "projector" ? Layout::Present : Layout::Explore);
        if (m_look != "projector")
            m_window->setTheme(m_look == "dark" ? Theme::Dark : Theme::Light);
        m_window->show();
        pump();
        m_window->resize(m_size);
        m_window->resetLayout();
        m_window->showWorkspace(QStringLiteral("shadows"));
        pump();
    }

    void draw(const QString& name)
    {
        pump();
        m_window->grab().save(QDir(m_folder).filePath(
            QStringLiteral("%1-%2-%3x%4.png").arg(name, m_look).arg(m_size.width()).arg(m_size.height())));
    }

    void states()
    {
        draw(QStringLiteral("empty"));
        const std::string turbine = "ev-gen-123";
        m_engine.listen(turbine, "$aws/things/ev-gen-123/shadow/#");
        m_engine.update(turbine, turbine, R"({"state":{"reported":{"wind-limit":25,"rate":1,"gear":{"oil":41.2,"ratio":97}}}})");
        m_engine.advance(4s);
        m_engine.update("app", turbine, R"({"state":{"desired":{"wind-limit":20,"rate":1}},"clientToken":"a7"})");
        m_engine.advance(1s);
        m_engine.update(turbine, turbine, R"({"state":{"reported":{"wind-limit":20}}})");
        m_engine.update("app", turbine, R"({"state":{"desired":{"email":"ops@example.com"}}})", "config");
        m_engine.update("sprinkler-456", "sprinkler-456", R"({"state":{"reported":{"water":"off"}}})");
        space().choose({turbine, {}});
        draw(QStringLiteral("in-sync"));
        m_engine.advance(3s);
        m_engine.update("app", turbine, R"({"state":{"desired":{"wind-limit":"12","rate":2}},"clientToken":"a8"})");
        m_engine.advance(7s);
        pump();
        m_window->mirror().refreshStatus();
        space().explain();
        draw(QStringLiteral("delta-why"));
        space().leave();
        conflict();
        space().leave();
        space().rail().choose(1);
        draw(QStringLiteral("history"));
        space().leave();
        space().setView(ShadowsWorkspace::View::Device);
        draw(QStringLiteral("device"));
        space().setView(ShadowsWorkspace::View::Cloud);
        space().choose({turbine, "config"});
        draw(QStringLiteral("named"));
        m_window->showWorkspace(QStringLiteral("bench"));
        m_engine.command("sprinkler-456", DeviceCommand::SetWay, 1);
        m_window->mirror().refreshStatus();
        draw(QStringLiteral("bench"));
        m_window->showWorkspace(QStringLiteral("map"));
        draw(QStringLiteral("map"));
    }

private:
    ShadowsWorkspace& space()
    {
        return *qobject_cast<ShadowsWorkspace*>(m_window->workspace(QStringLiteral("shadows")));
    }
    void pump()
    {
        for (int turn = 0; turn < 5; ++turn) {
            m_engine.flush();
            m_window->mirror().feed().drainNow();
            QApplication::processEvents(QEventLoop::AllEvents, 20);
        }
    }
    void conflict()
    {
        auto& fields = space().fields();
        auto* model = static_cast<ShadowFieldsModel*>(fields.model());
        fields.setCurrentIndex(model->find({"rate"}));
        fields.editDesired();
        m_engine.update("phone", "ev-gen-123", R"({"state":{"desired":{"rate":5}}})");
        if (auto* edit = fields.findChild<QLineEdit*>()) {
            edit->setText(QStringLiteral("3"));
            QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
            QApplication::sendEvent(edit, &enter);
        }
        draw(QStringLiteral("conflict"));
    }

    QString m_folder;
    QString m_look;
    QSize m_size;
    ShadowCloud m_engine;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2) {
        std::fputs("usage: shadow_pictures DIR\n", stderr);
        return 2;
    }
    QDir().mkpath(arguments.at(1));
    applyTheme(application, Theme::Light);
    for (const char* look : {"light", "dark", "projector"})
        for (const QSize& size : {QSize(1280, 800), QSize(1024, 768)})
            Painter(arguments.at(1), QLatin1String(look), size).states();
    return 0;
}
