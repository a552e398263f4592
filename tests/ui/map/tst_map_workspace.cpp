// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/scope/scope_chip.h"
#include "ui/map/map_workspace.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QTableView>
#include <QTest>

namespace greensward::ui {

/// Drives the map in the real window with keys and mouse.
class TestMapWorkspace final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theMapIsTheFirstWorkspace();
    void aClickChoosesForTheWholeWindow();
    void arrowsWalkFromNodeToNode();
    void theCableCanBePulledOnTheMap();
    void theFirstMinuteGoesOnFromTheMap();
    void aProjectorShowsNoAddress();
    void thePanelActsOnTheNode();
    void aClickOnALinkFiltersEverything();
    void enterLeadsToItsMessages();
    void aDragMovesANodeAndCtrlZBringsItBack();
    void zoomPanAndFit();
    void theMenuKeyOffersActions();
    void dotsMoveAndStop();
    void withoutMotionNothingMoves();
    void aQuietMapDoesNotPaint();
    void aWillBurstsFromTheGateway();
    void theTableTwinIsReachedByKeys();
    void theFilterIsTheScopeOfAllViews();
    void screenReadersFindTheNodes();
    void theMapIsRememberedAsItWasLeft();

private:
    void pump(Duration time = {});
    void click(QPointF where) { QTest::mouseClick(&view(), Qt::LeftButton, {}, where.toPoint()); }
    void choose(const char* key) { click(view().nodePlace(rowOf(key)).center()); }
    int rowOf(const char* key) { return m_window->mirror().model<MapModel>().rowOf(QString::fromUtf8(key)); }
    MapWorkspace& space() { return *qobject_cast<MapWorkspace*>(m_window->workspace(QStringLiteral("map"))); }
    MapView& view() { return space().view(); }
    QString chosen() { return m_window->mirror().selection().client(); }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
};

void TestMapWorkspace::init()
{
    m_engine = std::make_unique<FakeEngine>();
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock());
    m_window->setMotion(false);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showWorkspace(QStringLiteral("map"));
    pump(std::chrono::seconds(2));
}

void TestMapWorkspace::cleanup()
{
    m_window.reset();
    m_engine.reset();
}

void TestMapWorkspace::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    QCoreApplication::processEvents();
}

void TestMapWorkspace::theMapIsTheFirstWorkspace()
{
    m_window->showWorkspace(QStringLiteral("topics"));
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("map"));
}

void TestMapWorkspace::aClickChoosesForTheWholeWindow()
{
    choose("sprinkler-456");
    QCOMPARE(chosen(), QStringLiteral("sprinkler-456"));
    m_window->mirror().selection().setClient(QStringLiteral("ev-gen-123"));
    QCOMPARE(view().current(), QStringLiteral("ev-gen-123"));
    click(QPointF(4, view().height() - 4));
    QVERIFY(chosen().isEmpty());
}

void TestMapWorkspace::arrowsWalkFromNodeToNode()
{
    choose("ev-gen-123");
    QTest::keyClick(&view(), Qt::Key_Down);
    QCOMPARE(view().current(), QStringLiteral("sprinkler-456"));
    QTest::keyClick(&view(), Qt::Key_Right);
    QCOMPARE(view().current(), MapModel::gatewayKey());
    QVERIFY(view().accessibleDescription().contains(QStringLiteral("localhost:8883")));
    QTest::keyClick(&view(), Qt::Key_Left);
    QVERIFY(!chosen().isEmpty());
}

void TestMapWorkspace::theCableCanBePulledOnTheMap()
{
    choose("ev-gen-123");
    QVERIFY(!view().cablePlace().isEmpty());
    click(view().cablePlace().center());
    QCOMPARE(m_engine->commands.back().command, DeviceCommand::CutCable);
    pump(std::chrono::milliseconds(200));
    click(view().cablePlace().center());
    QCOMPARE(m_engine->commands.back().command, DeviceCommand::HealCable);
    QTest::keyClick(&view(), Qt::Key_End);
    QVERIFY(view().cablePlace().isEmpty() || view().currentNode()->kind == NodeKind::Device);
}

void TestMapWorkspace::theFirstMinuteGoesOnFromTheMap()
{
    FirstMinute& story = m_window->firstMinute();
    story.begin();
    pump();
    QCOMPARE(story.step(), FirstMinute::Step::PullCable);
    QCOMPARE(view().current(), QStringLiteral("ev-gen-123")); // its handle is there to be clicked
    click(view().cablePlace().center());
    pump(std::chrono::milliseconds(200));
    QVERIFY(story.isDone(FirstMinute::Step::PullCable));
    QVERIFY(story.isDone(FirstMinute::Step::LastWill));
    click(view().cablePlace().center());
    pump(std::chrono::milliseconds(200));
    QVERIFY(story.isFinished());
}

void TestMapWorkspace::aProjectorShowsNoAddress()
{
    m_window->setLayout(Layout::Present);
    pump();
    pump();
    for (const MapNode& node : m_window->mirror().model<MapModel>().nodes())
        QVERIFY2(!node.line.contains(QStringLiteral("8883")), qPrintable(node.line));
    m_window->setLayout(Layout::Explore);
    pump();
}

void TestMapWorkspace::thePanelActsOnTheNode()
{
    choose("ev-gen-123");
    const auto press = [this](const QString& name) {
        for (auto* button : m_window->findChildren<QAbstractButton*>())
            if (button->accessibleName() == name && button->isVisible()) {
                QTest::mouseClick(button, Qt::LeftButton);
                return true;
            }
        return false;
    };
    QVERIFY(press(QStringLiteral("Crash ev-gen-123")));
    QCOMPARE(m_engine->commands.back().command, DeviceCommand::Crash);
    pump(std::chrono::milliseconds(200));
    QVERIFY(press(QStringLiteral("Start ev-gen-123")));
    QCOMPARE(m_engine->commands.back().command, DeviceCommand::Start);
    choose("sprinkler-456");
    QVERIFY(press(QStringLiteral("Turn the water of sprinkler-456 on")));
    QCOMPARE(m_engine->published.back().topic, std::string("macdonald/sprinkler-456"));
}

void TestMapWorkspace::aClickOnALinkFiltersEverything()
{
    click(view().linkPlace(rowOf("ev-gen-123")));
    QCOMPARE(m_window->mirror().scope().text(), QStringLiteral("from:ev-gen-123"));
    QCOMPARE(chosen(), QStringLiteral("ev-gen-123"));
    pump();
    click(view().linkPlace(rowOf("ev-gen-123")));
    QVERIFY(m_window->mirror().scope().isEmpty());
}

void TestMapWorkspace::enterLeadsToItsMessages()
{
    choose("ev-gen-123");
    QTest::keyClick(&view(), Qt::Key_Return);
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
    QCOMPARE(m_window->mirror().selection().topic(), QStringLiteral("turbines/ev-gen/123"));
    QVERIFY(m_window->mirror().selection().event() != 0);
    m_window->showWorkspace(QStringLiteral("map"));
    QTest::mouseDClick(&view(), Qt::LeftButton, {}, view().nodePlace(rowOf("sprinkler-456")).center().toPoint());
    QCOMPARE(m_window->currentWorkspace(), QStringLiteral("topics"));
}

void TestMapWorkspace::aDragMovesANodeAndCtrlZBringsItBack()
{
    const QPoint from = view().nodePlace(rowOf("ev-gen-123")).center().toPoint();
    QTest::mousePress(&view(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, from + QPointF(30, -60), view().mapToGlobal(from + QPointF(30, -60)),
                     Qt::LeftButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&view(), &move);
    QTest::mouseRelease(&view(), Qt::LeftButton, {}, from + QPoint(30, -60));
    MapPlaces& places = m_window->mirror().model<MapModel>().places();
    QVERIFY(!places.offset(QStringLiteral("ev-gen-123")).isNull());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(places.isEmpty());
    QCOMPARE(view().nodePlace(rowOf("ev-gen-123")).center().toPoint(), from);
    QTest::keyClick(&view(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(places.offset(QStringLiteral("ev-gen-123")), QPointF(8, 0));
}

void TestMapWorkspace::zoomPanAndFit()
{
    choose("ev-gen-123");
    const QRectF before = view().nodePlace(0);
    QTest::keyClick(&view(), Qt::Key_Plus);
    QVERIFY(view().nodePlace(0).width() > before.width());
    QVERIFY(!view().isFitted());
    QTest::keyClick(&view(), Qt::Key_Right, Qt::ControlModifier);
    QTest::keyClick(&view(), Qt::Key_0);
    QVERIFY(view().isFitted());
    QCOMPARE(view().nodePlace(0).toRect(), before.toRect());
    for (int at = 0; at < 60; ++at)
        QTest::keyClick(&view(), Qt::Key_Plus);
    QCOMPARE(view().scale(), MapView::kMostScale);
    QTest::keyClick(&view(), Qt::Key_Escape);
    QVERIFY(view().isFitted());
}

void TestMapWorkspace::theMenuKeyOffersActions()
{
    choose("ev-gen-123");
    QTest::keyClick(&view(), Qt::Key_Menu);
    auto* menu = view().findChild<QMenu*>();
    QVERIFY(menu);
    QStringList texts;
    for (const QAction* action : menu->actions())
        texts << action->text();
    QVERIFY2(texts.contains(QStringLiteral("Pull cable")), qPrintable(texts.join(QLatin1Char('|'))));
    menu->close();
}

void TestMapWorkspace::dotsMoveAndStop()
{
    m_window->setMotion(true);
    m_engine->message("ev-gen-123", "t", "x");
    pump();
    QVERIFY(view().isMoving());
    QVERIFY(!view().flights().isEmpty());
    const QImage before = view().grab().toImage();
    view().advanceMotion(Flights::kMillis / 2);
    QVERIFY(view().grab().toImage() != before);
    view().advanceMotion(3 * Flights::kMillis);
    QVERIFY(view().flights().isEmpty());
    m_window->setPaused(true);
    QVERIFY(!view().isMoving());
    m_window->setPaused(false);
    m_window->showWorkspace(QStringLiteral("topics"));
    QVERIFY(!view().isMoving());
    m_window->setMotion(false);
}

void TestMapWorkspace::withoutMotionNothingMoves()
{
    m_engine->message("ev-gen-123", "t", "x");
    pump();
    QVERIFY(!view().isMoving());
    QVERIFY(view().flights().isEmpty());
}

namespace {

class Paints final : public QObject
{
public:
    explicit Paints(QWidget& widget) { widget.installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

} // namespace

void TestMapWorkspace::aQuietMapDoesNotPaint()
{
    pump();
    QTest::qWait(300);
    Paints paints(view());
    QTest::qWait(700); // the engine's clock stands still
    QCOMPARE(paints.count, 0);
    m_window->showWorkspace(QStringLiteral("topics"));
    pump(std::chrono::seconds(3));
    QCOMPARE(paints.count, 0);
}

void TestMapWorkspace::aWillBurstsFromTheGateway()
{
    const QRect gateway = view().nodePlace(rowOf("\1gateway")).toAlignedRect().adjusted(-40, -40, 40, 0);
    const QImage before = view().grab(gateway).toImage();
    m_engine->command("ev-gen-123", DeviceCommand::CutCable, 0);
    pump(std::chrono::milliseconds(200));
    const QImage burst = view().grab(gateway).toImage();
    int red = 0;
    for (int y = 0; y < burst.height(); ++y)
        for (int x = 0; x < burst.width(); ++x)
            red += burst.pixelColor(x, y) == color(Role::Lost);
    QVERIFY2(red > 200, qPrintable(QString::number(red)));
    QVERIFY(burst != before);
}

void TestMapWorkspace::theTableTwinIsReachedByKeys()
{
    choose("ev-gen-123");
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(space().showsTable());
    auto* table = space().findChild<QTableView*>();
    QVERIFY(table->isVisible() && table->hasFocus());
    QCOMPARE(table->currentIndex().row(), 0);
    QTest::keyClick(table, Qt::Key_Down);
    QCOMPARE(chosen(), QStringLiteral("sprinkler-456"));
    // Still fed while the drawing is hidden.
    m_engine->command("sprinkler-456", DeviceCommand::Stop, 0);
    pump(std::chrono::milliseconds(200));
    QCOMPARE(table->model()->index(1, MapTableModel::State).data().toString(), QStringLiteral("offline"));
}

void TestMapWorkspace::theFilterIsTheScopeOfAllViews()
{
    QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
    auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(field);
    QTest::keyClicks(field, QStringLiteral("from:sprinkler"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_window->mirror().scope().text(), QStringLiteral("from:sprinkler"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(m_window->mirror().scope().isEmpty());
    m_window->mirror().scope().setText(QStringLiteral("turbines/#"));
    const auto chips = space().findChildren<ScopeChip*>();
    QVERIFY(std::any_of(chips.begin(), chips.end(), [](const ScopeChip* chip) {
        return chip->isVisible() && chip->text() == QStringLiteral("turbines/#");
    }));
}

void TestMapWorkspace::screenReadersFindTheNodes()
{
    QAccessibleInterface* map = QAccessible::queryAccessibleInterface(&view());
    QVERIFY(map);
    QCOMPARE(map->childCount(), view().nodeCount());
    QAccessibleInterface* turbine = map->child(rowOf("ev-gen-123"));
    QVERIFY(turbine->text(QAccessible::Name).startsWith(QStringLiteral("ev-gen-123, online")));
    QVERIFY(turbine->text(QAccessible::Name).contains(QStringLiteral("its will is armed")));
    choose("ev-gen-123");
    QVERIFY(turbine->state().selected);
    QVERIFY(turbine->rect().isValid());
}

void TestMapWorkspace::theMapIsRememberedAsItWasLeft()
{
    m_window->mirror().model<MapModel>().places().move(QStringLiteral("ev-gen-123"), QPointF(5, 6));
    space().showTable(true);
    const QByteArray memory = space().memory();
    m_window->mirror().model<MapModel>().places().clear();
    space().showTable(false);
    space().remember(memory);
    QVERIFY(space().showsTable());
    QCOMPARE(m_window->mirror().model<MapModel>().places().offset(QStringLiteral("ev-gen-123")), QPointF(5, 6));
    space().remember("something else");
    QVERIFY(space().showsTable());
}

namespace {
const bool kRegistered = registerTest<TestMapWorkspace>();
} // namespace

} // namespace greensward::ui

#include "tst_map_workspace.moc"
