// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/models/number_text.h"
#include "ui/models/payload_difference.h"
#include "ui/models/payload_model.h"
#include "ui/models/payload_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace greensward::ui {

class TestPayload final : public QObject
{
    Q_OBJECT

private slots:
    void jsonIsATree();
    void whatIsNoJsonHasNoTree_data();
    void whatIsNoJsonHasNoTree();
    void sameShapeKeepsTheRows();
    void differenceIsStructural_data();
    void differenceIsStructural();
    void differenceOfNumbersHasAStep();
    void differenceModelIsAModel();
    void rawTextKeepsWhatWasSent();
    void oneLineJoinsAndCuts();
    void hexHasOffsetsAndAscii();
    void numbersAreReadable();
};

void TestPayload::jsonIsATree()
{
    PayloadModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(model.setPayload(R"({"timestamp":1511347200123,"state":{"rpm":1480.50,"brake":false},"list":[1,null]})"));
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.isNested());
    const auto cell = [&](const QModelIndex& index, int column) {
        return index.siblingAtColumn(column).data().toString();
    };
    QCOMPARE(cell(model.index(0, 0), PayloadModel::Value), QStringLiteral("1511347200123"));
    const QModelIndex state = model.index(1, 0);
    QCOMPARE(cell(state, PayloadModel::Field), QStringLiteral("state"));
    QCOMPARE(cell(model.index(0, 0, state), PayloadModel::Value), QStringLiteral("1480.5"));
    QCOMPARE(cell(model.index(1, 0, state), PayloadModel::Value), QStringLiteral("false"));
    const QModelIndex list = model.index(2, 0);
    QCOMPARE(cell(model.index(1, 0, list), PayloadModel::Field), QStringLiteral("[1]"));
    QVERIFY(model.setPayload("42"));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(!model.isNested());
}

void TestPayload::whatIsNoJsonHasNoTree_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("cut") << QByteArray("{\"a\":");
    QTest::newRow("two values") << QByteArray("1 2");
    QTest::newRow("too deep") << QByteArray(100, '[') + QByteArray(100, ']');
    QTest::newRow("binary") << QByteArray("\x00\x01\xff", 3);
}

void TestPayload::whatIsNoJsonHasNoTree()
{
    QFETCH(QByteArray, payload);
    PayloadModel model;
    QVERIFY(model.setPayload("{\"a\":1}"));
    QVERIFY(!model.setPayload({payload.constData(), static_cast<std::size_t>(payload.size())}));
    QCOMPARE(model.rowCount(), 0);
}

void TestPayload::sameShapeKeepsTheRows()
{
    PayloadModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setPayload(R"({"a":1,"b":{"c":2}})");
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setPayload(R"({"a":1,"b":{"c":3}})");
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(model.index(0, PayloadModel::Value, model.index(1, 0)).data().toString(), QStringLiteral("3"));
    model.setPayload(R"({"a":1,"b":{"d":3}})");
    QCOMPARE(reset.count(), 1);
}

void TestPayload::differenceIsStructural_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QStringList>("changes");
    QTest::addColumn<int>("unchanged");
    QTest::newRow("order and blanks do not count")
        << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({ "b":2, "a":1 })") << QStringList{} << 2;
    QTest::newRow("changed") << QByteArray(R"({"s":{"rpm":1480,"on":true}})")
                             << QByteArray(R"({"s":{"rpm":1502,"on":true}})") << QStringList{"~ s.rpm 1480 1502"} << 1;
    QTest::newRow("type") << QByteArray(R"({"v":1})") << QByteArray(R"({"v":"1"})") << QStringList{"~ v 1 \"1\""} << 0;
    QTest::newRow("added and removed") << QByteArray(R"({"old":1,"k":0})") << QByteArray(R"({"new":[2],"k":0})")
                                       << QStringList{"+ new  [2]", "- old 1 "} << 1;
    QTest::newRow("array") << QByteArray("[1,2,3]") << QByteArray("[1,5]") << QStringList{"~ [1] 2 5", "- [2] 3 "} << 1;
    QTest::newRow("object to value") << QByteArray(R"({"a":{"b":1}})") << QByteArray(R"({"a":7})")
                                     << QStringList{"~ a {\"b\":1} 7"} << 0;
    QTest::newRow("whole payload") << QByteArray("1") << QByteArray("\"x\"") << QStringList{"~  1 \"x\""} << 0;
}

void TestPayload::differenceIsStructural()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QStringList, changes);
    QFETCH(int, unchanged);
    const PayloadDifference found = difference(before.toStdString(), after.toStdString());
    QVERIFY(found.comparable);
    QStringList lines;
    for (const auto& change : found.changes) {
        const char* sign = change.kind == PayloadChange::Kind::Added     ? "+"
                           : change.kind == PayloadChange::Kind::Removed ? "-"
                                                                         : "~";
        lines << QStringLiteral("%1 %2 %3 %4").arg(QLatin1String(sign), change.path, change.before, change.after);
    }
    QCOMPARE(lines, changes);
    QCOMPARE(found.unchanged, unchanged);
}

void TestPayload::differenceOfNumbersHasAStep()
{
    const PayloadDifference found = difference(R"({"rpm":1480,"name":"a"})", R"({"rpm":1502.5,"name":"b"})");
    QCOMPARE(found.changes.size(), std::size_t{2});
    QCOMPARE(found.changes[0].step, std::optional<double>(22.5));
    QVERIFY(!found.changes[1].step);
    QVERIFY(!difference("{}", "not json").comparable);
}

void TestPayload::differenceModelIsAModel()
{
    DifferenceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setChanges(difference(R"({"rpm":1480})", R"({"rpm":1502})").changes);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, DifferenceModel::Step).data().toString(), QStringLiteral("+22"));
    model.setChanges({});
    QCOMPARE(model.rowCount(), 0);
}

void TestPayload::rawTextKeepsWhatWasSent()
{
    const std::string sent = "{\"output-freq\":50.000,\"t\":{\"a\\\"{\":[1, 2]},\"e\":{ }}";
    const QString shown = QStringLiteral("{\n  \"output-freq\": 50.000,\n  \"t\": {\n    \"a\\\"{\": [\n"
                                         "      1,\n      2\n    ]\n  },\n  \"e\": {}\n}");
    QCOMPARE(readableText(sent), shown);
    QCOMPARE(readableText("plain\ttext"), QStringLiteral("plain\ttext"));
    QVERIFY(readableText(std::string_view("\x00\x01", 2)).isEmpty());
}

void TestPayload::oneLineJoinsAndCuts()
{
    QCOMPARE(oneLine("{\n  \"a\": 1\n}"), QStringLiteral("{ \"a\": 1 }"));
    QCOMPARE(oneLine("abcdefghij", 4), QStringLiteral("abcd…"));
    QCOMPARE(oneLine(std::string_view("\x00\xff", 2)), QStringLiteral("00 ff"));
    const std::string accents = "ééééééééééééééééééééééééééééé"; // cut between characters, never inside one
    QVERIFY(!oneLine(accents, 5).contains(QChar::ReplacementCharacter));
}

void TestPayload::hexHasOffsetsAndAscii()
{
    const QString text = hexText("0123456789abcdef\x01Z");
    const QStringList lines = text.split(QLatin1Char('\n'));
    QVERIFY(lines[0].startsWith(QStringLiteral("0000  30 31 32 33 34 35 36 37  38 39")));
    QVERIFY(lines[0].endsWith(QStringLiteral("0123456789abcdef")));
    QVERIFY(lines[1].startsWith(QStringLiteral("0010  01 5a")));
    QVERIFY(lines[1].endsWith(QStringLiteral(".Z")));
    QVERIFY(hexText(std::string(100, 'x'), 16, 32).contains(QStringLiteral("68")));
}

void TestPayload::numbersAreReadable()
{
    const QChar thin(0x2009);
    QCOMPARE(countText(48210), QStringLiteral("48") + thin + QStringLiteral("210"));
    QCOMPARE(countText(999), QStringLiteral("999"));
    QCOMPARE(countText(1'000'000), QStringLiteral("1") + thin + QStringLiteral("000") + thin + QStringLiteral("000"));
    QCOMPARE(valueText(1502.4), QStringLiteral("1") + thin + QStringLiteral("502"));
    QCOMPARE(valueText(0.9812), QStringLiteral("0.981"));
    QCOMPARE(valueText(-41.237), QChar(0x2212) + QStringLiteral("41.24"));
    QCOMPARE(byteText(212), QStringLiteral("212 B"));
    QCOMPARE(byteText(9'542'000), QStringLiteral("9.1 MiB"));
    QCOMPARE(ageText(std::chrono::milliseconds(400)), QStringLiteral("now"));
    QCOMPARE(ageText(std::chrono::seconds(130)), QStringLiteral("2 min"));
}

static const bool kRegistered = registerTest<TestPayload>();

} // namespace greensward::ui

#include "tst_payload.moc"
