// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window with an engine whose cores run: what is deployed is what a core lives by.
#include "live_engine.h"
#include "test_registry.h"
#include "ui/edge/core_panel.h"
#include "ui/edge/deployment_model.h"
#include "ui/edge/deployments_view.h"
#include "ui/edge/device_dialog.h"
#include "ui/edge/edge_desk.h"
#include "ui/edge/edge_workspace.h"
#include "ui/edge/gauge.h"
#include "ui/edge/matrix_view.h"
#include "ui/edge/new_group_dialog.h"
#include "ui/edge/route_matrix.h"
#include "ui/edge/routes_page.h"
#include "ui/kit/notice_bar.h"

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTemporaryDir>

namespace greensward::ui {

class TestEdgeLive final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_live.reset(); }
    void aGroupFromTheFirstKeyToSuccess();
    void aRouteToAStrangerFails();

private:
    EdgeWorkspace& space() { return *qobject_cast<EdgeWorkspace*>(m_live->window->workspace(QStringLiteral("edge"))); }
    EdgeDesk& desk() { return space().desk(); }
    const GroupState& state() { return desk().book().state(desk().chosen()); }
    void makeGroup();
    void makeDevice(const QString& name, const QString& folder);
    void deployTo(const QString& status);
    void draw(const QString& name);

    std::unique_ptr<LiveEngine> m_live;
};

void TestEdgeLive::init()
{
    m_live = std::make_unique<LiveEngine>(true);
    m_live->window->resize(1280, 800);
    m_live->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_live->window.get()));
    m_live->window->showWorkspace(QStringLiteral("edge"));
    QTRY_VERIFY(desk().book().isKnown());
}

void TestEdgeLive::draw(const QString& name)
{
    const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(600);
    QVERIFY(m_live->window->grab().save(QDir(folder).filePath(QStringLiteral("edge-live-%1.png").arg(name))));
}

void TestEdgeLive::makeGroup()
{
    QSignalSpy made(&desk(), &EdgeDesk::made);
    QTest::keyClick(m_live->window.get(), Qt::Key_N, Qt::ControlModifier);
    auto* asked = space().findChild<NewGroupDialog*>();
    QTRY_VERIFY(asked && asked->isVisible());
    QTest::keyClicks(&asked->name(), QStringLiteral("lawn"));
    QTest::keyClick(&asked->name(), Qt::Key_Return);
    QVERIFY2(QTest::qWaitFor([&] { return made.size() == 1; }, 20'000), qPrintable(space().notice().text()));
    QTRY_VERIFY(state().isKnown);
    QTRY_VERIFY(desk().core(desk().chosen()));
    QTRY_VERIFY(desk().core(desk().chosen())->online);
}

void TestEdgeLive::makeDevice(const QString& name, const QString& folder)
{
    m_live->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_live->window.get()));
    space().addDevice();
    DeviceDialog* asked = nullptr;
    QTRY_VERIFY((asked = space().findChild<DeviceDialog*>()) && asked->isVisible() && asked->things().count() > 0);
    QTest::keyClicks(&asked->name(), name);
    asked->folder().setText(folder);
    QTest::keyClick(&asked->name(), Qt::Key_Return);
    const auto isMember = [&] {
        for (const RouteEnd& end : desk().content(desk().chosen()).ends())
            if (end.label == name)
                return true;
        return false;
    };
    QVERIFY2(QTest::qWaitFor(isMember, 20'000), qPrintable(space().notice().text()));
    QTRY_VERIFY(!space().findChild<DeviceDialog*>());
}

void TestEdgeLive::deployTo(const QString& status)
{
    const auto before = state().deployments.size();
    space().deploy();
    QTRY_COMPARE_WITH_TIMEOUT(state().deployments.size(), before + 1, 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(state().deployments.front().isOver(), 30'000);
    QVERIFY2(state().deployments.front().status == status, qPrintable(state().deployments.front().problem));
}

void TestEdgeLive::aGroupFromTheFirstKeyToSuccess()
{
    QTemporaryDir folder;
    makeGroup();
    draw(QStringLiteral("made"));
    makeDevice(QStringLiteral("pump"), folder.path());
    makeDevice(QStringLiteral("lamp"), folder.path());
    for (const char* file : {"pump.pem", "pump.key", "lamp.pem", "lamp.key", "root.pem"})
        QVERIFY2(QFile::exists(folder.filePath(QLatin1String(file))), file);
    const QModelIndex cell = space().matrix().index(0, 1);
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(), QStringLiteral("From pump to lamp: no route"));
    space().matrix().setSubjects(cell, {QStringLiteral("lawn/1")});
    space().matrix().setSubjects(space().matrix().index(0, 3), {QStringLiteral("lawn/#")}); // to the cloud
    draw(QStringLiteral("changed"));
    deployTo(QStringLiteral("Success"));
    const DeploymentEntry& done = state().deployments.front();
    QVERIFY(done.steps.size() >= 2);
    QCOMPARE(done.steps.back().first, QStringLiteral("Success"));
    QTRY_VERIFY2(!state().deployments.front().coreSaid.isEmpty(), "the core said how it ended");
    QCOMPARE(space().notice().text(), QStringLiteral("The group is deployed"));
    QTRY_VERIFY2(space().core().said(QStringLiteral("In money")).contains(QLatin1String("USD")), "by each price list");
    QVERIFY(!desk().isEdited(desk().chosen()));
    // The core lives by what was deployed.
    QTRY_VERIFY(desk().core(desk().chosen())->serving);
    QTRY_COMPARE(desk().core(desk().chosen())->groupId, desk().chosen());
    QCOMPARE(desk().core(desk().chosen())->groupVersion, state().version);
    QVERIFY(!desk().isUndeployed(desk().chosen()));
    QVERIFY(state().authorities.size() == 1 && state().authorities.front().facts);
    QCOMPARE(state().role, QStringLiteral("Greengrass_GroupRole"));
    QTRY_VERIFY(desk().core(desk().chosen())->certificateEnds);
    draw(QStringLiteral("deployed"));

    desk().setWan(desk().chosen(), false);
    QTRY_VERIFY(!desk().core(desk().chosen())->wan && !desk().core(desk().chosen())->online);
    QTRY_COMPARE(space().core().said(QStringLiteral("Cloud")), QStringLiteral("cable pulled"));
    desk().setWan(desk().chosen(), true);
    QTRY_VERIFY_WITH_TIMEOUT(desk().core(desk().chosen())->online, 30'000);

    desk().reset(desk().chosen(), false);
    QTRY_VERIFY_WITH_TIMEOUT(state().deployments.size() == 2 && state().deployments.front().isOver(), 30'000);
    QCOMPARE(state().deployments.front().status, QStringLiteral("Success"));
    QTRY_VERIFY(desk().core(desk().chosen())->groupId.empty());
    desk().removeGroup(desk().chosen());
    QTRY_VERIFY(desk().book().groups().empty());
}

void TestEdgeLive::aRouteToAStrangerFails()
{
    makeGroup();
    desk().edit(desk().chosen(), [](GroupContent& content) {
        content.routes.push_back({"r", "arn:aws:iot:us-east-1:123456789012:thing/stranger", "x", kCloudEnd});
    });
    deployTo(QStringLiteral("Failure"));
    QVERIFY(state().deployments.front().problem.contains(QStringLiteral("not in the group")));
    QVERIFY(!state().deployments.front().details.isEmpty());
    QVERIFY(desk().isUndeployed(desk().chosen()));
    draw(QStringLiteral("failed"));
}

static const bool kRegistered = registerTest<TestEdgeLive>();

} // namespace greensward::ui

#include "tst_edge_live.moc"
