// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/bench/live_card.h"
#include "ui/bench/live_devices.h"
#include "ui/kit/card.h"
#include "ui/models/engine_mirror.h"

#include <QSignalSpy>
#include <QTest>

namespace greensward::ui {

using trace::Kind;

class TestLiveDevices final : public QObject
{
    Q_OBJECT

private slots:
    void aDeviceWithACertificateIsLive();
    void othersAreNot();
    void itsEndIsToldAndItsReturn();
    void theEndOfAConnectionThatWasReplacedIsNotItsEnd();
    void theListIsBounded();
    void theEndOfItsCertificateIsTold_data();
    void theEndOfItsCertificateIsTold();
};

namespace {

void connectDevice(FakeEngine& engine, std::uint64_t connection, const std::string& id,
                   const std::string& certificate = "CN=my-pi", std::uint8_t flags = 0)
{
    engine.record({.kind = Kind::LinkOpened,
                   .flags = flags,
                   .number = connection,
                   .subject = "192.168.1.20:50123",
                   .object = "192.168.1.20:50123",
                   .detail = "tls 1.3",
                   .payload = asBytes(certificate)});
    engine.record({.kind = Kind::ClientConnected, .flags = flags, .number = connection, .extra = 30, .subject = id});
    engine.flush();
}

void hangUp(FakeEngine& engine, std::uint64_t connection, const std::string& id)
{
    engine.record({.kind = Kind::ClientDisconnected,
                   .number = connection,
                   .subject = id,
                   .detail = "nothing was received for 45 s"});
    engine.flush();
}

} // namespace

void TestLiveDevices::aDeviceWithACertificateIsLive()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& live = mirror.model<LiveDevices>();
    QSignalSpy listed(&live, &LiveDevices::listChanged);
    connectDevice(engine, 77, "wt-pi");
    engine.message("wt-pi", "turbines/pi", "{}");
    engine.event(Kind::WillArmed, "wt-pi", "lastwill/wt-pi");
    engine.flush();
    mirror.feed().drainNow();
    QCOMPARE(listed.count(), 1);
    QCOMPARE(live.devices().size(), std::size_t{1});
    const LiveDevice& pi = live.devices().front();
    QCOMPARE(pi.id, std::string("wt-pi"));
    QCOMPARE(pi.address, QStringLiteral("192.168.1.20:50123"));
    QCOMPARE(pi.certificate, QStringLiteral("CN=my-pi"));
    QCOMPARE(pi.transport, QStringLiteral("tls 1.3"));
    QCOMPARE(pi.keepAlive, 30);
    QCOMPARE(pi.sent, quint64{1});
    QVERIFY(pi.online);
    QVERIFY(pi.willArmed);
}

void TestLiveDevices::othersAreNot()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& live = mirror.model<LiveDevices>();
    connectDevice(engine, 1, "ev-gen-123", "CN=ev-gen-123", trace::kSimulated);
    connectDevice(engine, 2, "console-1", "");
    mirror.feed().drainNow();
    QVERIFY(live.devices().empty());
}

void TestLiveDevices::itsEndIsToldAndItsReturn()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& live = mirror.model<LiveDevices>();
    connectDevice(engine, 1, "wt-pi");
    hangUp(engine, 1, "wt-pi");
    mirror.feed().drainNow();
    QVERIFY(!live.devices().front().online);
    QCOMPARE(live.devices().front().ended, QStringLiteral("nothing was received for 45 s"));
    connectDevice(engine, 2, "wt-pi");
    mirror.feed().drainNow();
    QCOMPARE(live.devices().size(), std::size_t{1});
    QVERIFY(live.devices().front().online);
}

void TestLiveDevices::theEndOfAConnectionThatWasReplacedIsNotItsEnd()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& live = mirror.model<LiveDevices>();
    connectDevice(engine, 1, "wt-pi");
    connectDevice(engine, 2, "wt-pi");
    hangUp(engine, 1, "wt-pi");
    mirror.feed().drainNow();
    QVERIFY(live.devices().front().online);
}

void TestLiveDevices::theListIsBounded()
{
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& live = mirror.model<LiveDevices>();
    for (std::uint64_t at = 1; at <= 200; ++at) {
        connectDevice(engine, at, "pi-" + std::to_string(at));
        if (at % 2 == 0)
            hangUp(engine, at, "pi-" + std::to_string(at));
    }
    mirror.feed().drainNow();
    QCOMPARE(live.devices().size(), LiveDevices::kMost);
    QVERIFY(live.find("pi-199"));
    QVERIFY(!live.find("pi-2"));
}

void TestLiveDevices::theEndOfItsCertificateIsTold_data()
{
    QTest::addColumn<int>("hours");
    QTest::addColumn<QString>("chip");
    QTest::newRow("a year") << 364 * 24 + 1 << QStringLiteral("certificate 364 d");
    QTest::newRow("soon") << 29 * 24 + 1 << QStringLiteral("certificate 29 d");
    QTest::newRow("today") << 1 << QStringLiteral("certificate 0 d");
    QTest::newRow("over") << -1 << QStringLiteral("certificate expired");
}

void TestLiveDevices::theEndOfItsCertificateIsTold()
{
    QFETCH(int, hours);
    QFETCH(QString, chip);
    FakeEngine engine;
    EngineMirror mirror(engine, engine.clock());
    auto& live = mirror.model<LiveDevices>();
    const auto ends = std::chrono::floor<std::chrono::seconds>(mirror.now()) + std::chrono::hours(hours);
    engine.record({.kind = Kind::LinkOpened,
                   .number = 5,
                   .extra = ends.time_since_epoch().count(),
                   .subject = "192.168.1.20:50123",
                   .object = "192.168.1.20:50123",
                   .detail = "tls 1.3",
                   .payload = asBytes(std::string_view("CN=my-pi"))});
    engine.record({.kind = Kind::ClientConnected, .number = 5, .extra = 30, .subject = "wt-pi"});
    engine.flush();
    mirror.feed().drainNow();
    const LiveCard card(live.devices().front(), mirror.now());
    QStringList chips;
    for (const Chip* one : card.findChildren<Chip*>())
        chips << one->text();
    QVERIFY2(chips.contains(chip), qPrintable(chips.join(QStringLiteral(", "))));
}

static const bool kRegistered = registerTest<TestLiveDevices>();

} // namespace greensward::ui

#include "tst_live_devices.moc"
