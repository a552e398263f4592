// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/bench/action_row.h"
#include "ui/bench/bench_card.h"
#include "ui/bench/bench_workspace.h"
#include "ui/bench/device_panel.h"
#include "ui/bench/device_shelf.h"
#include "ui/bench/fault_panel.h"
#include "ui/bench/fault_row.h"
#include "ui/bench/fleet_bar.h"
#include "ui/bench/fleet_model.h"
#include "ui/bench/fleet_table.h"
#include "ui/bench/live_card.h"
#include "ui/bench/scenario_row.h"
#include "ui/kit/card.h"
#include "ui/models/fault_model.h"
#include "ui/scope/scope_bar.h"
#include "ui/scope/scope_edit.h"
#include "ui/shell/fault_frame.h"
#include "ui/shell/main_window.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>

namespace greensward::ui {

using simulator::FaultKind;

class TestBenchWorkspace final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everyButtonOfACardIsWhole_data();
    void everyButtonOfACardIsWhole();
    void aProjectorShowsACardBesideThePlot();
    void cardsComeToRestAtTheirTop();
    void theRhythmIsSetInFull();
    void anUnusualRhythmIsShown();
    void keysInjectAtTheSelectedDevice();
    void activeFaultsAreFramedCountedAndHealed();
    void refusalsAreSentences();
    void aScenarioIsPlayedAndStopped();
    void everyFaultSaysWhatItDoesAndTeaches();
    void aRealDeviceGetsACard();
    void theTableSelectsForEveryView();
    void theFilterFindsACard();
    void aDraggedSliderAsksOnceLetGo();
    void theWayOfADeviceIsChosenOnItsCard();

private:
    void pump(Duration time = {});
    void resizeTo(const QSize& size);
    template<typename Widget>
    Widget* named(const QString& accessibleName);
    BenchWorkspace& bench() { return *qobject_cast<BenchWorkspace*>(m_window->workspace(QStringLiteral("bench"))); }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestBenchWorkspace::init()
{
    m_engine = std::make_unique<FakeEngine>();
    simulator::Scenario storm{.id = "storm", .title = "A storm", .sentence = "Wind.", .steps = {}};
    storm.steps.push_back({.at = 0, .seconds = 10, .target = "ev-gen-123", .what = simulator::ScenarioWind{28}});
    storm.steps.push_back({.at = 5,
                           .seconds = 20,
                           .target = "ev-gen-123",
                           .what = simulator::ScenarioFault{.kind = FaultKind::CutCable, .intensity = 0}});
    m_engine->scenarioList = {storm};
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->showWorkspace(QStringLiteral("bench"));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    pump();
}

void TestBenchWorkspace::cleanup()
{
    m_window->setLayout(Layout::Explore);
    QCoreApplication::processEvents();
    m_window.reset();
    m_engine.reset();
}

void TestBenchWorkspace::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    QTest::qWait(120); // a snapshot is taken ten times a second
    m_window->mirror().feed().drainNow();
    QCoreApplication::processEvents();
}

void TestBenchWorkspace::resizeTo(const QSize& size)
{
    m_window->resize(size);
    m_window->resetLayout();
    for (int turn = 0; turn < 4; ++turn)
        QTest::qWait(30);
}

template<typename Widget>
Widget* TestBenchWorkspace::named(const QString& accessibleName)
{
    for (Widget* widget : m_window->findChildren<Widget*>())
        if (widget->isVisible() && widget->accessibleName() == accessibleName)
            return widget;
    return nullptr;
}

void TestBenchWorkspace::everyButtonOfACardIsWhole_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("1280x800") << QSize(1280, 800);
    QTest::newRow("1024x768") << QSize(1024, 768);
    QTest::newRow("1920x1080") << QSize(1920, 1080);
}

void TestBenchWorkspace::everyButtonOfACardIsWhole()
{
    QFETCH(QSize, size);
    resizeTo(size);
    const DeviceShelf& shelf = bench().devices().shelf();
    const auto cards = shelf.cards();
    QVERIFY(!cards.empty());
    for (const BenchCard* card : cards) {
        for (const auto* control : card->findChildren<QAbstractButton*>()) {
            const QRect on(control->mapTo(card, QPoint()), control->size());
            QVERIFY2(card->rect().adjusted(1, 1, -1, -1).contains(on), qPrintable(control->accessibleName()));
            if (!control->text().isEmpty())
                QVERIFY2(control->width() >= control->sizeHint().width(), qPrintable(control->accessibleName()));
            QVERIFY2(control->height() >= 24, qPrintable(control->accessibleName()));
        }
    }
    if (size.height() >= 800) // both devices of the workshop at once, down to the last button
        QCOMPARE(shelf.verticalScrollBar()->maximum(), 0);
}

void TestBenchWorkspace::aProjectorShowsACardBesideThePlot()
{
    m_window->setLayout(Layout::Present);
    QTest::qWait(50);
    resizeTo({1024, 768});
    pump(std::chrono::seconds(3));
    const auto* cut = named<QAbstractButton>(QStringLiteral("Cut the cable of Wind turbine 123"));
    QVERIFY(cut);
    const QRect window(QPoint(), m_window->size());
    QVERIFY(window.contains(QRect(cut->mapTo(m_window.get(), QPoint()), cut->size())));
    QVERIFY(!cut->visibleRegion().isEmpty());
    const auto* plot = named<QWidget>(QStringLiteral("Plot of the chosen fields"));
    QVERIFY(plot);
    const int cardsEnd = bench().devices().mapTo(m_window.get(), QPoint(bench().devices().width(), 0)).x();
    QVERIFY2(cardsEnd <= plot->mapTo(m_window.get(), QPoint()).x(), "neither covers the other");
}

void TestBenchWorkspace::cardsComeToRestAtTheirTop()
{
    resizeTo({1280, 600});
    DeviceShelf& shelf = bench().devices().shelf();
    QVERIFY(shelf.verticalScrollBar()->maximum() > 0);
    QWheelEvent wheel(QPointF(10, 10), shelf.viewport()->mapToGlobal(QPointF(10, 10)), {}, QPoint(0, -120),
                      Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(shelf.viewport(), &wheel);
    const auto cards = shelf.cards();
    const bool atTop = std::any_of(cards.begin(), cards.end(), [](const BenchCard* card) { return card->y() == 0; });
    const bool atEnd = shelf.verticalScrollBar()->value() == shelf.verticalScrollBar()->maximum();
    QVERIFY(shelf.verticalScrollBar()->value() > 0);
    QVERIFY(atTop || atEnd);
}

void TestBenchWorkspace::theRhythmIsSetInFull()
{
    auto* rate = named<QComboBox>(QStringLiteral("Reports of Wind turbine 123"));
    QVERIFY(rate);
    QCOMPARE(rate->itemText(0), QStringLiteral("1 / min"));
    rate->setFocus();
    QTest::keyClick(rate, Qt::Key_End); // "More …"
    auto* interval = qApp->activePopupWidget() ? qApp->activePopupWidget()->findChild<QDoubleSpinBox*>() : nullptr;
    QVERIFY(interval);
    interval->setFocus();
    interval->selectAll();
    QTest::keyClicks(interval, QStringLiteral("7.5"));
    QTest::keyClick(interval, Qt::Key_Return);
    QCOMPARE(m_engine->commands.back().command, DeviceCommand::SetRate);
    QVERIFY(qAbs(m_engine->commands.back().value - 1 / 7.5) < 1e-9);
    auto* popup = qApp->activePopupWidget();
    QVERIFY(popup);
    for (auto* box : popup->findChildren<QSpinBox*>()) {
        box->setValue(20);
        QVERIFY(!box->accessibleName().isEmpty());
    }
    popup->findChild<QCheckBox*>()->click();
    std::vector<DeviceCommand> given;
    for (const auto& command : m_engine->commands)
        given.push_back(command.command);
    QCOMPARE(given, (std::vector{DeviceCommand::SetRate, DeviceCommand::SetJitter, DeviceCommand::SetBurst,
                                 DeviceCommand::SetOnChange}));
    QCOMPARE(m_engine->commands[1].value, 0.2);
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!qApp->activePopupWidget());
}

void TestBenchWorkspace::anUnusualRhythmIsShown()
{
    m_engine->command("ev-gen-123", DeviceCommand::SetRate, 1.0 / 7);
    m_engine->command("ev-gen-123", DeviceCommand::SetJitter, 0.2);
    pump();
    auto* rate = named<QComboBox>(QStringLiteral("Reports of Wind turbine 123"));
    QCOMPARE(rate->currentText(), QStringLiteral("every 7 s, +20 %"));
    m_engine->command("ev-gen-123", DeviceCommand::SetRate, 10);
    m_engine->command("ev-gen-123", DeviceCommand::SetJitter, 0);
    pump();
    QCOMPARE(rate->currentText(), QStringLiteral("10 / s"));
    QCOMPARE(rate->count(), 10);
}

void TestBenchWorkspace::keysInjectAtTheSelectedDevice()
{
    m_window->mirror().selection().setClient(QStringLiteral("sprinkler-456"));
    QTest::keyClick(m_window.get(), Qt::Key_K);
    QTest::keyClick(m_window.get(), Qt::Key_1);
    QCOMPARE(m_engine->activeFaults.size(), std::size_t{1});
    QCOMPARE(m_engine->activeFaults[0].kind, FaultKind::CutCable);
    QCOMPARE(m_engine->activeFaults[0].target, std::string("sprinkler-456"));
    QTest::keyClick(m_window.get(), Qt::Key_K);
    QTest::keyClick(m_window.get(), Qt::Key_6);
    QCOMPARE(m_engine->activeFaults.size(), std::size_t{2});
    QCOMPARE(m_engine->activeFaults[1].kind, FaultKind::Latency);
    QCOMPARE(m_engine->activeFaults[1].intensity, 200.0);
}

void TestBenchWorkspace::activeFaultsAreFramedCountedAndHealed()
{
    auto* frame = m_window->findChild<FaultFrame*>();
    QVERIFY(frame);
    QVERIFY(!frame->isVisible());
    bench().faults().setDuration(30);
    bench().faults().inject(FaultKind::CutCable);
    pump();
    QVERIFY(frame->isVisible());
    QCOMPARE(frame->geometry(), m_window->rect());
    const QImage picture = m_window->grab().toImage();
    QCOMPARE(picture.pixelColor(1, picture.height() / 2).rgb(), color(Role::Lost).rgb());
    QVERIFY(named<Chip>(QStringLiteral("1 fault on")));
    QListView& list = bench().faults().activeList();
    QVERIFY(list.isVisible());
    QVERIFY(list.model()->index(0, 0).data().toString().contains(QStringLiteral("30 s left")));
    QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    pump();
    QVERIFY(m_engine->activeFaults.empty());
    QVERIFY(!frame->isVisible());
    QVERIFY(!named<Chip>(QStringLiteral("1 fault on")));
}

void TestBenchWorkspace::refusalsAreSentences()
{
    m_engine->faultProblem = "certificates are of one device each: choose one";
    bench().faults().inject(FaultKind::ExpiredCertificate);
    pump();
    QCOMPARE(bench().faults().refusalText(), QStringLiteral("certificates are of one device each: choose one"));
    m_engine->faultProblem.clear();
    pump();
    QVERIFY(bench().faults().refusalText().isEmpty());
}

void TestBenchWorkspace::aScenarioIsPlayedAndStopped()
{
    QCOMPARE(bench().faults().scenarios().size(), std::size_t{1});
    ScenarioRow& row = *bench().faults().scenarios().front();
    QCOMPARE(row.hint(), QStringLiteral("25 s"));
    row.setFocus();
    QTest::keyClick(&row, Qt::Key_Return);
    QVERIFY(row.isOpen());
    QTest::qWait(50);
    QTest::mouseClick(&row.playButton(), Qt::LeftButton);
    QCOMPARE(m_engine->scenario, std::string("storm"));
    pump(std::chrono::seconds(7));
    QVERIFY(row.isActive());
    QCOMPARE(row.hint(), QStringLiteral("7 of 25 s"));
    QCOMPARE(row.playButton().text(), QStringLiteral("Stop"));
    QTest::mouseClick(&row.playButton(), Qt::LeftButton);
    QVERIFY(m_engine->scenario.empty());
    pump();
    QVERIFY(!row.isActive());
    QVERIFY(m_window->commands().find(QStringLiteral("scenario.storm")));
}

void TestBenchWorkspace::everyFaultSaysWhatItDoesAndTeaches()
{
    for (const auto& spec : simulator::faultCatalogue()) {
        QVERIFY(!faultSentence(spec).isEmpty());
        QVERIFY(!faultLesson(spec).isEmpty());
        FaultRow& row = bench().faults().row(spec.kind);
        row.setOpen(true);
        QCoreApplication::processEvents();
        QVERIFY(row.injectButton().isVisible());
        QCOMPARE(row.intensityBox() != nullptr, *spec.unit != '\0');
        if (row.intensityBox())
            QCOMPARE(row.intensity(), spec.usual);
    }
}

void TestBenchWorkspace::aRealDeviceGetsACard()
{
    m_engine->record({.kind = trace::Kind::LinkOpened,
                      .number = 9,
                      .subject = "192.168.1.20:50123",
                      .object = "192.168.1.20:50123",
                      .detail = "tls 1.3",
                      .payload = asBytes(std::string_view("CN=my-pi"))});
    m_engine->record({.kind = trace::Kind::ClientConnected, .number = 9, .extra = 30, .subject = "wt-pi"});
    pump();
    const auto cards = bench().cards();
    const auto live = std::find_if(cards.begin(), cards.end(), [](const BenchCard* card) {
        return qobject_cast<const LiveCard*>(card) != nullptr;
    });
    QVERIFY(live != cards.end());
    QTest::mouseClick(*live, Qt::LeftButton, {}, QPoint(20, 20));
    QCOMPARE(m_window->mirror().selection().client(), QStringLiteral("wt-pi"));
    QVERIFY((*live)->isSelected());
    m_window->mirror().scope().setText(QStringLiteral("sprinkler"));
    QCOMPARE(bench().cards().size(), std::size_t{1});
}

void TestBenchWorkspace::theTableSelectsForEveryView()
{
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    FleetTable& table = bench().devices().table();
    QTRY_VERIFY(table.isVisible());
    pump();
    QCOMPARE(table.fleet().rowCount(), 2);
    table.setFocus();
    table.setCurrentIndex(table.fleet().index(0, 0));
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(m_window->mirror().selection().client(), QStringLiteral("sprinkler-456"));
    pump();
    QVERIFY(named<QAbstractButton>(QStringLiteral("Stop Sprinkler 456"))); // its card, below
    m_window->mirror().selection().setClient(QStringLiteral("ev-gen-123"));
    QCOMPARE(table.currentIndex().row(), 0);
    QCOMPARE(QString::fromStdString(bench().faults().target()), QStringLiteral("ev-gen-123"));
}

void TestBenchWorkspace::theFilterFindsACard()
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    QLineEdit& filter = bench().devices().scope().edit();
    QTRY_VERIFY(filter.hasFocus());
    QTest::keyClicks(&filter, QStringLiteral("sprink"));
    QTRY_COMPARE(bench().cards().size(), std::size_t{1});
    QCOMPARE(bench().cards().front()->deviceId(), std::string("sprinkler-456"));
    QTest::keyClick(&filter, Qt::Key_Escape);
    QVERIFY(filter.text().isEmpty());
    QCOMPARE(bench().cards().size(), std::size_t{2});
}

void TestBenchWorkspace::aDraggedSliderAsksOnceLetGo()
{
    FleetBar& fleet = bench().devices().fleet();
    fleet.box().setValue(1234);
    QCOMPARE(m_engine->fleetSize, std::uint64_t{1234});
    QCOMPARE(fleet.box().text(), QStringLiteral("1\u2009234 devices"));
    fleet.box().setFocus();
    fleet.box().selectAll();
    QTest::keyClicks(&fleet.box(), QStringLiteral("50"));
    QTest::keyClick(&fleet.box(), Qt::Key_Return);
    QCOMPARE(m_engine->fleetSize, std::uint64_t{50});
}

void TestBenchWorkspace::theWayOfADeviceIsChosenOnItsCard()
{
    auto* way = named<QComboBox>(QStringLiteral("Way of Sprinkler 456: direct messages or its shadow"));
    QVERIFY(way);
    QCOMPARE(way->currentText(), QStringLiteral("Direct"));
    auto* on = named<QPushButton>(QStringLiteral("Turn the water of Sprinkler 456 on"));
    on->click();
    QCOMPARE(m_engine->published.back().topic, std::string("macdonald/sprinkler-456"));
    way->setFocus();
    QTest::keyClick(way, Qt::Key_Down);
    pump();
    QCOMPARE(m_engine->commands.back().command, DeviceCommand::SetWay);
    QCOMPARE(way->currentText(), QStringLiteral("Shadow"));
    on->click();
    QCOMPARE(m_engine->published.back().topic, std::string("$aws/things/sprinkler-456/shadow/update"));
    QCOMPARE(m_engine->published.back().payload, std::string(R"({"state":{"desired":{"water":"on"}}})"));
}

static const bool kRegistered = registerTest<TestBenchWorkspace>();

} // namespace greensward::ui

#include "tst_bench_workspace.moc"
