// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../simulation/seed_options.h"
#include "core_simulation.h"

#include <cstdio>
#include <string_view>

namespace {

using greensward::edge::test::CoreOutcome;
using greensward::edge::test::CoreSimulation;
using greensward::simulation::SeedOptions;

constexpr std::string_view kUsage =
    "usage: greensward_edge_simulation [--seeds N] [--first N] [--twice]   run N seeds from the first on\n"
    "       greensward_edge_simulation --seed N [--verbose]                replay one\n"
    "Exit code 0: every rule held; 1: one was broken; 2: wrong usage.\n";

} // namespace

int main(int argc, char** argv)
{
    const auto options = SeedOptions::parse(argc, argv, 200);
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
