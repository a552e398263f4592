// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/models/number_text.h"
#include "ui/models/topic_tree_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <fmt/format.h>

namespace greensward::ui {

namespace {

WallTime at(double seconds)
{
    return WallTime(std::chrono::duration_cast<Duration>(std::chrono::duration<double>(1'500'000'000 + seconds)));
}

void add(TopicTreeModel& model, const std::string& topic, const std::string& payload = "x", double seconds = 0,
         std::uint8_t flags = 0)
{
    model.add({topic, "wt-1", payload, static_cast<std::uint32_t>(payload.size()), at(seconds), flags, 0});
}

QString shown(const QModelIndex& index, int column)
{
    return index.siblingAtColumn(column).data().toString();
}

} // namespace

class TestTopicTreeModel final : public QObject
{
    Q_OBJECT

private slots:
    void countsAreOfTheBranchValuesOfTheTopic();
    void nothingShowsBeforePublish();
    void oneInsertionPerParentThatGrew();
    void changedValuesAreOneSignal();
    void emptyLevelsAreLevels();
    void aTopicThatBecomesABranchKeepsItsValue();
    void topicsBeyondTheLimitAreCounted();
    void lastPayloadIsWholeWithinItsBudget();
    void quietTopicsAreLate();
    void agesChangeOncePerSecond();
    void aHundredThousandTopics();
    void storedAndDeliveredRetainedAreTwoThings();
    void siblingsComeInPages();
    void filterKeepsMatchesAndTheirBranches();
    void filteredTopicAppearsWhenItBeginsToMatch();
    void rateIsToldOverAWindow();
    void heldItStandsStillAndCounts();
};

void TestTopicTreeModel::countsAreOfTheBranchValuesOfTheTopic()
{
    TopicTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    add(model, "turbines/ev-gen/123", "{\"output\": 1}");
    add(model, "turbines/ev-gen/123", "{\"output\": 2}");
    add(model, "turbines/ev-gen/124", "{\"output\": 3}", 0, trace::kRetain);
    model.publish();
    const QModelIndex turbines = model.index(0, 0);
    const QModelIndex leaf = model.indexOf("turbines/ev-gen/123");
    QCOMPARE(shown(turbines, TopicTreeModel::Topic), QStringLiteral("turbines"));
    QCOMPARE(shown(turbines, TopicTreeModel::Messages), QStringLiteral("3"));
    QVERIFY(shown(turbines, TopicTreeModel::Value).isEmpty());
    QVERIFY(!turbines.data(TopicTreeModel::HasMessageRole).toBool());
    QCOMPARE(shown(leaf, TopicTreeModel::Messages), QStringLiteral("2"));
    QCOMPARE(shown(leaf, TopicTreeModel::Value), QStringLiteral("{\"output\": 2}"));
    QCOMPARE(leaf.data(TopicTreeModel::PathRole).toString(), QStringLiteral("turbines/ev-gen/123"));
    QCOMPARE(leaf.data(TopicTreeModel::OwnerRole).toString(), QStringLiteral("wt-1"));
    QCOMPARE(model.lastMessage(leaf)->count, quint64{2});
    QVERIFY(!model.lastMessage(turbines));
}

void TestTopicTreeModel::nothingShowsBeforePublish()
{
    TopicTreeModel model;
    add(model, "a/b", "1");
    QCOMPARE(model.rowCount(), 0);
    model.publish();
    add(model, "a/b", "2");
    const QModelIndex leaf = model.indexOf("a/b");
    QCOMPARE(shown(leaf, TopicTreeModel::Value), QStringLiteral("1"));
    QCOMPARE(shown(leaf, TopicTreeModel::Messages), QStringLiteral("1"));
    QCOMPARE(model.lastMessage(leaf)->payload, QByteArray("1"));
    model.publish();
    QCOMPARE(shown(leaf, TopicTreeModel::Value), QStringLiteral("2"));
}

void TestTopicTreeModel::oneInsertionPerParentThatGrew()
{
    TopicTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    for (int number = 0; number < 50; ++number)
        add(model, fmt::format("a/{}/state", number));
    model.publish();
    QCOMPARE(inserted.count(), 1); // what is below a new row comes with it
    for (int number = 50; number < 90; ++number)
        add(model, fmt::format("a/{}/state", number));
    for (int number = 0; number < 30; ++number)
        add(model, fmt::format("a/7/{}", number));
    model.publish();
    QCOMPARE(inserted.count(), 3);
    QCOMPARE(model.rowCount(model.index(0, 0)), 90);
    QCOMPARE(model.rowCount(model.indexOf("a/7/state").parent()), 31);
}

void TestTopicTreeModel::changedValuesAreOneSignal()
{
    TopicTreeModel model;
    for (int number = 0; number < 1000; ++number)
        add(model, fmt::format("t/{}", number));
    model.publish();
    QSignalSpy values(&model, &TopicTreeModel::valuesChanged);
    QSignalSpy data(&model, &QAbstractItemModel::dataChanged);
    for (int number = 0; number < 1000; ++number)
        add(model, fmt::format("t/{}", number), "y");
    model.publish();
    QCOMPARE(values.count(), 1);
    QCOMPARE(data.count(), 0);
    model.publish();
    QCOMPARE(values.count(), 1);
}

void TestTopicTreeModel::emptyLevelsAreLevels()
{
    TopicTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    add(model, "/a//");
    model.publish();
    const QModelIndex root = model.index(0, 0);
    QCOMPARE(model.rowCount(root), 1);
    QCOMPARE(model.indexOf("/a//").data(TopicTreeModel::PathRole).toString(), QStringLiteral("/a//"));
    QVERIFY(!shown(root, TopicTreeModel::Topic).isEmpty());
}

void TestTopicTreeModel::aTopicThatBecomesABranchKeepsItsValue()
{
    TopicTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    add(model, "macdonald/sprinkler-456", "on");
    model.publish();
    add(model, "macdonald/sprinkler-456/status", "flow");
    model.publish();
    const QModelIndex sprinkler = model.indexOf("macdonald/sprinkler-456");
    QCOMPARE(shown(sprinkler, TopicTreeModel::Value), QStringLiteral("on"));
    QCOMPARE(shown(sprinkler, TopicTreeModel::Messages), QStringLiteral("2"));
    QCOMPARE(model.rowCount(sprinkler), 1);
}

void TestTopicTreeModel::topicsBeyondTheLimitAreCounted()
{
    TopicTreeModel model({.topics = 100, .payloadBytes = 1000});
    for (int number = 0; number < 150; ++number)
        add(model, fmt::format("{}", number));
    model.publish();
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.unlisted(), quint64{50});
    add(model, "99", "still counted");
    model.publish();
    QCOMPARE(shown(model.indexOf("99"), TopicTreeModel::Value), QStringLiteral("still counted"));
}

void TestTopicTreeModel::lastPayloadIsWholeWithinItsBudget()
{
    TopicTreeModel model({.topics = 100, .payloadBytes = 100'000});
    const std::string big(70'000, 'x');
    add(model, "a", big);
    add(model, "b", big);
    model.publish();
    QCOMPARE(model.lastMessage(model.indexOf("a"))->payload.size(), qsizetype{70'000});
    const auto cut = model.lastMessage(model.indexOf("b"));
    QVERIFY(cut->payload.size() < 1000);
    QCOMPARE(cut->size, std::uint32_t{70'000}); // the cut can be told from the size
    add(model, "a", "small");
    add(model, "b", big);
    model.publish();
    QCOMPARE(model.lastMessage(model.indexOf("b"))->payload.size(), qsizetype{70'000});
}

void TestTopicTreeModel::quietTopicsAreLate()
{
    TopicTreeModel model;
    for (int second = 0; second < 10; ++second)
        add(model, "t", "x", second);
    model.publish();
    const QModelIndex topic = model.indexOf("t");
    model.setNow(at(11));
    QVERIFY(!topic.data(TopicTreeModel::LateRole).toBool());
    QCOMPARE(shown(topic, TopicTreeModel::Age), QStringLiteral("2 s ago"));
    model.setNow(at(20));
    QVERIFY(topic.data(TopicTreeModel::LateRole).toBool());
}

void TestTopicTreeModel::agesChangeOncePerSecond()
{
    TopicTreeModel model;
    QVERIFY(!model.setNow(at(0))); // nothing to tell an age of
    add(model, "t", "x", 0);
    model.publish();
    QVERIFY(model.setNow(at(1)));
    QVERIFY(!model.setNow(at(1.5)));
    QVERIFY(model.setNow(at(2)));
    model.setNow(at(600));
    QVERIFY(!model.setNow(at(601))); // old enough to be told in minutes
    QVERIFY(model.setNow(at(661)));
}

void TestTopicTreeModel::aHundredThousandTopics()
{
    TopicTreeModel model({.topics = 200'000, .payloadBytes = 32u << 20});
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    for (int number = 0; number < 99'000; ++number)
        add(model, fmt::format("site/{}/{}", number / 100, number % 100));
    model.publish();
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(model.topicCount(), std::size_t{99'000 + 990 + 1});
    QCOMPARE(shown(model.index(0, 0), TopicTreeModel::Messages), countText(99'000));
    QCOMPARE(model.indexOf("site/500/42").row(), 42);
}

void TestTopicTreeModel::storedAndDeliveredRetainedAreTwoThings()
{
    FakeEngine engine(false);
    TopicTreeModel model;
    const auto feed = [&] {
        engine.flush();
        for (const auto& chunk : engine.drain())
            model.ingest(*chunk);
        model.publish();
    };
    engine.message("wt-1", "t/status", "on", trace::kRetain);
    engine.record({.kind = trace::Kind::RetainedStored, .subject = "wt-1", .object = "t/status"});
    feed();
    const QModelIndex topic = model.indexOf("t/status");
    QVERIFY(topic.data(TopicTreeModel::StoredRole).toBool());
    QVERIFY(!topic.data(TopicTreeModel::DeliveredLateRole).toBool());
    engine.record({.kind = trace::Kind::MessageDelivered, .flags = 0, .subject = "app", .object = "t/status"});
    feed();
    QVERIFY(!topic.data(TopicTreeModel::DeliveredLateRole).toBool()); // live
    engine.record(
        {.kind = trace::Kind::MessageDelivered, .flags = trace::kRetain, .subject = "app", .object = "t/status"});
    feed();
    QVERIFY(topic.data(TopicTreeModel::DeliveredLateRole).toBool());
    QVERIFY(topic.data(Qt::ToolTipRole).toString().contains(QStringLiteral("Clock")));
    engine.message("wt-1", "t/status", "off");
    engine.record({.kind = trace::Kind::RetainedCleared, .subject = "wt-1", .object = "t/status"});
    feed();
    QVERIFY(!topic.data(TopicTreeModel::StoredRole).toBool());
    QVERIFY(!topic.data(TopicTreeModel::DeliveredLateRole).toBool());
}

void TestTopicTreeModel::siblingsComeInPages()
{
    TopicTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int at = 0; at < 5'000; ++at)
        add(model, "fleet/" + std::to_string(at) + "/telemetry", "1");
    model.publish();
    const QModelIndex fleet = model.index(0, 0);
    QCOMPARE(model.rowCount(fleet), TopicTreeModel::kFirstPage);
    QVERIFY(model.canFetchMore(fleet));
    model.fetchMore(fleet);
    QCOMPARE(model.rowCount(fleet), TopicTreeModel::kFirstPage + TopicTreeModel::kNextPage);
    QVERIFY(!model.indexOf("fleet/4000/telemetry").isValid());
    const QModelIndex far = model.fetch("fleet/4000/telemetry");
    QCOMPARE(far.data(TopicTreeModel::PathRole).toString(), QStringLiteral("fleet/4000/telemetry"));
    QCOMPARE(model.rowCount(fleet), 4'001);
    QVERIFY(!model.fetch("fleet/9999/telemetry").isValid());
    add(model, "fleet/4999/more", "1"); // below a row that nobody has fetched
    add(model, "fleet/6000/telemetry", "1");
    model.publish();
    QCOMPARE(model.rowCount(fleet), 4'001);
    QVERIFY(model.fetch("fleet/4999/more").isValid());
    QVERIFY(model.fetch("fleet/6000/telemetry").isValid());
    QVERIFY(!model.canFetchMore(fleet));
}

void TestTopicTreeModel::filterKeepsMatchesAndTheirBranches()
{
    TopicTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    add(model, "turbines/1/telemetry", R"({"rpm":1600})");
    add(model, "turbines/2/telemetry", R"({"rpm":1400})");
    add(model, "farm/sprinkler", R"({"water":"on"})");
    model.publish();
    model.setFilter(Filter::parse(QStringLiteral("rpm>1500")));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 1);
    QVERIFY(model.indexOf("turbines/1/telemetry").isValid());
    QVERIFY(!model.indexOf("turbines/2/telemetry").isValid());
    QCOMPARE(model.keptTopics(), std::size_t{1});
    QVERIFY(!model.index(0, 0).data(TopicTreeModel::KeptRole).toBool());
    QVERIFY(model.indexOf("turbines/1/telemetry").data(TopicTreeModel::KeptRole).toBool());
    model.setFilter(Filter::parse(QStringLiteral("-from:wt-1")));
    QCOMPARE(model.rowCount(), 0);
    model.setFilter({});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.indexOf("turbines/2/telemetry").isValid());
}

void TestTopicTreeModel::filteredTopicAppearsWhenItBeginsToMatch()
{
    TopicTreeModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    add(model, "turbines/2/telemetry", R"({"rpm":1400})");
    model.publish();
    model.setFilter(Filter::parse(QStringLiteral("rpm>1500")));
    add(model, "farm/new/topic", "x");
    model.publish();
    QCOMPARE(model.rowCount(), 0);
    add(model, "turbines/2/telemetry", R"({"rpm":1600})");
    add(model, "turbines/3/telemetry", R"({"rpm":1700})");
    add(model, "turbines", R"({"rpm":1700})");
    model.publish();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowCount(model.index(0, 0)), 2);
    QCOMPARE(model.keptTopics(), std::size_t{3});
    add(model, "turbines/2/telemetry", R"({"rpm":0})"); // nothing goes under the pointer
    model.publish();
    QVERIFY(model.indexOf("turbines/2/telemetry").isValid());
    model.setFilter({});
    QCOMPARE(model.rowCount(), 2);
}

void TestTopicTreeModel::rateIsToldOverAWindow()
{
    TopicTreeModel model;
    for (int tick = 0; tick <= 40; ++tick)
        add(model, "a/b", "x", tick * 0.1);
    model.setNow(at(4));
    model.publish();
    QCOMPARE(shown(model.indexOf("a/b"), TopicTreeModel::Rate), QStringLiteral("10/s"));
    QCOMPARE(shown(model.index(0, 0), TopicTreeModel::Rate), QStringLiteral("10/s"));
    model.setNow(at(60));
    QVERIFY(shown(model.indexOf("a/b"), TopicTreeModel::Rate).isEmpty());
}

void TestTopicTreeModel::heldItStandsStillAndCounts()
{
    TopicTreeModel model;
    add(model, "a", "1");
    model.publish();
    model.setHeld(true);
    add(model, "a", "2");
    add(model, "b", "2");
    model.publish();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(shown(model.index(0, 0), TopicTreeModel::Value), QStringLiteral("1"));
    QCOMPARE(model.unseen(), quint64{2});
    model.setHeld(false);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(shown(model.index(0, 0), TopicTreeModel::Value), QStringLiteral("2"));
}

static const bool kRegistered = registerTest<TestTopicTreeModel>();

} // namespace greensward::ui

#include "tst_topic_tree_model.moc"
