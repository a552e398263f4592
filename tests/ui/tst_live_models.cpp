// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/models/activity_model.h"
#include "ui/models/device_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/series_store.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <fmt/format.h>

namespace greensward::ui {

/// Devices, series, activity, and the feed that brings them all.
class TestLiveModels final : public QObject
{
    Q_OBJECT

private slots:
    void devicesAnnounceOnlyWhatChanged();
    void seriesKeepNumbersOfWatchedDevicesOnly();
    void seriesAreBounded();
    void activityIsBounded();
    void feedSlowsDownAndHurries();
    void pauseHoldsBackAndLosesNothing();
    void rateIsMeasured();
};

void TestLiveModels::devicesAnnounceOnlyWhatChanged()
{
    FakeEngine engine;
    DeviceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setDevices(engine.devices());
    QCOMPARE(model.rowCount(), 2);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setDevices(engine.devices());
    QCOMPARE(changed.count(), 0);
    auto devices = engine.devices();
    devices[1].willArmed = !devices[1].willArmed;
    model.setDevices(devices);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    devices.erase(devices.begin());
    model.setDevices(devices);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(DeviceModel::IdRole).toString(), QStringLiteral("sprinkler-456"));
    devices.clear();
    model.setDevices(devices);
    QCOMPARE(model.rowCount(), 0);
}

void TestLiveModels::seriesKeepNumbersOfWatchedDevicesOnly()
{
    SeriesStore store;
    store.watch("wt-1");
    QVERIFY(store.add("wt-1", 10, R"({"rpm":1480,"state":"RUN","temp":41.5})"));
    QVERIFY(!store.add("wt-2", 10, R"({"rpm":1480})"));
    QVERIFY(!store.add("wt-1", 11, "no json"));
    QVERIFY(!store.add("wt-1", 11, R"({"state":"RUN"})"));
    QCOMPARE(store.fields("wt-1").size(), std::size_t{2});
    QCOMPARE(store.fields("wt-1").at("rpm").front().value, 1480.0);
    QVERIFY(store.fields("wt-2").empty());
}

void TestLiveModels::seriesAreBounded()
{
    SeriesStore store;
    store.watch("wt-1");
    for (int second = 0; second < 1000; ++second)
        store.add("wt-1", second, R"({"rpm":1})");
    const auto& rpm = store.fields("wt-1").at("rpm");
    QVERIFY(rpm.back().time - rpm.front().time <= SeriesStore::kSpan);
    QVERIFY(rpm.size() >= 300);
    for (int point = 0; point < 50'000; ++point)
        store.add("wt-1", 1000 + point * 0.001, R"({"rpm":1})");
    QCOMPARE(store.fields("wt-1").at("rpm").size(), SeriesStore::kMaxPoints);
    for (int field = 0; field < 100; ++field)
        store.add("wt-1", 2000, fmt::format(R"({{"f{}":1}})", field));
    QCOMPARE(store.fields("wt-1").size(), SeriesStore::kMaxFields);
}

void TestLiveModels::activityIsBounded()
{
    FakeEngine engine(false);
    ActivityModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int round = 0; round < 10; ++round) {
        for (int at = 0; at < 700; ++at)
            engine.event(trace::Kind::ClientConnected, std::to_string(round * 700 + at), "127.0.0.1", "MQTT 5");
        engine.message("a", "t", "is no activity");
        engine.flush();
        for (const auto& chunk : engine.drain())
            model.ingest(*chunk);
        model.publish();
        QVERIFY(model.rowCount() <= static_cast<int>(ActivityModel::kMaxRows));
    }
    const QModelIndex last = model.index(model.rowCount() - 1);
    QCOMPARE(last.data(ActivityModel::SubjectRole).toString(), QStringLiteral("6999"));
    QCOMPARE(last.data(ActivityModel::SentenceRole).toString(),
             QStringLiteral("client connected · MQTT 5 · 127.0.0.1"));
}

void TestLiveModels::feedSlowsDownAndHurries()
{
    FakeEngine engine(false);
    EventFeed feed(engine);
    QVERIFY(!feed.isActive());
    feed.setActive(true);
    QTRY_COMPARE(feed.interval(), EventFeed::kIdleMillis);
    engine.message("a", "t", "x");
    engine.flush();
    QTRY_COMPARE(feed.interval(), EventFeed::kFrameMillis);
    QTRY_COMPARE(feed.interval(), EventFeed::kIdleMillis);
    feed.hurry();
    QCOMPARE(feed.interval(), EventFeed::kFrameMillis);
    feed.setActive(false);
    QVERIFY(!feed.isActive());
    feed.hurry();
    QVERIFY(!feed.isActive());
}

void TestLiveModels::pauseHoldsBackAndLosesNothing()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    QSignalSpy unseen(&mirror, &EngineMirror::unseenChanged);
    engine.advance(std::chrono::seconds(5));
    mirror.feed().drainNow();
    const int rows = mirror.log().rowCount();
    const QModelIndex topic = mirror.topics().indexOf("turbines/ev-gen/123");
    const QString count = topic.siblingAtColumn(TopicTreeModel::Messages).data().toString();
    QCOMPARE(count, QStringLiteral("5"));

    mirror.setPaused(true);
    for (int round = 0; round < 4; ++round) {
        engine.advance(std::chrono::seconds(5));
        mirror.feed().drainNow();
    }
    QCOMPARE(mirror.log().rowCount(), rows);
    QCOMPARE(topic.siblingAtColumn(TopicTreeModel::Messages).data().toString(), count);
    QCOMPARE(unseen.count(), 4);
    const auto held = unseen.last().first().value<quint64>();
    QVERIFY(held >= 20);

    mirror.setPaused(false);
    QCOMPARE(static_cast<quint64>(mirror.log().rowCount()), static_cast<quint64>(rows) + held);
    QCOMPARE(topic.siblingAtColumn(TopicTreeModel::Messages).data().toString(), QStringLiteral("25"));
    QCOMPARE(mirror.series().fields("ev-gen-123").at("output").size(), std::size_t{25});
}

void TestLiveModels::rateIsMeasured()
{
    FakeEngine engine;
    engine.command("ev-gen-123", DeviceCommand::SetRate, 10);
    engine.command("sprinkler-456", DeviceCommand::Stop, 0);
    EngineMirror mirror(engine, engine.clock());
    for (int second = 0; second < 3; ++second) {
        engine.advance(std::chrono::seconds(2));
        mirror.feed().drainNow();
    }
    QVERIFY2(std::abs(mirror.messageRate() - 10) <= 1, qPrintable(QString::number(mirror.messageRate())));
}

static const bool kRegistered = registerTest<TestLiveModels>();

} // namespace greensward::ui

#include "tst_live_models.moc"
