// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/recorder.h"

namespace greensward::trace {

/// Makes chunks of events that were recorded elsewhere (a capture's), with their own ids and times. One thread.
class ChunkBuilder
{
public:
    /// The slices of event are replaced; everything else is kept as it is.
    void add(const Event& event, std::string_view subject, std::string_view object, std::string_view detail,
             ByteView payload, std::string_view origin = {});
    std::size_t events() const { return m_chunk ? m_chunk->m_events.size() : 0; }
    /// Bytes of events and texts so far.
    std::size_t bytes() const;
    /// What was added since the last take(); null when nothing was.
    ChunkPtr take();

private:
    std::shared_ptr<Chunk> m_chunk;
};

/// The chunk without what brokers elsewhere said: itself when nothing of it is foreign, null when all of it is.
ChunkPtr localPart(const ChunkPtr& chunk);

} // namespace greensward::trace
