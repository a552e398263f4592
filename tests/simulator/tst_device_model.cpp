// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/device_model.h"

#include "simulator/world.h"

#include <gmock/gmock.h>
#include <fstream>
#include <gtest/gtest.h>

namespace greensward::simulator {
namespace {

using namespace std::chrono_literals;

std::string modelPath(const std::string& name)
{
    return std::string(GREENSWARD_MODELS) + "/" + name + ".device.json";
}

constexpr std::string_view kSmall = R"({
    "model": "turbine", "title": "T ${number}", "id": "t-${number}",
    "physics": {"kind": "turbine"},
    "report": {"topic": "t/${number}", "fields": [{"name": "o", "value": "output"}]},
    "will": {"topic": "will/${thing}"}
})";

std::string with(std::string_view what, std::string_view instead)
{
    std::string text(kSmall);
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), instead);
}

TEST(DeviceModel, turbineOfTheWorkshop)
{
    const auto model = loadDeviceModel(modelPath("turbine"));
    ASSERT_TRUE(model) << model.error().message;
    const DeviceModel& turbine = **model;
    EXPECT_EQ(turbine.fill(turbine.id, "123"), "ev-gen-123");
    EXPECT_EQ(turbine.fill(turbine.report.topic, "123"), "turbines/ev-gen/123");
    EXPECT_EQ(turbine.report.qos, mqtt::QoS::AtMostOnce);
    EXPECT_EQ(turbine.report.interval, 1s);
    EXPECT_EQ(turbine.keepAlive, 10) << "a person who cuts a cable does not wait long";
    std::vector<std::string> names;
    for (const auto& field : turbine.report.fields)
        names.push_back(field.name);
    EXPECT_THAT(names,
                testing::ElementsAre("timestamp", "temperature", "humidity", "rotor-freq", "output", "output-freq"));
    EXPECT_FALSE(turbine.listen);
}

TEST(DeviceModel, sprinklerOfTheWorkshop)
{
    const auto model = loadDeviceModel(modelPath("sprinkler"));
    ASSERT_TRUE(model) << model.error().message;
    const DeviceModel& sprinkler = **model;
    EXPECT_EQ(sprinkler.fill(sprinkler.id, "456"), "sprinkler-456");
    ASSERT_TRUE(sprinkler.listen);
    EXPECT_EQ(sprinkler.fill(sprinkler.listen->topic, "456"), "macdonald/sprinkler-456");
    EXPECT_EQ(sprinkler.fill(sprinkler.report.topic, "456"), "macdonald/sprinkler-456/status");
    EXPECT_EQ(sprinkler.fill(sprinkler.will.topic, "456"), "lastwill/sprinkler-456");
    EXPECT_TRUE(sprinkler.report.onChange);
}

TEST(DeviceModel, sensorsOfAGasTurbineShareItsDataSheet)
{
    World world(1, WallTime{}, Instant{});
    for (const char* sensor : {"inlet", "filter", "rotor", "generator"}) {
        const auto model = loadDeviceModel(modelPath(std::string("gas-turbine-") + sensor));
        ASSERT_TRUE(model) << model.error().message;
        EXPECT_EQ((*model)->fill((*model)->id, "7"), std::string("gt-7-") + sensor);
        EXPECT_EQ((*model)->fill((*model)->plant, "7"), "gt-7");
        EXPECT_EQ((*model)->fill((*model)->report.topic, "7"), std::string("plants/gt-7/") + sensor);
        EXPECT_TRUE((*model)->findPlant(world, "7"));
    }
}

TEST(DeviceModel, dataSheetIsAFileBesideTheModel)
{
    const std::string folder = testing::TempDir();
    const std::string path = folder + "/sheet.device.json";
    const auto write = [](const std::string& file, const std::string& text) { std::ofstream(file) << text; };
    write(path, with(R"({"kind": "turbine"})", R"("sheet.physics.json")"));
    write(folder + "/sheet.physics.json", R"({"kind": "turbine", "ratedOutput": 7})");
    const auto model = loadDeviceModel(path);
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ(std::get<std::shared_ptr<const TurbineConstants>>((*model)->constants)->ratedOutput, 7);

    write(path, with(R"({"kind": "turbine"})", R"("../sheet.physics.json")"));
    const auto outside = loadDeviceModel(path);
    ASSERT_FALSE(outside);
    EXPECT_THAT(outside.error().message, testing::HasSubstr("the name of a file beside this one"));
}

TEST(DeviceModel, topicsHoldTheThingAndItsAttributes)
{
    const auto model =
        parseDeviceModel(with("\"topic\": \"t/${number}\"", "\"topic\": \"${site}/${thing}/data\""), "x");
    EXPECT_FALSE(model) << "nobody says what the site is";
    std::string text = with("\"topic\": \"t/${number}\"", "\"topic\": \"${site}/${thing}/data\"");
    text.insert(1, R"("attributes": {"site": "north"},)");
    const auto sited = parseDeviceModel(text, "x");
    ASSERT_TRUE(sited) << sited.error().message;
    EXPECT_EQ((*sited)->fill((*sited)->report.topic, "7"), "north/t-7/data");
}

TEST(DeviceModel, whatIsLeftOutHasADefault)
{
    const auto model = parseDeviceModel(kSmall, "small");
    ASSERT_TRUE(model) << model.error().message;
    EXPECT_EQ((*model)->report.interval, 1s);
    EXPECT_EQ((*model)->keepAlive, 30);
    World world(1, WallTime{}, Instant{});
    ASSERT_TRUE((*model)->makePhysics(world, "1", Random(1)));
}

TEST(DeviceModel, missingFileIsNamed)
{
    const auto model = loadDeviceModel("/nowhere/x.device.json");
    ASSERT_FALSE(model);
    EXPECT_EQ(model.error().message, "/nowhere/x.device.json: cannot be read");
}

struct WrongModel
{
    std::string name;
    std::string_view what;
    std::string_view instead;
    std::string_view because;
};

class DeviceModelWrong : public testing::TestWithParam<WrongModel>
{};

TEST_P(DeviceModelWrong, saysWhichMemberAndWhy)
{
    const auto model = parseDeviceModel(with(GetParam().what, GetParam().instead), "x.device.json");
    ASSERT_FALSE(model);
    EXPECT_THAT(model.error().message, testing::StartsWith("x.device.json: "));
    EXPECT_THAT(model.error().message, testing::HasSubstr(std::string(GetParam().because)));
}

INSTANTIATE_TEST_SUITE_P(
    , DeviceModelWrong,
    testing::Values(WrongModel{"notJson", "\"model\":", "\"model\"", "not JSON"},
                    WrongModel{"noId", "\"id\": \"t-${number}\",", "", "\"id\" is missing"},
                    WrongModel{"emptyTitle", "T ${number}", "", "\"title\" must be a text that is not empty"},
                    WrongModel{"idInId", "t-${number}", "t-${thing}", "\"id\" must not contain itself"},
                    WrongModel{"kind", "{\"kind\": \"turbine\"}", "{\"kind\": \"kite\"}",
                               "\"physics.kind\" must be one of turbine, sprinkler, gasTurbine, not \"kite\""},
                    WrongModel{"misspelt", "\"kind\": \"turbine\"", "\"kind\": \"turbine\", \"cutInWnd\": 3",
                               "\"physics.cutInWnd\" is unknown; known here: kind, wind, cutInWind"},
                    WrongModel{"range", "\"kind\": \"turbine\"", "\"kind\": \"turbine\", \"ratedWind\": 400",
                               "\"physics.ratedWind\" must be a number from 1 to 40, not 400"},
                    WrongModel{"noPlant", "{\"kind\": \"turbine\"}", "{\"kind\": \"gasTurbine\"}",
                               "\"plant\" is missing"},
                    WrongModel{"order", "\"kind\": \"turbine\"", "\"kind\": \"turbine\", \"ratedWind\": 3",
                               "\"physics.ratedWind\" must be above cutInWind"},
                    WrongModel{"text", "\"kind\": \"turbine\"", "\"kind\": \"turbine\", \"droop\": \"0.1\"",
                               "\"physics.droop\" must be a number from 0 to 1, not \"0.1\""},
                    WrongModel{"quantity", "\"value\": \"output\"", "\"value\": \"moisture\"",
                               "\"report.fields[0].value\" must be timestamp or one of temperature"},
                    WrongModel{"setting", "\"report\":",
                               "\"shadow\": {\"settings\": [{\"name\": \"w\", \"value\": \"valve\"}]}, \"report\":",
                               "\"shadow.settings[0].value\" must be rate or one of windLimit, not \"valve\""},
                    WrongModel{"noFields", "[{\"name\": \"o\", \"value\": \"output\"}]", "[]",
                               "\"report.fields\" must name at least one"},
                    WrongModel{"fieldNoObject", "[{\"name\": \"o\", \"value\": \"output\"}]", "[1]",
                               "\"report.fields[0]\" must be an object"},
                    WrongModel{"placeholder", "t/${number}", "t/${site}",
                               "\"report.topic\" has ${site}, which nothing fills in; known here: ${number}, ${thing}"},
                    WrongModel{"attribute", "\"model\":", "\"attributes\": {\"thing\": \"x\"}, \"model\":",
                               "\"attributes.thing\" cannot be the name of an attribute"},
                    WrongModel{"topic", "t/${number}", "t/+/${number}", "\"report.topic\" "},
                    WrongModel{"noWill", "\"will\": {\"topic\": \"will/${thing}\"}", "\"will\": 3",
                               "\"will\" must be an object"},
                    WrongModel{"qos", "\"topic\": \"will/${thing}\"", "\"topic\": \"w\", \"qos\": 1.5",
                               "\"will.qos\" must be a whole number"},
                    WrongModel{"rate", "\"fields\":", "\"everySeconds\": 0.001, \"fields\":",
                               "\"report.everySeconds\" must be a number from 0.02 to 100, not 1E-3"}),
    [](const auto& wrong) { return wrong.param.name; });

} // namespace
} // namespace greensward::simulator
