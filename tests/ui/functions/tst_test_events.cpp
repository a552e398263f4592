// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/functions/test_events.h"
#include "ui/functions/variables_model.h"
#include "ui/models/engine_mirror.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>

namespace greensward::ui {

/// Test events outlive the window; variables of the environment are written in a table.
class TestTestEvents final : public QObject
{
    Q_OBJECT

private slots:
    void aFunctionHasAnEventFromTheBeginning();
    void eventsAreThereAgain();
    void twoHaveNoNameInCommon();
    void theyAreBounded();
    void variablesAreWrittenInTheLastRow();
};

void TestTestEvents::aFunctionHasAnEventFromTheBeginning()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    TestEvents events(mirror);
    QCOMPARE(events.of(QStringLiteral("a")).size(), std::size_t{1});
    QCOMPARE(events.of(QStringLiteral("a")).front().payload, QStringLiteral("{}"));
}

void TestTestEvents::eventsAreThereAgain()
{
    const QTemporaryDir folder;
    FakeEngine engine(false);
    engine.dataDirectory = folder.path().toStdString();
    EngineMirror mirror(engine, engine.clock());
    {
        TestEvents events(mirror);
        QCOMPARE(events.write(QStringLiteral("a"), {QStringLiteral("hot"), QStringLiteral("{\"t\":90}")}), QString());
        events.rename(QStringLiteral("a"), QStringLiteral("test"), QStringLiteral("empty"));
    }
    const TestEvents again(mirror);
    const auto events = again.of(QStringLiteral("a"));
    QCOMPARE(events.size(), std::size_t{2});
    QCOMPARE(events[0].name, QStringLiteral("empty"));
    QCOMPARE(events[1].payload, QStringLiteral("{\"t\":90}"));
}

void TestTestEvents::twoHaveNoNameInCommon()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    TestEvents events(mirror);
    events.write(QStringLiteral("a"), {QStringLiteral("hot"), QStringLiteral("1")});
    QCOMPARE(events.freeName(QStringLiteral("a"), QStringLiteral("hot")), QStringLiteral("hot 2"));
    events.rename(QStringLiteral("a"), QStringLiteral("test"), QStringLiteral("hot"));
    QCOMPARE(events.of(QStringLiteral("a")).front().name, QStringLiteral("test"));
    events.remove(QStringLiteral("a"), QStringLiteral("test"));
    events.remove(QStringLiteral("a"), QStringLiteral("hot"));
    QCOMPARE(events.of(QStringLiteral("a")).size(), std::size_t{1});
}

void TestTestEvents::theyAreBounded()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    TestEvents events(mirror);
    for (std::size_t at = 1; at < TestEvents::kMost; ++at)
        QCOMPARE(events.write(QStringLiteral("a"), {QString::number(at), QStringLiteral("{}")}), QString());
    QVERIFY(!events.write(QStringLiteral("a"), {QStringLiteral("more"), QStringLiteral("{}")}).isEmpty());
    QVERIFY(!events.write(QStringLiteral("b"), {QStringLiteral("large"), QString(TestEvents::kLargest + 1, QLatin1Char('x'))})
                 .isEmpty());
}

void TestTestEvents::variablesAreWrittenInTheLastRow()
{
    VariablesModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.set({{QStringLiteral("LIMIT"), QStringLiteral("12")}});
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.setData(model.index(1, VariablesModel::Name), QStringLiteral("PLACE"), Qt::EditRole));
    QVERIFY(model.setData(model.index(1, VariablesModel::Value), QStringLiteral("east"), Qt::EditRole));
    QVERIFY2(!model.setData(model.index(1, VariablesModel::Name), QStringLiteral("LIMIT"), Qt::EditRole), "taken");
    const std::map<QString, QString> wanted{{QStringLiteral("LIMIT"), QStringLiteral("12")},
                                            {QStringLiteral("PLACE"), QStringLiteral("east")}};
    QCOMPARE(model.variables(), wanted);
    model.remove(0);
    QCOMPARE(model.variables().size(), std::size_t{1});
}

static const bool kRegistered = registerTest<TestTestEvents>();

} // namespace greensward::ui

#include "tst_test_events.moc"
