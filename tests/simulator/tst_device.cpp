// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "village.h"

#include <boost/json.hpp>
#include <gmock/gmock.h>

namespace greensward::simulator {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Duration kSilence = 15s; // one and a half times the keep alive

std::vector<std::string> namesIn(const boost::json::object& object)
{
    std::vector<std::string> names;
    for (const auto& member : object)
        names.emplace_back(member.key());
    return names;
}

TEST(Device, turbineReportsItsSixFieldsOnceASecond)
{
    Village village;
    Device& turbine = village.add("turbine", "123");
    turbine.start();
    village.run(10s);
    const auto reports = village.on("turbines/ev-gen/123");
    ASSERT_THAT(reports, SizeIs(10));
    std::int64_t last = 0;
    for (const auto& report : reports) {
        EXPECT_EQ(report.publisher, "ev-gen-123");
        const auto object = boost::json::parse(report.payload).as_object();
        EXPECT_THAT(namesIn(object),
                    ElementsAre("timestamp", "temperature", "humidity", "rotor-freq", "output", "output-freq"));
        const std::int64_t timestamp = object.at("timestamp").as_int64();
        const auto wall =
            std::chrono::floor<std::chrono::milliseconds>(WallTime{1'500'000'000s} + report.at.time_since_epoch());
        EXPECT_EQ(timestamp, wall.time_since_epoch().count());
        if (last != 0) {
            EXPECT_NEAR(static_cast<double>(timestamp - last), 1000, 1);
        }
        last = timestamp;
        EXPECT_NEAR(object.at("output-freq").to_number<double>(), 50.0, 0.1);
    }
    EXPECT_EQ(turbine.state(), DeviceState::Online);
    EXPECT_EQ(turbine.view().published, 10U);
}

TEST(Device, rateIsAdjustable)
{
    Village village;
    Device& turbine = village.add("turbine", "1");
    turbine.start();
    turbine.setRate(50.0);
    village.run(1s);
    const auto before = village.messages.size();
    village.run(2s);
    EXPECT_EQ(village.messages.size() - before, 100U);
    turbine.setRate(0.1);
    EXPECT_NEAR(turbine.view().rate, 0.1, 1e-9);
    const auto fast = village.messages.size();
    village.run(100s);
    EXPECT_EQ(village.messages.size() - fast, 10U);
    turbine.setRate(1'000'000);
    EXPECT_NEAR(turbine.view().rate, kFastestRate, 1e-9);
}

TEST(Device, windThatAPersonSetsShowsInTheOutput)
{
    Village village;
    Device& turbine = village.add("turbine", "1");
    ASSERT_TRUE(turbine.setWind(0.0));
    turbine.start();
    village.run(10s);
    const auto output = [&turbine] {
        for (const auto& value : turbine.view().values)
            if (value.name == "output")
                return value.value;
        return -1.0;
    };
    EXPECT_EQ(output(), 0.0);
    turbine.setWind(14.0);
    village.run(120s);
    EXPECT_GT(output(), 60.0);
}

TEST(Device, sprinklerObeysAndReportsAtOnce)
{
    Village village;
    Device& sprinkler = village.add("sprinkler", "456");
    sprinkler.start();
    village.run(1s);
    const auto before = village.on("macdonald/sprinkler-456/status").size();
    village.publish("macdonald/sprinkler-456", R"({"water":"on"})");
    village.run(0s);
    auto reports = village.on("macdonald/sprinkler-456/status");
    ASSERT_THAT(reports, SizeIs(before + 1)) << "a change is reported at once";
    EXPECT_EQ(boost::json::parse(reports.back().payload).at("water").as_int64(), 1);
    village.run(2s);
    reports = village.on("macdonald/sprinkler-456/status");
    EXPECT_GT(boost::json::parse(reports.back().payload).at("flow").to_number<double>(), 8.0);
    const DeviceView view = sprinkler.view();
    EXPECT_EQ(view.received, 1U);
    EXPECT_EQ(view.note, "water on, by macdonald/sprinkler-456");
    EXPECT_EQ(view.topic, "macdonald/sprinkler-456");
}

TEST(Device, wrongCommandIsIgnoredWithANote)
{
    Village village;
    Device& sprinkler = village.add("sprinkler", "456");
    sprinkler.start();
    village.run(1s);
    village.publish("macdonald/sprinkler-456", "water on please");
    village.run(1s);
    const DeviceView view = sprinkler.view();
    EXPECT_EQ(view.note, "ignored a message on macdonald/sprinkler-456: the command is not JSON");
    EXPECT_EQ(view.values.front().name, "water");
    EXPECT_EQ(view.values.front().value, 0.0);
    EXPECT_EQ(view.state, DeviceState::Online);
}

TEST(Device, stopSaysGoodbyeAndTakesTheWillAlong)
{
    Village village;
    Device& turbine = village.add("turbine", "123");
    turbine.start();
    village.run(5s);
    EXPECT_TRUE(turbine.view().willArmed);
    turbine.stop();
    EXPECT_EQ(turbine.state(), DeviceState::Stopped);
    village.run(2 * kSilence);
    EXPECT_THAT(village.on("lastwill/ev-gen-123"), IsEmpty());
    EXPECT_THAT(village.on("turbines/ev-gen/123"), SizeIs(5));
    EXPECT_EQ(village.broker.counters().connections, 0U);
    EXPECT_FALSE(turbine.view().willArmed);
    EXPECT_THAT(village.story(), ElementsAre("device started: turbine", "device stopped: switched off"));
}

TEST(Device, crashBreaksTheLinkAndTheWillIsPublishedAtOnce)
{
    Village village;
    Device& turbine = village.add("turbine", "123");
    turbine.start();
    village.run(5s);
    const Instant death = village.clock.now();
    turbine.crash();
    EXPECT_EQ(turbine.state(), DeviceState::Crashed);
    village.run(5s);
    const auto wills = village.on("lastwill/ev-gen-123");
    ASSERT_THAT(wills, SizeIs(1));
    EXPECT_EQ(wills.front().at, death);
    EXPECT_EQ(wills.front().payload, R"({"device":"ev-gen-123","state":"lost"})");
    EXPECT_THAT(village.on("turbines/ev-gen/123"), SizeIs(5));
    EXPECT_THAT(village.story(),
                ElementsAre("device started: turbine", "fault injected: crash", "device stopped: crashed"));
    turbine.start();
    village.run(2s);
    EXPECT_EQ(turbine.state(), DeviceState::Online);
}

TEST(Device, crashLosesWhatTheProcessKnew)
{
    Village village;
    Device& sprinkler = village.add("sprinkler", "456");
    sprinkler.start();
    village.run(1s);
    village.publish("macdonald/sprinkler-456", R"({"water":"on"})");
    village.run(10s);
    sprinkler.crash();
    sprinkler.start();
    village.run(10s);
    EXPECT_EQ(sprinkler.view().values.front().value, 0.0) << "the valve falls shut without its controller";
}

TEST(Device, cutCableIsSilentUntilTheKeepAliveEndsIt)
{
    Village village;
    Device& turbine = village.add("turbine", "123");
    turbine.start();
    village.run(5s);
    turbine.cutCable();
    const auto published = turbine.view().published;
    village.run(10s);
    EXPECT_EQ(turbine.state(), DeviceState::CutOff);
    EXPECT_GT(turbine.view().published, published + 8) << "it goes on and sends into nothing";
    EXPECT_THAT(village.on("lastwill/ev-gen-123"), IsEmpty());
    EXPECT_EQ(village.broker.counters().clients, 1U) << "the broker knows nothing yet";
    EXPECT_EQ(village.links.opened, 1) << "nor does the device";
    village.run(60s);
    const auto wills = village.on("lastwill/ev-gen-123");
    ASSERT_THAT(wills, SizeIs(1));
    const auto reports = village.on("turbines/ev-gen/123");
    ASSERT_THAT(reports, SizeIs(5));
    EXPECT_EQ(wills.front().at, reports.back().at + kSilence);
    EXPECT_FALSE(turbine.view().willArmed) << "it missed the answer to its ping and knows by now";
    EXPECT_THAT(turbine.view().note, testing::StartsWith("not connected: "));
    EXPECT_EQ(turbine.state(), DeviceState::CutOff);
}

TEST(Device, comesBackAfterTheCableIsHealed)
{
    Village village;
    Device& turbine = village.add("turbine", "123");
    turbine.start();
    village.run(5s);
    turbine.cutCable();
    village.run(120s);
    turbine.healCable();
    village.run(20s);
    EXPECT_EQ(turbine.state(), DeviceState::Online);
    EXPECT_EQ(village.broker.counters().connections, 1U) << "the half-open connection is gone";
    EXPECT_GE(village.on("turbines/ev-gen/123").size(), 10U);
    EXPECT_THAT(village.on("lastwill/ev-gen-123"), SizeIs(1));
    EXPECT_THAT(village.story(),
                ElementsAre("device started: turbine", "fault injected: cable cut", "fault healed: cable cut"));
}

TEST(Device, shortCutIsSurvivedByTheConnection)
{
    Village village;
    Device& turbine = village.add("turbine", "123");
    turbine.start();
    village.run(5s);
    turbine.cutCable();
    village.run(5s);
    EXPECT_THAT(village.on("turbines/ev-gen/123"), SizeIs(5));
    turbine.healCable();
    village.run(5s);
    EXPECT_THAT(village.on("turbines/ev-gen/123"), SizeIs(15)) << "what waited on the line arrives";
    EXPECT_EQ(village.links.opened, 1);
    EXPECT_THAT(village.on("lastwill/ev-gen-123"), IsEmpty());
}

TEST(Device, crashBehindACutCableLeavesTheBrokerHalfOpen)
{
    Village village;
    Device& turbine = village.add("turbine", "123");
    turbine.start();
    village.run(5s);
    turbine.cutCable();
    turbine.crash();
    village.run(10s);
    EXPECT_THAT(village.on("lastwill/ev-gen-123"), IsEmpty()) << "a reset cannot pass a cut cable either";
    turbine.healCable();
    village.run(1s);
    EXPECT_THAT(village.on("lastwill/ev-gen-123"), SizeIs(1));
}

TEST(Device, startsWithoutABrokerAndConnectsWhenThereIsOne)
{
    Village village;
    village.hub.stop(false);
    Device& turbine = village.add("turbine", "1");
    turbine.start();
    village.run(5s);
    EXPECT_EQ(turbine.state(), DeviceState::Connecting);
    EXPECT_GT(village.links.opened, 1);
    village.hub.start(village.broker);
    village.run(20s);
    EXPECT_EQ(turbine.state(), DeviceState::Online);
}

TEST(Device, reportsAreNotMadeUpForTheTimeTheLaptopSlept)
{
    Village village;
    Device& turbine = village.add("turbine", "1");
    turbine.start();
    village.run(5s);
    const auto before = village.messages.size();
    village.clock.advance(1h);
    village.run(10s);
    EXPECT_LE(village.messages.size() - before, 15U);
    EXPECT_EQ(turbine.state(), DeviceState::Online);
}

TEST(Device, stateIsRecordedOnlyForThoseWhoWant)
{
    Village village;
    trace::Reader reader(village.recorder, {trace::Kind::DeviceState});
    Device& turbine = village.add("turbine", "123");
    turbine.start();
    village.run(2s);
    village.recorder.flush();
    std::vector<std::string> states;
    for (const auto& chunk : reader.drain())
        for (const auto& event : chunk->events())
            if (event.kind == trace::Kind::DeviceState)
                states.push_back(std::string(asText(chunk->bytes(event.payload))));
    ASSERT_THAT(states, SizeIs(2));
    EXPECT_THAT(namesIn(boost::json::parse(states.front()).as_object()),
                ElementsAre("wind", "temperature", "humidity", "rotor-freq", "output", "output-freq"));
}

} // namespace
} // namespace greensward::simulator
