// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/spooler.h"
#include "group_text.h"

#include <algorithm>
#include <gmock/gmock.h>

using namespace greensward;
using namespace greensward::edge;
using namespace greensward::edge::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

/// What is on the disk.
struct FakeDisk final : CoreStore
{
    std::vector<SpooledMessage> spool;
    Ticket last = 0;
    Ticket addToSpool(const SpooledMessage& message) override
    {
        spool.push_back(message);
        return ++last;
    }
    Ticket dropFromSpool(std::uint64_t number) override
    {
        std::erase_if(spool, [number](const SpooledMessage& message) { return message.number == number; });
        return ++last;
    }
    Ticket saveRecord(const SyncRecord&) override { return ++last; }
    Ticket dropRecord(std::string_view) override { return ++last; }
};

class SpoolerTest : public testing::Test
{
protected:
    std::vector<std::string> waiting() const
    {
        std::vector<std::string> texts;
        for (const SpooledMessage& message : spooler.messages())
            texts.push_back(message.payload);
        return texts;
    }
    Result<Ticket> add(std::string_view payload, WhenSpoolFull whenFull = WhenSpoolFull::DropOldest)
    {
        return spooler.add("t", payload, whenFull);
    }
    std::string send()
    {
        const SpooledMessage* next = spooler.take();
        if (!next)
            return {};
        const std::string payload = next->payload;
        EXPECT_TRUE(spooler.arrived(next->number));
        return payload;
    }

    ManualClock clock;
    trace::Recorder recorder{clock};
    FakeDisk disk;
    Spooler spooler{{.recorder = recorder, .core = "core", .store = &disk}};
};

TEST_F(SpoolerTest, sendsInOrderOneAtATime)
{
    add("1"), add("2");
    const SpooledMessage* first = spooler.take();
    ASSERT_TRUE(first);
    EXPECT_EQ(first->payload, "1");
    EXPECT_EQ(spooler.take(), nullptr) << "one is on its way";
    EXPECT_FALSE(spooler.arrived(first->number + 1));
    EXPECT_TRUE(spooler.arrived(first->number));
    EXPECT_EQ(send(), "2");
    EXPECT_EQ(spooler.take(), nullptr);
    EXPECT_EQ(spooler.bytes(), 0U);
}

TEST_F(SpoolerTest, sendsAgainWhatDidNotArrive)
{
    add("1"), add("2");
    spooler.take();
    spooler.putBack();
    EXPECT_EQ(send(), "1");
    EXPECT_EQ(send(), "2");
}

TEST_F(SpoolerTest, discardsTheOldestWhenItIsFull)
{
    spooler.configure({.bytes = 3 * (1 + 1 + Spooler::kOverhead)});
    add("1"), add("2"), add("3"), add("4");
    EXPECT_THAT(waiting(), ElementsAre("2", "3", "4"));
    EXPECT_EQ(spooler.discarded(), 1U);

    spooler.take(); // what is on its way stays, the oldest of the others goes
    add("5");
    EXPECT_THAT(waiting(), ElementsAre("2", "4", "5"));
}

TEST_F(SpoolerTest, refusesWhenAskedToRatherThanDiscard)
{
    spooler.configure({.bytes = 2 * (1 + 1 + Spooler::kOverhead)});
    add("1"), add("2");
    EXPECT_THAT(add("3", WhenSpoolFull::Refuse).error().message, HasSubstr("full"));
    EXPECT_THAT(waiting(), ElementsAre("1", "2"));
    EXPECT_FALSE(add(std::string(200, 'x'))) << "larger than all of it";
    EXPECT_THAT(waiting(), ElementsAre("1", "2")) << "and nothing made room for it";
}

TEST_F(SpoolerTest, memoryDoesNotSurviveADeployment)
{
    add("1");
    spooler.configure({});
    EXPECT_THAT(waiting(), IsEmpty());
    EXPECT_THAT(disk.spool, IsEmpty());
}

TEST_F(SpoolerTest, filesSurviveADeploymentAndARestart)
{
    spooler.configure({.onDisk = true});
    EXPECT_GT(add("1").value(), 0U) << "a ticket to wait for";
    add("2");
    EXPECT_EQ(send(), "1");
    spooler.configure({.onDisk = true});
    EXPECT_THAT(waiting(), ElementsAre("2"));

    Spooler next{{.recorder = recorder, .core = "core", .store = &disk}};
    next.restore(disk.spool);
    next.configure({.onDisk = true});
    ASSERT_EQ(next.messages().size(), 1U);
    EXPECT_EQ(next.messages().front().payload, "2");
    ASSERT_TRUE(next.add("t", "3", WhenSpoolFull::DropOldest));
    EXPECT_GT(next.messages().back().number, next.messages().front().number);
}

TEST_F(SpoolerTest, takesItsMessagesAlongWhenTheStorageChanges)
{
    spooler.configure({.onDisk = true});
    add("1");
    spooler.configure({.onDisk = false});
    EXPECT_THAT(waiting(), ElementsAre("1"));
    EXPECT_THAT(disk.spool, IsEmpty());
}

TEST_F(SpoolerTest, tellsThatMessagesWaitAndThatNoneDoesAnyMore)
{
    trace::Reader reader(recorder, {trace::Kind::SpoolFilled, trace::Kind::SpoolDrained, trace::Kind::LimitReached});
    add("1"), add("2");
    spooler.setOnline(true);
    send(), send();
    add("3"), send(); // nothing to tell: it does not wait
    recorder.flush();
    std::vector<std::pair<trace::Kind, std::int64_t>> told;
    for (const auto& chunk : reader.drain())
        for (const auto& event : chunk->events())
            told.emplace_back(event.kind, event.extra);
    EXPECT_THAT(told, ElementsAre(std::pair(trace::Kind::SpoolFilled, 1), std::pair(trace::Kind::SpoolDrained, 2)));
}

TEST(SpoolSettings, areThoseOfTheGroupsEntry)
{
    const auto none = SpoolSettings::of(GroupText().document());
    EXPECT_EQ(none->bytes, 2'621'440U);
    EXPECT_FALSE(none->onDisk);

    const auto all = SpoolSettings::of(GroupText()
                                           .spooler({{"GG_CONFIG_STORAGE_TYPE", "FileSystem"},
                                                     {"GG_CONFIG_MAX_SIZE_BYTES", "262144"},
                                                     {"GG_CONFIG_SUBSCRIPTION_QUALITY", "AtLeastOncePersistent"}})
                                           .document());
    ASSERT_TRUE(all);
    EXPECT_TRUE(all->onDisk && all->persistent);
    EXPECT_EQ(all->bytes, 262'144U);
}

TEST(SpoolSettings, refuseLessThanTheLeast)
{
    for (const char* size : {"262143", "-1", "many", "300000x", ""})
        EXPECT_THAT(
            SpoolSettings::of(GroupText().spooler({{"GG_CONFIG_MAX_SIZE_BYTES", size}}).document()).error().message,
            HasSubstr("262144"))
            << size;
    EXPECT_FALSE(SpoolSettings::of(GroupText().spooler({{"GG_CONFIG_STORAGE_TYPE", "Disk"}}).document()));
}

} // namespace
