// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/plots/plot_canvas.h"
#include "ui/plots/plot_legend.h"
#include "ui/plots/plot_view.h"
#include "ui/plots/plots_workspace.h"
#include "ui/plots/series_picker.h"
#include "ui/shell/main_window.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QImageReader>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

namespace greensward::ui {

namespace {

const QString kTopic = QStringLiteral("turbines/ev-gen/123");
const SeriesRef kRotor{kTopic, QStringLiteral("rotor-freq")};
const SeriesRef kOutput{kTopic, QStringLiteral("output")};

} // namespace

/// The Plots workspace in the real window, by keyboard and mouse.
class TestPlotsWorkspace final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aDroppedNumberBecomesASeries();
    void whatIsNoNumberIsNotTaken();
    void aSeriesIsAddedByKeyboard();
    void deleteTakesASeriesOffThePlot();
    void theLegendKeepsAndHidesItsTopic();
    void nothingIsDrawnWhileNothingArrives();
    void nothingIsDrawnWhileHidden();
    void nothingIsDrawnWhenNewPointsAreOutOfView();
    void pauseFreezesThePlot();
    void panningLeavesTheNewestAndEndReturns();
    void pointerReadsValues();
    void csvHoldsEveryPoint();
    void svgIsXmlAndNamesItsSeries();
    void pngIsAPicture();
    void tableSaysTheSame();
    void anotherAxisIsChosenByKeyboard();
    void plotsAreThereAfterARestart();
    void pictures();

private:
    void open(QSettings* settings = nullptr);
    void pump(Duration time = {});
    PlotsWorkspace& workspace();
    PlotView& view() { return workspace().view(0); }
    bool drop(PlotView& onto, QMimeData& mime);
    QByteArray exported(const QString& name);

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<MainWindow> m_window;
    QTemporaryDir m_folder;
};

void TestPlotsWorkspace::init()
{
    open();
}

void TestPlotsWorkspace::cleanup()
{
    m_window.reset();
    m_engine.reset();
    setZoom(1);
    applyTheme(*qApp, Theme::Light);
}

void TestPlotsWorkspace::open(QSettings* settings)
{
    m_window.reset();
    m_engine = std::make_unique<FakeEngine>(true);
    m_window = std::make_unique<MainWindow>(*m_engine, m_engine->clock(), settings);
    m_window->setMotion(false);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->showWorkspace(QStringLiteral("plots"));
    pump(std::chrono::seconds(20));
}

void TestPlotsWorkspace::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_window->mirror().feed().drainNow();
    QCoreApplication::processEvents();
}

PlotsWorkspace& TestPlotsWorkspace::workspace()
{
    return *qobject_cast<PlotsWorkspace*>(m_window->workspace(QStringLiteral("plots")));
}

/// True when the plot took it.
bool TestPlotsWorkspace::drop(PlotView& onto, QMimeData& mime)
{
    const QPoint place = onto.rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    enter.ignore();
    QCoreApplication::sendEvent(&onto, &enter);
    QDropEvent dropped(place, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    dropped.ignore();
    QCoreApplication::sendEvent(&onto, &dropped);
    return enter.isAccepted() && dropped.isAccepted();
}

QByteArray TestPlotsWorkspace::exported(const QString& name)
{
    QSignalSpy said(&view(), &PlotView::said);
    const QString path = m_folder.filePath(name);
    if (!view().exportTo(path) || !said.wait(5000))
        return {};
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestPlotsWorkspace::aDroppedNumberBecomesASeries()
{
    const auto mime = seriesMime(kRotor);
    QVERIFY(drop(view(), *mime));
    const auto& series = workspace().board().series(0);
    QCOMPARE(series.size(), 1U);
    QCOMPARE(series.front()->ref, kRotor);
    QVERIFY2(series.front()->points.size() >= 19, "the log's earlier messages belong to the series");
    QCOMPARE(view().legend().items().size(), 1);
    QVERIFY(drop(view(), *mime));
    QCOMPARE(workspace().board().series(0).size(), 1U);
}

void TestPlotsWorkspace::whatIsNoNumberIsNotTaken()
{
    QMimeData text;
    text.setText(QStringLiteral("rotor-freq"));
    QVERIFY(!drop(view(), text));
    QVERIFY(workspace().board().isEmpty());
}

void TestPlotsWorkspace::aSeriesIsAddedByKeyboard()
{
    QTest::keyClick(m_window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    auto* picker = m_window->findChild<SeriesPicker*>();
    QVERIFY(picker && picker->isVisible());
    auto* field = picker->findChild<QLineEdit*>();
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("123 rotor"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(workspace().board().series(0).size(), 1U);
    QCOMPARE(workspace().board().series(0).front()->ref, kRotor);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!picker->isVisible());
}

void TestPlotsWorkspace::deleteTakesASeriesOffThePlot()
{
    workspace().board().add(0, kRotor);
    workspace().board().add(0, kOutput);
    auto* item = view().legend().items().first();
    item->setFocus();
    QTest::keyClick(item, Qt::Key_Delete);
    QCoreApplication::processEvents();
    QCOMPARE(workspace().board().series(0).size(), 1U);
    QCOMPARE(workspace().board().series(0).front()->ref, kOutput);
}

void TestPlotsWorkspace::theLegendKeepsAndHidesItsTopic()
{
    workspace().board().add(0, kRotor);
    pump();
    const auto choose = [this](const QString& begin) {
        auto* item = view().legend().items().first();
        QContextMenuEvent asked(QContextMenuEvent::Mouse, item->rect().center(), item->mapToGlobal(QPoint(4, 4)));
        QCoreApplication::sendEvent(item, &asked);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        for (QAction* action : menu ? menu->actions() : QList<QAction*>())
            if (action->text().startsWith(begin))
                action->trigger();
        if (menu)
            menu->close();
    };
    choose(QStringLiteral("Keep only"));
    QCOMPARE(m_window->mirror().scope().text(), QStringLiteral("topic:") + kTopic);
    choose(QStringLiteral("Hide topic"));
    QCOMPARE(m_window->mirror().scope().text(), QStringLiteral("-topic:") + kTopic);
}

void TestPlotsWorkspace::nothingIsDrawnWhileNothingArrives()
{
    workspace().board().add(0, kRotor);
    pump(std::chrono::seconds(2));
    QTest::qWait(80);
    const auto before = view().canvas().replots();
    for (int turn = 0; turn < 20; ++turn) {
        m_window->mirror().feed().drainNow();
        QTest::qWait(5);
    }
    QCOMPARE(view().canvas().replots(), before);
    pump(std::chrono::seconds(2));
    QTRY_VERIFY2(view().canvas().replots() > before, "new points are drawn");
}

void TestPlotsWorkspace::nothingIsDrawnWhileHidden()
{
    workspace().board().add(0, kRotor);
    QTest::qWait(80);
    m_window->showWorkspace(QStringLiteral("topics"));
    const auto before = view().canvas().replots();
    pump(std::chrono::seconds(5));
    QTest::qWait(80);
    QCOMPARE(view().canvas().replots(), before);
    m_window->showWorkspace(QStringLiteral("plots"));
    QTRY_VERIFY(view().canvas().replots() > before);
}

void TestPlotsWorkspace::nothingIsDrawnWhenNewPointsAreOutOfView()
{
    PlotBoard& board = workspace().board();
    board.add(0, kRotor);
    const TimeRange now = board.view(0);
    board.setView(0, {now.end - 15, now.end - 5});
    QTest::qWait(80);
    const auto before = view().canvas().replots();
    pump(std::chrono::seconds(5));
    QTest::qWait(80);
    QCOMPARE(view().canvas().replots(), before);
}

void TestPlotsWorkspace::pauseFreezesThePlot()
{
    PlotBoard& board = workspace().board();
    board.add(0, kRotor);
    const TimeRange before = board.view(0);
    m_window->setPaused(true);
    pump(std::chrono::seconds(10));
    QCOMPARE(board.view(0), before);
    QCOMPARE(board.until(0), before.end);
    QVERIFY2(board.series(0).front()->points.size() >= 29, "what arrives meanwhile is kept");
    m_window->setPaused(false);
    QVERIFY(board.view(0).end > before.end + 9);
}

void TestPlotsWorkspace::panningLeavesTheNewestAndEndReturns()
{
    PlotBoard& board = workspace().board();
    board.add(0, kRotor);
    const TimeRange before = board.view(0);
    view().canvas().setFocus();
    QTest::keyClick(&view().canvas(), Qt::Key_Left);
    QVERIFY(!board.isFollowing(0));
    QVERIFY(board.view(0).end < before.end);
    QTest::keyClick(&view().canvas(), Qt::Key_Plus);
    QVERIFY(board.view(0).end - board.view(0).begin < before.end - before.begin - 10);
    QTest::keyClick(&view().canvas(), Qt::Key_End);
    QVERIFY(board.isFollowing(0));
    QCOMPARE(board.view(0), before);
}

void TestPlotsWorkspace::pointerReadsValues()
{
    workspace().board().add(0, kRotor);
    view().canvas().replotNow();
    PlotCanvas& canvas = view().canvas();
    canvas.showReadout(QPoint(canvas.width() - 40, canvas.height() / 2));
    QVERIFY2(canvas.readoutText().contains(QStringLiteral("rotor-freq 0.")), qPrintable(canvas.readoutText()));
    canvas.showReadout(QPoint(2, 2));
    QVERIFY(canvas.readoutText().isEmpty());
}

void TestPlotsWorkspace::csvHoldsEveryPoint()
{
    m_engine->message("someone", "odd,topic", R"({"a":[1,2.5],"say \"hi\"":3})");
    pump();
    PlotBoard& board = workspace().board();
    board.add(0, kRotor);
    board.add(0, {QStringLiteral("odd,topic"), QStringLiteral("a[1]")});
    const auto rotor = board.series(0).front()->points.size();
    QList<QByteArray> lines = exported(QStringLiteral("plot.csv")).split('\n');
    QCOMPARE(lines.takeFirst(), QByteArray("time,topic,field,value\r"));
    QCOMPARE(lines.takeLast(), QByteArray());
    QCOMPARE(lines.size(), static_cast<qsizetype>(rotor) + 1);
    QVERIFY2(lines.last().endsWith(",\"odd,topic\",a[1],2.5\r"), lines.last().constData());
    QVERIFY2(lines.first().startsWith("2017-11-22T"), lines.first().constData());
    QVERIFY(std::is_sorted(lines.begin(), lines.end()));
}

void TestPlotsWorkspace::svgIsXmlAndNamesItsSeries()
{
    workspace().board().add(0, kRotor);
    view().canvas().replotNow();
    const QByteArray svg = exported(QStringLiteral("plot.svg"));
    QXmlStreamReader reader(svg);
    QString text;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::Characters)
            text += reader.text();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY2(text.contains(QStringLiteral("rotor-freq")), qPrintable(text.simplified()));
    QVERIFY2(svg.contains("<polyline") || svg.contains("<path"), "the line itself");
}

void TestPlotsWorkspace::pngIsAPicture()
{
    workspace().board().add(0, kRotor);
    QVERIFY(!exported(QStringLiteral("plot.png")).isEmpty());
    QVERIFY(QImageReader(m_folder.filePath(QStringLiteral("plot.png"))).read().width() >= 1200);
    QVERIFY(!view().exportTo(m_folder.filePath(QStringLiteral("plot.docx"))));
}

void TestPlotsWorkspace::tableSaysTheSame()
{
    workspace().board().add(0, kRotor);
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    const auto tables = workspace().findChildren<QTableView*>();
    QCOMPARE(tables.size(), 2);
    QVERIFY(tables[0]->isVisible());
    QCOMPARE(tables[0]->model()->index(0, SeriesTableModel::Field).data().toString(), kRotor.path);
    const QString newest = tables[0]->model()->index(0, SeriesTableModel::Newest).data().toString();
    QVERIFY(newest.startsWith(QStringLiteral("0.")));
    QCOMPARE(tables[1]->model()->index(0, PointTableModel::Value).data().toString(), newest);
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!tables[0]->isVisible());
}

void TestPlotsWorkspace::anotherAxisIsChosenByKeyboard()
{
    workspace().board().add(0, kOutput);
    m_window->commands().find(QStringLiteral("plots.axis"))->trigger();
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QAction* numbers = nullptr;
    for (QAction* action : menu->actions())
        if (action->menu() && action->text().contains(QStringLiteral("number")))
            numbers = action;
    QVERIFY(numbers);
    QTest::keyClick(menu, Qt::Key_Down);
    while (menu->activeAction() != numbers)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Right);
    QVERIFY(!numbers->menu()->actions().isEmpty());
    while (!numbers->menu()->activeAction() || numbers->menu()->activeAction()->text() != QLatin1String("rotor-freq"))
        QTest::keyClick(numbers->menu(), Qt::Key_Down);
    QTest::keyClick(numbers->menu(), Qt::Key_Return);
    QCOMPARE(workspace().board().axis(0), (PlotAxis{PlotAxis::Kind::Value, QStringLiteral("rotor-freq")}));
    pump(std::chrono::seconds(10));
    view().canvas().replotNow();
    QVERIFY(workspace().board().series(0).front()->trail.points().size() > 10);
    QVERIFY(view().canvas().accessibleDescription().contains(QStringLiteral("rotor-freq")));
    // Some point is near the middle of the frame or beside it: the readout tells both numbers.
    QVERIFY(exported(QStringLiteral("xy.csv")).contains("x_field"));
    const QByteArray svg = exported(QStringLiteral("xy.svg"));
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        reader.readNext();
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(svg.contains("rotor-freq"));
}

void TestPlotsWorkspace::plotsAreThereAfterARestart()
{
    QSettings settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    open(&settings);
    workspace().board().add(1, kOutput);
    workspace().board().setShown(2);
    workspace().board().setSpan(1, 300);
    m_window->close();
    open(&settings);
    QCOMPARE(workspace().board().shown(), 2);
    QCOMPARE(workspace().board().series(1).size(), 1U);
    QCOMPARE(workspace().board().series(1).front()->ref, kOutput);
    QCOMPARE(workspace().board().span(1), 300);
}

/// For looking at: GREENSWARD_PICTURES=DIR
void TestPlotsWorkspace::pictures()
{
    const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES");
    if (folder.isEmpty())
        QSKIP("GREENSWARD_PICTURES names no folder");
    QDir().mkpath(folder);
    const auto draw = [&](const QString& name) {
        for (int turn = 0; turn < 4; ++turn)
            QTest::qWait(30);
        m_window->grab().save(QDir(folder).filePath(QStringLiteral("plots-%1.png").arg(name)));
    };
    draw(QStringLiteral("empty"));
    PlotBoard& board = workspace().board();
    const QString sprinkler = QStringLiteral("macdonald/sprinkler-456/status");
    for (const char* path : {"rotor-freq", "output", "temperature"})
        board.add(0, {kTopic, QString::fromLatin1(path)});
    board.add(0, {sprinkler, QStringLiteral("flow")});
    m_engine->publish({"macdonald/sprinkler-456", R"({"water":"on"})", 1, false});
    pump(std::chrono::seconds(20));
    m_engine->command("ev-gen-123", DeviceCommand::CutCable, 0);
    pump(std::chrono::seconds(6));
    m_engine->command("ev-gen-123", DeviceCommand::HealCable, 0);
    pump(std::chrono::seconds(20));
    m_window->resize(1280, 800);
    draw(QStringLiteral("one-light"));
    view().canvas().showReadout(QPoint(view().canvas().width() / 2, view().canvas().height() / 2));
    draw(QStringLiteral("readout"));
    board.setAxis(0, {PlotAxis::Kind::Value, QStringLiteral("rotor-freq")});
    draw(QStringLiteral("xy"));
    board.setAxis(0, {});
    board.setShown(4);
    board.add(1, kOutput);
    board.add(2, {kTopic, QStringLiteral("humidity")});
    board.add(3, {sprinkler, QStringLiteral("moisture")});
    board.setSpan(1, 30);
    board.setFrozen(2, true);
    m_window->setTheme(Theme::Dark);
    m_window->resize(1024, 768);
    draw(QStringLiteral("four-dark"));
    workspace().setTable(true);
    draw(QStringLiteral("table-dark"));
    workspace().setTable(false);
    view().pickSeries(QStringLiteral("tur"));
    auto* picker = m_window->findChild<SeriesPicker*>();
    QTest::qWait(60);
    picker->grab().save(QDir(folder).filePath(QStringLiteral("plots-picker.png")));
    picker->close();
    m_window->setLayout(Layout::Present);
    QTest::qWait(100);
    draw(QStringLiteral("four-projector"));
    board.setShown(1);
    draw(QStringLiteral("one-projector"));
}

namespace {
const bool kRegistered = registerTest<TestPlotsWorkspace>();
} // namespace

} // namespace greensward::ui

#include "tst_plots_workspace.moc"
