// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/devices/turbine_physics.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>

namespace greensward::simulator {
namespace {

using namespace std::chrono_literals;
using Q = TurbinePhysics;

std::shared_ptr<TurbineConstants> calmConstants()
{
    auto constants = std::make_shared<TurbineConstants>();
    constants->wind.turbulence = 0;
    return constants;
}

/// A turbine in a steady wind of the test's choice.
struct Turbine
{
    std::shared_ptr<TurbineConstants> constants = calmConstants();
    TurbinePhysics physics{constants, Random(1)};
    Conditions conditions{.windScore = 0, .temperature = 15, .humidity = 60, .sun = 0.5, .gridFrequency = 0};

    void run(double wind, Duration span)
    {
        physics.setWind(wind);
        for (Duration done{}; done < span; done += 1s)
            physics.advance(conditions, 1s);
    }
    double operator[](Q::Quantity quantity) const { return physics.quantity(quantity); }
};

TEST(TurbinePhysics, rotorFollowsTheWindWithALag)
{
    Turbine turbine;
    turbine.run(8.0, 5min);
    const double before = turbine[Q::RotorFrequency];
    turbine.run(10.0, 1s);
    const double soon = turbine[Q::RotorFrequency];
    turbine.run(10.0, 5min);
    const double settled = turbine[Q::RotorFrequency];
    EXPECT_GT(settled, before * 1.15);
    EXPECT_GT(soon, before);
    EXPECT_LT(soon - before, 0.3 * (settled - before)) << "a rotor of tonnes does not jump";
}

TEST(TurbinePhysics, speedAndOutputRiseWithTheWindUpToRated)
{
    double lastSpeed = 0;
    double lastOutput = 0;
    for (const double wind : {5.0, 6.0, 7.0, 8.0, 9.0, 10.0}) {
        Turbine turbine;
        turbine.run(wind, 10min);
        EXPECT_GT(turbine[Q::RotorFrequency], lastSpeed) << wind << " m/s";
        EXPECT_GT(turbine[Q::Output], lastOutput) << wind << " m/s";
        lastSpeed = turbine[Q::RotorFrequency];
        lastOutput = turbine[Q::Output];
    }
}

TEST(TurbinePhysics, outputFollowsTheCubeOfTheWindBelowRated)
{
    Turbine slow;
    slow.run(5.0, 10min);
    Turbine fast;
    fast.run(10.0, 10min);
    EXPECT_NEAR(fast[Q::Output] / slow[Q::Output], 8.0, 1.2);
}

TEST(TurbinePhysics, aboveRatedThePitchHoldsSpeedAndOutput)
{
    for (const double wind : {12.0, 15.0, 20.0, 24.0}) {
        Turbine turbine;
        turbine.run(wind, 10min);
        EXPECT_NEAR(turbine[Q::Output], turbine.constants->ratedOutput, 3.0) << wind << " m/s";
        EXPECT_NEAR(turbine[Q::RotorFrequency], turbine.constants->ratedRotorFrequency, 0.05) << wind << " m/s";
    }
}

TEST(TurbinePhysics, nothingIsFedBelowCutIn)
{
    Turbine turbine;
    turbine.run(2.0, 10min);
    EXPECT_EQ(turbine[Q::Output], 0.0);
    EXPECT_GT(turbine[Q::RotorFrequency], 0.0) << "it idles";
}

TEST(TurbinePhysics, stormShutsItDownAndItComesBack)
{
    Turbine turbine;
    turbine.run(20.0, 5min);
    ASSERT_GT(turbine[Q::Output], 90.0);
    turbine.run(27.0, 3min);
    EXPECT_EQ(turbine[Q::Output], 0.0);
    EXPECT_LT(turbine[Q::RotorFrequency], 0.1);
    turbine.run(22.0, 3min);
    EXPECT_EQ(turbine[Q::Output], 0.0) << "it waits for clearly less than the cut-out wind";
    turbine.run(15.0, 10min);
    EXPECT_GT(turbine[Q::Output], 90.0);
}

TEST(TurbinePhysics, temperatureFollowsTheLoad)
{
    Turbine turbine;
    turbine.run(2.0, 20min);
    const double idle = turbine[Q::Temperature];
    EXPECT_NEAR(idle, turbine.conditions.temperature, 0.5);
    turbine.run(13.0, 60s);
    const double warming = turbine[Q::Temperature];
    turbine.run(13.0, 30min);
    const double loaded = turbine[Q::Temperature];
    EXPECT_GT(warming, idle + 2);
    EXPECT_GT(loaded, warming + 5) << "heat takes minutes";
    EXPECT_NEAR(loaded, turbine.conditions.temperature + turbine.constants->heatRise, 3.0);
    turbine.run(2.0, 30min);
    EXPECT_NEAR(turbine[Q::Temperature], idle, 1.0);
}

TEST(TurbinePhysics, warmNacelleIsRelativelyDrier)
{
    Turbine turbine;
    turbine.run(2.0, 5min);
    EXPECT_NEAR(turbine[Q::Humidity], 60.0, 1.0);
    turbine.run(13.0, 30min);
    EXPECT_LT(turbine[Q::Humidity], 45.0);
    EXPECT_GT(turbine[Q::Humidity], 20.0);
}

TEST(TurbinePhysics, outputLiftsTheFrequencyALittle)
{
    Turbine turbine;
    turbine.run(2.0, 2min);
    EXPECT_NEAR(turbine[Q::OutputFrequency], 50.0, 0.006);
    turbine.run(13.0, 10min);
    EXPECT_NEAR(turbine[Q::OutputFrequency], 50.02, 0.006);
    turbine.conditions.gridFrequency = -0.03;
    turbine.run(13.0, 10s);
    EXPECT_NEAR(turbine[Q::OutputFrequency], 49.99, 0.006);
}

TEST(TurbinePhysics, staysWithinItsDataSheetInAnyWeather)
{
    const auto constants = std::make_shared<TurbineConstants>();
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const Weather weather(seed, WallTime{1'500'000'000s});
        TurbinePhysics turbine(constants, Random(seed));
        double most = 0;
        for (int second = 1; second <= 3'600; ++second) {
            turbine.advance(weather.at(Moment{std::chrono::seconds{second}}), 1s);
            ASSERT_GE(turbine.quantity(Q::Output), 0.0);
            ASSERT_LE(turbine.quantity(Q::Output), constants->ratedOutput + 1e-9);
            ASSERT_GE(turbine.quantity(Q::RotorFrequency), 0.0);
            ASSERT_LT(turbine.quantity(Q::RotorFrequency), 1.35 * constants->ratedRotorFrequency);
            ASSERT_GT(turbine.quantity(Q::Temperature), 0.0);
            ASSERT_LT(turbine.quantity(Q::Temperature), 80.0);
            ASSERT_GE(turbine.quantity(Q::Humidity), 0.0);
            ASSERT_LE(turbine.quantity(Q::Humidity), 100.0);
            ASSERT_NEAR(turbine.quantity(Q::OutputFrequency), 50.0, 0.1);
            most = std::max(most, turbine.quantity(Q::Output));
        }
        EXPECT_GT(most, 0.0) << "an hour without any output, seed " << seed;
    }
}

TEST(TurbinePhysics, sameSeedSameLife)
{
    const auto constants = std::make_shared<TurbineConstants>();
    TurbinePhysics first(constants, Random(5));
    TurbinePhysics second(constants, Random(5));
    TurbinePhysics other(constants, Random(6));
    const Weather weather(1, WallTime{1'500'000'000s});
    for (int i = 0; i < 100; ++i) {
        const Conditions now = weather.at(Moment{i * 1s});
        for (TurbinePhysics* turbine : {&first, &second, &other})
            turbine->advance(now, 1s);
    }
    EXPECT_EQ(first.quantity(Q::RotorFrequency), second.quantity(Q::RotorFrequency));
    EXPECT_NE(first.quantity(Q::RotorFrequency), other.quantity(Q::RotorFrequency));
}

TEST(TurbinePhysics, longSleepIsSurvived)
{
    Turbine turbine;
    turbine.physics.setWind(9.0);
    turbine.physics.advance(turbine.conditions, 24h);
    EXPECT_TRUE(std::isfinite(turbine[Q::RotorFrequency]));
    EXPECT_GT(turbine[Q::Output], 0.0);
}

TEST(Wind, meansFollowTheSitesWeibullDistribution)
{
    const WindClimate climate{.mean = 8.0, .shape = 2.0, .turbulence = 0, .gustTime = 6};
    const Wind wind(climate);
    // Quantiles of a Weibull distribution with k = 2 and mean 8: scale 9.027.
    EXPECT_NEAR(wind.mean(0.0), 9.027 * std::sqrt(std::log(2.0)), 0.01);
    EXPECT_NEAR(wind.mean(1.0), 9.027 * std::sqrt(-std::log(0.158655)), 0.01);
    EXPECT_NEAR(wind.mean(-1.0), 9.027 * std::sqrt(-std::log(0.841345)), 0.01);
    EXPECT_TRUE(std::isfinite(wind.mean(40.0)));
}

TEST(Wind, gustsHaveTheIntensityAndMemoryOfTheSite)
{
    const WindClimate climate{.mean = 8.0, .shape = 2.0, .turbulence = 0.15, .gustTime = 5};
    Wind wind(climate);
    wind.setMean(10.0);
    Random random(9);
    double sum = 0;
    double squares = 0;
    double lagged = 0;
    double last = 0;
    constexpr int kSamples = 50'000;
    for (int i = 0; i < kSamples; ++i) {
        const double off = wind.advance(0, 1s, random) - 10.0;
        sum += off;
        squares += off * off;
        lagged += off * last;
        last = off;
    }
    EXPECT_NEAR(sum / kSamples, 0.0, 0.1);
    EXPECT_NEAR(std::sqrt(squares / kSamples), 1.5, 0.08);
    EXPECT_NEAR(lagged / squares, std::exp(-1.0 / 5.0), 0.02);
}

} // namespace
} // namespace greensward::simulator
