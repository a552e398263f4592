// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <fmt/format.h>
#include <optional>
#include <string_view>

namespace {

using greensward::simulation::Outcome;
using greensward::simulation::Simulation;

constexpr std::string_view kUsage =
    "usage: greensward_simulation [--seeds N] [--first N] [--twice]   run N seeds from the first on\n"
    "       greensward_simulation --seed N [--verbose]                replay one\n"
    "Exit code 0: every rule held; 1: one was broken; 2: wrong usage.\n";

struct Options
{
    std::uint64_t first = 1;
    std::uint64_t seeds = 300;
    bool twice = false; ///< each seed again, to see that the same seed gives the same bytes
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

Outcome runSeed(std::uint64_t seed, const Options& options)
{
    Outcome outcome = Simulation(seed, options.verbose).run();
    if (options.twice && Simulation(seed, false).run().digest != outcome.digest)
        outcome.violations.push_back("the same seed gave different bytes");
    return outcome;
}

} // namespace

int main(int argc, char** argv)
{
    const auto options = parse(argc, argv);
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
