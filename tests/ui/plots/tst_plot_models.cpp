// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/models/engine_mirror.h"
#include "ui/plots/field_model.h"
#include "ui/plots/json_path.h"
#include "ui/plots/plot_board.h"
#include "ui/plots/plot_export.h"
#include "ui/plots/series_tables.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include <boost/json.hpp>
#include <fmt/format.h>

namespace greensward::ui {

namespace {

const SeriesRef kRotor{QStringLiteral("turbines/ev-gen/123"), QStringLiteral("rotor-freq")};

} // namespace

/// Points, paths, the board and its tables, without a window.
class TestPlotModels final : public QObject
{
    Q_OBJECT

private slots:
    void pathsFindNumbers_data();
    void pathsFindNumbers();
    void everyFieldThatIsListedCanBeFound();
    void fullSeriesKeepTheirSpikes();
    void arraysGiveOneElementOrAll();
    void momentsComeInManyUnits();
    void aFieldOfTheMessageIsTheTimeAxis();
    void latePointsFindTheirPlace();
    void aFieldOfTheMessageIsTheXValue();
    void placesOfAnArrayAreTheNewestMessageOnly();
    void theAxisIsKept();
    void extentsAgreeWithEveryPoint();
    void pointsBeforeTheFirstAreTakenIn();
    void clocksThatAreSetBackDoNotDisorderPoints();
    void draggedNumbersSurviveTheJourney();
    void aSeriesBeginsWithTheLog();
    void aLongLogIsReadInSlices();
    void plotsTakeEightSeries();
    void seriesShareTheirMemory();
    void smallNumbersGetAnAxisOfTheirOwn();
    void frozenPlotsEndWhereTheyWereFrozen();
    void marksFollowTheScope();
    void marksAreBounded();
    void savedPlotsComeBack();
    void rubbishIsNotRestored();
    void fieldsAreFoundByAFewLetters();
    void tablesFollowTheBoard();
};

void TestPlotModels::pathsFindNumbers_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<double>("number"); // not a number: nothing there
    const double nothing = std::nan("");
    QTest::newRow("field") << "rpm" << 1480.0;
    QTest::newRow("deeper") << "gear.heat" << 41.5;
    QTest::newRow("place") << "cells[1]" << 3.75;
    QTest::newRow("field in a place") << "rows[0].x" << 7.0;
    QTest::newRow("quoted key") << R"(["wind speed"])" << 9.0;
    QTest::newRow("key with a dot") << R"(["a.b"])" << 5.0;
    QTest::newRow("true counts as one") << "on" << 1.0;
    QTest::newRow("text is no number") << "name" << nothing;
    QTest::newRow("an object is no number") << "gear" << nothing;
    QTest::newRow("beyond the end") << "cells[2]" << nothing;
    QTest::newRow("missing") << "nowhere.at.all" << nothing;
}

void TestPlotModels::pathsFindNumbers()
{
    QFETCH(const QString, path);
    QFETCH(const double, number);
    const QString payload = QStringLiteral(R"({"rpm":1480,"gear":{"heat":41.5},"cells":[3.5,3.75],"rows":[{"x":7}],)"
                                           R"("wind speed":9,"a.b":5,"on":true,"name":"wt"})");
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    QCOMPARE(board.add(0, {QStringLiteral("t"), path}), PlotBoard::Adding::Added);
    engine.message("x", "t", payload.toStdString());
    engine.flush();
    mirror.feed().drainNow();
    const auto& series = *board.series(0).front();
    QCOMPARE(series.points.empty(), std::isnan(number));
    QCOMPARE(series.skipped, std::isnan(number) ? 1U : 0U);
    if (!series.points.empty())
        QCOMPARE(series.points.points().front().value, number);
    for (const char* wrong : {"", ".", "a..b", "a[", "a[x]", "a]", "[\"a]", "a.", "[1"})
        QCOMPARE(board.add(1, {QStringLiteral("t"), QString::fromLatin1(wrong)}), PlotBoard::Adding::NoSuchPath);
}

void TestPlotModels::everyFieldThatIsListedCanBeFound()
{
    const auto fields = numericFields(R"({"a":1,"b":{"c":[2,{"d e":3}]},"q\"\\":4,"s":"5","t":true,"n":null})");
    std::vector<std::string> paths;
    for (const auto& field : fields) {
        paths.push_back(field.path);
        QVERIFY2(JsonPath::parse(field.path).has_value(), field.path.c_str());
    }
    QCOMPARE(paths, (std::vector<std::string>{"a", "b.c[]", "b.c[0]", R"(b.c[1]["d e"])", R"(["q\"\\"])", "t"}));
    QVERIFY(numericFields("no json").empty());
    QCOMPARE(numericFields("[1,2,3]", 2).size(), std::size_t{2});
}

void TestPlotModels::fullSeriesKeepTheirSpikes()
{
    PointSeries series(1000);
    constexpr int kCount = 20'000;
    for (int at = 0; at < kCount; ++at)
        series.append(at, at == 137 ? 99 : at == 5011 ? -99 : std::sin(at * 0.01));
    QVERIFY(series.size() <= 1000);
    QCOMPARE(series.merged() + series.size(), std::uint64_t{kCount});
    const auto points = series.points();
    QVERIFY(points.front().time < 200); // the whole session is still in view
    QCOMPARE(points.back().time, kCount - 1.0);
    QVERIFY(std::is_sorted(points.begin(), points.end(), [](auto& a, auto& b) { return a.time < b.time; }));
    const auto all = series.extent(0, series.size());
    QCOMPARE(all->high, 99.0);
    QCOMPARE(all->low, -99.0);
    // The newest half is whole.
    QVERIFY(points[points.size() - 300].time > kCount - 310);
}

void TestPlotModels::arraysGiveOneElementOrAll()
{
    const auto payload = boost::json::parse(R"({"samples":[5,7,9],"cells":[{"v":1},{"v":2}],"none":[]})");
    const auto numbers = [&payload](const char* path) {
        std::vector<double> all;
        for (const auto* value : JsonPath::parse(path)->values(payload))
            all.push_back(numberOf(*value).value_or(-1));
        return all;
    };
    QCOMPARE(numbers("samples[]"), (std::vector<double>{5, 7, 9}));
    QCOMPARE(numbers("samples[2]"), (std::vector<double>{9}));
    QCOMPARE(numbers("cells[].v"), (std::vector<double>{1, 2}));
    QVERIFY(numbers("none[]").empty());
    QVERIFY(numbers("samples[3]").empty());
    const auto fields = numericFields(R"({"cells":[{"v":1},{"v":2}]})");
    QCOMPARE(fields.front().path, std::string("cells[].v"));
    QCOMPARE(fields.front().elements, std::size_t{2});
}

void TestPlotModels::momentsComeInManyUnits()
{
    const auto moment = [](const char* json) { return momentOf(boost::json::parse(json)).value_or(-1); };
    for (const char* json : {"1511347327", "1511347327000", "1511347327000000", "1511347327000000000",
                             R"("2017-11-22T10:42:07Z")", R"("2017-11-22T11:42:07.000+01:00")"})
        QCOMPARE(moment(json), 1511347327.0);
    QCOMPARE(moment("12.5"), 12.5); // since it was switched on
    QCOMPARE(moment(R"("soon")"), -1.0);
    QCOMPARE(moment("null"), -1.0);
}

namespace {

void publish(FakeEngine& engine, const std::string& payload)
{
    engine.record({.kind = trace::Kind::MessagePublished, .subject = "probe", .object = "probe/1",
                   .payload = asBytes(payload)});
    engine.flush();
}

} // namespace

void TestPlotModels::aFieldOfTheMessageIsTheTimeAxis()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    const SeriesRef ref{QStringLiteral("probe/1"), QStringLiteral("heat")};
    publish(engine, R"({"heat":1,"ts":1000000})"); // in the log before anybody asks
    mirror.feed().drainNow();
    board.add(0, ref);
    QVERIFY(!board.setAxis(0, {PlotAxis::Kind::TimeField, QStringLiteral("[")}));
    QVERIFY(board.setAxis(0, {PlotAxis::Kind::TimeField, QStringLiteral("ts")}));
    // Buffered while the line was down, and sent late and in another order.
    publish(engine, R"({"heat":4,"ts":1000030})");
    publish(engine, R"({"heat":2,"ts":1000010})");
    publish(engine, R"({"heat":5})"); // says nothing of time
    mirror.feed().drainNow();
    const auto points = board.series(0).front()->points.points();
    QCOMPARE(points.size(), std::size_t{3});
    QCOMPARE(points[0].time, 1000000.0);
    QCOMPARE(points[1].value, 2.0);
    QCOMPARE(points[2].time, 1000030.0);
    QCOMPARE(board.series(0).front()->skipped, std::uint64_t{1});
    QCOMPARE(board.view(0).end, 1000030.0);
    QVERIFY(board.marksIn(0).empty());
    QBuffer csv;
    csv.open(QIODevice::ReadWrite);
    QVERIFY(writeCsv(pointsOf(board, 0), csv));
    QVERIFY2(csv.data().contains("1970-01-12T13:47:10.000Z,probe/1,heat,4"), csv.data().constData());
    QVERIFY(board.setAxis(0, {}));
    QCOMPARE(board.series(0).front()->points.size(), std::size_t{4}); // all of the log, by arrival
}

void TestPlotModels::latePointsFindTheirPlace()
{
    PointSeries series(1000);
    std::mt19937 random(7);
    std::vector<int> times(900);
    std::iota(times.begin(), times.end(), 0);
    std::shuffle(times.begin(), times.end(), random);
    for (const int time : times)
        series.insert(time, time % 37 - 18);
    const auto points = series.points();
    for (std::size_t at = 0; at < points.size(); ++at)
        QCOMPARE(points[at].time, static_cast<double>(at));
    for (std::size_t first = 0; first < 900; first += 89) {
        const auto extent = series.extent(first, first + 40);
        const auto [low, high] = std::minmax_element(points.begin() + static_cast<std::ptrdiff_t>(first),
                                                     points.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(first + 40, 900)),
                                                     [](auto& a, auto& b) { return a.value < b.value; });
        QCOMPARE(extent->low, low->value);
        QCOMPARE(extent->high, high->value);
    }
}

void TestPlotModels::aFieldOfTheMessageIsTheXValue()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    const SeriesRef output{QStringLiteral("probe/1"), QStringLiteral("output")};
    publish(engine, R"({"wind":8,"output":40})");
    mirror.feed().drainNow();
    board.add(0, output);
    QVERIFY(board.setAxis(0, {PlotAxis::Kind::Value, QStringLiteral("wind")}));
    publish(engine, R"({"wind":12,"output":90})");
    publish(engine, R"({"output":91})"); // no point without an x
    mirror.feed().drainNow();
    const auto& trail = board.series(0).front()->trail.points();
    QCOMPARE(trail.size(), std::size_t{2});
    QCOMPARE(trail[0].x, 8.0);
    QCOMPARE(trail[1].y, 90.0);
    PointTableModel table(board);
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    table.setSeries(0, output);
    QCOMPARE(table.columnCount(), 3);
    QCOMPARE(table.headerData(PointTableModel::X, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("wind"));
    QCOMPARE(table.index(0, PointTableModel::X).data().toString(), QStringLiteral("12.00"));
    QBuffer csv;
    csv.open(QIODevice::ReadWrite);
    QVERIFY(writeCsv(pointsOf(board, 0), csv));
    QVERIFY2(csv.data().startsWith("time,topic,field,value,x_field,x\r\n"), csv.data().constData());
    QVERIFY2(csv.data().contains(",probe/1,output,90,wind,12\r\n"), csv.data().constData());
    board.setFrozen(0, true);
    engine.advance(std::chrono::seconds(1));
    publish(engine, R"({"wind":1,"output":2})");
    mirror.feed().drainNow();
    QCOMPARE(pointsOf(board, 0).series.front().trail.size(), std::size_t{2});
    board.setAxis(0, {});
    QCOMPARE(table.columnCount(), 2);
}

void TestPlotModels::placesOfAnArrayAreTheNewestMessageOnly()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    board.add(0, {QStringLiteral("probe/1"), QStringLiteral("samples[]")});
    board.setAxis(0, {PlotAxis::Kind::Place, {}});
    publish(engine, R"({"samples":[1,2]})");
    engine.advance(std::chrono::seconds(1));
    publish(engine, R"({"samples":[3,4,5]})");
    mirror.feed().drainNow();
    const auto points = pointsOf(board, 0).series.front().trail;
    QCOMPARE(points.size(), std::size_t{3});
    QCOMPARE(points[2].x, 2.0);
    QCOMPARE(points[2].y, 5.0);
}

void TestPlotModels::theAxisIsKept()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    const PlotAxis axis{PlotAxis::Kind::Value, QStringLiteral("wind")};
    board.setAxis(1, axis);
    const QByteArray saved = board.save();
    EngineMirror other(engine, engine.clock());
    QVERIFY(other.model<PlotBoard>().restore(saved));
    QCOMPARE(other.model<PlotBoard>().axis(1), axis);
    QCOMPARE(other.model<PlotBoard>().axis(0), PlotAxis{});
}

void TestPlotModels::extentsAgreeWithEveryPoint()
{
    PointSeries series(4096);
    for (int at = 0; at < 5000; ++at)
        series.append(at, std::fmod(at * 7919.0, 1009.0));
    const auto points = series.points();
    for (const auto& [first, last] : {std::pair{0, 4}, {3, 200}, {64, 128}, {63, 129}, {1, 3000}, {2999, 3000}}) {
        const auto [low, high] = std::minmax_element(points.begin() + first, points.begin() + last,
                                                     [](auto& a, auto& b) { return a.value < b.value; });
        const auto extent = series.extent(static_cast<std::size_t>(first), static_cast<std::size_t>(last));
        QCOMPARE(extent->low, low->value);
        QCOMPARE(extent->high, high->value);
    }
    QVERIFY(!series.extent(7, 7));
}

void TestPlotModels::pointsBeforeTheFirstAreTakenIn()
{
    PointSeries series(1000);
    series.append(10, 1);
    series.prepend({{8, 5}, {9, 6}, {11, 7}});
    QCOMPARE(series.size(), std::size_t{3}); // 11 came live already
    QCOMPARE(series.points().front().value, 5.0);
    QCOMPARE(series.at(9.5)->value, 6.0);
    QVERIFY(!series.at(7));
    series.append(11, std::nan(""));
    QCOMPARE(series.size(), std::size_t{3});
}

void TestPlotModels::clocksThatAreSetBackDoNotDisorderPoints()
{
    PointSeries series(1000);
    series.append(10, 1);
    series.append(5, 2);
    QCOMPARE(series.points().back().time, 10.0);
}

void TestPlotModels::draggedNumbersSurviveTheJourney()
{
    const SeriesRef odd{QStringLiteral("a/\"b\"/é"), QStringLiteral(R"(["x y"][2])")};
    const auto mime = seriesMime(odd);
    QVERIFY(mime->hasFormat(QStringLiteral("application/x-greensward-series")));
    QVERIFY(mime->hasText());
    QVERIFY(seriesOf(mime.get()) == odd);
    QMimeData other;
    other.setText(QStringLiteral("rotor-freq"));
    QVERIFY(!seriesOf(&other));
    QVERIFY(!seriesOf(nullptr));
    other.setData(QLatin1String(kSeriesMime), "[]");
    QVERIFY(!seriesOf(&other));
}

void TestPlotModels::aSeriesBeginsWithTheLog()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    engine.advance(std::chrono::seconds(30));
    mirror.feed().drainNow();
    board.add(0, kRotor);
    const auto& points = board.series(0).front()->points;
    QCOMPARE(points.size(), std::size_t{30});
    engine.advance(std::chrono::seconds(10));
    mirror.feed().drainNow();
    QCOMPARE(points.size(), std::size_t{40}); // none twice, none missing
    QCOMPARE(board.view(0).end, points.points().back().time);
}

void TestPlotModels::aLongLogIsReadInSlices()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    constexpr int kMessages = 60'000;
    for (int at = 0; at < kMessages; ++at)
        engine.message("x", "t", fmt::format(R"({{"v":{}}})", at));
    engine.flush();
    mirror.feed().drainNow();
    board.add(0, {QStringLiteral("t"), QStringLiteral("v")});
    const auto& series = *board.series(0).front();
    engine.message("x", "t", R"({"v":-1})"); // comes in while the log is being read
    engine.flush();
    mirror.feed().drainNow();
    QTRY_VERIFY(!series.filling);
    QCOMPARE(series.points.size(), std::size_t{kMessages + 1});
    QCOMPARE(series.points.points().front().value, 0.0);
    QCOMPARE(series.points.points().back().value, -1.0);
}

void TestPlotModels::plotsTakeEightSeries()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    std::vector<int> looks;
    for (int at = 0; at < 8; ++at) {
        QCOMPARE(board.add(0, {QStringLiteral("t"), QStringLiteral("v%1").arg(at)}), PlotBoard::Adding::Added);
        looks.push_back(board.series(0).back()->look);
    }
    QCOMPARE(board.add(0, {QStringLiteral("t"), QStringLiteral("v8")}), PlotBoard::Adding::PlotFull);
    QCOMPARE(board.add(0, {QStringLiteral("t"), QStringLiteral("v1")}), PlotBoard::Adding::AlreadyThere);
    std::sort(looks.begin(), looks.end());
    QCOMPARE(std::unique(looks.begin(), looks.end()), looks.end()); // none alike
    board.remove(0, {QStringLiteral("t"), QStringLiteral("v3")});
    QCOMPARE(board.add(0, {QStringLiteral("t"), QStringLiteral("v8")}), PlotBoard::Adding::Added);
    QCOMPARE(board.series(0).back()->look, 3);
}

void TestPlotModels::seriesShareTheirMemory()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    board.add(0, kRotor);
    QCOMPARE(board.series(0).front()->points.capacity(), PlotBoard::kMostPointsEach);
    for (int plot = 0; plot < PlotBoard::kPlots; ++plot)
        for (int at = 0; at < 8; ++at)
            board.add(plot, {QStringLiteral("t"), QStringLiteral("v%1").arg(at)});
    std::size_t all = 0;
    for (int plot = 0; plot < PlotBoard::kPlots; ++plot)
        for (const auto& series : board.series(plot))
            all += series->points.capacity();
    QVERIFY(all <= PlotBoard::kMostPoints);
}

void TestPlotModels::smallNumbersGetAnAxisOfTheirOwn()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    for (const char* path : {"big", "alike", "small"})
        board.add(0, {QStringLiteral("t"), QString::fromLatin1(path)});
    engine.message("x", "t", R"({"big":1500,"alike":900,"small":0.7})");
    engine.flush();
    mirror.feed().drainNow();
    QVERIFY(!board.series(0)[0]->onRight);
    QVERIFY(!board.series(0)[1]->onRight);
    QVERIFY(board.series(0)[2]->onRight);
    board.setOnRight(0, board.series(0)[2]->ref, false);
    engine.message("x", "t", R"({"big":1500,"alike":900,"small":0.7})");
    engine.flush();
    mirror.feed().drainNow();
    QVERIFY2(!board.series(0)[2]->onRight, "what was chosen by hand stays");
}

void TestPlotModels::frozenPlotsEndWhereTheyWereFrozen()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    board.add(0, kRotor);
    board.add(1, kRotor);
    engine.advance(std::chrono::seconds(10));
    mirror.feed().drainNow();
    board.setFrozen(0, true);
    const TimeRange frozen = board.view(0);
    QSignalSpy added(&board, &PlotBoard::pointsAdded);
    engine.advance(std::chrono::seconds(10));
    mirror.feed().drainNow();
    QCOMPARE(board.view(0), frozen);
    QVERIFY(board.view(1).end > frozen.end + 9);
    QCOMPARE(added.count(), 1);
    QCOMPARE(added.first().first().toInt(), 1);
    QCOMPARE(pointsOf(board, 0).series.front().points.size(), std::size_t{10});
    board.setFrozen(0, false);
    QCOMPARE(board.view(0), board.view(1));
    QCOMPARE(board.series(0).front()->points.size(), std::size_t{20}); // nothing was lost
}

void TestPlotModels::marksFollowTheScope()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    engine.command("ev-gen-123", DeviceCommand::CutCable, 0);
    engine.command("sprinkler-456", DeviceCommand::Stop, 0);
    mirror.feed().drainNow();
    const auto letters = [&board] {
        QString all;
        for (const EventMark& mark : board.marksIn(0))
            all += QLatin1Char(static_cast<char>(mark.sort));
        return all;
    };
    QVERIFY2(letters().contains(QStringLiteral("FXW")), qPrintable(letters()));
    QVERIFY2(!letters().contains(QStringLiteral("XX")), "who says goodbye was not lost");
    mirror.scope().setText(QStringLiteral("from:sprinkler"));
    QVERIFY2(!letters().contains(QLatin1Char('W')), qPrintable(letters()));
    mirror.scope().clear();
    QVERIFY(letters().contains(QLatin1Char('W')));
}

void TestPlotModels::marksAreBounded()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    for (std::size_t at = 0; at < EventMarks::kMost + 10; ++at)
        engine.event(trace::Kind::ClientConnected, "x");
    engine.flush();
    mirror.feed().drainNow();
    QCOMPARE(board.marks().all().size(), EventMarks::kMost);
    QCOMPARE(board.marks().trimmed(), std::uint64_t{10});
}

void TestPlotModels::savedPlotsComeBack()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    board.add(0, kRotor);
    board.add(2, {kRotor.topic, QStringLiteral("output")});
    board.setOnRight(2, board.series(2).front()->ref, true);
    board.setSpan(2, 3600);
    board.setShown(4);
    EngineMirror other(engine, engine.clock());
    auto& restored = other.model<PlotBoard>();
    QVERIFY(restored.restore(board.save()));
    QCOMPARE(restored.save(), board.save());
    QCOMPARE(restored.shown(), 4);
    QCOMPARE(restored.span(2), 3600);
    QVERIFY(restored.series(2).front()->onRight);
}

void TestPlotModels::rubbishIsNotRestored()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    board.add(0, kRotor);
    for (const char* rubbish : {"", "[]", "{\"version\":99}", "{\"version\":", "\xff\xfe"})
        QVERIFY(!board.restore(rubbish));
    QCOMPARE(board.series(0).size(), std::size_t{1});
    QVERIFY(board.restore(R"({"version":1,"shown":77,"plots":[{"span":-5,"series":[{"topic":7},{"path":"["}]},3]})"));
    QVERIFY(board.isEmpty());
    QCOMPARE(board.shown(), 4);
    QCOMPARE(board.span(0), 10);
}

void TestPlotModels::fieldsAreFoundByAFewLetters()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    engine.advance(std::chrono::seconds(12));
    mirror.feed().drainNow();
    FieldModel fields(mirror);
    const QAbstractItemModelTester tester(&fields, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(fields.rowCount() >= 9);
    fields.setPattern(QStringLiteral("turb rotor"));
    QVERIFY(fields.rowCount() >= 1);
    QVERIFY(fields.series(0) == kRotor);
    fields.setPattern(QStringLiteral("zzz"));
    QCOMPARE(fields.rowCount(), 0);
    fields.setPattern({});
    QCOMPARE(static_cast<std::size_t>(fields.rowCount()), fields.fields());
}

void TestPlotModels::tablesFollowTheBoard()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& board = mirror.model<PlotBoard>();
    SeriesTableModel series(board);
    PointTableModel points(board);
    const QAbstractItemModelTester one(&series, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester other(&points, QAbstractItemModelTester::FailureReportingMode::Fatal);
    board.add(0, kRotor);
    QCOMPARE(series.rowCount(), 1);
    points.setSeries(0, kRotor);
    engine.advance(std::chrono::seconds(5));
    mirror.feed().drainNow();
    points.refresh();
    QCOMPARE(points.rowCount(), 5);
    QCOMPARE(points.index(0, PointTableModel::Value).data(), series.index(0, SeriesTableModel::Newest).data());
    board.add(3, kRotor);
    QCOMPARE(series.rowCount(), 1); // that plot is not shown
    board.setShown(4);
    QCOMPARE(series.rowCount(), 2);
    board.remove(0, kRotor);
    QCOMPARE(points.rowCount(), 0);
}

namespace {
const bool kRegistered = registerTest<TestPlotModels>();
} // namespace

} // namespace greensward::ui

#include "tst_plot_models.moc"
