// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/send_desk.h"

#include <QSignalSpy>
#include <QTest>

namespace greensward::ui {

/// Sending once, again and again, along a ramp, and in answer.
class TestSendDesk final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void problemsAreSentences_data();
    void problemsAreSentences();
    void aRepeatCountsAndStops();
    void aRepeatRunsUntilStopped();
    void aRampEndsAtItsLastValue();
    void answersGoToOthersOnly();
    void answersAreLimited();
    void oldMessagesAreNotAnswered();

private:
    void pump()
    {
        m_engine->flush();
        m_mirror->feed().drainNow();
        QCoreApplication::processEvents();
    }
    SendDesk& desk() { return m_mirror->model<SendDesk>(); }

    std::unique_ptr<FakeEngine> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
};

void TestSendDesk::init()
{
    m_engine = std::make_unique<FakeEngine>(false);
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
}

void TestSendDesk::cleanup()
{
    m_mirror.reset();
    m_engine.reset();
}

void TestSendDesk::problemsAreSentences_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<int>("octets");
    QTest::addColumn<QString>("why");
    QTest::newRow("fine") << QStringLiteral("a/b") << 10 << QString();
    QTest::newRow("none") << QString() << 0 << QStringLiteral("goes to a topic");
    QTest::newRow("wildcard") << QStringLiteral("a/#") << 0 << QStringLiteral("for subscribing");
    QTest::newRow("large") << QStringLiteral("a") << (128 << 10) + 1 << QStringLiteral("128 KiB");
}

void TestSendDesk::problemsAreSentences()
{
    QFETCH(QString, topic);
    QFETCH(int, octets);
    QFETCH(QString, why);
    const SendTemplate what{.name = {}, .topic = topic, .payload = QString(octets, QLatin1Char('x'))};
    const QString said = SendDesk::problemOf(what);
    QVERIFY2(why.isEmpty() ? said.isEmpty() : said.contains(why), qPrintable(said));
    QCOMPARE(desk().send(what), why.isEmpty());
    QCOMPARE(m_engine->published.size(), static_cast<std::size_t>(why.isEmpty()));
}

void TestSendDesk::aRepeatCountsAndStops()
{
    QSignalSpy changes(&desk(), &SendDesk::runChanged);
    QVERIFY(desk().start({.name = {}, .topic = QStringLiteral("a"), .payload = QStringLiteral("${n}")},
                         {.everyMillis = 10, .times = 3, .ramp = {}}));
    QCOMPARE(m_engine->published.size(), std::size_t{1}); // the first goes at once
    QVERIFY(desk().isRunning());
    QTRY_VERIFY(!desk().isRunning());
    QCOMPARE(m_engine->published.size(), std::size_t{3});
    QCOMPARE(m_engine->published.back().payload, std::string("3"));
    QCOMPARE(desk().sent(), 3U);
    QCOMPARE(changes.count(), 3);
    QTest::qWait(40);
    QCOMPARE(m_engine->published.size(), std::size_t{3});
}

void TestSendDesk::aRepeatRunsUntilStopped()
{
    desk().start({.name = {}, .topic = QStringLiteral("a"), .payload = {}},
                 {.everyMillis = 10, .times = 0, .ramp = {}});
    QTRY_VERIFY(m_engine->published.size() >= 5);
    desk().stop();
    const auto sent = m_engine->published.size();
    QTest::qWait(40);
    QCOMPARE(m_engine->published.size(), sent);
}

void TestSendDesk::aRampEndsAtItsLastValue()
{
    desk().start({.name = {}, .topic = QStringLiteral("a"), .payload = QStringLiteral("${ramp}")},
                 {.everyMillis = 10, .times = 0, .ramp = SendRun::Ramp{.from = 10, .to = 20, .seconds = 0.05}});
    QCOMPARE(desk().total(), 6U);
    QTRY_VERIFY(!desk().isRunning());
    QStringList values;
    for (const auto& request : m_engine->published)
        values << QString::fromStdString(request.payload);
    QCOMPARE(values, QStringList({"10", "12", "14", "16", "18", "20"}));
}

void TestSendDesk::answersGoToOthersOnly()
{
    desk().setReply(
        ReplyRule{QStringLiteral("ask/+"),
                  {.name = {}, .topic = QStringLiteral("${topic}/answer"), .payload = QStringLiteral("${payload}!")}});
    m_engine->message("wt-1", "ask/1", "ping");
    m_engine->message("wt-1", "other", "ping");
    m_mirror->publish({.topic = "ask/2", .payload = "own", .qos = 0, .retain = false});
    pump();
    QTRY_COMPARE(desk().replied(), 1U);
    QCOMPARE(m_engine->published.size(), std::size_t{2}); // ours and one answer
    QCOMPARE(m_engine->published.back().topic, std::string("ask/1/answer"));
    QCOMPARE(m_engine->published.back().payload, std::string("ping!"));
    desk().setReply(std::nullopt);
    m_engine->message("wt-1", "ask/1", "ping");
    pump();
    QCOMPARE(m_engine->published.size(), std::size_t{2});
}

void TestSendDesk::answersAreLimited()
{
    desk().setReply(ReplyRule{QStringLiteral("ask"), {.name = {}, .topic = QStringLiteral("answer"), .payload = {}}});
    for (int round = 0; round < 4; ++round) {
        for (int at = 0; at < 25; ++at)
            m_engine->message("wt-1", "ask", "x");
        pump();
    }
    QCOMPARE(m_engine->published.size(), SendDesk::kMostRepliesPerSecond);
    QCOMPARE(desk().heldBack(), 90U);
    m_engine->advance(std::chrono::seconds(1));
    m_engine->message("wt-1", "ask", "x");
    pump();
    QCOMPARE(m_engine->published.size(), SendDesk::kMostRepliesPerSecond + 1);
}

void TestSendDesk::oldMessagesAreNotAnswered()
{
    m_engine->message("wt-1", "ask", "before");
    m_engine->flush();
    m_engine->advance(std::chrono::seconds(1));
    desk().setReply(ReplyRule{QStringLiteral("#"), {.name = {}, .topic = QStringLiteral("answer"), .payload = {}}});
    pump();
    QVERIFY(m_engine->published.empty());
}

static const bool kRegistered = registerTest<TestSendDesk>();

} // namespace greensward::ui

#include "tst_send_desk.moc"
