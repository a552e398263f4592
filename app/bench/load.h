// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/packet.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::bench {

/// One kind of traffic to put on a broker. Every publisher has a topic of its own, every subscriber subscribes to all
/// of them.
struct Load
{
    std::string_view name;
    std::string_view meaning;
    enum class Shape : std::uint8_t {
        Flow,     ///< as fast as the window allows
        PingPong, ///< one message at a time; the time from publish to receipt is what counts
    } shape = Shape::Flow;
    unsigned publishers = 1;
    unsigned subscribers = 1;
    unsigned idle = 0;          ///< connections that say nothing, opened first
    std::uint64_t messages = 0; ///< published, over all publishers
    unsigned window = 1;        ///< published and not yet received by the slowest subscriber, over all publishers
    mqtt::QoS qos = mqtt::QoS::AtMostOnce;
};

/// Bytes of every payload: sequence number, publisher, filler.
inline constexpr std::size_t kPayloadBytes = 128;
/// PUBLISH packets of QoS 1 that one publisher has sent and that are not acknowledged yet.
inline constexpr std::uint64_t kMostUnacknowledged = 20;

/// pipe, fanout, fanin, qos1, pingpong, idle.
std::span<const Load> standardLoads();
std::vector<std::string> loadNames();
/// With scale × messages and idle connections, at least one message a publisher.
Load scaled(Load load, double scale);

} // namespace greensward::bench
