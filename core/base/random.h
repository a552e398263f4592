// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <array>
#include <cstdint>
#include <span>

namespace greensward {

/// A reproducible stream of pseudo-random numbers (xoshiro256**): same seed, same numbers, on every platform.
/// For simulation, jitter and client ids; never for keys. Not thread-safe: one per owner.
class Random
{
public:
    using result_type = std::uint64_t;

    explicit Random(std::uint64_t seed);

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return ~std::uint64_t{0}; }
    result_type operator()();

    /// Uniform in [0, bound); 0 when bound is 0.
    std::uint64_t below(std::uint64_t bound);
    /// Uniform in [low, high).
    double between(double low, double high);
    /// Mean 0, standard deviation 1.
    double gaussian();
    /// True with the given probability, 0 … 1.
    bool chance(double probability);
    /// Lower-case hexadecimal digits.
    std::string hex(std::size_t digits);
    /// An independent stream, e.g. one per device, that does not depend on how much others draw.
    Random fork(std::uint64_t salt) const;

private:
    std::array<std::uint64_t, 4> m_state;
};

/// Unpredictable octets from the operating system, for seeds and secrets. Any thread.
void fillWithEntropy(std::span<std::uint8_t> out);
std::uint64_t entropySeed();

} // namespace greensward
