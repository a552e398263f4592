// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/recorder.h"

#include "trace/chunk_builder.h"

#include <atomic>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <thread>

namespace greensward::trace {
namespace {

using testing::ElementsAre;

class RecorderTest : public testing::Test
{
protected:
    ManualClock clock;
    Recorder recorder{clock};

    EventId publish(std::string_view topic, std::string_view payload = "{}", EventId cause = 0, JourneyId journey = 0)
    {
        return recorder.record({.kind = Kind::MessagePublished,
                                .cause = cause,
                                .journey = journey,
                                .subject = "wt-1",
                                .object = topic,
                                .payload = asBytes(payload)});
    }
};

std::vector<std::string> objectsOf(const std::vector<ChunkPtr>& chunks)
{
    std::vector<std::string> objects;
    for (const auto& chunk : chunks)
        for (const auto& event : chunk->events())
            objects.emplace_back(chunk->text(event.object));
    return objects;
}

TEST_F(RecorderTest, messagesAreNotRecordedWhileNobodyReads)
{
    EXPECT_FALSE(recorder.wants(Kind::MessagePublished));
    EXPECT_EQ(publish("a"), 0u);
    EXPECT_EQ(recorder.recorded(), 0u);
    EXPECT_TRUE(recorder.wants(Kind::WillPublished)) << "rare kinds are always kept";
}

TEST_F(RecorderTest, whatABrokerElsewhereSaidIsTakenOut)
{
    Reader reader(recorder, KindSet::all());
    publish("here");
    recorder.record({.kind = Kind::MessagePublished, .object = "there", .origin = "factory"});
    recorder.record({.kind = Kind::MessagePublished, .object = "yonder", .origin = "home"});
    recorder.flush();
    const ChunkPtr chunk = reader.drain().front();
    ASSERT_EQ(chunk->events().size(), 3u);
    EXPECT_EQ(chunk->origin(chunk->events()[0]), "");
    EXPECT_EQ(chunk->origin(chunk->events()[1]), "factory");
    EXPECT_EQ(chunk->origin(chunk->events()[2]), "home");
    EXPECT_THAT(objectsOf({localPart(chunk)}), ElementsAre("here"));

    publish("here again");
    recorder.flush();
    const ChunkPtr own = reader.drain().front();
    EXPECT_EQ(localPart(own), own) << "nothing is copied when nothing is foreign";
}

TEST_F(RecorderTest, originsOfAChunkAreBounded)
{
    Reader reader(recorder, KindSet::all());
    for (int at = 0; at < 400; ++at)
        recorder.record({.kind = Kind::MessagePublished, .origin = "broker " + std::to_string(at)});
    recorder.flush();
    std::set<std::string> origins;
    for (const ChunkPtr& chunk : reader.drain())
        for (const Event& event : chunk->events())
            origins.emplace(chunk->origin(event));
    EXPECT_EQ(origins.size(), 255u);
    EXPECT_FALSE(origins.contains("")) << "never taken for the workspace's own";
}

TEST_F(RecorderTest, readerGetsWhatHappensWhileItReads)
{
    {
        Reader reader(recorder, KindSet::all());
        EXPECT_TRUE(recorder.wants(Kind::MessagePublished));
        publish("a");
        publish("b");
        EXPECT_TRUE(reader.drain().empty()) << "handed over once a turn";
        recorder.flush();
        EXPECT_THAT(objectsOf(reader.drain()), ElementsAre("a", "b"));
        EXPECT_TRUE(reader.drain().empty());
    }
    EXPECT_FALSE(recorder.wants(Kind::MessagePublished)) << "the last reader has gone";
}

TEST_F(RecorderTest, eventsKnowCauseAndJourney)
{
    Reader reader(recorder, KindSet::all());
    const EventId message = publish("a");
    const EventId delivery =
        recorder.record({.kind = Kind::MessageDelivered, .cause = message, .journey = message, .subject = "app"});
    recorder.flush();
    const auto chunks = reader.drain();
    ASSERT_EQ(chunks.size(), 1u);
    const auto& events = chunks[0]->events();
    EXPECT_EQ(events[0].id, message);
    EXPECT_EQ(events[0].journey, message) << "an event without a journey begins one";
    EXPECT_EQ(events[1].id, delivery);
    EXPECT_EQ(events[1].cause, message);
    EXPECT_EQ(events[1].journey, message);
    EXPECT_GT(delivery, message);
}

TEST_F(RecorderTest, textsSurviveTheirSource)
{
    Reader reader(recorder, KindSet::all());
    {
        const std::string topic = "turbines/ev-gen/123";
        const std::string payload(1000, 'x');
        publish(topic, payload);
    }
    recorder.flush();
    const auto chunk = reader.drain().at(0);
    EXPECT_EQ(chunk->text(chunk->events()[0].object), "turbines/ev-gen/123");
    EXPECT_EQ(chunk->bytes(chunk->events()[0].payload).size(), 1000u);
    EXPECT_EQ(chunk->events()[0].time, clock.wall());
}

TEST_F(RecorderTest, longPayloadsAreCutAndSaySo)
{
    Recorder small(clock, {.payload = 10});
    Reader reader(small, KindSet::all());
    const std::string payload(25, 'y');
    small.record({.kind = Kind::MessagePublished, .payload = asBytes(payload)});
    small.flush();
    const auto chunk = reader.drain().at(0);
    EXPECT_EQ(chunk->events()[0].payload.length, 10u);
    EXPECT_EQ(chunk->events()[0].payloadSize, 25u);
}

TEST_F(RecorderTest, lateReaderGetsHistoryOfRareKinds)
{
    recorder.record({.kind = Kind::ClientConnected, .subject = "wt-1", .object = "first"});
    recorder.flush();
    recorder.record({.kind = Kind::WillPublished, .object = "second"});
    Reader late(recorder, {Kind::ClientConnected}, true);
    EXPECT_THAT(objectsOf(late.drain()), ElementsAre("first", "second"));
    Reader withoutHistory(recorder, {Kind::ClientConnected});
    EXPECT_TRUE(withoutHistory.drain().empty());
}

TEST_F(RecorderTest, partRecordsIntoTheWholeUnderItsOrigin)
{
    Recorder core(recorder, "core gg-1");
    EXPECT_FALSE(core.wants(Kind::MessagePublished));
    Reader reader(core, KindSet::all());
    EXPECT_TRUE(core.wants(Kind::MessagePublished));

    const EventId first = publish("a");
    const EventId second = core.record({.kind = Kind::MessagePublished, .cause = first, .object = "b"});
    EXPECT_EQ(second, first + 1);
    core.record({.kind = Kind::MessagePublished, .object = "c", .origin = "elsewhere"});
    core.flush();

    const auto chunks = reader.drain();
    EXPECT_THAT(objectsOf(chunks), ElementsAre("a", "b", "c"));
    std::vector<std::string> origins;
    for (const auto& chunk : chunks)
        for (const auto& event : chunk->events())
            origins.emplace_back(chunk->origin(event));
    EXPECT_THAT(origins, ElementsAre("", "core gg-1", "elsewhere"));
}

TEST_F(RecorderTest, historyStaysWithinItsBudget)
{
    Recorder small(clock, {.history = 64 << 10, .chunk = 4 << 10});
    for (int i = 0; i < 10'000; ++i)
        small.record({.kind = Kind::ClientRefused, .detail = "the same sentence again and again"});
    Reader late(small, {}, true);
    std::size_t bytes = 0;
    EventId last = 0;
    for (const auto& chunk : late.drain()) {
        bytes += chunk->footprint();
        last = chunk->events().back().id;
    }
    EXPECT_GT(bytes, 0u);
    EXPECT_LE(bytes, 64u << 10);
    EXPECT_EQ(last, 10'000u) << "the newest are kept";
}

TEST_F(RecorderTest, slowReaderLosesTheOldestAndIsTold)
{
    Recorder small(clock, {.mailbox = 32 << 10, .chunk = 4 << 10});
    Reader slow(small, KindSet::all());
    for (int i = 0; i < 5'000; ++i)
        small.record({.kind = Kind::MessagePublished, .object = "topic"});
    small.flush();
    std::size_t got = 0;
    for (const auto& chunk : slow.drain())
        got += chunk->events().size();
    EXPECT_GT(slow.lost(), 0u);
    EXPECT_EQ(got + slow.lost(), 5'000u) << "every event is either read or counted as lost";
}

TEST_F(RecorderTest, readerOnAnotherThreadSeesEveryEventOnce)
{
    constexpr EventId kEvents = 200'000;
    Reader reader(recorder, KindSet::all());
    std::atomic<bool> done = false;
    std::uint64_t seen = 0;
    EventId last = 0;
    bool ordered = true;
    const auto drain = [&] {
        for (const auto& chunk : reader.drain()) {
            for (const auto& event : chunk->events()) {
                ordered = ordered && event.id == last + 1;
                last = event.id;
                ++seen;
            }
        }
    };
    std::thread thread([&] {
        while (!done)
            drain();
        drain();
    });
    for (EventId i = 0; i < kEvents; ++i) {
        publish("t", "some payload");
        if (i % 100 == 0)
            recorder.flush();
    }
    recorder.flush();
    done = true;
    thread.join();
    EXPECT_EQ(seen, kEvents);
    EXPECT_TRUE(ordered);
    EXPECT_EQ(reader.lost(), 0u);
}

TEST(Kind, everyKindHasANameOfItsOwn)
{
    std::set<std::string_view> names;
    for (unsigned i = 0; i < static_cast<unsigned>(Kind::kCount); ++i)
        names.insert(name(static_cast<Kind>(i)));
    EXPECT_EQ(names.size(), static_cast<std::size_t>(Kind::kCount));
    EXPECT_FALSE(names.contains(""));
}

} // namespace
} // namespace greensward::trace
