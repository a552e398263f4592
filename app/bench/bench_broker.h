// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace greensward::bench {

/// A broker that runs already.
struct Target
{
    std::string host; ///< an address, e.g. "127.0.0.1"
    std::uint16_t port = 0;
    int pid = 0; ///< of the broker on this machine, for its memory and processor time; 0: not measured
};

struct BrokerBenchSettings
{
    std::optional<Target> against;  ///< without it, a `serve --ephemeral` of our own is started and measured
    std::vector<std::string> loads; ///< names of bench::standardLoads(); empty: all
    double scale = 1.0;             ///< of the number of messages and idle connections
};

/// Runs the loads one after the other and prints one JSON object a line. 0 when every message arrived once, in order
/// and whole; 1 otherwise.
int benchBroker(const BrokerBenchSettings& settings);

} // namespace greensward::bench
