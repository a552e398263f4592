// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"

#include <algorithm>
#include <chrono>
#include <fmt/format.h>

namespace greensward::simulation {

using namespace std::chrono_literals;

namespace {

Duration between(Random& random, Duration low, Duration high)
{
    return low + Duration{static_cast<Duration::rep>(random.below(static_cast<std::uint64_t>((high - low).count())))};
}

mqtt::QoS anyQos(Random& random)
{
    return static_cast<mqtt::QoS>(random.below(3));
}

mqtt::ClientSettings anySettings(Random& random, std::size_t index)
{
    mqtt::ClientSettings settings;
    settings.version = random.chance(0.5) ? mqtt::Version::v5 : mqtt::Version::v311;
    settings.clientId = fmt::format("c{}", index);
    settings.cleanStart = random.chance(0.35);
    settings.keepAlive = static_cast<std::uint16_t>(random.chance(0.1) ? 0 : 4 + random.below(12));
    if (settings.version == mqtt::Version::v5 && (!settings.cleanStart || random.chance(0.3)))
        settings.sessionExpiry = random.chance(0.8) ? 0xffff'ffff : static_cast<std::uint32_t>(1 + random.below(15));
    settings.inflight = static_cast<std::uint16_t>(1 + random.below(20));
    settings.receiveMaximum = static_cast<std::uint16_t>(1 + random.below(20));
    settings.topicAliasMaximum = static_cast<std::uint16_t>(random.below(4));
    settings.queue = {
        .messages = 100'000, .bytes = 64u << 20, .whenFull = mqtt::WhenFull::Refuse, .atMostOnce = random.chance(0.3)};
    settings.backOff.first = between(random, 50ms, 1s);
    settings.backOff.most = 4s;
    settings.backOff.stableAfter = 2s;
    settings.pingTimeout = between(random, 1s, 6s);
    settings.ackTimeout = between(random, 8s, 30s);
    if (random.chance(0.7)) {
        mqtt::ClientWill will;
        will.message.topic = fmt::format("will/c{}", index);
        will.message.payload = toBytes(fmt::format("c{} was lost", index));
        will.message.qos = anyQos(random);
        if (settings.version == mqtt::Version::v5 && random.chance(0.5))
            will.delay = static_cast<std::uint32_t>(1 + random.below(8));
        settings.will = std::move(will);
    }
    return settings;
}

simulator::LinkFaults anyLine(Random& random)
{
    simulator::LinkFaults line;
    if (random.chance(0.8)) {
        line.latency = between(random, 100us, 120ms);
        line.jitter = random.chance(0.5) ? between(random, 1us, 200ms) : 0ms;
    }
    if (random.chance(0.2))
        line.bandwidth = 4'000 + random.below(100'000);
    return line;
}

std::string anyFilter(Random& random, std::size_t clients)
{
    const std::size_t whose = random.below(clients);
    switch (random.below(7)) {
    case 0:
        return fmt::format("p{}/a", whose);
    case 1:
        return fmt::format("p{}/+", whose);
    case 2:
        return "+/a";
    case 3:
        return fmt::format("p{}/#", whose);
    case 4:
        return "s/x";
    case 5:
        return "r/+";
    default:
        return "#";
    }
}

} // namespace

bool ClientProfile::persistent() const
{
    return !settings.cleanStart && (settings.version == mqtt::Version::v311 || settings.sessionExpiry == 0xffff'ffff);
}

Scenario::Scenario(std::uint64_t seed) : random(seed)
{
    const std::size_t count = 2 + random.below(5);
    for (std::size_t i = 0; i < count; ++i) {
        ClientProfile client;
        client.settings = anySettings(random, i);
        client.line = anyLine(random);
        if (random.chance(0.15))
            client.capacity = 512 + random.below(4'096);
        const std::size_t filters = random.below(4);
        for (std::size_t f = 0; f < filters; ++f) {
            const std::string filter = anyFilter(random, count);
            const bool known = std::any_of(client.subscriptions.begin(), client.subscriptions.end(),
                                           [&filter](const auto& other) { return other.filter == filter; });
            if (!known)
                client.subscriptions.push_back({filter, anyQos(random)});
        }
        client.publishWeight = random.between(0.0, 1.0);
        clients.push_back(std::move(client));
    }
    durable = random.chance(0.6);
    restarts = random.chance(durable ? 0.6 : 0.15);
    mostCommitDelay = random.chance(0.3) ? Duration{1ms} : between(random, 1ms, 300ms);
    limits.inflight = 1 + random.below(30);
    limits.receiveMaximum = static_cast<std::uint16_t>(1 + random.below(40));
    limits.topicAliasMaximum = static_cast<std::uint16_t>(random.below(4));
    if (random.chance(0.15)) {
        tightLimits = true;
        limits.queueMessages = 3 + random.below(10);
        limits.queueBytes = 4'000;
        limits.outboxBytes = 2'000 + random.below(4'000);
        limits.totalQueueBytes = 10'000;
    }
    length = between(random, 10s, 40s);
    publications = static_cast<int>(30 + random.below(120));
    breaks = static_cast<int>(random.below(12));
    stalls = static_cast<int>(random.below(5));
    slowReads = random.chance(0.3) ? static_cast<int>(1 + random.below(4)) : 0;
    rests = static_cast<int>(random.below(4));
    takeOvers = static_cast<int>(random.below(3));
    changes = static_cast<int>(random.below(4));
    kills = restarts ? static_cast<int>(1 + random.below(3)) : 0;
}

std::string Scenario::describe() const
{
    std::string text = fmt::format(
        "{} clients, {} publications in {:.1f} s, {} breaks, {} stalls, {} slow reads, {} rests, {} take-overs, {}"
        " changes, {} kills; {} broker{}, commits within {} ms\n",
        clients.size(), publications, std::chrono::duration<double>(length).count(), breaks, stalls, slowReads, rests,
        takeOvers, changes, kills, durable ? "durable" : "forgetful", tightLimits ? " with tight limits" : "",
        std::chrono::duration_cast<std::chrono::milliseconds>(mostCommitDelay).count());
    for (const auto& client : clients) {
        const auto& settings = client.settings;
        text +=
            fmt::format("  {}: MQTT {}, {}, expiry {}, keep alive {} s, window {}/{}", settings.clientId,
                        settings.version == mqtt::Version::v5 ? "5" : "3.1.1", settings.cleanStart ? "clean" : "kept",
                        settings.sessionExpiry, settings.keepAlive, settings.inflight, settings.receiveMaximum);
        if (settings.will)
            text += fmt::format(", will at QoS {} after {} s", static_cast<int>(settings.will->message.qos),
                                settings.will->delay);
        for (const auto& subscription : client.subscriptions)
            text += fmt::format(", {} at {}", subscription.filter, static_cast<int>(subscription.qos));
        text += '\n';
    }
    return text;
}

} // namespace greensward::simulation
