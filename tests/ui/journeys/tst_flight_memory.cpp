// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "test_registry.h"
#include "ui/journeys/flight_memory.h"

#include <QTest>

namespace greensward::ui {

class TestFlightMemory final : public QObject
{
    Q_OBJECT

private slots:
    void findsEveryEventItKeeps();
    void forgetsTheOldestChunksBeyondItsBudget();
    void keepsTheNewestChunkWhateverItWeighs();
    void beginsAnewWithAnotherRecorder();
};

namespace {

/// Chunks of so many events each.
std::vector<trace::ChunkPtr> record(trace::Recorder& recorder, int chunks, int eventsEach)
{
    trace::Reader reader(recorder, trace::KindSet::all());
    for (int chunk = 0; chunk < chunks; ++chunk) {
        for (int event = 0; event < eventsEach; ++event)
            recorder.record({.kind = trace::Kind::KeepAlive, .subject = "someone"});
        recorder.flush();
    }
    return reader.drain();
}

} // namespace

void TestFlightMemory::findsEveryEventItKeeps()
{
    ManualClock clock{WallTime{}};
    trace::Recorder recorder(clock);
    FlightMemory memory;
    QVERIFY(memory.isEmpty());
    QVERIFY(!memory.find(1));
    for (const auto& chunk : record(recorder, 5, 7))
        memory.keep(chunk);
    for (trace::EventId id = 1; id <= 35; ++id)
        QCOMPARE(memory.find(id)->id, id);
    QVERIFY(!memory.find(0));
    QVERIFY(!memory.find(36));
    trace::EventId next = 12;
    memory.visitFrom(12, [&next](const trace::ChunkPtr&, const trace::Event& event) { return event.id == next++; });
    QCOMPARE(next, trace::EventId{36});
}

void TestFlightMemory::forgetsTheOldestChunksBeyondItsBudget()
{
    ManualClock clock{WallTime{}};
    trace::Recorder recorder(clock);
    FlightMemory memory;
    const auto chunks = record(recorder, 10, 10);
    memory.setBudget(chunks.back()->footprint() * 3);
    for (const auto& chunk : chunks)
        memory.keep(chunk);
    QVERIFY(memory.bytes() <= memory.budget());
    QVERIFY(memory.oldest() > 50);
    QVERIFY(!memory.find(memory.oldest() - 1));
    QVERIFY(memory.find(memory.oldest()));
    QCOMPARE(memory.newest(), trace::EventId{100});
}

void TestFlightMemory::keepsTheNewestChunkWhateverItWeighs()
{
    ManualClock clock{WallTime{}};
    trace::Recorder recorder(clock);
    FlightMemory memory;
    memory.setBudget(1);
    for (const auto& chunk : record(recorder, 3, 4))
        memory.keep(chunk);
    QCOMPARE(memory.oldest(), trace::EventId{9});
    QCOMPARE(memory.newest(), trace::EventId{12});
}

void TestFlightMemory::beginsAnewWithAnotherRecorder()
{
    ManualClock clock{WallTime{}};
    trace::Recorder first(clock);
    trace::Recorder second(clock);
    FlightMemory memory;
    for (const auto& chunk : record(first, 3, 4))
        memory.keep(chunk);
    for (const auto& chunk : record(second, 1, 4))
        memory.keep(chunk);
    QCOMPARE(memory.oldest(), trace::EventId{1});
    QCOMPARE(memory.newest(), trace::EventId{4});
}

namespace {
const bool kRegistered = registerTest<TestFlightMemory>();
} // namespace

} // namespace greensward::ui

#include "tst_flight_memory.moc"
