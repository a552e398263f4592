// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/amz_date.h"

#include <array>
#include <fmt/format.h>

namespace greensward::aws {

namespace {

/// `digits` decimal digits from the front of `text`; -1 when they are not there.
int takeNumber(std::string_view& text, std::size_t digits)
{
    if (text.size() < digits)
        return -1;
    int number = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return number;
}

bool take(std::string_view& text, std::string_view wanted)
{
    if (!text.starts_with(wanted))
        return false;
    text.remove_prefix(wanted.size());
    return true;
}

std::optional<WallTime> moment(int year, int month, int day, int hour, int minute, int second)
{
    // 1678 to 2261 is what nanoseconds in 64 bits can tell.
    if (year < 1700 || year > 2200 || month < 1 || day < 1 || hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
        second < 0 || second > 60)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{unsigned(month)},
                                           std::chrono::day{unsigned(day)}};
    if (!date.ok())
        return std::nullopt;
    return WallTime{std::chrono::sys_days{date}.time_since_epoch() + std::chrono::hours{hour} +
                    std::chrono::minutes{minute} + std::chrono::seconds{second}};
}

struct Civil
{
    int year;
    unsigned month, day;
    long hour, minute, second;
};

Civil civil(WallTime time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const auto days = std::chrono::floor<std::chrono::days>(seconds);
    const std::chrono::year_month_day date{days};
    const auto rest = (seconds - days).count();
    return {int(date.year()), unsigned(date.month()), unsigned(date.day()), rest / 3600, rest / 60 % 60, rest % 60};
}

} // namespace

std::string toAmzDate(WallTime time)
{
    const auto c = civil(time);
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", c.year, c.month, c.day, c.hour, c.minute, c.second);
}

std::string toIsoSeconds(WallTime time)
{
    const auto c = civil(time);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", c.year, c.month, c.day, c.hour, c.minute, c.second);
}

std::optional<WallTime> fromAmzDate(std::string_view text)
{
    const int year = takeNumber(text, 4), month = takeNumber(text, 2), day = takeNumber(text, 2);
    if (!take(text, "T"))
        return std::nullopt;
    const int hour = takeNumber(text, 2), minute = takeNumber(text, 2), second = takeNumber(text, 2);
    if (text != "Z")
        return std::nullopt;
    return moment(year, month, day, hour, minute, second);
}

std::optional<WallTime> fromHttpDate(std::string_view text)
{
    constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (text.size() != 29 || text.substr(3, 2) != ", ")
        return std::nullopt;
    text.remove_prefix(5);
    const int day = takeNumber(text, 2);
    int month = 0;
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (text.substr(1, 3) == kMonths[i])
            month = static_cast<int>(i) + 1;
    text.remove_prefix(5);
    const int year = takeNumber(text, 4);
    if (!take(text, " "))
        return std::nullopt;
    const int hour = takeNumber(text, 2);
    if (!take(text, ":"))
        return std::nullopt;
    const int minute = takeNumber(text, 2);
    if (!take(text, ":"))
        return std::nullopt;
    const int second = takeNumber(text, 2);
    if (text != " GMT")
        return std::nullopt;
    return moment(year, month, day, hour, minute, second);
}

std::optional<WallTime> fromIso8601(std::string_view text)
{
    const int year = takeNumber(text, 4);
    if (!take(text, "-"))
        return std::nullopt;
    const int month = takeNumber(text, 2);
    if (!take(text, "-"))
        return std::nullopt;
    const int day = takeNumber(text, 2);
    if (text.empty())
        return moment(year, month, day, 0, 0, 0);
    if (!take(text, "T"))
        return std::nullopt;
    const int hour = takeNumber(text, 2);
    if (!take(text, ":"))
        return std::nullopt;
    const int minute = takeNumber(text, 2);
    int second = 0;
    if (take(text, ":"))
        second = takeNumber(text, 2);
    auto time = moment(year, month, day, hour, minute, second);
    if (!time)
        return std::nullopt;
    if (take(text, ".")) {
        long scale = 100'000'000;
        while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
            *time += std::chrono::nanoseconds{(text[0] - '0') * scale};
            scale /= 10;
            text.remove_prefix(1);
        }
    }
    if (text == "Z")
        return time;
    if (text.empty() || (text[0] != '+' && text[0] != '-'))
        return std::nullopt;
    const int sign = text[0] == '+' ? -1 : 1;
    text.remove_prefix(1);
    const int hours = takeNumber(text, 2);
    take(text, ":");
    const int minutes = takeNumber(text, 2);
    if (hours < 0 || minutes < 0 || !text.empty())
        return std::nullopt;
    return *time + sign * (std::chrono::hours{hours} + std::chrono::minutes{minutes});
}

} // namespace greensward::aws
