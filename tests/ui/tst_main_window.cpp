// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/bench/bench_workspace.h"
#include "ui/bench/device_portrait.h"
#include "ui/plots/live_plot.h"
#include "ui/shell/main_window.h"
#include "ui/shell/tour.h"
#include "ui/topics/message_log_view.h"
#include "ui/topics/payload_inspector.h"
#include "ui/topics/topic_tree_view.h"
#include "ui/topics/topics_workspace.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSettings>
#include <QSlider>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace greensward::ui {

namespace {

/// Counts what is painted anywhere in the program.
class PaintCounter final : public QObject
{
public:
    PaintCounter() { qApp->installEventFilter(this); }
    ~PaintCounter() override { qApp->removeEventFilter(this); }
    QHash<QString, int> paints;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType())
            ++paints[QString::fromLatin1(watched->metaObject()->className()) + QLatin1Char(' ') +
                     watched->objectName()];
        return false;
    }
};

} // namespace

/// Drives the real window with mouse and keyboard.
class TestMainWindow final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void cardButtonsCommandTheDevice_data();
    void cardButtonsCommandTheDevice();
    void cardOffersWhatTheStateAllows();
    void waterButtonsPublish();
    void rateAndWindAreSet();
    void publishBarSendsOnCtrlEnter();
    void publishBarRefusesWildcards();
    void spacePausesTheView();
    void spaceInAFieldIsASpace();
    void altArrowsWalkThroughTheTopic();
    void inspectorFollowsAChosenTopic();
    void inspectorShowsTreeRawHexAndDifference();
    void ctrlDigitsSwitchWorkspaces();
    void filterFieldByKeyboard();
    void logFollowsOnlyAtTheBottom();
    void rowsKeepTheirPlaceWhenTheOldestLeave();
    void f6VisitsThePanels();
    void themeSwitchesByKeyboard();
    void plotShowsChosenFieldsAndFreezes();
    void everyVisibleControlHasAName();
    void emptyWindowOffersOneButton();
    void idleWindowDoesNotPaint();
    void hiddenWindowDoesNotDrain();
    void layoutIsRemembered();
    void tourDrawsEveryWorkspace();

private:
    void open(bool withDevices = true, QSettings* settings = nullptr);
    void pump(Duration time = {});
    QAbstractButton* button(const QString& accessibleName);
    template<typename Widget>
    Widget* named(const QString& accessibleName);
    TopicsWorkspace& topics() { return *qobject_cast<TopicsWorkspace*>(m_window->workspace(QStringLiteral("topics"))); }
    BenchWorkspace& bench() { return *qobject_cast<BenchWorkspace*>(m_window->workspace(QStringLiteral("bench"))); }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestMainWindow::init()
{
    open();
}

void TestMainWindow::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestMainWindow::open(bool withDevices, QSettings* settings)
{
    m_window.reset();
    m_engine = std::make_unique<FakeEngine>(withDevices);
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock(), settings);
    if (!settings)
        m_window->showWorkspace(QStringLiteral("bench"));
    m_window->setMotion(false);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    pump();
}

/// Moves the engine's time on and shows what came of it.
void TestMainWindow::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    QCoreApplication::processEvents();
}

template<typename Widget>
Widget* TestMainWindow::named(const QString& accessibleName)
{
    for (Widget* widget : m_window->findChildren<Widget*>())
        if (widget->accessibleName() == accessibleName && widget->isVisible())
            return widget;
    qWarning("no visible control is named \"%s\"", qPrintable(accessibleName));
    return nullptr;
}

QAbstractButton* TestMainWindow::button(const QString& accessibleName)
{
    return named<QAbstractButton>(accessibleName);
}

void TestMainWindow::cardButtonsCommandTheDevice_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("device");
    QTest::addColumn<int>("command");
    const auto row = [](const char* name, const char* device, DeviceCommand command) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(device) << static_cast<int>(command);
    };
    row("Stop Wind turbine 123", "ev-gen-123", DeviceCommand::Stop);
    row("Crash Wind turbine 123", "ev-gen-123", DeviceCommand::Crash);
    row("Cut the cable of Wind turbine 123", "ev-gen-123", DeviceCommand::CutCable);
    row("Stop Sprinkler 456", "sprinkler-456", DeviceCommand::Stop);
    row("Cut the cable of Sprinkler 456", "sprinkler-456", DeviceCommand::CutCable);
}

void TestMainWindow::cardButtonsCommandTheDevice()
{
    QFETCH(QString, name);
    QFETCH(QString, device);
    QFETCH(int, command);
    QAbstractButton* pressed = button(name);
    QVERIFY(pressed);
    QTest::mouseClick(pressed, Qt::LeftButton);
    QCOMPARE(m_engine->commands.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(m_engine->commands[0].device), device);
    QCOMPARE(static_cast<int>(m_engine->commands[0].command), command);
}

void TestMainWindow::cardOffersWhatTheStateAllows()
{
    QTest::mouseClick(button(QStringLiteral("Crash Wind turbine 123")), Qt::LeftButton);
    pump(std::chrono::milliseconds(200));
    QAbstractButton* start = button(QStringLiteral("Start Wind turbine 123"));
    QVERIFY(start);
    QVERIFY(!button(QStringLiteral("Crash Wind turbine 123"))->isEnabled());
    QVERIFY(!button(QStringLiteral("Cut the cable of Wind turbine 123"))->isEnabled());
    QTest::mouseClick(start, Qt::LeftButton);
    pump(std::chrono::milliseconds(200));
    QVERIFY(button(QStringLiteral("Stop Wind turbine 123")));
    QTest::mouseClick(button(QStringLiteral("Cut the cable of Wind turbine 123")), Qt::LeftButton);
    pump(std::chrono::milliseconds(200));
    QAbstractButton* heal = button(QStringLiteral("Heal the cable of Wind turbine 123"));
    QVERIFY(heal);
    QTest::mouseClick(heal, Qt::LeftButton);
    QCOMPARE(m_engine->commands.back().command, DeviceCommand::HealCable);
}

void TestMainWindow::waterButtonsPublish()
{
    QTest::mouseClick(button(QStringLiteral("Turn the water of Sprinkler 456 on")), Qt::LeftButton);
    QTest::mouseClick(button(QStringLiteral("Turn the water of Sprinkler 456 off")), Qt::LeftButton);
    QCOMPARE(m_engine->published.size(), std::size_t{2});
    QCOMPARE(m_engine->published[0].topic, std::string("macdonald/sprinkler-456"));
    QCOMPARE(m_engine->published[0].payload, std::string(R"({"water":"on"})"));
    QCOMPARE(m_engine->published[1].payload, std::string(R"({"water":"off"})"));
}

void TestMainWindow::rateAndWindAreSet()
{
    auto* rate = named<QComboBox>(QStringLiteral("Reports of Wind turbine 123"));
    QVERIFY(rate);
    rate->setFocus();
    QTest::keyClick(rate, Qt::Key_Down);
    QCOMPARE(m_engine->commands.size(), std::size_t{1});
    QCOMPARE(m_engine->commands[0].command, DeviceCommand::SetRate);
    QCOMPARE(m_engine->commands[0].value, 2.0);
    auto* wind = named<QSlider>(QStringLiteral("Wind at Wind turbine 123, metres a second"));
    QVERIFY(wind);
    wind->setFocus();
    pump(std::chrono::seconds(5));
    QCOMPARE(m_engine->commands.size(), std::size_t{1}); // follows the weather without commanding it
    const auto values = m_engine->devices()[0].values;
    QCOMPARE(wind->value(), static_cast<int>(std::lround(values[0].value)));
    const int before = wind->value();
    QTest::keyClick(wind, Qt::Key_Right);
    QCOMPARE(m_engine->commands.size(), std::size_t{2});
    QCOMPARE(m_engine->commands[1].command, DeviceCommand::SetWind);
    QCOMPARE(m_engine->commands[1].value, before + 1.0);
    pump(std::chrono::seconds(5));
    QCOMPARE(wind->value(), before + 1); // chosen by hand: stays
}

void TestMainWindow::publishBarSendsOnCtrlEnter()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    auto* topic = named<QLineEdit>(QStringLiteral("Topic to publish on"));
    QTest::keyClicks(topic, QStringLiteral("macdonald/orders"));
    auto* payload = named<QPlainTextEdit>(QStringLiteral("Payload"));
    payload->setFocus();
    QTest::keyClicks(payload, QStringLiteral("{\"crop\": \"barley\"}"));
    named<QComboBox>(QStringLiteral("Quality of service"))->setCurrentIndex(1);
    QTest::mouseClick(button(QStringLiteral("Retain the message")), Qt::LeftButton, {}, QPoint(8, 12));
    payload->setFocus();
    QTest::keyClick(payload, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(m_engine->published.size(), std::size_t{1});
    QCOMPARE(m_engine->published[0].topic, std::string("macdonald/orders"));
    QCOMPARE(m_engine->published[0].payload, std::string("{\"crop\": \"barley\"}"));
    QCOMPARE(m_engine->published[0].qos, 1);
    QVERIFY(m_engine->published[0].retain);
    pump();
    QVERIFY(m_window->mirror().topics().indexOf("macdonald/orders").isValid());
}

void TestMainWindow::publishBarRefusesWildcards()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    auto* topic = named<QLineEdit>(QStringLiteral("Topic to publish on"));
    auto* send = button(QStringLiteral("Send the message"));
    QVERIFY(!send->isEnabled());
    topic->setFocus();
    QTest::keyClicks(topic, QStringLiteral("turbines/+"));
    QVERIFY(!send->isEnabled());
    QTest::keyClick(topic, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(m_engine->published.empty());
    QTest::keyClick(topic, Qt::Key_Backspace);
    QTest::keyClicks(topic, QStringLiteral("1"));
    QVERIFY(send->isEnabled());
}

void TestMainWindow::spacePausesTheView()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(10));
    const int rows = m_window->mirror().log().rowCount();
    topics().logView().setFocus();
    QTest::keyClick(&topics().logView(), Qt::Key_Space);
    QVERIFY(m_window->mirror().log().isHeld());
    pump(std::chrono::seconds(30));
    QCOMPARE(m_window->mirror().log().rowCount(), rows);
    QTest::keyClick(&topics().logView(), Qt::Key_Space);
    QVERIFY(!m_window->mirror().log().isHeld());
    QVERIFY(m_window->mirror().log().rowCount() >= rows + 30);
    QCOMPARE(m_window->mirror().log().unseen(), quint64{0});
}

void TestMainWindow::spaceInAFieldIsASpace()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    auto* payload = named<QPlainTextEdit>(QStringLiteral("Payload"));
    payload->setFocus();
    QTest::keyClicks(payload, QStringLiteral("a b"));
    QCOMPARE(payload->toPlainText(), QStringLiteral("a b"));
    QVERIFY(!m_window->mirror().isPaused());
}

void TestMainWindow::altArrowsWalkThroughTheTopic()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(12));
    MessageLogModel& log = m_window->mirror().log();
    const Serial newest = *log.newestOfTopic("turbines/ev-gen/123");
    topics().logView().showMessage(newest);
    QCOMPARE(topics().inspector().shown(), std::optional<Serial>(newest));
    QTest::keyClick(m_window.get(), Qt::Key_Up, Qt::AltModifier);
    const Serial previous = *topics().inspector().shown();
    QVERIFY(previous < newest);
    QCOMPARE(log.message(previous)->object, QStringLiteral("turbines/ev-gen/123"));
    QCOMPARE(log.serialAt(topics().logView().currentIndex().row()), previous);
    QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(topics().inspector().shown(), std::optional<Serial>(newest));
    QTest::keyClick(m_window.get(), Qt::Key_Down, Qt::AltModifier); // there is none: stays
    QCOMPARE(topics().inspector().shown(), std::optional<Serial>(newest));
}

void TestMainWindow::inspectorFollowsAChosenTopic()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(3));
    topics().tree().setCurrentIndex(m_window->mirror().topics().indexOf("turbines/ev-gen/123"));
    const auto first = topics().inspector().shown();
    QVERIFY(first);
    pump(std::chrono::seconds(3));
    QVERIFY(*topics().inspector().shown() > *first);
    m_window->setPaused(true);
    const auto held = topics().inspector().shown();
    pump(std::chrono::seconds(3));
    QCOMPARE(topics().inspector().shown(), held);
}

void TestMainWindow::inspectorShowsTreeRawHexAndDifference()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    m_engine->message("wt-1", "t", R"({"rpm":1480,"on":true})");
    m_engine->message("wt-1", "t", R"({"rpm":1502,"on":true})");
    pump();
    topics().logView().showMessage(*m_window->mirror().log().newestOfTopic("t"));
    auto* fields = named<QAbstractItemView>(QStringLiteral("Fields of the payload"));
    QVERIFY(fields);
    QCOMPARE(fields->model()->index(0, 1).data().toString(), QStringLiteral("1502"));
    topics().inspector().setPage(PayloadInspector::RawPage);
    QVERIFY(named<QPlainTextEdit>(QStringLiteral("Payload as text"))->toPlainText().contains(QStringLiteral("1502")));
    topics().inspector().setPage(PayloadInspector::HexPage);
    QVERIFY(named<QPlainTextEdit>(QStringLiteral("Payload octet by octet"))
                ->toPlainText()
                .startsWith(QStringLiteral("0000  7b 22 72 70 6d")));
    topics().inspector().setPage(PayloadInspector::DifferencePage);
    auto* changes = named<QAbstractItemView>(QStringLiteral("Differences to the previous message"));
    QVERIFY(changes);
    QCOMPARE(changes->model()->rowCount(), 1);
    QCOMPARE(changes->model()->index(0, 3).data().toString(), QStringLiteral("+22"));
}

void TestMainWindow::ctrlDigitsSwitchWorkspaces()
{
    const QStringList ids = m_window->workspaceIds();
    for (int number = 1; number <= ids.size(); ++number) {
        QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_0 + number % 10), Qt::ControlModifier);
        QCOMPARE(m_window->currentWorkspace(), ids.at(number - 1));
    }
    QTest::mouseClick(button(QStringLiteral("Topics")), Qt::LeftButton);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
}

void TestMainWindow::filterFieldByKeyboard()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(20));
    const int all = m_window->mirror().log().rowCount();
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto* filter = named<QLineEdit>(QStringLiteral("Filter"));
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, QStringLiteral("turbines/#"));
    QTRY_VERIFY(m_window->mirror().log().isFiltered());
    QVERIFY(m_window->mirror().log().rowCount() < all);
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());
    QTRY_COMPARE(m_window->mirror().log().rowCount(), all);
}

void TestMainWindow::logFollowsOnlyAtTheBottom()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    for (int at = 0; at < 300; ++at)
        m_engine->message("a", "t", "x");
    pump();
    MessageLogView& view = topics().logView();
    QTRY_COMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
    QVERIFY(view.isFollowing());

    view.verticalScrollBar()->setValue(40);
    QVERIFY(!view.isFollowing());
    const QModelIndex top = view.indexAt(QPoint(5, 5));
    for (int at = 0; at < 300; ++at)
        m_engine->message("a", "t", "x");
    pump();
    QCOMPARE(view.indexAt(QPoint(5, 5)).row(), top.row());
    QAbstractButton* jump = button(QStringLiteral("Jump to the newest message"));
    QVERIFY(jump);
    QTest::mouseClick(jump, Qt::LeftButton);
    QVERIFY(view.isFollowing());
    QCOMPARE(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());
}

void TestMainWindow::rowsKeepTheirPlaceWhenTheOldestLeave()
{
    // The view over a small log of its own: the window's is too large to fill here.
    MessageLogModel log({.rows = 9'000, .bytes = 1u << 30});
    MessageLogView view(log);
    view.resize(700, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto feed = [&](int messages) {
        for (int at = 0; at < messages; ++at)
            m_engine->message("a", "t", "x");
        m_engine->flush();
        for (const auto& chunk : m_engine->drain())
            log.ingest(*chunk);
        log.publish();
        QCoreApplication::processEvents();
    };
    feed(8'900);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2 + 7);
    const QModelIndex before = view.indexAt(QPoint(5, 5));
    const Serial serial = log.serialAt(before.row());
    const int y = view.visualRect(before).y();
    feed(300);
    QCOMPARE(log.trimmed(), quint64{4096});
    const QModelIndex after = view.indexAt(QPoint(5, 5));
    QCOMPARE(log.serialAt(after.row()), serial);
    QCOMPARE(view.visualRect(after).y(), y);
}

void TestMainWindow::f6VisitsThePanels()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(2));
    QSet<QWidget*> visited;
    for (int press = 0; press < 5; ++press) {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(QApplication::focusWidget());
        visited << QApplication::focusWidget();
    }
    QCOMPARE(visited.size(), 5); // tree, log, publish bar, inspector, rail
    QVERIFY(visited.contains(&topics().tree()));
    QVERIFY(visited.contains(&topics().logView()));
}

void TestMainWindow::themeSwitchesByKeyboard()
{
    applyTheme(*qApp, Theme::Light);
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(currentTheme(), Theme::Dark);
    QCoreApplication::processEvents();
    const QImage dark = m_window->grab().toImage();
    QCOMPARE(dark.pixelColor(80, 70).rgb(), roleColor(Theme::Dark, Role::Background).rgb());
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(currentTheme(), Theme::Light);
}

void TestMainWindow::plotShowsChosenFieldsAndFreezes()
{
    pump(std::chrono::seconds(30));
    LivePlot& plot = bench().plot();
    QCOMPARE(plot.device(), std::string("ev-gen-123"));
    QVERIFY(!plot.fields().empty());
    plot.setFields({"humidity", "output-freq"});
    pump(std::chrono::seconds(1));
    const QImage before = plot.grab().toImage();
    QTest::mouseClick(button(QStringLiteral("Freeze the plot")), Qt::LeftButton);
    QVERIFY(plot.isFrozen());
    const QImage frozen = plot.grab().toImage();
    pump(std::chrono::seconds(20));
    QCOMPARE(plot.grab().toImage(), frozen);
    QTest::mouseClick(button(QStringLiteral("Freeze the plot")), Qt::LeftButton);
    QVERIFY(!plot.isFrozen());
    QCoreApplication::processEvents();
    QVERIFY(plot.grab().toImage() != before);
}

void TestMainWindow::everyVisibleControlHasAName()
{
    QStringList nameless;
    for (const QString& id : m_window->workspaceIds()) {
        m_window->showWorkspace(id);
        pump(std::chrono::seconds(2));
        for (QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool control = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) ||
                                 qobject_cast<QComboBox*>(widget) || qobject_cast<QSlider*>(widget) ||
                                 qobject_cast<QAbstractItemView*>(widget) || qobject_cast<QTabBar*>(widget) ||
                                 qobject_cast<QPlainTextEdit*>(widget);
            if (!control || !widget->isVisible() || widget->objectName().startsWith(QLatin1String("qt_")) ||
                widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton") ||
                widget->inherits("QLineEditIconButton"))
                continue;
            auto* accessible = QAccessible::queryAccessibleInterface(widget);
            if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty())
                nameless << QStringLiteral("%1 in %2").arg(QString::fromLatin1(widget->metaObject()->className()), id);
        }
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

void TestMainWindow::emptyWindowOffersOneButton()
{
    open(false);
    m_window->showWorkspace(QStringLiteral("topics"));
    QCoreApplication::processEvents();
    for (QAbstractButton* offered : topics().findChildren<QAbstractButton*>())
        if (offered->isVisible() && offered->text() == QLatin1String("Go to the bench")) {
            QTest::mouseClick(offered, Qt::LeftButton);
            QCOMPARE(m_window->currentWorkspace(), QStringLiteral("bench"));
            return;
        }
    QFAIL("an empty tree offers no way on");
}

void TestMainWindow::idleWindowDoesNotPaint()
{
    pump(std::chrono::seconds(2)); // the engine's clock stands still from here on
    for (const QString& id : m_window->workspaceIds()) {
        m_window->showWorkspace(id);
        QTest::qWait(400);
        PaintCounter counter;
        QTest::qWait(1200);
        QStringList painted;
        for (auto one = counter.paints.cbegin(); one != counter.paints.cend(); ++one)
            painted << QStringLiteral("%1 × %2").arg(one.key()).arg(one.value());
        QVERIFY2(painted.isEmpty(), qPrintable(id + QStringLiteral(": ") + painted.join(QStringLiteral(", "))));
    }
}

void TestMainWindow::hiddenWindowDoesNotDrain()
{
    QVERIFY(m_window->mirror().feed().isActive());
    m_window->hide();
    QVERIFY(!m_window->mirror().feed().isActive());
    m_window->show();
    QVERIFY(m_window->mirror().feed().isActive());
    m_window->setWindowState(Qt::WindowMinimized);
    QCoreApplication::processEvents();
    QVERIFY(!m_window->mirror().feed().isActive());
}

void TestMainWindow::layoutIsRemembered()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
    open(true, &settings);
    m_window->showWorkspace(QStringLiteral("topics"));
    m_window->setCompact(true);
    m_window->close();
    open(true, &settings);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
    QVERIFY(settings.value(QStringLiteral("view/compact")).toBool());
}

void TestMainWindow::tourDrawsEveryWorkspace()
{
    pump(std::chrono::seconds(10));
    const QTemporaryDir folder;
    const auto files = renderTour(*m_window, folder.path(), {{1280, 800}}, {Look::Light, Look::Dark});
    QVERIFY2(files.has_value(), files ? "" : files.error().message.c_str());
    QCOMPARE(files->size(), m_window->workspaceIds().size() * 2);
    for (const QString& file : *files)
        QCOMPARE(QImage(file).size(), QSize(1280, 800));
    QCOMPARE(currentTheme(), Theme::Light);
    QVERIFY(!renderTour(*m_window, QStringLiteral("/proc/nowhere")));
}

static const bool kRegistered = registerTest<TestMainWindow>();

} // namespace greensward::ui

#include "tst_main_window.moc"
