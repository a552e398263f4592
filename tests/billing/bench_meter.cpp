// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the meter costs a message.
#include "counter.h"

#include <benchmark/benchmark.h>
#include <fmt/format.h>

namespace greensward::billing {

namespace {

/// One message to a hundred receivers: the time of one delivery.
void deliverToAHundred(benchmark::State& state)
{
    Counter counter;
    std::vector<Seat> seats;
    for (int client = 0; client < 100; ++client)
        seats.push_back(counter.meter.join(fmt::format("client-{}", client), 0));
    const std::string topic = "turbine/wt-1/telemetry";
    std::size_t at = 0;
    for (auto _ : state) {
        counter.meter.deliver(seats[at], topic, 128);
        at = at + 1 < seats.size() ? at + 1 : 0;
    }
}
BENCHMARK(deliverToAHundred);

/// A hundred turbines in turn, each on its own topic and of its own size: no two messages alike.
void publishFromAHundred(benchmark::State& state)
{
    Counter counter;
    std::vector<Seat> seats;
    std::vector<std::string> topics;
    for (int client = 0; client < 100; ++client) {
        seats.push_back(counter.meter.join(fmt::format("client-{}", client), 0));
        topics.push_back(fmt::format("turbine/wt-{}/telemetry", client));
    }
    std::size_t at = 0;
    for (auto _ : state) {
        counter.meter.publish(seats[at], topics[at], 200 + at, false);
        at = at + 1 < seats.size() ? at + 1 : 0;
    }
}
BENCHMARK(publishFromAHundred);

void makeTheBill(benchmark::State& state)
{
    Counter counter;
    for (std::size_t client = 0; client < Meter::kMostClients; ++client)
        counter.meter.join(fmt::format("client-{}", client), 0);
    for (auto _ : state)
        benchmark::DoNotOptimize(counter.meter.bill());
}
BENCHMARK(makeTheBill)->Unit(benchmark::kMicrosecond);

} // namespace

} // namespace greensward::billing
