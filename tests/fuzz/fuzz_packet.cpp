// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a packet of either side and version. What decodes must encode, and the encoded form must decode to
// something that encodes to the same bytes again.
#include "mqtt/decode.h"
#include "mqtt/encode.h"

#include <cstdlib>

using namespace greensward;
using namespace greensward::mqtt;

namespace {

constexpr DecodeLimits kLimits{
    .packetSize = 1u << 20, .topicLength = 512, .topicLevels = 32, .filtersPerPacket = 64, .userProperties = 32};

std::optional<Packet> decode(ByteView bytes, Version version, Sender sender, const DecodeLimits& limits)
{
    const auto header = decodeHeader(bytes, sender, limits);
    if (!header || !*header || bytes.size() < (*header)->packetSize())
        return std::nullopt;
    auto packet =
        decodeBody(**header, bytes.subspan((*header)->headerSize, (*header)->remaining), version, sender, limits);
    if (!packet)
        return std::nullopt;
    return std::move(*packet);
}

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void roundTrip(ByteView bytes, Version version, Sender sender)
{
    const auto packet = decode(bytes, version, sender, kLimits);
    if (!packet)
        return;
    // CONNECT brings its own version.
    const auto* connect = std::get_if<Connect>(&*packet);
    const Version spoken = connect != nullptr ? connect->version : version;
    Bytes first;
    encode(first, *packet, spoken);
    const auto again = decode(first, spoken, sender, {});
    require(again.has_value());
    require(again->index() == packet->index());
    Bytes second;
    encode(second, *again, spoken);
    require(first == second);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView bytes(data, size);
    for (const Version version : {Version::v311, Version::v5})
        for (const Sender sender : {Sender::Client, Sender::Server})
            roundTrip(bytes, version, sender);
    return 0;
}
