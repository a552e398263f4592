// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "seed_options.h"
#include "simulation.h"

#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <string_view>

namespace {

using greensward::simulation::Outcome;
using greensward::simulation::SeedOptions;
using greensward::simulation::Simulation;

constexpr std::string_view kUsage =
    "usage: greensward_simulation [--seeds N] [--first N] [--twice]   run N seeds from the first on\n"
    "       greensward_simulation --seed N [--verbose]                replay one\n"
    "Exit code 0: every rule held; 1: one was broken; 2: wrong usage.\n";

Outcome runSeed(std::uint64_t seed, const SeedOptions& options)
{
    Outcome outcome = Simulation(seed, options.verbose).run();
    if (options.twice && Simulation(seed, false).run().digest != outcome.digest)
        outcome.violations.push_back("the same seed gave different bytes");
    return outcome;
}

} // namespace

int main(int argc, char** argv)
{
    const auto options = SeedOptions::parse(argc, argv, 300);
    if (!options) {
        fmt::print(stderr, "{}", kUsage);
        return 2;
    }
    const auto begin = std::chrono::steady_clock::now();
    Outcome sum;
    std::uint64_t failed = 0;
    for (std::uint64_t seed = options->first; seed < options->first + options->seeds; ++seed) {
        const Outcome outcome = runSeed(seed, *options);
        sum.publications += outcome.publications;
        sum.acknowledged += outcome.acknowledged;
        sum.received += outcome.received;
        sum.repeated += outcome.repeated;
        sum.links += outcome.links;
        sum.kills += outcome.kills;
        sum.wills += outcome.wills;
        sum.virtualTime += outcome.virtualTime;
        if (outcome.violations.empty())
            continue;
        ++failed;
        fmt::print("seed {} failed:\n", seed);
        for (const std::string& violation : outcome.violations)
            fmt::print("  {}\n", violation);
        fmt::print("  replay: {} --seed {} --verbose\n", argv[0], seed);
        if (failed == 20) {
            fmt::print("enough failures, stopping at seed {}\n", seed);
            break;
        }
    }
    const double took = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    fmt::print(
        "{} seeds from {}, {} failed: {} links, {} kills, {} published, {} acknowledged, {} received ({} again), "
        "{} wills; {:.1f} h of virtual time in {:.1f} s\n",
        options->seeds, options->first, failed, sum.links, sum.kills, sum.publications, sum.acknowledged, sum.received,
        sum.repeated, sum.wills, std::chrono::duration<double, std::ratio<3600>>(sum.virtualTime).count(), took);
    return failed == 0 ? 0 : 1;
}
