// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet_text.h"

#include <gtest/gtest.h>
#include <span>

// One row a broken rule: the bytes, what the other side is told, and the clause.
namespace greensward::mqtt {

namespace {

enum class From : std::uint8_t { Client311, Client5, Server311, Server5 };

struct Refused
{
    std::string_view name;
    From from;
    std::uint8_t first;
    std::string_view body;
    unsigned code;
    std::string_view clause;
};

using enum From;

constexpr Refused kConnect[] = {
    {"empty", Client311, 0x10, "", 0x81, "MQTT-2.2.3"},
    {"name cut short", Client311, 0x10, "0004 'MQ'", 0x81, "MQTT-2.2.3"},
    {"name only", Client311, 0x10, "\"MQTT\"", 0x81, "MQTT-2.2.3"},
    {"no keep alive", Client311, 0x10, "\"MQTT\" 04 02 00", 0x81, "MQTT-2.2.3"},
    {"no client id", Client311, 0x10, "\"MQTT\" 04 02 003c", 0x81, "MQTT-2.2.3"},
    {"client id longer than the packet", Client311, 0x10, "\"MQTT\" 04 02 003c 0005 'dev1'", 0x81, "MQTT-2.2.3"},
    {"another name", Client311, 0x10, "\"MQTX\" 04 02 003c \"d\"", 0x82, "MQTT-3.1.2-1"},
    {"name in lower case", Client311, 0x10, "\"mqtt\" 04 02 003c \"d\"", 0x82, "MQTT-3.1.2-1"},
    {"3.1", Client311, 0x10, "\"MQIsdp\" 03 02 003c \"d\"", 0x84, "MQTT-3.1.2-2"},
    {"3.1's name with level 4", Client311, 0x10, "\"MQIsdp\" 04 02 003c \"d\"", 0x84, "MQTT-3.1.2-2"},
    {"level 3", Client311, 0x10, "\"MQTT\" 03 02 003c \"d\"", 0x84, "MQTT-3.1.2-2"},
    {"level 6", Client311, 0x10, "\"MQTT\" 06 02 003c 00 \"d\"", 0x84, "MQTT-3.1.2-2"},
    {"level 0", Client311, 0x10, "\"MQTT\" 00 02 003c \"d\"", 0x84, "MQTT-3.1.2-2"},
    {"a bridge's level", Client311, 0x10, "\"MQTT\" 84 02 003c \"d\"", 0x84, "MQTT-3.1.2-2"},
    {"an unknown level, the rest unreadable", Client311, 0x10, "\"MQTT\" 07", 0x84, "MQTT-3.1.2-2"},
    {"reserved flag", Client311, 0x10, "\"MQTT\" 04 03 003c \"d\"", 0x81, "MQTT-3.1.2-3"},
    {"reserved flag in 5", Client311, 0x10, "\"MQTT\" 05 03 003c 00 \"d\"", 0x81, "MQTT-3.1.2-3"},
    {"will QoS without will", Client311, 0x10, "\"MQTT\" 04 0a 003c \"d\"", 0x81, "MQTT-3.1.2-13"},
    {"will QoS 3 without will", Client311, 0x10, "\"MQTT\" 04 1a 003c \"d\"", 0x81, "MQTT-3.1.2-13"},
    {"will retain without will", Client311, 0x10, "\"MQTT\" 04 22 003c \"d\"", 0x81, "MQTT-3.1.2-15"},
    {"will QoS 3", Client311, 0x10, "\"MQTT\" 04 1e 003c \"d\" \"t\" \"p\"", 0x81, "MQTT-3.1.2-14"},
    {"will QoS 3 in 5", Client311, 0x10, "\"MQTT\" 05 1e 003c 00 \"d\" 00 \"t\" \"p\"", 0x81, "MQTT-3.1.2-14"},
    {"password without user name", Client311, 0x10, "\"MQTT\" 04 42 003c \"d\" \"pw\"", 0x81, "MQTT-3.1.2-22"},
    {"user name missing", Client311, 0x10, "\"MQTT\" 04 82 003c \"d\"", 0x81, "MQTT-2.2.3"},
    {"password missing", Client311, 0x10, "\"MQTT\" 04 c2 003c \"d\" \"u\"", 0x81, "MQTT-2.2.3"},
    {"will missing", Client311, 0x10, "\"MQTT\" 04 06 003c \"d\"", 0x81, "MQTT-2.2.3"},
    {"will message missing", Client311, 0x10, "\"MQTT\" 04 06 003c \"d\" \"t\"", 0x81, "MQTT-2.2.3"},
    {"user name without its flag", Client311, 0x10, "\"MQTT\" 04 02 003c \"d\" \"u\"", 0x81, "MQTT-2.2.3"},
    {"bytes behind the last field", Client311, 0x10, "\"MQTT\" 04 02 003c \"d\" 00", 0x81, "MQTT-2.2.3"},
    {"client id with null", Client311, 0x10, "\"MQTT\" 04 02 003c 0003 610062", 0x81, "MQTT-1.5.3-2"},
    {"client id with a surrogate", Client311, 0x10, "\"MQTT\" 04 02 003c 0003 eda080", 0x81, "MQTT-1.5.3-1"},
    {"user name not UTF-8", Client311, 0x10, "\"MQTT\" 04 82 003c \"d\" 0001 ff", 0x81, "MQTT-1.5.3-1"},
    {"will topic empty", Client311, 0x10, "\"MQTT\" 04 06 003c \"d\" 0000 \"p\"", 0x90, "MQTT-4.7.3-1"},
    {"will topic with wildcard", Client311, 0x10, "\"MQTT\" 04 06 003c \"d\" \"t/#\" \"p\"", 0x90, "MQTT-3.3.2-2"},
    {"will topic with null", Client311, 0x10, "\"MQTT\" 04 06 003c \"d\" 0001 00 \"p\"", 0x81, "MQTT-1.5.3-2"},
    {"properties missing", Client311, 0x10, "\"MQTT\" 05 02 003c", 0x81, "MQTT-2.2.3"},
    {"properties longer than the packet", Client311, 0x10, "\"MQTT\" 05 02 003c 20 \"d\"", 0x81, "MQTT-2.2.3"},
    {"property length not minimal", Client311, 0x10, "\"MQTT\" 05 02 003c 8000 \"d\"", 0x81, "MQTT5-1.5.5-1"},
    {"property length of five bytes", Client311, 0x10, "\"MQTT\" 05 02 003c 8080808001 \"d\"", 0x81, "MQTT-2.2.3"},
    {"property id not minimal", Client311, 0x10, "\"MQTT\" 05 02 003c 06 9100 0000003c \"d\"", 0x81, "MQTT5-1.5.5-1"},
    {"property id unknown", Client311, 0x10, "\"MQTT\" 05 02 003c 02 7f01 \"d\"", 0x81, "MQTT5-2.2.2.2"},
    {"property id 0", Client311, 0x10, "\"MQTT\" 05 02 003c 02 0001 \"d\"", 0x81, "MQTT5-2.2.2.2"},
    {"property id above a byte", Client311, 0x10, "\"MQTT\" 05 02 003c 03 910201 \"d\"", 0x81, "MQTT5-2.2.2.2"},
    {"property of PUBLISH", Client311, 0x10, "\"MQTT\" 05 02 003c 02 0101 \"d\"", 0x81, "MQTT5-2.2.2.2"},
    {"property of a will", Client311, 0x10, "\"MQTT\" 05 02 003c 05 1800000001 \"d\"", 0x81, "MQTT5-2.2.2.2"},
    {"property cut short", Client311, 0x10, "\"MQTT\" 05 02 003c 03 110000 0000 \"d\"", 0x81, "MQTT-2.2.3"},
    {"session expiry twice", Client311, 0x10, "\"MQTT\" 05 02 003c 0a 1100000001 1100000001 \"d\"", 0x82,
     "MQTT5-2.2.2.2"},
    {"receive maximum 0", Client311, 0x10, "\"MQTT\" 05 02 003c 03 210000 \"d\"", 0x82, "MQTT5-3.1.2.11.3"},
    {"receive maximum twice", Client311, 0x10, "\"MQTT\" 05 02 003c 06 210001 210001 \"d\"", 0x82, "MQTT5-2.2.2.2"},
    {"maximum packet size 0", Client311, 0x10, "\"MQTT\" 05 02 003c 05 2700000000 \"d\"", 0x82, "MQTT5-3.1.2.11.4"},
    {"maximum packet size twice", Client311, 0x10, "\"MQTT\" 05 02 003c 0a 2700000001 2700000001 \"d\"", 0x82,
     "MQTT5-2.2.2.2"},
    {"alias maximum twice", Client311, 0x10, "\"MQTT\" 05 02 003c 06 220001 220001 \"d\"", 0x82, "MQTT5-2.2.2.2"},
    {"request response information 2", Client311, 0x10, "\"MQTT\" 05 02 003c 02 1902 \"d\"", 0x82, "MQTT5-2.2.2.2"},
    {"request response information twice", Client311, 0x10, "\"MQTT\" 05 02 003c 04 1901 1901 \"d\"", 0x82,
     "MQTT5-2.2.2.2"},
    {"request problem information 2", Client311, 0x10, "\"MQTT\" 05 02 003c 02 1702 \"d\"", 0x82, "MQTT5-2.2.2.2"},
    {"request problem information twice", Client311, 0x10, "\"MQTT\" 05 02 003c 04 1701 1700 \"d\"", 0x82,
     "MQTT5-2.2.2.2"},
    {"authentication data alone", Client311, 0x10, "\"MQTT\" 05 02 003c 04 16 \"x\" \"d\"", 0x82, "MQTT5-3.1.2.11.10"},
    {"authentication method twice", Client311, 0x10, "\"MQTT\" 05 02 003c 08 15 \"x\" 15 \"x\" \"d\"", 0x82,
     "MQTT5-2.2.2.2"},
    {"user property not UTF-8", Client311, 0x10, "\"MQTT\" 05 02 003c 07 26 \"k\" 0001ff \"d\"", 0x81, "MQTT-1.5.3-1"},
    {"user property without value", Client311, 0x10, "\"MQTT\" 05 02 003c 04 26 \"k\" \"d\"", 0x81, "MQTT-2.2.3"},
    {"will delay twice", Client311, 0x10, "\"MQTT\" 05 06 003c 00 \"d\" 0a 1800000001 1800000001 \"t\" \"p\"", 0x82,
     "MQTT5-2.2.2.2"},
    {"will with topic alias", Client311, 0x10, "\"MQTT\" 05 06 003c 00 \"d\" 03 230001 \"t\" \"p\"", 0x81,
     "MQTT5-2.2.2.2"},
    {"will with payload format 2", Client311, 0x10, "\"MQTT\" 05 06 003c 00 \"d\" 02 0102 \"t\" \"p\"", 0x82,
     "MQTT5-2.2.2.2"},
    {"will's response topic with wildcard", Client311, 0x10, "\"MQTT\" 05 06 003c 00 \"d\" 04 08 \"+\" \"t\" \"p\"",
     0x82, "MQTT5-3.3.2-14"},
    {"will with session expiry", Client311, 0x10, "\"MQTT\" 05 06 003c 00 \"d\" 05 1100000001 \"t\" \"p\"", 0x81,
     "MQTT5-2.2.2.2"},
};

constexpr Refused kConnack[] = {
    {"empty", Server311, 0x20, "", 0x81, "MQTT-2.2.3"},
    {"no code", Server311, 0x20, "00", 0x81, "MQTT-2.2.3"},
    {"three bytes", Server311, 0x20, "0000 00", 0x81, "MQTT-2.2.3"},
    {"reserved flags", Server311, 0x20, "0200", 0x81, "MQTT-3.2.2.1"},
    {"return code 6", Server311, 0x20, "0006", 0x82, "MQTT5-2.4"},
    {"session present and refused", Server311, 0x20, "0105", 0x82, "MQTT-3.2.2-4"},
    {"5: no property length", Server5, 0x20, "0000", 0x81, "MQTT-2.2.3"},
    {"5: session present and refused", Server5, 0x20, "0187 00", 0x82, "MQTT-3.2.2-4"},
    {"5: unknown code", Server5, 0x20, "0001 00", 0x82, "MQTT5-2.4"},
    {"5: code of another packet", Server5, 0x20, "008e 00", 0x82, "MQTT5-2.4"},
    {"5: maximum QoS 2", Server5, 0x20, "0000 02 2402", 0x82, "MQTT5-2.2.2.2"},
    {"5: maximum QoS twice", Server5, 0x20, "0000 04 2401 2401", 0x82, "MQTT5-2.2.2.2"},
    {"5: retain available 2", Server5, 0x20, "0000 02 2502", 0x82, "MQTT5-2.2.2.2"},
    {"5: wildcards available 2", Server5, 0x20, "0000 02 2802", 0x82, "MQTT5-2.2.2.2"},
    {"5: subscription ids available 2", Server5, 0x20, "0000 02 2902", 0x82, "MQTT5-2.2.2.2"},
    {"5: shared available 2", Server5, 0x20, "0000 02 2a02", 0x82, "MQTT5-2.2.2.2"},
    {"5: receive maximum 0", Server5, 0x20, "0000 03 210000", 0x82, "MQTT5-3.1.2.11.3"},
    {"5: maximum packet size 0", Server5, 0x20, "0000 05 2700000000", 0x82, "MQTT5-3.1.2.11.4"},
    {"5: reason string twice", Server5, 0x20, "0000 08 1f \"a\" 1f \"a\"", 0x82, "MQTT5-2.2.2.2"},
    {"5: will delay", Server5, 0x20, "0000 05 1800000001", 0x81, "MQTT5-2.2.2.2"},
    {"5: bytes behind the properties", Server5, 0x20, "0000 00 00", 0x81, "MQTT-2.2.3"},
};

constexpr Refused kPublish[] = {
    {"empty", Client311, 0x30, "", 0x81, "MQTT-2.2.3"},
    {"topic length cut short", Client311, 0x30, "00", 0x81, "MQTT-2.2.3"},
    {"topic cut short", Client311, 0x30, "0003 'ab'", 0x81, "MQTT-2.2.3"},
    {"topic empty", Client311, 0x30, "0000 'payload'", 0x90, "MQTT-4.7.3-1"},
    {"topic with '#'", Client311, 0x30, "\"a/#\"", 0x90, "MQTT-3.3.2-2"},
    {"topic with '+'", Client311, 0x30, "\"a/+/b\"", 0x90, "MQTT-3.3.2-2"},
    {"topic with null", Client311, 0x30, "0003 610062", 0x81, "MQTT-1.5.3-2"},
    {"topic not UTF-8", Client311, 0x30, "0002 c080", 0x81, "MQTT-1.5.3-1"},
    {"from a server, topic with '#'", Server311, 0x30, "\"#\"", 0x90, "MQTT-3.3.2-2"},
    {"QoS 1 without id", Client311, 0x32, "\"a\"", 0x81, "MQTT-2.2.3"},
    {"QoS 1 with half an id", Client311, 0x32, "\"a\" 00", 0x81, "MQTT-2.2.3"},
    {"QoS 1 with id 0", Client311, 0x32, "\"a\" 0000", 0x82, "MQTT-2.3.1-1"},
    {"QoS 2 with id 0", Client311, 0x34, "\"a\" 0000 'x'", 0x82, "MQTT-2.3.1-1"},
    {"5: QoS 1 with id 0", Client5, 0x32, "\"a\" 0000 00", 0x82, "MQTT-2.3.1-1"},
    {"5: no property length", Client5, 0x30, "\"a\"", 0x81, "MQTT-2.2.3"},
    {"5: properties longer than the packet", Client5, 0x30, "\"a\" 05 0101", 0x81, "MQTT-2.2.3"},
    {"5: topic empty without alias", Client5, 0x30, "0000 00 'x'", 0x82, "MQTT5-3.3.2.1"},
    {"5: alias 0", Client5, 0x30, "\"a\" 03 230000", 0x94, "MQTT5-3.3.2-8"},
    {"5: alias twice", Client5, 0x30, "\"a\" 06 230001 230001", 0x82, "MQTT5-2.2.2.2"},
    {"5: payload format 2", Client5, 0x30, "\"a\" 02 0102", 0x82, "MQTT5-2.2.2.2"},
    {"5: payload format twice", Client5, 0x30, "\"a\" 04 0101 0101", 0x82, "MQTT5-2.2.2.2"},
    {"5: expiry twice", Client5, 0x30, "\"a\" 0a 0200000001 0200000001", 0x82, "MQTT5-2.2.2.2"},
    {"5: content type twice", Client5, 0x30, "\"a\" 08 03 \"x\" 03 \"x\"", 0x82, "MQTT5-2.2.2.2"},
    {"5: correlation twice", Client5, 0x30, "\"a\" 08 09 \"x\" 09 \"x\"", 0x82, "MQTT5-2.2.2.2"},
    {"5: response topic twice", Client5, 0x30, "\"a\" 08 08 \"x\" 08 \"x\"", 0x82, "MQTT5-2.2.2.2"},
    {"5: response topic with '#'", Client5, 0x30, "\"a\" 06 08 \"x/#\"", 0x82, "MQTT5-3.3.2-14"},
    {"5: response topic empty", Client5, 0x30, "\"a\" 03 08 0000", 0x82, "MQTT5-3.3.2-14"},
    {"5: content type not UTF-8", Client5, 0x30, "\"a\" 04 03 0001ff", 0x81, "MQTT-1.5.3-1"},
    {"5: subscription id from a client", Client5, 0x30, "\"a\" 02 0b01", 0x82, "MQTT5-3.3.4-6"},
    {"5: subscription id 0", Server5, 0x30, "\"a\" 02 0b00", 0x82, "MQTT5-3.8.2.1.2"},
    {"5: subscription id of five bytes", Server5, 0x30, "\"a\" 06 0b8080808001", 0x81, "MQTT-2.2.3"},
    {"5: subscription id not minimal", Server5, 0x30, "\"a\" 03 0b8100", 0x81, "MQTT5-1.5.5-1"},
    {"5: reason string", Client5, 0x30, "\"a\" 04 1f \"x\"", 0x81, "MQTT5-2.2.2.2"},
    {"5: will delay", Client5, 0x30, "\"a\" 05 1800000001", 0x81, "MQTT5-2.2.2.2"},
};

constexpr Refused kAcks[] = {
    {"PUBACK empty", Client311, 0x40, "", 0x81, "MQTT-2.2.3"},
    {"PUBACK with half an id", Client311, 0x40, "00", 0x81, "MQTT-2.2.3"},
    {"PUBACK with id 0", Client311, 0x40, "0000", 0x82, "MQTT-2.3.1-1"},
    {"PUBACK of three bytes", Client311, 0x40, "0001 00", 0x81, "MQTT-2.2.3"},
    {"PUBREC of three bytes", Client311, 0x50, "0001 00", 0x81, "MQTT-2.2.3"},
    {"PUBREL with id 0", Client311, 0x62, "0000", 0x82, "MQTT-2.3.1-1"},
    {"PUBCOMP of four bytes", Client311, 0x70, "0001 0000", 0x81, "MQTT-2.2.3"},
    {"5: PUBACK with id 0", Client5, 0x40, "0000 00 00", 0x82, "MQTT-2.3.1-1"},
    {"5: PUBACK with a code of no packet", Client5, 0x40, "0001 7f", 0x82, "MQTT5-2.4"},
    {"5: PUBACK with PUBREL's code", Client5, 0x40, "0001 92", 0x82, "MQTT5-2.4"},
    {"5: PUBACK of a client about subscribers", Client5, 0x40, "0001 10", 0x82, "MQTT5-2.4"},
    {"5: PUBREC of a client about subscribers", Client5, 0x50, "0001 10", 0x82, "MQTT5-2.4"},
    {"5: PUBREL with PUBACK's code", Client5, 0x62, "0001 80", 0x82, "MQTT5-2.4"},
    {"5: PUBCOMP with PUBACK's code", Client5, 0x70, "0001 91", 0x82, "MQTT5-2.4"},
    {"5: PUBACK, properties missing", Client5, 0x40, "0001 00 05", 0x81, "MQTT-2.2.3"},
    {"5: PUBACK, reason twice", Client5, 0x40, "0001 80 08 1f \"a\" 1f \"a\"", 0x82, "MQTT5-2.2.2.2"},
    {"5: PUBACK with session expiry", Client5, 0x40, "0001 00 05 1100000001", 0x81, "MQTT5-2.2.2.2"},
    {"5: PUBACK, bytes behind", Client5, 0x40, "0001 00 00 00", 0x81, "MQTT-2.2.3"},
};

constexpr Refused kSubscribe[] = {
    {"empty", Client311, 0x82, "", 0x81, "MQTT-2.2.3"},
    {"id 0", Client311, 0x82, "0000 \"a\" 00", 0x82, "MQTT-2.3.1-1"},
    {"no filter", Client311, 0x82, "0001", 0x82, "MQTT-3.8.3-3"},
    {"no options", Client311, 0x82, "0001 \"a\"", 0x81, "MQTT-2.2.3"},
    {"filter cut short", Client311, 0x82, "0001 0005 'a'", 0x81, "MQTT-2.2.3"},
    {"second filter cut short", Client311, 0x82, "0001 \"a\" 00 00", 0x81, "MQTT-2.2.3"},
    {"filter empty", Client311, 0x82, "0001 0000 00", 0x8f, "MQTT-4.7.3-1"},
    {"'#' inside", Client311, 0x82, "0001 \"a/#/b\" 00", 0x8f, "MQTT-4.7.1-2"},
    {"'+' beside text", Client311, 0x82, "0001 \"a+\" 00", 0x8f, "MQTT-4.7.1-3"},
    {"filter with null", Client311, 0x82, "0001 0001 00 00", 0x81, "MQTT-1.5.3-2"},
    {"filter not UTF-8", Client311, 0x82, "0001 0001 80 00", 0x81, "MQTT-1.5.3-1"},
    {"QoS 3", Client311, 0x82, "0001 \"a\" 03", 0x81, "MQTT-3-8.3-4"},
    {"5's options in 3.1.1", Client311, 0x82, "0001 \"a\" 04", 0x81, "MQTT-3-8.3-4"},
    {"reserved bits", Client311, 0x82, "0001 \"a\" 80", 0x81, "MQTT-3-8.3-4"},
    {"5: no filter", Client5, 0x82, "0001 00", 0x82, "MQTT-3.8.3-3"},
    {"5: no properties", Client5, 0x82, "0001", 0x81, "MQTT-2.2.3"},
    {"5: QoS 3", Client5, 0x82, "0001 00 \"a\" 03", 0x82, "MQTT5-3.8.3.1"},
    {"5: retain handling 3", Client5, 0x82, "0001 00 \"a\" 30", 0x82, "MQTT5-3.8.3.1"},
    {"5: reserved bit 6", Client5, 0x82, "0001 00 \"a\" 40", 0x81, "MQTT-3-8.3-4"},
    {"5: reserved bit 7", Client5, 0x82, "0001 00 \"a\" 80", 0x81, "MQTT-3-8.3-4"},
    {"5: no local on shared", Client5, 0x82, "0001 00 \"$share/g/a\" 04", 0x82, "MQTT5-3.8.3-4"},
    {"5: share name empty", Client5, 0x82, "0001 00 \"$share//a\" 00", 0x8f, "MQTT5-4.8.2-1"},
    {"5: share name with wildcard", Client5, 0x82, "0001 00 \"$share/+/a\" 00", 0x8f, "MQTT5-4.8.2-2"},
    {"5: shared without filter", Client5, 0x82, "0001 00 \"$share/g\" 00", 0x8f, "MQTT5-4.8.2-2"},
    {"5: subscription id 0", Client5, 0x82, "0001 02 0b00 \"a\" 00", 0x82, "MQTT5-3.8.2.1.2"},
    {"5: subscription id twice", Client5, 0x82, "0001 04 0b01 0b02 \"a\" 00", 0x82, "MQTT5-2.2.2.2"},
    {"5: reason string", Client5, 0x82, "0001 04 1f \"x\" \"a\" 00", 0x81, "MQTT5-2.2.2.2"},
    {"UNSUBSCRIBE id 0", Client311, 0xa2, "0000 \"a\"", 0x82, "MQTT-2.3.1-1"},
    {"UNSUBSCRIBE without filter", Client311, 0xa2, "0001", 0x82, "MQTT-3.10.3-2"},
    {"UNSUBSCRIBE filter cut short", Client311, 0xa2, "0001 0002 'a'", 0x81, "MQTT-2.2.3"},
    {"UNSUBSCRIBE filter empty", Client311, 0xa2, "0001 0000", 0x8f, "MQTT-4.7.3-1"},
    {"UNSUBSCRIBE with options", Client311, 0xa2, "0001 \"a\" 00", 0x81, "MQTT-2.2.3"},
    {"5: UNSUBSCRIBE without filter", Client5, 0xa2, "0001 00", 0x82, "MQTT-3.10.3-2"},
    {"5: UNSUBSCRIBE with subscription id", Client5, 0xa2, "0001 02 0b01 \"a\"", 0x81, "MQTT5-2.2.2.2"},
    {"SUBACK id 0", Server311, 0x90, "0000 00", 0x82, "MQTT-2.3.1-1"},
    {"SUBACK without codes", Server311, 0x90, "0001", 0x82, "MQTT-3.9.3-1"},
    {"SUBACK code 3", Server311, 0x90, "0001 03", 0x82, "MQTT5-2.4"},
    {"SUBACK with 5's code in 3.1.1", Server311, 0x90, "0001 87", 0x82, "MQTT5-2.4"},
    {"5: SUBACK without codes", Server5, 0x90, "0001 00", 0x82, "MQTT-3.9.3-1"},
    {"5: SUBACK with PUBACK's code", Server5, 0x90, "0001 00 90", 0x82, "MQTT5-2.4"},
    {"UNSUBACK with bytes behind", Server311, 0xb0, "0001 00", 0x81, "MQTT-2.2.3"},
    {"5: UNSUBACK without codes", Server5, 0xb0, "0001 00", 0x82, "MQTT-3.9.3-1"},
    {"5: UNSUBACK with a granted QoS", Server5, 0xb0, "0001 00 01", 0x82, "MQTT5-2.4"},
};

constexpr Refused kEnds[] = {
    {"DISCONNECT with a body in 3.1.1", Client311, 0xe0, "00", 0x81, "MQTT-2.2.3"},
    {"DISCONNECT from a server in 3.1.1", Server311, 0xe0, "", 0x82, "MQTT-2.2.1"},
    {"5: DISCONNECT with a code of no packet", Client5, 0xe0, "01", 0x82, "MQTT5-2.4"},
    {"5: DISCONNECT with a server's code", Client5, 0xe0, "8e", 0x82, "MQTT5-2.4"},
    {"5: DISCONNECT with a client's code", Server5, 0xe0, "04", 0x82, "MQTT5-2.4"},
    {"5: DISCONNECT with CONNACK's code", Client5, 0xe0, "84", 0x82, "MQTT5-2.4"},
    {"5: DISCONNECT, properties missing", Client5, 0xe0, "00 05", 0x81, "MQTT-2.2.3"},
    {"5: DISCONNECT, session expiry twice", Client5, 0xe0, "00 0a 1100000001 1100000001", 0x82, "MQTT5-2.2.2.2"},
    {"5: DISCONNECT, session expiry from a server", Server5, 0xe0, "00 05 1100000001", 0x82, "MQTT5-3.14.2-2"},
    {"5: DISCONNECT with receive maximum", Client5, 0xe0, "00 03 210001", 0x81, "MQTT5-2.2.2.2"},
    {"5: DISCONNECT, bytes behind", Client5, 0xe0, "00 00 00", 0x81, "MQTT-2.2.3"},
    {"AUTH in 3.1.1", Client311, 0xf0, "", 0x81, "MQTT-2.2.1"},
    {"5: AUTH with a code of no packet", Client5, 0xf0, "01 04 15 \"x\"", 0x82, "MQTT5-2.4"},
    {"5: AUTH of a client with success", Client5, 0xf0, "00 04 15 \"x\"", 0x82, "MQTT5-2.4"},
    {"5: AUTH of a server with re-authenticate", Server5, 0xf0, "19 04 15 \"x\"", 0x82, "MQTT5-2.4"},
    {"5: AUTH without property length", Client5, 0xf0, "18", 0x81, "MQTT-2.2.3"},
    {"5: AUTH without method", Client5, 0xf0, "18 00", 0x82, "MQTT5-3.15.2.2.2"},
    {"5: AUTH, method twice", Client5, 0xf0, "18 08 15 \"x\" 15 \"x\"", 0x82, "MQTT5-2.2.2.2"},
    {"5: AUTH with session expiry", Client5, 0xf0, "18 05 1100000001", 0x81, "MQTT5-2.2.2.2"},
};

Version versionOf(From from)
{
    return from == Client311 || from == Server311 ? Version::v311 : Version::v5;
}

Sender senderOf(From from)
{
    return from == Client311 || from == Client5 ? Sender::Client : Sender::Server;
}

using Rows = std::span<const Refused>;

class DecodeRefuses : public testing::TestWithParam<Rows>
{};

} // namespace

TEST_P(DecodeRefuses, whatTheSpecificationForbids)
{
    for (const auto& row : GetParam()) {
        const Bytes bytes = packet(row.first, row.body);
        const auto decoded = decodeWhole(bytes, versionOf(row.from), senderOf(row.from));
        ASSERT_FALSE(decoded) << row.name << ": " << toHex(bytes) << " was taken for " << describe(decoded);
        EXPECT_EQ(static_cast<unsigned>(decoded.error().code), row.code) << row.name << ": " << describe(decoded);
        EXPECT_EQ(decoded.error().clause, row.clause) << row.name << ": " << describe(decoded);
        EXPECT_FALSE(decoded.error().text.empty()) << row.name;
    }
}

INSTANTIATE_TEST_SUITE_P(Connect, DecodeRefuses, testing::Values(Rows(kConnect)));
INSTANTIATE_TEST_SUITE_P(Connack, DecodeRefuses, testing::Values(Rows(kConnack)));
INSTANTIATE_TEST_SUITE_P(Publish, DecodeRefuses, testing::Values(Rows(kPublish)));
INSTANTIATE_TEST_SUITE_P(Acks, DecodeRefuses, testing::Values(Rows(kAcks)));
INSTANTIATE_TEST_SUITE_P(Subscribe, DecodeRefuses, testing::Values(Rows(kSubscribe)));
INSTANTIATE_TEST_SUITE_P(Ends, DecodeRefuses, testing::Values(Rows(kEnds)));

TEST(DecodeRemainingLength, mustBeInItsShortestFormInMqtt5)
{
    const auto decode = [](std::string_view bytes, Version version) {
        return decodeWhole(wire(bytes), version, Sender::Client);
    };
    EXPECT_EQ(describe(decode("c0 80 00", Version::v311)), "PINGREQ") << "3.1.1 does not ask for the shortest form";
    EXPECT_EQ(decode("c0 80 00", Version::v5).error().clause, "MQTT5-1.5.5-1");
    EXPECT_EQ(decode("30 84 00 0001 'a' 00", Version::v5).error().clause, "MQTT5-1.5.5-1");
    EXPECT_EQ(decode("e0 80 80 00", Version::v5).error().clause, "MQTT5-1.5.5-1");
    EXPECT_EQ(decode(R"(10 8e 00 "MQTT" 05 02 003c 00 "d")", Version::v311).error().clause, "MQTT5-1.5.5-1")
        << "a CONNECT brings its version itself";
    EXPECT_TRUE(decode(R"(10 8d 00 "MQTT" 04 02 003c "d")", Version::v5));
}

} // namespace greensward::mqtt
