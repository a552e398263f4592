// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/qr_code.h"
#include "live_engine.h"
#include "simulator/fleet.h"
#include "test_registry.h"
#include "ui/bench/command_line.h"
#include "ui/bench/device_panel.h"
#include "ui/bench/kit_dialog.h"
#include "ui/bench/live_card.h"
#include "ui/bench/phone_dialog.h"
#include "ui/bench/qr_picture.h"
#include "ui/kit/card.h"
#include "ui/models/iot_calls.h"

#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <boost/json/object.hpp>

#include <algorithm>

namespace greensward::ui {

/// A device that is not simulated comes by the name of one that is.
class TestRealDevice final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void itTakesTheTwinsPlace();
    void aKitIsMadeByKeyboardAndLetsItsMachineIn();
    void aKitThatCannotBeWrittenIsToldOf();
    void theTelephonesPageIsNamed();
    void theCodeIsTheAddressOfThePage();
    void cleanup();

private:
    bool makeCertificate();
    void startDevice(const QString& id);
    simulator::DeviceView twin(const std::string& id);
    QStringList cardTexts();
    KitDialog* openKit();
    static QString saidIn(const QDialog& dialog);

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

KitDialog* TestRealDevice::openKit()
{
    m_live->window->showWorkspace(QStringLiteral("bench"));
    m_live->window->findChild<DevicePanel*>()->openKit();
    auto* dialog = m_live->window->findChild<KitDialog*>();
    return dialog && QTest::qWaitForWindowActive(dialog) ? dialog : nullptr;
}

QString TestRealDevice::saidIn(const QDialog& dialog)
{
    QStringList said;
    for (const RoleLabel* label : dialog.findChildren<RoleLabel*>())
        if (label->isVisible())
            said << label->text();
    return said.join(QLatin1Char('\n'));
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

void TestRealDevice::aKitIsMadeByKeyboardAndLetsItsMachineIn()
{
    if (QStandardPaths::findExecutable(QStringLiteral("unzip")).isEmpty())
        QSKIP("unzip is not installed");
    m_live = std::make_unique<LiveEngine>(true);
    KitDialog* dialog = openKit();
    QVERIFY(dialog);
    const QString zip = m_folder.filePath(QStringLiteral("it's mine.zip"));
    QTest::keyClicks(dialog->focusWidget(), QStringLiteral("roof pump"));
    QVERIFY2(saidIn(*dialog).contains(QStringLiteral("letters, digits")), qPrintable(saidIn(*dialog)));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(dialog->focusWidget(), QStringLiteral("roof-pump"));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(dialog->focusWidget(), zip);
    QVERIFY2(saidIn(*dialog).contains(QStringLiteral("for this machine alone")), qPrintable(saidIn(*dialog)));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY2(saidIn(*dialog).contains(QStringLiteral("The kit is written")), qPrintable(saidIn(*dialog)));
    QCOMPARE(QFileInfo(zip).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
    QVERIFY(dialog->findChild<CommandLine*>()->commands().startsWith(
        QStringLiteral("scp '%1' pi@").arg(QString(zip).replace(QStringLiteral("'"), QStringLiteral("'\\''")))));
    dialog->close();

    // Whoever has it is that thing.
    QCOMPARE(QProcess::execute(QStringLiteral("unzip"), {"-q", zip, "-d", m_folder.path()}), 0);
    const QString kit = m_folder.filePath(QStringLiteral("greensward-roof-pump/"));
    m_device.start(QStringLiteral("mosquitto_pub"),
                   {"-h", "localhost", "-p", QString::number(m_live->engine->whereabouts().ports.mqtts), "--cafile",
                    kit + "root.pem", "--cert", kit + "device.pem", "--key", kit + "device.key", "-i", "roof-pump", "-q", "1",
                    "-t", "devices/roof-pump/telemetry", "-l"});
    QTRY_VERIFY_WITH_TIMEOUT(m_live->window->findChild<LiveCard*>(), 15'000);
    QCOMPARE(m_live->window->findChild<LiveCard*>()->deviceId(), std::string("roof-pump"));
}

void TestRealDevice::aKitThatCannotBeWrittenIsToldOf()
{
    m_live = std::make_unique<LiveEngine>(false);
    KitDialog* dialog = openKit();
    QVERIFY(dialog);
    const auto buttons = dialog->findChildren<QPushButton*>();
    auto* make = *std::find_if(buttons.begin(), buttons.end(), [](const auto* one) { return one->isDefault(); });
    auto* file = dialog->findChildren<QLineEdit*>().last();
    file->setText(QStringLiteral("/nowhere/at/all/kit.zip"));
    QVERIFY(saidIn(*dialog).contains(QStringLiteral("There is no folder /nowhere/at/all.")));
    QVERIFY(!make->isEnabled());
    QDir(m_folder.path()).mkdir(QStringLiteral("folder.zip")); // a file cannot take its place
    file->setText(m_folder.filePath(QStringLiteral("folder.zip")));
    make->click();
    QTRY_VERIFY2(saidIn(*dialog).contains(QStringLiteral("folder.zip")) && make->isEnabled(), qPrintable(saidIn(*dialog)));
    QVERIFY(!saidIn(*dialog).contains(QStringLiteral("The kit is written")));
}

void TestRealDevice::theTelephonesPageIsNamed()
{
    m_live = std::make_unique<LiveEngine>(false);
    m_live->window->showWorkspace(QStringLiteral("bench"));
    m_live->window->findChild<DevicePanel*>()->openPhone();
    auto* dialog = m_live->window->findChild<PhoneDialog*>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QComboBox*>()->currentText(),
             QStringLiteral("http://127.0.0.1:%1/phone/").arg(m_live->engine->whereabouts().ports.api));
    // The loopback has no code to scan, but the command that lets telephones in.
    QVERIFY(!dialog->findChild<QrPicture*>());
    QVERIFY(dialog->findChild<CommandLine*>()->commands().startsWith(QStringLiteral("greensward --listen 0.0.0.0")));
}

void TestRealDevice::theCodeIsTheAddressOfThePage()
{
    m_live = std::make_unique<LiveEngine>(false, app::Profile::Complete, "0.0.0.0");
    m_live->window->showWorkspace(QStringLiteral("bench"));
    m_live->window->findChild<DevicePanel*>()->openPhone();
    auto* dialog = m_live->window->findChild<PhoneDialog*>();
    QVERIFY(dialog);
    auto* code = dialog->findChild<QrPicture*>();
    if (!code)
        QSKIP("this machine is on no network");
    const QString address = dialog->findChild<QComboBox*>()->currentText();
    QVERIFY2(!address.contains(QStringLiteral("127.0.0.1")), qPrintable(address));
    const auto modules = app::QrCode::of(address.toStdString());
    QVERIFY(modules);
    const QImage image = code->grab().toImage();
    const int cell = image.width() / (modules->side() + 8);
    const int margin = (image.width() - cell * modules->side()) / 2;
    for (int row = 0; row < modules->side(); ++row)
        for (int column = 0; column < modules->side(); ++column) {
            const QPoint middle(margin + column * cell + cell / 2, margin + row * cell + cell / 2);
            QCOMPARE(qGray(image.pixel(middle)) < 128, modules->isDark(row, column));
        }
    QVERIFY(margin >= 4 * cell); // the quiet zone
}

static const bool kRegistered = registerTest<TestRealDevice>();

} // namespace greensward::ui

#include "tst_real_device.moc"
