// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live_engine.h"
#include "simulator/fleet.h"
#include "test_registry.h"
#include "ui/bench/live_card.h"
#include "ui/kit/card.h"
#include "ui/security/iot_calls.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <boost/json/object.hpp>

namespace greensward::ui {

/// A device that is not simulated comes by the name of one that is.
class TestRealDevice final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void itTakesTheTwinsPlace();
    void cleanup();

private:
    bool makeCertificate();
    void startDevice(const QString& id);
    simulator::DeviceView twin(const std::string& id);
    QStringList cardTexts();

    std::unique_ptr<LiveEngine> m_live;
    QTemporaryDir m_folder;
    QProcess m_device;
};

void TestRealDevice::initTestCase()
{
    if (QStandardPaths::findExecutable(QStringLiteral("mosquitto_pub")).isEmpty())
        QSKIP("mosquitto_pub is not installed");
}

void TestRealDevice::cleanup()
{
    m_device.kill();
    m_device.waitForFinished();
    m_live.reset();
}

bool TestRealDevice::makeCertificate()
{
    const auto write = [this](const char* name, std::string_view text) {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(text.data(), static_cast<qint64>(text.size())) > 0;
    };
    const client::Answer made = m_live->ask(iot::createKeysAndCertificate().call);
    if (!made.ok())
        return false;
    const boost::json::object body = made.object();
    const auto text = [](const boost::json::value& value) { return std::string_view(value.as_string()); };
    const client::Answer attached = m_live->ask(
        iot::attachPolicy("workshop-devices", std::string(text(body.at("certificateArn")))).call);
    return attached.ok() && write("device.pem", text(body.at("certificatePem"))) &&
           write("device.key", text(body.at("keyPair").as_object().at("PrivateKey"))) &&
           write("root.pem", m_live->port->trustedRoot());
}

void TestRealDevice::startDevice(const QString& id)
{
    m_device.setProcessChannelMode(QProcess::MergedChannels);
    m_device.start(QStringLiteral("mosquitto_pub"),
                   {"-d", "-h", "localhost", "-p", QString::number(m_live->engine->whereabouts().ports.mqtts), "--cafile",
                    m_folder.filePath("root.pem"), "--cert", m_folder.filePath("device.pem"), "--key",
                    m_folder.filePath("device.key"), "-i", id, "-q", "1", "-t", "turbines/" + id, "-l"});
}

simulator::DeviceView TestRealDevice::twin(const std::string& id)
{
    return m_live->engine->ask([this, id] { return m_live->engine->devices()->fleet().find(id)->view(); });
}

QStringList TestRealDevice::cardTexts()
{
    QStringList texts;
    for (const LiveCard* card : m_live->window->findChildren<LiveCard*>())
        for (const ElidedLabel* label : card->findChildren<ElidedLabel*>())
            texts << label->text();
    return texts;
}

void TestRealDevice::itTakesTheTwinsPlace()
{
    m_live = std::make_unique<LiveEngine>(true);
    QVERIFY(makeCertificate());
    m_live->window->showWorkspace(QStringLiteral("bench"));
    QTRY_COMPARE(twin("ev-gen-123").state, simulator::DeviceState::Online);

    startDevice(QStringLiteral("ev-gen-123"));
    QTRY_COMPARE_WITH_TIMEOUT(twin("ev-gen-123").state, simulator::DeviceState::Stopped, 15'000);
    QVERIFY2(twin("ev-gen-123").note.find("the real ev-gen-123 is connected from ") != std::string::npos,
             twin("ev-gen-123").note.c_str());

    // Its card tells the way to it, and that its clock is three minutes late.
    const qint64 late = QDateTime::currentMSecsSinceEpoch() - 180'500;
    m_device.write(QStringLiteral("{\"timestamp\": %1}\n").arg(late).toUtf8());
    QTRY_VERIFY2(cardTexts().contains(QStringLiteral("3 min behind")), qPrintable(cardTexts().join('|')));
    QTRY_VERIFY2(!cardTexts().filter(QRegularExpression(QStringLiteral("^[0-9.]+ ms$"))).isEmpty(),
                 qPrintable(cardTexts().join('|')));

    // They do not take the name from each other in turns.
    QTest::qWait(4000);
    QCOMPARE(m_device.state(), QProcess::Running);
    QCOMPARE(twin("ev-gen-123").state, simulator::DeviceState::Stopped);
    m_device.closeWriteChannel(); // it ends, and what it said until now comes
    QTRY_COMPARE(m_device.state(), QProcess::NotRunning);
    QCOMPARE(m_device.readAll().count("sending CONNECT"), 1);
}

static const bool kRegistered = registerTest<TestRealDevice>();

} // namespace greensward::ui

#include "tst_real_device.moc"
