// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/models/message_log_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <fmt/format.h>

namespace greensward::ui {

namespace {

void feed(FakeEngine& engine, MessageLogModel& model)
{
    engine.flush();
    for (const auto& chunk : engine.drain())
        model.ingest(*chunk);
}

} // namespace

class TestMessageLogModel final : public QObject
{
    Q_OBJECT

private slots:
    void rowsAppearWithOneInsertionPerPublish();
    void textsAreMadeFromTheRecord();
    void eventsThatAreNoMessagesHaveRows();
    void oldestBlockLeavesWithOneRemoval();
    void bytesAreBoundedToo();
    void pausedRowsAreEvictedOnlyWhenTheLimitsAsk();
    void namesAreForgottenWithTheirLastRow();
    void filtersByWildcardSenderAndText_data();
    void filtersByWildcardSenderAndText();
    void filterWithAMisplacedWildcardSaysWhy();
    void filterFollowsNewMessages();
    void filterSurvivesEviction();
    void neighboursAreOfTheSameTopic();
    void rowOfAnEventIsFound();
    void heldItStandsStillAndLosesNothing();
    void filterFindsAllInSlicesWhileMessagesArrive();
    void timeIsToldSinceAnotherRow();
    void smallerLimitsActAtOnce();
};

void TestMessageLogModel::rowsAppearWithOneInsertionPerPublish()
{
    FakeEngine engine(false);
    MessageLogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    for (int at = 0; at < 500; ++at)
        engine.message("a", fmt::format("t/{}", at % 7), "x");
    feed(engine, model);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.unseen(), quint64{500});
    model.publish();
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(inserted.count(), 1);
    model.publish();
    QCOMPARE(inserted.count(), 1);
}

void TestMessageLogModel::textsAreMadeFromTheRecord()
{
    FakeEngine engine(false);
    MessageLogModel model;
    engine.message("ev-gen-123", "turbines/ev-gen/123", "{\n  \"output\": 12.5\n}", trace::kRetain | 1);
    feed(engine, model);
    model.publish();
    const auto text = [&](int column) { return model.index(0, column).data().toString(); };
    QCOMPARE(text(MessageLogModel::From), QStringLiteral("ev-gen-123"));
    QCOMPARE(text(MessageLogModel::Topic), QStringLiteral("turbines/ev-gen/123"));
    QCOMPARE(text(MessageLogModel::Qos), QStringLiteral("1"));
    QCOMPARE(text(MessageLogModel::Size), QStringLiteral("20"));
    QCOMPARE(text(MessageLogModel::Payload), QStringLiteral("{ \"output\": 12.5 }"));
    QCOMPARE(model.index(0, 0).data(MessageLogModel::FlagsRole).toInt(), int{trace::kRetain | 1});
    QVERIFY(!model.index(0, 0).data(MessageLogModel::TrimmedRole).toBool());
}

void TestMessageLogModel::eventsThatAreNoMessagesHaveRows()
{
    FakeEngine engine(false);
    MessageLogModel model;
    engine.event(trace::Kind::WillPublished, "ev-gen-123", "lastwill/ev-gen-123", "the connection broke");
    engine.event(trace::Kind::KeepAlive, "ev-gen-123");
    feed(engine, model);
    model.publish();
    QCOMPARE(model.rowCount(), 1); // a ping is no news
    QCOMPARE(model.index(0, MessageLogModel::Payload).data().toString(),
             QStringLiteral("will published · the connection broke"));
    QVERIFY(model.index(0, MessageLogModel::Qos).data().toString().isEmpty());
}

void TestMessageLogModel::oldestBlockLeavesWithOneRemoval()
{
    FakeEngine engine(false);
    MessageLogModel model({.rows = 10'000, .bytes = 1u << 30});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int at = 0; at < 9'999; ++at)
        engine.message("a", "t", std::to_string(at));
    feed(engine, model);
    model.publish();
    QCOMPARE(model.rowCount(), 9'999);
    const Serial second = model.serialAt(4096);

    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    engine.message("a", "t", "9999");
    engine.message("a", "t", "10000");
    feed(engine, model);
    model.publish();
    QCOMPARE(removed.count(), 1);
    QCOMPARE(model.rowCount(), 10'001 - 4096);
    QCOMPARE(model.trimmed(), quint64{4096});
    QCOMPARE(model.serialAt(0), second);
    QCOMPARE(model.index(0, MessageLogModel::Payload).data().toString(), QStringLiteral("4096"));
    QVERIFY(!model.message(0));
}

void TestMessageLogModel::bytesAreBoundedToo()
{
    FakeEngine engine(false);
    MessageLogModel model({.rows = 1'000'000, .bytes = 4u << 20});
    const std::string payload(1000, 'x');
    for (int at = 0; at < 20'000; ++at)
        engine.message("a", "t", payload);
    feed(engine, model);
    model.publish();
    // One block may be open beyond the limit.
    QVERIFY2(model.store().bytes() <= (4u << 20) + 4096 * 1100, qPrintable(QString::number(model.store().bytes())));
    QCOMPARE(model.trimmed() + static_cast<quint64>(model.rowCount()), quint64{20'000});
}

void TestMessageLogModel::pausedRowsAreEvictedOnlyWhenTheLimitsAsk()
{
    FakeEngine engine(false);
    MessageLogModel model({.rows = 10'000, .bytes = 1u << 30});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    engine.message("a", "t", "first");
    feed(engine, model);
    model.publish();
    for (int at = 0; at < 9'000; ++at)
        engine.message("a", "t", "later");
    feed(engine, model);
    model.trim();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.unseen(), quint64{9'000});
    for (int at = 0; at < 2'000; ++at)
        engine.message("a", "t", "later");
    feed(engine, model);
    model.trim();
    QCOMPARE(model.rowCount(), 0);
    model.publish();
    QCOMPARE(model.trimmed() + static_cast<quint64>(model.rowCount()), quint64{11'001});
}

void TestMessageLogModel::namesAreForgottenWithTheirLastRow()
{
    FakeEngine engine(false);
    MessageLogModel model({.rows = 8'192, .bytes = 1u << 30});
    for (int at = 0; at < 100'000; ++at) {
        engine.message("a", fmt::format("topic/{}", at), "x");
        if (at % 5'000 == 0) {
            feed(engine, model);
            model.publish();
        }
    }
    feed(engine, model);
    model.publish();
    QVERIFY2(model.store().nameCount() < 25'000, qPrintable(QString::number(model.store().nameCount())));
    QCOMPARE(model.index(model.rowCount() - 1, MessageLogModel::Topic).data().toString(),
             QStringLiteral("topic/99999"));
    QCOMPARE(model.index(0, MessageLogModel::Topic).data().toString(),
             QStringLiteral("topic/%1").arg(model.serialAt(0)));
}

void TestMessageLogModel::filtersByWildcardSenderAndText_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<int>>("rows");
    QTest::newRow("nothing") << QString() << QList<int>{0, 1, 2, 3};
    QTest::newRow("plus") << QStringLiteral("turbines/+/telemetry") << QList<int>{0, 1};
    QTest::newRow("hash") << QStringLiteral("macdonald/#") << QList<int>{2, 3};
    QTest::newRow("exact") << QStringLiteral("topic:$SYS") << QList<int>{};
    QTest::newRow("sender") << QStringLiteral("from:WT-2") << QList<int>{1};
    QTest::newRow("payload, any case") << QStringLiteral("OVERHEAT") << QList<int>{1};
    QTest::newRow("text in the topic") << QStringLiteral("donald") << QList<int>{2, 3};
    QTest::newRow("both") << QStringLiteral("macdonald/# off") << QList<int>{3};
    QTest::newRow("no match") << QStringLiteral("nowhere") << QList<int>{};
}

void TestMessageLogModel::filtersByWildcardSenderAndText()
{
    QFETCH(QString, filter);
    QFETCH(QList<int>, rows);
    FakeEngine engine(false);
    MessageLogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    engine.message("wt-1", "turbines/wt-1/telemetry", R"({"rpm":1480})");
    engine.message("wt-2", "turbines/wt-2/telemetry", R"({"state":"overheated"})");
    engine.message("console", "macdonald/sprinkler-456", R"({"water":"on"})");
    engine.message("console", "macdonald/sprinkler-456", R"({"water":"off"})");
    feed(engine, model);
    model.publish();
    model.setFilter(Filter::parse(filter));
    QTRY_VERIFY(!model.isScanning());
    QList<int> shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown << static_cast<int>(model.serialAt(row));
    QCOMPARE(shown, rows);
    for (int serial = 0; serial < 4; ++serial)
        QCOMPARE(model.rowOf(static_cast<Serial>(serial)), static_cast<int>(rows.indexOf(serial)));
}

void TestMessageLogModel::filterWithAMisplacedWildcardSaysWhy()
{
    QVERIFY(Filter::parse(QStringLiteral("turbines/#/x")).problem().contains(QStringLiteral("turbines/#/x")));
    QVERIFY(Filter::parse(QStringLiteral("turbines/wt+")).problem().contains(QStringLiteral("turbines/wt+")));
    QVERIFY(Filter::parse(QStringLiteral("turbines/+ rpm")).problem().isEmpty());
}

void TestMessageLogModel::filterFollowsNewMessages()
{
    FakeEngine engine(false);
    MessageLogModel model;
    model.setFilter(Filter::parse(QStringLiteral("a/#")));
    QTRY_VERIFY(!model.isScanning());
    engine.message("x", "a/1", "");
    engine.message("x", "b/1", "");
    engine.message("x", "a/2", "");
    feed(engine, model);
    model.publish();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, MessageLogModel::Topic).data().toString(), QStringLiteral("a/2"));
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3);
}

void TestMessageLogModel::filterSurvivesEviction()
{
    FakeEngine engine(false);
    MessageLogModel model({.rows = 10'000, .bytes = 1u << 30});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setFilter(Filter::parse(QStringLiteral("even/#")));
    QTRY_VERIFY(!model.isScanning());
    for (int at = 0; at < 30'000; ++at) {
        engine.message("x", fmt::format("{}/{}", at % 2 == 0 ? "even" : "odd", at % 100), std::to_string(at));
        if (at % 3'000 == 0) {
            feed(engine, model);
            model.publish();
        }
    }
    feed(engine, model);
    model.publish();
    QCOMPARE(static_cast<quint64>(model.rowCount()), (model.store().end() - model.store().begin()) / 2);
    QCOMPARE(model.index(model.rowCount() - 1, MessageLogModel::Payload).data().toString(), QStringLiteral("29998"));
    QVERIFY(model.serialAt(0) >= model.store().begin());
}

void TestMessageLogModel::neighboursAreOfTheSameTopic()
{
    FakeEngine engine(false);
    MessageLogModel model;
    for (const char* topic : {"a", "b", "a", "b", "b"})
        engine.message("x", topic, "");
    feed(engine, model);
    model.publish();
    QCOMPARE(model.previousOfTopic(2), std::optional<Serial>(0));
    QCOMPARE(model.nextOfTopic(1), std::optional<Serial>(3));
    QCOMPARE(model.previousOfTopic(1), std::nullopt);
    QCOMPARE(model.nextOfTopic(4), std::nullopt);
    QCOMPARE(model.newestOfTopic("a"), std::optional<Serial>(2));
    QCOMPARE(model.newestOfTopic("c"), std::nullopt);
}

void TestMessageLogModel::rowOfAnEventIsFound()
{
    FakeEngine engine(false);
    MessageLogModel model({.rows = 6'000, .bytes = 1u << 30});
    std::vector<trace::EventId> ids;
    for (int at = 0; at < 9'000; ++at) {
        engine.event(trace::Kind::KeepAlive, "a"); // no row: ids have gaps
        engine.message("a", at % 2 == 0 ? "even" : "odd", "x");
    }
    engine.flush();
    for (const auto& chunk : engine.drain()) {
        for (const trace::Event& event : chunk->events())
            if (event.kind == trace::Kind::MessagePublished)
                ids.push_back(event.id);
        model.ingest(*chunk);
    }
    model.publish();
    const int first = 9'000 - model.rowCount();
    QVERIFY(first > 0);
    for (int at = first; at < 9'000; at += 61)
        QCOMPARE(model.rowOfEvent(ids[static_cast<std::size_t>(at)]), at - first);
    QCOMPARE(model.rowOfEvent(ids.back()), model.rowCount() - 1);
    QCOMPARE(model.rowOfEvent(ids.back() - 1), -1); // a ping
    QCOMPARE(model.rowOfEvent(ids.back() + 1), -1);
    QCOMPARE(model.rowOfEvent(ids.front()), -1); // evicted
    QCOMPARE(model.rowOfEvent(0), -1);
    QCOMPARE(model.message(model.serialAt(5))->event, ids[static_cast<std::size_t>(first) + 5]);
    model.setFilter(Filter::parse(QStringLiteral("topic:odd")));
    QTRY_VERIFY(!model.isScanning());
    QCOMPARE(model.rowOfEvent(ids[8'998]), -1); // filtered away
    QCOMPARE(model.rowOfEvent(ids[8'999]), model.rowCount() - 1);
}

void TestMessageLogModel::heldItStandsStillAndLosesNothing()
{
    FakeEngine engine(false);
    MessageLogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    engine.message("a", "t", "1");
    feed(engine, model);
    model.publish();
    model.setHeld(true);
    QSignalSpy counts(&model, &MessageLogModel::countsChanged);
    for (int at = 0; at < 1'204; ++at)
        engine.message("a", "t", "2");
    feed(engine, model);
    model.publish();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.unseen(), quint64{1'204});
    QCOMPARE(counts.count(), 1);
    model.setHeld(false);
    QCOMPARE(model.rowCount(), 1'205);
    QCOMPARE(model.unseen(), quint64{0});
}

void TestMessageLogModel::filterFindsAllInSlicesWhileMessagesArrive()
{
    FakeEngine engine(false);
    MessageLogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto fill = [&](int count) {
        for (int at = 0; at < count; ++at)
            engine.message("a", "t", at % 2 == 0 ? R"({"rpm":1600})" : R"({"rpm":1400})");
        feed(engine, model);
        model.publish();
    };
    for (int round = 0; round < 10; ++round)
        fill(20'000);
    model.setFilter(Filter::parse(QStringLiteral("re:\"rpm.:16\"")));
    QVERIFY(model.isScanning());   // a pattern over 200 000 rows takes more than one slice
    QVERIFY(model.rowCount() > 0); // the first page is there
    fill(2'000);
    QTRY_VERIFY_WITH_TIMEOUT(!model.isScanning(), 20'000);
    QCOMPARE(model.rowCount(), 101'000);
    QCOMPARE(model.unseen(), quint64{0});
    fill(10);
    QCOMPARE(model.rowCount(), 101'005);
}

void TestMessageLogModel::timeIsToldSinceAnotherRow()
{
    FakeEngine engine(false);
    MessageLogModel model;
    engine.message("a", "t", "1");
    engine.advance(std::chrono::milliseconds(1'500));
    engine.message("a", "t", "2");
    engine.advance(std::chrono::seconds(2'000));
    engine.message("a", "t", "3");
    feed(engine, model);
    model.publish();
    const auto time = [&](int row) { return model.index(row, MessageLogModel::Time).data().toString(); };
    model.setTimeStyle(MessageLogModel::TimeStyle::SincePrevious);
    QCOMPARE(time(0), QStringLiteral("–"));
    QCOMPARE(time(1), QStringLiteral("+1.500 s"));
    QCOMPARE(time(2), QStringLiteral("+2\u2009000.000 s"));
    model.setTimeStyle(MessageLogModel::TimeStyle::SinceReference);
    QCOMPARE(time(1), QStringLiteral("–"));
    model.setReference(model.serialAt(1));
    QCOMPARE(time(0), QStringLiteral("\u22121.500 s"));
    QCOMPARE(time(1), QStringLiteral("+0.000 s"));
}

void TestMessageLogModel::smallerLimitsActAtOnce()
{
    FakeEngine engine(false);
    MessageLogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int at = 0; at < 20'000; ++at)
        engine.message("a", "t", "x");
    feed(engine, model);
    model.publish();
    model.setLimits({.rows = 10'000, .bytes = 1u << 30});
    QVERIFY(model.rowCount() <= 10'000);
    QCOMPARE(model.trimmed() + static_cast<quint64>(model.rowCount()), quint64{20'000});
}

static const bool kRegistered = registerTest<TestMessageLogModel>();

} // namespace greensward::ui

#include "tst_message_log_model.moc"
