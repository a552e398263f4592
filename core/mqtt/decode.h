// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/packet.h"

#include <cstddef>
#include <cstdint>

namespace greensward::mqtt {

/// Which side sent the bytes; packets that this side must never send are protocol errors.
enum class Sender : std::uint8_t { Client, Server };

/// Limits applied while parsing, before anything is copied or allocated.
struct DecodeLimits
{
    std::uint32_t packetSize = 268'435'460;  ///< whole packet, fixed header included, in bytes
    std::uint16_t topicLength = 65'535;      ///< bytes of a topic name or filter
    std::uint16_t topicLevels = 65'535;      ///< levels between '/', plus one
    std::uint32_t filtersPerPacket = 65'535; ///< entries of a SUBSCRIBE or UNSUBSCRIBE
    std::uint32_t userProperties = 65'535;
};

/// The fixed header [MQTT-2.2].
struct FixedHeader
{
    PacketType type{};
    std::uint8_t flags = 0;      ///< low four bits of the first byte
    std::uint32_t remaining = 0; ///< bytes that follow the header
    std::uint8_t headerSize = 0; ///< 2 … 5
    std::uint32_t packetSize() const { return headerSize + remaining; }
};

/// Reads the fixed header from the front of the bytes received so far. An empty optional: more bytes are needed (at
/// most five). Fails at once on a reserved type or wrong flags [MQTT-2.2.2-2], a remaining length of more than four
/// bytes, a packet that this sender must not send, and a packet over the size limit, before its body has arrived.
Checked<std::optional<FixedHeader>> decodeHeader(ByteView bytes, Sender sender, const DecodeLimits& limits);

/// Decodes the body of one complete packet; body.size() == header.remaining. Views in the result point into body.
/// The first packet of a connection is a CONNECT, which brings its own version; version is ignored for it.
Checked<Packet> decodeBody(const FixedHeader& header, ByteView body, Version version, Sender sender,
                           const DecodeLimits& limits);

/// The same for a PUBLISH alone, without the variant: the hot path. Reuses the vectors of out.
Checked<void> decodePublish(const FixedHeader& header, ByteView body, Version version, Sender sender,
                            const DecodeLimits& limits, Publish& out);

} // namespace greensward::mqtt
