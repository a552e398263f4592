// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/capture_port.h"
#include "capture/reader.h"
#include "capture/rolling_writer.h"
#include "capture/writer.h"
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/bench/bench_card.h"
#include "ui/bench/bench_workspace.h"
#include "ui/captures/capture_desk.h"
#include "ui/captures/capture_notice.h"
#include "ui/captures/player_bar.h"
#include "ui/captures/share_dialog.h"
#include "ui/connections/connections_model.h"
#include "ui/kit/card.h"
#include "ui/kit/workspace.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>

namespace greensward::ui {

using trace::Kind;

/// The real window on a capture of a fake engine's five minutes.
class TestCaptureWindow final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void everyViewIsFilled();
    void everyWorkspaceCanBeShown();
    void isMarkedAsACapture();
    void nothingHereAnswers();
    void deviceControlsSayWhyTheyAreOff();
    void whatOnlyALiveAccountHasSaysSo_data();
    void whatOnlyALiveAccountHasSaysSo();
    void emptyPlacesOfferNothingThatActs();
    void opensAKeptSession();
    void spacePlays();
    void goesBackAndForth();
    void everyVisibleControlHasAName();
    void sharesACopy();

private:
    void settle();
    QSlider& slider() { return *m_window->captures().player()->findChild<QSlider*>(); }

    QTemporaryDir m_folder;
    std::string m_file;
    int m_rows = 0; ///< of the log
    SystemClock m_clock;
    std::unique_ptr<app::CapturePort> m_port;
    std::unique_ptr<MainWindow> m_window;
};

void TestCaptureWindow::initTestCase()
{
    FakeEngine engine;
    m_file = m_folder.filePath(QStringLiteral("morning.wscap")).toStdString();
    auto writer = capture::Writer::create(m_file, {.endpoint = "localhost:8883", .started = engine.clock().wall()},
                                          {.keepFree = 0});
    QVERIFY(writer);
    engine.record(
        {.kind = Kind::DeviceStarted, .subject = "ev-gen-123", .object = "turbines/ev-gen/123", .detail = "turbine"});
    engine.record({.kind = Kind::DeviceState,
                   .subject = "ev-gen-123",
                   .detail = "online",
                   .payload = asBytes(R"({"wind":9.5,"temperature":41})")});
    for (int second = 0; second < 300; ++second) {
        engine.advance(std::chrono::seconds(1));
        if (second == 100)
            engine.command("ev-gen-123", DeviceCommand::CutCable, 0);
        if (second == 150)
            engine.command("ev-gen-123", DeviceCommand::HealCable, 0);
    }
    // What a window shows of the engine itself is what it is to show of the capture.
    MessageLogModel live;
    for (const auto& chunk : engine.drain()) {
        live.ingest(*chunk);
        for (const trace::Event& event : chunk->events())
            QVERIFY((*writer)->write(event, *chunk));
    }
    live.publish();
    m_rows = live.rowCount();
    QVERIFY(m_rows > 300);
    QVERIFY((*writer)->finish(engine.clock().wall()));
}

void TestCaptureWindow::init()
{
    auto port = app::CapturePort::open(m_file, m_clock);
    QVERIFY(port);
    m_port = std::move(*port);
    m_window = std::make_unique<MainWindow>(*m_port, m_port->clock());
    m_window->setMotion(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    settle();
}

void TestCaptureWindow::cleanup()
{
    m_window.reset();
    m_port.reset();
}

void TestCaptureWindow::settle()
{
    QCoreApplication::processEvents();
    do {
        m_window->mirror().feed().drainNow();
        QTest::qWait(1);
    } while (m_port->isBehind());
    m_window->mirror().feed().drainNow();
}

void TestCaptureWindow::everyViewIsFilled()
{
    EngineMirror& mirror = m_window->mirror();
    QCOMPARE(mirror.log().rowCount(), m_rows);
    QVERIFY(mirror.topics().rowCount() > 0);
    QVERIFY(mirror.activity().rowCount() > 0);
    QCOMPARE(mirror.devices().rowCount(), 1);
    QCOMPARE(mirror.devices().device(0).title, std::string("Wind turbine 123"));
    QVERIFY(mirror.model<ConnectionsModel>().rowCount() >= 2);
    QVERIFY(!mirror.series().fields("ev-gen-123").empty());
    QCOMPARE(mirror.status().origin, Origin::Capture);
}

void TestCaptureWindow::everyWorkspaceCanBeShown()
{
    for (const QString& id : m_window->workspaceIds()) {
        m_window->showWorkspace(id);
        m_window->workspace(id)->fillForPicture();
        QCoreApplication::processEvents();
        const QPixmap picture = m_window->grab();
        QVERIFY(!picture.isNull());
        if (const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES"); !folder.isEmpty())
            picture.save(QDir(folder).filePath(QStringLiteral("capture-%1.png").arg(id)));
    }
}

void TestCaptureWindow::isMarkedAsACapture()
{
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("morning.wscap")));
    int marks = 0;
    for (const Chip* chip : m_window->findChildren<Chip*>())
        marks += chip->isVisible() && chip->text() == QStringLiteral("CAPTURE · morning.wscap");
    QCOMPARE(marks, 2);
    QVERIFY(!m_window->captures().recordButton());
}

void TestCaptureWindow::nothingHereAnswers()
{
    const int rows = m_window->mirror().log().rowCount();
    m_window->mirror().publish({.topic = "a", .payload = "b", .qos = 0, .retain = false});
    QVERIFY(m_window->captures().notice()->isVisible());
    QVERIFY(m_window->captures().notice()->text().contains(QStringLiteral("nothing here answers")));
    settle();
    QCOMPARE(m_window->mirror().log().rowCount(), rows);
    emit m_window->captures().notice()->dismissed();
    QVERIFY(m_window->captures().player()->isVisible());
}

void TestCaptureWindow::deviceControlsSayWhyTheyAreOff()
{
    m_window->showWorkspace(QStringLiteral("bench"));
    settle();
    auto* bench = qobject_cast<BenchWorkspace*>(m_window->workspace(QStringLiteral("bench")));
    QVERIFY(bench && !bench->cards().empty());
    int controls = 0;
    for (const BenchCard* card : bench->cards())
        for (auto* control : card->findChildren<QWidget*>()) {
            if (!qobject_cast<QAbstractButton*>(control) && !qobject_cast<QComboBox*>(control) &&
                !qobject_cast<QSlider*>(control))
                continue;
            ++controls;
            const QByteArray what = control->accessibleName().toUtf8();
            QVERIFY2(!control->isEnabled(), what.constData());
            QVERIFY2(control->toolTip().contains(QStringLiteral("capture")), what.constData());
            QVERIFY2(control->accessibleDescription().contains(QStringLiteral("capture")), what.constData());
        }
    QVERIFY(controls >= 4);
}

void TestCaptureWindow::whatOnlyALiveAccountHasSaysSo_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("control");
    QTest::newRow("ask the account") << QStringLiteral("security") << QStringLiteral("Ask the account again");
    QTest::newRow("subscribe") << QStringLiteral("testclient") << QStringLiteral("Subscribe to the filter");
    QTest::newRow("filter") << QStringLiteral("testclient") << QStringLiteral("Topic filter to subscribe to");
    QTest::newRow("field") << QStringLiteral("shadows") << QStringLiteral("Add a field to desired");
}

void TestCaptureWindow::whatOnlyALiveAccountHasSaysSo()
{
    QFETCH(QString, workspace);
    QFETCH(QString, control);
    m_window->showWorkspace(workspace);
    settle();
    QWidget* found = nullptr;
    for (auto* one : m_window->workspace(workspace)->findChildren<QWidget*>())
        if (one->accessibleName() == control)
            found = one;
    QVERIFY(found);
    QVERIFY(!found->isEnabled());
    QVERIFY2(found->toolTip().contains(QStringLiteral("capture")), qPrintable(found->toolTip()));
}

void TestCaptureWindow::emptyPlacesOfferNothingThatActs()
{
    m_window->showWorkspace(QStringLiteral("cost"));
    settle();
    for (const char* id : {"shadows", "testclient", "doctor"}) // nothing in their empty places offers to act
        for (const auto* place : m_window->workspace(QLatin1String(id))->findChildren<EmptyState*>())
            for (const auto* button : place->findChildren<QPushButton*>())
                QVERIFY2(button->text() == QStringLiteral("Clear filter"), qPrintable(button->text()));
    const auto* empty = m_window->workspace(QStringLiteral("cost"))->findChild<EmptyState*>();
    QVERIFY(empty && empty->isVisible());
    bool said = false;
    for (const auto* label : empty->findChildren<QLabel*>())
        said |= label->text().contains(QStringLiteral("capture has no bill"));
    QVERIFY(said);
    for (const auto* button : empty->findChildren<QAbstractButton*>())
        QVERIFY(!button->isVisible());
}

/// The folder that is kept of a session fills the same views as a file.
void TestCaptureWindow::opensAKeptSession()
{
    auto reader = capture::Reader::open(capture::Place::at(m_file));
    QVERIFY(reader);
    const std::string folder = m_folder.filePath(QStringLiteral("session")).toStdString();
    auto writer = capture::RollingWriter::create(folder, (*reader)->manifest(), {.keepFree = 0});
    QVERIFY(writer);
    for (;;) {
        const auto chunk = (*reader)->next();
        QVERIFY(chunk);
        if (!*chunk)
            break;
        for (const trace::Event& event : (*chunk)->events())
            QVERIFY((*writer)->write(event, **chunk));
    }
    writer->reset(); // as a kill would leave it
    m_window.reset();
    auto port = app::CapturePort::open(folder, m_clock);
    QVERIFY(port);
    m_port = std::move(*port);
    m_window = std::make_unique<MainWindow>(*m_port, m_port->clock());
    m_window->setMotion(false);
    m_window->show();
    settle();
    everyViewIsFilled();
    everyWorkspaceCanBeShown();
}

void TestCaptureWindow::spacePlays()
{
    QVERIFY(!m_port->isPlaying());
    QTest::keyClick(m_window.get(), Qt::Key_Space);
    QVERIFY(m_port->isPlaying());
    QCoreApplication::processEvents(); // the views are made anew
    QVERIFY(m_port->position() < m_port->start() + std::chrono::seconds(60));
    QTest::keyClick(m_window.get(), Qt::Key_Space);
    QVERIFY(!m_port->isPlaying());
    QVERIFY(!m_window->mirror().isPaused());
}

void TestCaptureWindow::goesBackAndForth()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    slider().setValue(slider().maximum() / 3);
    QCoreApplication::processEvents();
    settle();
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
    const int third = m_window->mirror().log().rowCount();
    QVERIFY2(third > m_rows / 5 && third < m_rows / 2, qPrintable(QString::number(third)));
    QCOMPARE(m_window->mirror().now(), m_port->position());
    m_window->captures().player()->toEnd();
    QCoreApplication::processEvents();
    settle();
    QCOMPARE(m_window->mirror().log().rowCount(), m_rows);
    m_window->captures().player()->toStart();
    QCoreApplication::processEvents();
    settle();
    QVERIFY(m_window->mirror().log().rowCount() < 5);
}

void TestCaptureWindow::everyVisibleControlHasAName()
{
    for (auto* button : m_window->captures().player()->findChildren<QAbstractButton*>())
        if (button->isVisible()) {
            QVERIFY(!button->accessibleName().isEmpty());
            QVERIFY(button->height() >= 24);
        }
    QVERIFY(!slider().accessibleName().isEmpty());
}

void TestCaptureWindow::sharesACopy()
{
    m_window->captures().share(QString::fromStdString(m_file));
    auto* dialog = m_window->findChild<ShareDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY2(dialog->preview().contains(QStringLiteral("events stay")), qPrintable(dialog->preview()));
    const auto fields = dialog->findChildren<QLineEdit*>();
    QCOMPARE(fields.size(), 3);
    fields[0]->setText(QStringLiteral("macdonald/#"));
    fields[1]->setText(QStringLiteral("temperature, humidity"));
    fields[2]->setText(QStringLiteral("ev-gen-123"));
    const QString target = m_folder.filePath(QStringLiteral("shared.wscap"));
    QSignalSpy saved(dialog, &ShareDialog::saved);
    dialog->save(target);
    QTRY_COMPARE(saved.size(), 1);
    auto copy = capture::Reader::open(capture::Place::at(target.toStdString()));
    QVERIFY(copy);
    QVERIFY(!(*copy)->manifest().removed.empty());
    for (;;) {
        const auto chunk = (*copy)->next();
        QVERIFY(chunk);
        if (!*chunk)
            break;
        for (const trace::Event& event : (*chunk)->events()) {
            QVERIFY((*chunk)->text(event.subject) != "ev-gen-123");
            QVERIFY(!(*chunk)->text(event.object).starts_with("macdonald/"));
            QVERIFY((*chunk)->text(event.payload).find("\"temperature\":4") == std::string_view::npos);
        }
    }
    dialog->close();
}

static const bool kRegistered = registerTest<TestCaptureWindow>();

} // namespace greensward::ui

#include "tst_capture_window.moc"
