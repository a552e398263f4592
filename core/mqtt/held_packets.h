// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "mqtt/session_store.h"

#include <cstdint>
#include <deque>
#include <utility>

namespace greensward::mqtt {

/// What follows once a held packet has gone to the outbox.
enum class AfterSending : std::uint8_t {
    Nothing,
    Established, ///< CONNACK: deliveries may begin
    QuotaBack,   ///< PUBACK, PUBCOMP or a refusing PUBREC: the client may send one more QoS > 0 message
};

/// Packets of one connection that promise something the store has not made safe yet, in the order in which they will
/// go.
class HeldPackets
{
public:
    template<typename Encode>
    void hold(Ticket ticket, AfterSending after, Encode&& encodeInto)
    {
        const std::size_t before = m_bytes.size();
        std::forward<Encode>(encodeInto)(m_bytes);
        m_packets.push_back({ticket, static_cast<std::uint32_t>(m_bytes.size() - before), after});
    }

    bool empty() const { return m_packets.empty(); }

    /// Calls send(ByteView, AfterSending) for those at the front that the store has made safe.
    template<typename Send>
    void release(Ticket committed, Send&& send)
    {
        std::size_t offset = 0;
        while (!m_packets.empty() && m_packets.front().ticket <= committed) {
            const Packet packet = m_packets.front();
            m_packets.pop_front();
            send(ByteView(m_bytes).subspan(offset, packet.length), packet.after);
            offset += packet.length;
        }
        m_bytes.erase(m_bytes.begin(), m_bytes.begin() + static_cast<std::ptrdiff_t>(offset));
    }

private:
    struct Packet
    {
        Ticket ticket = 0;
        std::uint32_t length = 0;
        AfterSending after = AfterSending::Nothing;
    };
    std::deque<Packet> m_packets;
    Bytes m_bytes;
};

} // namespace greensward::mqtt
