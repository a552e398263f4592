// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/connections/connections_model.h"
#include "ui/connections/explanation.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace greensward::ui {

class TestConnectionsModel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aDeviceHasALane();
    void aGoodbyeWithholdsTheWill();
    void aCrashSendsTheWill();
    void theCountdownRestartsWithEveryPacket();
    void aRefusedConnectIsALaneToo();
    void sessionsAreBounded();
    void lanesAreBounded();

private:
    void pump(Duration time = {});
    QString cell(int row, ConnectionsModel::Column column) const;

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
    ConnectionsModel* m_model = nullptr;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestConnectionsModel::init()
{
    m_tester.reset();
    m_mirror.reset();
    m_engine = std::make_unique<FakeEngine>();
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
    m_model = &m_mirror->model<ConnectionsModel>();
    m_tester =
        std::make_unique<QAbstractItemModelTester>(m_model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    pump(std::chrono::seconds(1));
}

void TestConnectionsModel::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_mirror->feed().drainNow();
}

QString TestConnectionsModel::cell(int row, ConnectionsModel::Column column) const
{
    return m_model->index(row, column).data().toString();
}

void TestConnectionsModel::aDeviceHasALane()
{
    QCOMPARE(m_model->rowCount(), 2);
    const int row = m_model->rowOf(QStringLiteral("ev-gen-123"));
    QVERIFY(row >= 0);
    QCOMPARE(cell(row, ConnectionsModel::State), QStringLiteral("online"));
    QCOMPARE(cell(row, ConnectionsModel::Will), QStringLiteral("armed"));
    QVERIFY(m_model->lane(row).newest()->published > 0);
}

void TestConnectionsModel::aGoodbyeWithholdsTheWill()
{
    const int row = m_model->rowOf(QStringLiteral("ev-gen-123"));
    m_engine->command("ev-gen-123", DeviceCommand::Stop, 0);
    pump();
    const ClientSession& session = *m_model->lane(row).newest();
    QVERIFY(!session.isOpen());
    QCOMPARE(shapeOf(session), EndShape::Square);
    QCOMPARE(session.will.state, WillStory::State::Withheld);
    QVERIFY(explainWill(session, WallTime{}).contains(QStringLiteral("goodbye")));
}

void TestConnectionsModel::aCrashSendsTheWill()
{
    const int row = m_model->rowOf(QStringLiteral("ev-gen-123"));
    m_engine->command("ev-gen-123", DeviceCommand::Crash, 0);
    pump();
    const ClientSession& lost = *m_model->lane(row).newest();
    QCOMPARE(shapeOf(lost), EndShape::Spike);
    QCOMPARE(lost.will.state, WillStory::State::Sent);
    QVERIFY(lost.will.event != 0);
    m_engine->command("ev-gen-123", DeviceCommand::Start, 0);
    pump();
    QVERIFY(m_model->lane(row).isOnline());
    QCOMPARE(m_model->lane(row).sessions.size(), std::size_t{2});
    QCOMPARE(m_model->lane(row).sessions.front().will.state, WillStory::State::Sent); // the old one keeps its own
}

void TestConnectionsModel::theCountdownRestartsWithEveryPacket()
{
    const int row = m_model->rowOf(QStringLiteral("sprinkler-456"));
    m_engine->event(trace::Kind::KeepAlive, "sprinkler-456");
    pump();
    const double fresh = *m_model->lane(row).newest()->secondsLeft(m_mirror->now());
    QCOMPARE(fresh, 45.0);
    const WallTime later = m_mirror->now() + std::chrono::seconds(20);
    QCOMPARE(*m_model->lane(row).newest()->secondsLeft(later), 25.0);
    QCOMPARE(*m_model->lane(row).newest()->secondsLeft(later + std::chrono::hours(1)), 0.0);
    QCOMPARE(m_model->lane(row).newest()->pings.size(), std::size_t{1});
}

void TestConnectionsModel::aRefusedConnectIsALaneToo()
{
    m_engine->event(trace::Kind::ClientRefused, "stranger", "127.0.0.1:1", "not authorized");
    pump();
    const int row = m_model->rowOf(QStringLiteral("stranger"));
    QVERIFY(row >= 0);
    QVERIFY(!m_model->lane(row).isOnline());
    QCOMPARE(shapeOf(*m_model->lane(row).newest()), EndShape::Lock);
    QVERIFY(explainEnd(*m_model->lane(row).newest(), m_mirror->now()).contains(QStringLiteral("not authorized")));
}

void TestConnectionsModel::sessionsAreBounded()
{
    for (std::size_t turn = 0; turn < ClientLane::kMostSessions + 10; ++turn) {
        m_engine->command("ev-gen-123", DeviceCommand::Crash, 0);
        m_engine->command("ev-gen-123", DeviceCommand::Start, 0);
    }
    pump();
    const ClientLane& lane = m_model->lane(m_model->rowOf(QStringLiteral("ev-gen-123")));
    QCOMPARE(lane.sessions.size(), ClientLane::kMostSessions);
    QCOMPARE(lane.forgotten, quint64{11});
}

void TestConnectionsModel::lanesAreBounded()
{
    const std::size_t most = ConnectionsModel::Limits{}.lanes;
    for (std::size_t at = 0; at < most + 100; ++at)
        m_engine->event(trace::Kind::ClientRefused, "stranger-" + std::to_string(at), "127.0.0.1:1", "no");
    pump();
    QVERIFY(static_cast<std::size_t>(m_model->rowCount()) <= most);
    QVERIFY(m_model->forgottenLanes() > 0);
    QVERIFY(m_model->rowOf(QStringLiteral("ev-gen-123")) >= 0); // whoever is online stays
}

namespace {
const bool kRegistered = registerTest<TestConnectionsModel>();
} // namespace

} // namespace greensward::ui

#include "tst_connections_model.moc"
