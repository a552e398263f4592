// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The edge workspace in the window, by keys alone.
#include "edge_cloud.h"
#include "test_registry.h"
#include "ui/edge/access_page.h"
#include "ui/edge/address_model.h"
#include "ui/edge/core_panel.h"
#include "ui/edge/device_dialog.h"
#include "ui/edge/edge_desk.h"
#include "ui/edge/edge_function_dialog.h"
#include "ui/edge/edge_workspace.h"
#include "ui/edge/gauge.h"
#include "ui/edge/matrix_view.h"
#include "ui/edge/member_page.h"
#include "ui/edge/new_group_dialog.h"
#include "ui/edge/route_dialog.h"
#include "ui/edge/route_matrix.h"
#include "ui/edge/routes_page.h"
#include "ui/edge/shadows_page.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/list_table.h"
#include "ui/kit/notice_bar.h"
#include "ui/shell/main_window.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

namespace greensward::ui {

class TestEdgeInWindow final : public QObject
{
    Q_OBJECT

private slots:
    void init() { open(true); }
    void cleanup();
    void emptyTellsWhatThisIs();
    void twoDevicesAndARouteByKeysAlone();
    void theHeadSaysHowItStands();
    void aNewDeviceGetsItsFiles();
    void functionsLiveAsTheyAreToldTo();
    void theSpoolGaugeFills();
    void theCableIsPulled();
    void withoutCoresTheApiPartsWork();
    void addressesAreWritten();
    void headsStandUprightWhereThereIsLittleRoom();
    void aResetIsAskedFor();
    void whatIsChangedSurvivesAnotherZoom();

private:
    void open(bool hasCores);
    void makeGroup();
    void addThing(const QString& name);
    EdgeWorkspace& space() { return *qobject_cast<EdgeWorkspace*>(m_window->workspace(QStringLiteral("edge"))); }
    EdgeDesk& desk() { return space().desk(); }
    template<typename Dialog>
    Dialog* dialog()
    {
        Dialog* found = nullptr;
        const bool isThere = QTest::qWaitFor([&] {
            for (auto* one : space().findChildren<Dialog*>())
                if (one->isVisible())
                    found = one;
            return found != nullptr;
        });
        return isThere ? found : nullptr;
    }
    void trigger(const char* command) { m_window->commands().find(QLatin1String(command))->trigger(); }
    void focusWindow()
    {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void press(QWidget& in, const QString& name);
    QModelIndex cell(const QString& from, const QString& to);
    void draw(const QString& name);

    std::unique_ptr<EdgeCloud> m_cloud;
    std::unique_ptr<MainWindow> m_window;
};

void TestEdgeInWindow::open(bool hasCores)
{
    m_window.reset();
    m_cloud = std::make_unique<EdgeCloud>(hasCores);
    m_window = std::make_unique<MainWindow>(*m_cloud, m_cloud->clock());
    m_window->setMotion(false);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->showWorkspace(QStringLiteral("edge"));
    focusWindow();
    QTRY_VERIFY(desk().book().isKnown());
}

void TestEdgeInWindow::cleanup()
{
    m_window.reset();
    m_cloud.reset();
}

/// For looking at: GREENSWARD_PICTURES names a folder.
void TestEdgeInWindow::draw(const QString& name)
{
    const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(100);
    QVERIFY(m_window->grab().save(QDir(folder).filePath(QStringLiteral("edge-%1.png").arg(name))));
}

void TestEdgeInWindow::press(QWidget& in, const QString& name)
{
    for (auto* button : in.findChildren<QAbstractButton*>())
        if ((button->accessibleName() == name || button->text() == name) && button->isVisible()) {
            QVERIFY2(button->isEnabled(), qPrintable(name));
            button->setFocus();
            return QTest::keyClick(button, Qt::Key_Space);
        }
    QFAIL(qPrintable(QStringLiteral("no button ") + name));
}

QModelIndex TestEdgeInWindow::cell(const QString& from, const QString& to)
{
    int row = -1;
    int column = -1;
    for (std::size_t at = 0; at < space().matrix().ends().size(); ++at) {
        if (space().matrix().ends()[at].label == from)
            row = static_cast<int>(at);
        if (space().matrix().ends()[at].label == to)
            column = static_cast<int>(at);
    }
    return space().matrix().index(row, column);
}

void TestEdgeInWindow::makeGroup()
{
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    auto* asked = dialog<NewGroupDialog>();
    QVERIFY(asked);
    QTest::keyClicks(&asked->name(), QStringLiteral("lawn"));
    QTest::keyClick(&asked->name(), Qt::Key_Return);
    QTRY_VERIFY(!desk().chosen().empty() && desk().book().state(desk().chosen()).isKnown);
    focusWindow();
}

void TestEdgeInWindow::addThing(const QString& name)
{
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
    auto* asked = dialog<DeviceDialog>();
    QVERIFY(asked);
    QTRY_VERIFY(asked->things().count() > 0);
    QTest::keyClicks(&asked->name(), name);
    QTest::keyClick(&asked->name(), Qt::Key_Return);
    QTRY_VERIFY(desk().content(desk().chosen()).device(EdgeCloud::thingArn(name.toStdString())));
    focusWindow();
}

void TestEdgeInWindow::emptyTellsWhatThisIs()
{
    auto* nothing = space().findChild<EmptyState*>();
    QVERIFY(nothing && nothing->isVisible());
    const auto buttons = nothing->findChildren<QPushButton*>();
    QCOMPARE(buttons.size(), 1);
    draw(QStringLiteral("empty"));
    buttons.front()->setFocus();
    QTest::keyClick(buttons.front(), Qt::Key_Space);
    auto* asked = dialog<NewGroupDialog>();
    QVERIFY(asked);
    QTest::keyClicks(&asked->name(), QStringLiteral("Lawn and Garden"));
    QCOMPARE(asked->core().currentText(), QStringLiteral("LawnandGarden_Core"));
    if (const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES"); !folder.isEmpty())
        asked->grab().save(QDir(folder).filePath(QStringLiteral("edge-dialog-group.png")));
}

void TestEdgeInWindow::twoDevicesAndARouteByKeysAlone()
{
    makeGroup();
    addThing(QStringLiteral("pump"));
    addThing(QStringLiteral("lamp"));
    QCOMPARE(space().tab(), EdgeWorkspace::Routes);
    MatrixView& view = space().routes().view();
    view.setFocus(); // by F6
    QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.currentIndex(), cell(QStringLiteral("pump"), QStringLiteral("lamp")));
    QTest::keyClick(&view, Qt::Key_Return);
    auto* asked = dialog<RouteDialog>();
    QVERIFY(asked);
    QTest::keyClicks(&asked->subject(), QStringLiteral("lawn/#/x"));
    QTest::keyClick(&asked->subject(), Qt::Key_Return);
    QVERIFY2(asked->isVisible(), "what is no filter is not taken");
    asked->subject().selectAll();
    QTest::keyClicks(&asked->subject(), QStringLiteral("lawn/1"));
    QTest::keyClick(&asked->subject(), Qt::Key_Return);
    QTRY_COMPARE(view.currentIndex().data(RouteMatrix::SubjectsRole).toStringList(), QStringList{"lawn/1"});
    focusWindow();
    draw(QStringLiteral("changed"));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier); // deploy
    QTRY_COMPARE(m_cloud->deployments.size(), std::size_t{1});
    const auto routes = m_cloud->newest("subscriptions").at("Subscriptions").as_array();
    QCOMPARE(routes.size(), std::size_t{1});
    const auto& route = routes[0].as_object();
    QVERIFY(route.at("Source").as_string() == EdgeCloud::thingArn("pump").c_str());
    QVERIFY(route.at("Target").as_string() == EdgeCloud::thingArn("lamp").c_str());
    QTRY_VERIFY(!desk().isEdited(desk().chosen()));
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Delete);
    QVERIFY(view.currentIndex().data(RouteMatrix::SubjectsRole).toStringList().isEmpty());
    QCOMPARE(view.currentIndex().data(RouteMatrix::GoneRole).toStringList(), QStringList{"lawn/1"});
}

void TestEdgeInWindow::theHeadSaysHowItStands()
{
    makeGroup();
    const auto standing = [this] {
        for (auto* chip : space().findChildren<Chip*>())
            if (chip->isVisible() && chip->parentWidget() == space().findChild<Card*>())
                return chip->text();
        return QString();
    };
    QTRY_COMPARE(standing(), QStringLiteral("not deployed"));
    addThing(QStringLiteral("pump"));
    QTRY_COMPARE(standing(), QStringLiteral("changed, not deployed"));
    space().deploy();
    QTRY_COMPARE(standing(), QStringLiteral("being deployed"));
    m_cloud->deployments.front().status = "Success";
    QTRY_COMPARE(standing(), QString());
}

void TestEdgeInWindow::aNewDeviceGetsItsFiles()
{
    makeGroup();
    QTemporaryDir folder;
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
    auto* asked = dialog<DeviceDialog>();
    QVERIFY(asked);
    QTRY_VERIFY(asked->things().count() > 0);
    QVERIFY2(!asked->folder().isVisible(), "what is there needs no files");
    QTest::keyClicks(&asked->name(), QStringLiteral("fan"));
    QTRY_VERIFY(asked->folder().isVisible());
    asked->folder().setText(folder.path());
    if (const QString pictures = qEnvironmentVariable("GREENSWARD_PICTURES"); !pictures.isEmpty())
        asked->grab().save(QDir(pictures).filePath(QStringLiteral("edge-dialog-device.png")));
    QVERIFY(policyForEdgeDevice(EdgeCloud::thingArn("lawn_Core"), "fan").find("greengrass:Discover") != std::string::npos);
    QTest::keyClick(asked, Qt::Key_Escape);
}

void TestEdgeInWindow::functionsLiveAsTheyAreToldTo()
{
    makeGroup();
    space().showTab(EdgeWorkspace::Functions);
    press(space(), QStringLiteral("Add a function …"));
    auto* asked = dialog<EdgeFunctionDialog>();
    QVERIFY(asked);
    QTRY_COMPARE(asked->choice().count(), 3); // and the spool
    asked->pinned().setChecked(true);
    asked->memory().setValue(65536);
    if (const QString pictures = qEnvironmentVariable("GREENSWARD_PICTURES"); !pictures.isEmpty())
        asked->grab().save(QDir(pictures).filePath(QStringLiteral("edge-dialog-function.png")));
    QTest::keyClick(&asked->memory(), Qt::Key_Return);
    const std::string arn = EdgeCloud::functionArn("counter:1");
    QTRY_VERIFY(desk().content(desk().chosen()).function(arn));
    const EdgeFunctionSettings settings = settingsOf(*desk().content(desk().chosen()).function(arn));
    QVERIFY(settings.pinned);
    QCOMPARE(settings.memoryKB, 65536);
    draw(QStringLiteral("functions"));
    QVERIFY(space().matrix().placeOf(arn) >= 0);
    focusWindow();
    space().functions().table().selectRow(0);
    space().functions().table().setFocus();
    QTest::keyClick(&space().functions().table(), Qt::Key_Delete);
    QVERIFY(!desk().content(desk().chosen()).function(arn));
}

void TestEdgeInWindow::theSpoolGaugeFills()
{
    makeGroup();
    CoreView& core = m_cloud->cores.core("lawn_Core");
    core.groupId = desk().chosen();
    core.groupVersion = desk().book().state(desk().chosen()).version;
    core.serving = true;
    core.devices = {"pump", "lamp"};
    core.spool = {.messages = 42, .bytes = 1966080, .limit = 2621440, .onDisk = true, .discarded = 0};
    core.traffic = {.localMessages = 1000, .localBytes = 100000, .cloudMessages = 10, .cloudBytes = 1000};
    core.certificateEnds = m_cloud->clock().wall() + std::chrono::hours(24 * 7);
    QTRY_COMPARE(space().core().spool().share(), 0.75);
    QVERIFY(space().core().spool().accessibleDescription().contains(QStringLiteral("42")));
    QVERIFY(space().core().spool().accessibleDescription().contains(QStringLiteral("on disk")));
    QCOMPARE(space().core().said(QStringLiteral("Devices")), QStringLiteral("pump, lamp"));
    QCOMPARE(space().core().said(QStringLiteral("In money")), QStringLiteral("no prices are known"));
    draw(QStringLiteral("core"));
}

void TestEdgeInWindow::theCableIsPulled()
{
    makeGroup();
    QTRY_VERIFY(space().core().wan().isVisible());
    press(space().core(), QStringLiteral("Pull the core's cable to the cloud"));
    QVERIFY(!m_cloud->cores.core("lawn_Core").wan);
    QTRY_COMPARE(space().core().said(QStringLiteral("Cloud")), QStringLiteral("cable pulled"));
    press(space().core(), QStringLiteral("Put the core's cable to the cloud in"));
    QVERIFY(m_cloud->cores.core("lawn_Core").wan);
    press(space().core(), QStringLiteral("Switch the core off"));
    QTRY_COMPARE(space().core().power().text(), QStringLiteral("Switch on"));
    QVERIFY(!m_cloud->cores.core("lawn_Core").running);
}

void TestEdgeInWindow::withoutCoresTheApiPartsWork()
{
    open(false);
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    auto* asked = dialog<NewGroupDialog>();
    QVERIFY(asked);
    QTRY_COMPARE(asked->core().count(), 2);
    QTest::keyClicks(&asked->name(), QStringLiteral("lawn"));
    asked->core().setEditText(QStringLiteral("pump"));
    QTest::keyClick(&asked->name(), Qt::Key_Return);
    QTRY_VERIFY(desk().book().state(desk().chosen()).isKnown);
    QVERIFY(!space().core().wan().isVisible());
    focusWindow();
    addThing(QStringLiteral("lamp"));
    space().deploy();
    QTRY_COMPARE(m_cloud->deployments.size(), std::size_t{1});
    draw(QStringLiteral("nobody-tells"));
}

void TestEdgeInWindow::addressesAreWritten()
{
    makeGroup();
    space().showTab(EdgeWorkspace::Access);
    AccessPage& page = space().access();
    QVERIFY(!page.save().isEnabled());
    QVERIFY(page.addresses().setData(page.addresses().index(0, AddressModel::Host), QStringLiteral("pi.local"), Qt::EditRole));
    QVERIFY2(!page.addresses().setData(page.addresses().index(0, AddressModel::Port), QStringLiteral("70000"), Qt::EditRole),
             "no such port");
    press(page, QStringLiteral("Save the addresses of the core"));
    QTRY_COMPARE(m_cloud->addresses.size(), std::size_t{1});
    const auto& address = m_cloud->addresses[0].as_object();
    QVERIFY(address.at("HostAddress").as_string() == "pi.local" && address.at("PortNumber").as_int64() == 8883);
    QTRY_COMPARE(desk().book().state(desk().chosen()).addresses.size(), std::size_t{1});
    draw(QStringLiteral("access"));
}

void TestEdgeInWindow::headsStandUprightWhereThereIsLittleRoom()
{
    makeGroup();
    desk().edit(desk().chosen(), [](GroupContent& content) {
        for (int number = 1; number <= 8; ++number)
            content.addDevice(EdgeCloud::thingArn("sprinkler-with-a-long-name-" + std::to_string(number)), "c");
        content.addFunction(EdgeCloud::functionArn("moisture-filter:prod"), {});
        const std::string first = EdgeCloud::thingArn("sprinkler-with-a-long-name-1");
        content.setSubjects(first, kCloudEnd, {"lawn/1/moisture", "lawn/1/flow"});
        content.setSubjects(first, EdgeCloud::functionArn("moisture-filter:prod"), {"lawn/+/moisture"});
        content.setSubjects(EdgeCloud::functionArn("moisture-filter:prod"), first, {"lawn/1/water"});
    });
    MatrixView& view = space().routes().view();
    QTRY_VERIFY(view.isDense());
    draw(QStringLiteral("many"));
    m_window->resize(1024, 768);
    QTest::qWait(50);
    draw(QStringLiteral("many-1024"));
    m_window->resize(1280, 800);
}

void TestEdgeInWindow::aResetIsAskedFor()
{
    makeGroup();
    trigger("edge.reset");
    QVERIFY(space().notice().text().contains(QStringLiteral("lawn")));
    QVERIFY(m_cloud->deployments.empty());
    press(space().notice(), QStringLiteral("Reset"));
    QTRY_COMPARE(m_cloud->deployments.size(), std::size_t{1});
    QCOMPARE(m_cloud->deployments.front().type, std::string("ResetDeployment"));
    m_cloud->deployments.front().status = "Success";
    QTRY_VERIFY(!desk().book().isDeploying(desk().chosen()));
    trigger("edge.delete");
    press(space().notice(), QStringLiteral("Delete"));
    QTRY_VERIFY(desk().book().groups().empty());
    QTRY_VERIFY(space().findChild<EmptyState*>()->isVisible());
}

void TestEdgeInWindow::whatIsChangedSurvivesAnotherZoom()
{
    makeGroup();
    addThing(QStringLiteral("pump"));
    m_window->setLayout(Layout::Present); // makes the views anew
    QTest::qWait(50);
    QVERIFY(desk().isEdited(desk().chosen()));
    QVERIFY(space().matrix().placeOf(EdgeCloud::thingArn("pump")) >= 0);
    m_window->setLayout(Layout::Explore);
    QTest::qWait(50);
}

static const bool kRegistered = registerTest<TestEdgeInWindow>();

} // namespace greensward::ui

#include "tst_edge_in_window.moc"
