// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/models/device_creation.h"
#include "ui/security/fact_model.h"
#include "ui/security/identity_acts.h"
#include "ui/models/iot_calls.h"
#include "ui/security/policy_text.h"
#include "ui/security/words.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTest>

namespace greensward::ui {

/// What the security pages know without a window.
class TestPolicyText final : public QObject
{
    Q_OBJECT

private slots:
    void findsAStatement();
    void marksWhatIsWrongAtItsPlace_data();
    void marksWhatIsWrongAtItsPlace();
    void addsAStatement();
    void tellsWhatChangedBetweenTwoTexts();
    void quotesForTheShell();
    void aThingComesBackWithTypeAndAttributes();
    void oneDevicesPolicyIsAPolicy();
    void saysHowLongACertificateIsValid();
    void factsKeepTheirPlace();
};

void TestPolicyText::findsAStatement()
{
    const QString text =
        QStringLiteral("{ \"Version\": \"2012-10-17\",\n  \"Statement\": [ {\"Sid\": \"]}\"},\n {\"Sid\": \"b\"} ] }");
    const auto range = statementRange(text, 1);
    QVERIFY(range);
    QCOMPARE(text.mid(range->begin, range->length), QStringLiteral("{\"Sid\": \"b\"}"));
    QVERIFY(!statementRange(text, 2));
    const QString alone = QStringLiteral("{\"Statement\": {\"Sid\": \"a\"}}");
    QCOMPARE(alone.mid(statementRange(alone, 0)->begin, 3), QStringLiteral("{\"S"));
}

void TestPolicyText::marksWhatIsWrongAtItsPlace_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked");
    const auto statement = [](const char* inside) {
        return QStringLiteral("{\"Version\": \"2012-10-17\",\n\"Statement\": [{%1}]}").arg(QLatin1String(inside));
    };
    QTest::newRow("effect") << statement("\"Effect\": \"Maybe\", \"Action\": \"iot:Connect\", \"Resource\": \"*\"")
                            << "\"Maybe\"";
    QTest::newRow("action") << statement("\"Effect\": \"Allow\", \"Action\": \"Connect\", \"Resource\": \"*\"")
                            << "\"Connect\"";
    QTest::newRow("second action") << statement("\"Effect\": \"Allow\", \"Action\": [\"iot:Connect\", \"Publish\"], "
                                                "\"Resource\": \"*\"")
                                   << "\"Publish\"";
    QTest::newRow("resource") << statement(
                                     "\"Effect\": \"Allow\", \"Action\": \"iot:Connect\", \"Resource\": \"client/a\"")
                              << "\"client/a\"";
    QTest::newRow("third resource")
        << statement("\"Effect\": \"Allow\", \"Action\": \"iot:Connect\", \"Resource\": [\"*\", \"arn:aws:a\", \"a, b\"]")
        << "\"a, b\"";
    QTest::newRow("resource that is no text")
        << statement("\"Effect\": \"Allow\", \"Action\": \"iot:Connect\", \"Resource\": [\"*\", 7]") << "7";
    QTest::newRow("principal") << statement("\"Effect\": \"Allow\", \"Action\": \"iot:Connect\", \"Resource\": \"*\", "
                                            "\"Principal\": {\"AWS\": \"*\"}")
                               << "{\"AWS\": \"*\"}";
    QTest::newRow("value of a condition")
        << statement("\"Effect\": \"Allow\", \"Action\": \"iot:Connect\", \"Resource\": \"*\", \"Condition\": {\"Bool\": "
                     "{\"iot:Connection.Thing.IsAttached\": [\"true\", \"maybe\"]}}")
        << "\"maybe\"";
    QTest::newRow("unknown") << statement("\"Effect\": \"Allow\", \"Acton\": \"iot:Connect\", \"Resource\": \"*\"")
                             << "\"Acton\"";
    QTest::newRow("missing") << statement("\"Effect\": \"Allow\", \"Resource\": \"*\"")
                             << "{\"Effect\": \"Allow\", \"Resource\": \"*\"}";
    QTest::newRow("version") << "{\"Version\": \"2020\", \"Statement\": []}"
                             << "\"2020\"";
    QTest::newRow("operator")
        << statement(
               "\"Effect\": \"Allow\", \"Action\": \"iot:Connect\", \"Resource\": \"*\", \"Condition\": {\"Sounds\": "
               "{\"a\": \"b\"}}")
        << "\"Sounds\"";
    QTest::newRow("json") << "{\"Version\": \"2012-10-17\"\n\"Statement\": []}"
                          << "\"";
}

void TestPolicyText::marksWhatIsWrongAtItsPlace()
{
    QFETCH(QString, text);
    QFETCH(QString, marked);
    const PolicyProblem problem = policyProblem(text);
    QVERIFY2(!problem.sentence.isEmpty(), "nothing was found wrong");
    QCOMPARE(text.mid(problem.place.begin, problem.place.length), marked);
    QVERIFY2(problem.sentence.contains(QStringLiteral("ine %1, column").arg(problem.line)),
             qPrintable(problem.sentence));
}

void TestPolicyText::addsAStatement()
{
    const std::string added =
        "{\"Effect\":\"Allow\",\"Action\":\"iot:Publish\",\"Resource\":\"arn:aws:iot:us-east-1:1:topic/a\"}";
    const auto alone = withStatement({}, added);
    QVERIFY(alone && policyProblem(*alone).sentence.isEmpty());
    const auto list = withStatement("{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iot:"
                                    "Connect\",\"Resource\":\"*\"}}",
                                    added);
    QVERIFY(list);
    QVERIFY2(policyProblem(*list).sentence.isEmpty(), qPrintable(policyProblem(*list).sentence));
    QVERIFY(list->contains(QStringLiteral("iot:Connect")) && statementRange(*list, 1));
    QVERIFY(!withStatement("no policy", added));
}

void TestPolicyText::tellsWhatChangedBetweenTwoTexts()
{
    using Change = TextLine::Change;
    const QList<TextLine> lines = lineDifference(QStringLiteral("a\nb\nc"), QStringLiteral("a\nx\ny\nc"));
    QCOMPARE(lines, (QList<TextLine>{{Change::Same, "a"},
                                     {Change::Removed, "b"},
                                     {Change::Added, "x"},
                                     {Change::Added, "y"},
                                     {Change::Same, "c"}}));
    QCOMPARE(lineDifference(QStringLiteral("a\na"), QStringLiteral("a\na\na")).size(), 3);
}

void TestPolicyText::quotesForTheShell()
{
    QCOMPARE(shellWord(QStringLiteral("turbine-1")), QStringLiteral("turbine-1"));
    QCOMPARE(shellWord(QStringLiteral("it's {x}")), QStringLiteral("'it'\\''s {x}'"));
    QCOMPARE(shellWord(QString()), QStringLiteral("''"));
    const IotCall call = iot::attachPolicy("open", "arn:aws:iot:us-east-1:123456789012:cert/4f");
    QCOMPARE(call.cli, QStringLiteral("aws iot attach-policy --policy-name open --target "
                                      "arn:aws:iot:us-east-1:123456789012:cert/4f"));
}

void TestPolicyText::aThingComesBackWithTypeAndAttributes()
{
    const ThingEntry thing{.name = "pump-1", .arn = {}, .type = "pump", .attributes = {{"hall", "3"}}};
    const auto acts = actsOf(thing, false);
    QVERIFY(!acts.empty() && acts.front().act.inverse);
    const IotCall& back = *acts.front().act.inverse;
    QCOMPARE(QString::fromStdString(back.call.body),
             QStringLiteral("{\"thingTypeName\":\"pump\",\"attributePayload\":{\"attributes\":{\"hall\":\"3\"}}}"));
    QCOMPARE(back.cli, QStringLiteral("aws iot create-thing --thing-name pump-1 --thing-type-name pump --attribute-payload "
                                      "'{\"attributes\":{\"hall\":\"3\"}}'"));
    QVERIFY(iot::createThing("pump-1").call.body.empty());
}

void TestPolicyText::oneDevicesPolicyIsAPolicy()
{
    const QString text = QString::fromStdString(policyForOne("arn:aws:iot:us-east-1:123456789012:thing/x", "pump-1"));
    QVERIFY2(policyProblem(text).sentence.isEmpty(), qPrintable(policyProblem(text).sentence));
    QVERIFY(text.contains(QStringLiteral("arn:aws:iot:us-east-1:123456789012:client/pump-1")));
}

void TestPolicyText::saysHowLongACertificateIsValid()
{
    using std::chrono::hours;
    const WallTime now{std::chrono::seconds{1'700'000'000}};
    CertificateFacts facts{.notBefore = now - hours(24), .notAfter = now + hours(24 * 10 + 1)};
    QVERIFY(validityText(facts, now).contains(QStringLiteral("10 days left")));
    QCOMPARE(validityInk(facts, now), Role::Attention);
    facts.notAfter = now - hours(1);
    QVERIFY(validityText(facts, now).startsWith(QStringLiteral("expired")));
    QCOMPARE(validityInk(facts, now), Role::Lost);
    facts.notBefore = now + hours(1);
    QVERIFY(validityText(facts, now).startsWith(QStringLiteral("not valid before")));
}

/// Any list into any other: whoever points at a row that stays still points at it.
void TestPolicyText::factsKeepTheirPlace()
{
    FactModel model({QStringLiteral("Name"), QStringLiteral("State")});
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(5);
    for (int round = 0; round < 200; ++round) {
        std::vector<FactModel::Row> rows;
        for (int key = 0; key < 12; ++key)
            if (random.bounded(2))
                rows.push_back(
                    {.key = QString::number(key), .cells = {QString::number(key), QString::number(random.bounded(3))}});
        if (round % 10 == 9)
            std::reverse(rows.begin(), rows.end());
        const QPersistentModelIndex kept = model.index(0, 0);
        const QString key = kept.data(FactModel::KeyRole).toString();
        model.setRows(rows);
        QCOMPARE(model.rowCount(), static_cast<int>(rows.size()));
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY(model.row(row) == rows[static_cast<std::size_t>(row)]);
        if (kept.isValid())
            QCOMPARE(kept.data(FactModel::KeyRole).toString(), key);
    }
}

[[maybe_unused]] const bool kRegistered = registerTest<TestPolicyText>();

} // namespace greensward::ui

#include "tst_policy_text.moc"
