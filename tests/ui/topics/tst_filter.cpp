// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "test_registry.h"
#include "ui/models/filter.h"
#include "ui/models/filter_words.h"
#include "ui/models/json_field.h"

#include <QTest>

#include <boost/json.hpp>

namespace greensward::ui {

namespace {

FilterRow message(std::string_view from, std::string_view topic, std::string_view payload, std::uint8_t flags = 0)
{
    FilterRow row;
    row.topic = topic;
    row.from = from;
    row.payload = payload;
    row.size = static_cast<std::uint32_t>(payload.size());
    row.kind = trace::Kind::MessagePublished;
    row.flags = flags;
    row.hasMessage = true;
    return row;
}

} // namespace

class TestFilter final : public QObject
{
    Q_OBJECT

private slots:
    void oneTermAgainstOneMessage_data();
    void oneTermAgainstOneMessage();
    void statesOfRows_data();
    void statesOfRows();
    void problemsNameTheirPart_data();
    void problemsNameTheirPart();
    void longAndManyTermsAreRefused();
    void termsOfCellsFindTheirRow_data();
    void termsOfCellsFindTheirRow();
    void negationIsTheComplement();
    void atNamesTheBroker_data();
    void atNamesTheBroker();
    void namesJudgedApartGiveTheSame();
    void fieldsAreFoundAsTheParserFindsThem();
    void brokenJsonIsNoMatchAndNoHarm();
    void aCostlyPatternGivesUp();
};

// Below the class: moc stumbles over it.
constexpr std::string_view kPayload =
    R"({"rpm": 1480, "state":"RUN \"hot\"", "on":true, "note":null, "gear":{"heat":81.5,"a.b":2},)"
    R"( "cells":[{"volt":3.9},{"volt":4.1}], "wind speed":-12.5e0, "dotted.key":7, "\u0072aw":1})";

void TestFilter::oneTermAgainstOneMessage_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("kept");
    const auto row = [](const char* text, bool kept) { QTest::newRow(text) << QString::fromUtf8(text) << kept; };
    row("", true);
    row("turbines/+/telemetry", true);
    row("turbines/#", true);
    row("topic:turbines/wt-1/telemetry", true);
    row("topic:TURBINES/#", false);
    row("-turbines/#", false);
    row("from:WT-1", true);
    row("-from:wt-1", false);
    row("from:\"wt 1\"", false);
    row("qos:1", true);
    row("qos:0", false);
    row("bytes>10", true);
    row("bytes<=10", false);
    row("hot", true);
    row("\"RUN \\\\\\\"hot\\\\\\\"\"", true); // as it stands in the payload, escapes and all
    row("payload:telemetry", false);
    row("payload:gear", true);
    row("rpm>1479.5", true);
    row("rpm>=1480", true);
    row("rpm>1480", false);
    row("rpm=1480", true);
    row("rpm!=1480", false);
    row("rpm=\"1480\"", false);
    row("rpm!=fast", true);
    row("-rpm>1500", true);
    row("speed>0", false);
    row("-speed>0", true);
    row("speed!=0", false);
    row("state=\"run \\\"hot\\\"\"", true);
    row("state>q", true);
    row("on=true", true);
    row("on!=true", false);
    row("on=1", false);
    row("note=null", true);
    row("gear.heat>80", true);
    row("gear.heat>82", false);
    row("gear.a.b=2", true);
    row("gear=1", false);
    row("cells[1].volt=4.1", true);
    row("cells[0].volt=4.1", false);
    row("cells[7].volt=4.1", false);
    row("\"wind speed\"<-12", true);
    row("dotted.key=7", true);
    row("raw=1", true);
    row("re:\"rpm\\\": 14[0-9]{2}\"", true);
    row("re:^turbines/.*y$", true);
    row("re:^nowhere$", false);
    row("turbines/# qos:1 rpm>1000 -cold", true);
    row("turbines/# qos:1 rpm>1000 cold", false);
}

void TestFilter::oneTermAgainstOneMessage()
{
    QFETCH(QString, text);
    QFETCH(bool, kept);
    const Filter filter = Filter::parse(text);
    QCOMPARE(filter.problem(), QString());
    QCOMPARE(filter.matches(message("wt-1", "turbines/wt-1/telemetry", kPayload, 1)), kept);
}

void TestFilter::statesOfRows_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("flags");
    QTest::addColumn<QString>("topic");
    using trace::Kind;
    const auto row = [](const char* state, Kind kind, int flags = 0, const char* topic = "t") {
        QTest::newRow(state) << QString::fromLatin1(state) << static_cast<int>(kind) << flags
                             << QString::fromLatin1(topic);
    };
    row("retained", Kind::MessagePublished, trace::kRetain);
    row("dup", Kind::MessagePublished, trace::kDuplicate);
    row("shadow", Kind::MessagePublished, 0, "$aws/things/wt-1/shadow/update");
    row("message", Kind::MessagePublished);
    row("will", Kind::WillPublished);
    row("event", Kind::ClientConnected);
    row("refused", Kind::MessageRefused);
}

void TestFilter::statesOfRows()
{
    QFETCH(QString, state);
    QFETCH(int, kind);
    QFETCH(int, flags);
    QFETCH(QString, topic);
    const std::string name = topic.toStdString();
    FilterRow row = message("a", name, "", static_cast<std::uint8_t>(flags));
    row.kind = static_cast<trace::Kind>(kind);
    row.hasMessage = row.kind == trace::Kind::MessagePublished;
    QVERIFY(Filter::parse(QStringLiteral("is:") + state).matches(row));
    QVERIFY(!Filter::parse(QStringLiteral("-is:") + state).matches(row));
    FilterRow other = message("a", "t", "");
    if (state == QLatin1String("message"))
        other.hasMessage = false;
    QVERIFY(!Filter::parse(QStringLiteral("is:") + state).matches(other));
}

void TestFilter::problemsNameTheirPart_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("blamed");
    const auto row = [](const char* text, const char* blamed) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(blamed);
    };
    row("hot turbines/#/x", "turbines/#/x");
    row("turbines/wt+ hot", "turbines/wt+");
    row("form:ev-gen", "form:ev-gen");
    row("a is:retainde b", "is:retainde");
    row("qos:3", "qos:3");
    row("from:", "from:");
    row("at:", "at:");
    row("rpm>", "rpm>");
    row("on>true", "on>true");
    row("bytes>much", "bytes>much");
    row("re:(", "re:(");
    row("x \"open", "\"open");
    row("\"a\"b c", "b");
}

void TestFilter::problemsNameTheirPart()
{
    QFETCH(QString, text);
    QFETCH(QString, blamed);
    const Filter filter = Filter::parse(text);
    QVERIFY(!filter.problem().isEmpty());
    QCOMPARE(text.mid(filter.problemStart(), filter.problemLength()), blamed);
}

void TestFilter::longAndManyTermsAreRefused()
{
    QVERIFY(!Filter::parse(QString(Filter::kMostCharacters + 1, QLatin1Char('x'))).problem().isEmpty());
    QVERIFY(Filter::parse(QString(Filter::kMostCharacters, QLatin1Char('x'))).problem().isEmpty());
    QVERIFY(Filter::parse(QStringLiteral("a ").repeated(Filter::kMostTerms)).problem().isEmpty());
    QVERIFY(!Filter::parse(QStringLiteral("a ").repeated(Filter::kMostTerms + 1)).problem().isEmpty());
    // All 32 bits at work.
    const Filter all = Filter::parse(QStringLiteral("a ").repeated(Filter::kMostTerms));
    QVERIFY(all.matches(message("x", "t", "banana")));
    QVERIFY(!all.matches(message("x", "t", "kiwi")));
}

void TestFilter::termsOfCellsFindTheirRow_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"plain", "two words", "with\"quote", "\"quoted\"", "back\\slash \"x\"", "-minus", "a:b",
                             "a/b", "c+", "x>1", "is:retained", "ü Ü"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void TestFilter::termsOfCellsFindTheirRow()
{
    QFETCH(QString, name);
    const std::string text = name.toStdString();
    for (const QString& term : {senderTerm(name), textTerm(name)}) {
        const Filter filter = Filter::parse(term);
        QVERIFY2(filter.problem().isEmpty(), qPrintable(term + QStringLiteral(": ") + filter.problem()));
        QCOMPARE(filter.terms(), QStringList{term});
        QVERIFY2(filter.matches(message(text, "t", "")), qPrintable(term));
        QVERIFY2(!filter.matches(message("other", "t", "")), qPrintable(term));
        QVERIFY(!Filter::parse(oppositeTerm(term)).matches(message(text, "t", "")));
        QCOMPARE(oppositeTerm(oppositeTerm(term)), term);
    }
    QVERIFY(Filter::parse(topicTerm(QStringLiteral("a b/c"))).matches(message("x", "a b/c", "")));
    QVERIFY(Filter::parse(topicTerm(QStringLiteral("a b"), true)).matches(message("x", "a b/c", "")));
}

/// Over random rows and terms: "-term" keeps exactly what "term" hides, and two terms keep what both keep.
void TestFilter::atNamesTheBroker_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("origin");
    QTest::addColumn<bool>("kept");
    const auto row = [](const char* text, const char* origin, bool kept) {
        QTest::addRow("%s of %s", text, origin) << QString::fromUtf8(text) << QString::fromUtf8(origin) << kept;
    };
    row("at:factory", "factory", true);
    row("at:Factory", "factory", true);
    row("at:fact", "factory", false);
    row("at:factory", "", false);
    row("at:here", "", true);
    row("at:here", "factory", false);
    row("-at:here", "factory", true);
    row("-at:factory", "", true);
    row("at:\"my plant\"", "my plant", true);
    row("at:factory turbines/#", "factory", true);
    row("at:factory lawns/#", "factory", false);
}

void TestFilter::atNamesTheBroker()
{
    QFETCH(QString, text);
    QFETCH(QString, origin);
    QFETCH(bool, kept);
    const Filter filter = Filter::parse(text);
    QCOMPARE(filter.problem(), QString());
    FilterRow row = message("wt-1", "turbines/wt-1", "1");
    const std::string name = origin.toStdString();
    row.origin = name;
    QCOMPARE(filter.matches(row), kept);
    QCOMPARE(Filter::parse(originTerm(origin)).matches(row), true);
}

void TestFilter::negationIsTheComplement()
{
    const std::vector<std::string> topics{"a", "a/b", "a/c/d", "$aws/things/x/shadow/update", "b"};
    const std::vector<std::string> senders{"ev-gen", "sprinkler", "console", ""};
    const std::vector<std::string> payloads{"", "{}", R"({"n":1})", R"({"n":2,"s":"a"})", R"({"s":"ev"})", "{\"n\":"};
    const QStringList terms{QStringLiteral("a/#"),      QStringLiteral("+/b"),   QStringLiteral("ev"),
                            QStringLiteral("from:con"), QStringLiteral("qos:1"), QStringLiteral("n>1"),
                            QStringLiteral("s=a"),      QStringLiteral("n!=1"),  QStringLiteral("is:retained"),
                            QStringLiteral("bytes>4"),  QStringLiteral("re:^a"), QStringLiteral("is:shadow")};
    Random random(11);
    for (int round = 0; round < 4000; ++round) {
        const auto pick = [&](const auto& list) { return list[random.below((list.size()))]; };
        const std::string topic = pick(topics);
        const std::string sender = pick(senders);
        const std::string payload = pick(payloads);
        const FilterRow row = message(sender, topic, payload, static_cast<std::uint8_t>(random.below(16) & 0x0F));
        const QString one = pick(terms);
        const QString other = pick(terms);
        const bool first = Filter::parse(one).matches(row);
        const bool second = Filter::parse(other).matches(row);
        QCOMPARE(Filter::parse(oppositeTerm(one)).matches(row), !first);
        QCOMPARE(Filter::parse(one + QLatin1Char(' ') + other).matches(row), first && second);
        QCOMPARE(Filter::parse(oppositeTerm(one) + QLatin1Char(' ') + other).matches(row), !first && second);
    }
}

void TestFilter::namesJudgedApartGiveTheSame()
{
    const Filter filter = Filter::parse(QStringLiteral("turbines/# -from:console rpm>1000 hot"));
    const FilterRow row = message("wt-1", "turbines/wt-1/telemetry", kPayload);
    const auto names = filter.topicVerdict(row.topic) | filter.senderVerdict(row.from);
    QVERIFY(filter.matches(row, names));
    QVERIFY(!filter.matches(row, filter.topicVerdict("macdonald/x") | filter.senderVerdict(row.from)));
    QVERIFY(!filter.matches(row, filter.topicVerdict(row.topic) | filter.senderVerdict("console")));
}

/// The scanner and the JSON library agree on every top-level number of random documents.
void TestFilter::fieldsAreFoundAsTheParserFindsThem()
{
    namespace json = boost::json;
    Random random(3);
    for (int round = 0; round < 500; ++round) {
        json::object document;
        for (std::uint64_t field = 0; field < 1 + random.below(8); ++field) {
            const std::string key = "k" + std::to_string(field);
            switch (random.below(5)) {
            case 0:
                document[key] = static_cast<double>(random.below(100'000)) / 7;
                break;
            case 1:
                document[key] = "tricky \"}],{\\";
                break;
            case 2:
                document[key] = json::array{1, json::object{{"k1", "]"}}, "x"};
                break;
            case 3:
                document[key] = json::object{{"inner", field}, {"k2", json::array{}}};
                break;
            default:
                document[key] = nullptr;
            }
        }
        const std::string text = json::serialize(document);
        for (const auto& field : document) {
            const auto found = findJsonField(text, field.key());
            const double* number = field.value().if_double();
            QCOMPARE(found && std::holds_alternative<double>(*found), number != nullptr);
            if (number)
                QCOMPARE(std::get<double>(*found), *number);
            if (field.value().is_object())
                QVERIFY(findJsonField(text, std::string(field.key()) + ".inner"));
        }
        QVERIFY(!findJsonField(text, "k99"));
        // Cut anywhere, it answers without reading beyond the end.
        const std::string cut = text.substr(0, random.below((text.size())));
        for (const char* path : {"k0", "k3.inner", "k2[1].k1", "k7"})
            (void)findJsonField(cut, path);
    }
}

void TestFilter::brokenJsonIsNoMatchAndNoHarm()
{
    const Filter filter = Filter::parse(QStringLiteral("rpm>0"));
    for (const char* payload : {"", "rpm", "{", "{\"rpm\"", "{\"rpm\":", "{\"rpm\":}", "{\"rpm\":inf}", "[1]",
                                "\"rpm\"", "{\"rpm\":\"\\", "{\"a\":{{{{", "{\"rpm\" 5}"})
        QVERIFY2(!filter.matches(message("a", "t", payload)), payload);
    QVERIFY(!filter.matches(message("a", "t", "{\"x\":" + std::string(100'000, '[') + "\"rpm\"")));
    QVERIFY(filter.matches(message("a", "t", "{\"x\":[[1]],\"rpm\":1,")));
}

void TestFilter::aCostlyPatternGivesUp()
{
    const Filter filter = Filter::parse(QStringLiteral("re:(a+)+(a+)+$"));
    QVERIFY(filter.problem().isEmpty());
    const std::string payload(5'000, 'a');
    QElapsedTimer watch;
    watch.start();
    for (int row = 0; row < 20; ++row)
        (void)filter.matches(message("x", "t", payload + "!"));
    QVERIFY2(watch.elapsed() < 2'000, qPrintable(QString::number(watch.elapsed())));
}

static const bool kRegistered = registerTest<TestFilter>();

} // namespace greensward::ui

#include "tst_filter.moc"
