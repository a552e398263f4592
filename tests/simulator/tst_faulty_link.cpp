// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/faulty_link.h"

#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <string>

namespace greensward::simulator {
namespace {

using namespace std::chrono_literals;

/// The real link behind the faulty one; remembers what was done to it.
struct RealLink final : net::Link
{
    net::LinkDescription about;
    net::LinkHandler* handler = nullptr;
    std::string written;
    std::size_t room = 1'000'000;
    bool reading = true;
    std::optional<net::CloseMode> closing;

    const net::LinkDescription& description() const override { return about; }
    void setHandler(net::LinkHandler* user) override { handler = user; }
    std::size_t write(std::span<const ByteView> slices) override
    {
        std::size_t taken = 0;
        for (const ByteView slice : slices) {
            const std::size_t fits = std::min(slice.size(), room);
            written += asText(slice.first(fits));
            room -= fits;
            taken += fits;
        }
        return taken;
    }
    void close(net::CloseMode mode) override { closing = mode; }
    void setReading(bool on) override { reading = on; }

    void say(std::string_view text) { handler->received(*this, asBytes(text)); }
    void end(std::string_view why) { std::exchange(handler, nullptr)->closed(*this, why); }
};

struct User final : net::LinkHandler
{
    std::string got;
    int writables = 0;
    std::optional<std::string> why;
    void received(net::Link&, ByteView bytes) override { got += asText(bytes); }
    void writable(net::Link&) override { ++writables; }
    void closed(net::Link&, std::string_view reason) override
    {
        ASSERT_FALSE(why) << "closed() told twice";
        why = std::string(reason);
    }
};

struct FaultyLinkTest : testing::Test
{
    ManualClock clock;
    RealLink real;
    User user;
    FaultyLink link{clock, Random(1), user};

    FaultyLinkTest()
    {
        real.handler = &link;
        link.attach(real);
    }
    std::size_t write(std::string_view text)
    {
        const std::array slices{asBytes(text)};
        return link.write(slices);
    }
    void pass(Duration span)
    {
        clock.advance(span);
        link.advance(clock.now());
    }
};

TEST_F(FaultyLinkTest, soundLinePassesEverythingAtOnce)
{
    EXPECT_EQ(write("up"), 2U);
    EXPECT_EQ(real.written, "up");
    real.say("down");
    EXPECT_EQ(user.got, "down");
    EXPECT_FALSE(link.nextDeadline());
    real.end("bye");
    EXPECT_EQ(user.why, "bye");
    EXPECT_TRUE(link.finished());
}

TEST_F(FaultyLinkTest, fullLineRefusesAndCallsBack)
{
    real.room = 3;
    EXPECT_EQ(write("12345"), 3U);
    real.room = 10;
    link.writable(real);
    EXPECT_EQ(user.writables, 1);
    EXPECT_EQ(write("45"), 2U);
}

TEST_F(FaultyLinkTest, latencyDelaysBothWays)
{
    link.setFaults({.latency = 50ms});
    write("up");
    real.say("down");
    pass(49ms);
    EXPECT_EQ(real.written, "");
    EXPECT_EQ(user.got, "");
    EXPECT_EQ(link.nextDeadline(), clock.now() + 1ms);
    pass(1ms);
    EXPECT_EQ(real.written, "up");
    EXPECT_EQ(user.got, "down");
}

TEST_F(FaultyLinkTest, cutIsSilentAndHealBringsWhatWaited)
{
    link.setFaults(LinkFaults::cut());
    EXPECT_EQ(write("up"), 2U) << "the sender does not know";
    EXPECT_FALSE(real.reading);
    real.say("down");
    pass(1h);
    EXPECT_EQ(real.written, "");
    EXPECT_EQ(user.got, "");
    EXPECT_FALSE(user.why);
    link.setFaults({});
    pass(0s);
    EXPECT_EQ(real.written, "up");
    EXPECT_EQ(user.got, "down");
    EXPECT_TRUE(real.reading);
}

TEST_F(FaultyLinkTest, cutInOneDirectionLeavesTheOther)
{
    link.setFaults({.cutDown = true});
    write("up");
    real.say("down");
    pass(1s);
    EXPECT_EQ(real.written, "up");
    EXPECT_EQ(user.got, "");
}

TEST_F(FaultyLinkTest, endOfTheOtherSideIsLearntAfterHealing)
{
    link.setFaults(LinkFaults::cut());
    real.end("keep alive ran out");
    write("into nothing");
    pass(1h);
    EXPECT_FALSE(user.why);
    link.setFaults({});
    pass(0s);
    EXPECT_EQ(user.why, "keep alive ran out");
    EXPECT_TRUE(link.finished());
}

TEST_F(FaultyLinkTest, lastWordsArriveBeforeTheEnd)
{
    link.setFaults({.latency = 10ms});
    real.say("last words");
    real.end("bye");
    pass(5ms);
    EXPECT_FALSE(user.why);
    pass(5ms);
    EXPECT_EQ(user.got, "last words");
    EXPECT_EQ(user.why, "bye");
}

TEST_F(FaultyLinkTest, ownEndBehindACutLeavesTheOtherHalfOpen)
{
    link.setFaults(LinkFaults::cut());
    write("goodbye");
    link.close(net::CloseMode::Graceful);
    EXPECT_FALSE(user.why) << "never from inside close()";
    EXPECT_EQ(link.nextDeadline(), clock.now());
    pass(0s);
    EXPECT_TRUE(user.why);
    EXPECT_FALSE(real.closing);
    EXPECT_FALSE(link.finished());
    link.setFaults({});
    pass(0s);
    EXPECT_EQ(real.written, "goodbye");
    EXPECT_EQ(real.closing, net::CloseMode::Graceful);
    real.end("closed");
    EXPECT_TRUE(link.finished());
}

TEST_F(FaultyLinkTest, gracefulCloseSendsWhatIsUnderWay)
{
    link.setFaults({.latency = 10ms});
    write("goodbye");
    link.close(net::CloseMode::Graceful);
    pass(0s);
    EXPECT_FALSE(real.closing);
    pass(10ms);
    EXPECT_EQ(real.written, "goodbye");
    EXPECT_EQ(real.closing, net::CloseMode::Graceful);
}

TEST_F(FaultyLinkTest, deathOfTheProcessEndsWithoutAWord)
{
    link.setFaults({.latency = 10ms});
    write("half a packet");
    link.forsake();
    EXPECT_EQ(real.closing, net::CloseMode::Vanish);
    real.say("too late");
    pass(1s);
    EXPECT_EQ(real.written, "");
    EXPECT_EQ(user.got, "");
    real.end("reset");
    EXPECT_FALSE(user.why);
    EXPECT_TRUE(link.finished());
}

TEST_F(FaultyLinkTest, boundedBufferBehindACut)
{
    link.setFaults(LinkFaults::cut());
    const std::string block(100'000, 'x');
    std::size_t taken = 0;
    for (int i = 0; i < 10; ++i)
        taken += write(block);
    EXPECT_EQ(taken, Pipe::kCapacity);
    EXPECT_EQ(user.writables, 0);
    link.setFaults({});
    pass(0s);
    EXPECT_EQ(real.written.size(), Pipe::kCapacity);
    EXPECT_EQ(user.writables, 1);
}

TEST_F(FaultyLinkTest, slowRealLinkIsNotAskedInALoop)
{
    real.room = 4;
    link.setFaults({.latency = 1ms});
    write("123456");
    pass(1ms);
    EXPECT_EQ(real.written, "1234");
    EXPECT_FALSE(link.nextDeadline());
    real.room = 10;
    link.writable(real);
    EXPECT_EQ(real.written, "123456");
}

} // namespace
} // namespace greensward::simulator
