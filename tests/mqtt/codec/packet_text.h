// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/decode.h"

#include <string>
#include <string_view>

namespace greensward::mqtt {

/// Octets written for people: hexadecimal digits, blanks as one likes, and text between single quotes, which stands for
/// its bytes; between double quotes it stands for an MQTT string or binary data, its length in two bytes first.
/// What stands in brackets is a property block: its length in one byte goes first.
/// wire(R"("MQTT" 05 02 003c [11 0000003c] "dev")")
Bytes wire(std::string_view text);

/// A whole packet: first byte, the remaining length that follows from the body, and the body as for wire().
Bytes packet(std::uint8_t first, std::string_view body);

/// Header and body in one go, for bytes that hold exactly one packet.
Checked<Packet> decodeWhole(ByteView bytes, Version version, Sender sender, const DecodeLimits& limits = {});

/// Every field of a packet that is not at its default, in one line; equal texts mean equal packets.
std::string describe(const Packet& packet);
std::string describe(const Checked<Packet>& packet);

} // namespace greensward::mqtt
