// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/map/flights.h"
#include "ui/map/map_layout.h"
#include "ui/map/map_places.h"

#include <QTest>

namespace greensward::ui {

/// Where nodes and dots are, without a window.
class TestMapLayout final : public QObject
{
    Q_OBJECT

private slots:
    void nothingOverlapsAtAnySize_data();
    void nothingOverlapsAtAnySize();
    void layersStandFromLeftToRight();
    void aLayerWithoutNodesTakesNoRoom();
    void whatFitsIsShownAsLargeAsItIs();
    void movesCanBeUndone();
    void movesSurviveARestart();
    void dotsAreBoundedAndArrive();
    void coresStandBesideTheirDevices_data();
    void coresStandBesideTheirDevices();

private:
    static std::vector<MapNode> nodes(int devices, int clients);
};

std::vector<MapNode> TestMapLayout::nodes(int devices, int clients)
{
    std::vector<MapNode> made;
    const auto add = [&made](NodeKind kind, int layer) {
        MapNode node;
        node.key = QString::number(made.size());
        node.kind = kind;
        node.layer = layer;
        made.push_back(node);
    };
    for (int at = 0; at < devices; ++at)
        add(NodeKind::Device, 0);
    add(NodeKind::Gateway, 1);
    for (int at = 0; at < clients; ++at)
        add(NodeKind::Client, 2);
    return made;
}

void TestMapLayout::coresStandBesideTheirDevices_data()
{
    QTest::addColumn<int>("cores");
    QTest::addColumn<int>("devices");
    for (const int cores : {1, 2, 9, 40})
        for (const int devices : {0, 1, 3})
            QTest::addRow("%d cores of %d", cores, devices) << cores << devices;
}

void TestMapLayout::coresStandBesideTheirDevices()
{
    QFETCH(int, cores);
    QFETCH(int, devices);
    std::vector<MapNode> made;
    const auto add = [&made](const QString& key, NodeKind kind, int layer, const QString& uplink) {
        MapNode node;
        node.key = key;
        node.kind = kind;
        node.layer = layer;
        node.uplink = uplink;
        made.push_back(node);
    };
    add("turbine", NodeKind::Device, 0, "gateway");
    for (int at = 0; at < cores * devices; ++at)
        add(QStringLiteral("d%1").arg(at), NodeKind::Client, 0, QStringLiteral("c%1").arg(at / devices));
    for (int at = 0; at < cores; ++at)
        add(QStringLiteral("c%1").arg(at), NodeKind::Core, 1, "gateway");
    add("gateway", NodeKind::Gateway, 2, {});
    const MapLayout layout = arrange(made, 4, QSizeF(1100, 700));
    for (std::size_t one = 0; one < made.size(); ++one) {
        QVERIFY(layout.bounds.contains(layout.nodes[one]));
        for (std::size_t other = one + 1; other < made.size(); ++other)
            QVERIFY2(!layout.nodes[one].intersects(layout.nodes[other]), qPrintable(made[one].key + made[other].key));
    }
    if (cores > 2 || devices == 0)
        return;
    const auto place = [&](const QString& key) {
        const auto found = std::ranges::find(made, key, &MapNode::key);
        return layout.nodes[static_cast<std::size_t>(found - made.begin())];
    };
    const double middle = (place("d0").center().y() + place(QStringLiteral("d%1").arg(devices - 1)).center().y()) / 2;
    QVERIFY(std::abs(place("c0").center().y() - middle) < 1);
    QVERIFY2(!place("c0").intersects(QRectF(0, place("turbine").center().y(), 1e4, 1)), "its link passes the core by");
}

void TestMapLayout::nothingOverlapsAtAnySize_data()
{
    QTest::addColumn<int>("devices");
    QTest::addColumn<int>("clients");
    QTest::addColumn<QSizeF>("room");
    for (const int devices : {0, 1, 2, 13, 60, 199})
        for (const int clients : {0, 1, 40})
            for (const QSizeF& room : {QSizeF(1, 1), QSizeF(520, 300), QSizeF(850, 600), QSizeF(3000, 400)})
                QTest::addRow("%d and %d in %gx%g", devices, clients, room.width(), room.height())
                    << devices << clients << room;
}

void TestMapLayout::nothingOverlapsAtAnySize()
{
    QFETCH(int, devices);
    QFETCH(int, clients);
    QFETCH(QSizeF, room);
    const MapLayout layout = arrange(nodes(devices, clients), 3, room);
    for (std::size_t one = 0; one < layout.nodes.size(); ++one) {
        QVERIFY(layout.bounds.contains(layout.nodes[one]));
        for (std::size_t other = one + 1; other < layout.nodes.size(); ++other)
            QVERIFY2(!layout.nodes[one].intersects(layout.nodes[other]),
                     qPrintable(QStringLiteral("%1 and %2").arg(one).arg(other)));
        for (const auto& heading : layout.headings)
            QVERIFY(!heading.place.intersects(layout.nodes[one]));
    }
    QVERIFY(layout.scale > 0 && layout.scale <= kMostFit);
}

void TestMapLayout::layersStandFromLeftToRight()
{
    const MapLayout layout = arrange(nodes(3, 2), 3, QSizeF(900, 600));
    QVERIFY(layout.nodes[0].right() < layout.nodes[3].left());
    QVERIFY(layout.nodes[3].right() < layout.nodes[4].left());
    QCOMPARE(layout.headings.size(), std::size_t{3});
}

void TestMapLayout::aLayerWithoutNodesTakesNoRoom()
{
    const MapLayout layout = arrange(nodes(2, 0), 3, QSizeF(900, 600));
    QCOMPARE(layout.headings.size(), std::size_t{2});
    QVERIFY(layout.bounds.width() < arrange(nodes(2, 1), 3, QSizeF(900, 600)).bounds.width());
}

void TestMapLayout::whatFitsIsShownAsLargeAsItIs()
{
    QCOMPARE(arrange(nodes(2, 1), 3, QSizeF(1600, 900)).scale, kMostFit);
    QVERIFY(arrange(nodes(199, 0), 3, QSizeF(1600, 900)).scale < 1);
}

void TestMapLayout::movesCanBeUndone()
{
    MapPlaces places;
    places.move(QStringLiteral("a"), QPointF(10, 20));
    places.move(QStringLiteral("a"), QPointF(30, 20));
    places.undoStack().undo();
    QCOMPARE(places.offset(QStringLiteral("a")), QPointF(10, 20));
    places.clear();
    QVERIFY(places.isEmpty());
    places.undoStack().undo();
    QCOMPARE(places.offset(QStringLiteral("a")), QPointF(10, 20));
    places.undoStack().undo();
    QVERIFY(places.isEmpty());
}

void TestMapLayout::movesSurviveARestart()
{
    MapPlaces before;
    before.move(QStringLiteral("wt 1\t{}"), QPointF(10, -20.5));
    MapPlaces after;
    after.restore(before.saved());
    QCOMPARE(after.offset(QStringLiteral("wt 1\t{}")), QPointF(10, -20.5));
    QVERIFY(!after.undoStack().canUndo());
    after.restore(R"({"wt":[1e300,0],"x":"y"})");
    QVERIFY(after.isEmpty());
    after.restore("nonsense");
    QVERIFY(after.isEmpty());
}

void TestMapLayout::dotsAreBoundedAndArrive()
{
    Flights flights;
    for (int frame = 0; frame < 100; ++frame)
        flights.add(std::vector<Flight>(64, Flight{3, true, MessageSort::Message, false}), 0);
    QCOMPARE(flights.dots().size(), Flights::kMostDots);
    QCOMPARE(Flights::place(flights.dots().front(), 0), std::optional(0.0));
    QCOMPARE(Flights::place(flights.dots().front(), Flights::kMillis), std::optional(1.0));
    flights.renumber({-1, -1, -1, 0});
    QCOMPARE(flights.dots().front().row, 0);
    flights.renumber({-1});
    QVERIFY(flights.isEmpty());
    flights.add({Flight{0, false, MessageSort::Will, true}}, 100);
    QVERIFY(!Flights::place(flights.dots().front(), 100)); // its message is still on the way to the gateway
    flights.advance(100 + 2 * Flights::kMillis);
    QVERIFY(flights.isEmpty());
}

namespace {
const bool kRegistered = registerTest<TestMapLayout>();
} // namespace

} // namespace greensward::ui

#include "tst_map_layout.moc"
