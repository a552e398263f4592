// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/message.h"
#include "mqtt/session_store.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

namespace greensward::mqtt {

/// A QoS > 0 message on its way to one session.
struct Delivery
{
    std::uint64_t order = 0; ///< rising within the session
    MessagePtr message{};
    std::unique_ptr<std::vector<std::uint32_t>> subscriptionIds{}; ///< null: none
    PacketId packetId = 0;                                       ///< 0 until sent for the first time
    QoS qos{};
    bool retain = false; ///< as it is to be sent
    DeliveryState state = DeliveryState::Queued;
};

/// The QoS > 0 messages of a session, oldest first, until they are acknowledged. Those at the front are in flight on
/// the present connection; behind them wait those that were sent on an earlier one, then those never sent. An empty
/// queue costs a pointer.
class DeliveryQueue
{
public:
    std::size_t size() const { return m_deliveries ? m_deliveries->size() : 0; }
    bool empty() const { return size() == 0; }
    std::size_t inflight() const { return m_inflight; }
    std::size_t waiting() const { return size() - m_inflight; }
    /// Topics and payloads of all, in bytes.
    std::size_t bytes() const { return m_bytes; }

    /// Gives it its order and puts it last.
    Delivery& push(Delivery delivery);
    /// With the order and state it was stored with; orders rise from call to call.
    void restore(Delivery delivery);

    /// The first that is not in flight; there is one.
    Delivery& nextWaiting() { return (*m_deliveries)[m_inflight]; }
    void nextSent() { ++m_inflight; }
    /// Drops the first that is not in flight.
    void dropNextWaiting() { erase(m_inflight); }
    /// A packet id that none of them uses.
    PacketId freshPacketId();

    /// The one in flight with that id; null when there is none.
    Delivery* find(PacketId id);
    /// Removes one that find() gave.
    void remove(const Delivery& delivery);
    /// The connection is gone: nothing is in flight any more, everything will be sent again in order [MQTT-4.6.0-1].
    void rewind() { m_inflight = 0; }
    void clear();

    template<typename Visit>
    void forEach(Visit&& visit) const
    {
        if (m_deliveries)
            for (const Delivery& delivery : *m_deliveries)
                visit(delivery);
    }

private:
    void erase(std::size_t index);
    bool inUse(PacketId id) const;

    std::unique_ptr<std::deque<Delivery>> m_deliveries;
    std::size_t m_inflight = 0;
    std::size_t m_bytes = 0;
    std::uint64_t m_lastOrder = 0;
    PacketId m_lastId = 0;
};

/// What a delivery counts against the limits of queues.
inline std::size_t weight(const Message& message)
{
    return message.topic.size() + message.payload.size();
}

} // namespace greensward::mqtt
