// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Random streams of events against random conditions, held against definitions that look at the whole stream at once.
#include "base/random.h"
#include "lab_world.h"
#include "labs/judge.h"

#include <algorithm>
#include <fmt/format.h>

namespace greensward::labs {

using namespace std::chrono_literals;

namespace {

struct Happened
{
    int topic;
    Duration at;
};

/// Topics are "0" to "3"; a stream lasts a minute.
std::vector<Happened> stream(Random& random)
{
    std::vector<Happened> all;
    Duration at{};
    while (at < 60s) {
        at += std::chrono::milliseconds(1 + random.below(4000));
        all.push_back({static_cast<int>(random.below(4)), at});
    }
    return all;
}

std::string event(int topic, const std::string& more = {})
{
    return fmt::format(R"({{"event":"message published","topic":"{}"{}}})", topic, more);
}

} // namespace

class RandomStreams : public LabWorld, public testing::WithParamInterface<std::uint64_t>
{
protected:
    /// The verdict after the whole stream; ticks fall between events by chance.
    bool judged(const std::string& json, const std::vector<Happened>& all, Random& random)
    {
        const Condition condition = conditionOf(json);
        const WallTime begun = clock.wall();
        Judge judge(condition, nullptr, {}, begun);
        bool wasMet = false;
        for (const Happened& one : all) {
            if (random.below(3) == 0)
                judge.advance(clock.wall() + (begun + one.at - clock.wall()) / 2);
            clock.advance(begun + one.at - clock.wall());
            const auto chunk = record(message(std::to_string(one.topic)));
            judge.read(*chunk, chunk->events().front());
            EXPECT_TRUE(!wasMet || judge.verdict().met) << json << ": what was met is no longer";
            wasMet = judge.verdict().met;
        }
        return wasMet;
    }
};

TEST_P(RandomStreams, countWithin)
{
    Random random(GetParam());
    const auto all = stream(random);
    const unsigned count = 2 + static_cast<unsigned>(random.below(4));
    const int window = 1 + static_cast<int>(random.below(10));
    std::vector<Duration> times;
    for (const Happened& one : all)
        if (one.topic == 1)
            times.push_back(one.at);
    bool expected = false;
    for (std::size_t at = 0; at + count <= times.size(); ++at)
        expected |= times[at + count - 1] - times[at] <= std::chrono::seconds(window);
    EXPECT_EQ(judged(event(1, fmt::format(R"(,"count":{},"within":"{}s")", count, window)), all, random), expected);
}

TEST_P(RandomStreams, oneAfterTheOtherWithin)
{
    Random random(GetParam());
    const auto all = stream(random);
    const int window = 1 + static_cast<int>(random.below(6));
    bool expected = false;
    std::optional<Duration> last;
    for (const Happened& one : all) {
        expected |= one.topic == 2 && last && one.at - *last <= std::chrono::seconds(window);
        if (one.topic == 1)
            last = one.at;
    }
    const std::string json = fmt::format(R"({{"all":[{},{}]}})", event(1),
                                         event(2, fmt::format(R"(,"after":"previous","within":"{}s")", window)));
    EXPECT_EQ(judged(json, all, random), expected);
}

TEST_P(RandomStreams, absentFor)
{
    Random random(GetParam());
    const auto all = stream(random);
    const int quiet = 1 + static_cast<int>(random.below(20));
    bool expected = false;
    Duration since{};
    for (const Happened& one : all) {
        expected |= one.at - since >= std::chrono::seconds(quiet);
        if (one.topic == 3)
            since = one.at;
    }
    EXPECT_EQ(judged(fmt::format(R"({{"absent":"message published","topic":"3","for":"{}s"}})", quiet), all, random),
              expected);
}

TEST_P(RandomStreams, allAndAnyAreWhatTheyAreCalled)
{
    Random random(GetParam());
    auto all = stream(random);
    all.resize(std::min<std::size_t>(all.size(), 1 + random.below(5)));
    const auto saw = [&](int topic) {
        return std::any_of(all.begin(), all.end(), [&](const Happened& one) { return one.topic == topic; });
    };
    EXPECT_EQ(judged(fmt::format(R"({{"all":[{},{{"any":[{},{}]}}]}})", event(0), event(1), event(2)), all, random),
              saw(0) && (saw(1) || saw(2)));
}

INSTANTIATE_TEST_SUITE_P(Seeds, RandomStreams, testing::Range<std::uint64_t>(1, 101));

} // namespace greensward::labs
