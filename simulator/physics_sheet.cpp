// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/physics_sheet.h"

#include "simulator/model_file.h"

#include <filesystem>
#include <fmt/format.h>

namespace greensward::simulator {

namespace {

/// A constant of a data sheet: its member, and what makes sense.
template<typename Constants>
struct Constant
{
    std::string_view name;
    double Constants::*member;
    double low;
    double high;
};

constexpr Constant<WindClimate> kWindConstants[] = {
    {"mean", &WindClimate::mean, 0.5, 30},
    {"shape", &WindClimate::shape, 1, 5},
    {"turbulence", &WindClimate::turbulence, 0, 0.6},
    {"gustTime", &WindClimate::gustTime, 0.5, 600},
};
constexpr Constant<TurbineConstants> kTurbineConstants[] = {
    {"cutInWind", &TurbineConstants::cutInWind, 0.5, 20},
    {"ratedWind", &TurbineConstants::ratedWind, 1, 40},
    {"cutOutWind", &TurbineConstants::cutOutWind, 2, 100},
    {"ratedRotorFrequency", &TurbineConstants::ratedRotorFrequency, 0.01, 100},
    {"ratedOutput", &TurbineConstants::ratedOutput, 0.01, 100'000},
    {"inertiaTime", &TurbineConstants::inertiaTime, 1, 120},
    {"gridFrequency", &TurbineConstants::gridFrequency, 10, 400},
    {"droop", &TurbineConstants::droop, 0, 1},
    {"heatRise", &TurbineConstants::heatRise, 0, 200},
    {"heatTime", &TurbineConstants::heatTime, 1, 36'000},
};
constexpr Constant<SprinklerConstants> kSprinklerConstants[] = {
    {"nominalFlow", &SprinklerConstants::nominalFlow, 0.01, 10'000},
    {"valveTime", &SprinklerConstants::valveTime, 0.05, 60},
    {"bedArea", &SprinklerConstants::bedArea, 0.01, 100'000},
    {"rootDepth", &SprinklerConstants::rootDepth, 0.01, 5},
    {"evaporation", &SprinklerConstants::evaporation, 0, 1'000},
    {"wiltingPoint", &SprinklerConstants::wiltingPoint, 0, 40},
    {"fieldCapacity", &SprinklerConstants::fieldCapacity, 1, 70},
    {"saturation", &SprinklerConstants::saturation, 2, 100},
    {"drainTime", &SprinklerConstants::drainTime, 1, 1'000'000},
    {"initialMoisture", &SprinklerConstants::initialMoisture, 0, 100},
};

constexpr Constant<GasTurbineConstants> kGasTurbineConstants[] = {
    {"timeFactor", &GasTurbineConstants::timeFactor, 1, 3'600},
    {"ratedOutput", &GasTurbineConstants::ratedOutput, 1, 1'000'000},
    {"ratedSpeed", &GasTurbineConstants::ratedSpeed, 100, 200'000},
    {"ratedFlow", &GasTurbineConstants::ratedFlow, 0.1, 2'000},
    {"ratedEfficiency", &GasTurbineConstants::ratedEfficiency, 5, 65},
    {"topSpeed", &GasTurbineConstants::topSpeed, 0.8, 1.2},
    {"spoolTime", &GasTurbineConstants::spoolTime, 1, 600},
    {"droop", &GasTurbineConstants::droop, 0.01, 1},
    {"heatLoss", &GasTurbineConstants::heatLoss, 0, 0.02},
    {"outputLoss", &GasTurbineConstants::outputLoss, 0, 0.2},
    {"efficiencyLoss", &GasTurbineConstants::efficiencyLoss, 0, 0.2},
    {"dust", &GasTurbineConstants::dust, 1, 20'000},
    {"dustSpread", &GasTurbineConstants::dustSpread, 0, 2},
    {"dustTime", &GasTurbineConstants::dustTime, 10, 1'000'000},
    {"liftWind", &GasTurbineConstants::liftWind, 1, 40},
    {"caught", &GasTurbineConstants::caught, 0.1, 1},
    {"cleanDrop", &GasTurbineConstants::cleanDrop, 10, 2'000},
    {"dropPerKilogram", &GasTurbineConstants::dropPerKilogram, 0.01, 100'000},
    {"swelling", &GasTurbineConstants::swelling, 0, 10},
    {"swellingTime", &GasTurbineConstants::swellingTime, 10, 1'000'000},
    {"initialDust", &GasTurbineConstants::initialDust, 0, 20},
    {"cleanTime", &GasTurbineConstants::cleanTime, 1, 100'000},
    {"residue", &GasTurbineConstants::residue, 0.0001, 1},
    {"vibration", &GasTurbineConstants::vibration, 0, 20},
};

template<typename Constants, std::size_t N>
void readConstants(ModelReader& reader, const Constant<Constants> (&table)[N], Constants& into)
{
    for (const auto& constant : table)
        into.*constant.member = reader.number(constant.name, into.*constant.member, constant.low, constant.high);
}

void readWind(ModelReader& reader, WindClimate& climate)
{
    if (!reader.has("wind"))
        return;
    ModelReader wind = reader.object("wind");
    readConstants(wind, kWindConstants, climate);
    wind.finish();
}

DeviceModel::Constants readTurbine(ModelReader& reader)
{
    auto turbine = std::make_shared<TurbineConstants>();
    readWind(reader, turbine->wind);
    readConstants(reader, kTurbineConstants, *turbine);
    if (turbine->ratedWind <= turbine->cutInWind)
        reader.complain("ratedWind", "must be above cutInWind");
    if (turbine->cutOutWind <= turbine->ratedWind)
        reader.complain("cutOutWind", "must be above ratedWind");
    return turbine;
}

DeviceModel::Constants readSprinkler(ModelReader& reader)
{
    auto sprinkler = std::make_shared<SprinklerConstants>();
    readConstants(reader, kSprinklerConstants, *sprinkler);
    if (sprinkler->fieldCapacity <= sprinkler->wiltingPoint)
        reader.complain("fieldCapacity", "must be above wiltingPoint");
    if (sprinkler->saturation <= sprinkler->fieldCapacity)
        reader.complain("saturation", "must be above fieldCapacity");
    if (sprinkler->initialMoisture > sprinkler->saturation)
        reader.complain("initialMoisture", "must not be above saturation");
    return sprinkler;
}

DeviceModel::Constants readGasTurbine(ModelReader& reader)
{
    auto turbine = std::make_shared<GasTurbineConstants>();
    readWind(reader, turbine->wind);
    readConstants(reader, kGasTurbineConstants, *turbine);
    return turbine;
}

} // namespace

PhysicsSheet readPhysicsSheet(ModelReader& reader)
{
    const std::string kind = reader.word("kind", {"turbine", "sprinkler", "gasTurbine"});
    PhysicsSheet sheet;
    if (kind == "gasTurbine")
        sheet = {readGasTurbine(reader), PlantSensor::kQuantities, PlantSensor::kSettings};
    else if (kind == "sprinkler")
        sheet = {readSprinkler(reader), SprinklerPhysics::kQuantities, SprinklerPhysics::kSettings};
    else
        sheet = {readTurbine(reader), TurbinePhysics::kQuantities, TurbinePhysics::kSettings};
    reader.text("comment", "");
    reader.finish();
    return sheet;
}

Result<boost::json::object> loadPhysicsSheet(const std::string& modelPath, std::string_view name)
{
    const std::filesystem::path file{name};
    if (name.empty() || file.has_parent_path() || file.has_root_path() || name == "..")
        return failure(fmt::format("{}: \"physics\" must be an object or the name of a file beside this one", modelPath));
    const std::string path = (std::filesystem::path(modelPath).parent_path() / file).string();
    const auto text = readModelFile(path);
    return text ? parseModelObject(*text, path) : tl::unexpected(text.error());
}

} // namespace greensward::simulator
