// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/devices/sprinkler_physics.h"

#include <gtest/gtest.h>

namespace greensward::simulator {
namespace {

using namespace std::chrono_literals;
using Q = SprinklerPhysics;

struct Sprinkler
{
    std::shared_ptr<SprinklerConstants> constants = std::make_shared<SprinklerConstants>();
    SprinklerPhysics physics{constants, Random(1)};
    Conditions conditions{.windScore = 0, .temperature = 20, .humidity = 50, .sun = 1.0, .gridFrequency = 0};

    void run(Duration span)
    {
        for (Duration done{}; done < span; done += 1s)
            physics.advance(conditions, 1s);
    }
    Result<std::string> tell(std::string_view json) { return physics.obey(asBytes(json)); }
    double operator[](Q::Quantity quantity) const { return physics.quantity(quantity); }
};

TEST(SprinklerPhysics, flowFollowsTheValve)
{
    Sprinkler sprinkler;
    sprinkler.run(5s);
    EXPECT_EQ(sprinkler[Q::Flow], 0.0);
    ASSERT_EQ(sprinkler.tell(R"({"water":"on"})"), "water on");
    EXPECT_EQ(sprinkler[Q::Valve], 1.0);
    EXPECT_EQ(sprinkler[Q::Flow], 0.0) << "water has mass";
    sprinkler.run(1s);
    EXPECT_GT(sprinkler[Q::Flow], 3.0);
    sprinkler.run(10s);
    EXPECT_NEAR(sprinkler[Q::Flow], 12.0, 1.2);
    ASSERT_EQ(sprinkler.tell(R"({"water":"off"})"), "water off");
    sprinkler.run(30s);
    EXPECT_EQ(sprinkler[Q::Flow], 0.0);
}

TEST(SprinklerPhysics, moistureRisesByTheWaterThatFlows)
{
    Sprinkler sprinkler;
    sprinkler.constants->evaporation = 0;
    const double before = sprinkler[Q::Moisture];
    sprinkler.tell(R"({"water":"on"})");
    sprinkler.run(60s);
    // 12 l on 300 l of soil are 4 %.
    EXPECT_NEAR(sprinkler[Q::Moisture] - before, 4.0, 0.2);
}

TEST(SprinklerPhysics, soilDriesFasterInTheSunAndInDryAir)
{
    const auto lossIn = [](double sun, double humidity) {
        Sprinkler sprinkler;
        sprinkler.conditions.sun = sun;
        sprinkler.conditions.humidity = humidity;
        const double before = sprinkler[Q::Moisture];
        sprinkler.run(10min);
        return before - sprinkler[Q::Moisture];
    };
    EXPECT_GT(lossIn(0, 50), 0.0);
    EXPECT_GT(lossIn(1, 50), 2 * lossIn(0, 50));
    EXPECT_GT(lossIn(1, 30), lossIn(1, 80));
}

TEST(SprinklerPhysics, soilSaturatesThenDrainsToFieldCapacity)
{
    Sprinkler sprinkler;
    sprinkler.constants->drainTime = 10'000;
    sprinkler.tell(R"({"water":"on"})");
    sprinkler.run(20min);
    EXPECT_NEAR(sprinkler[Q::Moisture], sprinkler.constants->saturation, 0.5);
    EXPECT_LE(sprinkler[Q::Moisture], sprinkler.constants->saturation);
    sprinkler.tell(R"({"water":"off"})");
    sprinkler.constants->evaporation = 0;
    sprinkler.constants->drainTime = 100;
    sprinkler.run(30min);
    EXPECT_NEAR(sprinkler[Q::Moisture], sprinkler.constants->fieldCapacity, 0.2);
}

TEST(SprinklerPhysics, nothingDriesBelowTheWiltingPoint)
{
    Sprinkler sprinkler;
    sprinkler.constants->evaporation = 500;
    sprinkler.run(60min);
    EXPECT_GE(sprinkler[Q::Moisture], sprinkler.constants->wiltingPoint - 0.01);
    EXPECT_LT(sprinkler[Q::Moisture], sprinkler.constants->wiltingPoint + 1.0);
}

TEST(SprinklerPhysics, sameCommandAgainChangesNothing)
{
    Sprinkler sprinkler;
    EXPECT_EQ(sprinkler.tell(R"({"water":"off"})"), "");
    sprinkler.tell(R"({"water":"on"})");
    EXPECT_EQ(sprinkler.tell(R"( {"water":"on", "by":"macdonald"} )"), "");
    EXPECT_EQ(sprinkler[Q::Valve], 1.0);
}

struct WrongCommand
{
    std::string payload;
    std::string because;
};

class SprinklerWrongCommand : public testing::TestWithParam<WrongCommand>
{};

TEST_P(SprinklerWrongCommand, isIgnoredWithAReason)
{
    Sprinkler sprinkler;
    sprinkler.tell(R"({"water":"on"})");
    const auto done = sprinkler.tell(GetParam().payload);
    ASSERT_FALSE(done) << GetParam().payload;
    EXPECT_EQ(done.error().message, GetParam().because);
    EXPECT_EQ(sprinkler[Q::Valve], 1.0);
}

INSTANTIATE_TEST_SUITE_P(
    , SprinklerWrongCommand,
    testing::Values(WrongCommand{"", "the command is not JSON"}, WrongCommand{"{\"water\":", "the command is not JSON"},
                    WrongCommand{std::string("\xff\x00\x01", 3), "the command is not JSON"},
                    WrongCommand{std::string(3000, '['), "the command is not JSON"},
                    WrongCommand{"[\"on\"]", "the command has no \"water\" with a text"},
                    WrongCommand{"{}", "the command has no \"water\" with a text"},
                    WrongCommand{"{\"water\":true}", "the command has no \"water\" with a text"},
                    WrongCommand{"{\"water\":\"ON\"}", "\"water\" is neither \"on\" nor \"off\""},
                    WrongCommand{"{\"water\":\"on\"}" + std::string(5000, ' '), "the command is too long"}));

} // namespace
} // namespace greensward::simulator
