// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "village.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <set>

namespace greensward::simulator {
namespace {

using namespace std::chrono_literals;
using testing::SizeIs;

constexpr const char* kReports = "turbines/ev-gen/1";

TEST(Rhythm, oneReadingAMinute)
{
    Village village;
    Device& turbine = village.add("turbine", "1");
    turbine.setRhythm({.rate = 1.0 / 60});
    turbine.start();
    village.run(10min);
    EXPECT_THAT(village.on(kReports), SizeIs(10));
}

TEST(Rhythm, jitterMakesReportsLateButNotFewer)
{
    Village village;
    Device& turbine = village.add("turbine", "1");
    turbine.setRhythm({.rate = 1, .jitter = 0.8});
    turbine.start();
    village.run(100s);
    const auto reports = village.on(kReports);
    EXPECT_NEAR(static_cast<double>(reports.size()), 100, 1);
    std::set<Duration> gaps;
    for (std::size_t at = 1; at < reports.size(); ++at) {
        const Duration gap = reports[at].at - reports[at - 1].at;
        EXPECT_GT(gap, 200ms) << "at most 0.8 of the interval late";
        EXPECT_LT(gap, 1800ms);
        gaps.insert(gap);
    }
    EXPECT_GT(gaps.size(), 90U) << "each by its own";
}

TEST(Rhythm, aBurstSendsTogetherWhatWasMeasuredInTurn)
{
    Village village;
    Device& turbine = village.add("turbine", "1");
    turbine.setRhythm({.rate = 1, .burst = 10});
    turbine.start();
    village.run(41s);
    const auto reports = village.on(kReports);
    ASSERT_THAT(reports, SizeIs(40));
    EXPECT_EQ(reports[0].at, reports[9].at) << "ten at once";
    EXPECT_EQ(reports[10].at - reports[0].at, Duration(10s));
    const auto stamp = [&](std::size_t at) {
        return boost::json::parse(reports[at].payload).as_object().at("timestamp").as_int64();
    };
    EXPECT_NEAR(static_cast<double>(stamp(9) - stamp(0)), 9000, 10) << "their timestamps are a second apart";
}

TEST(Rhythm, aBurstKeepsWhatCouldNotBeSent)
{
    Village village;
    Device& turbine = village.add("turbine", "1");
    turbine.setRhythm({.rate = 1, .burst = 5});
    turbine.start();
    village.run(10s);
    const auto before = village.on(kReports).size();
    village.broker.closeClient("ev-gen-1", mqtt::DisconnectReason::ServerClosed, true, village.clock.now());
    village.run(30s);
    const auto reports = village.on(kReports);
    ASSERT_GT(reports.size(), before);
    EXPECT_LE(reports.size() - before, 30U);
    EXPECT_GE(reports.size() - before, 15U);
}

TEST(Rhythm, onlyNewsIsSent)
{
    Village village;
    Device& sprinkler = village.add("sprinkler", "1");
    sprinkler.setRhythm({.rate = 10, .onChange = true});
    sprinkler.start();
    village.run(600s);
    const auto reports = village.on("macdonald/sprinkler-1/status");
    EXPECT_LT(reports.size(), 600U) << "moisture falls by a hundredth of a per cent now and then";
    ASSERT_GT(reports.size(), 2U);
    const auto behindStamp = [](const std::string& payload) { return payload.substr(payload.find(',')); };
    for (std::size_t at = 1; at < reports.size(); ++at)
        EXPECT_NE(behindStamp(reports[at].payload), behindStamp(reports[at - 1].payload));
}

TEST(Rhythm, isReadFromTheView)
{
    Village village;
    Device& turbine = village.add("turbine", "1");
    turbine.setRhythm({.rate = 1e9, .jitter = 7, .burst = 1'000'000, .onChange = true});
    const DeviceView view = turbine.view();
    EXPECT_NEAR(view.rate, kFastestRate, 1e-9);
    EXPECT_NEAR(view.jitter, 1, 1e-9);
    EXPECT_EQ(view.burst, Rhythm::kLongestBurst);
    EXPECT_TRUE(view.onChange);
}

TEST(ReportFaults, twiceIsAtLeastOnce)
{
    Village village;
    Device& turbine = village.add("turbine", "1");
    turbine.start();
    village.run(1s);
    turbine.setReportFaults({.twice = true});
    const auto before = village.on(kReports).size();
    village.run(10s);
    const auto reports = village.on(kReports);
    ASSERT_EQ(reports.size() - before, 20U);
    EXPECT_EQ(reports[before].payload, reports[before + 1].payload) << "whoever listens gets it twice";
    EXPECT_EQ(turbine.view().published, before + 10) << "and the device knows of one";
    turbine.setReportFaults({});
    const auto healed = village.on(kReports).size();
    village.run(10s);
    EXPECT_EQ(village.on(kReports).size() - healed, 10U);
}

TEST(Roster, tellsTheWholeFleetAtAGlance)
{
    Village village;
    for (int i = 0; i < 3; ++i)
        village.add("turbine", std::to_string(i)).start();
    village.add("sprinkler", "9");
    village.run(5s);
    const auto roster = village.fleet.roster();
    ASSERT_THAT(roster->rows, SizeIs(4));
    EXPECT_EQ((*roster->names)[0].id, "ev-gen-0");
    EXPECT_EQ((*roster->names)[0].unit, "kW");
    EXPECT_EQ((*roster->names)[3].valueName, "flow");
    EXPECT_EQ(roster->rows[0].published, 5U);
    EXPECT_EQ(roster->rows[0].state, DeviceState::Online);
    EXPECT_EQ(roster->rows[3].state, DeviceState::Stopped);
    EXPECT_EQ(village.fleet.roster(2)->rows.size(), 2U);
    EXPECT_EQ(village.fleet.roster()->names, roster->names) << "names are made once";
}

} // namespace
} // namespace greensward::simulator
