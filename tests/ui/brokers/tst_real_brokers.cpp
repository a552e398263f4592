// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The console's connections to mosquitto and to another Greensward, with the real engine between.
#include "app/brokers/foreign_record.h"
#include "app/brokers/packet_watch.h"
#include "app/engine.h"
#include "app/engine_port_link.h"
#include "foreign_processes.h"
#include "pem_files.h"
#include "test_registry.h"
#include "ui/brokers/broker_chips.h"
#include "ui/connections/connections_model.h"
#include "ui/connections/explanation.h"
#include "ui/models/brokers_model.h"
#include "ui/models/origin_key.h"
#include "ui/models/subscription_model.h"
#include "ui/scope/scope_suggestions.h"
#include "ui/shell/main_window.h"
#include "ui/topics/difference_view.h"
#include "ui/topics/elsewhere_list.h"
#include "ui/topics/topic_tree_view.h"

#include <QDir>
#include <QJsonObject>
#include <QProcess>
#include <QPushButton>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTreeView>
#include <QUrl>

namespace greensward::ui {

using State = BrokerStatus::State;

class TestRealBrokers final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void messagesBecomeASiblingRoot();
    void webSocketsWork();
    void clientCertificateOverTls();
    void wrongAuthorityIsNamed();
    void missingCertificateNamesTheAlert();
    void refusedPasswordIsAnswered();
    void applicationProtocolIsOffered();
    void atKeepsOneBrokersRows();
    void theSameTopicElsewhereIsCompared();
    void probeTellsEachStep();
    void killedBrokerIsExplainedAndComesBack();
    void refusedConnectionsBackOff();
    void subscribingWhileConnected();
    void anotherGreensward();
    void floodIsBoundedAndTold();
    void lastPacketIsFollowedThroughAnyCut();

private:
    BrokerProfile plain(const Mosquitto& broker, const QString& name = QStringLiteral("factory"));
    BrokerProfile tls(const Mosquitto& broker);
    QByteArray tlsLines() const;
    void open(const BrokerProfile& profile) { m_window->mirror().model<BrokersModel>().open(profile); }
    BrokerStatus status() const
    {
        const auto all = m_port->brokers()->brokers();
        return all.empty() ? BrokerStatus() : all.front();
    }
    bool isOnline() const { return status().state == State::Online; }
    QString why(const QString& name = QStringLiteral("factory"));
    QModelIndex topic(const char* name) const
    {
        return m_window->mirror().topics().indexOf(originKey("factory", name));
    }
    std::vector<ProbeStep> probed(const BrokerProfile& profile);

    std::unique_ptr<app::Engine> m_engine;
    std::unique_ptr<app::EnginePortLink> m_port;
    SystemClock m_clock;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<PemFiles> m_files;
};

void TestRealBrokers::initTestCase()
{
    if (mosquittoProgram().isEmpty())
        QSKIP("there is no mosquitto here (Debian and Ubuntu: apt install mosquitto)");
    m_files = std::make_unique<PemFiles>();
}

void TestRealBrokers::init()
{
    app::EngineSettings settings;
    settings.durable = false;
    settings.ports = app::PortPlan::anyFree();
    auto engine = app::Engine::start(settings);
    QVERIFY2(engine, engine ? "" : engine.error().message.c_str());
    m_engine = std::move(*engine);
    m_port = std::make_unique<app::EnginePortLink>(*m_engine);
    m_window = std::make_unique<MainWindow>(*m_port, m_clock);
    m_window->mirror().model<ConnectionsModel>();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void TestRealBrokers::cleanup()
{
    m_window.reset();
    m_port.reset();
    m_engine.reset();
}

BrokerProfile TestRealBrokers::plain(const Mosquitto& broker, const QString& name)
{
    BrokerProfile profile = BrokerProfile::plain();
    profile.name = name;
    profile.host = QStringLiteral("127.0.0.1");
    profile.port = broker.port();
    return profile;
}

BrokerProfile TestRealBrokers::tls(const Mosquitto& broker)
{
    BrokerProfile profile = plain(broker);
    profile.host = QStringLiteral("localhost");
    profile.transport = BrokerProfile::Transport::Tls;
    profile.caFile = m_files->path("root.pem");
    profile.certificateFile = m_files->path("device.pem");
    profile.keyFile = m_files->path("device.key");
    return profile;
}

QByteArray TestRealBrokers::tlsLines() const
{
    return "allow_anonymous true\ncafile " + m_files->path("root.pem").toUtf8() + "\ncertfile " +
           m_files->path("server.pem").toUtf8() + "\nkeyfile " + m_files->path("server.key").toUtf8() +
           "\nrequire_certificate true";
}

/// What the newest lane of that broker says of its last end.
QString TestRealBrokers::why(const QString& name)
{
    const auto& lanes = m_window->mirror().model<ConnectionsModel>();
    for (int row = 0; row < lanes.rowCount(); ++row) {
        const ClientLane& lane = lanes.lane(row);
        if (!lane.newest() || lane.newest()->origin != name)
            continue;
        for (auto session = lane.sessions.rbegin(); session != lane.sessions.rend(); ++session)
            if (!session->isOpen())
                return explainEnd(*session, m_window->mirror().now());
    }
    return {};
}

void TestRealBrokers::messagesBecomeASiblingRoot()
{
    const Mosquitto broker("allow_anonymous true");
    open(plain(broker));
    QTRY_VERIFY(isOnline());
    QTRY_VERIFY(!status().subscriptions.empty() && status().subscriptions.front().granted);
    QVERIFY(status().clientId.startsWith(QStringLiteral("greensward-")));
    m_port->publish({.topic = "lawn/east", .payload = "{\"wet\":3}", .qos = 1, .retain = false, .broker = "factory"});
    m_port->publish({.topic = "lawn/east", .payload = "here", .qos = 1, .retain = false});
    QTRY_VERIFY(topic("lawn/east").isValid());
    TopicTreeModel& tree = m_window->mirror().topics();
    QTRY_VERIFY(tree.lastMessage(topic("lawn/east")));
    QTest::qWait(200); // what came back is the message that was sent, not a second one
    QCOMPARE(tree.lastMessage(topic("lawn/east"))->payload, QByteArray("{\"wet\":3}"));
    QCOMPARE(tree.lastMessage(topic("lawn/east"))->count, quint64{1});
    QTRY_VERIFY(tree.indexOf("lawn/east").isValid());
    QCOMPARE(tree.lastMessage(tree.indexOf("lawn/east"))->payload, QByteArray("here"));
    QVERIFY(m_window->findChild<BrokerChips*>()->isVisible());
    if (const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES"); !folder.isEmpty()) {
        m_window->showWorkspace(QStringLiteral("topics"));
        QTest::qWait(600);
        m_window->grab().save(QDir(folder).filePath(QStringLiteral("topics-roots.png")));
    }
}

/// Debian's mosquitto cannot listen for WebSockets without a network interface of its own, so it is ours that answers.
void TestRealBrokers::webSocketsWork()
{
    Serve serve;
    for (const char* scheme : {"ws", "wss"}) {
        const QUrl url(serve.told()[QLatin1String(scheme)].toString());
        BrokerProfile profile = BrokerProfile::plain();
        profile.name = QStringLiteral("factory");
        profile.host = url.host();
        profile.port = url.port();
        profile.transport = scheme == std::string_view("ws") ? BrokerProfile::Transport::WebSocket
                                                             : BrokerProfile::Transport::SecureWebSocket;
        profile.caFile = serve.told()[QStringLiteral("ca_file")].toString();
        profile.path = url.path();
        profile.version = 5;
        open(profile);
        QTRY_VERIFY2(isOnline() && status().transport == QLatin1String(scheme), qPrintable(status().why));
        m_port->publish({.topic = "lawn", .payload = scheme, .qos = 1, .retain = false, .broker = "factory"});
        QTRY_VERIFY(m_window->mirror().topics().lastMessage(topic("lawn")) &&
                    m_window->mirror().topics().lastMessage(topic("lawn"))->payload == scheme);
    }
}

void TestRealBrokers::clientCertificateOverTls()
{
    const Mosquitto broker(tlsLines());
    for (const int version : {4, 5}) {
        BrokerProfile profile = tls(broker);
        profile.version = version;
        open(profile);
        QTRY_VERIFY2(isOnline(), qPrintable(status().why));
        QVERIFY(status().transport.startsWith(QStringLiteral("tls")));
    }
}

void TestRealBrokers::wrongAuthorityIsNamed()
{
    const PemFiles others;
    const Mosquitto broker(tlsLines());
    BrokerProfile profile = tls(broker);
    profile.caFile = others.path("root.pem");
    open(profile);
    QTRY_VERIFY2(status().why.contains(QStringLiteral("signed by Test root, which is not among root.pem")),
                 qPrintable(status().why));
    QTRY_VERIFY2(why().contains(QStringLiteral("signed by Test root")), qPrintable(why()));
}

void TestRealBrokers::missingCertificateNamesTheAlert()
{
    const Mosquitto broker(tlsLines());
    BrokerProfile profile = tls(broker);
    profile.certificateFile.clear();
    profile.keyFile.clear();
    open(profile);
    QTRY_VERIFY2(status().why.contains(QStringLiteral("TLS alert")), qPrintable(status().why));
    QTRY_VERIFY2(why().contains(QStringLiteral("certificate")), qPrintable(why()));
}

void TestRealBrokers::refusedPasswordIsAnswered()
{
    const QTemporaryDir folder;
    const QString passwords = folder.filePath(QStringLiteral("passwords"));
    QProcess::execute(QStringLiteral("mosquitto_passwd"), {QStringLiteral("-b"), QStringLiteral("-c"), passwords,
                                                           QStringLiteral("anna"), QStringLiteral("right")});
    const Mosquitto broker("allow_anonymous false\npassword_file " + passwords.toUtf8());
    BrokerProfile profile = plain(broker);
    profile.userName = QStringLiteral("anna");
    profile.password = QStringLiteral("wrong");
    open(profile);
    QTRY_VERIFY2(status().why.startsWith(QStringLiteral("CONNACK 0x")), qPrintable(status().why));
    QTRY_VERIFY2(why().contains(QStringLiteral("CONNACK 0x")), qPrintable(why()));
    QVERIFY(status().passwordRefused);
    profile.password = QStringLiteral("right");
    open(profile);
    QTRY_VERIFY2(isOnline(), qPrintable(status().why));
}

/// What AWS IoT wants on port 443. mosquitto takes the connection whatever is offered; what was offered is read off the
/// wire.
void TestRealBrokers::applicationProtocolIsOffered()
{
    const Mosquitto broker(tlsLines());
    QTcpServer between;
    QByteArray hello;
    connect(&between, &QTcpServer::newConnection, this, [&] {
        QTcpSocket* client = between.nextPendingConnection();
        auto* server = new QTcpSocket(client);
        connect(client, &QTcpSocket::readyRead, client, [&hello, client, server] {
            const QByteArray bytes = client->readAll();
            if (hello.size() < 4096)
                hello += bytes;
            server->write(bytes);
        });
        connect(server, &QTcpSocket::readyRead, client, [client, server] { client->write(server->readAll()); });
        server->connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(broker.port()));
    });
    QVERIFY(between.listen(QHostAddress::LocalHost));
    BrokerProfile profile = tls(broker);
    profile.port = between.serverPort();
    profile.alpn = QStringLiteral("x-amzn-mqtt-ca");
    open(profile);
    QTRY_VERIFY2(isOnline(), qPrintable(status().why));
    QVERIFY(hello.contains("\x0ex-amzn-mqtt-ca"));
    m_window->mirror().model<BrokersModel>().close(profile.name);
    QTRY_VERIFY(m_port->brokers()->brokers().empty());
}

void TestRealBrokers::atKeepsOneBrokersRows()
{
    const Mosquitto broker("allow_anonymous true");
    open(plain(broker));
    QTRY_VERIFY(!status().subscriptions.empty() && status().subscriptions.front().granted);
    m_port->publish({.topic = "lawn", .payload = "there", .qos = 1, .retain = false, .broker = "factory"});
    m_port->publish({.topic = "lawn", .payload = "here", .qos = 1, .retain = false});
    TopicTreeModel& tree = m_window->mirror().topics();
    QTRY_VERIFY(tree.indexOf("lawn").isValid() && topic("lawn").isValid());
    ScopeStack& scope = m_window->mirror().scope();
    const auto payloads = [this] {
        QSet<QByteArray> found;
        MessageLogModel& log = m_window->mirror().log();
        for (int row = 0; row < log.rowCount(); ++row)
            if (const auto message = log.message(log.serialAt(row)); message && message->isMessage())
                found << message->payload;
        return found;
    };
    QVERIFY(scope.setText(QStringLiteral("at:factory")));
    QTRY_COMPARE(payloads(), QSet<QByteArray>{"there"});
    QVERIFY(topic("lawn").isValid() && !tree.indexOf("lawn").isValid());
    QVERIFY(scope.setText(QStringLiteral("at:here is:message")));
    QTRY_VERIFY(payloads().contains("here") && !payloads().contains("there"));
    QVERIFY(!topic("lawn").isValid() && tree.indexOf("lawn").isValid());
    scope.clear();
    QVERIFY(suggestionsFor(QStringLiteral("at:"), m_window->mirror()).contains(QStringLiteral("at:factory")));
    QVERIFY(suggestionsFor(QStringLiteral("-at:h"), m_window->mirror()).contains(QStringLiteral("-at:here")));
}

void TestRealBrokers::theSameTopicElsewhereIsCompared()
{
    const Mosquitto broker("allow_anonymous true");
    open(plain(broker));
    QTRY_VERIFY(!status().subscriptions.empty() && status().subscriptions.front().granted);
    m_window->showWorkspace(QStringLiteral("topics"));
    m_port->publish({.topic = "lawn", .payload = "{\"wet\":3,\"at\":1}", .qos = 1, .retain = false});
    QTRY_VERIFY(m_window->mirror().topics().indexOf("lawn").isValid());
    auto* tree = m_window->findChild<TopicTreeView*>();
    tree->setCurrentIndex(m_window->mirror().topics().indexOf("lawn"));
    auto* elsewhere = m_window->findChild<ElsewhereList*>();
    QVERIFY2(!elsewhere->isVisible(), "it is nowhere else yet");
    const auto there = [this](const char* payload) {
        m_port->publish({.topic = "lawn", .payload = payload, .qos = 1, .retain = false, .broker = "factory"});
    };
    there("{\"wet\":4,\"at\":1}");
    QTRY_COMPARE(elsewhere->texts(),
                 QStringList{QStringLiteral("also at factory: {\"wet\":4,\"at\":1} · 1 field differs")});
    QVERIFY(elsewhere->isVisible());
    if (const QString folder = qEnvironmentVariable("GREENSWARD_PICTURES"); !folder.isEmpty()) {
        QTest::qWait(300);
        m_window->grab().save(QDir(folder).filePath(QStringLiteral("topics-elsewhere.png")));
    }
    elsewhere->findChild<QPushButton*>()->click();
    const auto* changes = m_window->findChild<DifferenceView*>()->findChild<QTreeView*>()->model();
    QTRY_COMPARE(changes->rowCount(), 1);
    QCOMPARE(changes->index(0, DifferenceModel::Before).data().toString(), QStringLiteral("4"));
    QCOMPARE(changes->index(0, DifferenceModel::After).data().toString(), QStringLiteral("3"));
    there("{\"wet\":3,\"at\":1}");
    QTRY_VERIFY2(elsewhere->texts().constFirst().endsWith(QStringLiteral("the same")),
                 qPrintable(elsewhere->texts().constFirst()));
}

std::vector<ProbeStep> TestRealBrokers::probed(const BrokerProfile& profile)
{
    BrokersPort& port = *m_port->brokers();
    port.probe(profile);
    std::vector<ProbeStep> steps;
    const bool done = QTest::qWaitFor([&] {
        steps = port.probeSteps();
        return !steps.empty() &&
               (steps.back().outcome == ProbeStep::Outcome::Bad ||
                (steps.back().stage == ProbeStep::Stage::Connack && steps.back().outcome == ProbeStep::Outcome::Good));
    });
    port.stopProbe();
    return done ? steps : std::vector<ProbeStep>();
}

void TestRealBrokers::probeTellsEachStep()
{
    using Stage = ProbeStep::Stage;
    Mosquitto broker(tlsLines());
    const auto good = probed(tls(broker));
    QCOMPARE(good.size(), std::size_t{4});
    QVERIFY2(good[2].stage == Stage::Tls && good[2].detail.contains(QStringLiteral("Test root")),
             qPrintable(good[2].detail));
    BrokerProfile nowhere = tls(broker);
    nowhere.host = QStringLiteral("no-such-host.invalid");
    const auto unnamed = probed(nowhere);
    QCOMPARE(unnamed.size(), std::size_t{1});
    QVERIFY2(unnamed[0].detail.contains(QStringLiteral("no host called no-such-host.invalid")),
             qPrintable(unnamed[0].detail));
    BrokerProfile wrong = tls(broker);
    wrong.caFile = m_files->path("no-such-file.pem");
    const auto unread = probed(wrong);
    QVERIFY(unread.back().stage == Stage::Tls && unread.back().detail.contains(QStringLiteral("no-such-file.pem")));
    broker.kill();
    const auto closed = probed(tls(broker));
    QVERIFY2(closed.back().stage == Stage::Tcp && closed.back().detail.contains(QStringLiteral("nobody listens")),
             qPrintable(closed.back().detail));
}

void TestRealBrokers::killedBrokerIsExplainedAndComesBack()
{
    auto broker = std::make_unique<Mosquitto>("allow_anonymous true");
    const int port = broker->port();
    open(plain(*broker));
    QTRY_VERIFY(isOnline());
    QTRY_VERIFY(!status().subscriptions.empty() && status().subscriptions.front().granted);
    broker->kill();
    QTRY_VERIFY2(why().contains(QStringLiteral("broker closed the connection")) &&
                     why().contains(QStringLiteral("last packet sent: SUBSCRIBE")) &&
                     why().contains(QStringLiteral("next attempt in")),
                 qPrintable(why()));
    QTRY_VERIFY(status().state == State::Waiting && status().nextTry > 0);
    QTRY_VERIFY2(m_window->findChild<BrokerChips*>()->findChild<QWidget*>()->accessibleName().contains(
                     QStringLiteral("again in")),
                 "the badge counts down");
    broker = std::make_unique<Mosquitto>("allow_anonymous true", port);
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(), 15'000);
}

void TestRealBrokers::refusedConnectionsBackOff()
{
    BrokerProfile profile = BrokerProfile::plain();
    profile.name = QStringLiteral("factory");
    profile.host = QStringLiteral("127.0.0.1");
    profile.port = freePort();
    open(profile);
    QTRY_VERIFY_WITH_TIMEOUT(status().attempts >= 3, 15'000);
    QVERIFY2(status().nextTry > 1.5, "the third wait is 2 to 4 seconds long");
    QVERIFY(status().why.contains(QStringLiteral("nobody listens on port")));
}

void TestRealBrokers::subscribingWhileConnected()
{
    const Mosquitto broker("allow_anonymous true");
    BrokerProfile profile = plain(broker);
    profile.subscriptions.clear();
    open(profile);
    QTRY_VERIFY(isOnline());
    auto& subscriptions = m_window->mirror().model<SubscriptionModel>();
    subscriptions.subscribe(QStringLiteral("lawn/+"), 1, QStringLiteral("factory"));
    QTRY_VERIFY(subscriptions.rowCount() == 1 && subscriptions.subscription(0).granted);
    QVERIFY(subscriptions.markOf(originKey("factory", "lawn/east")));
    QVERIFY2(!subscriptions.markOf("lawn/east"), "the gateway's own is not meant");
    subscriptions.unsubscribe(0);
    QTRY_COMPARE(subscriptions.rowCount(), 0);
}

void TestRealBrokers::anotherGreensward()
{
    Serve serve;
    BrokerProfile profile = BrokerProfile::plain();
    profile.name = QStringLiteral("factory");
    profile.host = QStringLiteral("127.0.0.1");
    profile.port = serve.told()[QStringLiteral("mqtt_plain")][QStringLiteral("port")].toInt();
    profile.version = 5;
    open(profile);
    QTRY_VERIFY2(isOnline(), qPrintable(status().why));
    m_port->publish({.topic = "lawn", .payload = "1", .qos = 2, .retain = false, .broker = "factory"});
    QTRY_VERIFY(topic("lawn").isValid());
    serve.terminate();
    QTRY_VERIFY2(why().contains(QStringLiteral("DISCONNECT 0x8b")), qPrintable(why()));
}

void TestRealBrokers::floodIsBoundedAndTold()
{
    const Mosquitto broker("allow_anonymous true\nmax_queued_messages 0");
    open(plain(broker));
    QTRY_VERIFY(!status().subscriptions.empty() && status().subscriptions.front().granted);
    // The engine stands still for a while, as it would be behind: nothing may pile up without bound.
    std::promise<void> goOn;
    auto gate = goOn.get_future().share();
    m_engine->post([gate] { gate.wait(); });
    QTcpSocket sender;
    sender.connectToHost(QHostAddress(QHostAddress::LocalHost), static_cast<quint16>(broker.port()));
    QVERIFY(sender.waitForConnected());
    sender.write(QByteArray::fromHex("101000044d5154540402003c0004666c6f6f")); // CONNECT as "floo"
    const QByteArray payload(400, 'x');
    QByteArray packet = QByteArray::fromHex("30") + char(0x80 | ((payload.size() + 3) & 0x7f)) +
                        char((payload.size() + 3) >> 7) + QByteArray::fromHex("000166") + payload;
    constexpr int kMessages = 100'000;
    for (int sent = 0; sent < kMessages; ++sent) {
        sender.write(packet);
        if (sent % 500 == 0)
            while (sender.bytesToWrite() > 1 << 20)
                sender.waitForBytesWritten(100);
    }
    while (sender.bytesToWrite() > 0 && sender.waitForBytesWritten(1000)) {
    }
    const bool all = QTest::qWaitFor([&] { return status().received >= kMessages * 9 / 10; }, 30'000);
    goOn.set_value();
    QVERIFY2(all, qPrintable(QString::number(status().received)));
    QVERIFY(status().dropped > 0);
    const quint64 kept = status().received - status().dropped;
    QVERIFY2(kept * 400 < app::ForeignQueue::kMostBytes, "what waited stayed within the queue's limit");
    // The row in the log says so.
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const MessageStore& store = m_window->mirror().log().store();
            for (Serial at = store.end(); at-- > store.begin();)
                if (store.record(at).kind == trace::Kind::MessageDropped &&
                    store.payload(at).find("more messages came than could be recorded") != std::string_view::npos)
                    return true;
            return false;
        }(),
        15'000);
}

void TestRealBrokers::lastPacketIsFollowedThroughAnyCut()
{
    // CONNECT of 2 octets, PUBLISH of 200, PINGREQ.
    const QByteArray stream = QByteArray::fromHex("10020000") + QByteArray::fromHex("30c801") + QByteArray(200, 'x') +
                              QByteArray::fromHex("c000");
    for (int cut = 0; cut <= stream.size(); ++cut) {
        app::PacketWatch watch;
        const std::string_view whole(stream.constData(), static_cast<std::size_t>(stream.size()));
        watch.follow(asBytes(whole.substr(0, static_cast<std::size_t>(cut))));
        QCOMPARE(watch.last(), cut == 0         ? std::string_view()
                               : cut <= 4       ? std::string_view("CONNECT")
                               : cut <= 4 + 203 ? std::string_view("PUBLISH")
                                                : std::string_view("PINGREQ"));
        watch.follow(asBytes(whole.substr(static_cast<std::size_t>(cut))));
        QCOMPARE(watch.last(), std::string_view("PINGREQ"));
    }
}

static const bool kRegistered = registerTest<TestRealBrokers>();

} // namespace greensward::ui

#include "tst_real_brokers.moc"
