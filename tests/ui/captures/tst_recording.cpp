// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/captures/capture_desk.h"
#include "ui/captures/capture_notice.h"
#include "ui/captures/record_button.h"
#include "ui/captures/replay_dialog.h"
#include "ui/shell/main_window.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace greensward::ui {

/// What a person records and replays in the console's own window.
class TestRecording final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void ctrlShiftRRecordsAndStops();
    void buttonTellsTimeAndSize();
    void finishedRecordingCanBeOpened();
    void problemIsTold();
    void replayAsksForThePace();
    void replayShowsItsProgressAndStops();
    void stripTakesNoRoomWhenItIsPutAway();
    void recordingSurvivesAZoom();
    void durationsReadAsAClock();

private:
    void tick() { m_window->mirror().refreshStatus(); }
    CaptureNotice& notice() { return *m_window->captures().notice(); }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestRecording::init()
{
    m_engine = std::make_unique<FakeEngine>();
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestRecording::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestRecording::ctrlShiftRRecordsAndStops()
{
    QTest::keyClick(m_window.get(), Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(m_engine->capture.recording);
    const QString file = QString::fromStdString(m_engine->capture.file);
    QVERIFY2(file.endsWith(QStringLiteral(".wscap")), qPrintable(file));
    QCOMPARE(m_window->captures().recordButton()->accessibleName(), QStringLiteral("Stop recording"));
    QTest::mouseClick(m_window->captures().recordButton(), Qt::LeftButton);
    QVERIFY(!m_engine->capture.recording);
    QCOMPARE(m_window->captures().recordButton()->text(), QStringLiteral("Record"));
}

void TestRecording::buttonTellsTimeAndSize()
{
    m_engine->capture = {};
    m_engine->capture.recording = true;
    m_engine->capture.bytes = 3u << 20;
    m_engine->capture.seconds = 75;
    tick();
    QCOMPARE(m_window->captures().recordButton()->text(), QStringLiteral("1:15 · 3.0 MiB"));
    m_engine->capture = {};
    m_engine->capture.packing = true;
    tick();
    QVERIFY(!m_window->captures().recordButton()->isEnabled());
}

void TestRecording::finishedRecordingCanBeOpened()
{
    QVERIFY(!notice().isVisible());
    m_engine->capture = {};
    m_engine->capture.events = 1204;
    m_engine->capture.recorded = "/data/captures/a.wscap";
    tick();
    QVERIFY(notice().isVisible());
    QVERIFY2(notice().text().contains(QStringLiteral("/data/captures/a.wscap")), qPrintable(notice().text()));
    QSignalSpy asked(m_window.get(), &MainWindow::captureAsked);
    QTest::mouseClick(&notice().button(), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked[0][0].toString(), QStringLiteral("/data/captures/a.wscap"));
    QVERIFY(!notice().isVisible());
}

void TestRecording::problemIsTold()
{
    m_engine->capture.problem = "less than 256 MiB of the disk are free";
    tick();
    QVERIFY(notice().isVisible());
    QCOMPARE(notice().text(), QStringLiteral("less than 256 MiB of the disk are free"));
}

void TestRecording::replayAsksForThePace()
{
    m_window->captures().replay(QStringLiteral("/tmp/morning.wscap"));
    auto* dialog = m_window->findChild<ReplayDialog*>();
    QVERIFY(dialog);
    auto* pace = dialog->findChild<QComboBox*>();
    pace->setCurrentIndex(pace->findData(10.0));
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(m_engine->capture.replaying);
    QCOMPARE(m_engine->capture.speed, 10.0);
    QCOMPARE(m_engine->capture.replayFile, std::string("/tmp/morning.wscap"));
}

void TestRecording::replayShowsItsProgressAndStops()
{
    m_engine->capture = {};
    m_engine->capture.replaying = true;
    m_engine->capture.replayFile = "/tmp/morning.wscap";
    m_engine->capture.progress = 0.25;
    m_engine->capture.replayed = 12;
    tick();
    QVERIFY(notice().isVisible());
    QCOMPARE(notice().text(), QStringLiteral("Replaying morning.wscap: 12 messages sent, 25 %"));
    QTest::mouseClick(&notice().button(), Qt::LeftButton);
    QVERIFY(!m_engine->capture.replaying);
    m_engine->capture.replaySummary = "12 messages sent";
    tick();
    QCOMPARE(notice().text(), QStringLiteral("Replay of morning.wscap: 12 messages sent."));
}

void TestRecording::stripTakesNoRoomWhenItIsPutAway()
{
    const QMargins before = m_window->contentsMargins();
    m_window->captures().tell(QStringLiteral("something"));
    QCOMPARE(m_window->contentsMargins().bottom(), before.bottom() + CaptureNotice::tall());
    QVERIFY(notice().geometry().bottom() < m_window->height());
    emit notice().dismissed();
    QCOMPARE(m_window->contentsMargins(), before);
    QVERIFY(!notice().isVisible());
}

void TestRecording::recordingSurvivesAZoom()
{
    m_engine->capture = {};
    m_engine->capture.recording = true;
    m_engine->capture.bytes = 1024;
    m_engine->capture.seconds = 5;
    tick();
    m_window->setZoom(1.5);
    QTRY_COMPARE(zoom(), 1.5);
    QCoreApplication::processEvents();
    QCOMPARE(m_window->captures().recordButton()->accessibleName(), QStringLiteral("Stop recording"));
    m_window->setZoom(1);
    QCoreApplication::processEvents();
}

void TestRecording::durationsReadAsAClock()
{
    QCOMPARE(durationText(0), QStringLiteral("0:00"));
    QCOMPARE(durationText(75.9), QStringLiteral("1:15"));
    QCOMPARE(durationText(3600 + 61), QStringLiteral("1:01:01"));
}

static const bool kRegistered = registerTest<TestRecording>();

} // namespace greensward::ui

#include "tst_recording.moc"
