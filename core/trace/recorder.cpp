// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/recorder.h"

#include <algorithm>
#include <utility>

namespace greensward::trace {

struct Recorder::Mailbox
{
    KindSet wanted;
    mutable std::mutex mutex;
    std::vector<ChunkPtr> chunks;
    std::size_t bytes = 0;
    std::uint64_t lost = 0;

    void put(const ChunkPtr& chunk, std::size_t limit)
    {
        const std::lock_guard lock(mutex);
        chunks.push_back(chunk);
        bytes += chunk->footprint();
        std::size_t gone = 0;
        while (bytes > limit && gone + 1 < chunks.size()) {
            bytes -= chunks[gone]->footprint();
            lost += chunks[gone]->events().size();
            ++gone;
        }
        chunks.erase(chunks.begin(), chunks.begin() + static_cast<std::ptrdiff_t>(gone));
    }
};

std::size_t Chunk::footprint() const
{
    return m_events.capacity() * sizeof(Event) + m_arena.capacity() + sizeof(Chunk);
}

/// So many names fit; all further ones of a chunk (nobody has so many connections, but a damaged capture may) share
/// one.
std::uint8_t Chunk::originIndex(std::string_view name)
{
    constexpr std::size_t kMost = 255;
    if (name.empty())
        return 0;
    auto known = std::find(m_origins.begin(), m_origins.end(), name);
    if (known == m_origins.end() && m_origins.size() < kMost)
        known = m_origins.insert(known, m_origins.size() + 1 < kMost ? std::string(name) : std::string("others"));
    return static_cast<std::uint8_t>(known == m_origins.end() ? kMost : known - m_origins.begin() + 1);
}

Recorder::Recorder(const Clock& clock, RecorderLimits limits) : m_clock(clock), m_limits(limits) {}

Recorder::Recorder(Recorder& whole, std::string origin)
    : m_clock(whole.m_clock), m_whole(&whole), m_origin(std::move(origin))
{}

Recorder::~Recorder()
{
    if (!m_whole)
        flush();
}

EventId Recorder::record(const Entry& entry)
{
    if (!wants(entry.kind))
        return 0;
    if (m_whole) {
        Entry placed = entry;
        if (placed.origin.empty())
            placed.origin = m_origin;
        return m_whole->record(placed);
    }
    if (!m_open)
        begin();
    Bytes& arena = m_open->m_arena;
    const auto store = [&arena](ByteView bytes) {
        const Slice slice{static_cast<std::uint32_t>(arena.size()), static_cast<std::uint32_t>(bytes.size())};
        arena.insert(arena.end(), bytes.begin(), bytes.end());
        return slice;
    };
    Event& event = m_open->m_events.emplace_back();
    event.id = m_nextId++;
    event.cause = entry.cause;
    event.journey = entry.journey != 0 ? entry.journey : event.id;
    event.time = m_clock.wall();
    event.number = entry.number;
    event.extra = entry.extra;
    event.kind = entry.kind;
    event.flags = entry.flags;
    event.subject = store(asBytes(entry.subject));
    event.object = store(asBytes(entry.object));
    event.detail = store(asBytes(entry.detail));
    event.payload = store(entry.payload.first(std::min(entry.payload.size(), m_limits.payload)));
    event.payloadSize = static_cast<std::uint32_t>(entry.payload.size());
    event.origin = m_open->originIndex(entry.origin);
    const EventId id = event.id;
    if (arena.size() >= m_limits.chunk || m_open->m_events.size() * sizeof(Event) >= m_limits.chunk)
        seal();
    return id;
}

void Recorder::flush()
{
    if (m_whole)
        m_whole->flush();
    else if (hasUnflushed())
        seal();
}

bool Recorder::hasUnflushed() const
{
    if (m_whole)
        return m_whole->hasUnflushed();
    return m_open && !m_open->m_events.empty();
}

void Recorder::begin()
{
    // Turns resemble their predecessor: room for as much as last time saves growing step by step, and trimming
    // afterwards.
    m_open = std::make_shared<Chunk>();
    m_open->m_events.reserve(m_lastEvents);
    m_open->m_arena.reserve(m_lastArena);
}

void Recorder::seal()
{
    m_lastEvents = m_open->m_events.size();
    m_lastArena = m_open->m_arena.size();
    if (m_open->m_events.capacity() > m_lastEvents + m_lastEvents / 4)
        m_open->m_events.shrink_to_fit();
    if (m_open->m_arena.capacity() > m_lastArena + m_lastArena / 4)
        m_open->m_arena.shrink_to_fit();
    const ChunkPtr chunk = std::exchange(m_open, nullptr);
    for (const auto& mailbox : m_mailboxes)
        mailbox->put(chunk, m_limits.mailbox);
    m_historyBytes += chunk->footprint();
    m_history.push_back(chunk);
    while (m_historyBytes > m_limits.history && m_history.size() > 1) {
        m_historyBytes -= m_history.front()->footprint();
        m_history.pop_front();
    }
}

void Recorder::updateWanted()
{
    m_wanted = KindSet::rare();
    for (const auto& mailbox : m_mailboxes)
        m_wanted = m_wanted | mailbox->wanted;
}

Reader::Reader(Recorder& recorder, KindSet wanted, bool withHistory)
    : m_recorder(recorder.m_whole ? recorder.m_whole : &recorder), m_mailbox(std::make_shared<Recorder::Mailbox>())
{
    m_recorder->flush();
    m_mailbox->wanted = wanted;
    if (withHistory)
        for (const auto& chunk : m_recorder->m_history)
            m_mailbox->put(chunk, m_recorder->m_limits.mailbox);
    m_recorder->m_mailboxes.push_back(m_mailbox);
    m_recorder->updateWanted();
}

Reader::~Reader()
{
    stop();
}

void Reader::stop()
{
    if (!m_recorder)
        return;
    std::erase(m_recorder->m_mailboxes, m_mailbox);
    m_recorder->updateWanted();
    m_recorder = nullptr;
}

std::vector<ChunkPtr> Reader::drain()
{
    const std::lock_guard lock(m_mailbox->mutex);
    m_mailbox->bytes = 0;
    return std::exchange(m_mailbox->chunks, {});
}

std::uint64_t Reader::lost() const
{
    const std::lock_guard lock(m_mailbox->mutex);
    return m_mailbox->lost;
}

} // namespace greensward::trace
