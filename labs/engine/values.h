// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::labs {

/// What is particular about a workspace: it fills the {{names}} of a lab's texts, checks and actions.
struct Values
{
    std::string endpoint{};      ///< {{endpoint}} host of the device gateway, "localhost"
    std::uint16_t mqttsPort{};   ///< {{mqtts-port}} MQTT over TLS with a client certificate
    std::uint16_t httpsPort{};   ///< {{https-port}}
    std::string api{};           ///< {{api}} "http://127.0.0.1:4566"
    std::string ws{};            ///< {{ws}} "ws://127.0.0.1:4566/mqtt"
    std::string wss{};           ///< {{wss}} "wss://localhost:8443/mqtt"
    std::string ca{};            ///< {{ca}} file of the authority that clients trust
    std::string account{};       ///< {{account}} "123456789012"
    std::string region{};        ///< {{region}} "us-east-1"
    std::string accessKey{};     ///< {{access-key}} its id; the secret is in no text
    std::string dataDirectory{}; ///< {{data}}
    std::string certificates{};  ///< {{certificates}} folder of NAME.pem and NAME.key of the workspace's own devices
    std::string work{};          ///< {{work}} folder for the files that the labs make
    std::string me{}; ///< {{me}} "-anna" in a class, where names must differ; empty in a workspace of one's own

    /// Name and value of each; {{lab}}, the lab's own folder, is added as the lab is read.
    std::map<std::string, std::string> named() const;
    static bool isName(std::string_view name);
};

/// The text with every {{name}} replaced. Names that are none stay, and are added to unknown when it is given.
std::string fill(std::string_view text, const std::map<std::string, std::string>& named,
                 std::vector<std::string>* unknown = nullptr);

} // namespace greensward::labs
