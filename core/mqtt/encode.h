// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "mqtt/packet.h"

#include <cstddef>

namespace greensward::mqtt {

/// Each appends one complete packet to out. The caller keeps within the protocol's limits (asserted): text fields up to
/// 65,535 bytes of UTF-8, packets up to 268,435,460 bytes. Properties are written only for Version::v5.
void encode(Bytes& out, const Connect& packet);
void encode(Bytes& out, const Connack& packet, Version version);
void encode(Bytes& out, const Publish& packet, Version version);
void encode(Bytes& out, const Ack& packet, Version version);
void encode(Bytes& out, const Subscribe& packet, Version version);
void encode(Bytes& out, const Suback& packet, Version version);
void encode(Bytes& out, const Unsubscribe& packet, Version version);
void encode(Bytes& out, const Unsuback& packet, Version version);
void encode(Bytes& out, Pingreq packet);
void encode(Bytes& out, Pingresp packet);
void encode(Bytes& out, const Disconnect& packet, Version version);
void encode(Bytes& out, const Auth& packet);
void encode(Bytes& out, const Packet& packet, Version version);

/// Bytes that encode() would append.
std::size_t encodedSize(const Publish& packet, Version version);

} // namespace greensward::mqtt
