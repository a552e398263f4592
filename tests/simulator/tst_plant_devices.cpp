// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "village.h"

#include <boost/json.hpp>
#include <fstream>
#include <iterator>

namespace greensward::simulator {
namespace {

using namespace std::chrono_literals;

/// A gas turbine of the models, with its sensors.
struct GasPlant : Village
{
    GasPlant()
    {
        for (const char* name : {"inlet", "filter", "rotor", "generator"}) {
            sensors.push_back(&add(std::string("gas-turbine-") + name, "1"));
            sensors.back()->start();
        }
    }
    std::vector<boost::json::object> reports(const std::string& sensor) const
    {
        std::vector<boost::json::object> found;
        for (const auto& message : on("plants/gt-1/" + sensor))
            found.push_back(boost::json::parse(message.payload).as_object());
        return found;
    }
    static double number(const boost::json::object& report, std::string_view name)
    {
        return report.at(name).to_number<double>();
    }
    std::vector<Device*> sensors;
};

TEST(PlantDevices, anHourOfThePlantIsAMinuteOfReports)
{
    GasPlant plant;
    plant.run(61s);
    for (const char* sensor : {"inlet", "filter", "rotor", "generator"}) {
        const auto reports = plant.reports(sensor);
        ASSERT_GE(reports.size(), 120u) << sensor;
        EXPECT_NEAR(GasPlant::number(reports[1], "timestamp") - GasPlant::number(reports[0], "timestamp"), 30'000, 1)
            << sensor;
    }
    const auto filter = plant.reports("filter");
    EXPECT_GT(GasPlant::number(filter.back(), "pressure-drop"), GasPlant::number(filter.front(), "pressure-drop") + 20)
        << "an hour's dust";
}

TEST(PlantDevices, aMessageCleansTheFilterForAllOfThem)
{
    GasPlant plant;
    plant.sensors[0]->setWind(20.0); // a dust storm
    plant.run(60s);
    const auto before = plant.reports("filter").back();
    const auto generatorBefore = plant.reports("generator").back();
    ASSERT_GT(GasPlant::number(before, "pressure-drop"), 800);
    plant.sensors[0]->setWind(3.0);
    plant.publish("plants/gt-1/clean", R"({"clean":true})");
    plant.run(10s);
    const auto after = plant.reports("filter").back();
    EXPECT_EQ(GasPlant::number(after, "cleanings"), 1);
    EXPECT_LT(GasPlant::number(after, "pressure-drop"), 400);
    // The output follows the grid's frequency from moment to moment; the efficiency does not.
    EXPECT_GT(GasPlant::number(plant.reports("generator").back(), "efficiency"),
              GasPlant::number(generatorBefore, "efficiency") + 0.05);
    EXPECT_EQ(plant.sensors[1]->view().note, "cleaning no. 1, by plants/gt-1/clean");
}

TEST(PlantDevices, onePlantHasOneDataSheet)
{
    GasPlant plant;
    std::ifstream file(std::string(GREENSWARD_MODELS) + "/gas-turbine-inlet.device.json");
    std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::string_view sheet = R"("gas-turbine.physics.json")";
    text.replace(text.find(sheet), sheet.size(), R"({"kind": "gasTurbine", "ratedOutput": 1})");
    const std::string_view id = "gt-${number}-inlet";
    text.replace(text.find(id), id.size(), "other-${number}");
    const auto model = parseDeviceModel(text, "x");
    ASSERT_TRUE(model) << model.error().message;
    const auto added = plant.fleet.add(*model, "1", plant.links);
    ASSERT_FALSE(added);
    EXPECT_EQ(added.error().message, "the plant gt-1 stands there already, with another data sheet");
}

} // namespace
} // namespace greensward::simulator
