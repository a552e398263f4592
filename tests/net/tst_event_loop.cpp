// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "engine_thread.h"

#include <gmock/gmock.h>
#include <string>
#include <vector>

namespace greensward::net {
namespace {

using testing::ElementsAre;

TEST(EventLoop, postedWorkRunsInTheOrderOfItsCaller)
{
    EngineThread engine;
    std::vector<int> order;
    for (int i = 0; i < 100; ++i)
        engine.loop().post([&order, i] { order.push_back(i); });
    const auto seen = engine.call([&order] { return order; });
    ASSERT_EQ(seen.size(), 100u);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST(EventLoop, postComesThroughFromManyThreads)
{
    EngineThread engine;
    int count = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int n = 0; n < 1000; ++n)
                engine.loop().post([&count] { ++count; });
        });
    }
    for (auto& thread : threads)
        thread.join();
    EXPECT_EQ(engine.call([&count] { return count; }), 4000);
}

TEST(EventLoop, endOfTurnRunsAfterWhatIsReadyAndOnce)
{
    EventLoop loop;
    std::vector<std::string> order;
    std::function<void()> atEnd = [&] { order.emplace_back("end"); };
    loop.post([&] {
        order.emplace_back("first");
        loop.atEndOfTurn(&atEnd);
        loop.atEndOfTurn(&atEnd);
    });
    loop.post([&] {
        order.emplace_back("second");
        loop.atEndOfTurn(&atEnd);
        loop.post([&] { loop.stop(); });
    });
    loop.run();
    EXPECT_THAT(order, ElementsAre("first", "second", "end"));
}

TEST(EventLoop, endOfTurnAskedForAtTheEndOfATurnRunsInTheNext)
{
    EventLoop loop;
    int runs = 0;
    std::function<void()> atEnd = [&] {
        if (++runs < 3)
            loop.atEndOfTurn(&atEnd);
        else
            loop.stop();
    };
    loop.post([&] { loop.atEndOfTurn(&atEnd); });
    loop.run();
    EXPECT_EQ(runs, 3);
}

TEST(EventLoop, cancelledEndOfTurnDoesNotRunEvenFromInsideTheSameTurn)
{
    EventLoop loop;
    bool ran = false;
    std::function<void()> second = [&] { ran = true; };
    std::function<void()> first = [&] { loop.cancelEndOfTurn(&second); };
    std::function<void()> third = [&] { ran = true; };
    loop.post([&] {
        loop.atEndOfTurn(&first);
        loop.atEndOfTurn(&second);
        loop.atEndOfTurn(&third);
        loop.cancelEndOfTurn(&third);
        loop.post([&] { loop.post([&] { loop.stop(); }); });
    });
    loop.run();
    EXPECT_FALSE(ran);
}

TEST(EventLoop, timersFireInTheOrderOfTheirTimes)
{
    EventLoop loop;
    const SystemClock clock;
    std::vector<int> order;
    EventLoop::Timer late(loop, [&] {
        order.push_back(2);
        loop.stop();
    });
    EventLoop::Timer early(loop, [&] { order.push_back(1); });
    EventLoop::Timer past(loop, [&] { order.push_back(0); });
    const Instant start = clock.now();
    late.set(start + std::chrono::milliseconds{30});
    early.set(start + std::chrono::milliseconds{10});
    past.set(start - std::chrono::seconds{1});
    loop.run();
    EXPECT_THAT(order, ElementsAre(0, 1, 2));
    EXPECT_GE(clock.now() - start, std::chrono::milliseconds{30});
}

TEST(EventLoop, timerThatIsSetAgainFiresOnceAtTheLaterTime)
{
    EventLoop loop;
    const SystemClock clock;
    int fired = 0;
    EventLoop::Timer timer(loop, [&] { ++fired; });
    EventLoop::Timer end(loop, [&] { loop.stop(); });
    const Instant start = clock.now();
    loop.post([&] {
        timer.set(start);
        timer.set(start + std::chrono::milliseconds{5});
    });
    end.set(start + std::chrono::milliseconds{30});
    loop.run();
    EXPECT_EQ(fired, 1);
}

TEST(EventLoop, cancelledOrDestroyedTimersStaySilent)
{
    EventLoop loop;
    const SystemClock clock;
    int fired = 0;
    EventLoop::Timer cancelled(loop, [&] { ++fired; });
    auto destroyed = std::make_unique<EventLoop::Timer>(loop, [&] { ++fired; });
    EventLoop::Timer end(loop, [&] { loop.stop(); });
    loop.post([&] {
        cancelled.set(clock.now());
        destroyed->set(clock.now());
        cancelled.cancel();
        destroyed.reset();
    });
    end.set(clock.now() + std::chrono::milliseconds{10});
    loop.run();
    EXPECT_EQ(fired, 0);
}

TEST(EventLoop, stopBeforeRunIsNotForgotten)
{
    EventLoop loop;
    loop.stop();
    loop.run(); // would hang
    bool ran = false;
    loop.post([&] {
        ran = true;
        loop.stop();
    });
    loop.run();
    EXPECT_TRUE(ran);
}

} // namespace
} // namespace greensward::net
