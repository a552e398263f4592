// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/devices/gas_turbine.h"

#include "simulator/devices/plant_sensor.h"
#include "simulator/world.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace greensward::simulator {
namespace {

using namespace std::chrono_literals;
using Q = GasTurbine;

/// A plant in its own time, in air of the test's choice where it can be chosen.
struct Plant
{
    std::shared_ptr<GasTurbineConstants> constants = [] {
        auto sheet = std::make_shared<GasTurbineConstants>();
        sheet->timeFactor = 1;
        sheet->initialDust = 0;
        sheet->dustSpread = 0;
        return sheet;
    }();
    Weather weather{1, WallTime{1'500'000'000s}};
    Moment now{};
    std::unique_ptr<GasTurbine> made;

    GasTurbine& gas()
    {
        if (!made) {
            made = std::make_unique<GasTurbine>(constants, weather, Random(1), now);
            made->setWind(3.0);
        }
        return *made;
    }
    void run(Duration span)
    {
        for (const Moment end = now + span; now < end;) {
            now += 1min;
            gas().live(now);
        }
    }
    double operator[](Q::Quantity quantity) { return gas().quantity(quantity); }
};

TEST(GasTurbine, dustFoulsTheFilterAndTheDropRises)
{
    Plant plant;
    plant.run(1min);
    const double clean = plant[Q::PressureDrop];
    EXPECT_NEAR(clean, plant.constants->cleanDrop, 15);
    plant.run(6h);
    // 400 µg/m³ × 75 m³/s × 0.97 for six hours
    EXPECT_NEAR(plant[Q::FilterDust], 0.63, 0.03);
    EXPECT_GT(plant[Q::PressureDrop], clean + 500);
    EXPECT_NEAR(plant[Q::FilterAge], 6.0, 0.1);
}

TEST(GasTurbine, moreDustFoulsItSooner)
{
    Plant calm;
    Plant storm;
    storm.gas().setWind(20.0);
    calm.run(1h);
    storm.run(1h);
    EXPECT_GT(storm[Q::Dust], 5 * calm[Q::Dust]) << "wind lifts it";
    EXPECT_GT(storm[Q::FilterDust], 5 * calm[Q::FilterDust]);
}

TEST(GasTurbine, dropGoesWithTheSquareOfTheFlow)
{
    Plant slow;
    slow.constants->topSpeed = 0.8;
    Plant fast;
    slow.run(10min);
    fast.run(10min);
    const double flows = fast[Q::AirFlow] / slow[Q::AirFlow];
    ASSERT_GT(flows, 1.2);
    EXPECT_NEAR(fast[Q::PressureDrop] / slow[Q::PressureDrop], flows * flows, 0.02);
}

TEST(GasTurbine, wetDustSwells)
{
    // Two filters with the same dust in the same air: only one of them swells.
    Plant dry;
    dry.constants->swelling = 0;
    Plant wet;
    dry.run(6h);
    wet.run(6h);
    ASSERT_GT(wet[Q::Humidity], 60) << "a summer's morning";
    EXPECT_GT(wet[Q::PressureDrop], dry[Q::PressureDrop] + 20);
    EXPECT_NEAR(wet[Q::FilterDust], dry[Q::FilterDust], 0.01);
}

TEST(GasTurbine, rotorSpoolsUpAgainstTheDropUntilTheOutputSags)
{
    Plant plant;
    plant.run(10min);
    const double speed = plant[Q::RotorSpeed];
    const double output = plant[Q::Output];
    const double efficiency = plant[Q::Efficiency];
    const double vibration = plant[Q::Vibration];
    EXPECT_NEAR(output, plant.constants->ratedOutput, 0.03 * plant.constants->ratedOutput);
    // The same plant at the same moments, with a filter that holds nothing back.
    Plant spotless;
    spotless.constants->caught = 0.1;
    spotless.run(10min);
    plant.run(12h); // a warm afternoon: the air is thin
    spotless.run(12h);
    EXPECT_GE(plant[Q::RotorSpeed], spotless[Q::RotorSpeed]);
    EXPECT_LE(plant[Q::RotorSpeed], plant.constants->ratedSpeed * plant.constants->topSpeed + 0.1);
    EXPECT_LT(plant[Q::Output], spotless[Q::Output] - 100) << "at its top speed it cannot make up for it";
    EXPECT_LT(plant[Q::Efficiency], efficiency);
    EXPECT_GT(plant[Q::Vibration], vibration);
    EXPECT_GT(speed, 0.9 * plant.constants->ratedSpeed);
}

TEST(GasTurbine, cleaningSetsTheFilterBack)
{
    Plant plant;
    plant.run(10h);
    const double fouled = plant[Q::PressureDrop];
    const double output = plant[Q::Output];
    const auto done = plant.gas().clean(1);
    ASSERT_TRUE(done);
    EXPECT_EQ(*done, "cleaning no. 1");
    EXPECT_TRUE(plant.gas().isCleaning());
    plant.run(1min);
    EXPECT_LT(plant[Q::PressureDrop], fouled);
    EXPECT_GT(plant[Q::PressureDrop], plant.constants->cleanDrop + 100) << "it takes its time";
    plant.run(10min);
    EXPECT_FALSE(plant.gas().isCleaning());
    EXPECT_LT(plant[Q::PressureDrop], plant.constants->cleanDrop + 100);
    EXPECT_GT(plant[Q::Output], output);
    EXPECT_LT(plant[Q::FilterAge], 0.2);
    EXPECT_EQ(plant[Q::Cleanings], 1);
}

TEST(GasTurbine, theSameCleaningIsAskedForTwiceAndDoneOnce)
{
    Plant plant;
    plant.run(1h);
    ASSERT_TRUE(plant.gas().clean(3));
    plant.run(10min);
    const auto again = plant.gas().clean(3);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, "");
    EXPECT_FALSE(plant.gas().isCleaning());
    const auto less = plant.gas().clean(2);
    ASSERT_FALSE(less);
    EXPECT_EQ(less.error().message, "the filter was cleaned 3 times already");
}

TEST(GasTurbine, doesNotDependOnWhoLooksWhen)
{
    Plant often;
    Plant seldom;
    often.gas();
    seldom.gas();
    for (Moment at{}; at <= Moment{1h}; at += 170ms)
        often.gas().live(at);
    often.gas().live(Moment{1h});
    seldom.gas().live(Moment{1h});
    for (std::size_t i = 0; i < Q::kQuantityCount; ++i)
        EXPECT_EQ(often.gas().quantity(i), seldom.gas().quantity(i)) << Q::kQuantities[i];
}

TEST(GasTurbine, anHourIsAMinute)
{
    Plant slow;
    Plant fast;
    fast.constants->timeFactor = 60;
    slow.gas();
    fast.gas();
    slow.gas().live(Moment{1h});
    fast.gas().live(Moment{1min});
    EXPECT_EQ(fast.gas().calendar(Moment{1min}), Moment{1h});
    EXPECT_EQ(fast[Q::FilterDust], slow[Q::FilterDust]);
    EXPECT_GT(fast[Q::FilterDust], 0.09);
}

TEST(GasTurbine, standsStillWhileNobodyLooksForLong)
{
    Plant plant;
    plant.gas().live(Moment{1'000h});
    EXPECT_LT(plant[Q::FilterAge], 6.1);
}

TEST(GasTurbine, sameNameSamePlant)
{
    World world(1, WallTime{1'500'000'000s}, Instant{});
    const auto sheet = std::make_shared<GasTurbineConstants>();
    const auto plant = world.plant("gt-1", sheet);
    ASSERT_TRUE(plant);
    EXPECT_EQ(world.plant("gt-1", std::make_shared<GasTurbineConstants>()), plant);
    EXPECT_NE(world.plant("gt-2", sheet)->quantity(Q::FilterDust), plant->quantity(Q::FilterDust));
    auto other = std::make_shared<GasTurbineConstants>();
    other->ratedOutput = 5;
    EXPECT_FALSE(world.plant("gt-1", other)) << "it stands there with another data sheet";
}

TEST(PlantSensor, twoSensorsSeeOnePlant)
{
    World world(1, WallTime{1'500'000'000s}, Instant{});
    const auto plant = world.plant("gt-1", std::make_shared<GasTurbineConstants>());
    PlantSensor filter(plant, Random(1), world.now());
    PlantSensor rotor(plant, Random(2), world.now());
    filter.advance({}, 1min);
    rotor.advance({}, 1min);
    EXPECT_NEAR(filter.quantity(Q::PressureDrop), rotor.quantity(Q::PressureDrop), 10);
    EXPECT_NE(filter.quantity(Q::PressureDrop), rotor.quantity(Q::PressureDrop)) << "each has noise of its own";
    EXPECT_EQ(filter.calendar(Moment{1min}), Moment{1h});

    EXPECT_TRUE(filter.obey(asBytes(R"({"clean":true})")));
    EXPECT_EQ(rotor.setting(0), 1);
    EXPECT_EQ(filter.set(0, 2).value(), "cleaning no. 2");
    EXPECT_EQ(filter.set(0, 2).value(), "");
}

TEST(PlantSensor, refusesWhatIsNoCommand)
{
    World world(1, WallTime{1'500'000'000s}, Instant{});
    PlantSensor filter(world.plant("gt-1", std::make_shared<GasTurbineConstants>()), Random(1), world.now());
    for (const char* command : {"", "[", "7", "{}", R"({"clean":"yes"})", R"({"clean":-1})", R"({"clean":1.5})",
                                R"({"clean":1e99})", R"({"clean":null})"})
        EXPECT_FALSE(filter.obey(asBytes(command))) << command;
    EXPECT_EQ(filter.setting(0), 0);
    EXPECT_TRUE(filter.obey(asBytes(R"({"clean":false})"))) << "it asks for nothing";
    EXPECT_EQ(filter.setting(0), 0);
}

} // namespace
} // namespace greensward::simulator
