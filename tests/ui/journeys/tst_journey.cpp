// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Journeys through a real broker in virtual time: the steps must tell what happened there.
#include "broker_engine.h"
#include "test_registry.h"
#include "ui/journeys/journey_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace greensward::ui {

using mqtt::BrokerWorld;
using mqtt::QoS;
using mqtt::TestClient;
using namespace std::chrono_literals;

namespace {

/// Refuses what is published on "secret", closes on "fatal", and lets nobody but "friend" receive "private".
class Strict final : public mqtt::Gatekeeper
{
public:
    mqtt::Verdict publish(const mqtt::Peer&, std::string_view, mqtt::Publish& packet) override
    {
        if (packet.topic == "secret")
            return mqtt::Verdict::refuse(mqtt::ReasonCode::NotAuthorized, "the policy says nothing of secret");
        return packet.topic == "fatal" ? mqtt::Verdict::close("the policy denies fatal") : mqtt::Verdict::allow();
    }
    mqtt::Verdict receive(const mqtt::Peer&, std::string_view client, std::string_view topic, std::string_view) override
    {
        return topic == "private" && client != "friend"
                   ? mqtt::Verdict::refuse(mqtt::ReasonCode::NotAuthorized, "it is private")
                   : mqtt::Verdict::allow();
    }
    bool wantsReceive() const override { return true; }
};

} // namespace

class TestJourney final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aMessageFromLinkToAcknowledgement();
    void theJourneyGoesOnWhileItIsLookedAt();
    void everyEventOfAMessageOpensItsJourney();
    void whoIsAwayAndWhoseQueueIsFull();
    void nobodySubscribed();
    void retainedAndSentLater();
    void aRefusedMessageTellsWhy();
    void aMessageThatCostTheConnection();
    void aReceiverThatMayNot();
    void aWillTellsWhoseEndItWas();
    void whatARuleMadeOfIt();
    void aConnectionIsAJourneyToo();
    void aThousandReceiversAreCounted();
    void receiversBeyondTheBoundAreCounted();
    void aForgottenBeginningIsTold();
    void nothingIsGatheredWhileNobodyLooks();

private:
    void pump();
    void open(trace::EventId event);
    trace::EventId newest(trace::Kind kind) { return m_world->rawEvents(kind).back().id; }
    QString allText() const;
    QStringList titles() const;

    std::unique_ptr<Strict> m_gate;
    std::unique_ptr<BrokerWorld> m_world;
    std::unique_ptr<BrokerEngine> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
    JourneyModel* m_model = nullptr;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestJourney::init()
{
    m_tester.reset();
    m_mirror.reset();
    m_engine.reset();
    m_world.reset();
    m_gate = std::make_unique<Strict>();
    mqtt::Limits limits;
    limits.queueMessages = 2;
    m_world = std::make_unique<BrokerWorld>(limits, m_gate.get());
    m_engine = std::make_unique<BrokerEngine>(*m_world);
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_world->clock());
    m_model = &m_mirror->model<JourneyModel>();
    m_tester =
        std::make_unique<QAbstractItemModelTester>(m_model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_model->addViewer();
}

void TestJourney::pump()
{
    m_world->recorder().flush();
    m_mirror->feed().drainNow();
}

void TestJourney::open(trace::EventId event)
{
    pump();
    m_mirror->selection().setEvent(event);
}

/// The steps as "title | detail | when", parts below theirs.
QString TestJourney::allText() const
{
    QString text;
    const auto add = [&](const QModelIndex& index, const char* indent) {
        text += QLatin1String(indent) + index.data().toString() + QStringLiteral(" | ") +
                index.siblingAtColumn(JourneyModel::Detail).data().toString() + QStringLiteral(" | ") +
                index.siblingAtColumn(JourneyModel::When).data().toString() + QLatin1Char('\n');
    };
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex step = m_model->index(row, 0);
        add(step, "");
        for (int part = 0; part < m_model->rowCount(step); ++part)
            add(m_model->index(part, 0, step), "  ");
    }
    return text;
}

QStringList TestJourney::titles() const
{
    QStringList titles;
    for (int row = 0; row < m_model->rowCount(); ++row)
        titles << m_model->index(row, 0).data().toString();
    return titles;
}

void TestJourney::aMessageFromLinkToAcknowledgement()
{
    TestClient& receiver = m_world->joined("sprinkler");
    receiver.subscribe("farm/#", QoS::AtLeastOnce);
    TestClient& sender = m_world->joined("turbine");
    m_world->advance(90s);
    sender.publish("farm/wind", "9.5", QoS::AtLeastOnce, true, 7);
    const auto message = newest(trace::Kind::MessagePublished);
    m_world->advance(2ms);
    receiver.ack(mqtt::PacketType::Puback, 1);
    open(message);
    QCOMPARE(allText(), QStringLiteral("Follow this message | It went all the way. | \n"
                                       "  Did it reach the gateway? | Yes, from turbine. A test client on # shows it, "
                                       "too. | \n"
                                       "  Was it let in? | Yes: no policy and no limit refused it. | \n"
                                       "  Whose turn was it then? | clients with a matching subscription: 1 | \n"
                                       "  What did they say? | 1 of 1 acknowledged it. What they made of it is in their own "
                                       "messages and logs. | \n"
                                       "A link from memory:turbine over memory |  | 1 min before\n"
                                       "turbine connected | MQTT 5, clean session, no keep alive | 1 min before\n"
                                       "turbine publishes farm/wind | QoS 1, retain, 3 B | \n"
                                       "Gateway: allowed |  | \n"
                                       "Kept as the retained message of the topic | Who subscribes later gets it at "
                                       "once [MQTT-3.3.1-6]. | \n"
                                       "1 received it |  | 2.0 ms later\n"
                                       "  sprinkler | QoS 1: acknowledged | 2.0 ms later\n"));
    QCOMPARE(m_model->title(), QStringLiteral("Journey of message %1").arg(message));
    QStringList pills;
    for (const JourneyPill& pill : m_model->pills())
        pills << pill.text;
    QCOMPARE(pills, (QStringList{"turbine publishes", "gateway: allowed", "kept as retained", "1 received · 2.0 ms"}));
}

void TestJourney::theJourneyGoesOnWhileItIsLookedAt()
{
    TestClient& receiver = m_world->joined("r");
    receiver.subscribe("t", QoS::AtLeastOnce);
    m_world->joined("s").publish("t", "x", QoS::AtLeastOnce);
    open(newest(trace::Kind::MessagePublished));
    QVERIFY2(allText().contains(QStringLiteral("not acknowledged yet")), qPrintable(allText()));
    m_world->advance(30s);
    receiver.ack(mqtt::PacketType::Puback, 1);
    pump();
    QVERIFY2(allText().contains(QStringLiteral("acknowledged | 30 s later")), qPrintable(allText()));
}

void TestJourney::everyEventOfAMessageOpensItsJourney()
{
    TestClient& receiver = m_world->joined("r");
    receiver.subscribe("t", QoS::AtLeastOnce);
    m_world->joined("s").publish("t", "x", QoS::AtLeastOnce, true);
    receiver.ack(mqtt::PacketType::Puback, 1);
    const auto message = newest(trace::Kind::MessagePublished);
    for (const auto kind :
         {trace::Kind::MessageDelivered, trace::Kind::RetainedStored, trace::Kind::MessageAcknowledged}) {
        open(newest(kind));
        QCOMPARE(m_model->journey().id(), message);
    }
}

void TestJourney::whoIsAwayAndWhoseQueueIsFull()
{
    TestClient& away = m_world->client("away");
    away.connectPacket.sessionExpiry = 3600;
    away.join().subscribe("t", QoS::AtLeastOnce).vanish();
    TestClient& sender = m_world->joined("s");
    sender.publish("t", "0");
    open(newest(trace::Kind::MessagePublished));
    QVERIFY2(allText().contains(QStringLiteral("1 missed it")), qPrintable(allText()));
    QVERIFY2(allText().contains(QStringLiteral("away: a QoS 0 message is not kept")), qPrintable(allText()));
    for (mqtt::PacketId id = 1; id <= 3; ++id)
        sender.publish("t", "1", QoS::AtLeastOnce, false, id);
    const auto messages = m_world->rawEvents(trace::Kind::MessagePublished);
    open(messages[1].id);
    QVERIFY2(allText().contains(QStringLiteral("away | QoS 1: waits in its session")), qPrintable(allText()));
    open(messages[3].id);
    QVERIFY2(allText().contains(QStringLiteral("queue is full")), qPrintable(allText()));
}

void TestJourney::nobodySubscribed()
{
    m_world->joined("s").publish("t", "x");
    open(newest(trace::Kind::MessagePublished));
    QVERIFY(titles().contains(QStringLiteral("Nobody received it")));
    QVERIFY2(allText().startsWith(QStringLiteral("Follow this message | Look here: Whose turn was it then?")),
             qPrintable(allText()));
}

void TestJourney::retainedAndSentLater()
{
    m_world->joined("s").publish("t", "x", QoS::AtMostOnce, true);
    const auto message = newest(trace::Kind::MessagePublished);
    m_world->advance(40s);
    m_world->joined("late").subscribe("t");
    open(message);
    QVERIFY2(allText().contains(QStringLiteral("late | QoS 0, retain: sent, and nobody acknowledges it | 40 s later")),
             qPrintable(allText()));
}

void TestJourney::aRefusedMessageTellsWhy()
{
    m_world->joined("r").subscribe("#");
    m_world->joined("s").publish("secret", "x", QoS::AtLeastOnce);
    open(newest(trace::Kind::MessagePublished));
    QVERIFY2(allText().contains(QStringLiteral("Gateway: refused | the policy says nothing of secret")),
             qPrintable(allText()));
    QVERIFY2(!allText().contains(QStringLiteral("received it")), qPrintable(allText()));
    QVERIFY2(allText().startsWith(QStringLiteral("Follow this message | Look here: Was it let in?")), qPrintable(allText()));
    QVERIFY2(allText().contains(QStringLiteral("Was it let in? | No: the policy says nothing of secret")),
             qPrintable(allText()));
    QCOMPARE(m_model->pills().back().text, QStringLiteral("gateway: refused"));
}

void TestJourney::aMessageThatCostTheConnection()
{
    m_world->joined("s").publish("fatal", "x");
    open(newest(trace::Kind::MessagePublished));
    QVERIFY2(allText().contains(QStringLiteral("The connection of s ended | the policy denies fatal")),
             qPrintable(allText()));
}

void TestJourney::aReceiverThatMayNot()
{
    m_world->joined("friend").subscribe("private");
    m_world->joined("stranger").subscribe("private");
    m_world->joined("s").publish("private", "x");
    open(newest(trace::Kind::MessagePublished));
    QVERIFY2(allText().contains(QStringLiteral("1 may not receive it")), qPrintable(allText()));
    QVERIFY2(allText().contains(QStringLiteral("stranger | it is private")), qPrintable(allText()));
    QVERIFY2(allText().contains(QStringLiteral("What did they say? | stranger did not get it: it is private")),
             qPrintable(allText()));
    QVERIFY2(allText().contains(QStringLiteral("Gateway: allowed")), qPrintable(allText()));
}

void TestJourney::aWillTellsWhoseEndItWas()
{
    m_world->joined("watcher").subscribe("lastwill/#");
    TestClient& turbine = m_world->client("turbine");
    mqtt::Will& will = turbine.connectPacket.will.emplace();
    will.topic = "lastwill/turbine";
    will.payload = asBytes("gone");
    turbine.join().vanish();
    open(newest(trace::Kind::MessagePublished));
    const QStringList expected{QStringLiteral("Follow this message"),
                               QStringLiteral("A link from memory:turbine over memory"),
                               QStringLiteral("turbine connected"),
                               QStringLiteral("The connection of turbine ended"),
                               QStringLiteral("The gateway publishes the will of turbine"),
                               QStringLiteral("turbine publishes lastwill/turbine"),
                               QStringLiteral("Gateway: allowed"),
                               QStringLiteral("1 received it")};
    QCOMPARE(titles(), expected);
    QVERIFY2(allText().contains(QStringLiteral("on behalf of its client")), qPrintable(allText()));
}

void TestJourney::whatARuleMadeOfIt()
{
    m_world->broker().tap("t", [this](const mqtt::TappedMessage& seen) {
        m_world->broker().publish(
            "$rules",
            {.topic = "alarm", .payload = asBytes("!"), .properties = {}, .cause = seen.event, .journey = seen.journey},
            m_world->now());
    });
    m_world->joined("pager").subscribe("alarm");
    m_world->joined("s").publish("t", "x");
    const auto published = m_world->rawEvents(trace::Kind::MessagePublished);
    open(published[0].id);
    QVERIFY2(titles().contains(QStringLiteral("It caused: The gateway's rules publishes alarm")),
             qPrintable(allText()));
    open(published[1].id);
    QVERIFY2(titles().contains(QStringLiteral("s publishes t")), qPrintable(allText()));
    QVERIFY2(allText().contains(QStringLiteral("pager | QoS 0: sent")), qPrintable(allText()));
}

void TestJourney::aConnectionIsAJourneyToo()
{
    TestClient& client = m_world->joined("c");
    client.subscribe("a/b").send(mqtt::Pingreq{}).send(mqtt::Pingreq{});
    client.publish("x", "1");
    client.disconnect();
    open(newest(trace::Kind::ClientDisconnected));
    QVERIFY(!m_model->journey().isMessage());
    QCOMPARE(m_model->title(), QStringLiteral("Journey of c"));
    QVERIFY2(titles().contains(QStringLiteral("Subscribed to a/b")), qPrintable(allText()));
    QVERIFY2(titles().contains(QStringLiteral("The connection of c ended")), qPrintable(allText()));
    QVERIFY2(allText().contains(QStringLiteral("2 keep-alive pings")), qPrintable(allText()));
    QVERIFY2(!allText().contains(QStringLiteral("publishes")), qPrintable(allText()));
}

void TestJourney::aThousandReceiversAreCounted()
{
    for (int at = 0; at < 1000; ++at)
        m_world->joined("r" + std::to_string(at)).subscribe("t", QoS::AtMostOnce);
    m_world->joined("s").publish("t", "x");
    open(newest(trace::Kind::MessagePublished));
    QVERIFY2(titles().contains(QStringLiteral("1000 received it")), qPrintable(titles().join(u'\n')));
    QVERIFY(m_model->rowCount() < 10);
    QCOMPARE(m_model->rowCount(m_model->index(m_model->rowCount() - 1, 0)), 1000);
}

void TestJourney::receiversBeyondTheBoundAreCounted()
{
    ManualClock clock{WallTime{}};
    trace::Recorder recorder(clock);
    trace::Reader reader(recorder, trace::KindSet::all());
    const auto message = recorder.record({.kind = trace::Kind::MessagePublished, .subject = "s", .object = "t"});
    for (std::size_t at = 0; at < Journey::kMostReceivers + 3; ++at)
        recorder.record({.kind = trace::Kind::MessageDelivered,
                         .cause = message,
                         .journey = message,
                         .subject = "r" + std::to_string(at)});
    recorder.flush();
    FlightMemory memory;
    for (const auto& chunk : reader.drain())
        memory.keep(chunk);
    const Journey journey(memory, message);
    QCOMPARE(journey.receivers().size(), Journey::kMostReceivers);
    QCOMPARE(journey.moreReceivers(), quint64{3});
    QVERIFY(stepsOf(journey).back().title.startsWith(QStringLiteral("and 3 more")));
}

void TestJourney::aForgottenBeginningIsTold()
{
    TestClient& receiver = m_world->joined("r");
    receiver.subscribe("t", QoS::AtLeastOnce);
    TestClient& sender = m_world->joined("s");
    sender.publish("t", "x", QoS::AtLeastOnce);
    pump();
    m_model->memory().setBudget(1); // the connections are forgotten
    receiver.ack(mqtt::PacketType::Puback, 1);
    open(newest(trace::Kind::MessageAcknowledged));
    QCOMPARE(m_model->journey().standing(), Journey::Standing::Found);
    QVERIFY(m_model->journey().isBeginningForgotten());
    QCOMPARE(titles(), (QStringList{"Follow this message", "What came before is no longer recorded", "1 received it"}));
    open(newest(trace::Kind::MessagePublished));
    QCOMPARE(m_model->journey().standing(), Journey::Standing::Forgotten);
    QCOMPARE(m_model->rowCount(), 0);
}

void TestJourney::nothingIsGatheredWhileNobodyLooks()
{
    m_model->removeViewer();
    m_world->joined("s").publish("t", "x");
    open(newest(trace::Kind::MessagePublished));
    QCOMPARE(m_model->rowCount(), 0);
    m_model->addViewer(); // it opens what is selected
    QVERIFY(m_model->rowCount() > 0);
}

namespace {
const bool kRegistered = registerTest<TestJourney>();
} // namespace

} // namespace greensward::ui

#include "tst_journey.moc"
