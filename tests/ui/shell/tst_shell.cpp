// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/rolling_writer.h"
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/captures/capture_desk.h"
#include "ui/captures/capture_notice.h"
#include "ui/kit/discretion.h"
#include "ui/kit/workspace.h"
#include "ui/presenter/presenter_notes.h"
#include "ui/presenter/presenter_window.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/languages.h"
#include "ui/shell/main_window.h"
#include "ui/shell/presenter_aids.h"
#include "ui/shell/rail.h"
#include "ui/topics/payload_inspector.h"
#include "ui/topics/topic_tree_view.h"
#include "ui/welcome/guide_panel.h"
#include "ui/welcome/welcome_page.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

namespace greensward::ui {

class TestShell final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void zoomMakesEverythingLarger();
    void zoomStaysInItsRange();
    void zoomKeepsWhatWasThere();
    void layoutsRememberTheirPanels();
    void projectorModeIsLargeClearAndDiscreet();
    void paletteRunsByKeyboard();
    void paletteIsLeftWithEscape();
    void goToFindsATopic();
    void keysOfAWorkspaceWorkOnlyThere();
    void enterAloneLeadsToTheLastWill();
    void welcomeCoversWhatIsBehind();
    void theLastSessionIsOfferedWhereThereIsOne();
    void theSecondLaunchOpensWhereThePersonLeft();
    void presenterSeesNotesFaultsAndWhatIsNext();
    void everyWorkspaceHasNotesInEveryLanguage();
    void secretsAreShortOnAProjector();
    void everyControlHasANameAndIsLargeEnough_data();
    void everyControlHasANameAndIsLargeEnough();
    void preferencesSurviveARestart();

private:
    void open(QSettings* settings = nullptr, bool running = true);
    void pump(Duration time = {});
    void turn() { QCoreApplication::processEvents(); }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestShell::init()
{
    open();
}

void TestShell::cleanup()
{
    m_window.reset();
    m_engine.reset();
    setZoom(1);
    applyTheme(*qApp, Theme::Light);
}

void TestShell::open(QSettings* settings, bool running)
{
    m_window.reset();
    m_engine = std::make_unique<FakeEngine>(true);
    if (!running)
        for (const auto& device : m_engine->devices())
            m_engine->command(device.id, DeviceCommand::Stop, 0);
    m_engine->commands.clear();
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock(), settings);
    m_window->setMotion(false);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    pump();
}

void TestShell::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    turn();
}

void TestShell::zoomMakesEverythingLarger()
{
    const int rail = m_window->findChild<Rail*>()->width();
    QTest::keyClick(m_window.get(), Qt::Key_Plus, Qt::ControlModifier);
    turn();
    QCOMPARE(zoom(), 1.1);
    QCOMPARE(m_window->findChild<Rail*>()->width(), qRound(rail * 1.1));
    QVERIFY(QApplication::font().pixelSize() > 13);
    QTest::keyClick(m_window.get(), Qt::Key_0, Qt::ControlModifier | Qt::AltModifier);
    turn();
    QCOMPARE(m_window->findChild<Rail*>()->width(), rail);
}

void TestShell::zoomStaysInItsRange()
{
    m_window->setZoom(9);
    turn();
    QCOMPARE(zoom(), kMostZoom);
    m_window->setZoom(0.1);
    turn();
    QCOMPARE(zoom(), kLeastZoom);
}

void TestShell::zoomKeepsWhatWasThere()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(5));
    const int rows = m_window->mirror().log().rowCount();
    QVERIFY(rows > 0);
    m_window->setZoom(1.5);
    turn();
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
    QCOMPARE(m_window->mirror().log().rowCount(), rows);
    pump(std::chrono::seconds(5));
    QVERIFY(m_window->mirror().log().rowCount() > rows);
}

void TestShell::layoutsRememberTheirPanels()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    const auto side = [this] { return m_window->workspace(QStringLiteral("topics"))->panels().first().dock; };
    QVERIFY(side()->isVisible());
    side()->hide();
    m_window->setLayout(Layout::Learn);
    QVERIFY(m_window->findChild<QDockWidget*>(QStringLiteral("guide"))->isVisible());
    m_window->setLayout(Layout::Explore);
    QVERIFY(!side()->isVisible()); // as it was left
    QVERIFY(!m_window->findChild<QDockWidget*>(QStringLiteral("guide"))->isVisible());
    m_window->resetLayout();
    QVERIFY(side()->isVisible());
}

void TestShell::projectorModeIsLargeClearAndDiscreet()
{
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    turn();
    QCOMPARE(m_window->windowLayout(), Layout::Present);
    QCOMPARE(zoom(), 1.6);
    QCOMPARE(currentTheme(), Theme::HighContrast);
    for (const auto* widget : m_window->findChildren<QWidget*>())
        QVERIFY2(!widget->accessibleName().contains(QStringLiteral("localhost:8883")), "the endpoint can be read");
    // Who watches sees where the pointer is and which keys were pressed.
    const PresenterAids& aids = m_window->presenterAids();
    QTest::mouseMove(m_window->windowHandle(), QPoint(300, 200));
    turn();
    QCOMPARE(aids.ringCentre(), QPoint(300, 200));
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(aids.shownKeys(), QStringLiteral("Ctrl+Shift+D"));
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    turn();
    QCOMPARE(zoom(), 1.0);
    QCOMPARE(currentTheme(), Theme::Light);
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::mouseMove(m_window->windowHandle(), QPoint(310, 210));
    turn();
    QVERIFY(aids.shownKeys().isEmpty());
    QVERIFY(aids.ringCentre().isNull());
}

void TestShell::paletteRunsByKeyboard()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto* palette = m_window->findChild<CommandPalette*>();
    QVERIFY(palette->isVisible());
    auto* field = palette->findChild<QLineEdit*>();
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("dark theme"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!palette->isVisible());
    QCOMPARE(currentTheme(), Theme::Dark);
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QCOMPARE(palette->model().entry(0)->id, QStringLiteral("view.dark")); // recent first
}

void TestShell::paletteIsLeftWithEscape()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    QWidget* before = m_window->workspace(QStringLiteral("topics"))->focusStops().first();
    before->setFocus();
    QVERIFY(QApplication::focusWidget());
    const QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_window->findChild<CommandPalette*>()->isVisible());
    QCOMPARE(QApplication::focusWidget(), focus);
}

void TestShell::goToFindsATopic()
{
    pump(std::chrono::seconds(3));
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::ControlModifier);
    auto* field = m_window->findChild<CommandPalette*>()->findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("turb123"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
    QCOMPARE(m_window->mirror().selection().topic(), QStringLiteral("turbines/ev-gen/123"));
}

void TestShell::keysOfAWorkspaceWorkOnlyThere()
{
    for (const QString& id : m_window->workspaceIds()) {
        m_window->showWorkspace(id);
        QHash<QKeySequence, QString> keys;
        for (const QAction* action : m_window->actions())
            for (const QKeySequence& sequence : action->shortcuts()) {
                QVERIFY2(!keys.contains(sequence) || sequence.isEmpty(),
                         qPrintable(QStringLiteral("%1: %2 and %3 both want %4")
                                        .arg(id, keys.value(sequence), action->objectName(), sequence.toString())));
                keys[sequence] = action->objectName();
            }
    }
}

void TestShell::enterAloneLeadsToTheLastWill()
{
    open(nullptr, false);
    m_window->showWelcome();
    const auto pressEnter = [this] {
        QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus);
        QTest::keyClick(focus, Qt::Key_Return);
        turn();
    };
    pressEnter();
    QVERIFY(!m_window->findChild<WelcomePage*>() || !m_window->findChild<WelcomePage*>()->isVisible());
    QCOMPARE(m_window->windowLayout(), Layout::Learn);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("map"));
    FirstMinute& story = m_window->firstMinute();
    QTRY_COMPARE(m_engine->commands.size(), std::size_t{2}); // one by one
    pump(std::chrono::seconds(1));
    QCOMPARE(story.step(), FirstMinute::Step::PullCable);
    pressEnter();
    QCOMPARE(m_engine->commands.back().command, DeviceCommand::CutCable);
    pump(std::chrono::seconds(1));
    QVERIFY(story.isDone(FirstMinute::Step::LastWill));
    QVERIFY2(story.because(FirstMinute::Step::LastWill).contains(QStringLiteral("lastwill/ev-gen-123")),
             qPrintable(story.because(FirstMinute::Step::LastWill)));
    pressEnter();
    QCOMPARE(m_engine->commands.back().command, DeviceCommand::HealCable);
    pump(std::chrono::seconds(1));
    QVERIFY(story.isFinished());
    pressEnter();
    QCOMPARE(m_window->windowLayout(), Layout::Explore);
}

void TestShell::theLastSessionIsOfferedWhereThereIsOne()
{
    QTemporaryDir folder;
    m_engine->dataDirectory = folder.path().toStdString();
    m_window->mirror().refreshStatus();
    const auto offered = [this]() -> QAbstractButton* {
        m_window->showWelcome();
        for (auto* button : m_window->findChild<WelcomePage*>()->findChildren<QAbstractButton*>())
            if (button->text() == QLatin1String("Reopen the last session"))
                return button;
        return nullptr;
    };
    QVERIFY(!offered());
    m_window->captures().reopenLastSession();
    QVERIFY(m_window->captures().notice()->isVisible()); // it says that there is none
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the page

    const std::string last = folder.filePath(QStringLiteral("last-session")).toStdString();
    {
        auto writer = capture::RollingWriter::create(
            last, {.endpoint = "localhost:8883", .started = m_engine->clock().wall()}, {.keepFree = 0});
        QVERIFY(writer);
        m_engine->advance(std::chrono::seconds(3));
        for (const auto& chunk : m_engine->drain())
            for (const trace::Event& event : chunk->events())
                QVERIFY((*writer)->write(event, *chunk));
        QVERIFY((*writer)->finish(m_engine->clock().wall()));
    }
    QAbstractButton* again = offered();
    QVERIFY(again);
    QVERIFY(!again->accessibleDescription().isEmpty());
    QSignalSpy asked(m_window.get(), &MainWindow::captureAsked);
    again->setFocus();
    QTest::keyClick(again, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toString().toStdString(), last);
}

void TestShell::theSecondLaunchOpensWhereThePersonLeft()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat);
    const QString topic = QStringLiteral("turbines/ev-gen/123");
    open(&settings);
    m_window->setLayout(Layout::Compact);
    m_window->showWorkspace(QStringLiteral("topics"));
    m_window->mirror().scope().setText(QStringLiteral("from:ev-gen"));
    m_window->mirror().selection().setTopic(topic);
    m_window->mirror().selection().setClient(QStringLiteral("ev-gen-123"));
    m_window->close();
    open(&settings);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
    QCOMPARE(m_window->windowLayout(), Layout::Compact);
    QCOMPARE(m_window->mirror().scope().text(), QStringLiteral("from:ev-gen"));
    QCOMPARE(m_window->mirror().selection().client(), QStringLiteral("ev-gen-123"));
    // The topic comes with its first message, and is then the one that is shown.
    pump(std::chrono::seconds(3));
    auto* tree = m_window->findChild<TopicTreeView*>();
    QTRY_COMPARE(tree->currentIndex().data(TopicTreeModel::PathRole).toString(), topic);
}

void TestShell::presenterSeesNotesFaultsAndWhatIsNext()
{
    QTemporaryDir folder;
    const auto write = [&folder](const QString& name, const char* text) {
        QFile file(folder.filePath(name));
        QDir().mkpath(QFileInfo(file).path());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
    };
    write(QStringLiteral("given/map.md"), "# Map\n\n- **dots** move\n\n## Next\n\nPull the cable.\n");
    write(QStringLiteral("given/topics.md"), "# Topics\n");
    write(QStringLiteral("given/any.md"), "# Anything\n");
    write(QStringLiteral("presenter/topics.md"), "# My own\n\n## Then\n\nAsk the room.\n");
    m_engine->dataDirectory = folder.path().toStdString();
    m_window->mirror().refreshStatus();
    m_window->setNotes({folder.filePath(QStringLiteral("given"))});
    m_window->showWorkspace(QStringLiteral("map"));
    m_window->commands().find(QStringLiteral("view.presenter"))->trigger();
    PresenterWindow* notes = m_window->presenterNotes();
    QVERIFY(notes && notes->isVisible() && notes->isWindow());
    QCOMPARE(notes->nextAction(), QStringLiteral("Pull the cable."));
    QVERIFY(notes->note().text.contains(QStringLiteral("dots")));
    m_window->showWorkspace(QStringLiteral("topics"));
    QCOMPARE(notes->nextAction(), QStringLiteral("Ask the room."));
    m_window->showWorkspace(QStringLiteral("plots"));
    QVERIFY(notes->note().text.contains(QStringLiteral("Anything")));
    m_engine->inject({.kind = simulator::FaultKind::CutCable, .target = "ev-gen-123"});
    pump(std::chrono::seconds(1));
    QStringList labels;
    for (const auto* label : notes->findChildren<QLabel*>())
        labels << label->text();
    QVERIFY2(labels.filter(QStringLiteral("ev-gen-123")).size() == 1, qPrintable(labels.join(QLatin1Char('\n'))));
    // It is made anew with the other views, and stays open.
    m_window->setZoom(1.2);
    turn();
    QVERIFY(m_window->presenterNotes() && m_window->presenterNotes()->isVisible());
    m_window->presenterNotes()->close();
    turn();
    QVERIFY(!m_window->presenterNotes());
}

void TestShell::everyWorkspaceHasNotesInEveryLanguage()
{
    const PresenterNotes notes({}, {QStringLiteral(PRESENTER_NOTES)});
    QStringList places = m_window->workspaceIds() + QStringList{QStringLiteral("any")};
    for (int step = 1; step <= 4; ++step)
        places << QStringLiteral("first-minute-%1").arg(step);
    for (const QString& place : std::as_const(places))
        for (const QString& language : languages()) {
            const PresenterNote note = notes.find({place}, language);
            QVERIFY2(!note.text.isEmpty() && !note.next.isEmpty(), qPrintable(place));
            QVERIFY2(language == QLatin1String("en") ||
                         note.file.endsWith(QStringLiteral("%1.%2.md").arg(place, language)),
                     qPrintable(note.file));
        }
}

void TestShell::secretsAreShortOnAProjector()
{
    const QList<std::pair<QString, QString>> kSecrets{
        {QStringLiteral("arn:aws:iot:us-east-1:123456789012:thing/a"), QStringLiteral("arn:aws:iot:us-east-1:12…12:thing/a")},
        {QStringLiteral("a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com"), QStringLiteral("a1b2…-ats")},
        {QStringLiteral("localhost:8883"), QStringLiteral("l…8883")},
        {QStringLiteral("from 192.168.1.20:50612"), QStringLiteral("from 1…0612")},
        {QStringLiteral("AKIAIOSFODNN7EXAMPLE"), QStringLiteral("AKIA…")},
        {QStringLiteral(R"({"secretAccessKey":"wJalrXUtnFEMI","rpm":1511347327000})"),
         QStringLiteral(R"({"secretAccessKey":"…","rpm":1511347327000})")},
        {QString(64, QLatin1Char('a')), QStringLiteral("aaaa…")},
        {QStringLiteral("-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----"), QStringLiteral("…")},
        {QStringLiteral("turbines/ev-gen/123 at 10:42:07"), QStringLiteral("turbines/ev-gen/123 at 10:42:07")}};
    for (const auto& [secret, expected] : kSecrets)
        QCOMPARE(masked(secret), expected);

    m_engine->record({.kind = trace::Kind::MessagePublished,
                      .subject = "ev-gen-123",
                      .object = "secrets/1",
                      .payload = asBytes(R"({"endpoint":"a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com","account":"123456789012"})")});
    pump(std::chrono::seconds(1));
    m_window->setLayout(Layout::Present);
    turn();
    m_window->showWorkspace(QStringLiteral("topics"));
    m_window->mirror().selection().setTopic(QStringLiteral("secrets/1"));
    pump();
    auto* inspector = m_window->findChild<PayloadInspector*>();
    inspector->setPage(PayloadInspector::HexPage);
    turn();
    QPlainTextEdit* octets = nullptr;
    for (auto* one : inspector->findChildren<QPlainTextEdit*>())
        if (one->accessibleName() == QStringLiteral("Payload octet by octet"))
            octets = one;
    QVERIFY(octets);
    const QString gutter = octets->toPlainText().simplified().remove(QLatin1Char(' '));
    QVERIFY2(!gutter.contains(QStringLiteral("3334353637383930")), qPrintable(octets->toPlainText())); // "34567890"
    inspector->setPage(PayloadInspector::TreePage);
    QToolTip::showText(m_window->mapToGlobal(QPoint(50, 50)), QStringLiteral("from 192.168.1.20:50612"), m_window.get());
    turn();
    QStringList tips;
    for (const QWidget* top : QApplication::topLevelWidgets())
        if (const auto* tip = qobject_cast<const QLabel*>(top); tip && tip->isVisible())
            tips << tip->text();
    QVERIFY2(tips.contains(QStringLiteral("from 1…0612")), qPrintable(tips.join(QLatin1Char('|'))));
    QToolTip::hideText();
    for (const char* id : {"topics", "map", "connections", "bench", "shadows", "security", "testclient", "doctor", "cost"}) {
        m_window->showWorkspace(QLatin1String(id));
        turn();
        m_window->workspace(QLatin1String(id))->fillForPicture();
        turn();
        for (const auto* label : m_window->findChildren<QLabel*>())
            QVERIFY2(!label->text().contains(QStringLiteral("localhost:8883")) &&
                         !label->text().contains(QStringLiteral("123456789012")),
                     qPrintable(label->text()));
        for (const auto* text : m_window->findChildren<QPlainTextEdit*>())
            QVERIFY2(!text->toPlainText().contains(QStringLiteral("123456789012")), qPrintable(text->toPlainText()));
    }
    m_window->setLayout(Layout::Explore);
    turn();
    QVERIFY(!isDiscreet());
}

void TestShell::welcomeCoversWhatIsBehind()
{
    m_window->showWelcome();
    QVERIFY(m_window->findChild<WelcomePage*>()->isAncestorOf(QApplication::focusWidget()));
    for (int tab = 0; tab < 8; ++tab) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY2(m_window->findChild<WelcomePage*>()->isAncestorOf(QApplication::focusWidget()),
                 "Tab reached something that cannot be seen");
    }
}

void TestShell::everyControlHasANameAndIsLargeEnough_data()
{
    FakeEngine engine;
    MainWindow window(engine, engine.clock());
    QTest::addColumn<QString>("id");
    for (const QString& id : window.workspaceIds())
        QTest::newRow(qPrintable(id)) << id;
}

void TestShell::everyControlHasANameAndIsLargeEnough()
{
    QFETCH(QString, id);
    constexpr int kLeastHeight = 24;
    m_window->showWorkspace(id);
    pump(std::chrono::seconds(5));
    m_window->workspace(id)->fillForPicture();
    turn();
    QStringList wrong;
    for (const auto* widget : m_window->findChildren<QWidget*>()) {
        if (!widget->isVisible() || (widget->focusPolicy() & Qt::TabFocus) == 0 || widget->focusProxy() ||
            widget->parent()->inherits("QComboBox") || widget->parent()->inherits("QAbstractSpinBox"))
            continue;
        QString name = widget->accessibleName();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget); button && name.isEmpty())
            name = button->text();
        const QString who =
            QStringLiteral("%1 in %2")
                .arg(QString::fromLatin1(widget->metaObject()->className()), widget->parentWidget()->accessibleName());
        if (name.isEmpty())
            wrong << who + QStringLiteral(" has no name");
        if (widget->height() < kLeastHeight)
            wrong << QStringLiteral("%1 \"%2\" is %3 high").arg(who, name).arg(widget->height());
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TestShell::preferencesSurviveARestart()
{
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("console.ini")), QSettings::IniFormat);
    open(&settings);
    m_window->setTheme(Theme::Dark);
    m_window->setZoom(1.2);
    turn();
    m_window->setLayout(Layout::Compact);
    m_window->showWorkspace(QStringLiteral("topics"));
    m_window->close();
    applyTheme(*qApp, Theme::Light);
    setZoom(1);
    open(&settings);
    QCOMPARE(currentTheme(), Theme::Dark);
    QCOMPARE(zoom(), 1.2);
    QCOMPARE(m_window->windowLayout(), Layout::Compact);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
}

namespace {
const bool kRegistered = registerTest<TestShell>();
} // namespace

} // namespace greensward::ui

#include "tst_shell.moc"
