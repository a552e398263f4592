// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the flight recorder costs the engine a message: while nobody reads, and with one and four readers.
#include "trace/recorder.h"

#include <benchmark/benchmark.h>
#include <string>

namespace greensward::trace {
namespace {

void recordMessages(benchmark::State& state)
{
    const SystemClock clock;
    Recorder recorder(clock);
    std::vector<std::unique_ptr<Reader>> readers;
    for (int i = 0; i < state.range(0); ++i)
        readers.push_back(std::make_unique<Reader>(recorder, KindSet::all()));
    const std::string payload(128, 'x');
    std::uint64_t sinceFlush = 0;
    for (auto _ : state) {
        if (recorder.wants(Kind::MessagePublished))
            benchmark::DoNotOptimize(recorder.record({.kind = Kind::MessagePublished,
                                                      .subject = "ev-gen-123",
                                                      .object = "turbines/ev-gen/123",
                                                      .payload = asBytes(payload)}));
        if (++sinceFlush == 1000) {
            sinceFlush = 0;
            recorder.flush();
            for (const auto& reader : readers)
                benchmark::DoNotOptimize(reader->drain());
        }
    }
    state.SetItemsProcessed(state.iterations());
}
BENCHMARK(recordMessages)->ArgName("readers")->Arg(0)->Arg(1)->Arg(4);

} // namespace
} // namespace greensward::trace
