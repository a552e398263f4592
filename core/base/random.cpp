// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <bit>
#include <cmath>
#include <numbers>
#include <random>

namespace greensward {

namespace {

std::uint64_t splitMix(std::uint64_t& state)
{
    state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace

Random::Random(std::uint64_t seed)
{
    for (auto& word : m_state)
        word = splitMix(seed);
}

Random::result_type Random::operator()()
{
    const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
    const std::uint64_t shifted = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= shifted;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

std::uint64_t Random::below(std::uint64_t bound)
{
    if (bound == 0)
        return 0;
    // Rejection keeps it uniform; the loop runs once in practice.
    const std::uint64_t limit = max() - max() % bound;
    std::uint64_t value = (*this)();
    while (value >= limit)
        value = (*this)();
    return value % bound;
}

double Random::between(double low, double high)
{
    return low + (high - low) * (static_cast<double>((*this)() >> 11) * 0x1.0p-53);
}

double Random::gaussian()
{
    const double radius = std::sqrt(-2.0 * std::log(1.0 - between(0.0, 1.0)));
    return radius * std::cos(2.0 * std::numbers::pi * between(0.0, 1.0));
}

bool Random::chance(double probability)
{
    return between(0.0, 1.0) < probability;
}

std::string Random::hex(std::size_t digits)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text(digits, '0');
    for (auto& c : text)
        c = kDigits[(*this)() >> 60];
    return text;
}

Random Random::fork(std::uint64_t salt) const
{
    return Random(m_state[0] ^ std::rotl(m_state[2], 23) ^ (salt * 0x9e3779b97f4a7c15ULL));
}

void fillWithEntropy(std::span<std::uint8_t> out)
{
    std::random_device device;
    for (auto& byte : out)
        byte = static_cast<std::uint8_t>(device());
}

std::uint64_t entropySeed()
{
    std::random_device device;
    return (std::uint64_t{device()} << 32) | device();
}

} // namespace greensward
