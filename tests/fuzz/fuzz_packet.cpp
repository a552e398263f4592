// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/decode.h"
#include "mqtt/encode.h"

#include <cstdio>
#include <cstdlib>

// Any bytes as a packet of either side and version, under wide and narrow limits. What decodes must encode, and the
// encoded form must decode to something that encodes to the same bytes again: nothing is lost, nothing made up.
using namespace greensward;
using namespace greensward::mqtt;

namespace {

constexpr DecodeLimits kWide{.packetSize = 1u << 20,
                             .topicLength = 65'535,
                             .topicLevels = 65'535,
                             .filtersPerPacket = 65'535,
                             .userProperties = 65'535};
constexpr DecodeLimits kNarrow{
    .packetSize = 256, .topicLength = 16, .topicLevels = 4, .filtersPerPacket = 2, .userProperties = 2};

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

void requireReason(const ProtocolError& error)
{
    require(error.code >= ReasonCode::UnspecifiedError && !error.clause.empty() && !error.text.empty(),
            "a refusal says why");
}

/// One packet from the front; empty when it is incomplete or refused.
std::optional<Packet> decode(ByteView bytes, Version version, Sender sender, const DecodeLimits& limits)
{
    const auto header = decodeHeader(bytes, sender, limits);
    if (!header) {
        requireReason(header.error());
        return std::nullopt;
    }
    if (!*header || bytes.size() < (*header)->packetSize())
        return std::nullopt;
    const ByteView body = bytes.subspan((*header)->headerSize, (*header)->remaining);
    auto packet = decodeBody(**header, body, version, sender, limits);
    if ((*header)->type == PacketType::Publish) {
        Publish alone;
        const auto decoded = decodePublish(**header, body, version, sender, limits, alone);
        require(decoded.has_value() == packet.has_value(), "decodePublish and decodeBody agree");
    }
    if (!packet) {
        requireReason(packet.error());
        return std::nullopt;
    }
    return std::move(*packet);
}

void roundTrip(ByteView bytes, Version version, Sender sender, const DecodeLimits& limits)
{
    const auto packet = decode(bytes, version, sender, limits);
    if (!packet)
        return;
    // CONNECT brings its own version.
    const auto* connect = std::get_if<Connect>(&*packet);
    const Version spoken = connect != nullptr ? connect->version : version;
    Bytes first;
    encode(first, *packet, spoken);
    if (const auto* publish = std::get_if<Publish>(&*packet))
        require(encodedSize(*publish, spoken) == first.size(), "encodedSize is what encode appends");
    const auto again = decode(first, spoken, sender, {});
    require(again.has_value(), "what was encoded decodes");
    require(again->index() == packet->index(), "what was encoded is the same kind of packet");
    Bytes second;
    encode(second, *again, spoken);
    require(first == second, "and encodes to the same bytes");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ByteView bytes(data, size);
    for (const Version version : {Version::v311, Version::v5})
        for (const Sender sender : {Sender::Client, Sender::Server})
            for (const DecodeLimits& limits : {kWide, kNarrow})
                roundTrip(bytes, version, sender, limits);
    return 0;
}
