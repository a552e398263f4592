// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_broker.h"

#include "app/bench/broker_process.h"
#include "app/bench/load_generator.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <cstdio>
#include <fmt/format.h>

namespace greensward::bench {

namespace {

/// Of sorted values; zero without any.
double quantile(const std::vector<double>& sorted, double part)
{
    if (sorted.empty())
        return 0;
    const auto index = static_cast<std::size_t>(part * static_cast<double>(sorted.size()));
    return sorted[std::min(index, sorted.size() - 1)];
}

std::string line(const Load& load, const LoadReport& report)
{
    std::string text =
        fmt::format(R"({{"load":"{}","ok":{},"payload":{},"messages":{},"publishers":{},"subscribers":{},)"
                    R"("window":{},"seconds":{:.3f},)",
                    load.name, report.ok(), kPayloadBytes, load.messages, load.publishers, load.subscribers,
                    load.window, report.seconds);
    if (load.shape == Load::Shape::Flow) {
        text += fmt::format(R"("published_per_s":{:.0f},"delivered_per_s":{:.0f},)",
                            static_cast<double>(load.messages) / report.seconds,
                            static_cast<double>(report.received) / report.seconds);
    } else {
        text += fmt::format(R"("p50_us":{:.1f},"p99_us":{:.1f},"p999_us":{:.1f},"max_us":{:.1f},)",
                            quantile(report.microseconds, 0.5), quantile(report.microseconds, 0.99),
                            quantile(report.microseconds, 0.999), quantile(report.microseconds, 1));
    }
    if (load.idle > 0) {
        text += fmt::format(R"("idle":{},"connects_per_s":{:.0f},"bytes_per_idle_connection":{:.0f},)", load.idle,
                            report.connectsPerSecond, report.bytesPerIdleConnection);
    }
    return text + fmt::format(R"("cpu_broker":{:.2f},"cpu_generator":{:.2f},"received":{},"expected":{},"lost":{},)"
                              R"("repeated":{},"damaged":{},"closed":{},"timed_out":{}}})",
                              report.brokerLoad, report.generatorLoad, report.received, report.expected, report.lost,
                              report.repeated, report.damaged, report.closed, report.timedOut);
}

Result<LoadReport> measure(const Load& load, const BrokerBenchSettings& settings)
{
    if (settings.against)
        return LoadGenerator(load, *settings.against).run();
    // A fresh process each: memory that an earlier load left behind would hide what a connection costs.
    const auto broker = BrokerProcess::start();
    if (!broker)
        return tl::unexpected(broker.error());
    return LoadGenerator(load, broker->target()).run();
}

bool chosen(const Load& load, const std::vector<std::string>& names)
{
    return names.empty() || std::find(names.begin(), names.end(), load.name) != names.end();
}

} // namespace

int benchBroker(const BrokerBenchSettings& settings)
{
    bool ok = true;
    for (const Load& standard : standardLoads()) {
        if (!chosen(standard, settings.loads))
            continue;
        const Load load = scaled(standard, settings.scale);
        const auto report = measure(load, settings);
        if (report) {
            fmt::print("{}\n", line(load, *report));
        } else {
            const auto error = boost::json::serialize(boost::json::value(report.error().message));
            fmt::print(R"({{"load":"{}","ok":false,"error":{}}})"
                       "\n",
                       load.name, error);
            fmt::print(stderr, "greensward: {}: {}\n", load.name, report.error().message);
        }
        std::fflush(stdout);
        ok = ok && report && report->ok();
    }
    return ok ? 0 : 1;
}

} // namespace greensward::bench
