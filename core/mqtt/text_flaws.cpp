// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/text_flaws.h"

#include <cstddef>
#include <cstring>

namespace greensward::mqtt {

namespace {

constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101;
constexpr std::uint64_t kHighBits = 0x8080'8080'8080'8080;

std::uint64_t load(const char* from)
{
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

/// Eight ASCII characters without NUL, '+' and '#'? The two wildcards differ in bit 3 only, so they share one
/// comparison.
bool isPlain(std::uint64_t word)
{
    const std::uint64_t wild = (word | 0x08 * kOnes) ^ (0x2b * kOnes);
    const std::uint64_t zeroByte = ((word - kOnes) & ~word) | ((wild - kOnes) & ~wild) | word;
    return (zeroByte & kHighBits) == 0;
}

/// Bytes of the well-formed sequence at the front (Unicode table 3-7), or 0.
std::size_t sequenceLength(const char* at, std::size_t left)
{
    const auto byte = [at](std::size_t i) { return static_cast<std::uint8_t>(at[i]); };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
    const std::uint8_t lead = byte(0);
    if (lead >= 0xc2 && lead <= 0xdf)
        return left >= 2 && continues(1) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
        if (left < 3 || !continues(1) || !continues(2))
            return 0;
        const bool overlong = lead == 0xe0 && byte(1) < 0xa0;
        const bool surrogate = lead == 0xed && byte(1) > 0x9f;
        return overlong || surrogate ? 0 : 3;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        if (left < 4 || !continues(1) || !continues(2) || !continues(3))
            return 0;
        const bool overlong = lead == 0xf0 && byte(1) < 0x90;
        const bool tooHigh = lead == 0xf4 && byte(1) > 0x8f;
        return overlong || tooHigh ? 0 : 4;
    }
    return 0;
}

} // namespace

TextFlaws findFlaws(std::string_view text)
{
    constexpr std::size_t kWord = sizeof(std::uint64_t);
    const char* at = text.data();
    const char* const end = at + text.size();
    TextFlaws flaws = kSound;
    while (at != end) {
        const auto left = static_cast<std::size_t>(end - at);
        if (left >= kWord) {
            if (isPlain(load(at))) {
                at += kWord;
                continue;
            }
        } else if (text.size() >= kWord && isPlain(load(end - kWord))) {
            return flaws; // the last word overlaps what was already seen
        }
        const char c = *at;
        if (static_cast<std::uint8_t>(c) < 0x80) {
            if (c == '\0')
                flaws |= kNull;
            else if (c == '+' || c == '#')
                flaws |= kWildcard;
            ++at;
            continue;
        }
        const std::size_t length = sequenceLength(at, left);
        if (length == 0)
            return flaws | kIllFormed;
        at += length;
    }
    return flaws;
}

} // namespace greensward::mqtt
