// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow_cloud.h"
#include "test_registry.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/json_text.h"
#include "ui/models/shadow_book.h"
#include "ui/models/shadow_desk.h"
#include "ui/shadows/delta_reason.h"
#include "ui/shadows/desired_edit.h"
#include "ui/shadows/shadow_fields_model.h"
#include "ui/shadows/shadow_history_model.h"
#include "ui/shadows/shadow_list_model.h"
#include "ui/shadows/shadow_words.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;
using namespace std::chrono_literals;

class TestShadowModels final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theBookKeepsEachVersionWithItsDocument();
    void aDifferenceKeepsItsBeginning();
    void writersOutliveTheHistory();
    void refusalsNameBothWriters();
    void messagesAloneTellTheStory();
    void aDeletionIsARungAndTheNumbersGoOn();
    void theListHoldsNamedShadowsBelowTheirThing();
    void theListFollowsTheScope();
    void theLadderFollowsTheScopeToo();
    void fieldsStandSideBySide();
    void fieldsKeepTheirPlaceWhenOnlyValuesChange();
    void typedValuesKeepTheirType_data();
    void typedValuesKeepTheirType();
    void whyNamesTheTypesAndOffersTheOther();
    void whyTellsOfADeviceThatIsAway();
    void whyTellsOfADeviceThatDoesNotListen();
    void whyQuotesTheReasonOfTheDevice();
    void commandsOfTheCliAreQuoted();
    void documentsThatWereNotSeenAreAskedFor();

private:
    void drain() { m_engine->flush(), m_mirror->feed().drainNow(); }
    const ShadowRecord& record(const std::string& thing = "wt-1", const std::string& shadow = {})
    {
        drain();
        return *m_mirror->model<ShadowBook>().find({thing, shadow});
    }
    DeltaReason why(const DeviceFacts& device)
    {
        const ShadowRecord& shown = record();
        return whyDelta(shown, *shown.current(), device);
    }
    ShadowPicture pictureOf(const ShadowRecord& record)
    {
        return {.document = *record.current(), .differences = record.differences(), .writers = {}, .now = m_mirror->now()};
    }

    std::unique_ptr<ShadowCloud> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
};

void TestShadowModels::init()
{
    m_engine = std::make_unique<ShadowCloud>();
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
    m_mirror->model<ShadowBook>();
}

void TestShadowModels::cleanup()
{
    m_mirror.reset();
    m_engine.reset();
}

void TestShadowModels::theBookKeepsEachVersionWithItsDocument()
{
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":1480}}})");
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"rpm":1500}},"clientToken":"a7"})");
    const ShadowRecord& shown = record();
    QCOMPARE(shown.version(), 2);
    QCOMPARE(shown.changes().size(), std::size_t(2));
    const ShadowChange& newest = shown.changes().back();
    QCOMPARE(newest.who, std::string("app"));
    QCOMPARE(newest.delta, std::string(R"({"rpm":1500})"));
    QCOMPARE(tokenOf(newest), QStringLiteral("a7"));
    QStringList exchange;
    for (const auto& message : newest.messages)
        exchange << QString::fromStdString(message.suffix);
    QCOMPARE(exchange, QStringList({"update/accepted", "update/delta", "update/documents"}));
    const auto first = ShadowRecord::documentAfter(shown.changes().front());
    QVERIFY(first && first->desired.empty());
    QCOMPARE(shown.current()->desired.at("rpm").as_int64(), 1500);
    QCOMPARE(shown.writers().at({true, "rpm"}).who, std::string("app"));
    QCOMPARE(shown.saidVersion(), 1);
}

void TestShadowModels::aDifferenceKeepsItsBeginning()
{
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"rpm":1500}}})");
    const WallTime since = m_engine->clock().wall();
    m_engine->advance(7s);
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"temp":41}}})");
    QCOMPARE(record().differences().at("rpm"), since);
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":1500}}})");
    QVERIFY(record().differences().empty());
    m_engine->advance(1s);
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"rpm":1600}}})");
    QCOMPARE(record().differences().at("rpm"), m_engine->clock().wall());
}

void TestShadowModels::writersOutliveTheHistory()
{
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"rpm":1500}}})");
    for (int at = 0; at < 150; ++at) {
        m_engine->advance(1s);
        m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"temp":)" + std::to_string(at) + "}}}");
    }
    const ShadowRecord& shown = record();
    QCOMPARE(shown.changes().size(), ShadowRecord::kMostChanges);
    QCOMPARE(shown.forgottenChanges(), std::uint64_t(51));
    QCOMPARE(shown.writers().at({true, "rpm"}).who, std::string("app"));
    QVERIFY(shown.bytes() < 200'000);
}

void TestShadowModels::refusalsNameBothWriters()
{
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":1}}})");
    m_engine->update("phone", "wt-1", R"({"state":{"desired":{"rpm":2}},"version":1})");
    m_engine->update("tablet", "wt-1", R"({"state":{"desired":{"rpm":3}},"version":1})");
    const ShadowRecord& shown = record();
    const ShadowChange& refused = shown.changes().back();
    QCOMPARE(refused.code, 409);
    QCOMPARE(shown.version(), 2);
    const QString text = rejectionText(*m_mirror, shown, refused);
    QVERIFY2(text.contains("tablet wrote for v1") && text.contains("v2 by then, written by phone") &&
                 text.contains("desired: rpm"),
             qPrintable(text));
    QCOMPARE(refused.messages.size(), std::size_t(1));
    QCOMPARE(refused.messages.front().suffix, std::string("update/rejected"));
}

/// A real account's stream: nobody records what the service does, only its messages are seen.
void TestShadowModels::messagesAloneTellTheStory()
{
    const std::string prefix = "$aws/things/wt-9/shadow/";
    m_engine->message("$aws", prefix + "update/accepted",
                      R"({"state":{"desired":{"rpm":1500}},"metadata":{},"version":8,"timestamp":1})");
    m_engine->message("$aws", prefix + "update/delta", R"({"version":8,"timestamp":1,"state":{"rpm":1500}})");
    m_engine->message("$aws", prefix + "update/documents",
                      R"({"previous":null,"current":{"state":{"desired":{"rpm":1500}},"metadata":{},"version":8}})");
    m_engine->message("$aws", prefix + "update/rejected", R"({"code":409,"message":"Version conflict"})");
    const ShadowRecord& shown = record("wt-9");
    QCOMPARE(shown.changes().size(), std::size_t(2));
    QCOMPARE(shown.version(), 8);
    QCOMPARE(shown.differences().size(), std::size_t(1));
    QCOMPARE(changeText(shown.changes().front()), QStringLiteral("desired: rpm"));
    QVERIFY(shown.current());
    QCOMPARE(shown.changes().back().code, 409);
    QCOMPARE(writerText(*m_mirror, shown.changes().back()), QStringLiteral("not known"));
}

void TestShadowModels::aDeletionIsARungAndTheNumbersGoOn()
{
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":1}}})");
    m_engine->ask("app", "$aws/things/wt-1/shadow/delete", "");
    QVERIFY(record().isDeleted());
    QVERIFY(!record().current());
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":1}}})");
    QVERIFY(record().exists());
    QCOMPARE(record().version(), 3);
    QVERIFY(record().changes()[1].removes);
}

void TestShadowModels::theListHoldsNamedShadowsBelowTheirThing()
{
    ShadowListModel list(*m_mirror);
    QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":1}}})");
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"limit":9}}})", "config");
    m_engine->update("app", "wt-2", R"({"state":{"desired":{"limit":9}}})", "config");
    drain();
    QCOMPARE(list.rowCount(), 2);
    const QModelIndex first = list.index(0, 0);
    QCOMPARE(first.data().toString(), QStringLiteral("wt-1"));
    QCOMPARE(first.siblingAtColumn(ShadowListModel::State).data().toString(), QStringLiteral("="));
    QCOMPARE(list.rowCount(first), 1);
    QCOMPARE(list.index(0, ShadowListModel::State, first).data().toString(), QStringLiteral("≠ 1"));
    QCOMPARE(list.index(1, ShadowListModel::State).data().toString(), QStringLiteral("none"));
    QCOMPARE(list.nameAt(list.find({"wt-2", "config"})), (ShadowName{"wt-2", "config"}));
}

void TestShadowModels::theListFollowsTheScope()
{
    ShadowListModel list(*m_mirror);
    for (const char* thing : {"wt-1", "wt-2", "spr-1"})
        m_engine->update(thing, thing, R"({"state":{"reported":{"on":true}}})");
    drain();
    QCOMPARE(list.shadows(), 3);
    m_mirror->scope().setText(QStringLiteral("from:wt"));
    QCOMPARE(list.shadows(), 2);
    m_mirror->scope().setText(QStringLiteral("$aws/things/spr-1/#"));
    QCOMPARE(list.rowCount(), 1);
    QCOMPARE(list.allShadows(), 3);
}

void TestShadowModels::theLadderFollowsTheScopeToo()
{
    ShadowListModel list(*m_mirror);
    ShadowHistoryModel ladder(*m_mirror);
    QAbstractItemModelTester tester(&ladder, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto follow = [&] { ladder.setRecord(m_mirror->model<ShadowBook>().classic("wt-1")); };
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":1}}})");
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"rpm":2}}})");
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":2}}})");
    m_engine->update("wt-2", "wt-2", R"({"state":{"reported":{"rpm":1}}})");
    drain();
    follow();
    QCOMPARE(ladder.rowCount(), 3);
    m_mirror->scope().setText(QStringLiteral("from:app"));
    follow();
    QCOMPARE(ladder.rowCount(), 1);
    QCOMPARE(ladder.index(0).data(ShadowHistoryModel::VersionRole).toString(), QStringLiteral("v2"));
    QCOMPARE(list.shadows(), 1); // what the app wrote is found where it wrote it
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"rpm":3}}})");
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":3}}})");
    drain();
    follow();
    QCOMPARE(ladder.rowCount(), 2);
    m_mirror->scope().clear();
    follow();
    QCOMPARE(ladder.rowCount(), 5);
}

void TestShadowModels::fieldsStandSideBySide()
{
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"rpm":1500,"brake":false,"yaw":"12","gear":{"ratio":2,"oil":1.0}}}})");
    m_engine->advance(7s);
    m_engine->update("wt-1", "wt-1",
                     R"({"state":{"reported":{"rpm":1480,"brake":false,"yaw":12,"temp":41.2,"gear":{"ratio":3,"oil":1}}}})");
    ShadowFieldsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setPicture(pictureOf(record()));
    using State = ShadowFieldsModel::State;
    const auto state = [&](const ShadowPath& path) {
        return model.find(path).data(ShadowFieldsModel::StateRole).value<State>();
    };
    const auto text = [&](const ShadowPath& path, int column) {
        return model.find(path).siblingAtColumn(column).data().toString();
    };
    QCOMPARE(state({"rpm"}), State::Differs);
    QCOMPARE(text({"rpm"}, ShadowFieldsModel::Delta), QStringLiteral("≠  7 s"));
    QCOMPARE(state({"brake"}), State::Same);
    QCOMPARE(state({"yaw"}), State::TypeDiffers);
    QCOMPARE(text({"yaw"}, ShadowFieldsModel::Desired), QStringLiteral("\"12\""));
    QCOMPARE(model.find({"yaw"}).siblingAtColumn(ShadowFieldsModel::Desired).data(ShadowFieldsModel::TypeRole).toString(),
             QStringLiteral("text"));
    QCOMPARE(model.find({"yaw"}).siblingAtColumn(ShadowFieldsModel::Reported).data(ShadowFieldsModel::TypeRole).toString(),
             QStringLiteral("number"));
    QCOMPARE(state({"temp"}), State::ReportedOnly);
    QCOMPARE(state({"gear"}), State::Within);
    QCOMPARE(state({"gear", "oil"}), State::Same); // 1.0 is 1
    QCOMPARE(model.differences(), 3);
    QCOMPARE(static_cast<std::size_t>(model.differences()), record().differences().size()); // as the service says
}

void TestShadowModels::fieldsKeepTheirPlaceWhenOnlyValuesChange()
{
    ShadowFieldsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":1,"temp":2}}})");
    model.setPicture(pictureOf(record()));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":5}}})");
    model.setPicture(pictureOf(record()));
    QCOMPARE(resets.size(), 0);
    QVERIFY(model.find({"rpm"}).siblingAtColumn(ShadowFieldsModel::Reported).data(ShadowFieldsModel::ChangedRole).toBool());
    QVERIFY(!model.find({"temp"}).siblingAtColumn(ShadowFieldsModel::Reported).data(ShadowFieldsModel::ChangedRole).toBool());
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"new":5}}})");
    model.setPicture(pictureOf(record()));
    QCOMPARE(resets.size(), 1);
}

void TestShadowModels::typedValuesKeepTheirType_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("desired"); // JSON; empty: not there
    QTest::addColumn<QString>("reported");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("asks");
    QTest::newRow("a number stays a number") << "12" << "" << "5" << "12" << false;
    QTest::newRow("a fraction is a number") << "1.5" << "2" << "" << "1.5" << false;
    QTest::newRow("text for a number asks") << "fast" << "" << "5" << "\"fast\"" << true;
    QTest::newRow("quotes make text, which asks") << "\"12\"" << "" << "5" << "\"12\"" << true;
    QTest::newRow("text stays text") << "12" << "" << "\"on\"" << "\"12\"" << false;
    QTest::newRow("a truth value") << "true" << "" << "false" << "true" << false;
    QTest::newRow("text for a truth value asks") << "yes" << "" << "false" << "\"yes\"" << true;
    QTest::newRow("null removes") << "null" << "3" << "5" << "null" << false;
    QTest::newRow("null removes text, too") << "null" << "\"a\"" << "\"b\"" << "null" << false;
    QTest::newRow("a new field is what it looks like") << "12" << "" << "" << "12" << false;
    QTest::newRow("a new word is text") << "slow" << "" << "" << "\"slow\"" << false;
    QTest::newRow("the reported type wins over the desired one") << "12" << "\"11\"" << "5" << "12" << false;
    QTest::newRow("a list for a number asks") << "[1]" << "" << "5" << "[1]" << true;
}

void TestShadowModels::typedValuesKeepTheirType()
{
    QFETCH(QString, typed);
    QFETCH(QString, desired);
    QFETCH(QString, reported);
    QFETCH(QString, value);
    QFETCH(bool, asks);
    const auto parse = [](const QString& text) { return text.isEmpty() ? json::value() : json::parse(text.toStdString()); };
    const json::value one = parse(desired);
    const json::value other = parse(reported);
    const DesiredEdit edit = readDesired(typed, QStringLiteral("yaw"), desired.isEmpty() ? nullptr : &one,
                                         reported.isEmpty() ? nullptr : &other);
    QCOMPARE(jsonText(edit.value), value);
    QCOMPARE(!edit.question.isEmpty(), asks);
    if (asks)
        QVERIFY2(edit.question.contains("yaw is of type") && edit.question.contains("in reported"), qPrintable(edit.question));
}

void TestShadowModels::whyNamesTheTypesAndOffersTheOther()
{
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"yaw":12}}})");
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"yaw":"12"}}})");
    const DeltaReason reason = why({.online = true});
    QVERIFY2(reason.text().contains("desired is \"12\" (text), reported is 12 (number)"), qPrintable(reason.text()));
    QCOMPARE(reason.help, DeltaReason::Help::SendConverted);
    QCOMPARE(reason.converted, json::value(12));
    QVERIFY(reason.text().endsWith("sets it to null."));
}

void TestShadowModels::whyTellsOfADeviceThatIsAway()
{
    m_engine->listen("wt-1", "$aws/things/wt-1/shadow/#");
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"rpm":1}}})");
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"rpm":1}}})");
    QCOMPARE(record().toldVersion(), 1);
    ShadowBook& book = m_mirror->model<ShadowBook>();
    m_engine->event(trace::Kind::ClientConnected, "wt-1");
    drain();
    QVERIFY(book.isOnline("wt-1"));
    m_engine->event(trace::Kind::ClientDisconnected, "wt-1");
    drain();
    QVERIFY(!book.isOnline("wt-1"));
    ShadowCloud away;
    EngineMirror mirror(away, away.clock());
    auto& awayBook = mirror.model<ShadowBook>();
    away.update("app", "wt-1", R"({"state":{"desired":{"rpm":1}}})");
    mirror.feed().drainNow();
    const ShadowRecord& shown = *awayBook.classic("wt-1");
    const DeltaReason reason = whyDelta(shown, *shown.current(), {.online = false, .isSimulated = true, .isOff = true});
    QVERIFY2(reason.text().contains("wt-1 is not connected"), qPrintable(reason.text()));
    QCOMPARE(reason.help, DeltaReason::Help::StartDevice);
}

void TestShadowModels::whyTellsOfADeviceThatDoesNotListen()
{
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"rpm":1}}})");
    const DeltaReason reason = why({.online = true, .isSimulated = true, .canUseShadow = true});
    QVERIFY2(reason.text().contains("no delta of this was delivered"), qPrintable(reason.text()));
    QCOMPARE(reason.help, DeltaReason::Help::UseShadowWay);
}

void TestShadowModels::whyQuotesTheReasonOfTheDevice()
{
    m_engine->listen("wt-1", "$aws/things/wt-1/shadow/#");
    m_engine->update("app", "wt-1", R"({"state":{"desired":{"limit":99}}})");
    m_engine->update("wt-1", "wt-1", R"({"state":{"reported":{"limit":25,"ignored":{"limit":"25 is the most"}}}})");
    const DeltaReason reason = why({.online = true, .now = m_mirror->now()});
    QVERIFY2(reason.text().contains("The device says why: 25 is the most."), qPrintable(reason.text()));
    QVERIFY2(reason.text().contains("has reported since (v2), but not this"), qPrintable(reason.text()));
    QCOMPARE(reason.help, DeltaReason::Help::RemoveDesired);
}

void TestShadowModels::commandsOfTheCliAreQuoted()
{
    QCOMPARE(cliGet({"wt-1", "config"}),
             QStringLiteral("aws iot-data get-thing-shadow --thing-name 'wt-1' --shadow-name 'config' /dev/stdout"));
    const QString update = cliUpdate({"wt-1", {}}, "{\"name\":\"it's\"}");
    QVERIFY2(update.contains(QStringLiteral("--payload '{\"name\":\"it'\\''s\"}'")), qPrintable(update));
}

void TestShadowModels::documentsThatWereNotSeenAreAskedFor()
{
    const shadow::Requester somebody{.who = "before"};
    m_engine->service().publish("$aws/things/sprinkler-456/shadow/update",
                                asBytes(std::string_view(R"({"state":{"desired":{"water":"on"}}})")), somebody, {});
    m_engine->service().takeMessages();
    EngineMirror late(*m_engine, m_engine->clock());
    late.feed().drainNow(); // what was recorded before is not this window's
    auto& desk = late.model<ShadowDesk>();
    desk.lookAround();
    QTRY_VERIFY(late.model<ShadowBook>().classic("sprinkler-456"));
    const ShadowRecord& shown = *late.model<ShadowBook>().classic("sprinkler-456");
    QVERIFY(shown.current());
    QCOMPARE(shown.differences().size(), std::size_t(1));
    QVERIFY(desk.things().contains("sprinkler-456"));
}

namespace {
const bool kRegistered = registerTest<TestShadowModels>();
} // namespace

} // namespace greensward::ui

#include "tst_shadow_models.moc"
