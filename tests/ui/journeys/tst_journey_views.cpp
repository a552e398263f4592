// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/journeys/journey_panel.h"
#include "ui/journeys/journey_strip.h"
#include "ui/shell/main_window.h"

#include <QDockWidget>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

namespace greensward::ui {

class TestJourneyViews final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void stripTellsTheWayOnOneLine();
    void enterOnTheStripAsksForTheWhole();
    void jOpensTheJourneyOfTheChosenMessage();
    void enterOnAStepGoesToWhatItSpeaksOf();
    void f1OnALaneExplainsElseTheJourneyDoes();
    void theDockIsThereInEveryWorkspace();

private:
    QDockWidget& dock() { return *m_window->findChild<QDockWidget*>(QStringLiteral("journey")); }
    QTreeView& steps() { return m_window->findChild<JourneyPanel*>()->steps(); }
    trace::EventId message(const std::string& topic);
    void pump();

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestJourneyViews::init()
{
    m_engine = std::make_unique<FakeEngine>();
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    pump();
}

void TestJourneyViews::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestJourneyViews::pump()
{
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    QCoreApplication::processEvents();
}

/// A message that one client received; its id.
trace::EventId TestJourneyViews::message(const std::string& topic)
{
    m_engine->message("ev-gen-123", topic, "9.5");
    pump();
    const auto id = m_window->mirror().model<JourneyModel>().memory().newest();
    m_engine->record({.kind = trace::Kind::MessageDelivered,
                      .cause = id,
                      .journey = id,
                      .subject = "sprinkler-456",
                      .object = topic});
    pump();
    return id;
}

void TestJourneyViews::stripTellsTheWayOnOneLine()
{
    JourneyStrip strip(m_window->mirror());
    strip.show();
    QVERIFY(strip.sentence().startsWith(QStringLiteral("Choose")));
    m_window->mirror().selection().setEvent(message("farm/wind"));
    QCOMPARE(strip.accessibleDescription(),
             QStringLiteral("ev-gen-123 publishes → gateway: allowed → 1 received · 0.00 ms"));
    QVERIFY(strip.accessibleName().startsWith(QStringLiteral("Journey of message")));
}

void TestJourneyViews::enterOnTheStripAsksForTheWhole()
{
    JourneyStrip strip(m_window->mirror());
    strip.show();
    const QSignalSpy asked(&strip, &JourneyStrip::journeyAsked);
    QTest::keyClick(&strip, Qt::Key_Return);
    QTest::mouseClick(&strip, Qt::LeftButton);
    QCOMPARE(asked.size(), 2);
}

void TestJourneyViews::jOpensTheJourneyOfTheChosenMessage()
{
    QVERIFY(!dock().isVisible());
    m_window->showWorkspace(QStringLiteral("topics"));
    const auto id = message("farm/wind");
    m_window->mirror().selection().setEvent(id);
    QTest::keyClick(m_window.get(), Qt::Key_J);
    QVERIFY(dock().isVisible());
    QCOMPARE(dock().windowTitle(), QStringLiteral("Journey of message %1").arg(id));
    QVERIFY(steps().hasFocus());
    QCOMPARE(steps().model()->index(2, 0).data().toString(), QStringLiteral("Gateway: allowed"));
    QVERIFY(steps().isExpanded(steps().model()->index(3, 0)));
}

void TestJourneyViews::enterOnAStepGoesToWhatItSpeaksOf()
{
    m_window->showWorkspace(QStringLiteral("bench"));
    m_window->mirror().selection().setEvent(message("farm/wind"));
    QTest::keyClick(m_window.get(), Qt::Key_J);
    const QModelIndex received = steps().model()->index(3, 0);
    steps().setCurrentIndex(steps().model()->index(0, 0, received));
    QTest::keyClick(&steps(), Qt::Key_Return);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("connections"));
    QCOMPARE(m_window->mirror().selection().client(), QStringLiteral("sprinkler-456"));
    QVERIFY(dock().isVisible());
    steps().setCurrentIndex(steps().model()->index(1, 0));
    QTest::keyClick(&steps(), Qt::Key_Return);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
    QCOMPARE(m_window->mirror().selection().topic(), QStringLiteral("farm/wind"));
}

void TestJourneyViews::f1OnALaneExplainsElseTheJourneyDoes()
{
    m_window->showWorkspace(QStringLiteral("connections"));
    auto& client = *m_window->findChild<QDockWidget*>(QStringLiteral("client"));
    client.hide();
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QVERIFY(client.isVisible());
    QVERIFY(!dock().isVisible());
    m_window->showWorkspace(QStringLiteral("topics"));
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    QVERIFY(dock().isVisible());
}

void TestJourneyViews::theDockIsThereInEveryWorkspace()
{
    for (const QString& id : m_window->workspaceIds()) {
        m_window->showWorkspace(id);
        QVERIFY2(!dock().isVisible(), qPrintable(id));
        m_window->showJourney();
        QVERIFY2(dock().isVisible(), qPrintable(id));
        QCOMPARE(m_window->dockWidgetArea(&dock()), Qt::BottomDockWidgetArea);
    }
}

namespace {
const bool kRegistered = registerTest<TestJourneyViews>();
} // namespace

} // namespace greensward::ui

#include "tst_journey_views.moc"
