// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace greensward::app {

/// Where an engine listens; 0 asks for any free port.
struct PortPlan
{
    std::uint16_t api = 4566;   ///< HTTP, and MQTT over WebSocket on /mqtt
    std::uint16_t mqtts = 8883; ///< MQTT over TLS with a client certificate
    std::uint16_t https = 8443; ///< TLS: MQTT by ALPN or first byte, else HTTP, with WebSocket on /mqtt
    std::uint16_t mqtt = 1883;  ///< plain MQTT, only when asked for

    static constexpr std::uint16_t kHighestBase = 65'532;
    /// The four ports in the order above from the base on.
    static PortPlan from(std::uint16_t base);
    static PortPlan anyFree() { return {0, 0, 0, 0}; }
    bool operator==(const PortPlan&) const = default;
};

/// Without a window, the past is kept for whoever asks what went wrong just now; with one, for scrolling back.
inline constexpr std::size_t kHistoryWithoutWindow = 2u << 20;
inline constexpr std::size_t kHistoryOfWindow = 64u << 20;

/// What an engine is to be.
struct EngineSettings
{
    std::filesystem::path directory; ///< the workspace; empty: a temporary one that goes with the engine
    bool durable = true;             ///< sessions, retained messages and queues survive the process
    std::string listen = "127.0.0.1";
    PortPlan ports;
    bool plainMqtt = false;
    Profile profile = Profile::Complete;
    bool devices = false;  ///< the turbine and the sprinkler live here
    bool devicesOn = true; ///< … and are switched on at once
    /// Bytes of past events that are kept for readers who come later.
    std::size_t history = kHistoryWithoutWindow;
    std::optional<std::uint64_t> seed; ///< of the simulated world; without it, another one each time
};

} // namespace greensward::app
