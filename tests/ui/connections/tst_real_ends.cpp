// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of end at a real broker in virtual time: the lane must tell the truth of it.
#include "broker_engine.h"
#include "test_registry.h"
#include "ui/connections/connections_model.h"
#include "ui/connections/explanation.h"

#include <QTest>

namespace greensward::ui {

using mqtt::BrokerWorld;
using mqtt::DisconnectReason;
using mqtt::QoS;
using mqtt::TestClient;
using mqtt::WillFate;
using State = WillStory::State;
using namespace std::chrono_literals;

namespace {

/// Lets no "stranger" in, closes on "fatal", and publishes no will on "forbidden".
class Strict final : public mqtt::Gatekeeper
{
public:
    mqtt::Verdict connect(const mqtt::Peer&, const mqtt::Connect& packet) override
    {
        return packet.clientId == "stranger" ? mqtt::Verdict::refuse(mqtt::ReasonCode::NotAuthorized, "nobody knows it")
                                             : mqtt::Verdict::allow();
    }
    mqtt::Verdict publish(const mqtt::Peer&, std::string_view, mqtt::Publish& packet) override
    {
        return packet.topic == "fatal" ? mqtt::Verdict::close("the policy denies fatal") : mqtt::Verdict::allow();
    }
    mqtt::Verdict publishWill(const mqtt::Peer&, std::string_view, const mqtt::Will& will) override
    {
        return will.topic == "forbidden"
                   ? mqtt::Verdict::refuse(mqtt::ReasonCode::NotAuthorized, "the policy denies forbidden")
                   : mqtt::Verdict::allow();
    }
};

} // namespace

class TestRealEnds final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void goodbye();
    void goodbyeThatKeepsTheWill();
    void lostLink();
    void silence();
    void aPingRestartsTheCountdown();
    void takenOver();
    void refused();
    void noConnect();
    void protocolError();
    void deniedByThePolicy();
    void closedByHand();
    void shutdown();
    void willDelayedThenSent();
    void willDelayedAndCalledBack();
    void willNotAllowed();
    void keptSessionUntilItExpires();

private:
    void pump();
    /// A client with a will and 30 s of keep-alive that has connected.
    TestClient& turbine(std::uint32_t delay = 0, std::uint32_t expiry = 0, std::string_view topic = "lastwill/turbine");
    const ClientLane& lane(const char* client = "turbine");
    const ClientSession& session() { return *lane().newest(); }
    void expectWillSentOnce();

    std::unique_ptr<Strict> m_gate;
    std::unique_ptr<BrokerWorld> m_world;
    std::unique_ptr<BrokerEngine> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
    ConnectionsModel* m_model = nullptr;
};

void TestRealEnds::init()
{
    m_mirror.reset();
    m_engine.reset();
    m_world.reset();
    m_gate = std::make_unique<Strict>();
    m_world = std::make_unique<BrokerWorld>(mqtt::Limits{}, m_gate.get());
    m_engine = std::make_unique<BrokerEngine>(*m_world);
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_world->clock());
    m_model = &m_mirror->model<ConnectionsModel>();
}

void TestRealEnds::pump()
{
    m_world->recorder().flush();
    m_mirror->feed().drainNow();
}

TestClient& TestRealEnds::turbine(std::uint32_t delay, std::uint32_t expiry, std::string_view topic)
{
    TestClient& client = m_world->client("turbine");
    client.connectPacket.keepAlive = 30;
    client.connectPacket.cleanStart = false;
    if (expiry > 0)
        client.connectPacket.sessionExpiry = expiry;
    mqtt::Will& will = client.connectPacket.will.emplace();
    will.topic = topic;
    will.payload = asBytes("gone");
    will.delay = delay;
    return client.join();
}

const ClientLane& TestRealEnds::lane(const char* client)
{
    pump();
    const ClientLane* found = m_model->laneOf(QString::fromLatin1(client));
    if (!found)
        qFatal("there is no lane of %s", client);
    return *found;
}

void TestRealEnds::expectWillSentOnce()
{
    QCOMPARE(session().will.state, State::Sent);
    QCOMPARE(session().will.topic, QStringLiteral("lastwill/turbine"));
    QCOMPARE(m_world->events(trace::Kind::WillPublished).size(), std::size_t{1});
}

void TestRealEnds::goodbye()
{
    TestClient& client = turbine();
    QVERIFY(session().isOpen());
    QCOMPARE(session().will.state, State::Armed);
    QCOMPARE(session().transport, QStringLiteral("memory"));
    QCOMPARE(session().patience(), 45.0);
    client.disconnect();
    QCOMPARE(session().reason, DisconnectReason::ClientDisconnect);
    QCOMPARE(session().will.state, State::Withheld);
    QCOMPARE(session().will.fate, WillFate::Goodbye);
    QCOMPARE(m_model->onlineCount(), 0);
}

void TestRealEnds::goodbyeThatKeepsTheWill()
{
    turbine().disconnect(mqtt::ReasonCode::DisconnectWithWill);
    QCOMPARE(session().reason, DisconnectReason::ClientWithWill);
    expectWillSentOnce();
}

void TestRealEnds::lostLink()
{
    turbine().vanish();
    QCOMPARE(session().reason, DisconnectReason::ConnectionLost);
    QVERIFY(explainEnd(session(), m_mirror->now()).contains(QStringLiteral("the cable was cut")));
    expectWillSentOnce();
}

void TestRealEnds::silence()
{
    turbine();
    m_world->advance(44s);
    QVERIFY(session().isOpen());
    QCOMPARE(*session().secondsLeft(m_mirror->now()), 1.0);
    m_world->advance(2s);
    QVERIFY(!session().isOpen());
    QCOMPARE(session().reason, DisconnectReason::KeepAliveTimeout);
    QCOMPARE(std::chrono::round<std::chrono::seconds>(*session().end - session().start), 45s);
    expectWillSentOnce();
}

void TestRealEnds::aPingRestartsTheCountdown()
{
    TestClient& client = turbine();
    m_world->advance(40s);
    client.send(mqtt::Pingreq{});
    m_world->advance(40s);
    QVERIFY(session().isOpen());
    QCOMPARE(session().pings.size(), std::size_t{1});
    QCOMPARE(*session().secondsLeft(m_mirror->now()), 5.0);
}

void TestRealEnds::takenOver()
{
    turbine();
    TestClient& second = m_world->client("turbine");
    second.join();
    QCOMPARE(lane().sessions.size(), std::size_t{2});
    const ClientSession& first = lane().sessions.front();
    QCOMPARE(first.reason, DisconnectReason::TakenOver);
    QVERIFY(!first.takenOverBy.isEmpty());
    QCOMPARE(first.will.state, State::Sent);
    QVERIFY(session().isOpen());
    QCOMPARE(session().will.state, State::None);
}

void TestRealEnds::refused()
{
    m_world->client("stranger").connect();
    const ClientSession& attempt = *lane("stranger").newest();
    QVERIFY(attempt.refused);
    QCOMPARE(attempt.refusal, mqtt::ReasonCode::NotAuthorized);
    QVERIFY(explainEnd(attempt, m_mirror->now()).contains(QStringLiteral("nobody knows it")));
    QCOMPARE(m_model->onlineCount(), 0);
}

void TestRealEnds::noConnect()
{
    m_world->client("mute").openLink();
    m_world->advance(11s);
    const ClientLane& nameless = lane("memory");
    QVERIFY(nameless.nameless);
    QVERIFY(nameless.newest()->beforeConnect);
    QVERIFY(explainEnd(*nameless.newest(), m_mirror->now()).contains(QStringLiteral("no CONNECT arrived in time")));
}

void TestRealEnds::protocolError()
{
    const Bytes second{0x10, 0x00}; // a CONNECT without content, and the second one
    turbine().sendBytes(second);
    QCOMPARE(session().reason, DisconnectReason::ProtocolError);
    QVERIFY2(session().why.contains(QStringLiteral("[MQTT")), qPrintable(session().why));
    expectWillSentOnce();
    QCOMPARE(m_model->laneCount(), 1);
}

void TestRealEnds::deniedByThePolicy()
{
    turbine().publish("fatal", "x");
    QCOMPARE(session().reason, DisconnectReason::NotAuthorized);
    QVERIFY(explainEnd(session(), m_mirror->now()).contains(QStringLiteral("the policy denies fatal")));
    expectWillSentOnce();
}

void TestRealEnds::closedByHand()
{
    turbine();
    m_world->broker().closeClient("turbine", DisconnectReason::ServerClosed, true, m_world->now());
    m_world->run();
    QCOMPARE(session().reason, DisconnectReason::ServerClosed);
    QCOMPARE(session().will.fate, WillFate::Administrator);
    QCOMPARE(session().will.state, State::Withheld);
}

void TestRealEnds::shutdown()
{
    turbine();
    m_world->broker().shutdown(m_world->now());
    m_world->run();
    QCOMPARE(session().reason, DisconnectReason::ServerShutdown);
    expectWillSentOnce();
}

void TestRealEnds::willDelayedThenSent()
{
    turbine(20, 3600).vanish();
    QCOMPARE(session().will.state, State::Armed);
    QVERIFY(explainWill(session(), m_mirror->now()).startsWith(QStringLiteral("Waiting")));
    m_world->advance(19s);
    QCOMPARE(session().will.state, State::Armed);
    m_world->advance(2s);
    expectWillSentOnce();
    QVERIFY(explainWill(session(), m_mirror->now()).contains(QStringLiteral("20 s after the connection was lost")));
}

void TestRealEnds::willDelayedAndCalledBack()
{
    TestClient& client = turbine(20, 3600);
    client.vanish();
    m_world->advance(5s);
    client.join();
    m_world->advance(30s);
    QCOMPARE(lane().sessions.size(), std::size_t{2});
    const ClientSession& first = lane().sessions.front();
    QCOMPARE(first.will.state, State::Withheld);
    QCOMPARE(first.will.fate, WillFate::CameBack);
    QVERIFY(session().resumed);
    QCOMPARE(session().will.state, State::Armed);
}

void TestRealEnds::willNotAllowed()
{
    turbine(0, 0, "forbidden").vanish();
    QCOMPARE(session().will.state, State::Withheld);
    QCOMPARE(session().will.fate, WillFate::NotAuthorized);
    QVERIFY(explainWill(session(), m_mirror->now()).contains(QStringLiteral("the policy denies forbidden")));
}

void TestRealEnds::keptSessionUntilItExpires()
{
    turbine(0, 60).disconnect();
    QVERIFY(session().kept);
    QVERIFY(!session().dropped);
    m_world->advance(61s);
    QVERIFY(session().dropped);
}

namespace {
const bool kRegistered = registerTest<TestRealEnds>();
} // namespace

} // namespace greensward::ui

#include "tst_real_ends.moc"
