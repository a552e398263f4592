// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../brokers/fake_brokers.h"
#include "test_registry.h"
#include "ui/labs/progress_teller.h"
#include "ui/models/brokers_model.h"
#include "ui/models/engine_mirror.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

namespace greensward::ui {

/// What a console says of its person, and when.
class TestProgressTeller final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nothingIsToldUnasked();
    void onlyWhatIsPromisedIsTold();
    void aChangeIsToldOnce();
    void aNewNameSaysGoodbyeToTheOld();
    void itEndsWithTheWindow();
    void theNameIsRememberedButNotTheSwitch();
    void whatIsNotConnectedIsToldLater();

private:
    ProgressTeller& teller() { return m_mirror->model<ProgressTeller>(); }
    const std::vector<PublishRequest>& sent() { return m_engine->published; }
    void snapshot() { emit m_mirror->feed().snapshotDue(); }

    QTemporaryDir m_folder;
    std::unique_ptr<EngineWithBrokers> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
};

void TestProgressTeller::init()
{
    m_engine = std::make_unique<EngineWithBrokers>();
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
}

void TestProgressTeller::cleanup()
{
    m_mirror.reset();
    m_engine.reset();
}

void TestProgressTeller::nothingIsToldUnasked()
{
    QVERIFY(!teller().isOn());
    teller().setName(QStringLiteral("Ann"));
    QTest::qWait(50);
    QCOMPARE(sent().size(), std::size_t{0});
    teller().setName(QString());
    teller().setOn(true); // without a name neither
    QCOMPARE(sent().size(), std::size_t{0});
    QVERIFY(teller().problem().contains(QStringLiteral("name")));
}

void TestProgressTeller::onlyWhatIsPromisedIsTold()
{
    teller().setName(QStringLiteral("Ann"));
    teller().setOn(true);
    QCOMPARE(sent().size(), std::size_t{1});
    QCOMPARE(sent().front().topic, std::string("greensward/class/Ann/progress"));
    QVERIFY(!sent().front().retain); // AWS of 2017 would hang up
    const QJsonObject told = QJsonDocument::fromJson(QByteArray::fromStdString(sent().front().payload)).object();
    QCOMPARE(told.keys(), QStringList({"at", "doctor", "done", "lab", "name", "of", "since", "step"}));
    teller().setOn(false);
    QCOMPARE(sent().size(), std::size_t{2});
    QVERIFY(sent().back().payload.find("\"goodbye\":true") != std::string::npos);
    QCOMPARE(sent().back().topic, sent().front().topic);
    teller().setOn(false);
    QCOMPARE(sent().size(), std::size_t{2});
}

void TestProgressTeller::aChangeIsToldOnce()
{
    teller().setName(QStringLiteral("Ann"));
    teller().setOn(true);
    // Nothing has changed: there is nothing to say before 30 s are over.
    emit m_mirror->model<BrokersModel>().changed();
    emit m_mirror->model<BrokersModel>().changed();
    QTest::qWait(ProgressTeller::kLeast.count() + 200);
    QCOMPARE(sent().size(), std::size_t{1});
}

void TestProgressTeller::aNewNameSaysGoodbyeToTheOld()
{
    teller().setName(QStringLiteral("Ann"));
    teller().setOn(true);
    teller().setName(QStringLiteral("Bob"));
    QCOMPARE(sent().size(), std::size_t{3});
    QCOMPARE(sent()[1].topic, std::string("greensward/class/Ann/progress"));
    QVERIFY(sent()[1].payload.find("goodbye") != std::string::npos);
    QCOMPARE(sent()[2].topic, std::string("greensward/class/Bob/progress"));
}

void TestProgressTeller::itEndsWithTheWindow()
{
    teller().setName(QStringLiteral("Ann"));
    teller().setOn(true);
    m_mirror.reset();
    QCOMPARE(sent().size(), std::size_t{2});
    QVERIFY(sent().back().payload.find("goodbye") != std::string::npos);
}

void TestProgressTeller::theNameIsRememberedButNotTheSwitch()
{
    m_mirror.reset();
    m_engine->dataDirectory = m_folder.path().toStdString();
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
    teller().setName(QStringLiteral("Ann"));
    teller().setOn(true);
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
    QCOMPARE(teller().name(), QStringLiteral("Ann"));
    QVERIFY(!teller().isOn());
}

void TestProgressTeller::whatIsNotConnectedIsToldLater()
{
    auto& brokers = m_mirror->model<BrokersModel>();
    BrokerProfile profile = BrokerProfile::plain();
    profile.name = QStringLiteral("class");
    brokers.open(profile);
    teller().setName(QStringLiteral("Ann"));
    teller().setBroker(QStringLiteral("class"));
    teller().setOn(true);
    QCOMPARE(sent().size(), std::size_t{0});
    QVERIFY(teller().problem().contains(QStringLiteral("class")));
    m_engine->elsewhere.statuses.front().state = BrokerStatus::State::Online;
    snapshot();
    QTRY_COMPARE(sent().size(), std::size_t{1});
    QCOMPARE(sent().front().broker, std::string("class"));
    QVERIFY(teller().problem().isEmpty());
}

static const bool kRegistered = registerTest<TestProgressTeller>();

} // namespace greensward::ui

#include "tst_progress_teller.moc"
