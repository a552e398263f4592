// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <string_view>

namespace greensward::app {

/// Follows a stream of MQTT packets, cut anywhere, to know which was the last one: the first thing to ask when the
/// other end hangs up [MQTT-2.1.1].
class PacketWatch
{
public:
    void follow(ByteView bytes);
    void restart() { *this = {}; }
    /// "SUBSCRIBE"; empty before the first.
    std::string_view last() const;

private:
    enum class Part : std::uint8_t { Type, Length, Rest };
    Part m_part = Part::Type;
    std::uint8_t m_type = 0;
    unsigned m_shift = 0;
    std::size_t m_left = 0;
};

} // namespace greensward::app
