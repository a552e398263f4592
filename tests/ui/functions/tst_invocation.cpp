// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/functions/invocation.h"

#include <QTest>

namespace greensward::ui {

/// What log and error of a call say, read as AWS and as the built-in cloud write them.
class TestInvocation final : public QObject
{
    Q_OBJECT

private slots:
    void aColdCallTellsItsStart();
    void aWarmCallHasNone();
    void whatAFunctionPrintsIsNoReport();
    void aStackIsReadInOrder();
    void aSyntaxErrorNamesItsPlace();
    void nodesStackIsReadToo();
    void whatIsNoErrorObjectIsTheMessage();
};

void TestInvocation::aColdCallTellsItsStart()
{
    const auto report = reportIn(QStringLiteral(
        "START RequestId: 8f1 Version: $LATEST\nhello\nEND RequestId: 8f1\nREPORT RequestId: 8f1\tDuration: 12.34 ms\t"
        "Billed Duration: 13 ms\tMemory Size: 128 MB\tMax Memory Used: 18 MB\tInit Duration: 84.20 ms\n"));
    QVERIFY(report);
    QCOMPARE(report->requestId, QStringLiteral("8f1"));
    QCOMPARE(report->milliseconds, 12.34);
    QCOMPARE(report->billed, 13.0);
    QCOMPARE(report->init, std::optional(84.2));
    QCOMPARE(report->memoryMB, 128);
    QCOMPARE(report->usedMB, 18);
}

void TestInvocation::aWarmCallHasNone()
{
    const auto report = reportIn(QStringLiteral("REPORT RequestId: a\tDuration: 0.80 ms\tBilled Duration: 1 ms\t"
                                                "Memory Size: 128 MB\tMax Memory Used: 18 MB"));
    QVERIFY(report);
    QVERIFY(!report->init);
    QCOMPARE(report->milliseconds, 0.8);
}

void TestInvocation::whatAFunctionPrintsIsNoReport()
{
    QVERIFY(!reportIn({}));
    QVERIFY(!reportIn(QStringLiteral("the REPORT RequestId: that somebody prints")));
}

void TestInvocation::aStackIsReadInOrder()
{
    const FunctionFailure failure = failureIn(
        "{\"errorMessage\":\"too hot\",\"errorType\":\"ValueError\",\"stackTrace\":["
        "\"  File \\\"/var/task/index.py\\\", line 12, in handler\\n    return deeper(event)\\n\","
        "\"  File \\\"/var/task/lib/rules.py\\\", line 5, in deeper\\n    raise ValueError(\\\"too hot\\\")\\n\"]}");
    QCOMPARE(failure.type, QStringLiteral("ValueError"));
    QCOMPARE(failure.message, QStringLiteral("too hot"));
    QCOMPARE(failure.stack.size(), std::size_t{2});
    QCOMPARE(failure.stack[0].line, 12);
    QCOMPARE(failure.stack[0].within, QStringLiteral("handler"));
    QCOMPARE(failure.stack[1].file, QStringLiteral("/var/task/lib/rules.py"));
    QCOMPARE(failure.stack[1].code, QStringLiteral("raise ValueError(\"too hot\")"));
}

void TestInvocation::aSyntaxErrorNamesItsPlace()
{
    const FunctionFailure failure =
        failureIn("{\"errorMessage\":\"Syntax error in module 'index': invalid syntax (index.py, line 3)\","
                  "\"errorType\":\"Runtime.UserCodeSyntaxError\",\"stackTrace\":[]}");
    QCOMPARE(failure.stack.size(), std::size_t{1});
    QCOMPARE(failure.stack[0].file, QStringLiteral("index.py"));
    QCOMPARE(failure.stack[0].line, 3);
}

void TestInvocation::nodesStackIsReadToo()
{
    const FunctionFailure failure = failureIn("{\"errorType\":\"Error\",\"errorMessage\":\"no\",\"trace\":[\"Error: no\","
                                              "\"    at exports.handler (/var/task/index.js:3:9)\"]}");
    QCOMPARE(failure.stack.size(), std::size_t{1});
    QCOMPARE(failure.stack[0].file, QStringLiteral("/var/task/index.js"));
    QCOMPARE(failure.stack[0].line, 3);
    QCOMPARE(failure.stack[0].within, QStringLiteral("exports.handler"));
}

void TestInvocation::whatIsNoErrorObjectIsTheMessage()
{
    QCOMPARE(failureIn("gone").message, QStringLiteral("gone"));
    QVERIFY(failureIn("gone").stack.empty());
}

static const bool kRegistered = registerTest<TestInvocation>();

} // namespace greensward::ui

#include "tst_invocation.moc"
