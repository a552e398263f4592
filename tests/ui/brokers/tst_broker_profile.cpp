// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/profile_bundle.h"
#include "ui/models/profile_shelf.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace greensward::ui {

namespace {

BrokerProfile named(const QString& name, const QString& host)
{
    BrokerProfile profile;
    profile.name = name;
    profile.host = host;
    return profile;
}

void writeFile(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestBrokerProfile final : public QObject
{
    Q_OBJECT

private slots:
    void awsBeginsWithNoSubscriptionAPlainBrokerWithAll();
    void hostMistakesAreNamedAndMended_data();
    void hostMistakesAreNamedAndMended();
    void awsOn443WantsAlpn();
    void aNameIsNeededOnce();
    void profilesOutliveTheWindowPasswordsDoNot();
    void mqttxProfilesComeOver();
    void mqttExplorerProfilesComeOver();
    void somethingElseIsNoImport();
    void keysStayAtHomeUnlessTicked();
    void aPassphraseLocksTheBundle();
};

void TestBrokerProfile::awsBeginsWithNoSubscriptionAPlainBrokerWithAll()
{
    QVERIFY(BrokerProfile::aws().subscriptions.isEmpty());
    QCOMPARE(BrokerProfile::plain().subscriptions, QStringList{QStringLiteral("#")});
    QVERIFY(BrokerProfile::aws().usesTls());
}

void TestBrokerProfile::hostMistakesAreNamedAndMended_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("mended");
    QTest::newRow("https") << "https://a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com/"
                           << "https://"
                           << "a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com:8883";
    QTest::newRow("mqtts") << "mqtts://broker.example.com:8884"
                           << "URL"
                           << "broker.example.com:8884";
    QTest::newRow("arn") << "arn:aws:iot:us-east-1:123456789012:thing/wt-1"
                         << "ARN"
                         << "";
    QTest::newRow("not ats") << "a1b2c3d4e5f6g7.iot.us-east-1.amazonaws.com"
                             << "-ats"
                             << "a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com:8883";
    QTest::newRow("port") << "broker.example.com:8885"
                          << "port"
                          << "broker.example.com:8885";
    QTest::newRow("blank") << " broker.example.com"
                           << "blank"
                           << "broker.example.com:8883";
    QTest::newRow("slash") << "broker.example.com/mqtt"
                           << "“/”"
                           << "";
}

void TestBrokerProfile::hostMistakesAreNamedAndMended()
{
    QFETCH(QString, typed);
    QFETCH(QString, says);
    QFETCH(QString, mended);
    BrokerProfile profile = BrokerProfile::aws();
    profile.name = QStringLiteral("mine");
    profile.host = typed;
    const auto flaws = flawsOf(profile);
    QCOMPARE(flaws.size(), 1);
    QVERIFY2(flaws.front().sentence.contains(says), qPrintable(flaws.front().sentence));
    QCOMPARE(flaws.front().fix.isEmpty(), mended.isEmpty());
    if (mended.isEmpty())
        return;
    QCOMPARE(flaws.front().fixed.address(), mended);
    QVERIFY(flawsOf(flaws.front().fixed).isEmpty());
}

void TestBrokerProfile::awsOn443WantsAlpn()
{
    BrokerProfile profile = BrokerProfile::aws();
    profile.name = QStringLiteral("mine");
    profile.host = QStringLiteral("a1b2c3d4e5f6g7-ats.iot.us-east-1.amazonaws.com");
    QVERIFY(flawsOf(profile).isEmpty());
    profile.port = 443;
    const auto flaws = flawsOf(profile);
    QCOMPARE(flaws.size(), 1);
    QCOMPARE(flaws.front().fixed.alpn, QStringLiteral("x-amzn-mqtt-ca"));
    profile = flaws.front().fixed;
    QVERIFY(flawsOf(profile).isEmpty());
    profile.subscriptions << QStringLiteral("#");
    QVERIFY2(!flawsOf(profile).front().fatal, "a warning: a policy may allow it");
}

void TestBrokerProfile::aNameIsNeededOnce()
{
    QVERIFY(flawsOf(named({}, QStringLiteral("h"))).front().field == ProfileFlaw::Field::Name);
    QVERIFY(flawsOf(named(QStringLiteral("a"), QStringLiteral("h"))).isEmpty());
    QVERIFY(flawsOf(named(QStringLiteral("a"), QStringLiteral("h")), {QStringLiteral("a")}).front().field ==
            ProfileFlaw::Field::Name);
}

void TestBrokerProfile::profilesOutliveTheWindowPasswordsDoNot()
{
    const QTemporaryDir folder;
    FakeEngine engine;
    engine.dataDirectory = folder.path().toStdString();
    BrokerProfile profile = named(QStringLiteral("factory"), QStringLiteral("10.0.0.7"));
    profile.version = 5;
    profile.userName = QStringLiteral("anna");
    profile.password = QStringLiteral("s3cret");
    {
        EngineMirror mirror(engine, engine.clock());
        auto& shelf = mirror.model<ProfileShelf>();
        const QAbstractItemModelTester tester(&shelf, QAbstractItemModelTester::FailureReportingMode::Fatal);
        shelf.save(profile);
        shelf.save(named(QStringLiteral("home"), QStringLiteral("10.0.0.8")));
        shelf.remove(shelf.find(QStringLiteral("home")));
        QCOMPARE(shelf.at(0).password, profile.password);
        QCOMPARE(shelf.problem(), QString());
    }
    EngineMirror mirror(engine, engine.clock());
    const auto& shelf = mirror.model<ProfileShelf>();
    QCOMPARE(shelf.rowCount(), 1);
    profile.password.clear();
    profile.needsPassword = true; // it is asked for
    QCOMPARE(shelf.at(0), profile);
    QFile kept(folder.filePath(QStringLiteral("console/connections.json")));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(!kept.readAll().contains("s3cret"));
}

void TestBrokerProfile::mqttxProfilesComeOver()
{
    const auto imported = importProfiles(
        "[{\"name\":\"lab\",\"clientId\":\"mqttx_1\",\"protocol\":\"mqtts\",\"host\":\"b.example.com\",\"port\":8883,"
        "\"username\":\"u\",\"password\":\"p\",\"ca\":\"/c/ca.pem\",\"cert\":\"/c/d.pem\",\"key\":\"/c/k.pem\","
        "\"keepalive\":30,\"clean\":false,\"mqttVersion\":\"5.0\",\"rejectUnauthorized\":false,"
        "\"subscriptions\":[{\"topic\":\"a/#\",\"qos\":1}]},"
        "{\"name\":\"web\",\"protocol\":\"wss\",\"host\":\"w.example.com\",\"port\":443,\"path\":\"/ws\"}]");
    QCOMPARE(imported.problem, QString());
    QCOMPARE(imported.profiles.size(), 2);
    const BrokerProfile& lab = imported.profiles[0];
    QCOMPARE(lab.address(), QStringLiteral("b.example.com:8883"));
    QVERIFY(lab.transport == BrokerProfile::Transport::Tls);
    QCOMPARE(lab.version, 5);
    QCOMPARE(lab.keyFile, QStringLiteral("/c/k.pem"));
    QCOMPARE(lab.keepAlive, 30);
    QVERIFY(!lab.cleanStart);
    QCOMPARE(lab.subscriptions, QStringList{QStringLiteral("a/#")});
    QCOMPARE(lab.password, QString());
    QVERIFY(imported.profiles[1].transport == BrokerProfile::Transport::SecureWebSocket);
    QCOMPARE(imported.profiles[1].path, QStringLiteral("/ws"));
    QVERIFY2(imported.notes.join(QLatin1Char(' ')).contains(QStringLiteral("not checking")), "it is told");
}

void TestBrokerProfile::mqttExplorerProfilesComeOver()
{
    const auto imported = importProfiles(
        "{\"ConnectionManager_connections\":{\"x1\":{\"configVersion\":1,\"type\":\"mqtt\",\"id\":\"x1\","
        "\"host\":\"a1-ats.iot.eu-west-1.amazonaws.com\",\"protocol\":\"mqtt\",\"port\":8883,\"name\":\"AWS\","
        "\"encryption\":true,\"certValidation\":true,\"clientId\":\"explorer\","
        "\"clientCertificate\":{\"name\":\"device.pem\",\"data\":\"eA==\"},"
        "\"subscriptions\":[{\"topic\":\"sensors/#\",\"qos\":0}]}}}");
    QCOMPARE(imported.problem, QString());
    QCOMPARE(imported.profiles.size(), 1);
    const BrokerProfile& aws = imported.profiles.front();
    QVERIFY(aws.kind == BrokerProfile::Kind::Aws);
    QVERIFY(aws.transport == BrokerProfile::Transport::Tls);
    QCOMPARE(aws.clientId, QStringLiteral("explorer"));
    QCOMPARE(aws.subscriptions, QStringList{QStringLiteral("sensors/#")});
    QVERIFY(imported.notes.join(QLatin1Char(' ')).contains(QStringLiteral("device.pem")));
}

void TestBrokerProfile::somethingElseIsNoImport()
{
    QVERIFY(!importProfiles("no json").problem.isEmpty());
    QVERIFY(!importProfiles("{\"a\":1}").problem.isEmpty());
    QVERIFY(!importProfiles("[1,[2],{\"host\":3}]").problem.isEmpty());
}

void TestBrokerProfile::keysStayAtHomeUnlessTicked()
{
    const QTemporaryDir folder;
    BrokerProfile profile = named(QStringLiteral("factory"), QStringLiteral("10.0.0.7"));
    profile.certificateFile = folder.filePath(QStringLiteral("device.pem"));
    profile.keyFile = folder.filePath(QStringLiteral("device.key"));
    writeFile(profile.certificateFile, "certificate");
    writeFile(profile.keyFile, "BEGIN PRIVATE KEY");
    for (const bool withKeys : {false, true}) {
        const QString file = folder.filePath(QStringLiteral("b%1.zip").arg(withKeys));
        QVERIFY(exportBundle({profile}, file, {.withKeys = withKeys, .passphrase = {}}));
        const auto bundle = importBundle(file, {}, folder.filePath(QStringLiteral("in")));
        QVERIFY(bundle);
        QCOMPARE(bundle->profiles.size(), 1);
        const BrokerProfile& came = bundle->profiles.front();
        QCOMPARE(came.keyFile.isEmpty(), !withKeys);
        QFile certificate(came.certificateFile);
        QVERIFY(certificate.open(QIODevice::ReadOnly));
        QCOMPARE(certificate.readAll(), QByteArray("certificate"));
        if (withKeys)
            QVERIFY(!(QFile::permissions(came.keyFile) & (QFile::ReadGroup | QFile::ReadOther)));
    }
    // A key hidden in another role does not slip through either.
    profile.caFile = profile.keyFile;
    profile.keyFile.clear();
    QVERIFY(!exportBundle({profile}, folder.filePath(QStringLiteral("c.zip")), {}));
}

void TestBrokerProfile::aPassphraseLocksTheBundle()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("b.zip"));
    QVERIFY(exportBundle({named(QStringLiteral("factory"), QStringLiteral("secret.example.com"))}, file,
                         {.withKeys = false, .passphrase = QStringLiteral("open sesame")}));
    QFile packed(file);
    QVERIFY(packed.open(QIODevice::ReadOnly));
    QVERIFY(!packed.readAll().contains("secret.example.com"));
    const QString into = folder.filePath(QStringLiteral("in"));
    for (const char* wrong : {"", "no"}) {
        const auto locked = importBundle(file, QString::fromLatin1(wrong), into);
        QVERIFY(locked);
        QVERIFY(locked->wantsPassphrase);
    }
    QVERIFY(!QDir(into).exists());
    const auto opened = importBundle(file, QStringLiteral("open sesame"), into);
    QVERIFY(opened);
    QCOMPARE(opened->profiles.front().host, QStringLiteral("secret.example.com"));
}

static const bool kRegistered = registerTest<TestBrokerProfile>();

} // namespace greensward::ui

#include "tst_broker_profile.moc"
