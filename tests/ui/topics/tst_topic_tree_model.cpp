// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
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
    model.add(topic, payload, static_cast<std::uint32_t>(payload.size()), at(seconds), flags);
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
    QVERIFY(!leaf.data(TopicTreeModel::RetainedRole).toBool());
    QVERIFY(model.indexOf("turbines/ev-gen/124").data(TopicTreeModel::RetainedRole).toBool());
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
    QCOMPARE(shown(topic, TopicTreeModel::Age), QStringLiteral("2 s"));
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

static const bool kRegistered = registerTest<TestTopicTreeModel>();

} // namespace greensward::ui

#include "tst_topic_tree_model.moc"
