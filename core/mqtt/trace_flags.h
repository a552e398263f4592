// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/packet.h"
#include "trace/event.h"

#include <cstdint>

namespace greensward::mqtt {

/// The flag, or none.
constexpr std::uint8_t flagIf(bool set, trace::Flag flag)
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
