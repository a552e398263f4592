// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/reason.h"

#include <cstddef>
#include <string_view>

namespace greensward::mqtt {

/// Well-formed UTF-8 without U+0000 and surrogates [MQTT-1.5.3-1, MQTT-1.5.3-2].
bool isUtf8String(std::string_view text);

/// [MQTT-4.7.1-1, MQTT-4.7.3-1 … 3] At least one character, no wildcard, UTF-8, at most 65,535 bytes.
Checked<void> checkTopicName(std::string_view topic);

/// [MQTT-4.7.1-2, MQTT-4.7.1-3] Wildcards stand alone in their level, '#' last. Also checks the form of $share/{group}/{filter}
/// [MQTT5-4.8.2-1, 2].
Checked<void> checkTopicFilter(std::string_view filter);

/// True when the filter matches the topic, with the $-rule [MQTT-4.7.2-1]. parentMatch: "a/#" also matches "a"
/// (MQTT: yes; AWS IoT: no, spec greengrass-and-gateway 7.3). Both must be well-formed; share prefixes are not understood here.
bool topicMatches(std::string_view filter, std::string_view topic, bool parentMatch = true);

/// Levels: slashes plus one.
std::size_t topicLevels(std::string_view topic);

/// $share/{group}/{filter} taken apart; group is empty for an ordinary filter.
struct SharedFilter
{
    std::string_view group;
    std::string_view filter;
};
SharedFilter splitShared(std::string_view filter);

} // namespace greensward::mqtt
