// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The map is of this workspace: what another broker says puts nobody on it.
#include "fake_engine.h"
#include "test_registry.h"
#include "ui/map/map_model.h"
#include "ui/models/engine_mirror.h"

#include <QTest>

namespace greensward::ui {

class TestBrokerMap final : public QObject
{
    Q_OBJECT

private slots:
    void mapKnowsNothingOfOtherBrokers();
};

void TestBrokerMap::mapKnowsNothingOfOtherBrokers()
{
    FakeEngine engine(false);
    EngineMirror mirror(engine, engine.clock());
    auto& map = mirror.model<MapModel>();
    map.setWatched(true);
    const auto told = [&](std::string_view origin) {
        engine.record(
            {.kind = trace::Kind::ClientConnected, .subject = "pump", .object = "10.0.0.7:1883", .origin = origin});
        engine.record({.kind = trace::Kind::MessagePublished, .subject = "pump", .object = "t", .origin = origin});
        engine.flush();
        mirror.feed().drainNow();
        return map.nodes().size();
    };
    const auto before = map.nodes().size();
    QCOMPARE(told("factory"), before);
    QVERIFY2(told({}) > before, "the same at the gateway does");
}

static const bool kRegistered = registerTest<TestBrokerMap>();

} // namespace greensward::ui

#include "tst_broker_map.moc"
