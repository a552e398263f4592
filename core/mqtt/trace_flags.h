// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/packet.h"
#include "trace/event.h"

#include <cstdint>

namespace greensward::mqtt {

/// What the flags of ClientConnected say besides trace::kSession and trace::kSimulated.
enum ConnectedFlag : std::uint8_t {
    kVersion5 = 0x01,   ///< MQTT 5; 3.1.1 without it
    kCleanStart = 0x02, ///< clean session (3.1.1), clean start (5)
};

/// Why a will was not published: `extra` of WillWithheld.
enum class WillFate : std::uint8_t {
    Goodbye,       ///< the client sent DISCONNECT [MQTT-3.14.4-3]
    CameBack,      ///< the client connected again before the will's delay had passed [MQTT5-3.1.3-9]
    Administrator, ///< somebody closed the connection and asked for silence
    NotAuthorized, ///< the gatekeeper did not let it be published
};

/// The flag, or none.
template<typename Flag>
constexpr std::uint8_t flagIf(bool set, Flag flag)
{
    return set ? static_cast<std::uint8_t>(flag) : std::uint8_t{0};
}

/// A message's flags as trace events carry them.
constexpr std::uint8_t traceFlags(QoS qos, bool retain, bool duplicate = false)
{
    return static_cast<std::uint8_t>(static_cast<std::uint8_t>(qos) | flagIf(retain, trace::kRetain) |
                                     flagIf(duplicate, trace::kDuplicate));
}

} // namespace greensward::mqtt
