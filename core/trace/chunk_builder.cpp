// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/chunk_builder.h"

#include <utility>

namespace greensward::trace {

void ChunkBuilder::add(const Event& event, std::string_view subject, std::string_view object, std::string_view detail,
                       ByteView payload, std::string_view origin)
{
    if (!m_chunk)
        m_chunk = std::make_shared<Chunk>();
    Bytes& arena = m_chunk->m_arena;
    const auto store = [&arena](ByteView bytes) {
        const Slice slice{static_cast<std::uint32_t>(arena.size()), static_cast<std::uint32_t>(bytes.size())};
        arena.insert(arena.end(), bytes.begin(), bytes.end());
        return slice;
    };
    Event& added = m_chunk->m_events.emplace_back(event);
    added.subject = store(asBytes(subject));
    added.object = store(asBytes(object));
    added.detail = store(asBytes(detail));
    added.payload = store(payload);
    added.origin = m_chunk->originIndex(origin);
}

std::size_t ChunkBuilder::bytes() const
{
    return m_chunk ? m_chunk->m_arena.size() + m_chunk->m_events.size() * sizeof(Event) : 0;
}

ChunkPtr ChunkBuilder::take()
{
    return std::exchange(m_chunk, nullptr);
}

ChunkPtr localPart(const ChunkPtr& chunk)
{
    if (!chunk->hasForeign())
        return chunk;
    ChunkBuilder left;
    for (const Event& event : chunk->events())
        if (event.origin == 0)
            left.add(event, chunk->text(event.subject), chunk->text(event.object), chunk->text(event.detail),
                     chunk->bytes(event.payload));
    return left.take();
}

} // namespace greensward::trace
