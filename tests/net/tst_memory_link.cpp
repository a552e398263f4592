// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/memory_link.h"

#include "front_desk.h"

#include <gmock/gmock.h>

namespace greensward::net {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Everything on one thread: a test posts its steps and runs the loop until they are through.
class MemoryPair : public testing::Test
{
protected:
    MemoryPair()
    {
        LinkDescription description;
        description.transport = "memory";
        description.address = "memory";
        std::tie(near, far) = makeMemoryPair(loop, description, description);
        near->setHandler(&nearDesk);
        far->setHandler(&farDesk);
        nearDesk.onReceived = [](Link&, ByteView) {};
        farDesk.onReceived = [](Link&, ByteView) {};
    }

    std::size_t write(Link* link, std::string_view text)
    {
        const std::vector<ByteView> slices{asBytes(text)};
        return link->write(slices);
    }
    void turns(int count)
    {
        std::function<void(int)> turn = [&](int left) {
            if (left == 0)
                loop.stop();
            else
                loop.post([&turn, left] { turn(left - 1); });
        };
        turn(count);
        loop.run();
    }

    FrontDesk nearDesk;
    FrontDesk farDesk;
    EventLoop loop;
    Link* near = nullptr;
    Link* far = nullptr;
};

TEST_F(MemoryPair, deliversLaterAndInOnePiece)
{
    int pieces = 0;
    farDesk.onReceived = [&](Link&, ByteView) { ++pieces; };
    write(near, "a");
    write(near, "b");
    EXPECT_THAT(farDesk.seen().received, IsEmpty());
    turns(3);
    EXPECT_EQ(farDesk.seen().received, "ab");
    EXPECT_EQ(pieces, 1);
}

TEST_F(MemoryPair, holdsABoundedAmountAndSaysWhenThereIsRoom)
{
    const std::string text(300u << 10, 'x');
    const std::size_t taken = write(near, text);
    EXPECT_EQ(taken, 256u << 10);
    EXPECT_EQ(write(near, "more"), 0u);
    far->setReading(false);
    turns(3);
    EXPECT_EQ(write(near, "more"), 0u) << "nothing was read, so there is no room";
    far->setReading(true);
    turns(4);
    EXPECT_EQ(farDesk.seen().received.size(), taken);
    EXPECT_EQ(write(near, "more"), 4u);
}

TEST_F(MemoryPair, echoesWithoutRecursion)
{
    int depth = 0;
    int deepest = 0;
    int left = 100;
    const auto bounce = [&](FrontDesk& desk) {
        return [&](Link& link, ByteView bytes) {
            deepest = std::max(deepest, ++depth);
            if (--left > 0)
                desk.echo(link, bytes);
            --depth;
        };
    };
    nearDesk.onReceived = bounce(nearDesk);
    farDesk.onReceived = bounce(farDesk);
    write(near, "x");
    turns(300);
    EXPECT_EQ(left, 0);
    EXPECT_EQ(deepest, 1);
}

TEST_F(MemoryPair, whatWasSentBeforeAGracefulCloseArrivesBeforeIt)
{
    write(near, "farewell");
    near->close(CloseMode::Graceful);
    EXPECT_THAT(nearDesk.seen().closed, IsEmpty()) << "told from inside close()";
    turns(4);
    EXPECT_EQ(farDesk.seen().received, "farewell");
    EXPECT_THAT(nearDesk.seen().closed, ElementsAre("closed by this end"));
    EXPECT_THAT(farDesk.seen().closed, ElementsAre("the other end closed the connection"));
}

TEST_F(MemoryPair, abortLosesWhatIsUnderWay)
{
    write(near, "lost");
    near->close(CloseMode::Abort);
    turns(4);
    EXPECT_THAT(farDesk.seen().received, IsEmpty());
    EXPECT_THAT(nearDesk.seen().closed, ElementsAre("aborted by this end"));
    EXPECT_THAT(farDesk.seen().closed, ElementsAre("the other end reset the connection"));
}

TEST_F(MemoryPair, bothEndsMayCloseInTheSameTurn)
{
    near->close(CloseMode::Graceful);
    far->close(CloseMode::Graceful);
    turns(4);
    EXPECT_EQ(nearDesk.seen().closed.size(), 1u);
    EXPECT_EQ(farDesk.seen().closed.size(), 1u);
}

TEST(MemoryPairEnd, loopMayGoWithPairsThatAreInUse)
{
    FrontDesk desk;
    {
        EventLoop loop;
        auto [near, far] = makeMemoryPair(loop, {}, {});
        near->setHandler(&desk);
        far->setHandler(&desk);
        const std::vector<ByteView> slices{asBytes("x")};
        near->write(slices);
    }
    EXPECT_THAT(desk.seen().closed, IsEmpty());
}

} // namespace
} // namespace greensward::net
