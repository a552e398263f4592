// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/delivery_queue.h"

#include <algorithm>
#include <cassert>

namespace greensward::mqtt {

Delivery& DeliveryQueue::push(Delivery delivery)
{
    delivery.order = ++m_lastOrder;
    if (!m_deliveries)
        m_deliveries = std::make_unique<std::deque<Delivery>>();
    m_bytes += weight(*delivery.message);
    return m_deliveries->emplace_back(std::move(delivery));
}

void DeliveryQueue::restore(Delivery delivery)
{
    assert(delivery.order > m_lastOrder);
    const std::uint64_t order = delivery.order;
    if (delivery.packetId != 0)
        m_lastId = delivery.packetId;
    push(std::move(delivery)).order = order;
    m_lastOrder = order;
}

PacketId DeliveryQueue::freshPacketId()
{
    // Ids are given in turn, at most one an order: while fewer orders than ids lie between the oldest and the newest,
    // the next one cannot be taken, and there is nothing to look for.
    constexpr std::uint64_t kCertain = 40'000;
    const bool certain = m_deliveries->empty() || m_lastOrder - m_deliveries->front().order < kCertain;
    do {
        m_lastId = static_cast<PacketId>(m_lastId + 1);
        if (m_lastId == 0)
            m_lastId = 1;
    } while (!certain && inUse(m_lastId));
    return m_lastId;
}

bool DeliveryQueue::inUse(PacketId id) const
{
    // Ids are given from the front on, so those without one come last.
    for (const Delivery& delivery : *m_deliveries) {
        if (delivery.packetId == id)
            return true;
        if (delivery.packetId == 0)
            return false;
    }
    return false;
}

Delivery* DeliveryQueue::find(PacketId id)
{
    for (std::size_t i = 0; i < m_inflight; ++i)
        if ((*m_deliveries)[i].packetId == id)
            return &(*m_deliveries)[i];
    return nullptr;
}

void DeliveryQueue::remove(const Delivery& delivery)
{
    for (std::size_t i = 0; i < m_inflight; ++i) {
        if (&(*m_deliveries)[i] == &delivery) {
            --m_inflight;
            erase(i);
            return;
        }
    }
    assert(false && "the delivery is in flight");
}

void DeliveryQueue::erase(std::size_t index)
{
    const auto at = m_deliveries->begin() + static_cast<std::ptrdiff_t>(index);
    m_bytes -= weight(*at->message);
    m_deliveries->erase(at);
}

void DeliveryQueue::clear()
{
    m_deliveries.reset();
    m_inflight = 0;
    m_bytes = 0;
}

} // namespace greensward::mqtt
