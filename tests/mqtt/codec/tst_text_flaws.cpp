// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/text_flaws.h"

#include "mqtt/topic.h"

#include <gtest/gtest.h>
#include <string>

namespace greensward::mqtt {

namespace {

struct TextCase
{
    std::string_view name;
    std::string_view text;
    TextFlaws flaws;
};

using namespace std::string_view_literals;

constexpr TextCase kCases[] = {
    {"empty", "", kSound},
    {"ASCII", "turbines/ev-gen/123", kSound},
    {"control characters are only advised against", "\x01\x1f\x7f", kSound},
    {"null", "a\0b"sv, kNull},
    {"hash", "a/#", kWildcard},
    {"plus", "+/a", kWildcard},
    {"null and wildcard", "\0+"sv, kNull | kWildcard},
    {"neighbours of the wildcards", "\"$*,!%)-", kSound},
    {"U+0080, the first of two bytes", "\xc2\x80", kSound},
    {"U+07FF, the last of two bytes", "\xdf\xbf", kSound},
    {"U+0800, the first of three bytes", "\xe0\xa0\x80", kSound},
    {"U+D7FF, before the surrogates", "\xed\x9f\xbf", kSound},
    {"U+E000, behind the surrogates", "\xee\x80\x80", kSound},
    {"U+FEFF is kept [MQTT-1.5.3-3]", "\xef\xbb\xbf", kSound},
    {"U+FFFF, a non-character", "\xef\xbf\xbf", kSound},
    {"U+10000", "\xf0\x90\x80\x80", kSound},
    {"U+10FFFF, the last", "\xf4\x8f\xbf\xbf", kSound},
    {"U+D800, a surrogate", "\xed\xa0\x80", kIllFormed},
    {"U+DFFF, a surrogate", "\xed\xbf\xbf", kIllFormed},
    {"a pair of surrogates (CESU-8)", "\xed\xa0\xbd\xed\xb8\x80", kIllFormed},
    {"U+110000", "\xf4\x90\x80\x80", kIllFormed},
    {"lead byte F5", "\xf5\x80\x80\x80", kIllFormed},
    {"lead byte FF", "\xff", kIllFormed},
    {"overlong null (modified UTF-8)", "\xc0\x80", kIllFormed},
    {"overlong slash", "\xc0\xaf", kIllFormed},
    {"overlong in C1", "\xc1\xbf", kIllFormed},
    {"overlong in three bytes", "\xe0\x9f\xbf", kIllFormed},
    {"overlong in four bytes", "\xf0\x8f\xbf\xbf", kIllFormed},
    {"continuation without lead", "a\x80", kIllFormed},
    {"two bytes cut short", "a\xc3", kIllFormed},
    {"three bytes cut short", "\xe2\x82", kIllFormed},
    {"four bytes cut short", "\xf0\x9f\x98", kIllFormed},
    {"lead followed by ASCII", "\xc3(", kIllFormed},
    {"second continuation wrong", "\xe2\x82(", kIllFormed},
    {"third continuation wrong", "\xf0\x9f\x98(", kIllFormed},
};

} // namespace

TEST(TextFlaws, areFoundWhereverTheyStand)
{
    // Shifted through the words of eight bytes, with plain text behind, so that both passes and the overlap are used.
    for (const auto& c : kCases)
        for (std::size_t before = 0; before < 18; ++before)
            for (const std::size_t after : {0u, 1u, 7u, 8u, 9u}) {
                const std::string text = std::string(before, 'x') + std::string(c.text) + std::string(after, 'y');
                EXPECT_EQ(findFlaws(text), c.flaws) << c.name << " behind " << before << ", before " << after;
            }
}

TEST(TextFlaws, everyAsciiCharacterInEveryPlace)
{
    for (int c = 0; c < 128; ++c)
        for (std::size_t at = 0; at < 16; ++at) {
            std::string text(16, '~');
            text[at] = static_cast<char>(c);
            const TextFlaws expected = c == 0 ? kNull : c == '+' || c == '#' ? kWildcard : kSound;
            EXPECT_EQ(findFlaws(text), expected) << "character " << c << " at " << at;
        }
}

TEST(TextFlaws, wildcardsDoNotSpoilAString)
{
    EXPECT_TRUE(isUtf8String("a/+/#"));
    EXPECT_FALSE(isUtf8String("a\0"sv));
    EXPECT_FALSE(isUtf8String("\xed\xa0\x80"));
}

} // namespace greensward::mqtt
