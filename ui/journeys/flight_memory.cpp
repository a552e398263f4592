// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journeys/flight_memory.h"

#include <algorithm>

namespace greensward::ui {

void FlightMemory::keep(const trace::ChunkPtr& chunk)
{
    if (chunk->events().empty())
        return;
    if (!m_chunks.empty() && chunk->events().front().id <= newest()) { // another recorder's: ids begin anew
        m_chunks.clear();
        m_bytes = 0;
    }
    m_chunks.push_back(chunk);
    m_bytes += chunk->footprint();
    trim();
}

void FlightMemory::setBudget(std::size_t bytes)
{
    m_budget = bytes;
    trim();
}

void FlightMemory::trim()
{
    while (m_bytes > m_budget && m_chunks.size() > 1) {
        m_bytes -= m_chunks.front()->footprint();
        m_chunks.pop_front();
    }
}

trace::EventId FlightMemory::oldest() const
{
    return m_chunks.empty() ? 0 : m_chunks.front()->events().front().id;
}

trace::EventId FlightMemory::newest() const
{
    return m_chunks.empty() ? 0 : m_chunks.back()->events().back().id;
}

/// The first chunk that ends at that id or later.
std::deque<trace::ChunkPtr>::const_iterator FlightMemory::chunkFrom(trace::EventId id) const
{
    return std::lower_bound(
        m_chunks.begin(), m_chunks.end(), id,
        [](const trace::ChunkPtr& chunk, trace::EventId wanted) { return chunk->events().back().id < wanted; });
}

EventRef FlightMemory::find(trace::EventId id) const
{
    const auto chunk = chunkFrom(id);
    if (id == 0 || chunk == m_chunks.end())
        return {};
    const auto& events = (*chunk)->events();
    const auto event = std::lower_bound(events.begin(), events.end(), id,
                                        [](const trace::Event& one, trace::EventId wanted) { return one.id < wanted; });
    if (event == events.end() || event->id != id)
        return {};
    return {*chunk, &*event};
}

} // namespace greensward::ui
