// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/connections/connections_workspace.h"
#include "ui/connections/lane_painter.h"
#include "ui/connections/lanes_view.h"
#include "ui/connections/moments_table.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QTableView>
#include <QTest>

namespace greensward::ui {

class TestConnections final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void arrowsChooseTheClientForTheWholeWindow();
    void aClientChosenElsewhereIsMarked();
    void zoomAndPanByKeyboard();
    void pauseKeepsThePicture();
    void tableTwinShowsTheSame();
    void panelAnswersWhy();
    void theStoryOfTheChosenClientStandsBelowFewLanes();
    void arrowsWalkAlongWhatHappened();
    void endShapesDiffer();
    void keepOnlySetsTheScope();

private:
    void pump(Duration time = {});
    LanesView& lanes() { return space().lanes(); }
    ConnectionsWorkspace& space()
    {
        return *qobject_cast<ConnectionsWorkspace*>(m_window->workspace(QStringLiteral("connections")));
    }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestConnections::init()
{
    m_engine = std::make_unique<FakeEngine>();
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showWorkspace(QStringLiteral("connections"));
    pump(std::chrono::seconds(5));
}

void TestConnections::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestConnections::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    QCoreApplication::processEvents();
}

void TestConnections::arrowsChooseTheClientForTheWholeWindow()
{
    lanes().setFocus();
    QTest::keyClick(&lanes(), Qt::Key_Down);
    const QString first = m_window->mirror().selection().client();
    QVERIFY(!first.isEmpty());
    QTest::keyClick(&lanes(), Qt::Key_Down);
    QVERIFY(m_window->mirror().selection().client() != first);
    QTest::keyClick(&lanes(), Qt::Key_Down); // there is no third one
    QCOMPARE(lanes().currentLane(), 1);
    QVERIFY(lanes().accessibleDescription().contains(m_window->mirror().selection().client()));
}

void TestConnections::aClientChosenElsewhereIsMarked()
{
    m_window->mirror().selection().setClient(QStringLiteral("sprinkler-456"));
    QCOMPARE(lanes().currentLane(),
             m_window->mirror().model<ConnectionsModel>().rowOf(QStringLiteral("sprinkler-456")));
}

void TestConnections::zoomAndPanByKeyboard()
{
    lanes().setFocus();
    const double before = lanes().secondsWide();
    QTest::keyClick(&lanes(), Qt::Key_Plus);
    QVERIFY(lanes().secondsWide() < before);
    QVERIFY(lanes().isFollowing());
    QTest::keyClick(&lanes(), Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(!lanes().isFollowing());
    QTest::keyClick(&lanes(), Qt::Key_End);
    QVERIFY(lanes().isFollowing());
    lanes().setSecondsWide(1e9);
    QCOMPARE(lanes().secondsWide(), LanesView::kMostSeconds);
}

void TestConnections::pauseKeepsThePicture()
{
    m_window->setPaused(true);
    const QImage before = lanes().viewport()->grab().toImage();
    pump(std::chrono::seconds(1));
    m_engine->command("ev-gen-123", DeviceCommand::Crash, 0);
    pump(std::chrono::seconds(10));
    QCOMPARE(lanes().viewport()->grab().toImage(), before);
    m_window->setPaused(false);
    pump();
    QVERIFY(lanes().viewport()->grab().toImage() != before);
}

void TestConnections::tableTwinShowsTheSame()
{
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(space().showsTable());
    auto* table = space().findChild<QTableView*>();
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 2);
    table->selectRow(1);
    QCOMPARE(m_window->mirror().selection().client(), table->model()->index(1, 0).data().toString());
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!space().showsTable());
}

void TestConnections::panelAnswersWhy()
{
    m_window->mirror().selection().setClient(QStringLiteral("ev-gen-123"));
    m_engine->command("ev-gen-123", DeviceCommand::CutCable, 0);
    pump();
    QString all;
    for (const auto* label : m_window->findChildren<QLabel*>())
        if (label->isVisible())
            all += label->text();
    QVERIFY2(all.contains(QStringLiteral("1.5 times the keep-alive of 30 s")), qPrintable(all));
    QVERIFY2(all.contains(QStringLiteral("on lastwill/ev-gen-123: no packet for 45 s")), qPrintable(all));
}

void TestConnections::theStoryOfTheChosenClientStandsBelowFewLanes()
{
    auto* story = space().findChild<MomentsTable*>();
    QVERIFY(!story->isVisible()); // nobody is chosen
    m_window->mirror().selection().setClient(QStringLiteral("ev-gen-123"));
    QVERIFY(story->isVisible());
    QCOMPARE(story->model()->rowCount(), 1);
    m_engine->command("ev-gen-123", DeviceCommand::Crash, 0);
    pump(std::chrono::seconds(1));
    QCOMPARE(story->model()->rowCount(), 3);
    const QModelIndex newest = story->model()->index(0, MomentsModel::What);
    QCOMPARE(newest.data().toString(), QStringLiteral("will sent on lastwill/ev-gen-123"));
    QVERIFY(newest.siblingAtColumn(MomentsModel::Why).data().toString().contains(QStringLiteral("MQTT-3.1.2-8")));
    story->setFocus();
    story->selectRow(1);
    QCOMPARE(lanes().currentMoment()->what, LaneMoment::What::Ended);
    QVERIFY(m_window->mirror().selection().event() != 0);
    m_window->resize(1024, 600); // no room: the sentence says it
    for (int at = 0; at < 40; ++at)
        m_engine->event(trace::Kind::ClientRefused, "stranger-" + std::to_string(at), "127.0.0.1:1", "no");
    pump();
    QVERIFY(!story->isVisible());
}

void TestConnections::arrowsWalkAlongWhatHappened()
{
    m_engine->command("ev-gen-123", DeviceCommand::Crash, 0);
    pump();
    m_window->mirror().selection().setClient(QStringLiteral("ev-gen-123"));
    lanes().setFocus();
    QTest::keyClick(&lanes(), Qt::Key_Left);
    QCOMPARE(lanes().currentMoment()->what, LaneMoment::What::WillSent);
    QTest::keyClick(&lanes(), Qt::Key_Home);
    QCOMPARE(lanes().currentMoment()->what, LaneMoment::What::Connected);
    QTest::keyClick(&lanes(), Qt::Key_Right);
    QCOMPARE(lanes().currentMoment()->what, LaneMoment::What::Ended);
    QVERIFY2(lanes().accessibleDescription().contains(QStringLiteral("the connection ended (lost)")),
             qPrintable(lanes().accessibleDescription()));
    QTest::keyClick(&lanes(), Qt::Key_End);
    QVERIFY(!lanes().currentMoment());
}

void TestConnections::endShapesDiffer()
{
    std::vector<QImage> drawn;
    for (const EndShape shape : {EndShape::Square, EndShape::Spike, EndShape::Clock, EndShape::Chevrons, EndShape::Lock,
                                 EndShape::Cross, EndShape::Stop}) {
        QImage image(24, 24, QImage::Format_RGB32);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            paintEnd(painter, QPointF(12, 12), shape);
        }
        // Without colour: the shape alone must tell.
        const QImage grey = image.convertToFormat(QImage::Format_Mono, Qt::ThresholdDither);
        for (const QImage& other : drawn)
            QVERIFY(grey != other);
        drawn.push_back(grey);
    }
}

void TestConnections::keepOnlySetsTheScope()
{
    m_window->mirror().selection().setClient(QStringLiteral("ev-gen-123"));
    for (auto* button : m_window->findChildren<QAbstractButton*>())
        if (button->text() == QStringLiteral("Keep only this client"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(m_window->mirror().scope().terms().size(), 1);
    QVERIFY(m_window->mirror().scope().text().contains(QStringLiteral("ev-gen-123")));
}

namespace {
const bool kRegistered = registerTest<TestConnections>();
} // namespace

} // namespace greensward::ui

#include "tst_connections.moc"
