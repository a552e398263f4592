// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/service.h"

#include <benchmark/benchmark.h>
#include <string>
#include <vector>

// The budget: 200,000 updates a second in memory on one thread (docs/architecture.md, section 5).
using namespace greensward;
using namespace greensward::shadow;

namespace {

Settings unthrottled()
{
    Settings settings;
    settings.inFlight.reset();
    settings.ratePerThing.reset();
    return settings;
}

/// Updates of one kind on many things in turn, with everything that is published for them.
void run(benchmark::State& state, const std::string& first, const std::vector<std::string>& payloads)
{
    ManualClock clock;
    trace::Recorder recorder(clock);
    ShadowService service({.recorder = recorder, .store = nullptr, .thingExists = {}}, unthrottled());
    std::vector<std::string> topics;
    for (int i = 0; i < 1000; ++i)
        topics.push_back("$aws/things/turbine-" + std::to_string(i) + "/shadow/update");
    const Requester requester{.connection = 1, .who = "turbine"};
    for (const auto& topic : topics)
        service.publish(topic, asBytes(first), requester, {clock.now(), clock.wall()});
    service.takeMessages();
    std::size_t next = 0;
    std::size_t bytes = 0;
    for (auto _ : state) {
        service.publish(topics[next % topics.size()], asBytes(payloads[next % payloads.size()]), requester,
                        {clock.now(), clock.wall()});
        ++next;
        for (const Outgoing& message : service.takeMessages())
            bytes += message.payload.size();
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(next));
    state.counters["bytes_out"] = static_cast<double>(bytes) / static_cast<double>(next);
}

void reportOne(benchmark::State& state)
{
    run(state, R"({"state":{"reported":{"speed":0,"power":0,"on":true}}})",
        {R"({"state":{"reported":{"speed":12.5}}})", R"({"state":{"reported":{"speed":12.75}}})"});
}
BENCHMARK(reportOne);

void reportFiveWithDelta(benchmark::State& state)
{
    run(state, R"({"state":{"desired":{"on":true,"pitch":{"angle":4,"rate":1}}}})",
        {R"({"state":{"reported":{"on":false,"speed":12.5,"power":1834,"pitch":{"angle":4,"rate":2}}},"clientToken":"t-1"})",
         R"({"state":{"reported":{"on":false,"speed":12.7,"power":1836,"pitch":{"angle":4,"rate":3}}},"clientToken":"t-2"})"});
}
BENCHMARK(reportFiveWithDelta);

void updateLargeDocument(benchmark::State& state)
{
    std::string large = R"({"state":{"reported":{)";
    for (int i = 0; i < 200; ++i)
        large += (i > 0 ? ",\"member" : "\"member") + std::to_string(i) + "\":" + std::to_string(i * 1000);
    run(state, large + "}}}", {R"({"state":{"reported":{"member7":1}}})"});
}
BENCHMARK(updateLargeDocument);

} // namespace
