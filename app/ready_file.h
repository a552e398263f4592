// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access_keys.h"
#include "app/engine_settings.h"
#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace greensward::app {

inline constexpr const char* kAccount = "123456789012";
inline constexpr const char* kRegion = "us-east-1";

/// Where a running engine is found, and with which keys: docs/architecture.md, "Command line".
struct Whereabouts
{
    std::filesystem::path directory;
    std::filesystem::path rootCertificate;
    AccessKeys keys;
    std::string listen; ///< the address the engine listens on
    PortPlan ports;     ///< the real ones
    bool plainMqtt = false;
    std::string person{}; ///< of a seat in a class (app/seat.h): "anna"; empty: one's own workspace

    /// A host by which programs on this machine reach it: a name the server certificate covers, and an address.
    std::string host() const;
    std::string address() const;

    std::string apiUrl() const;  ///< "http://127.0.0.1:4566"
    std::string dataUrl() const; ///< "https://localhost:8443"
    std::string wsUrl() const;
    std::string wssUrl() const;
};

/// One JSON object and a line feed; mqtt_plain is null when there is no such port.
std::string readyText(const Whereabouts& whereabouts, int pid);

/// Whole or not at all, mode 0600: it holds a secret.
Result<void> writeReadyFile(const std::filesystem::path& file, const Whereabouts& whereabouts, int pid);

// While an engine runs, its folder tells where: running.json, for `greensward env`.
std::filesystem::path runningFile(const std::filesystem::path& workspace);
Result<void> writeRunningFile(const Whereabouts& whereabouts, int pid);
/// Empty when nothing runs there (also when a process was killed and left the file behind).
std::optional<Whereabouts> readRunningFile(const std::filesystem::path& workspace);

} // namespace greensward::app
