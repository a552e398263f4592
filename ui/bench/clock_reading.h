// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace greensward::ui {

/// How far a device's clock is from this machine's, by the "timestamp" (milliseconds or seconds since 1970) that its JSON
/// messages carry and when they came. A message that came late makes a clock look slow, never fast: of the newest few
/// the one that makes it look fastest counts, so what remains is the shortest way here.
class ClockReading
{
public:
    /// Looks at one message a second, which is enough for a clock.
    void hear(std::string_view payload, WallTime arrived);
    /// The device's clock minus this machine's; nothing before a message told a time.
    std::optional<Duration> ahead() const;
    /// It tells whole seconds only: ahead() is good to one second.
    bool isCoarse() const { return m_coarse; }

private:
    static constexpr std::size_t kNewest = 8;

    std::array<Duration, kNewest> m_ahead{};
    std::size_t m_heard = 0;
    WallTime m_lookedAt{};
    bool m_coarse = false;
};

} // namespace greensward::ui
