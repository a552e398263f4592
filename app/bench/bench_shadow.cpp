// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_shadow.h"

#include "app/bench/broker_process.h"
#include "app/bench/figure.h"
#include "app/bench/shadow_load.h"
#include "app/process_usage.h"
#include "base/random.h"
#include "shadow/service.h"

#include <chrono>
#include <filesystem>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

namespace greensward::bench {

namespace {

constexpr unsigned kShadows = 1000;
/// Over MQTT each thing is asked for less often than AWS's limit of 20 a second, which holds here as well: what goes beyond
/// it is refused before its token is read, and the load would wait for it in vain.
constexpr unsigned kShadowsOverMqtt = 10'000;
constexpr unsigned kUnderWay = 1000;

struct Update
{
    std::string_view what;
    std::string first;                 ///< makes the shadow
    std::vector<std::string> payloads; ///< in turn
};

std::string largeDocument()
{
    std::string text = R"({"state":{"reported":{)";
    for (int i = 0; i < 200; ++i)
        text += fmt::format(R"({}"member{}":{})", i > 0 ? "," : "", i, i * 1000);
    return text + "}}}";
}

std::vector<Update> updates()
{
    return {
        {"one leaf",
         R"({"state":{"reported":{"speed":0,"power":0,"on":true}}})",
         {R"({"state":{"reported":{"speed":12.5}}})", R"({"state":{"reported":{"speed":12.75}}})"}},
        {"five leaves with a delta",
         R"({"state":{"desired":{"on":true,"pitch":{"angle":4,"rate":1}}}})",
         {R"({"state":{"reported":{"on":false,"speed":12.5,"power":1834,"pitch":{"angle":4,"rate":2}}},"clientToken":"t-1"})",
          R"({"state":{"reported":{"on":false,"speed":12.7,"power":1836,"pitch":{"angle":4,"rate":3}}},"clientToken":"t-2"})"}},
        {"one leaf of a document of 200", largeDocument(), {R"({"state":{"reported":{"member7":1}}})"}}};
}

/// Updates a second on many shadows in turn, with everything that is published for them.
double inMemory(const Update& update, double seconds)
{
    using Clock = std::chrono::steady_clock;
    ManualClock clock;
    trace::Recorder recorder(clock);
    shadow::Settings unthrottled;
    unthrottled.inFlight.reset();
    unthrottled.ratePerThing.reset();
    shadow::ShadowService service({.recorder = recorder, .store = nullptr, .thingExists = {}}, unthrottled);
    const shadow::Requester requester{.connection = 1, .who = "turbine"};
    std::vector<std::string> topics;
    for (unsigned i = 0; i < kShadows; ++i) {
        topics.push_back(fmt::format("$aws/things/turbine-{}/shadow/update", i));
        service.publish(topics.back(), asBytes(update.first), requester, {clock.now(), clock.wall()});
    }
    service.takeMessages();
    std::uint64_t done = 0;
    const auto begin = Clock::now();
    std::chrono::duration<double> passed{};
    while (passed.count() < seconds) {
        for (int turn = 0; turn < 1000; ++turn, ++done) {
            service.publish(topics[done % topics.size()], asBytes(update.payloads[done % update.payloads.size()]),
                            requester, {clock.now(), clock.wall()});
            service.takeMessages();
        }
        passed = Clock::now() - begin;
    }
    return static_cast<double>(done) / passed.count();
}

bool measureInMemory(double seconds)
{
    constexpr double kBudget = 200'000;
    bool ok = true;
    for (const Update& update : updates()) {
        const double rate = inMemory(update, seconds);
        // A section of 200 members is written anew whatever changes in it: told, but the budget is the usual device's.
        const bool usual = update.first.size() < 1000;
        ok = tell({.bench = "shadow",
                   .row = "memory",
                   .what = fmt::format("in memory, {}", update.what),
                   .value = rate,
                   .unit = "updates/s",
                   .budget = usual ? std::optional(kBudget) : std::nullopt,
                   .atLeast = true}) &&
             ok;
    }
    return ok;
}

bool measureOverMqtt(double seconds)
{
    constexpr double kBudget = 20'000;
    const auto folder = std::filesystem::temp_directory_path() /
                        fmt::format("greensward-bench-{}-{}", ::getpid(), Random(entropySeed()).hex(8));
    bool ok = false;
    if (const auto gateway = BrokerProcess::start(folder); !gateway) {
        fmt::print(stderr, "greensward: {}\n", gateway.error().message);
    } else if (auto report = ShadowLoad(gateway->target(), kShadowsOverMqtt, kUnderWay)
                                 .run(std::chrono::duration<double>(seconds));
               !report) {
        fmt::print(stderr, "greensward: {}\n", report.error().message);
    } else {
        const Spread latency = spreadOf(report->milliseconds);
        ok = tell({"shadow", "mqtt",
                   fmt::format("through MQTT into the durable store, {} under way, p50 {:.1f} ms, p99 {:.1f} ms",
                               kUnderWay, latency.median, latency.p99),
                   static_cast<double>(report->accepted) / report->seconds, "updates/s", kBudget, true});
        ok = tell({"shadow", "mqtt", "refused", static_cast<double>(report->refused), "updates", 0}) && ok;
    }
    std::error_code left; // a folder that cannot be removed spoils no figure
    std::filesystem::remove_all(folder, left);
    return ok;
}

} // namespace

int benchShadow(const ShadowBenchSettings& settings)
{
    const bool inside = measureInMemory(settings.seconds);
    return measureOverMqtt(settings.seconds) && inside ? 0 : 1;
}

} // namespace greensward::bench
