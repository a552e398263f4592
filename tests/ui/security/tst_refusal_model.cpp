// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "mqtt/trace_flags.h"
#include "test_registry.h"
#include "ui/models/engine_mirror.h"
#include "ui/security/client_certificates.h"
#include "ui/security/refusal_filter.h"
#include "ui/security/refusal_model.h"
#include "ui/security/registry.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace greensward::ui {

class TestRefusalModel final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void listsEveryKindNewestFirst();
    void aWillThatPoliciesForbidIsARefusal();
    void repeatsAreCounted();
    void isBounded();
    void followsTheScope();
    void knowsTheCertificateOfAClient();
    void onlyChangesMakeTheRegistryAskAgain();

private:
    void refuse(trace::Kind kind, const std::string& who, const std::string& what, const std::string& why,
                std::uint64_t connection = 0, const std::string& payload = {});
    RefusalModel& model() { return m_mirror->model<RefusalModel>(); }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
};

void TestRefusalModel::init()
{
    m_engine = std::make_unique<FakeEngine>(false);
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
    m_mirror->setVisible(true);
    model();
}

void TestRefusalModel::cleanup()
{
    m_mirror.reset();
    m_engine.reset();
}

void TestRefusalModel::refuse(trace::Kind kind, const std::string& who, const std::string& what, const std::string& why,
                              std::uint64_t connection, const std::string& payload)
{
    m_engine->record({.kind = kind,
                      .number = connection,
                      .subject = who,
                      .object = what,
                      .detail = why,
                      .payload = asBytes(payload)});
    m_engine->flush();
    m_mirror->feed().drainNow();
}

void TestRefusalModel::listsEveryKindNewestFirst()
{
    QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    using trace::Kind;
    refuse(Kind::ClientRefused, "pump-1", "10.0.0.7:4711", "no policy is attached", 3, "4f0a");
    refuse(Kind::MessageRefused, "pump-1", "a/b", "no statement allows iot:Publish", 3);
    refuse(Kind::MessageRefused, "pump-2", "a/b", "no statement allows iot:Receive", 0);
    refuse(Kind::MessageRefused, "pump-1", "kept", "no statement of `x` allows iot:RetainPublish", 3);
    refuse(Kind::SubscribeRefused, "pump-1", "a/#", "no statement allows iot:Subscribe", 3);
    refuse(Kind::ApiRefused, "arn:aws:iam::1:root", "iot CreateThing", "ResourceAlreadyExistsException");
    QCOMPARE(model().rowCount(), 6);
    const auto action = [this](int row) { return QString::fromStdString(model().refusal(row).question.action); };
    QCOMPARE(action(0), "iot CreateThing");
    QCOMPARE(action(1), "iot:Subscribe");
    QCOMPARE(action(2), "iot:RetainPublish");
    QCOMPARE(action(3), "iot:Receive");
    QCOMPARE(action(4), "iot:Publish");
    QCOMPARE(action(5), "iot:Connect");
    QCOMPARE(model().refusal(5).question.name, std::string("pump-1"));
    QCOMPARE(model().refusal(5).certificateId, std::string("4f0a"));
    QCOMPARE(model().refusal(5).address, std::string("10.0.0.7"));
    QCOMPARE(model().refusal(4).certificateId, std::string("4f0a")); // known from its connection
}

void TestRefusalModel::aWillThatPoliciesForbidIsARefusal()
{
    const auto withhold = [this](mqtt::WillFate fate) {
        m_engine->record({.kind = trace::Kind::WillWithheld,
                          .extra = static_cast<std::int64_t>(fate),
                          .subject = "pump-1",
                          .object = "pumps/1/gone",
                          .detail = "no statement of `pumps` allows iot:Publish on topic/pumps/1/gone"});
        m_engine->flush();
        m_mirror->feed().drainNow();
    };
    refuse(trace::Kind::ClientConnected, "pump-1", "10.0.0.7:4711", "", 3, "4f0a");
    withhold(mqtt::WillFate::Goodbye);
    QCOMPARE(model().rowCount(), 0); // nobody was refused anything
    withhold(mqtt::WillFate::NotAuthorized);
    QCOMPARE(model().rowCount(), 1);
    const Refusal& refusal = model().refusal(0);
    QCOMPARE(QString::fromStdString(refusal.question.action), "iot:Publish");
    QCOMPARE(QString::fromStdString(refusal.question.name), "pumps/1/gone");
    QCOMPARE(QString::fromStdString(refusal.certificateId), "4f0a"); // so that its policies are compared with the topic
}

void TestRefusalModel::repeatsAreCounted()
{
    QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int round = 0; round < 3; ++round) {
        refuse(trace::Kind::ClientRefused, "pump-1", "10.0.0.7:1", "no");
        refuse(trace::Kind::ClientRefused, "pump-2", "10.0.0.7:2", "no");
    }
    refuse(trace::Kind::ClientRefused, "pump-1", "10.0.0.7:9", "no");
    QCOMPARE(model().rowCount(), 2);
    QCOMPARE(model().refusal(0).who, std::string("pump-1"));
    QCOMPARE(model().refusal(0).times, quint64(4));
    QVERIFY(model().index(0, RefusalModel::What).data().toString().contains(QStringLiteral("4 times")));
}

void TestRefusalModel::isBounded()
{
    for (std::size_t at = 0; at < RefusalModel::kMost + 20; ++at)
        refuse(trace::Kind::ClientRefused, "pump-" + std::to_string(at), "10.0.0.7:1", "no");
    QCOMPARE(model().rowCount(), static_cast<int>(RefusalModel::kMost));
    QCOMPARE(model().refusal(0).who, "pump-" + std::to_string(RefusalModel::kMost + 19));
}

void TestRefusalModel::followsTheScope()
{
    RefusalFilter filter(model(), m_mirror->scope());
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    refuse(trace::Kind::MessageRefused, "pump-1", "a/b", "no", 1);
    refuse(trace::Kind::MessageRefused, "fan-1", "a/c", "no", 2);
    QVERIFY(m_mirror->scope().setText(QStringLiteral("from:pump")));
    QCOMPARE(filter.rowCount(), 1);
    QVERIFY(m_mirror->scope().setText(QStringLiteral("topic:a/c")));
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.index(0, RefusalModel::Who).data().toString(), QStringLiteral("fan-1"));
    m_mirror->scope().clear();
    QCOMPARE(filter.rowCount(), 2);
}

void TestRefusalModel::knowsTheCertificateOfAClient()
{
    auto& book = m_mirror->model<ClientCertificates>();
    refuse(trace::Kind::ClientConnected, "pump-1", "10.0.0.7:1", "MQTT 3.1.1", 1, "4f");
    QCOMPARE(book.certificateOf("pump-1"), std::string("4f"));
    refuse(trace::Kind::ClientConnected, "pump-1", "10.0.0.7:1", "MQTT 3.1.1", 2, "5e");
    QCOMPARE(book.certificateOf("pump-1"), std::string("5e"));
    refuse(trace::Kind::ClientConnected, "console", "memory", "MQTT 5", 3);
    QCOMPARE(book.certificateOf("console"), std::string());
}

void TestRefusalModel::onlyChangesMakeTheRegistryAskAgain()
{
    QVERIFY(changesAccount("iot CreateThing"));
    QVERIFY(changesAccount("iot AttachPolicy"));
    QVERIFY(!changesAccount("iot ListThings"));
    QVERIFY(!changesAccount("iot DescribeCertificate"));
    QVERIFY(!changesAccount("iot TestAuthorization"));
    QVERIFY(!changesAccount("iotdata UpdateThingShadow"));
}

[[maybe_unused]] const bool kRegistered = registerTest<TestRefusalModel>();

} // namespace greensward::ui

#include "tst_refusal_model.moc"
