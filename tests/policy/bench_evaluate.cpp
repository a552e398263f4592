// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "iot_policy.h"

#include <benchmark/benchmark.h>

using namespace greensward::policy;

namespace {

void publishAllowed(benchmark::State& state)
{
    const auto policy = iotPolicy(statement("Allow", "iot:Connect", "client/${iot:ClientId}") + ',' +
                                  statement("Allow", "iot:Subscribe", "topicfilter/turbines/*") + ',' +
                                  statement("Allow", "iot:Receive", "topic/turbines/*") + ',' +
                                  statement("Allow", "iot:Publish", "topic/turbines/${iot:ClientId}/*") + ',' +
                                  statement("Deny", "iot:Publish", "topic/turbines/*/secret"));
    const Policy* set[] = {&policy};
    Context context;
    context.set("iot:ClientId", "turbine-1");
    const auto resource = arn("topic/turbines/turbine-1/telemetry");
    for (auto _ : state)
        benchmark::DoNotOptimize(evaluate(set, {"iot:Publish", resource, context}));
}
BENCHMARK(publishAllowed);

} // namespace
