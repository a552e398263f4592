// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "live_engine.h"
#include "test_registry.h"
#include "ui/kit/list_table.h"
#include "ui/models/subscription_model.h"
#include "ui/testclient/inbox_model.h"
#include "ui/testclient/message_view.h"
#include "ui/testclient/publish_form.h"
#include "ui/testclient/subscribe_panel.h"
#include "ui/testclient/test_desk.h"
#include "ui/testclient/testclient_workspace.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>

namespace greensward::ui {

/// The test client on a real engine, driven by keys.
class TestTestClient final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void subscribesAndReadsTheNewestFirst();
    void publishesAsTheConsole();
    void publishesAsADeviceWhosePolicyDecides();
    void propertiesReachAnMqtt5Client();
    void saysWhatAWildcardDoesNotBring();
    void modelsAreModels();

private:
    TestClientWorkspace& page()
    {
        return *qobject_cast<TestClientWorkspace*>(m_live->window->workspace(QStringLiteral("testclient")));
    }
    TestDesk& desk() { return m_live->mirror().model<TestDesk>(); }
    template<typename T>
    T* named(const QString& accessibleName);
    void subscribe(const QString& filter);
    void write(const QString& topic, const QString& payload);
    QString verdict() { return desk().index(0, TestDesk::Verdict).data().toString(); }

    std::unique_ptr<LiveEngine> m_live;
};

void TestTestClient::init()
{
    m_live = std::make_unique<LiveEngine>(true, app::Profile::AwsToday);
    m_live->window->showWorkspace(QStringLiteral("testclient"));
    QVERIFY(QTest::qWaitForWindowExposed(m_live->window.get()));
    m_live->window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_live->window.get()));
}

void TestTestClient::cleanup()
{
    m_live.reset();
}

template<typename T>
T* TestTestClient::named(const QString& accessibleName)
{
    for (T* one : page().findChildren<T*>())
        if (one->accessibleName() == accessibleName)
            return one;
    return nullptr;
}

void TestTestClient::subscribe(const QString& filter)
{
    auto* field = named<QLineEdit>(QStringLiteral("Topic filter to subscribe to"));
    field->setFocus();
    QTest::keyClicks(field, filter);
    QTest::keyClick(field, Qt::Key_Return);
    auto& model = m_live->mirror().model<SubscriptionModel>();
    QTRY_VERIFY(model.rowCount() > 0 && model.subscription(model.rowCount() - 1).granted);
}

void TestTestClient::write(const QString& topic, const QString& payload)
{
    auto* field = named<QLineEdit>(QStringLiteral("Topic of the test message"));
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, topic);
    auto* body = named<QPlainTextEdit>(QStringLiteral("Payload to publish"));
    body->setPlainText(payload);
    QTest::keyClick(body, Qt::Key_Return, Qt::ControlModifier);
}

void TestTestClient::subscribesAndReadsTheNewestFirst()
{
    subscribe(QStringLiteral("lawn/#"));
    subscribe(QStringLiteral("shed/+"));
    write(QStringLiteral("lawn/east"), QStringLiteral("{\"grass\":1}"));
    write(QStringLiteral("shed/door"), QStringLiteral("open"));
    write(QStringLiteral("lawn/west"), QStringLiteral("{\"grass\":2}"));
    auto* messages = named<ListTable>(QStringLiteral("Received messages"));
    QTRY_COMPARE(messages->model()->rowCount(), 3);
    QCOMPARE(messages->model()->index(0, ReceivedModel::Topic).data().toString(), QStringLiteral("lawn/west"));
    auto* subscriptions = named<ListTable>(QStringLiteral("Subscriptions"));
    QTRY_COMPARE(subscriptions->model()->rowCount(), 2);
    subscriptions->selectRow(1);
    QTRY_COMPARE(messages->model()->rowCount(), 1);
    messages->selectRow(0);
    auto* text = named<QPlainTextEdit>(QStringLiteral("Payload of the message"));
    QCOMPARE(text->toPlainText(), QStringLiteral("open"));
    page().message().setFormat(MessageView::Hex);
    QVERIFY(text->toPlainText().contains(QStringLiteral("6f 70 65 6e")));
    subscriptions->selectRow(0);
    page().message().setFormat(MessageView::Json);
    messages->selectRow(0);
    QVERIFY(text->toPlainText().contains(QStringLiteral("\"grass\": 2")));
}

void TestTestClient::publishesAsTheConsole()
{
    write(QStringLiteral("nobody/listens"), QStringLiteral("hello"));
    QTRY_COMPARE(verdict(), QStringLiteral("accepted, 0 receivers"));
    subscribe(QStringLiteral("somebody/#"));
    write(QStringLiteral("somebody/listens"), QStringLiteral("hello"));
    QTRY_COMPARE(verdict(), QStringLiteral("accepted, 1 receiver"));
    auto* publish = named<QPushButton>(QStringLiteral("Publish the message"));
    named<QLineEdit>(QStringLiteral("Topic of the test message"))->setText(QStringLiteral("a/#"));
    QVERIFY(!publish->isEnabled());
}

void TestTestClient::publishesAsADeviceWhosePolicyDecides()
{
    auto* who = named<QComboBox>(QStringLiteral("Publish as"));
    QTRY_VERIFY(who->findData(QStringLiteral("sprinkler-456")) > 0);
    const auto isOnline = [this] {
        const auto devices = m_live->port->devices();
        return std::any_of(devices.begin(), devices.end(), [](const auto& one) {
            return one.id == "sprinkler-456" && one.state == simulator::DeviceState::Online;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(), 10'000);
    page().form().setSender(QStringLiteral("sprinkler-456"));
    write(QStringLiteral("valves/7"), QStringLiteral("shut"));
    QTRY_COMPARE(verdict(), QStringLiteral("accepted, 0 receivers"));
    QCOMPARE(desk().row(0).who, std::string("sprinkler-456"));

    // The same once its policy knows other topics only.
    const auto principals = m_live->ask({"iot", "GET", "/things/sprinkler-456/principals"}).object();
    const std::string arn(principals.at("principals").as_array().at(0).as_string());
    const auto call = [](const char* method, const std::string& path, const std::string& body) {
        return client::Call{.service = "iot", .method = method, .path = path, .body = body};
    };
    QVERIFY(m_live
                ->ask(call("POST", "/policies/narrow",
                           "{\"policyDocument\":\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{"
                           "\\\"Effect\\\":\\\"Allow\\\","
                           "\\\"Action\\\":[\\\"iot:Connect\\\",\\\"iot:Subscribe\\\",\\\"iot:Receive\\\"],"
                           "\\\"Resource\\\":\\\"*\\\"},"
                           "{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"iot:Publish\\\",\\\"Resource\\\":\\\"arn:"
                           "aws:iot:*:*:topic/macdonald/*\\\"}]}\"}"))
                .ok());
    QVERIFY(m_live->ask(call("PUT", "/target-policies/narrow", "{\"target\":\"" + arn + "\"}")).ok());
    QVERIFY(m_live->ask(call("POST", "/target-policies/workshop-devices", "{\"target\":\"" + arn + "\"}")).ok());
    QTRY_VERIFY_WITH_TIMEOUT(isOnline(), 10'000);
    write(QStringLiteral("valves/7"), QStringLiteral("open"));
    QTRY_VERIFY2(verdict().startsWith(QStringLiteral("refused: ")), qPrintable(verdict()));
    QVERIFY2(verdict().contains(QStringLiteral("narrow")), qPrintable(verdict()));
    // From there to the policy that would have allowed it.
    auto* why = named<QPushButton>(QStringLiteral("See in Security which policy would have allowed it"));
    QVERIFY(why->isVisible());
    why->click();
    QCOMPARE(m_live->window->currentWorkspace(), QStringLiteral("security"));
}

void TestTestClient::propertiesReachAnMqtt5Client()
{
    if (QStandardPaths::findExecutable(QStringLiteral("mosquitto_sub")).isEmpty())
        QSKIP("mosquitto_sub is not installed");
    const std::string folder = m_live->engine->whereabouts().directory.string() + "/certificates/";
    QProcess reader;
    reader.start(QStringLiteral("mosquitto_sub"),
                 {"-h",       "localhost",
                  "-p",       QString::number(m_live->engine->whereabouts().ports.mqtts),
                  "--cafile", QString::fromStdString(folder + "root.pem"),
                  "--cert",   QString::fromStdString(folder + "my-device.pem"),
                  "--key",    QString::fromStdString(folder + "my-device.key"),
                  "-i",       "my-device",
                  "-V",       "5",
                  "-C",       "1",
                  "-W",       "15",
                  "-t",       "asked/#",
                  "-F",       "%C|%R|%P|%p"});
    QVERIFY(reader.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(m_live->engine->ask([this] {
        for (const mqtt::ClientView& client : m_live->engine->broker().clients())
            if (client.clientId == "my-device" && client.subscriptions > 0)
                return true;
        return false;
    }),
                             10'000);
    PublishRequest request{.topic = "asked/now", .payload = "7", .qos = 1};
    request.properties = {.contentType = "text/plain", .responseTopic = "answers/1", .user = {{"site", "north"}}};
    QVERIFY(desk().send(request));
    QTRY_VERIFY_WITH_TIMEOUT(reader.state() == QProcess::NotRunning, 20'000);
    QCOMPARE(QString::fromUtf8(reader.readAllStandardOutput()).trimmed(),
             QStringLiteral("text/plain|answers/1|site:north|7"));
}

void TestTestClient::saysWhatAWildcardDoesNotBring()
{
    auto* field = named<QLineEdit>(QStringLiteral("Topic filter to subscribe to"));
    field->setText(QStringLiteral("#"));
    const auto says = [this](const QString& words) {
        const auto labels = page().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel* one) { return one->isVisible() && one->text().contains(words); });
    };
    QVERIFY(says(QStringLiteral("$aws/#")));
    field->setText(QStringLiteral("lawn/#"));
    QVERIFY(!says(QStringLiteral("$aws/#")));
    field->setText(QStringLiteral("a/#/b"));
    QVERIFY(!named<QPushButton>(QStringLiteral("Subscribe to the filter"))->isEnabled());
}

void TestTestClient::modelsAreModels()
{
    InboxModel inbox(m_live->mirror());
    QAbstractItemModelTester first(&inbox, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester second(&desk(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    subscribe(QStringLiteral("lawn/#"));
    for (std::size_t at = 0; at < TestDesk::kMost + 10; ++at) {
        QVERIFY(desk().send({.topic = "lawn/" + std::to_string(at), .payload = "x", .qos = 1}));
        if (at % 40 == 39)
            QTest::qWait(1100); // AWS takes a hundred a second of a connection, both ways together
    }
    QTRY_COMPARE(inbox.rowCount(), static_cast<int>(TestDesk::kMost + 10));
    QCOMPARE(desk().rowCount(), static_cast<int>(TestDesk::kMost));
    inbox.setSubscription(QStringLiteral("lawn/3"));
    QCOMPARE(inbox.rowCount(), 1);
    QVERIFY(m_live->mirror().scope().setText(QStringLiteral("topic:lawn/4")));
    QCOMPARE(inbox.rowCount(), 0);
}

[[maybe_unused]] const bool kRegistered = registerTest<TestTestClient>();

} // namespace greensward::ui

#include "tst_testclient.moc"
