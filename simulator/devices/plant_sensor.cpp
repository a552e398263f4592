// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/devices/plant_sensor.h"

#include <boost/json.hpp>

namespace greensward::simulator {

namespace {

constexpr std::size_t kLongestCommand = 4'096; // bytes

/// Standard deviations of what a good instrument shows, in the order of GasTurbine::Quantity: absolute, and relative to
/// the value.
struct Noise
{
    double absolute = 0;
    double relative = 0;
};
constexpr std::array<Noise, GasTurbine::kQuantityCount> kNoise{{{0.05, 0},
                                                                {0.3, 0},
                                                                {0, 0.02},
                                                                {0.1, 0},
                                                                {0, 0.002},
                                                                {0.5, 0.001},
                                                                {0, 0},
                                                                {0, 0},
                                                                {0, 0},
                                                                {0.5, 0},
                                                                {0.02, 0.01},
                                                                {0, 0.0005},
                                                                {0.02, 0}}};

} // namespace

PlantSensor::PlantSensor(std::shared_ptr<GasTurbine> plant, Random random, Moment now)
    : m_plant(std::move(plant)), m_random(random), m_now(now)
{}

/// The plant has its own calendar, and so its own weather.
void PlantSensor::advance(const Conditions&, Duration by)
{
    m_now += std::max(by, Duration::zero());
    m_plant->live(m_now);
    for (double& noise : m_noise)
        noise = m_random.gaussian();
}

double PlantSensor::quantity(std::size_t index) const
{
    const double value = m_plant->quantity(index);
    return value + m_noise[index] * (kNoise[index].absolute + kNoise[index].relative * value);
}

Result<std::string> PlantSensor::obey(ByteView payload)
{
    if (payload.size() > kLongestCommand)
        return failure("the command is too long");
    boost::system::error_code error;
    const boost::json::value command = boost::json::parse(asText(payload), error);
    if (error)
        return failure("the command is not JSON");
    const auto* object = command.if_object();
    const auto* clean = object ? object->if_contains("clean") : nullptr;
    if (!clean)
        return failure("the command has no \"clean\"");
    if (clean->is_bool())
        return clean->get_bool() ? m_plant->clean(m_plant->cleanings() + 1) : std::string{};
    return set(0, *clean);
}

boost::json::value PlantSensor::setting(std::size_t) const
{
    return m_plant->cleanings();
}

Result<std::string> PlantSensor::set(std::size_t, const boost::json::value& wanted)
{
    boost::system::error_code error;
    const auto count = wanted.is_number() ? wanted.to_number<std::int64_t>(error) : -1;
    if (!wanted.is_number() || error || count < 0)
        return failure("\"clean\" must be a whole number: how many cleanings there are to be");
    return m_plant->clean(count);
}

bool PlantSensor::setWind(std::optional<double> metresPerSecond)
{
    m_plant->setWind(metresPerSecond);
    return true;
}

} // namespace greensward::simulator
