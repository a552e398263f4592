// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/result.h"
#include "mqtt/message.h"

#include <cstdint>
#include <span>
#include <vector>

namespace greensward::mqtt {

/// A message as a store keeps it: one compact record that starts with the version of its form. Event and journey are of
/// one run of the program and are left out.
Bytes encodeRecord(const Message& message);

/// Takes nothing on trust: a record that is cut short, of an unknown version or otherwise not one is refused with a
/// sentence.
Result<Message> decodeRecord(ByteView record);

/// Subscription identifiers [MQTT5 3.3.2.3.8] in the same manner; none is no octet.
Bytes encodeSubscriptionIds(std::span<const std::uint32_t> ids);
Result<std::vector<std::uint32_t>> decodeSubscriptionIds(ByteView record);

} // namespace greensward::mqtt
