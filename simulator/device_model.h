// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "mqtt/packet.h"
#include "simulator/devices/gas_turbine.h"
#include "simulator/devices/physics.h"
#include "simulator/devices/plant_sensor.h"
#include "simulator/devices/sprinkler_physics.h"
#include "simulator/devices/turbine_physics.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace greensward::simulator {

class World;

/// A kind of device as its *.device.json describes it: names, topics, rhythm, physics. Shared by all devices of the
/// kind.
///
/// Title, id, topics and the will's payload may hold ${number} (what tells devices of a kind apart, "123"), ${name} for
/// each attribute of the model and, except in id itself, ${thing} (the id).
struct DeviceModel
{
    /// A member of the JSON object a device reports, and a line of its card.
    struct Field
    {
        static constexpr std::size_t kTimestamp = std::numeric_limits<std::size_t>::max();
        std::string name;         ///< "rotor-freq"
        std::size_t quantity = 0; ///< index for Physics::quantity(), or kTimestamp: the world's time in ms since 1970
        std::string unit;         ///< "Hz"
        int decimals = 2;
    };
    struct Report
    {
        std::string topic;
        mqtt::QoS qos = mqtt::QoS::AtMostOnce;
        bool retain = false;
        Duration interval = std::chrono::seconds{1}; ///< in the world's time
        bool onChange = false;                       ///< also at once when a command changed something
        double jitter = 0;                           ///< share of the interval, 0 … 1, by which a report may be late
        std::vector<Field> fields;
    };
    struct Listen
    {
        std::string topic;
        mqtt::QoS qos = mqtt::QoS::AtMostOnce;
    };
    /// What a shadow may ask of the device, under the name it has in the document.
    struct Setting
    {
        static constexpr std::size_t kRate = std::numeric_limits<std::size_t>::max();
        std::string name;        ///< "wind-limit"
        std::size_t setting = 0; ///< index for Physics::set(), or kRate: reports a second
    };
    struct LastWill
    {
        std::string topic;
        std::string payload;
        mqtt::QoS qos = mqtt::QoS::AtMostOnce;
        bool retain = false;
    };
    using Constants = std::variant<std::shared_ptr<const TurbineConstants>, std::shared_ptr<const SprinklerConstants>,
                                   std::shared_ptr<const GasTurbineConstants>>;

    std::string name;                                            ///< "turbine"
    std::string title;                                           ///< "Wind turbine ${number}"
    std::string id;                                              ///< "ev-gen-${number}", the client id and thing name
    std::vector<std::pair<std::string, std::string>> attributes; ///< "site": "north"; the same for all of the kind
    std::uint16_t keepAlive = 30;                                ///< seconds
    Report report;
    std::optional<Listen> listen;
    LastWill will;
    std::vector<Setting> settings; ///< empty: the device has no way of the shadow
    std::vector<Field> card; ///< beside the report's fields, what a person sees
    Constants constants;
    std::string plant; ///< "gt-${number}": the plant that it looks at, with others; empty: it has one of its own
    std::size_t leadingField = 0;

    /// The text with every ${…} filled in.
    std::string fill(std::string_view text, std::string_view number) const;
    /// Builds the plant it looks at, if it is not there. Fails when it stands there with another data sheet.
    Result<void> findPlant(World& world, std::string_view number) const;
    /// Once findPlant() succeeded.
    std::unique_ptr<Physics> makePhysics(World& world, std::string_view number, Random random) const;
    /// What a person looks at first: the field of the report named "output" or "flow", else its first measured one.
    const Field& leading() const { return report.fields[leadingField]; }
};

using DeviceModelPtr = std::shared_ptr<const DeviceModel>;

/// Slowest and fastest rhythm of a device, reports a second of the world's time.
constexpr double kSlowestRate = 0.01;
constexpr double kFastestRate = 50.0;

/// Reads a model; every member is checked, unknown ones are refused, and the failure says which member is wrong and
/// what it may be, after the name of the source ("turbine.device.json: …").
Result<DeviceModelPtr> parseDeviceModel(std::string_view json, std::string_view source);
/// The same from a file of at most 1 MiB. "physics" may also be the name of a file beside it that holds the object.
Result<DeviceModelPtr> loadDeviceModel(const std::string& path);

} // namespace greensward::simulator
