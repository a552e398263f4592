// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/models/json_text.h"
#include "ui/models/number_text.h"
#include "ui/models/payload_difference.h"
#include "ui/models/payload_model.h"
#include "ui/models/payload_number.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

namespace greensward::ui {

/// What changed, what does not count, and where a payload is no JSON.
class TestPayloadDifference final : public QObject
{
    Q_OBJECT

private slots:
    void arraysAreAligned_data();
    void arraysAreAligned();
    void ignoredFieldsComeLastAndDoNotCount();
    void anotherTypeIsSaidInWords();
    void stepsAreExact_data();
    void stepsAreExact();
    void pathsCanBeUsedElsewhere();
    void valuesAreCopiedAsJson();
    void longArraysComeInPages();
    void aMebibyteIsShownAtOnce();
    void brokenJsonIsLocated_data();
    void brokenJsonIsLocated();
};

void TestPayloadDifference::arraysAreAligned_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("changes");
    QTest::newRow("one in front") << QByteArray("[2,3,4]") << QByteArray("[1,2,3,4]") << QStringList{"+ [0]"};
    QTest::newRow("one taken out") << QByteArray("[1,2,3,4]") << QByteArray("[1,3,4]") << QStringList{"- [1]"};
    QTest::newRow("same length is place by place")
        << QByteArray("[1,2,3]") << QByteArray("[2,3,4]") << QStringList({"~ [0]", "~ [1]", "~ [2]"});
    QTest::newRow("things by their id, in any order")
        << QByteArray(R"([{"id":"a","v":1},{"id":"b","v":2}])") << QByteArray(R"([{"id":"b","v":3},{"id":"a","v":1}])")
        << QStringList{"~ [0].v"};
    QTest::newRow("a thing came and one went")
        << QByteArray(R"({"x":[{"id":1,"v":1},{"id":2,"v":2}]})")
        << QByteArray(R"({"x":[{"id":2,"v":2},{"id":3,"v":3}]})") << QStringList({"+ x[1]", "- x[0]"});
    QTest::newRow("nested") << QByteArray(R"({"a":[[1,2],[3]]})") << QByteArray(R"({"a":[[1,2],[4],[3]]})")
                            << QStringList{"+ a[1]"};
}

void TestPayloadDifference::arraysAreAligned()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QStringList, changes);
    QStringList found;
    for (const auto& change : difference(before.toStdString(), after.toStdString()).changes)
        found << QLatin1String(change.kind == PayloadChange::Kind::Added     ? "+ "
                               : change.kind == PayloadChange::Kind::Removed ? "- "
                                                                             : "~ ") +
                     change.path;
    QCOMPARE(found, changes);
}

void TestPayloadDifference::ignoredFieldsComeLastAndDoNotCount()
{
    const auto found = difference(R"({"timestamp":1,"state":{"ts":1,"rpm":1480}})",
                                  R"({"timestamp":2,"state":{"ts":2,"rpm":1502}})", {"timestamp", "state.ts"});
    QCOMPARE(found.ignored, 2);
    QCOMPARE(found.changes.size(), std::size_t{3});
    QCOMPARE(found.changes[0].path, QStringLiteral("state.rpm"));
    QVERIFY(!found.changes[0].ignored && found.changes[1].ignored && found.changes[2].ignored);
    DifferenceModel model;
    model.setChanges(found.changes);
    QCOMPARE(model.index(1, DifferenceModel::Step).data().toString(), QStringLiteral("ignored"));
    // A bare name counts at any depth, a path in one place only.
    QVERIFY(isIgnored(QStringLiteral("a.b.ts"), {QStringLiteral("ts")}));
    QVERIFY(!isIgnored(QStringLiteral("b.ts"), {QStringLiteral("a.ts")}));
}

void TestPayloadDifference::anotherTypeIsSaidInWords()
{
    DifferenceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setChanges(difference(R"({"yaw":12})", R"({"yaw":"12"})").changes);
    QCOMPARE(model.index(0, DifferenceModel::Step).data().toString(), QStringLiteral("number → text"));
}

void TestPayloadDifference::stepsAreExact_data()
{
    QTest::addColumn<double>("step");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << 22.0 << QStringLiteral("+22");
    QTest::newRow("no dust") << 43.55 - 43.54 << QStringLiteral("+0.01");
    QTest::newRow("down") << -0.25 << QChar(0x2212) + QStringLiteral("0.25");
    QTest::newRow("thousands") << 1234567.0 << QStringLiteral("+1\u2009234\u2009567");
}

void TestPayloadDifference::stepsAreExact()
{
    QFETCH(double, step);
    QFETCH(QString, text);
    QCOMPARE(stepText(step), text);
}

void TestPayloadDifference::pathsCanBeUsedElsewhere()
{
    PayloadModel model;
    const QByteArray payload(R"({"rotor-freq":0.7,"gear":{"heat":[41,42.5]},"wind speed":9,"a.b":{"c":1}})");
    model.setPayload(payload.toStdString());
    for (const QString& path : {QStringLiteral("rotor-freq"), QStringLiteral("gear.heat[1]"),
                                QStringLiteral("[\"wind speed\"]"), QStringLiteral("[\"a.b\"].c")}) {
        const QModelIndex field = model.find(path);
        QVERIFY2(field.isValid(), qPrintable(path));
        QCOMPARE(field.data(PayloadModel::PathRole).toString(), path);
        QVERIFY2(payloadNumber(payload.toStdString(), path), qPrintable(path));
    }
    QCOMPARE(payloadNumbers(R"({"timestamp":1,"state":{"rpm":2,"on":true},"x":3})"),
             QStringList({"state.rpm", "x", "timestamp"}));
}

void TestPayloadDifference::valuesAreCopiedAsJson()
{
    PayloadModel model;
    model.setPayload(R"({"gear":{"he\"at":[41,null],"name":"a\nb"}})");
    QCOMPARE(model.index(0, 0).data(PayloadModel::JsonRole).toString(),
             QStringLiteral(R"({"he\"at":[41,null],"name":"a\nb"})"));
}

void TestPayloadDifference::longArraysComeInPages()
{
    PayloadModel model;
    // Without a model tester: Qt's own calls fetchMore() from within a reset and then takes that for a fault.
    std::string payload = "[0";
    for (int at = 1; at < 1200; ++at)
        payload += "," + std::to_string(at);
    QVERIFY(model.setPayload(payload + "]"));
    QCOMPARE(model.rowCount(), PayloadModel::kPage);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    model.fetchMore({});
    QCOMPARE(model.rowCount(), 1200);
    QVERIFY(!model.canFetchMore({}));
}

void TestPayloadDifference::aMebibyteIsShownAtOnce()
{
    std::string payload = "{\"list\":[0";
    while (payload.size() < (1U << 20U))
        payload += R"(,{"name":"sensor","value":12.5,"unit":"m/s"})";
    payload += "]}";
    PayloadModel model;
    QElapsedTimer watch;
    watch.start();
    QVERIFY(model.setPayload(payload));
    qInfo("1 MiB as a tree in %lld ms", watch.elapsed());
    QVERIFY(watch.elapsed() < 1000); // a guard against growth with the square, not a measurement
}

void TestPayloadDifference::brokenJsonIsLocated_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("reason");
    QTest::newRow("fine") << QStringLiteral(R"({"a": [1, 2.5e3, null]} )") << 0 << 0 << QString();
    QTest::newRow("mere value") << QStringLiteral("42") << 0 << 0 << QString();
    QTest::newRow("open") << QStringLiteral("{\"a\":1") << 1 << 7 << QStringLiteral("still open");
    QTest::newRow("empty") << QString() << 1 << 1 << QStringLiteral("too early");
    QTest::newRow("comma at the end") << QStringLiteral("{\"a\":1,\n}") << 2 << 1 << QStringLiteral("last comma");
    QTest::newRow("no comma") << QStringLiteral("{\"a\":1\n \"b\":2}") << 2 << 2 << QStringLiteral("missing");
    QTest::newRow("single quotes") << QStringLiteral("{'a':1}") << 1 << 2 << QStringLiteral("double quotes");
    QTest::newRow("more follows") << QStringLiteral("{} {}") << 1 << 4 << QStringLiteral("follows");
}

void TestPayloadDifference::brokenJsonIsLocated()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(int, column);
    QFETCH(QString, reason);
    const JsonProblem problem = jsonProblem(text);
    QCOMPARE(problem.line, line);
    QCOMPARE(problem.column, column);
    QVERIFY2(problem.sentence.contains(reason), qPrintable(problem.sentence));
}

static const bool kRegistered = registerTest<TestPayloadDifference>();

} // namespace greensward::ui

#include "tst_payload_difference.moc"
