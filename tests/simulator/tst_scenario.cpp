// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/scenario.h"

#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>

namespace greensward::simulator {
namespace {

using testing::HasSubstr;

constexpr std::string_view kSmall = R"({
    "scenario": "small", "title": "Small", "sentence": "One cut.",
    "steps": [{"at": 5, "fault": "cut-cable", "target": "wt-1", "for": 20},
              {"at": 8, "fault": "latency", "target": "*", "intensity": 250, "for": 2},
              {"at": 9, "fault": "gateway-restart"},
              {"at": 10, "wind": 28, "target": "wt-1", "for": 40}]
})";

TEST(Scenario, saysWhatHappensWhen)
{
    const auto scenario = parseScenario(kSmall, "small.json");
    ASSERT_TRUE(scenario) << scenario.error().message;
    ASSERT_EQ(scenario->steps.size(), 4U);
    EXPECT_EQ(scenario->steps[0].target, "wt-1");
    EXPECT_EQ(std::get<ScenarioFault>(scenario->steps[0].what).kind, FaultKind::CutCable);
    EXPECT_EQ(std::get<ScenarioFault>(scenario->steps[1].what).intensity, 250);
    EXPECT_EQ(scenario->steps[2].seconds, 0) << "over as soon as it happened";
    EXPECT_EQ(std::get<ScenarioWind>(scenario->steps[3].what).speed, 28);
    EXPECT_EQ(scenario->seconds(), 50) << "until the wind is over";
}

/// Every file that comes with the program is read as strictly as one of an instructor.
TEST(Scenario, thoseOfTheProgramAreSound)
{
    std::set<std::string> ids;
    for (const auto& entry : std::filesystem::directory_iterator(GREENSWARD_SCENARIOS)) {
        const auto scenario = loadScenario(entry.path().string());
        ASSERT_TRUE(scenario) << scenario.error().message;
        EXPECT_EQ(scenario->id + ".json", entry.path().filename()) << "a scenario is called as its file";
        EXPECT_LE(scenario->seconds(), 180) << "nobody watches longer";
        ids.insert(scenario->id);
    }
    EXPECT_THAT(ids, testing::IsSupersetOf({"storm", "flaky-line"}));
}

struct WrongScenario
{
    const char* name;
    std::string_view what;
    std::string_view instead;
    std::string_view because;
};

class ScenarioWrong : public testing::TestWithParam<WrongScenario>
{};

TEST_P(ScenarioWrong, isRefusedWithAReason)
{
    std::string text(kSmall);
    const auto at = text.find(GetParam().what);
    ASSERT_NE(at, std::string::npos);
    text.replace(at, GetParam().what.size(), GetParam().instead);
    const auto scenario = parseScenario(text, "small.json");
    ASSERT_FALSE(scenario);
    EXPECT_THAT(scenario.error().message, testing::StartsWith("small.json: "));
    EXPECT_THAT(scenario.error().message, HasSubstr(std::string(GetParam().because)));
}

INSTANTIATE_TEST_SUITE_P(
    , ScenarioWrong,
    testing::Values(WrongScenario{"fault", "cut-cable", "cut-cabel", "\"steps[0].fault\" must be one of cut-cable, "},
                    WrongScenario{"intensity", "250", "250000",
                                  "\"steps[1].intensity\" must be a number from 10 to 5000, not 250000"},
                    WrongScenario{"noEnd", ", \"for\": 20", "", "\"steps[0].for\" is missing"},
                    WrongScenario{"endless", "\"for\": 20", "\"for\": 0", "\"steps[0].for\" must be a number from 0.1"},
                    WrongScenario{"moment", "\"gateway-restart\"", "\"gateway-restart\", \"for\": 3",
                                  "\"steps[2].for\" is unknown"},
                    WrongScenario{"order", "\"at\": 5", "\"at\": 50", "\"steps\" must stand in the order"},
                    WrongScenario{"noTarget", "\"target\": \"wt-1\", ", "", "\"steps[0].target\" is missing"},
                    WrongScenario{"wind", "28", "280", "\"steps[3].wind\" must be a number from 0 to 40"},
                    WrongScenario{"noSteps", kSmall.substr(kSmall.find('['), kSmall.rfind(']') - kSmall.find('[') + 1),
                                  "[]", "\"steps\" must have 1 to 100 entries"}),
    [](const auto& wrong) { return wrong.param.name; });

} // namespace
} // namespace greensward::simulator
