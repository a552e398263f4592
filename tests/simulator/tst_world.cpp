// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/world.h"

#include <gtest/gtest.h>

namespace greensward::simulator {
namespace {

using namespace std::chrono_literals;

constexpr WallTime kMorning{1'500'000'000s}; // 2017-07-14T02:40:00Z
constexpr Instant kBoot{5s};

TEST(World, realTimeFollowsTheEngine)
{
    World world(1, kMorning, kBoot);
    world.follow(kBoot + 1500ms);
    EXPECT_EQ(world.now(), Moment{1500ms});
    EXPECT_EQ(world.wall(world.now()), kMorning + 1500ms);
    EXPECT_EQ(world.engineTime(Moment{2s}), kBoot + 2s);
}

TEST(World, fasterWorldRunsAheadByItsFactor)
{
    World world(1, kMorning, kBoot, 60.0);
    world.follow(kBoot + 1s);
    EXPECT_EQ(world.now(), Moment{60s});
    const auto when = world.engineTime(Moment{90s});
    ASSERT_TRUE(when);
    world.follow(*when);
    EXPECT_GE(world.now(), Moment{90s}) << "whoever waits for a moment must find it there";
    EXPECT_LT(world.now(), Moment{90s} + 1us);
}

TEST(World, changeOfPaceNeitherJumpsNorTurnsBack)
{
    World world(1, kMorning, kBoot);
    world.setPace(10.0, kBoot + 2s);
    EXPECT_EQ(world.now(), Moment{2s});
    world.follow(kBoot + 3s);
    EXPECT_EQ(world.now(), Moment{12s});
    world.setPace(0.5, kBoot + 3s);
    world.follow(kBoot + 1s);
    EXPECT_EQ(world.now(), Moment{12s}) << "an earlier engine time must not move the clock";
}

TEST(World, steppedWorldMovesOnlyWhenStepped)
{
    World world(1, kMorning, kBoot, 0.0);
    world.follow(kBoot + 1h);
    EXPECT_EQ(world.now(), Moment{});
    EXPECT_FALSE(world.engineTime(Moment{1s}));
    world.step(250ms);
    EXPECT_EQ(world.now(), Moment{250ms});
    world.step(-1s);
    EXPECT_EQ(world.now(), Moment{250ms});
}

TEST(World, streamsDependOnSeedAndNameAlone)
{
    World first(7, kMorning, kBoot);
    World second(7, kMorning, kBoot + 1h);
    World other(8, kMorning, kBoot);
    EXPECT_EQ(first.stream("ev-gen-1")(), second.stream("ev-gen-1")());
    EXPECT_NE(first.stream("ev-gen-1")(), first.stream("ev-gen-2")());
    EXPECT_NE(first.stream("ev-gen-1")(), other.stream("ev-gen-1")());
}

TEST(Weather, isAFunctionOfSeedAndTime)
{
    const Weather weather(3, kMorning);
    const Conditions later = weather.at(Moment{500s});
    weather.at(Moment{10s});
    const Conditions again = weather.at(Moment{500s});
    EXPECT_EQ(later.windScore, again.windScore);
    EXPECT_EQ(later.temperature, again.temperature);
    EXPECT_NE(later.windScore, Weather(4, kMorning).at(Moment{500s}).windScore);
}

TEST(Weather, staysWithinWhatTheCountryKnows)
{
    const Weather weather(11, kMorning);
    double sum = 0;
    double squares = 0;
    constexpr int kSamples = 20'000;
    for (int i = 0; i < kSamples; ++i) {
        const Conditions now = weather.at(Moment{i * 61s});
        ASSERT_GT(now.temperature, 2.0);
        ASSERT_LT(now.temperature, 26.0);
        ASSERT_GE(now.humidity, 20.0);
        ASSERT_LE(now.humidity, 98.0);
        ASSERT_GE(now.sun, 0.0);
        ASSERT_LE(now.sun, 1.0);
        ASSERT_LT(std::abs(now.gridFrequency), 0.06);
        sum += now.windScore;
        squares += now.windScore * now.windScore;
    }
    EXPECT_NEAR(sum / kSamples, 0.0, 0.1);
    EXPECT_NEAR(squares / kSamples, 1.0, 0.1);
}

TEST(Weather, noonIsWarmerAndDrierThanNight)
{
    const Weather weather(11, kMorning);
    const Conditions night = weather.at(Moment{0h});
    const Conditions noon = weather.at(Moment{10h});
    EXPECT_GT(noon.temperature, night.temperature);
    EXPECT_LT(noon.humidity, night.humidity);
    EXPECT_EQ(night.sun, 0.0);
    EXPECT_GT(noon.sun, 0.9);
}

} // namespace
} // namespace greensward::simulator
