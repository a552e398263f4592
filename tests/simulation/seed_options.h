// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace greensward::simulation {

/// What a program that plays seeds is told:
///
///     [--seeds N] [--first N] [--twice]   N seeds from the first on
///     --seed N [--verbose]                one
struct SeedOptions
{
    std::uint64_t first = 1;
    std::uint64_t seeds = 0;
    bool twice = false; ///< each seed again, to see that the same seed gives the same bytes
    bool verbose = false;

    /// seeds: how many unless it is said. Nothing for anything else on the command line.
    static std::optional<SeedOptions> parse(int argc, char** argv, std::uint64_t seeds)
    {
        SeedOptions options{.seeds = seeds};
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
};

} // namespace greensward::simulation
