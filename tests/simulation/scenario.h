// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "mqtt/client.h"
#include "mqtt/limits.h"
#include "simulator/network.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace greensward::simulation {

/// How one client behaves, as the seed has drawn it.
struct ClientProfile
{
    mqtt::ClientSettings settings;
    simulator::LinkFaults line; ///< its ordinary delays
    std::size_t capacity = simulator::Pipe::kCapacity;
    struct Subscription
    {
        std::string filter;
        mqtt::QoS qos{};
    };
    std::vector<Subscription> subscriptions;
    double publishWeight = 1;
    /// Its session is there whenever it comes back, as long as the broker forgets nothing.
    bool persistent() const;
};

/// Everything that a seed decides before the run begins.
struct Scenario
{
    explicit Scenario(std::uint64_t seed);

    Random random; ///< for what the run itself draws
    std::vector<ClientProfile> clients;
    mqtt::Limits limits;
    bool tightLimits = false; ///< so low that messages are dropped
    bool durable = false;     ///< the broker has a store
    bool restarts = false;    ///< the broker is killed now and then
    Duration mostCommitDelay{};
    Duration length{}; ///< until everything is healed and has to settle
    int publications = 0;
    int breaks = 0;
    int stalls = 0; ///< half-open for a while
    int slowReads = 0;
    int rests = 0; ///< a client says goodbye and comes back later
    int takeOvers = 0;
    int changes = 0; ///< of subscriptions
    int kills = 0;

    /// Nothing that was acknowledged may be lost.
    bool remembers() const { return !tightLimits && (durable || !restarts); }
    std::string describe() const;
};

} // namespace greensward::simulation
