// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/recorder.h"

#include <cstddef>
#include <deque>

namespace greensward::ui {

/// An event and the chunk that keeps it and its texts alive. Without a chunk: none.
struct EventRef
{
    trace::ChunkPtr chunk;
    const trace::Event* event = nullptr;

    explicit operator bool() const { return event != nullptr; }
    const trace::Event* operator->() const { return event; }
    std::string_view text(trace::Slice slice) const { return chunk->text(slice); }
};

/// The newest events of the recorder's stream, within a budget of octets: whole chunks, shared with whoever else holds
/// them. Keeping one costs the same however many events it has; they are found by their ids, which only rise.
class FlightMemory
{
public:
    static constexpr std::size_t kUsualBudget = 64u << 20;

    void keep(const trace::ChunkPtr& chunk);
    /// Takes effect at once. The newest chunk is kept whatever it weighs.
    void setBudget(std::size_t bytes);
    std::size_t budget() const { return m_budget; }
    std::size_t bytes() const { return m_bytes; }

    bool isEmpty() const { return m_chunks.empty(); }
    /// Ids of the oldest and the newest event; 0 when there is none.
    trace::EventId oldest() const;
    trace::EventId newest() const;
    /// Empty when it was forgotten, or never arrived.
    EventRef find(trace::EventId id) const;
    /// Calls visit(chunk, event) for all events from that id on, oldest first; until it answers false.
    template<typename Visit>
    void visitFrom(trace::EventId id, Visit visit) const;

private:
    std::deque<trace::ChunkPtr>::const_iterator chunkFrom(trace::EventId id) const;
    void trim();

    std::deque<trace::ChunkPtr> m_chunks; ///< none is empty
    std::size_t m_bytes = 0;
    std::size_t m_budget = kUsualBudget;
};

template<typename Visit>
void FlightMemory::visitFrom(trace::EventId id, Visit visit) const
{
    for (auto chunk = chunkFrom(id); chunk != m_chunks.end(); ++chunk)
        for (const trace::Event& event : (*chunk)->events())
            if (event.id >= id && !visit(*chunk, event))
                return;
}

} // namespace greensward::ui
