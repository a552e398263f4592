// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_edge.h"
#include "fake_engine.h"
#include "mqtt/broker.h"
#include "test_registry.h"
#include "ui/map/map_table_model.h"
#include "ui/map/node_actions.h"
#include "ui/models/origin_key.h"
#include "ui/models/qt_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <fmt/format.h>

namespace greensward::ui {

using trace::Kind;

/// What the map knows, without a window.
class TestMapModel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void devicesGatewayAndClientsAreNodes();
    void ratesAreThoseOfTheLastSecond();
    void aMessageIsSeenOnItsWay();
    void aWillLeavesTheGatewayAndNotTheDevice();
    void statesAreTold();
    void aLargeFleetIsFolded();
    void aGroupIsUnfoldedWithinLimits();
    void theScopeFindsAFoldedDevice();
    void theScopeFiltersWhatMoves();
    void manyClientsAreFoldedAndForgotten();
    void aClientThatLeftGoesAfterAWhile();
    void pauseFreezesTheNodes();
    void whoeverDoesNotLookCostsNothing();
    void theTableSaysTheSame();
    void aNodeSaysHowItsShadowStands();
    void aCoreStandsBetweenItsDevicesAndTheGateway();

private:
    void pump(Duration time = {});
    const MapNode& node(const char* key) const
    {
        const int row = m_model->rowOf(QString::fromUtf8(key));
        return m_model->nodes().at(static_cast<std::size_t>(row));
    }
    const MapNode& gateway() const { return node("\1gateway"); }
    void fleet(int size);
    void connectClient(const std::string& id) { m_engine->event(Kind::ClientConnected, id, "127.0.0.1:1"); }
    void disconnectClient(const std::string& id, mqtt::DisconnectReason why)
    {
        m_engine->record({.kind = Kind::ClientDisconnected, .extra = static_cast<std::int64_t>(why), .subject = id});
    }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
    MapModel* m_model = nullptr;
};

void TestMapModel::init()
{
    m_mirror.reset();
    m_engine = std::make_unique<FakeEngine>();
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
    m_model = &m_mirror->model<MapModel>();
    m_model->setWatched(true);
    pump();
}

void TestMapModel::aNodeSaysHowItsShadowStands()
{
    QVERIFY(node("ev-gen-123").shadow.isEmpty());
    const auto accepted = [this](const std::string& request) {
        return m_engine->record({.kind = Kind::ShadowAccepted,
                                 .extra = 1,
                                 .subject = "app",
                                 .object = "$aws/things/ev-gen-123/shadow",
                                 .detail = "update",
                                 .payload = asBytes(request)});
    };
    const auto desired = accepted(R"({"state":{"desired":{"rate":2}}})");
    const std::string delta = R"({"rate":2})";
    m_engine->record({.kind = Kind::ShadowDelta,
                      .cause = desired,
                      .extra = 1,
                      .object = "$aws/things/ev-gen-123/shadow",
                      .payload = asBytes(delta)});
    pump();
    QCOMPARE(node("ev-gen-123").shadow, QStringLiteral("≠ 1"));
    QVERIFY(node("ev-gen-123").shadowDiffers);
    accepted(R"({"state":{"reported":{"rate":2}}})");
    pump();
    QCOMPARE(node("ev-gen-123").shadow, QStringLiteral("="));
}

void TestMapModel::aCoreStandsBetweenItsDevicesAndTheGateway()
{
    FakeEdge edge;
    edge.add("gg-1", [](const std::string&) {});
    edge.core("gg-1").groupId = "g";
    edge.core("gg-1").devices = {"ggad-1"};
    m_engine->edgePort = &edge;
    connectClient("gg-1");
    const auto there = [this](const char* origin, const char* id) {
        m_engine->record({.kind = Kind::ClientConnected, .subject = id, .origin = origin});
    };
    there("core gg-1", "ggad-1");
    there("factory", "stranger");
    m_engine->record({.kind = Kind::MessagePublished, .subject = "ggad-1", .object = "t", .origin = "core gg-1"});
    pump(std::chrono::seconds(2));

    const MapNode core = node("gg-1");
    QCOMPARE(core.kind, NodeKind::Core);
    QCOMPARE(core.state, LinkState::Online);
    QCOMPARE(core.uplink, MapModel::gatewayKey());
    QCOMPARE(core.line, QStringLiteral("1 device"));
    const int device = m_model->rowOf(toQString(originKey("core gg-1", "ggad-1")));
    QVERIFY(device >= 0);
    QCOMPARE(m_model->uplinkOf(device), m_model->rowOf(QStringLiteral("gg-1")));
    QCOMPARE(m_model->nodes()[static_cast<std::size_t>(device)].title, QStringLiteral("ggad-1"));
    QCOMPARE(std::ranges::count_if(m_model->nodes(),
                                   [](const MapNode& one) { return one.title.contains(QLatin1String("stranger")); }),
             0);

    QCOMPARE(cableText(core), QStringLiteral("Cut WAN"));
    QVERIFY(toggleCable(*m_mirror, core));
    QVERIFY(!edge.core("gg-1").wan);
    edge.core("gg-1").spool.messages = 12;
    pump(std::chrono::seconds(2));
    QCOMPARE(node("gg-1").state, LinkState::CutOff);
    QCOMPARE(node("gg-1").line, QStringLiteral("12 messages wait"));
    QCOMPARE(cableText(node("gg-1")), QStringLiteral("Join WAN"));
    m_engine->edgePort = nullptr;
}

void TestMapModel::pump(Duration time)
{
    m_engine->advance(time);
    m_engine->flush();
    m_mirror->feed().drainNow();
    QCoreApplication::processEvents();
}

void TestMapModel::fleet(int size)
{
    std::vector<simulator::DeviceView> devices = m_engine->devices();
    for (int at = 0; at < size; ++at) {
        simulator::DeviceView device;
        device.id = fmt::format("wt-{:05}", at);
        device.model = "turbine";
        device.values = {{"output", 1, "kW"}};
        device.state = at < 29 ? simulator::DeviceState::Stopped : simulator::DeviceState::Online;
        devices.push_back(device);
    }
    m_engine->fleetSize = devices.size();
    m_engine->setDevices(devices);
    pump(std::chrono::seconds(1));
}

void TestMapModel::devicesGatewayAndClientsAreNodes()
{
    connectClient("mosquitto_sub");
    pump();
    QCOMPARE(m_model->nodes().size(), std::size_t{4});
    QCOMPARE(node("ev-gen-123").kind, NodeKind::Device);
    QVERIFY(node("ev-gen-123").simulated);
    QVERIFY(node("ev-gen-123").willArmed);
    QCOMPARE(node("mosquitto_sub").kind, NodeKind::Client);
    QVERIFY(!node("mosquitto_sub").simulated);
    QCOMPARE(gateway().line, QStringLiteral("localhost:8883"));
    for (std::size_t row = 0; row < m_model->nodes().size(); ++row)
        QCOMPARE(m_model->uplinkOf(static_cast<int>(row)) >= 0, m_model->nodes()[row].kind != NodeKind::Gateway);
    QVERIFY2(node("ev-gen-123").line.contains(QStringLiteral("rpm")), qPrintable(node("ev-gen-123").line));
}

void TestMapModel::ratesAreThoseOfTheLastSecond()
{
    pump(std::chrono::seconds(1)); // a span begins
    for (int at = 0; at < 50; ++at)
        m_engine->message("loud", "t", "1234");
    for (int at = 0; at < 10; ++at)
        m_engine->record({.kind = Kind::MessageDelivered, .subject = "ev-gen-123", .object = "t"});
    pump(std::chrono::seconds(1));
    QCOMPARE(node("loud").up.messages, 50.0);
    QCOMPARE(node("loud").up.bytes, 200.0);
    QCOMPARE(node("ev-gen-123").down.messages, 10.0);
    pump(std::chrono::seconds(1));
    pump(std::chrono::seconds(1));
    QCOMPARE(node("ev-gen-123").down.messages, 0.0);
}

void TestMapModel::aMessageIsSeenOnItsWay()
{
    std::vector<Flight> seen;
    connect(m_model, &MapModel::moved, this, [&seen](const std::vector<Flight>& flights) { seen = flights; });
    const auto published = m_engine->record(
        {.kind = Kind::MessagePublished, .flags = trace::kRetain, .subject = "sprinkler-456", .object = "a/b"});
    m_engine->record({.kind = Kind::MessageDelivered, .cause = published, .subject = "ev-gen-123", .object = "a/b"});
    pump();
    QCOMPARE(seen.size(), std::size_t{2});
    QCOMPARE(seen[0].row, m_model->rowOf(QStringLiteral("sprinkler-456")));
    QVERIFY(seen[0].up);
    QCOMPARE(seen[0].sort, MessageSort::Retained);
    QCOMPARE(seen[1].row, m_model->rowOf(QStringLiteral("ev-gen-123")));
    QVERIFY(!seen[1].up);
    QVERIFY(seen[1].follows);
    // Any number of messages makes few dots.
    for (int at = 0; at < 5000; ++at)
        m_engine->message("ev-gen-123", "t", "x");
    pump();
    QVERIFY(seen.size() <= ClientBook::kMostSightings);
}

void TestMapModel::aWillLeavesTheGatewayAndNotTheDevice()
{
    QSignalSpy wills(m_model, &MapModel::willSpoke);
    std::vector<Flight> seen;
    connect(m_model, &MapModel::moved, this, [&seen](const std::vector<Flight>& flights) { seen = flights; });
    m_engine->command("ev-gen-123", DeviceCommand::Crash, 0);
    pump();
    QCOMPARE(wills.size(), 1);
    QCOMPARE(wills.first().first().toInt(), m_model->rowOf(QStringLiteral("ev-gen-123")));
    QVERIFY(seen.empty());
    QVERIFY(node("ev-gen-123").willSent);
    QVERIFY(!node("ev-gen-123").willArmed);
    m_engine->command("ev-gen-123", DeviceCommand::Start, 0);
    pump(std::chrono::milliseconds(200));
    QVERIFY(!node("ev-gen-123").willSent);
}

void TestMapModel::statesAreTold()
{
    QCOMPARE(node("ev-gen-123").state, LinkState::Online);
    m_engine->command("ev-gen-123", DeviceCommand::CutCable, 0);
    pump(std::chrono::milliseconds(200));
    QCOMPARE(node("ev-gen-123").state, LinkState::CutOff);
    m_engine->command("ev-gen-123", DeviceCommand::HealCable, 0);
    m_engine->command("sprinkler-456", DeviceCommand::Stop, 0);
    pump(std::chrono::milliseconds(200));
    QCOMPARE(node("ev-gen-123").state, LinkState::Online);
    QCOMPARE(node("sprinkler-456").state, LinkState::Offline);
    pump(std::chrono::seconds(12));
    QVERIFY2(node("sprinkler-456").line.contains(QStringLiteral("12 s")), qPrintable(node("sprinkler-456").line));
}

void TestMapModel::aLargeFleetIsFolded()
{
    fleet(9998);
    QVERIFY2(m_model->nodes().size() < 10, qPrintable(QString::number(m_model->nodes().size())));
    const MapNode& group = node("\1turbine");
    QCOMPARE(group.kind, NodeKind::Group);
    QCOMPARE(group.members, 9998); // the workshop's own turbine stands beside it
    QCOMPARE(group.online, 9969);
    QVERIFY2(group.line.contains(QStringLiteral("998")), qPrintable(group.line));
    // What its members send is the group's.
    connectClient("wt-00500");
    m_engine->message("wt-00500", "t", "x");
    pump(std::chrono::seconds(1));
    pump(std::chrono::seconds(1));
    QCOMPARE(m_model->rowOf(QStringLiteral("wt-00500")), m_model->rowOf(QStringLiteral("\1turbine")));
}

void TestMapModel::aGroupIsUnfoldedWithinLimits()
{
    fleet(9998);
    m_model->setUnfolded(QStringLiteral("\1turbine"), true);
    QVERIFY(m_model->nodes().size() > 50);
    QVERIFY(m_model->nodes().size() <= static_cast<std::size_t>(MapModel::kMostNodes));
    QVERIFY(node("\1turbine").unfolded);
    m_model->setUnfolded(QStringLiteral("\1turbine"), false);
    QVERIFY(m_model->nodes().size() < 10);
}

void TestMapModel::theScopeFindsAFoldedDevice()
{
    fleet(9998);
    m_mirror->scope().setText(QStringLiteral("from:wt-04711"));
    pump();
    QCOMPARE(node("wt-04711").kind, NodeKind::Device);
    QVERIFY(!node("wt-04711").dimmed);
    QVERIFY(node("ev-gen-123").dimmed);
    m_mirror->scope().clear();
    m_mirror->selection().setClient(QStringLiteral("wt-09000"));
    pump();
    QCOMPARE(node("wt-09000").kind, NodeKind::Device);
}

void TestMapModel::theScopeFiltersWhatMoves()
{
    std::size_t seen = 0;
    connect(m_model, &MapModel::moved, this, [&seen](const std::vector<Flight>& flights) { seen += flights.size(); });
    m_mirror->scope().setText(QStringLiteral("turbines/#"));
    const auto send = [this](const char* topic) {
        const auto published = m_engine->record({.kind = Kind::MessagePublished, .subject = "a", .object = topic});
        m_engine->record({.kind = Kind::MessageDelivered, .cause = published, .subject = "b", .object = topic});
        m_engine->flush();
        m_mirror->feed().drainNow();
    };
    connectClient("a");
    connectClient("b");
    send("sprinklers/1");
    QCOMPARE(seen, std::size_t{0});
    send("turbines/1");
    QCOMPARE(seen, std::size_t{2});
    // Of a delivery, the sender counts.
    m_mirror->scope().setText(QStringLiteral("from:a"));
    send("sprinklers/1");
    QCOMPARE(seen, std::size_t{4});
}

void TestMapModel::manyClientsAreFoldedAndForgotten()
{
    for (int at = 0; at < 25'000; ++at)
        connectClient(fmt::format("client-{}", at));
    pump();
    QVERIFY(m_model->nodes().size() < 10);
    const MapNode& group = node("\1clients");
    QVERIFY2(group.members <= static_cast<int>(ClientBook::kMostClients), qPrintable(QString::number(group.members)));
    QVERIFY(group.members > 15'000);
}

void TestMapModel::aClientThatLeftGoesAfterAWhile()
{
    connectClient("visitor");
    pump();
    disconnectClient("visitor", mqtt::DisconnectReason::ClientDisconnect);
    pump();
    QCOMPARE(node("visitor").state, LinkState::Offline);
    pump(std::chrono::seconds(40));
    pump();
    QCOMPARE(m_model->rowOf(QStringLiteral("visitor")), -1);
}

void TestMapModel::pauseFreezesTheNodes()
{
    m_mirror->setPaused(true);
    connectClient("late");
    pump(std::chrono::seconds(2));
    QCOMPARE(m_model->rowOf(QStringLiteral("late")), -1);
    m_mirror->setPaused(false);
    pump();
    QVERIFY(m_model->rowOf(QStringLiteral("late")) >= 0);
}

void TestMapModel::whoeverDoesNotLookCostsNothing()
{
    m_model->setWatched(false);
    QSignalSpy reset(m_model, &MapModel::nodesReset);
    QSignalSpy moved(m_model, &MapModel::moved);
    connectClient("x");
    pump(std::chrono::seconds(3));
    QCOMPARE(reset.size() + moved.size(), 0);
    m_model->setWatched(true);
    QVERIFY(m_model->rowOf(QStringLiteral("x")) >= 0);
}

void TestMapModel::theTableSaysTheSame()
{
    MapTableModel table(*m_mirror, *m_model);
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(table.rowCount(), 3);
    const auto cell = [&table](const char* key, MapTableModel::Column column) {
        return table.index(table.rowOf(QString::fromUtf8(key)), column).data().toString();
    };
    QCOMPARE(cell("ev-gen-123", MapTableModel::State), QStringLiteral("online"));
    QCOMPARE(cell("ev-gen-123", MapTableModel::Will), QStringLiteral("armed"));
    m_engine->command("ev-gen-123", DeviceCommand::Crash, 0);
    connectClient("new");
    pump(std::chrono::milliseconds(200));
    QCOMPARE(table.rowCount(), 4);
    QCOMPARE(cell("ev-gen-123", MapTableModel::Will), QStringLiteral("sent"));
    m_mirror->scope().setText(QStringLiteral("from:sprinkler"));
    pump();
    QCOMPARE(table.rowOf(QStringLiteral("ev-gen-123")), -1);
    QVERIFY(table.rowOf(QStringLiteral("sprinkler-456")) >= 0);
}

namespace {
const bool kRegistered = registerTest<TestMapModel>();
} // namespace

} // namespace greensward::ui

#include "tst_map_model.moc"
