// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/timer_heap.h"

#include <cassert>

namespace greensward::mqtt {

void TimerHeap::arm(Timer& timer, Instant due)
{
    timer.due = due;
    if (!timer.armed()) {
        timer.slot = static_cast<std::uint32_t>(m_heap.size());
        m_heap.push_back(&timer);
    }
    siftUp(timer.slot);
    siftDown(timer.slot);
}

void TimerHeap::disarm(Timer& timer)
{
    if (!timer.armed())
        return;
    const std::size_t slot = timer.slot;
    assert(slot < m_heap.size() && m_heap[slot] == &timer);
    timer.slot = Timer::kIdle;
    Timer* last = m_heap.back();
    m_heap.pop_back();
    if (last == &timer)
        return;
    place(last, slot);
    siftUp(slot);
    siftDown(last->slot);
}

std::optional<Instant> TimerHeap::earliest() const
{
    if (m_heap.empty())
        return std::nullopt;
    return m_heap.front()->due;
}

Timer* TimerHeap::takeDue(Instant now)
{
    if (m_heap.empty() || m_heap.front()->due > now)
        return nullptr;
    Timer* timer = m_heap.front();
    disarm(*timer);
    return timer;
}

void TimerHeap::place(Timer* timer, std::size_t slot)
{
    m_heap[slot] = timer;
    timer->slot = static_cast<std::uint32_t>(slot);
}

void TimerHeap::siftUp(std::size_t slot)
{
    Timer* timer = m_heap[slot];
    while (slot > 0) {
        const std::size_t parent = (slot - 1) / 2;
        if (m_heap[parent]->due <= timer->due)
            break;
        place(m_heap[parent], slot);
        slot = parent;
    }
    place(timer, slot);
}

void TimerHeap::siftDown(std::size_t slot)
{
    Timer* timer = m_heap[slot];
    while (true) {
        std::size_t child = 2 * slot + 1;
        if (child >= m_heap.size())
            break;
        if (child + 1 < m_heap.size() && m_heap[child + 1]->due < m_heap[child]->due)
            ++child;
        if (timer->due <= m_heap[child]->due)
            break;
        place(m_heap[child], slot);
        slot = child;
    }
    place(timer, slot);
}

} // namespace greensward::mqtt
