// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace greensward::billing {

/// An amount of US dollars, exact: a whole number of millionths of a millionth, so that no price of a million units
/// with six decimals is ever rounded. Good for 2^64 units at the highest price.
class Money
{
public:
    using Count = boost::multiprecision::int128_t;

    Money() = default;
    /// "0.08", "5", "1.2500": at most six decimals and six digits before them, not negative; nothing else.
    static std::optional<Money> parse(std::string_view text);
    static Money fromPico(Count pico)
    {
        Money money;
        money.m_pico = std::move(pico);
        return money;
    }

    /// What so many units cost when a million of them cost this much.
    Money forUnits(std::uint64_t units) const { return fromPico(m_pico * units / 1'000'000); }
    const Count& pico() const { return m_pico; }
    bool isZero() const { return m_pico == 0; }
    /// Rounded, half up.
    std::string text(int decimals) const;
    /// As a person reads it: two decimals from one dollar on, four below, more where there would be only noughts.
    std::string text() const;
    /// For bars and shares, which need not be exact.
    double approximate() const { return m_pico.convert_to<double>() / 1e12; }

    Money& operator+=(const Money& other)
    {
        m_pico += other.m_pico;
        return *this;
    }
    friend Money operator+(Money one, const Money& other) { return one += other; }
    friend bool operator==(const Money& one, const Money& other) { return one.m_pico == other.m_pico; }
    friend bool operator<(const Money& one, const Money& other) { return one.m_pico < other.m_pico; }

private:
    Count m_pico = 0;
};

} // namespace greensward::billing
