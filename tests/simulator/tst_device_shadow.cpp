// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctor.h"
#include "shadow/service.h"
#include "village.h"

#include <boost/json.hpp>
#include <fmt/format.h>
#include <gmock/gmock.h>

namespace greensward::simulator {
namespace {

namespace json = boost::json;
using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kSprinkler = "$aws/things/sprinkler-456/shadow";
constexpr std::string_view kTurbine = "$aws/things/ev-gen-123/shadow";

/// A village whose broker has the shadow service behind it, as the cloud wires it.
struct ShadowedVillage : Village
{
    ShadowedVillage()
    {
        broker.tap("$aws/things/+/shadow/#", [this](const mqtt::TappedMessage& message) {
            messages.push_back({std::string(message.topic), std::string(asText(message.payload)),
                                std::string(message.publisher), clock.now()});
            if (message.publisher == "$aws")
                return;
            const shadow::Requester who{.connection = 1, .who = message.publisher};
            service.publish(message.topic, message.payload, who, {clock.now(), clock.wall()});
            for (const auto& outgoing : service.takeMessages()) {
                mqtt::OutgoingMessage answer;
                answer.topic = outgoing.topic;
                answer.payload = asBytes(outgoing.payload);
                answer.qos = mqtt::QoS::AtLeastOnce;
                broker.publish("$aws", answer, clock.now());
            }
        });
    }

    void desire(std::string_view shadow, std::string_view desired)
    {
        publish(std::string(shadow) + "/update", fmt::format(R"({{"state":{{"desired":{}}}}})", desired));
    }
    json::value reported(std::string_view thing)
    {
        const auto view = service.view(thing, "");
        return view && !view->reported.empty() ? json::parse(view->reported) : json::value{};
    }
    std::string delta(std::string_view thing)
    {
        const auto view = service.view(thing, "");
        return view ? view->delta : "none";
    }

    shadow::ShadowService service{{.recorder = recorder, .store = nullptr, .thingExists = {}}};
};

bool waters(const Device& sprinkler)
{
    return sprinkler.view().values.front().value != 0;
}

TEST(DeviceShadow, aSprinklerOfTheDirectWayNeverHearsWhatWasSaidWhileItWasAway)
{
    ShadowedVillage village;
    Device& sprinkler = village.add("sprinkler", "456");
    sprinkler.start();
    village.run(1s);
    sprinkler.cutCable();
    village.run(30s);
    village.publish("macdonald/sprinkler-456", R"({"water":"on"})");
    village.run(5s);
    sprinkler.healCable();
    village.run(60s);
    EXPECT_EQ(sprinkler.state(), DeviceState::Online);
    EXPECT_FALSE(waters(sprinkler));
    EXPECT_THAT(village.on(std::string(kSprinkler) + "/get"), IsEmpty()) << "the direct way knows no shadow";
}

TEST(DeviceShadow, aSprinklerOfTheShadowWayCatchesUpWhenItReturns)
{
    ShadowedVillage village;
    Device& sprinkler = village.add("sprinkler", "456");
    ASSERT_TRUE(sprinkler.setWay(Way::Shadow));
    sprinkler.start();
    village.run(1s);
    EXPECT_EQ(village.reported("sprinkler-456"), json::parse(R"({"water":"off"})")) << "it told how it is at first";
    sprinkler.cutCable();
    village.run(30s);
    village.desire(kSprinkler, R"({"water":"on"})");
    village.run(5s);
    EXPECT_FALSE(waters(sprinkler));
    EXPECT_EQ(village.delta("sprinkler-456"), R"({"water":"on"})");
    sprinkler.healCable();
    village.run(60s);
    EXPECT_TRUE(waters(sprinkler));
    EXPECT_EQ(village.reported("sprinkler-456"), json::parse(R"({"water":"on"})"));
    EXPECT_EQ(village.delta("sprinkler-456"), "");
}

TEST(DeviceShadow, whatIsDesiredWhileItListensIsDoneAndReportedOnce)
{
    ShadowedVillage village;
    Device& sprinkler = village.add("sprinkler", "456");
    sprinkler.start();
    village.run(1s);
    ASSERT_TRUE(sprinkler.setWay(Way::Shadow)) << "also while it runs";
    village.run(1s);
    const auto before = village.on(std::string(kSprinkler) + "/update").size();
    village.desire(kSprinkler, R"({"water":"on"})");
    village.run(1s);
    EXPECT_TRUE(waters(sprinkler));
    EXPECT_EQ(sprinkler.view().note, "water on, by its shadow v2");
    EXPECT_THAT(village.on(std::string(kSprinkler) + "/update"), SizeIs(before + 2)) << "the desire, one report";
}

TEST(DeviceShadow, theWrongTypeIsIgnoredAndTheReasonReported)
{
    ShadowedVillage village;
    Device& turbine = village.add("turbine", "123");
    turbine.setWay(Way::Shadow);
    turbine.start();
    village.run(1s);
    EXPECT_EQ(village.reported("ev-gen-123"), json::parse(R"({"wind-limit":25,"rate":1})"));
    village.desire(kTurbine, R"({"wind-limit":"12","rate":2})");
    village.run(1s);
    const json::value reported = village.reported("ev-gen-123");
    EXPECT_EQ(reported.at("wind-limit"), json::value(25));
    EXPECT_EQ(reported.at("rate"), json::value(2)) << "the rest is done";
    EXPECT_EQ(reported.at("ignored").at("wind-limit"), json::value("the wind limit must be a number, in m/s"));
    const auto updates = village.on(std::string(kTurbine) + "/update").size();
    village.run(20s);
    EXPECT_THAT(village.on(std::string(kTurbine) + "/update"), SizeIs(updates))
        << "the delta that stays is repeated by the service at each report: no report answers it";
    village.desire(kTurbine, R"({"wind-limit":12})");
    village.run(1s);
    EXPECT_EQ(village.reported("ev-gen-123"), json::parse(R"({"wind-limit":12,"rate":2})"));
}

TEST(DeviceShadow, theWindLimitStopsTheTurbine)
{
    ShadowedVillage village;
    Device& turbine = village.add("turbine", "123");
    turbine.setWay(Way::Shadow);
    turbine.setWind(14.0);
    turbine.start();
    village.run(120s);
    const auto output = [&turbine] {
        for (const auto& value : turbine.view().values)
            if (value.name == "output")
                return value.value;
        return -1.0;
    };
    EXPECT_GT(output(), 60.0);
    village.desire(kTurbine, R"({"wind-limit":8})");
    village.run(120s);
    EXPECT_EQ(output(), 0.0);
}

TEST(DeviceShadow, anOldDeltaIsIgnored)
{
    ShadowedVillage village;
    Device& sprinkler = village.add("sprinkler", "456");
    sprinkler.setWay(Way::Shadow);
    sprinkler.start();
    village.run(1s);
    village.desire(kSprinkler, R"({"water":"on"})");
    village.run(1s);
    ASSERT_TRUE(waters(sprinkler));
    mqtt::OutgoingMessage late;
    const std::string topic = std::string(kSprinkler) + "/update/delta";
    late.topic = topic;
    late.payload = asBytes(std::string_view(R"({"version":1,"state":{"water":"off"}})"));
    village.broker.publish("$aws", late, village.clock.now());
    village.run(1s);
    EXPECT_TRUE(waters(sprinkler));
    EXPECT_EQ(sprinkler.view().note, "ignored version 1 of its shadow: 2 is known");
}

TEST(DeviceShadow, afterACrashTheDesiredValveOpensAgain)
{
    ShadowedVillage village;
    Device& sprinkler = village.add("sprinkler", "456");
    sprinkler.setWay(Way::Shadow);
    sprinkler.start();
    village.run(1s);
    village.desire(kSprinkler, R"({"water":"on"})");
    village.run(1s);
    sprinkler.crash();
    village.run(1s);
    EXPECT_FALSE(waters(sprinkler)) << "a spring closes it";
    sprinkler.start();
    const auto updates = village.on(std::string(kSprinkler) + "/update").size();
    village.run(5s);
    EXPECT_TRUE(waters(sprinkler));
    EXPECT_THAT(village.on(std::string(kSprinkler) + "/update"), SizeIs(updates)) << "the document says so already";
}

TEST(DeviceShadow, backOnTheDirectWayTheShadowIsNotHeardAnyMore)
{
    ShadowedVillage village;
    Device& sprinkler = village.add("sprinkler", "456");
    sprinkler.setWay(Way::Shadow);
    sprinkler.start();
    village.run(1s);
    sprinkler.setWay(Way::Direct);
    village.run(1s);
    village.desire(kSprinkler, R"({"water":"on"})");
    village.run(5s);
    EXPECT_FALSE(waters(sprinkler));
    village.publish("macdonald/sprinkler-456", R"({"water":"on"})");
    village.run(1s);
    EXPECT_TRUE(waters(sprinkler));
}

TEST(DeviceShadow, aRateOfThePersonIsReported)
{
    ShadowedVillage village;
    Device& turbine = village.add("turbine", "123");
    turbine.setWay(Way::Shadow);
    turbine.start();
    village.run(1s);
    turbine.setRate(5);
    village.run(1s);
    EXPECT_EQ(village.reported("ev-gen-123").at("rate"), json::value(5));
    turbine.setRate(0.2);
    village.run(1s);
    EXPECT_THAT(village.service.view("ev-gen-123", "")->reported, HasSubstr("\"rate\":0.2}")) << "as a person writes it";
}

TEST(DeviceShadow, reportOnceNeedsNoWay)
{
    ShadowedVillage village;
    Device& sprinkler = village.add("sprinkler", "456");
    EXPECT_FALSE(sprinkler.reportToShadow()) << "it is switched off";
    sprinkler.start();
    village.run(1s);
    EXPECT_TRUE(sprinkler.reportToShadow());
    village.run(1s);
    EXPECT_EQ(village.reported("sprinkler-456"), json::parse(R"({"water":"off"})"));
    EXPECT_EQ(sprinkler.way(), Way::Direct);
}

TEST(DeviceShadow, sameSeedSameMessages)
{
    const auto morning = [] {
        ShadowedVillage village;
        for (const auto& [kind, number] : {std::pair("turbine", "123"), std::pair("sprinkler", "456")}) {
            Device& device = village.add(kind, number);
            device.setWay(Way::Shadow);
            device.start();
        }
        village.run(5s);
        village.desire(kSprinkler, R"({"water":"on"})");
        village.desire(kTurbine, R"({"wind-limit":9})");
        village.run(30s);
        std::string all;
        for (const auto& message : village.messages)
            all += message.topic + message.payload + '\n';
        return all;
    };
    const std::string first = morning();
    EXPECT_THAT(first, HasSubstr("wind-limit"));
    EXPECT_EQ(first, morning());
}

TEST(DeviceShadow, anHourInWhichAllIsWellGivesTheDoctorNothingToSay)
{
    ShadowedVillage village;
    trace::Reader reader{village.recorder, doctor::Doctor::wanted()};
    doctor::Doctor doctor;
    village.add("turbine", "123").start();
    Device& sprinkler = village.add("sprinkler", "456");
    ASSERT_TRUE(sprinkler.setWay(Way::Shadow));
    sprinkler.start();
    for (int minute = 0; minute < 60; ++minute) {
        if (minute % 10 == 5)
            village.desire(kSprinkler, minute % 20 == 5 ? R"({"water":"on"})" : R"({"water":"off"})");
        village.run(1min);
        village.recorder.flush();
        for (const auto& chunk : reader.drain())
            doctor.read(*chunk);
        doctor.advance(village.clock.wall());
        for (const doctor::Card& card : doctor.cards())
            ADD_FAILURE() << "minute " << minute << ": " << doctor::name(card.code) << ' ' << card.sentence.english();
    }
    EXPECT_THAT(doctor.learned(), IsEmpty());
    EXPECT_GT(village.messages.size(), 1000U) << "it was an hour of work, not of silence";
}

} // namespace
} // namespace greensward::simulator
