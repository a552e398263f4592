// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/load.h"

#include <algorithm>
#include <array>

namespace greensward::bench {

std::span<const Load> standardLoads()
{
    using Shape = Load::Shape;
    static constexpr std::array<Load, 6> kLoads{{
        {.name = "pipe", .meaning = "1 to 1, QoS 0", .messages = 1'000'000, .window = 2000},
        {.name = "fanout", .meaning = "1 to 100, QoS 0", .subscribers = 100, .messages = 20'000, .window = 200},
        {.name = "fanin", .meaning = "100 to 1, QoS 0", .publishers = 100, .messages = 1'000'000, .window = 2000},
        {.name = "qos1",
         .meaning = "1 to 1, QoS 1",
         .messages = 200'000,
         .window = 2000,
         .qos = mqtt::QoS::AtLeastOnce},
        {.name = "pingpong", .meaning = "one message at a time", .shape = Shape::PingPong, .messages = 20'000},
        {.name = "idle",
         .meaning = "one message at a time beside 10,000 idle connections",
         .shape = Shape::PingPong,
         .idle = 10'000,
         .messages = 20'000},
    }};
    return kLoads;
}

std::vector<std::string> loadNames()
{
    std::vector<std::string> names;
    for (const Load& load : standardLoads())
        names.emplace_back(load.name);
    return names;
}

Load scaled(Load load, double scale)
{
    const auto times = [scale](auto count) { return static_cast<std::uint64_t>(static_cast<double>(count) * scale); };
    load.messages = std::max<std::uint64_t>(times(load.messages), load.publishers);
    load.idle = static_cast<unsigned>(std::min<std::uint64_t>(times(load.idle), load.idle));
    return load;
}

} // namespace greensward::bench
