// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/models/class_report.h"

#include <QTest>

namespace greensward::ui {

/// The message between a console and its class.
class TestClassReport final : public QObject
{
    Q_OBJECT

private slots:
    void whatIsSaidIsHeard();
    void aGoodbyeSaysNothingElse();
    void whatIsNoReportIsNotTaken_data();
    void whatIsNoReportIsNotTaken();
    void namesBecomeTopics_data();
    void namesBecomeTopics();
};

void TestClassReport::whatIsSaidIsHeard()
{
    const ClassReport report{.name = QStringLiteral("Zoë 王"),
                             .lab = 5,
                             .step = 3,
                             .of = 7,
                             .done = 2,
                             .since = 1'500'000'000,
                             .at = 1'500'000'130,
                             .doctor = {QStringLiteral("D06"), QStringLiteral("D17")}};
    const std::string topic = classTopic(report.name);
    QCOMPARE(topic, std::string("greensward/class/Zoë 王/progress"));
    const auto heard = classReport(topic, toJson(report));
    QVERIFY(heard);
    QVERIFY(*heard == report);
    QVERIFY(toJson(report).size() < ClassReport::kLargest / 2);
}

void TestClassReport::aGoodbyeSaysNothingElse()
{
    ClassReport report{.name = QStringLiteral("Ann"), .lab = 5, .step = 3, .of = 7, .at = 9};
    report.goodbye = true;
    QCOMPARE(toJson(report), std::string(R"({"name":"Ann","at":9,"goodbye":true})"));
    const auto heard = classReport(classTopic(report.name), toJson(report));
    QVERIFY(heard && heard->goodbye && heard->lab == 0);
}

void TestClassReport::whatIsNoReportIsNotTaken_data()
{
    QTest::addColumn<QByteArray>("payload");
    const auto with = [](const char* before, const char* after) {
        QByteArray json = R"({"name":"Ann","lab":5,"step":3,"of":7,"done":2,"since":100,"at":130,"doctor":["D06"]})";
        Q_ASSERT(json.contains(before));
        return json.replace(before, after);
    };
    QTest::newRow("good") << with("Ann", "Ann");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("Ann is at step 3");
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("cut off") << with("}", "");
    QTest::newRow("no name") << with("\"name\":\"Ann\",", "");
    QTest::newRow("somebody else's name") << with("Ann", "Bob");
    QTest::newRow("a step beyond the last") << with("\"step\":3", "\"step\":8");
    QTest::newRow("a negative lab") << with("\"lab\":5", "\"lab\":-5");
    QTest::newRow("a lab in words") << with("\"lab\":5", "\"lab\":\"five\"");
    QTest::newRow("a huge number") << with("\"of\":7", "\"of\":99999999999999999999");
    QTest::newRow("begun after it is said") << with("\"since\":100", "\"since\":131");
    QTest::newRow("no such code") << with("D06", "<b>");
    QTest::newRow("codes without end") << with("\"D06\"", QByteArray("\"D06\",").repeated(40).append("\"D06\""));
    QTest::newRow("too large") << with("}", QByteArray(",\"more\":\"" + QByteArray(2000, 'x') + "\"}"));
}

void TestClassReport::whatIsNoReportIsNotTaken()
{
    QFETCH(QByteArray, payload);
    const bool isGood = qstrcmp(QTest::currentDataTag(), "good") == 0;
    QCOMPARE(classReport("greensward/class/Ann/progress", payload.toStdString()).has_value(), isGood);
}

void TestClassReport::namesBecomeTopics_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("why");
    QTest::newRow("plain") << QStringLiteral("Ann B.") << QString();
    QTest::newRow("markup is text") << QStringLiteral("<b>Ann") << QString();
    QTest::newRow("a script that joins") << QStringLiteral("می‌خواهم") << QString();
    QTest::newRow("none") << QString() << QStringLiteral("needed");
    QTest::newRow("spaces") << QStringLiteral("  ") << QStringLiteral("needed");
    QTest::newRow("a space in front") << QStringLiteral(" Ann") << QStringLiteral("space");
    QTest::newRow("long") << QString(41, QLatin1Char('a')) << QStringLiteral("at most 40");
    QTest::newRow("two levels") << QStringLiteral("a/b") << QStringLiteral("“/”");
    QTest::newRow("wildcard") << QStringLiteral("#") << QStringLiteral("“#”");
    QTest::newRow("turned around") << QStringLiteral("a\u202Eb") << QStringLiteral("cannot be seen");
    QTest::newRow("line") << QStringLiteral("a\nb") << QStringLiteral("cannot be seen");
}

void TestClassReport::namesBecomeTopics()
{
    QFETCH(QString, name);
    QFETCH(QString, why);
    const QString said = flawOfClassName(name);
    QVERIFY2(why.isEmpty() ? said.isEmpty() : said.contains(why), qPrintable(said));
    QCOMPARE(classReport(classTopic(name), toJson({.name = name, .at = 1})).has_value(), why.isEmpty());
}

static const bool kRegistered = registerTest<TestClassReport>();

} // namespace greensward::ui

#include "tst_class_report.moc"
