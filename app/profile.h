// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/limits.h"

#include <cstdint>
#include <string_view>

namespace greensward::app {

/// What the device gateway allows.
enum class Profile : std::uint8_t {
    Complete, ///< everything that MQTT 3.1.1 and 5.0 have
    Aws2017,  ///< AWS IoT as the Greengrass V1 workshops met it
    AwsToday, ///< AWS IoT as documented in 2022 to 2025
};

std::string_view name(Profile profile);

/// The gateway's limits in that profile (specification of Greengrass and gateway, section 15).
mqtt::Limits gatewayLimits(Profile profile);

} // namespace greensward::app
