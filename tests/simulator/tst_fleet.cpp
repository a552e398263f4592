// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "village.h"

#include <array>
#include <gmock/gmock.h>

namespace greensward::simulator {
namespace {

using namespace std::chrono_literals;
using testing::SizeIs;

void addTurbines(Village& village, int count)
{
    const auto model = Village::model("turbine");
    for (int i = 0; i < count; ++i) {
        const auto device = village.fleet.add(model, std::to_string(i), village.links);
        ASSERT_TRUE(device);
        (*device)->start();
    }
}

std::string everything(std::uint64_t seed)
{
    Village village(seed);
    addTurbines(village, 5);
    Device& sprinkler = village.add("sprinkler", "1");
    sprinkler.start();
    village.run(10s);
    village.fleet.find("ev-gen-2")->crash();
    sprinkler.cutCable();
    village.run(60s);
    village.fleet.find("ev-gen-2")->start();
    sprinkler.healCable();
    village.run(30s);
    std::string all;
    for (const auto& message : village.messages)
        all += message.topic + message.payload + std::to_string(message.at.time_since_epoch().count()) + "\n";
    return all;
}

TEST(Fleet, sameSeedSameBytes)
{
    const std::string first = everything(7);
    EXPECT_GT(first.size(), 10'000U);
    EXPECT_EQ(first, everything(7));
    EXPECT_NE(first, everything(8));
}

TEST(Fleet, aDevicesLifeDoesNotDependOnItsNeighbours)
{
    const auto reportsOf = [](int neighbours) {
        Village village;
        addTurbines(village, neighbours);
        village.run(20s);
        std::string all;
        for (const auto& message : village.on("turbines/ev-gen/0"))
            all += message.payload;
        return all;
    };
    EXPECT_EQ(reportsOf(1), reportsOf(40));
}

TEST(Fleet, reportsAreSpreadOverTheSecond)
{
    Village village;
    addTurbines(village, 1'000);
    village.run(5s);
    village.messages.clear();
    village.run(1s);
    ASSERT_THAT(village.messages, SizeIs(1'000));
    std::array<int, 10> perTenth{};
    const Instant begin = village.clock.now() - 1s;
    for (const auto& message : village.messages)
        ++perTenth[std::min<std::size_t>(9, static_cast<std::size_t>((message.at - begin) / 100ms))];
    EXPECT_THAT(perTenth, testing::Each(testing::AllOf(testing::Ge(60), testing::Le(145))));
}

TEST(Fleet, idsAreUnique)
{
    Village village;
    village.add("turbine", "1");
    const auto twin = village.fleet.add(Village::model("turbine"), "1", village.links);
    ASSERT_FALSE(twin);
    EXPECT_EQ(twin.error().message, "there is a device ev-gen-1 already");
    EXPECT_EQ(village.fleet.find("ev-gen-2"), nullptr);
    EXPECT_EQ(village.fleet.size(), 1U);
}

TEST(Fleet, steppedWorldReportsThroughTheSpan)
{
    Village village(1, 0.0);
    addTurbines(village, 3);
    village.run(5s);
    EXPECT_THAT(village.messages, SizeIs(0)) << "the world stands still";
    village.fleet.step(10s);
    village.run(0s);
    EXPECT_THAT(village.messages, SizeIs(30));
}

TEST(Fleet, fasterWorldReportsFaster)
{
    Village village(1, 60.0);
    addTurbines(village, 2);
    village.run(1s);
    village.messages.clear();
    village.run(2s);
    EXPECT_NEAR(static_cast<double>(village.messages.size()), 240.0, 2.0);
    village.fleet.setPace(1.0);
    village.messages.clear();
    village.run(10s);
    EXPECT_NEAR(static_cast<double>(village.messages.size()), 20.0, 2.0);
}

TEST(Fleet, saysWhenItsDeadlineBecomesSooner)
{
    Village village;
    int sooner = 0;
    Fleet fleet(village.world, village.clock, village.recorder, [&sooner] { ++sooner; });
    const auto device = fleet.add(Village::model("turbine"), "77", village.links);
    ASSERT_TRUE(device);
    EXPECT_EQ(sooner, 0);
    EXPECT_FALSE(fleet.nextDeadline());
    (*device)->start();
    EXPECT_GT(sooner, 0);
    EXPECT_TRUE(fleet.nextDeadline());
}

TEST(Fleet, viewsAreBounded)
{
    Village village;
    addTurbines(village, 10);
    EXPECT_THAT(village.fleet.views(), SizeIs(10));
    EXPECT_THAT(village.fleet.views(3), SizeIs(3));
    EXPECT_EQ(village.fleet.views(1).front().title, "Wind turbine 0");
}

} // namespace
} // namespace greensward::simulator
