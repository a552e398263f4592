// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metered_engine.h"
#include "test_registry.h"
#include "ui/models/cost_tables.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace greensward::ui {

using namespace std::chrono_literals;

/// The bill as tables.
class TestCostModels final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void countedShowsUnitsPriceAndMoney();
    void rowsComeAndGoAsThingsAreCounted();
    void clientsComeDearestFirst();
    void monthAddsUp();
    void monthFollowsTheChosenClient();
    void hintsHaveTheirArithmetic();
    void nothingIsShownWhereNothingIsMetered();
    void aPausedWindowKeepsItsBill();

private:
    void use();
    QString cell(const QAbstractItemModel& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }

    std::unique_ptr<MeteredEngine> m_engine;
    std::unique_ptr<EngineMirror> m_mirror;
    CostModel* m_model = nullptr;
};

void TestCostModels::init()
{
    m_engine = std::make_unique<MeteredEngine>();
    m_mirror = std::make_unique<EngineMirror>(*m_engine, m_engine->clock());
    m_model = &m_mirror->model<CostModel>();
}

void TestCostModels::cleanup()
{
    m_mirror.reset();
    m_engine.reset();
}

/// A turbine that says something ten times in 30 s, and somebody who hears it.
void TestCostModels::use()
{
    auto& meter = m_engine->meter();
    const auto turbine = meter.join("wt-1", 0);
    const auto reader = meter.join("reader", 0);
    for (int message = 0; message < 10; ++message) {
        m_engine->advance(3s);
        meter.publish(turbine, "turbine/wt-1", 600, false);
        meter.deliver(reader, "turbine/wt-1", 600);
    }
    m_model->refresh();
}

void TestCostModels::countedShowsUnitsPriceAndMoney()
{
    CountedTable table(*m_model);
    QAbstractItemModelTester tester(&table, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(table.rowCount(), 0);
    use();
    QCOMPARE(table.rowCount(), 4); // minutes, connections, in, out
    const int in = 2;
    QCOMPARE(table.quantity(in), billing::Quantity::Published);
    QCOMPARE(cell(table, in, CountedTable::Happened), QStringLiteral("10"));
    QCOMPARE(cell(table, in, table.column(0, CountedTable::Units)), QStringLiteral("20"));
    QCOMPARE(cell(table, in, table.column(0, CountedTable::Rate)), QStringLiteral("5.00 / M"));
    QCOMPARE(cell(table, in, table.column(0, CountedTable::Usd)), QStringLiteral("0.00010"));
    QCOMPARE(cell(table, in, table.column(1, CountedTable::Units)), QStringLiteral("10"));
    QCOMPARE(cell(table, in, table.column(1, CountedTable::Rate)), QStringLiteral("from 1.00 / M"));
    QCOMPARE(cell(table, 0, table.column(0, CountedTable::Rate)), QStringLiteral("free"));
    QCOMPARE(table.headerData(table.column(0, CountedTable::Usd), Qt::Horizontal).toString(),
             QStringLiteral("USD 2017"));
    // 22 messages and two minutes of 0.00000008
    QCOMPARE(cell(table, in, table.shareColumn()), QStringLiteral("45.1 %"));
}

void TestCostModels::rowsComeAndGoAsThingsAreCounted()
{
    CountedTable counted(*m_model);
    LineTable clients(*m_model, LineTable::Of::Clients);
    MonthTable month(*m_model);
    HintList hints(*m_model);
    QAbstractItemModelTester one(&counted, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester two(&clients, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester three(&month, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester four(&hints, QAbstractItemModelTester::FailureReportingMode::QtTest);
    use();
    use();
    QVERIFY(hints.rowCount() > 0);
    m_model->reset();
    QCOMPARE(clients.rowCount(), 0);
    QVERIFY(m_model->isEmpty());
    m_model->undoStack().undo();
    QCOMPARE(clients.rowCount(), 2);
    QCOMPARE(cell(counted, 2, CountedTable::Happened), QStringLiteral("20"));
}

void TestCostModels::clientsComeDearestFirst()
{
    LineTable table(*m_model, LineTable::Of::Clients);
    use();
    m_engine->meter().count(billing::Quantity::ShadowOperation, "wt-1", "$aws/things/wt-1/shadow", 100);
    m_model->refresh();
    QCOMPARE(table.name(0), QStringLiteral("wt-1"));
    QCOMPARE(cell(table, 0, LineTable::From), QStringLiteral("10"));
    QCOMPARE(cell(table, 0, LineTable::Shadows), QStringLiteral("1"));
    QCOMPARE(cell(table, 1, LineTable::To), QStringLiteral("10"));
    QCOMPARE(cell(table, 1, table.usdColumn(0)), QStringLiteral("0.00010"));
}

void TestCostModels::monthAddsUp()
{
    MonthTable table(*m_model);
    use();
    m_model->setReference(QStringLiteral("wt-1"));
    m_model->setDevices(1000);
    // a message of two blocks each 3 s: 864,000 a month, of 1,000 turbines 1,728 M blocks at 5 USD
    QCOMPARE(cell(table, 0, MonthTable::Units), countText(1'728'000'000));
    QCOMPARE(cell(table, 0, MonthTable::Usd), QStringLiteral("8640.00"));
    QCOMPARE(cell(table, 1, MonthTable::What), QStringLiteral("Together"));
    QCOMPARE(cell(table, 1, MonthTable::Usd), QStringLiteral("8640.00"));
    QCOMPARE(cell(table, 2, MonthTable::Units), countText(43'200'000)); // minutes
    QCOMPARE(cell(table, 2, MonthTable::Usd), QStringLiteral("3.46"));
    QCOMPARE(cell(table, 3, MonthTable::Units), countText(864'001'000)); // with a CONNECT each
}

void TestCostModels::monthFollowsTheChosenClient()
{
    use();
    QSignalSpy changed(m_model, &CostModel::monthChanged);
    const auto before = m_model->month();
    m_model->setReference(m_model->reference() == QStringLiteral("wt-1") ? QStringLiteral("reader")
                                                                         : QStringLiteral("wt-1"));
    QCOMPARE(changed.size(), 1);
    QVERIFY(!(m_model->month() == before));
    m_model->setDevices(0);
    QCOMPARE(m_model->devices(), 1);
    m_model->setReference(QStringLiteral("nobody"));
    QVERIFY(m_model->month() == billing::Use{});
}

void TestCostModels::hintsHaveTheirArithmetic()
{
    auto& meter = m_engine->meter();
    const auto turbine = meter.join("wt-1", 0);
    for (int message = 0; message < 100; ++message)
        meter.publish(turbine, "a", 5121, false);
    m_model->refresh();
    HintList list(*m_model);
    QStringList texts;
    for (int row = 0; row < list.rowCount(); ++row)
        texts << cell(list, row, 0);
    const QString all = texts.join(QLatin1Char('\n'));
    QVERIFY2(all.contains(QStringLiteral("2026, a: a message of 5\u2009122 B costs two units. 2 B less halves it; so "
                                         "far that is 0.00010 USD.")),
             qPrintable(all));
}

void TestCostModels::nothingIsShownWhereNothingIsMetered()
{
    use();
    m_engine->metered = false;
    m_model->refresh();
    QVERIFY(m_model->isEmpty());
    CountedTable counted(*m_model);
    LineTable clients(*m_model, LineTable::Of::Topics);
    MonthTable month(*m_model);
    HintList hints(*m_model);
    QCOMPARE(counted.rowCount() + clients.rowCount() + month.rowCount() + hints.rowCount(), 0);
    QVERIFY(m_model->month() == billing::Use{});
}

void TestCostModels::aPausedWindowKeepsItsBill()
{
    use();
    m_mirror->setPaused(true);
    const auto before = m_model->bill();
    emit m_mirror->secondPassed();
    QCOMPARE(m_model->bill(), before);
    m_mirror->setPaused(false);
    emit m_mirror->secondPassed();
    QVERIFY(m_model->bill() != before);
}

static const bool kRegistered = registerTest<TestCostModels>();

} // namespace greensward::ui

#include "tst_cost_models.moc"
