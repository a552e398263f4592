// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/models/delivery_book.h"
#include "ui/models/engine_mirror.h"

#include <QTest>

namespace greensward::ui {

class TestDeliveryBook final : public QObject
{
    Q_OBJECT

private slots:
    void deliveriesBelongToTheirRow();
    void retainedDeliveriesAreToldApart();
    void whatWasCutIsNotCalledDelivered();
};

void TestDeliveryBook::deliveriesBelongToTheirRow()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& book = mirror.model<DeliveryBook>();
    engine.event(trace::Kind::ClientConnected, "wt-1"); // a row of the log that is no message
    engine.message("wt-1", "a", "1");
    engine.subscribe("a", 0);
    engine.message("wt-1", "a", "2");
    engine.message("wt-1", "b", "3");
    engine.flush();
    mirror.feed().drainNow();
    const Serial b = *mirror.log().newestOfTopic("b");
    const Serial a = *mirror.log().newestOfTopic("a");
    QVERIFY(book.find(a) && book.find(b));
    QCOMPARE(book.find(b)->delivered, 0U);
    QCOMPARE(book.find(a)->delivered, 1U);
    QCOMPARE(book.receivers(*book.find(a)), QStringList{"console"});
    QCOMPARE(book.findEvent(book.find(a)->id)->serial, a);
    QCOMPARE(book.find(*mirror.log().previousOfTopic(a))->delivered, 0U);
    QVERIFY(!book.find(0)); // the connection
}

void TestDeliveryBook::retainedDeliveriesAreToldApart()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& book = mirror.model<DeliveryBook>();
    engine.message("wt-1", "a", "1", trace::kRetain);
    engine.subscribe("#", 0);
    engine.flush();
    mirror.feed().drainNow();
    const auto* entry = book.find(*mirror.log().newestOfTopic("a"));
    QVERIFY(entry);
    QCOMPARE(entry->delivered, 1U);
    QCOMPARE(entry->asRetained, 1U);
}

void TestDeliveryBook::whatWasCutIsNotCalledDelivered()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& book = mirror.model<DeliveryBook>();
    const auto message =
        engine.record({.kind = trace::Kind::MessagePublished, .subject = "wt-1", .object = "a", .payload = {}});
    for (const char* receiver : {"slow", "fast"})
        engine.record({.kind = trace::Kind::MessageDelivered, .cause = message, .subject = receiver, .object = "a"});
    engine.record({.kind = trace::Kind::MessageMissed,
                   .cause = message,
                   .extra = 1,
                   .subject = "slow",
                   .object = "a",
                   .detail = "the receiver reads too slowly"});
    engine.record({.kind = trace::Kind::MessageMissed, .cause = message, .subject = "away", .object = "a"});
    engine.flush();
    mirror.feed().drainNow();
    const auto* entry = book.findEvent(message);
    QVERIFY(entry);
    QCOMPARE(entry->delivered, 1U);
    QCOMPARE(entry->dropped, 2U);
    QCOMPARE(book.receivers(*entry), QStringList{"fast"});
}

static const bool kRegistered = registerTest<TestDeliveryBook>();

} // namespace greensward::ui

#include "tst_delivery_book.moc"
