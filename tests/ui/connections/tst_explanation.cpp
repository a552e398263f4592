// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/link_end.h"
#include "test_registry.h"
#include "ui/connections/explanation.h"
#include "ui/models/qt_text.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>

namespace greensward::ui {

using mqtt::DisconnectReason;
using mqtt::ReasonCode;
using mqtt::WillFate;
using State = WillStory::State;
using namespace std::chrono_literals;

class TestExplanation final : public QObject
{
    Q_OBJECT

private slots:
    void everyEnd_data();
    void everyEnd();
    void howAConnectionWasLost_data();
    void howAConnectionWasLost();
    void everyRefusal_data();
    void everyRefusal();
    void whatIsStillOpen();
    void whyAWillWasSent_data();
    void whyAWillWasSent();
    void whyAWillWasWithheld_data();
    void whyAWillWasWithheld();
    void whatAnArmedWillWaitsFor();
    void secondsAreWrittenAsASentenceHasThem();
};

namespace {

const WallTime kStart = WallTime(1'511'347'200s);

ClientSession ended(DisconnectReason reason)
{
    ClientSession session;
    session.start = kStart;
    session.lastHeard = kStart;
    session.keepAlive = 30;
    session.end = kStart + 60s;
    session.reason = reason;
    session.why = QStringLiteral("the gateway's words");
    session.address = QStringLiteral("10.0.0.1:1");
    return session;
}

/// What is asked of every sentence: it says this, and has no place that was not filled.
void check(const QString& text, const QString& says)
{
    QVERIFY2(text.contains(says), qPrintable(text + QStringLiteral("\nlacks: ") + says));
    QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("%\\d"))), qPrintable(text));
    QVERIFY2(text.endsWith(u'.'), qPrintable(text));
}

} // namespace

void TestExplanation::everyEnd_data()
{
    QTest::addColumn<DisconnectReason>("reason");
    QTest::addColumn<QString>("says");
    QTest::addColumn<EndShape>("shape");
    const auto row = [](const char* name, DisconnectReason reason, const char* says, EndShape shape) {
        QTest::newRow(name) << reason << QString::fromLatin1(says) << shape;
    };
    row("goodbye", DisconnectReason::ClientDisconnect, "said goodbye", EndShape::Square);
    row("goodbye with will", DisconnectReason::ClientWithWill, "not a normal goodbye (the gateway's words)",
        EndShape::Square);
    row("lost", DisconnectReason::ConnectionLost, "without a DISCONNECT", EndShape::Spike);
    row("silence", DisconnectReason::KeepAliveTimeout, "45 s, which is 1.5 times the keep-alive of 30 s",
        EndShape::Clock);
    row("taken over", DisconnectReason::TakenOver, "same client id", EndShape::Chevrons);
    row("protocol", DisconnectReason::ProtocolError, "the gateway's words", EndShape::Cross);
    row("not authorised", DisconnectReason::NotAuthorized, "the gateway's words", EndShape::Lock);
    row("no CONNECT", DisconnectReason::ConnectTimeout, "No CONNECT", EndShape::Clock);
    row("slow", DisconnectReason::SlowConsumer, "did not read", EndShape::Stop);
    row("closed", DisconnectReason::ServerClosed, "the gateway's words", EndShape::Stop);
    row("shutdown", DisconnectReason::ServerShutdown, "stopped or restarted", EndShape::Stop);
}

void TestExplanation::everyEnd()
{
    QFETCH(DisconnectReason, reason);
    QFETCH(QString, says);
    const ClientSession session = ended(reason);
    check(explainEnd(session, kStart + 70s), says);
    QTEST(shapeOf(session), "shape");
    QVERIFY(!nameOf(shapeOf(session)).isEmpty());
}

void TestExplanation::howAConnectionWasLost_data()
{
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("says");
    QTest::newRow("closed") << toQString(net::kClosedThere) << QStringLiteral("TCP FIN");
    QTest::newRow("reset") << toQString(net::kResetThere) << QStringLiteral("TCP RST");
    QTest::newRow("silent") << toQString(net::kSilentThere) << QStringLiteral("never acknowledged by TCP");
    QTest::newRow("else") << QStringLiteral("no route") << QStringLiteral("no route");
}

void TestExplanation::howAConnectionWasLost()
{
    QFETCH(QString, why);
    QFETCH(QString, says);
    ClientSession session = ended(DisconnectReason::ConnectionLost);
    session.why = why;
    check(explainEnd(session, kStart), says);
}

void TestExplanation::everyRefusal_data()
{
    QTest::addColumn<ReasonCode>("code");
    QTest::addColumn<QString>("says");
    QTest::newRow("password") << ReasonCode::BadUserNameOrPassword << QStringLiteral("user name and password");
    QTest::newRow("not allowed") << ReasonCode::NotAuthorized << QStringLiteral("may not connect");
    QTest::newRow("client id") << ReasonCode::ClientIdentifierNotValid << QStringLiteral("its client id");
    QTest::newRow("version") << ReasonCode::UnsupportedProtocolVersion << QStringLiteral("protocol version");
    QTest::newRow("other") << ReasonCode::ServerUnavailable << QStringLiteral("refused the CONNECT: the gateway's");
}

void TestExplanation::everyRefusal()
{
    QFETCH(ReasonCode, code);
    QFETCH(QString, says);
    ClientSession session = ended({});
    session.refused = true;
    session.refusal = code;
    check(explainEnd(session, kStart), says);
    QCOMPARE(shapeOf(session), EndShape::Lock);
    QVERIFY(explainWill(session, kStart).contains(QStringLiteral("never began")));
    session.beforeConnect = true;
    check(explainEnd(session, kStart), QStringLiteral("before it heard who is there"));
}

void TestExplanation::whatIsStillOpen()
{
    ClientSession session = ended({});
    session.end.reset();
    check(explainEnd(session, kStart + 15s), QStringLiteral("in 30 s: 45 s after the last packet"));
    session.keepAlive = 0;
    check(explainEnd(session, kStart), QStringLiteral("no keep-alive"));
}

void TestExplanation::whyAWillWasSent_data()
{
    QTest::addColumn<DisconnectReason>("reason");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, DisconnectReason reason, const char* says) {
        QTest::newRow(name) << reason << QString::fromLatin1(says);
    };
    row("lost", DisconnectReason::ConnectionLost, "without a DISCONNECT");
    row("silence", DisconnectReason::KeepAliveTimeout, "no packet for 45 s");
    row("taken over", DisconnectReason::TakenOver, "counts as a loss");
    row("protocol", DisconnectReason::ProtocolError, "a broken rule");
    row("asked for", DisconnectReason::ClientWithWill, "a reason that keeps the will");
    row("closed", DisconnectReason::ServerClosed, "had not said goodbye");
    row("shutdown", DisconnectReason::ServerShutdown, "had not said goodbye");
    row("slow", DisconnectReason::SlowConsumer, "had not said goodbye");
    row("not authorised", DisconnectReason::NotAuthorized, "had not said goodbye");
}

void TestExplanation::whyAWillWasSent()
{
    QFETCH(DisconnectReason, reason);
    QFETCH(QString, says);
    ClientSession session = ended(reason);
    session.will.topic = QStringLiteral("lastwill/x");
    session.will.state = State::Sent;
    session.will.at = *session.end;
    check(explainWill(session, kStart), says);
    QVERIFY(explainWill(session, kStart).contains(session.will.topic));
    session.will.delay = 30;
    session.will.at = *session.end + 30s;
    check(explainWill(session, kStart), QStringLiteral("30 s after the connection was lost"));
}

void TestExplanation::whyAWillWasWithheld_data()
{
    QTest::addColumn<WillFate>("fate");
    QTest::addColumn<QString>("says");
    QTest::newRow("goodbye") << WillFate::Goodbye << QStringLiteral("said goodbye");
    QTest::newRow("came back") << WillFate::CameBack << QStringLiteral("before the delay of 20 s");
    QTest::newRow("administrator") << WillFate::Administrator << QStringLiteral("asked that the will");
    QTest::newRow("not allowed") << WillFate::NotAuthorized << QStringLiteral("may not publish its will");
}

void TestExplanation::whyAWillWasWithheld()
{
    QFETCH(WillFate, fate);
    QFETCH(QString, says);
    ClientSession session = ended(DisconnectReason::ConnectionLost);
    session.will = {.state = State::Withheld,
                    .topic = QStringLiteral("lastwill/x"),
                    .delay = 20,
                    .fate = fate,
                    .why = QStringLiteral("the policy")};
    check(explainWill(session, kStart), says);
    QVERIFY(explainWill(session, kStart).contains(session.will.topic));
}

void TestExplanation::whatAnArmedWillWaitsFor()
{
    ClientSession session = ended(DisconnectReason::ConnectionLost);
    QVERIFY(explainWill(session, kStart).startsWith(QStringLiteral("No will")));
    session.will.state = State::Armed;
    session.will.topic = QStringLiteral("lastwill/x");
    session.will.delay = 20;
    check(explainWill(session, kStart), QStringLiteral("20 s after the end"));
    session.end.reset();
    check(explainWill(session, kStart), QStringLiteral("ends in 45 s and the will fires 20 s later"));
    session.will.delay = 0;
    check(explainWill(session, kStart), QStringLiteral("fires in 45 s"));
    session.keepAlive = 0;
    check(explainWill(session, kStart), QStringLiteral("when the connection breaks"));
}

void TestExplanation::secondsAreWrittenAsASentenceHasThem()
{
    QCOMPARE(secondsText(45), QStringLiteral("45"));
    QCOMPARE(secondsText(37.5), QLocale().toString(37.5, 'f', 1));
}

namespace {
const bool kRegistered = registerTest<TestExplanation>();
} // namespace

} // namespace greensward::ui

#include "tst_explanation.moc"
