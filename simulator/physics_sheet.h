// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/device_model.h"
#include "simulator/model_reader.h"

#include <span>
#include <string>
#include <string_view>

namespace greensward::simulator {

/// The data sheet of a device's physics, and the names that a model may use for what they measure and obey.
struct PhysicsSheet
{
    DeviceModel::Constants constants;
    std::span<const std::string_view> quantities;
    std::span<const std::string_view> settings;
};

/// A member "physics" of a model.
PhysicsSheet readPhysicsSheet(ModelReader& reader);
/// The same in a file of its own, beside the model's: the sensors of a plant share it.
Result<boost::json::object> loadPhysicsSheet(const std::string& modelPath, std::string_view name);

} // namespace greensward::simulator
