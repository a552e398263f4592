// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/base64.h"

#include <array>

namespace greensward {

namespace {

constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNoDigit = 255;

constexpr std::array<std::uint8_t, 256> kValues = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(kNoDigit);
    for (std::size_t i = 0; i < kDigits.size(); ++i)
        values[static_cast<unsigned char>(kDigits[i])] = static_cast<std::uint8_t>(i);
    return values;
}();

} // namespace

void appendBase64(std::string& into, ByteView bytes)
{
    into.reserve(into.size() + (bytes.size() + 2) / 3 * 4);
    std::size_t at = 0;
    for (; at + 3 <= bytes.size(); at += 3) {
        const std::uint32_t word = bytes[at] << 16u | bytes[at + 1] << 8u | bytes[at + 2];
        for (const unsigned shift : {18u, 12u, 6u, 0u})
            into += kDigits[word >> shift & 63u];
    }
    const std::size_t rest = bytes.size() - at;
    if (rest == 0)
        return;
    const std::uint32_t word = bytes[at] << 16u | (rest == 2 ? bytes[at + 1] << 8u : 0u);
    into += kDigits[word >> 18u & 63u];
    into += kDigits[word >> 12u & 63u];
    into += rest == 2 ? kDigits[word >> 6u & 63u] : '=';
    into += '=';
}

std::string toBase64(ByteView bytes)
{
    std::string text;
    appendBase64(text, bytes);
    return text;
}

std::optional<Bytes> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    std::size_t padding = 0;
    while (padding < 2 && padding < text.size() && text[text.size() - 1 - padding] == '=')
        ++padding;
    Bytes bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t at = 0; at < text.size(); at += 4) {
        std::uint32_t word = 0;
        for (std::size_t i = at; i < at + 4; ++i) {
            const bool pad = i >= text.size() - padding;
            const std::uint8_t value = pad ? std::uint8_t{0} : kValues[static_cast<unsigned char>(text[i])];
            if (value == kNoDigit)
                return std::nullopt;
            word = word << 6u | value;
        }
        for (const unsigned shift : {16u, 8u, 0u})
            bytes.push_back(static_cast<std::uint8_t>(word >> shift));
    }
    bytes.resize(bytes.size() - padding);
    return bytes;
}

} // namespace greensward
