// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "sync_world.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

// The rules by which two shadows become one again (shadow.md 19.5).
using namespace greensward;
using namespace greensward::edge;
using namespace greensward::edge::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

constexpr bool kHere = false;
constexpr bool kCloud = true;

class ShadowSyncTest : public testing::Test
{
protected:
    void expectBoth(const std::string& desired, const std::string& reported)
    {
        for (const bool side : {kHere, kCloud}) {
            EXPECT_EQ(world.section(side, true), desired) << (side ? "cloud" : "local");
            EXPECT_EQ(world.section(side, false), reported) << (side ? "cloud" : "local");
        }
    }
    /// Both sides had this, and know it; the cable is out now.
    void partFrom(std::string_view payload)
    {
        world.update(kHere, payload);
        world.settle();
        world.link(false);
    }
    void meetAgain()
    {
        world.link(true);
        world.settle();
    }
    SyncWorld world;
};

TEST_F(ShadowSyncTest, carriesChangesBothWays)
{
    world.update(kHere, R"({"state":{"reported":{"t":20}}})");
    world.settle();
    expectBoth("", R"({"t":20})");
    world.update(kCloud, R"({"state":{"desired":{"led":"on"}}})");
    world.settle();
    expectBoth(R"({"led":"on"})", R"({"t":20})");
    EXPECT_THAT(world.warnings, IsEmpty());
}

TEST_F(ShadowSyncTest, comesToRestWithoutEchoes)
{
    world.update(kHere, R"({"state":{"reported":{"t":20}}})");
    world.settle();
    const auto here = world.version(kHere), there = world.version(kCloud);
    world.settle();
    EXPECT_EQ(world.version(kHere), here);
    EXPECT_EQ(world.version(kCloud), there);
    EXPECT_EQ(here, 1);
    EXPECT_EQ(there, 1);
}

TEST_F(ShadowSyncTest, desiredIsTheCloudsAndReportedIsTheDevices)
{
    partFrom(R"({"state":{"desired":{"m":"base"},"reported":{"n":"base"}}})");
    world.update(kHere, R"({"state":{"desired":{"m":"local"},"reported":{"n":"local"}}})");
    world.update(kCloud, R"({"state":{"desired":{"m":"cloud"},"reported":{"n":"cloud"}}})");
    meetAgain();
    expectBoth(R"({"m":"cloud"})", R"({"n":"local"})");
}

TEST_F(ShadowSyncTest, theSideThatChangedWinsWhoeverOwnsTheSection)
{
    partFrom(R"({"state":{"desired":{"m":1,"k":1},"reported":{"n":1}}})");
    world.update(kHere, R"({"state":{"desired":{"m":2}}})");
    world.update(kCloud, R"({"state":{"desired":{"k":3},"reported":{"n":2}}})");
    meetAgain();
    expectBoth(R"({"m":2,"k":3})", R"({"n":2})");
}

TEST_F(ShadowSyncTest, aKeyThatWasTakenAwayStaysAway)
{
    partFrom(R"({"state":{"reported":{"a":1,"b":{"c":2,"d":3}}}})");
    world.update(kHere, R"({"state":{"reported":{"b":{"c":null}}}})");
    meetAgain();
    expectBoth("", R"({"a":1,"b":{"d":3}})");
    world.update(kCloud, R"({"state":{"reported":{"a":null}}})");
    world.settle();
    expectBoth("", R"({"b":{"d":3}})");
}

TEST_F(ShadowSyncTest, firstMeetingOfTwoStrangersKeepsTheKeysOfBoth)
{
    world.flag(false);
    world.update(kHere, R"({"state":{"desired":{"x":"l"},"reported":{"y":"l","p":1}}})");
    world.update(kCloud, R"({"state":{"desired":{"x":"c","q":2},"reported":{"y":"c"}}})");
    world.settle();
    EXPECT_EQ(world.section(kHere, true), R"({"x":"l"})") << "not in step yet";
    world.flag(true);
    world.settle();
    expectBoth(R"({"x":"c","q":2})", R"({"y":"l","p":1})");
}

TEST_F(ShadowSyncTest, deletionsPropagateUnlessTheOtherSideHasChanged)
{
    partFrom(R"({"state":{"reported":{"a":1}}})");
    world.remove(kHere);
    meetAgain();
    EXPECT_EQ(world.section(kCloud, false), "-");

    partFrom(R"({"state":{"reported":{"a":2}}})");
    world.remove(kCloud);
    meetAgain();
    EXPECT_EQ(world.section(kHere, false), "-");

    partFrom(R"({"state":{"reported":{"a":3}}})");
    world.remove(kHere);
    world.update(kCloud, R"({"state":{"desired":{"b":1}}})");
    meetAgain();
    expectBoth(R"({"b":1})", R"({"a":3})");
}

TEST_F(ShadowSyncTest, remembersAcrossARestartWhatWasTheSame)
{
    partFrom(R"({"state":{"reported":{"a":1,"b":2}}})");
    world.update(kHere, R"({"state":{"reported":{"b":null}}})");
    world.restart();
    meetAgain();
    expectBoth("", R"({"a":1})");
}

TEST_F(ShadowSyncTest, somebodyFasterInTheCloudIsMergedWith)
{
    world.update(kHere, R"({"state":{"reported":{"a":1}}})");
    world.settle();
    world.update(kHere, R"({"state":{"reported":{"a":2}}})");
    world.sync->run(); // on its way …
    world.update(kCloud, R"({"state":{"desired":{"b":1}}})");
    world.settle();
    expectBoth(R"({"b":1})", R"({"a":2})");
}

TEST_F(ShadowSyncTest, triesAgainLaterAndGivesUpWhereItMayNot)
{
    const auto honest = world.transport.answer;
    int failures = 3;
    world.transport.answer = [&](const aws::Request& request) -> Result<aws::Response> {
        if (failures-- > 0)
            return aws::Response{.status = 503, .body = "{}"};
        return honest(request);
    };
    world.update(kHere, R"({"state":{"reported":{"a":1}}})");
    world.settle();
    expectBoth("", R"({"a":1})");

    world.transport.answer = [](const aws::Request&) -> Result<aws::Response> {
        return aws::Response{.status = 403, .body = R"({"message":"Forbidden"})"};
    };
    world.link(false), world.link(true);
    const std::size_t before = world.transport.asked.size();
    world.settle();
    EXPECT_EQ(world.transport.asked.size(), before + 1) << "once, not over and over";
    EXPECT_THAT(world.warnings, ElementsAre(HasSubstr("Forbidden")));
}

TEST_F(ShadowSyncTest, bothSidesConvergeWhateverHappens)
{
    greensward::Random random(7);
    for (int round = 0; round < 3000; ++round) {
        const bool side = random.chance(0.5);
        const auto key = std::string(1, static_cast<char>('a' + random.below(3)));
        const auto section = random.chance(0.5) ? "desired" : "reported";
        const auto value = random.chance(0.2) ? std::string("null") : std::to_string(random.below(5));
        if (random.chance(0.05))
            world.remove(side);
        else
            world.update(side, fmt::format(R"({{"state":{{"{}":{{"{}":{}}}}}}})", section, key, value));
        if (random.chance(0.2))
            world.link(random.chance(0.5));
        if (random.chance(0.3))
            world.sync->run();
        if (random.chance(0.3))
            world.transport.deliver();
        if (random.chance(0.1))
            world.restart();
        if (random.chance(0.1)) {
            meetAgain();
            ASSERT_TRUE(world.inStep()) << "round " << round << ": " << world.section(kHere, true) << " and "
                                        << world.section(kCloud, true);
        }
    }
}

} // namespace
