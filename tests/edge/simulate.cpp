// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core_simulation.h"

#include <charconv>
#include <cstdio>
#include <optional>
#include <string_view>

namespace {

using greensward::edge::test::CoreOutcome;
using greensward::edge::test::CoreSimulation;

constexpr std::string_view kUsage =
    "usage: greensward_edge_simulation [--seeds N] [--first N] [--twice]   run N seeds from the first on\n"
    "       greensward_edge_simulation --seed N [--verbose]                replay one\n"
    "Exit code 0: every rule held; 1: one was broken; 2: wrong usage.\n";

struct Options
{
    std::uint64_t first = 1;
    std::uint64_t seeds = 200;
    bool twice = false; ///< each seed again, to see that the same seed gives the same
    bool verbose = false;
};

std::optional<Options> parse(int argc, char** argv)
{
    Options options;
    for (int i = 1; i < argc; ++i) {
        const std::string_view option = argv[i];
        std::uint64_t* number = option == "--seeds"                         ? &options.seeds
                                : option == "--first" || option == "--seed" ? &options.first
                                                                            : nullptr;
        if (option == "--verbose") {
            options.verbose = true;
        } else if (option == "--twice") {
            options.twice = true;
        } else if (number && i + 1 < argc) {
            const std::string_view text = argv[++i];
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
            if (error != std::errc{} || end != text.data() + text.size())
                return std::nullopt;
            if (option == "--seed")
                options.seeds = 1;
        } else {
            return std::nullopt;
        }
    }
    return options;
}

} // namespace

int main(int argc, char** argv)
{
    const auto options = parse(argc, argv);
    if (!options) {
        std::fputs(kUsage.data(), stderr);
        return 2;
    }
    CoreOutcome sum;
    std::uint64_t broken = 0;
    for (std::uint64_t seed = options->first; seed < options->first + options->seeds; ++seed) {
        CoreOutcome outcome = CoreSimulation(seed, options->verbose).run();
        if (options->twice && CoreSimulation(seed, false).run().digest != outcome.digest)
            outcome.violations.push_back("the same seed gave something else");
        for (const std::string& violation : outcome.violations)
            std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), violation.c_str());
        broken += outcome.violations.empty() ? 0 : 1;
        sum.published += outcome.published;
        sum.acknowledged += outcome.acknowledged;
        sum.arrived += outcome.arrived;
        sum.delivered += outcome.delivered;
        sum.kills += outcome.kills;
        sum.deployments += outcome.deployments;
    }
    std::printf("%llu seeds, %llu broken: %llu messages, %llu acknowledged, %llu in the cloud, %llu at devices, %d "
                "crashes, %d deployments\n",
                static_cast<unsigned long long>(options->seeds), static_cast<unsigned long long>(broken),
                static_cast<unsigned long long>(sum.published), static_cast<unsigned long long>(sum.acknowledged),
                static_cast<unsigned long long>(sum.arrived), static_cast<unsigned long long>(sum.delivered), sum.kills,
                sum.deployments);
    return broken == 0 ? 0 : 1;
}
