// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The same topic at two brokers is two topics, everywhere.
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/connections/connections_model.h"
#include "ui/connections/explanation.h"
#include "ui/models/origin_key.h"
#include "ui/models/topic_history.h"
#include "ui/topics/topic_tree_view.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace greensward::ui {

using trace::Kind;

class TestBrokerRoots final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void brokersBecomeSiblingRoots();
    void openBranchesStayOpenBelowTheGateway();
    void aConnectionShowsBeforeItsFirstMessage();
    void historyIsOfOneBroker();
    void filtersMatchTheTopicAtEveryBroker();
    void filteredTreeGetsRootsToo();
    void laneSaysWhyTheOtherBrokerIsGone();

private:
    void hear(Kind kind, const char* topic, const char* payload = "1", const char* detail = "", std::int64_t extra = 0);
    void pump();
    QStringList rows(const QModelIndex& parent = {}) const;

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestBrokerRoots::init()
{
    m_tester.reset();
    m_mirror.reset();
    m_engine = std::make_unique<FakeEngine>(false);
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
    m_tester = std::make_unique<QAbstractItemModelTester>(&m_mirror->topics(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestBrokerRoots::hear(Kind kind, const char* topic, const char* payload, const char* detail, std::int64_t extra)
{
    m_engine->record({.kind = kind,
                      .extra = extra,
                      .subject = "console",
                      .object = topic,
                      .detail = detail,
                      .payload = asBytes(std::string_view(payload)),
                      .origin = "factory"});
}

void TestBrokerRoots::pump()
{
    m_engine->advance(std::chrono::milliseconds(100));
    m_engine->flush();
    m_mirror->feed().drainNow();
}

QStringList TestBrokerRoots::rows(const QModelIndex& parent) const
{
    QStringList rows;
    const TopicTreeModel& tree = m_mirror->topics();
    for (int row = 0; row < tree.rowCount(parent); ++row)
        rows << tree.index(row, 0, parent).data().toString();
    return rows;
}

void TestBrokerRoots::brokersBecomeSiblingRoots()
{
    m_engine->message("wt-1", "turbines/1", "here");
    pump();
    QCOMPARE(rows(), QStringList{QStringLiteral("turbines")});
    hear(Kind::MessagePublished, "turbines/1", "there");
    m_engine->message("wt-1", "turbines/2", "new");
    pump();
    QCOMPARE(rows(), (QStringList{QStringLiteral("GATEWAY"), QStringLiteral("factory")}));
    TopicTreeModel& tree = m_mirror->topics();
    const QModelIndex here = tree.indexOf("turbines/1");
    const QModelIndex there = tree.indexOf(originKey("factory", "turbines/1"));
    QVERIFY(here.isValid() && there.isValid());
    QCOMPARE(tree.lastMessage(here)->payload, QByteArray("here"));
    QCOMPARE(tree.lastMessage(there)->payload, QByteArray("there"));
    QCOMPARE(here.data(TopicTreeModel::PathRole).toString(), QStringLiteral("turbines/1"));
    QCOMPARE(here.parent().parent().data().toString(), QStringLiteral("GATEWAY"));
    QVERIFY(here.parent().parent().data(TopicTreeModel::EndpointRole).toBool());
    QCOMPARE(rows(here.parent()), (QStringList{QStringLiteral("1"), QStringLiteral("2")}));
    QCOMPARE(tree.branch(there.data(TopicTreeModel::PathRole).toString()), there);
    QCOMPARE(tree.index(0, TopicTreeModel::Messages).data().toString(), QStringLiteral("2"));
}

void TestBrokerRoots::openBranchesStayOpenBelowTheGateway()
{
    TopicTreeView view(m_mirror->topics());
    for (int at = 0; at < 30; ++at)
        m_engine->message("a", "many/" + std::to_string(at), "1");
    m_engine->message("a", "deep/er/leaf", "1");
    pump();
    TopicTreeModel& tree = m_mirror->topics();
    view.setExpanded(tree.branch(QStringLiteral("many")), true);
    view.setExpanded(tree.branch(QStringLiteral("deep/er")), false);
    hear(Kind::MessagePublished, "a", "1");
    pump();
    QVERIFY(view.isExpanded(tree.branch(QStringLiteral("many"))));
    QVERIFY(view.isExpanded(tree.branch(QStringLiteral("deep"))));
    QVERIFY(!view.isExpanded(tree.branch(QStringLiteral("deep/er"))));
}

void TestBrokerRoots::aConnectionShowsBeforeItsFirstMessage()
{
    hear(Kind::ClientConnected, "10.0.0.7:1883");
    pump();
    QCOMPARE(rows(), (QStringList{QStringLiteral("GATEWAY"), QStringLiteral("factory")}));
}

void TestBrokerRoots::historyIsOfOneBroker()
{
    m_engine->message("wt-1", "t", "1");
    hear(Kind::MessagePublished, "t", "2");
    hear(Kind::MessagePublished, "t", "3");
    pump();
    auto& history = m_mirror->model<TopicHistory>();
    history.setTopic(QStringLiteral("t"));
    QCOMPARE(history.rowCount(), 1);
    history.setTopic(QString::fromStdString(originKey("factory", "t")));
    QCOMPARE(history.rowCount(), 2);
}

void TestBrokerRoots::filtersMatchTheTopicAtEveryBroker()
{
    m_engine->message("wt-1", "t/1", "1");
    m_engine->message("wt-1", "u/1", "1");
    hear(Kind::MessagePublished, "t/1", "2");
    pump();
    m_mirror->log().setFilter(Filter::parse(QStringLiteral("topic:t/+")));
    QCOMPARE(m_mirror->log().rowCount(), 2);
    m_mirror->log().setFilter(Filter::parse(QStringLiteral("from:factory")));
    QCOMPARE(m_mirror->log().rowCount(), 1);
}

void TestBrokerRoots::filteredTreeGetsRootsToo()
{
    m_engine->message("wt-1", "t/1", "1");
    m_engine->message("wt-1", "u/1", "1");
    pump();
    m_mirror->topics().setFilter(Filter::parse(QStringLiteral("topic:t/#")));
    hear(Kind::MessagePublished, "u/1", "2");
    pump();
    QCOMPARE(rows(), QStringList{QStringLiteral("GATEWAY")});
    hear(Kind::MessagePublished, "t/1", "2");
    pump();
    QCOMPARE(rows(), (QStringList{QStringLiteral("GATEWAY"), QStringLiteral("factory")}));
    QCOMPARE(m_mirror->topics().keptTopics(), std::size_t{2});
}

void TestBrokerRoots::laneSaysWhyTheOtherBrokerIsGone()
{
    auto& lanes = m_mirror->model<ConnectionsModel>();
    hear(Kind::ClientConnected, "10.0.0.7:8883");
    pump();
    hear(Kind::ClientDisconnected, "10.0.0.7:8883", "",
         "the broker sent the TLS alert “bad certificate”; last packet sent: SUBSCRIBE, 0.2 s before",
         static_cast<std::int64_t>(mqtt::DisconnectReason::ConnectionLost));
    pump();
    const ClientLane* lane = lanes.laneOf(QString::fromStdString(originKey("factory", "console")));
    QVERIFY(lane);
    QVERIFY(!lanes.laneOf(QStringLiteral("console")));
    const QString why = explainEnd(*lane->newest(), m_engine->clock().wall());
    for (const char* part : {"factory", "bad certificate", "SUBSCRIBE"})
        QVERIFY2(why.contains(QLatin1String(part)), qPrintable(why));
}

static const bool kRegistered = registerTest<TestBrokerRoots>();

} // namespace greensward::ui

#include "tst_broker_roots.moc"
