// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/models/payload_variables.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace greensward::ui {

class TestPayloadVariables final : public QObject
{
    Q_OBJECT

private slots:
    void variablesAreFilledIn();
    void randomStaysInItsRange();
    void uuidsDiffer();
    void whatIsNoVariableStays();
};

void TestPayloadVariables::variablesAreFilledIn()
{
    Random random(1);
    const VariableValues values{.n = 7,
                                .time = WallTime(std::chrono::milliseconds(1'511'347'200'123)),
                                .ramp = 12.5,
                                .topic = QStringLiteral("a/b"),
                                .payload = "on"};
    QCOMPARE(expanded(QStringLiteral("${n} ${timestamp} ${ramp} ${topic} ${payload}"), values, random),
             QStringLiteral("7 1511347200123 12.5 a/b on"));
    QVERIFY(expanded(QStringLiteral("${time}"), values, random).startsWith(QStringLiteral("2017-11-22T10:40:00")));
}

void TestPayloadVariables::randomStaysInItsRange()
{
    Random random(1);
    QSet<QString> seen;
    for (int round = 0; round < 300; ++round) {
        seen << expanded(QStringLiteral("${random:-1..2}"), {}, random);
        const QString precise = expanded(QStringLiteral("${random:0.50..0.75}"), {}, random);
        QVERIFY2(precise.size() == 4 && precise.toDouble() >= 0.5 && precise.toDouble() <= 0.75, qPrintable(precise));
    }
    QCOMPARE(seen, QSet<QString>({"-1", "0", "1", "2"})); // both ends belong to it
}

void TestPayloadVariables::uuidsDiffer()
{
    Random random(1);
    const QString one = expanded(QStringLiteral("${uuid}"), {}, random);
    static const QRegularExpression kForm(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    QVERIFY2(kForm.match(one).hasMatch(), qPrintable(one));
    QVERIFY(one != expanded(QStringLiteral("${uuid}"), {}, random));
}

void TestPayloadVariables::whatIsNoVariableStays()
{
    Random random(1);
    const QString text = QStringLiteral("{\"a\":\"${nn}\",\"b\":$5,\"c\":\"${random:9..1}\"}");
    QCOMPARE(expanded(text, {}, random), text);
    QVERIFY(variableProblem(text).contains(QStringLiteral("${nn}")));
    QVERIFY(variableProblem(QStringLiteral("${random:9..1}")).contains(QStringLiteral("the smaller first")));
    QVERIFY(variableProblem(QStringLiteral("{\"a\":${n}}")).isEmpty());
}

static const bool kRegistered = registerTest<TestPayloadVariables>();

} // namespace greensward::ui

#include "tst_payload_variables.moc"
