// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/bench/fleet_model.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QTest>

#include <fmt/format.h>

namespace greensward::ui {

using simulator::DeviceState;

namespace {

/// Turbine n puts out so many kW that the order of their outputs is not that of their numbers.
std::shared_ptr<const simulator::Roster> roster(int devices, double more = 0)
{
    auto names = std::make_shared<std::vector<simulator::RosterName>>();
    auto made = std::make_shared<simulator::Roster>();
    for (int at = 0; at < devices; ++at) {
        names->push_back({.id = fmt::format("ev-gen-{}", 1000 + at),
                          .title = fmt::format("Wind turbine {}", 1000 + at),
                          .model = "turbine",
                          .valueName = "output",
                          .unit = "kW"});
        made->rows.push_back({.state = at % 10 == 3 ? DeviceState::Crashed : DeviceState::Online,
                              .value = static_cast<float>((at * 37) % 100 + more),
                              .rate = 1,
                              .published = static_cast<std::uint64_t>(devices - at)});
    }
    made->names = std::move(names);
    return made;
}

} // namespace

class TestFleetModel final : public QObject
{
    Q_OBJECT

private slots:
    void growsAtTheEndAndShrinks();
    void sortsByAnyColumn();
    void newValuesMoveNoRow();
    void findsByName();
    void theChosenRowGoesWhereItsDeviceGoes();
    void tenThousandAreQuick();
};

void TestFleetModel::growsAtTheEndAndShrinks()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRoster(roster(2));
    QCOMPARE(model.rowCount(), 2);
    model.setRoster(roster(500));
    QCOMPARE(model.rowCount(), 500);
    QCOMPARE(model.index(499, FleetModel::DeviceColumn).data().toString(), QStringLiteral("ev-gen-1499"));
    model.setRoster(roster(3));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, FleetModel::ValueColumn).data().toString(), QStringLiteral("0.00 kW"));
}

void TestFleetModel::sortsByAnyColumn()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRoster(roster(100));
    for (const int column :
         {FleetModel::DeviceColumn, FleetModel::StateColumn, FleetModel::ValueColumn, FleetModel::SentColumn})
        for (const auto order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            model.sort(column, order);
            for (int row = 1; row < model.rowCount(); ++row) {
                const auto& one = model.values(row - 1);
                const auto& other = model.values(row);
                const bool rises = column == FleetModel::DeviceColumn  ? model.name(row - 1).id < model.name(row).id
                                   : column == FleetModel::StateColumn ? one.state <= other.state
                                   : column == FleetModel::ValueColumn ? one.value <= other.value
                                                                       : one.published <= other.published;
                const bool falls = column == FleetModel::DeviceColumn  ? model.name(row - 1).id > model.name(row).id
                                   : column == FleetModel::StateColumn ? one.state >= other.state
                                   : column == FleetModel::ValueColumn ? one.value >= other.value
                                                                       : one.published >= other.published;
                QVERIFY(order == Qt::AscendingOrder ? rises : falls);
            }
        }
    model.sort(-1);
    QCOMPARE(model.name(0).id, std::string("ev-gen-1000"));
}

void TestFleetModel::newValuesMoveNoRow()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRoster(roster(50));
    model.sort(FleetModel::ValueColumn, Qt::DescendingOrder);
    const std::string first = model.name(0).id;
    model.setRoster(roster(50, 31)); // others put out more now
    QCOMPARE(model.name(0).id, first);
    model.setRoster(roster(60, 31));
    QCOMPARE(model.name(0).id, first);
    QCOMPARE(model.name(59).id, std::string("ev-gen-1059"));
}

void TestFleetModel::findsByName()
{
    FleetModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFilter(Filter::parse(QStringLiteral("GEN-104"))); // before there is a fleet
    model.setRoster(roster(100));
    QCOMPARE(model.rowCount(), 10);
    QCOMPARE(model.rowOf("ev-gen-1042"), 2);
    QCOMPARE(model.rowOf("ev-gen-1052"), -1);
    model.setFilter(Filter::parse(QStringLiteral("\"turbine 1099\"")));
    QCOMPARE(model.rowCount(), 1);
    model.setFilter(Filter::parse({}));
    QCOMPARE(model.rowCount(), 100);
}

void TestFleetModel::theChosenRowGoesWhereItsDeviceGoes()
{
    FleetModel model;
    model.setRoster(roster(100));
    const QPersistentModelIndex chosen = model.index(42, 0);
    model.sort(FleetModel::ValueColumn);
    QCOMPARE(chosen.data(FleetModel::IdRole).toString(), QStringLiteral("ev-gen-1042"));
    QVERIFY(chosen.row() != 42);
}

void TestFleetModel::tenThousandAreQuick()
{
    FleetModel model;
    const auto fleet = roster(10'000);
    QElapsedTimer watch;
    watch.start();
    model.setRoster(fleet);
    model.sort(FleetModel::ValueColumn);
    model.setFilter(Filter::parse(QStringLiteral("77")));
    model.setFilter(Filter::parse({}));
    // Generous: a frame is 16 ms, a loaded machine several times slower.
    QVERIFY2(watch.elapsed() < 500, qPrintable(QString::number(watch.elapsed())));
    QCOMPARE(model.rowCount(), 10'000);
}

static const bool kRegistered = registerTest<TestFleetModel>();

} // namespace greensward::ui

#include "tst_fleet_model.moc"
