// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "billing/money.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace greensward::billing {

namespace {

constexpr int kDecimals = 12; ///< of what is stored
constexpr std::size_t kMostDecimals = 6;
constexpr std::size_t kMostDigits = 6;

Money::Count power(int exponent)
{
    Money::Count value = 1;
    for (int step = 0; step < exponent; ++step)
        value *= 10;
    return value;
}

} // namespace

std::optional<Money> Money::parse(std::string_view text)
{
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    const auto isNumber = [](std::string_view digits) {
        return std::all_of(digits.begin(), digits.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
    };
    if (whole.empty() || whole.size() > kMostDigits || fraction.size() > kMostDecimals || !isNumber(whole) ||
        !isNumber(fraction) || (point != std::string_view::npos && fraction.empty()))
        return std::nullopt;
    const std::string digits = std::string(whole) + std::string(fraction);
    std::uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return fromPico(Count(value) * power(kDecimals - static_cast<int>(fraction.size())));
}

std::string Money::text(int decimals) const
{
    decimals = std::clamp(decimals, 0, kDecimals);
    const Count unit = power(kDecimals - decimals);
    const Count rounded = (m_pico + unit / 2) / unit;
    const std::string digits = rounded.str();
    if (decimals == 0)
        return digits;
    const auto places = static_cast<std::size_t>(decimals);
    const std::string padded = digits.size() > places ? digits : std::string(places + 1 - digits.size(), '0') + digits;
    return padded.substr(0, padded.size() - places) + "." + padded.substr(padded.size() - places);
}

std::string Money::text() const
{
    constexpr int kUsual = 4;
    if (m_pico == 0 || m_pico >= power(kDecimals))
        return text(2);
    // Two digits that say something, however little it is.
    int decimals = kUsual;
    while (decimals < kDecimals && m_pico < power(kDecimals - decimals + 1))
        ++decimals;
    return text(decimals);
}

} // namespace greensward::billing
