// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab_world.h"
#include "labs/action.h"
#include "labs/condition.h"
#include "labs/likeness.h"

#include <gmock/gmock.h>

namespace greensward::labs {

using namespace std::chrono_literals;
using testing::HasSubstr;

struct Wrong
{
    const char* name;
    const char* json;
    const char* sentence;
};
class WrongCondition : public testing::TestWithParam<Wrong>
{};

TEST_P(WrongCondition, isToldWithItsPlace)
{
    const auto condition = readCondition(boost::json::parse(GetParam().json), "steps[1].check");
    ASSERT_FALSE(condition);
    EXPECT_THAT(condition.error().message, HasSubstr(GetParam().sentence));
    EXPECT_THAT(condition.error().message, testing::StartsWith("steps[1].check"));
}

INSTANTIATE_TEST_SUITE_P(
    Table, WrongCondition,
    testing::Values(
        Wrong{"noSuchEvent", R"({"event":"message publishd"})", "there is no event 'message publishd'"},
        Wrong{"unknownMember", R"({"event":"message published","topik":"a"})", "'topik' means nothing here"},
        Wrong{"nothingSaid", R"({"missing":"x"})", "all, any, not, event, absent or api"},
        Wrong{"emptyAll", R"({"all":[]})", "a list of conditions"},
        Wrong{"deepPlace", R"({"all":[{"event":"client connected"},{"event":"x"}]})", "steps[1].check.all[1]"},
        Wrong{"badTime", R"({"event":"client connected","within":"soon"})", "'soon' is no time"},
        Wrong{"absentWithoutFor", R"({"absent":"client connected"})", "for how long"},
        Wrong{"noSuchReason", R"({"event":"client disconnected","reason":"bored"})", "no reason 'bored'"},
        Wrong{"countOfNothing", R"({"event":"client connected","count":0})", "from 1 to"},
        Wrong{"afterOfAll", R"({"all":[{"event":"client connected"}],"after":"x"})", "'after' belongs"},
        Wrong{"noObject", R"([])", "a condition is an object"}),
    [](const auto& one) { return one.param.name; });

TEST(Conditions, nestedTooDeeplyAreRefused)
{
    std::string json = R"({"event":"client connected"})";
    for (int i = 0; i < 1000; ++i)
        json = R"({"not":)" + json + "}";
    boost::json::parse_options deep;
    deep.max_depth = 2000;
    const auto condition = readCondition(boost::json::parse(json, {}, deep), "check");
    ASSERT_FALSE(condition);
    EXPECT_THAT(condition.error().message, HasSubstr("too deeply"));
}

TEST(Conditions, knowWhichEventsTheyLookAt)
{
    const auto condition =
        conditionOf(R"({"all":[{"event":"client connected"},{"not":{"absent":"will published","for":"1s"}}]})");
    EXPECT_TRUE(condition.kinds().contains(trace::Kind::ClientConnected));
    EXPECT_TRUE(condition.kinds().contains(trace::Kind::WillPublished));
    EXPECT_FALSE(condition.kinds().contains(trace::Kind::MessagePublished));
    EXPECT_FALSE(condition.asks());
}

TEST(Durations, areNumbersWithAUnit)
{
    EXPECT_EQ(readDuration("30s"), 30s);
    EXPECT_EQ(readDuration("1.5s"), 1500ms);
    EXPECT_EQ(readDuration("500ms"), 500ms);
    EXPECT_EQ(readDuration("2m"), 2min);
    for (const char* wrong : {"", "30", "s", "-1s", "1h", "nans", "1e99s"})
        EXPECT_FALSE(readDuration(wrong)) << wrong;
}

TEST(Patterns, knowStarsAndQuestionMarks)
{
    EXPECT_TRUE(isLike("", ""));
    EXPECT_FALSE(isLike("", "a"));
    EXPECT_TRUE(isLike("*", ""));
    EXPECT_TRUE(isLike("a*c*e", "abcde"));
    EXPECT_FALSE(isLike("a*c*e", "abcd"));
    EXPECT_TRUE(isLike("a?c", "abc"));
    EXPECT_FALSE(isLike("a?c", "ac"));
    EXPECT_TRUE(isLike("*ab", "aab"));
    EXPECT_FALSE(isLike("*a*a*a*a*a*b", std::string(2000, 'a'))) << "and in no time";
}

struct PathCase
{
    const char* name;
    const char* path;
    JsonMatch::Compare compare;
    const char* value;
    bool satisfied;
};
class Paths : public testing::TestWithParam<PathCase>
{};

TEST_P(Paths, leadIntoADocument)
{
    const auto document =
        boost::json::parse(R"({"a":{"b":[{"n":"x"},{"n":"y"}],"t":21.5,"0":"zero"},"dot.ted":1,"empty":[]})");
    const JsonMatch match{GetParam().path, GetParam().compare, boost::json::parse(GetParam().value)};
    EXPECT_EQ(match.satisfiedBy(document), GetParam().satisfied);
}

using C = JsonMatch::Compare;
INSTANTIATE_TEST_SUITE_P(
    Table, Paths,
    testing::Values(
        PathCase{"member", "a.t", C::Equals, "21.5", true}, PathCase{"index", "a.b.1.n", C::Equals, R"("y")", true},
        PathCase{"anyElement", "a.b.*.n", C::Equals, R"("y")", true},
        PathCase{"noElement", "a.b.*.n", C::Equals, R"("z")", false},
        PathCase{"indexTooLarge", "a.b.2.n", C::Exists, "true", false},
        PathCase{"numberAsName", "a.0", C::Equals, R"("zero")", true},
        PathCase{"pointer", "/dot.ted", C::Equals, "1", true}, PathCase{"absent", "a.c", C::Exists, "false", true},
        PathCase{"notAbsent", "a.t", C::Exists, "false", false}, PathCase{"above", "a.t", C::Above, "21", true},
        PathCase{"notAbove", "a.t", C::Above, "21.5", false}, PathCase{"atLeast", "a.t", C::AtLeast, "21.5", true},
        PathCase{"below", "a.t", C::Below, "22", true}, PathCase{"textIsNotAbove", "a.0", C::Above, "0", false},
        PathCase{"differsWantsSomething", "a.c", C::Differs, "1", false},
        PathCase{"differs", "a.t", C::Differs, "1", true}, PathCase{"like", "a.0", C::Like, R"("z*o")", true},
        PathCase{"includesElement", "a.b", C::Includes, R"({"n":"x"})", true},
        PathCase{"includesText", "a.0", C::Includes, R"("er")", true},
        PathCase{"emptyList", "empty.0", C::Exists, "false", true}, PathCase{"whole", "", C::Exists, "true", true}),
    [](const auto& one) { return one.param.name; });

TEST(Likeness, countsLettersThatStay)
{
    EXPECT_EQ(likeness("abc", "abc"), 1);
    EXPECT_EQ(likeness("", ""), 1);
    EXPECT_EQ(likeness("abc", ""), 0);
    EXPECT_NEAR(likeness("turbine/wt1", "turbine/wt-1"), 11.0 / 12, 1e-9);
    EXPECT_LT(likeness("turbines/ev-gen/123", "macdonald/sprinkler-456"), 0.5);
}

TEST(Actions, areReadOrRefusedWithTheirPlace)
{
    const auto action = readAction(
        boost::json::parse(
            R"({"connect":"a","id":"pump","certificate":"c","key":"k","keepAlive":5,"will":{"topic":"w","payload":{"x":1},"retain":true}})"),
        "p");
    ASSERT_TRUE(action);
    EXPECT_EQ(action->id, "pump");
    EXPECT_EQ(action->will->payload, R"({"x":1})");
    for (const char* wrong :
         {R"({"dance":"a"})", R"({"publish":"a"})", R"({"device":"a","do":"fly"})", R"({"run":"../x.sh"})",
          R"({"run":"/bin/sh"})", R"({"wait":"a while"})", R"({"api":"iot CreateThing","save":{"a":1}})", "3"}) {
        const auto refused = readAction(boost::json::parse(wrong), "steps[0].solve[3]");
        ASSERT_FALSE(refused) << wrong;
        EXPECT_THAT(refused.error().message, HasSubstr("steps[0].solve[3]"));
    }
}

} // namespace greensward::labs
