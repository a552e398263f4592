// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_port.h"
#include "capture/writer.h"
#include "shadow_cloud.h"
#include "test_registry.h"
#include "ui/models/shadow_book.h"
#include "ui/shadows/shadow_fields_model.h"
#include "ui/shadows/shadow_fields_view.h"
#include "ui/shadows/shadows_workspace.h"
#include "ui/shadows/version_rail.h"
#include "ui/shell/main_window.h"

#include <QTemporaryDir>
#include <QTest>

namespace greensward::ui {

/// A capture tells of its shadows what the window told when they were alive, and nothing in it can be written.
class TestShadowCapture final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsTheLastDocumentAndWhoWroteIt();
    void goesBackThroughTheVersions();
    void nothingCanBeWritten();

private:
    ShadowsWorkspace& space()
    {
        return *qobject_cast<ShadowsWorkspace*>(m_window->workspace(QStringLiteral("shadows")));
    }
    ShadowFieldsModel& model() { return *static_cast<ShadowFieldsModel*>(space().fields().model()); }
    QString cell(int column) { return model().find({"limit"}).siblingAtColumn(column).data().toString(); }

    QTemporaryDir m_folder;
    std::string m_file;
    SystemClock m_clock;
    std::unique_ptr<app::CapturePort> m_port;
    std::unique_ptr<MainWindow> m_window;
};

void TestShadowCapture::initTestCase()
{
    ShadowCloud cloud(false);
    m_file = m_folder.filePath(QStringLiteral("shadows.wscap")).toStdString();
    auto writer =
        capture::Writer::create(m_file, {.endpoint = "localhost:8883", .started = cloud.clock().wall()}, {.keepFree = 0});
    QVERIFY(writer);
    cloud.update("wt-1", "wt-1", R"({"state":{"reported":{"limit":25}}})");
    cloud.update("app", "wt-1", R"({"state":{"desired":{"limit":20}}})");
    cloud.update("app", "wt-1", R"({"state":{"desired":{"limit":18}},"version":1})"); // too late: 409
    for (const auto& chunk : cloud.drain())
        for (const trace::Event& event : chunk->events())
            QVERIFY((*writer)->write(event, *chunk));
    QVERIFY((*writer)->finish(cloud.clock().wall()));
}

void TestShadowCapture::init()
{
    auto port = app::CapturePort::open(m_file, m_clock);
    QVERIFY(port);
    m_port = std::move(*port);
    m_window = std::make_unique<MainWindow>(*m_port, m_port->clock());
    m_window->setMotion(false);
    m_window->show();
    m_window->showWorkspace(QStringLiteral("shadows"));
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    const auto known = [this] {
        m_window->mirror().feed().drainNow();
        const ShadowRecord* record = m_window->mirror().model<ShadowBook>().classic("wt-1");
        return !m_port->isBehind() && record && record->changes().size() == 3;
    };
    QTRY_VERIFY(known());
    space().choose({.thing = "wt-1", .shadow = {}});
}

void TestShadowCapture::cleanup()
{
    m_window.reset();
    m_port.reset();
}

void TestShadowCapture::showsTheLastDocumentAndWhoWroteIt()
{
    QCOMPARE(cell(ShadowFieldsModel::Desired), QStringLiteral("20"));
    QCOMPARE(cell(ShadowFieldsModel::Reported), QStringLiteral("25"));
    const auto& changes = m_window->mirror().model<ShadowBook>().classic("wt-1")->changes();
    QCOMPARE(QString::fromStdString(changes[1].who), QStringLiteral("app"));
    QVERIFY(!changes[2].accepted());
}

void TestShadowCapture::goesBackThroughTheVersions()
{
    space().rail().choose(0);
    QCOMPARE(cell(ShadowFieldsModel::Reported), QStringLiteral("25"));
    QCOMPARE(cell(ShadowFieldsModel::Desired), QString()); // nothing was desired yet
}

void TestShadowCapture::nothingCanBeWritten()
{
    for (const int column : {int(ShadowFieldsModel::Desired), int(ShadowFieldsModel::Reported)})
        QVERIFY(!model().flags(model().find({"limit"}).siblingAtColumn(column)).testFlag(Qt::ItemIsEditable));
}

namespace {
const bool kRegistered = registerTest<TestShadowCapture>();
} // namespace

} // namespace greensward::ui

#include "tst_shadow_capture.moc"
