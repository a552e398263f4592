// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "pki/certificate.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace greensward::app {

/// The folder of a core, laid out as on a genuine one's machine:
///
///     config/config.json   read by EdgeConfig
///     certs/               root.ca.pem, NAME.cert.pem and NAME.private.key (mode 0600)
///     ggc/                 the core's own
///     switched-off         an empty file, while it shall not run
class EdgeHome
{
public:
    explicit EdgeHome(std::filesystem::path folder);

    /// Where the cloud is found.
    struct Cloud
    {
        std::string host{};
        std::uint16_t mqttPort = 8883;
        std::uint16_t httpPort = 8443;
    };
    struct Furniture
    {
        std::string thingArn{};
        const pki::Identity& identity;
        std::string rootPem{};
        Cloud cloud{};
        std::uint16_t localPort = 0; ///< of its server
    };
    /// Makes the folder and writes what a core begins with.
    Result<void> furnish(const Furniture& furniture);
    /// Writes where the cloud is now, if that is elsewhere than config.json says.
    Result<void> find(const Cloud& cloud) const;
    Result<void> clear() const;

    std::filesystem::path configFile() const { return m_folder / "config" / "config.json"; }
    std::uint16_t localPort() const { return m_localPort; } ///< 0: not known
    bool isOff() const;
    Result<void> setOff(bool off) const;

private:
    std::filesystem::path m_folder;
    std::uint16_t m_localPort = 0;
};

} // namespace greensward::app
