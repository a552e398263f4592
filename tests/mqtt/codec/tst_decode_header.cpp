// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet_text.h"

#include <gtest/gtest.h>

// The fixed header: what is refused before the body is there, and what is waited for.
namespace greensward::mqtt {

namespace {

struct HeaderCase
{
    std::string_view name;
    Sender sender;
    std::string_view bytes;
    std::string_view expected; ///< clause of the refusal, "more", or "type flags remaining header-size"
};

std::string outcome(const Checked<std::optional<FixedHeader>>& header)
{
    if (!header)
        return std::string(header.error().clause);
    if (!*header)
        return "more";
    const FixedHeader& h = **header;
    return std::to_string(static_cast<unsigned>(h.type)) + " " + std::to_string(h.flags) + " " +
           std::to_string(h.remaining) + " " + std::to_string(h.headerSize);
}

constexpr HeaderCase kCases[] = {
    {"nothing yet", Sender::Client, "", "more"},
    {"first byte only", Sender::Client, "c0", "more"},
    {"length unfinished", Sender::Client, "30 ff ff ff", "more"},
    {"smallest", Sender::Client, "c0 00", "12 0 0 2"},
    {"one-byte length", Sender::Client, "30 7f", "3 0 127 2"},
    {"two-byte length, smallest", Sender::Client, "30 80 01", "3 0 128 3"},
    {"two-byte length, largest", Sender::Client, "30 ff 7f", "3 0 16383 3"},
    {"three-byte length, smallest", Sender::Client, "30 80 80 01", "3 0 16384 4"},
    {"three-byte length, largest", Sender::Client, "30 ff ff 7f", "3 0 2097151 4"},
    {"four-byte length, smallest", Sender::Client, "30 80 80 80 01", "3 0 2097152 5"},
    {"four-byte length, largest", Sender::Client, "30 ff ff ff 7f", "3 0 268435455 5"},
    {"five-byte length", Sender::Client, "30 ff ff ff 80 00", "MQTT-2.2.3"},
    {"five-byte length, refused at the fourth", Sender::Client, "30 80 80 80 80", "MQTT-2.2.3"},
    {"longer form than needed is for decodeBody", Sender::Client, "c0 80 00", "12 0 0 3"},
    {"type 0", Sender::Client, "00", "MQTT-2.2.1"},
    {"type 0 from a server", Sender::Server, "0f 00", "MQTT-2.2.1"},
    {"CONNECT with flags", Sender::Client, "11", "MQTT-2.2.2-2"},
    {"PUBACK with flags", Sender::Client, "42", "MQTT-2.2.2-2"},
    {"PUBREC with flags", Sender::Client, "58", "MQTT-2.2.2-2"},
    {"PUBREL without its flags", Sender::Client, "60", "MQTT-2.2.2-2"},
    {"PUBREL with DUP", Sender::Client, "6a", "MQTT-2.2.2-2"},
    {"PUBCOMP with flags", Sender::Client, "71", "MQTT-2.2.2-2"},
    {"SUBSCRIBE without its flags", Sender::Client, "80", "MQTT-2.2.2-2"},
    {"SUBSCRIBE with more flags", Sender::Client, "83", "MQTT-2.2.2-2"},
    {"UNSUBSCRIBE without its flags", Sender::Client, "a0", "MQTT-2.2.2-2"},
    {"PINGREQ with flags", Sender::Client, "c1", "MQTT-2.2.2-2"},
    {"DISCONNECT with flags", Sender::Client, "e4", "MQTT-2.2.2-2"},
    {"AUTH with flags", Sender::Client, "f1", "MQTT-2.2.2-2"},
    {"CONNACK with flags", Sender::Server, "21", "MQTT-2.2.2-2"},
    {"SUBACK with flags", Sender::Server, "92", "MQTT-2.2.2-2"},
    {"UNSUBACK with flags", Sender::Server, "b2", "MQTT-2.2.2-2"},
    {"PINGRESP with flags", Sender::Server, "d8", "MQTT-2.2.2-2"},
    {"PUBLISH QoS 3", Sender::Client, "36", "MQTT-3.3.1-4"},
    {"PUBLISH QoS 3 with everything", Sender::Server, "3f", "MQTT-3.3.1-4"},
    {"PUBLISH QoS 0 with DUP", Sender::Client, "38", "MQTT-3.3.1-2"},
    {"PUBLISH QoS 1 with DUP", Sender::Client, "3a 05", "3 10 5 2"},
    {"PUBLISH QoS 2, retain", Sender::Client, "35 05", "3 5 5 2"},
    {"CONNACK from a client", Sender::Client, "20", "MQTT-2.2.1"},
    {"SUBACK from a client", Sender::Client, "90", "MQTT-2.2.1"},
    {"UNSUBACK from a client", Sender::Client, "b0", "MQTT-2.2.1"},
    {"PINGRESP from a client", Sender::Client, "d0", "MQTT-2.2.1"},
    {"CONNECT from a server", Sender::Server, "10", "MQTT-2.2.1"},
    {"SUBSCRIBE from a server", Sender::Server, "82", "MQTT-2.2.1"},
    {"UNSUBSCRIBE from a server", Sender::Server, "a2", "MQTT-2.2.1"},
    {"PINGREQ from a server", Sender::Server, "c0", "MQTT-2.2.1"},
    {"PINGREQ with a body", Sender::Client, "c0 01", "MQTT-2.2.3"},
    {"PINGRESP with a body", Sender::Server, "d0 80 01", "MQTT-2.2.3"},
};

} // namespace

TEST(DecodeHeader, readsWaitsOrRefuses)
{
    for (const auto& c : kCases)
        EXPECT_EQ(outcome(decodeHeader(wire(c.bytes), c.sender, {})), c.expected) << c.name << ": " << c.bytes;
}

TEST(DecodeHeader, refusalsOfTheFirstByteAreTyped)
{
    const auto code = [](std::string_view bytes, Sender sender) {
        return decodeHeader(wire(bytes), sender, {}).error().code;
    };
    EXPECT_EQ(code("00", Sender::Client), ReasonCode::MalformedPacket);
    EXPECT_EQ(code("36", Sender::Client), ReasonCode::MalformedPacket);
    EXPECT_EQ(code("60", Sender::Client), ReasonCode::MalformedPacket);
    EXPECT_EQ(code("20", Sender::Client), ReasonCode::ProtocolError);
    EXPECT_EQ(code("10", Sender::Server), ReasonCode::ProtocolError);
}

TEST(DecodeHeader, packetOverTheLimitIsRefusedBeforeItsBody)
{
    const DecodeLimits limits{.packetSize = 130};
    EXPECT_EQ(outcome(decodeHeader(wire("30 7f"), Sender::Client, limits)), "3 0 127 2");
    EXPECT_EQ(outcome(decodeHeader(wire("30 80 01"), Sender::Client, limits)), "MQTT5-3.2.2-15")
        << "131 bytes with its header";
    EXPECT_EQ(decodeHeader(wire("30 ff ff ff 7f"), Sender::Client, limits).error().code, ReasonCode::PacketTooLarge);
}

} // namespace greensward::mqtt
