// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/topic_history.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace greensward::ui {

class TestTopicHistory final : public QObject
{
    Q_OBJECT

private slots:
    void showsOneTopicWhateverTheFilter();
    void aPausedHistoryStandsStill();
    void followsTheChosenNumber();
    void anotherTopicStartsAnew();
};

void TestTopicHistory::showsOneTopicWhateverTheFilter()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& history = mirror.model<TopicHistory>();
    const QAbstractItemModelTester tester(&history, QAbstractItemModelTester::FailureReportingMode::Fatal);
    engine.message("wt-1", "a", R"({"rpm":1})");
    engine.message("wt-1", "b", R"({"rpm":2})");
    engine.flush();
    mirror.feed().drainNow();
    history.setTopic(QStringLiteral("a"));
    QCOMPARE(history.rowCount(), 1);
    mirror.log().setFilter(Filter::parse(QStringLiteral("b/#")));
    engine.message("wt-2", "a", R"({"rpm":3})");
    engine.flush();
    mirror.feed().drainNow();
    QCOMPARE(history.rowCount(), 2);
    QCOMPARE(history.index(1, TopicHistory::From).data().toString(), QStringLiteral("wt-2"));
    QCOMPARE(history.bytes(), 18U);
    QCOMPARE(history.rowAt(history.serialAt(1)), 1);
    QCOMPARE(history.rowAt(history.serialAt(1) + 100), 1);
}

void TestTopicHistory::aPausedHistoryStandsStill()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& history = mirror.model<TopicHistory>();
    engine.message("wt-1", "a", "1");
    engine.flush();
    mirror.feed().drainNow();
    mirror.setPaused(true);
    engine.message("wt-1", "a", "2");
    engine.flush();
    mirror.feed().drainNow();
    history.setTopic(QStringLiteral("a")); // chosen while paused: still only what is shown
    QCOMPARE(history.rowCount(), 1);
    mirror.setPaused(false);
    QCOMPARE(history.rowCount(), 2);
}

void TestTopicHistory::followsTheChosenNumber()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& history = mirror.model<TopicHistory>();
    engine.message("wt-1", "a", R"({"ts":5,"rpm":1,"gear":{"heat":41}})");
    engine.message("wt-1", "a", "no json");
    engine.message("wt-1", "a", R"({"ts":6,"rpm":3,"gear":{"heat":42}})");
    engine.flush();
    mirror.feed().drainNow();
    history.setTopic(QStringLiteral("a"));
    QCOMPARE(history.number(), QStringLiteral("rpm"));
    QCOMPARE(history.points().size(), std::size_t{2});
    history.setNumber(QStringLiteral("gear.heat"));
    QCOMPARE(history.points().back().value, 42.0);
    engine.message("wt-1", "a", R"({"ts":7,"rpm":3,"gear":{"heat":43}})");
    engine.flush();
    QSignalSpy changed(&history, &TopicHistory::changed);
    mirror.feed().drainNow();
    QCOMPARE(history.points().back().value, 43.0);
    QCOMPARE(changed.count(), 1);
}

void TestTopicHistory::anotherTopicStartsAnew()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& history = mirror.model<TopicHistory>();
    engine.message("wt-1", "a", R"({"rpm":1})");
    engine.message("wt-1", "b", "text");
    engine.flush();
    mirror.feed().drainNow();
    history.setTopic(QStringLiteral("a"));
    history.setTopic(QStringLiteral("b"));
    QCOMPARE(history.rowCount(), 1);
    QVERIFY(history.points().empty());
    history.setTopic({});
    QCOMPARE(history.rowCount(), 0);
}

static const bool kRegistered = registerTest<TestTopicHistory>();

} // namespace greensward::ui

#include "tst_topic_history.moc"
