// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/event.h"

#include <atomic>
#include <cstddef>
#include <deque>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace greensward::trace {

/// A run of consecutive events and the arena their texts live in. Immutable once handed to readers, shared between
/// threads.
class Chunk
{
public:
    const std::vector<Event>& events() const { return m_events; }
    std::string_view text(Slice slice) const { return asText(bytes(slice)); }
    ByteView bytes(Slice slice) const { return ByteView(m_arena).subspan(slice.offset, slice.length); }
    /// Where the event happened, if not at the workspace's own gateway: the connection to a broker elsewhere that saw
    /// it, or "core NAME" for one of the workspace's cores. What other brokers say is never to be taken for what the
    /// gateway does.
    std::string_view origin(const Event& event) const
    {
        return event.origin == 0 ? std::string_view() : m_origins[event.origin - 1U];
    }
    /// True when some event may be of another broker.
    bool hasForeign() const { return !m_origins.empty(); }
    /// Memory held, in bytes.
    std::size_t footprint() const;

private:
    std::uint8_t originIndex(std::string_view name);
    friend class Recorder;
    friend class ChunkBuilder;
    std::vector<Event> m_events;
    Bytes m_arena;
    std::vector<std::string> m_origins; ///< few; at most 255
};

using ChunkPtr = std::shared_ptr<const Chunk>;

/// A set of kinds.
class KindSet
{
public:
    constexpr KindSet() = default;
    constexpr KindSet(std::initializer_list<Kind> kinds)
    {
        for (const Kind kind : kinds)
            m_bits |= bit(kind);
    }
    static constexpr KindSet all()
    {
        KindSet set;
        set.m_bits = ~std::uint64_t{0};
        return set;
    }
    /// Everything but the kinds that happen once a message or more often.
    static constexpr KindSet rare();
    constexpr bool contains(Kind kind) const { return (m_bits & bit(kind)) != 0; }
    constexpr KindSet operator|(KindSet other) const
    {
        other.m_bits |= m_bits;
        return other;
    }

private:
    static constexpr std::uint64_t bit(Kind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }
    std::uint64_t m_bits = 0;
};
static_assert(static_cast<unsigned>(Kind::kCount) <= 64);

constexpr KindSet KindSet::rare()
{
    KindSet set = all();
    set.m_bits &=
        ~(bit(Kind::MessagePublished) | bit(Kind::MessageDelivered) | bit(Kind::MessageQueued) |
          bit(Kind::MessageAcknowledged) | bit(Kind::MessageMissed) | bit(Kind::KeepAlive) | bit(Kind::DeviceState) |
          bit(Kind::StoreCommitted) | bit(Kind::ShadowAccepted) | bit(Kind::ShadowRejected) | bit(Kind::ShadowDelta) |
          bit(Kind::MessageRouted) | bit(Kind::MessageUnrouted));
    return set;
}

class Reader;

/// Limits of a recorder, in bytes.
struct RecorderLimits
{
    std::size_t history = 64u << 20;  ///< chunks kept for readers that come later; oldest go first
    std::size_t mailbox = 64u << 20;  ///< unread chunks per reader; beyond it the oldest are lost and counted
    std::size_t payload = 128u << 10; ///< of one event; longer ones are cut, payloadSize tells
    std::size_t chunk = 1u << 20;     ///< a chunk is sealed when its arena reaches this
};

/// The flight recorder of a workspace. Written by the engine thread only; read by any thread through a Reader.
///
/// Kinds that nobody wants are not recorded: ask wants() before gathering what an event needs, so that a message costs
/// one test of a bit while nobody reads. Rare kinds (KindSet::rare) are always kept in the history.
class Recorder
{
public:
    explicit Recorder(const Clock& clock, RecorderLimits limits = {});
    /// Records into another one, which outlives it, under an origin: a broker of this program that is not the
    /// workspace's gateway, as that of a core. Entries that name an origin keep it. Readers belong to the other.
    Recorder(Recorder& whole, std::string origin);
    ~Recorder();
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    bool wants(Kind kind) const { return m_whole ? m_whole->wants(kind) : m_wanted.contains(kind); }
    /// Records and returns the id; returns 0 without recording when the kind is not wanted.
    EventId record(const Entry& entry);
    /// Hands what was recorded since the last call to the readers. Called by the engine once a turn of its loop.
    void flush();
    /// True when flush() would hand something over.
    bool hasUnflushed() const;
    std::uint64_t recorded() const { return m_whole ? m_whole->recorded() : m_nextId - 1; }
    /// That its events are stamped by.
    const Clock& clock() const { return m_clock; }

private:
    friend class Reader;
    void begin();
    void seal();
    void updateWanted();

    const Clock& m_clock;
    Recorder* const m_whole = nullptr; ///< that has all the rest; null: this one has
    const std::string m_origin{};
    RecorderLimits m_limits;
    KindSet m_wanted = KindSet::rare();
    EventId m_nextId = 1;
    std::shared_ptr<Chunk> m_open;
    std::size_t m_lastEvents = 0; ///< of the chunk sealed last
    std::size_t m_lastArena = 0;
    std::deque<ChunkPtr> m_history;
    std::size_t m_historyBytes = 0;
    struct Mailbox;
    std::vector<std::shared_ptr<Mailbox>> m_mailboxes;
};

/// One reader's end. Created and destroyed on the engine thread (or before it runs); drained from one thread of its
/// choice.
class Reader
{
public:
    /// With history, the reader first gets what the recorder still keeps of the wanted kinds and all rare ones.
    Reader(Recorder& recorder, KindSet wanted, bool withHistory = false);
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// Everything flushed since the last call, oldest first; never waits. Chunks may hold kinds this reader did not ask
    /// for.
    std::vector<ChunkPtr> drain();
    /// Events lost because this reader was slow (the mailbox limit acted).
    std::uint64_t lost() const;
    /// Detaches for good; drain() still gives what is left. Engine thread.
    void stop();

private:
    Recorder* m_recorder;
    std::shared_ptr<Recorder::Mailbox> m_mailbox;
};

} // namespace greensward::trace
