// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace greensward::app {

/// The config.json of a core (greengrass-and-gateway 4), its certificates read. Paths of certificates are those of a
/// genuine core's folders: beside the folder of the file ("certs"), below it, or in it.
struct EdgeConfig
{
    std::string thingArn;
    std::string caPem, certificatePem, keyPem;
    std::string iotHost, ggHost;
    /// Of CloudWatch Logs; a member of our own, for a genuine core knows: logs.REGION.amazonaws.com, and where ggHost is
    /// not AWS's, ggHost.
    std::string logsHost;
    std::uint16_t logsPort = 443;
    std::uint16_t iotMqttPort = 8883;
    std::uint16_t iotHttpPort = 8443;
    std::uint16_t ggHttpPort = 8443;
    std::uint16_t ggMqttPort = 8883; ///< of the local server
    std::uint16_t keepAlive = 600;   ///< seconds
    Duration mostPause = std::chrono::seconds(60);
    Duration callTimeout = std::chrono::seconds(5); ///< of a shadow request to the cloud
    std::filesystem::path root;                     ///< ggc/ is made below it

    /// What a core cannot start with is an error in one sentence that names the member.
    static Result<EdgeConfig> read(const std::filesystem::path& file);
};

} // namespace greensward::app
