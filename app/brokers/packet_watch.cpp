// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brokers/packet_watch.h"

#include <algorithm>
#include <array>

namespace greensward::app {

void PacketWatch::follow(ByteView bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        switch (m_part) {
        case Part::Type:
            m_type = static_cast<std::uint8_t>(bytes[at++]) >> 4;
            m_left = 0;
            m_shift = 0;
            m_part = Part::Length;
            break;
        case Part::Length: {
            const auto octet = static_cast<std::uint8_t>(bytes[at++]);
            m_left |= static_cast<std::size_t>(octet & 0x7FU) << m_shift;
            m_shift += 7;
            if ((octet & 0x80U) == 0)
                m_part = m_left == 0 ? Part::Type : Part::Rest;
            break;
        }
        case Part::Rest: {
            const std::size_t taken = std::min(m_left, bytes.size() - at);
            at += taken;
            m_left -= taken;
            if (m_left == 0)
                m_part = Part::Type;
            break;
        }
        }
    }
}

std::string_view PacketWatch::last() const
{
    constexpr std::array<std::string_view, 16> kNames{
        "",          "CONNECT", "CONNACK",     "PUBLISH",  "PUBACK",  "PUBREC",   "PUBREL",     "PUBCOMP",
        "SUBSCRIBE", "SUBACK",  "UNSUBSCRIBE", "UNSUBACK", "PINGREQ", "PINGRESP", "DISCONNECT", "AUTH"};
    return kNames[m_type];
}

} // namespace greensward::app
