// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "mqtt/packet.h"
#include "trace/event.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace greensward::mqtt {

/// A packet in a turn's buffer.
struct SharedPacket
{
    Version version = Version::v311;
    std::uint32_t offset = 0;
};

/// The QoS 0 packets of one turn, each encoded once for all its receivers: one buffer a protocol version, so that what
/// a receiver gets of it lies mostly in one piece. Addressed by offset, because the buffers grow. Emptied when the turn
/// ends.
class TurnBuffers
{
public:
    Bytes& of(Version version) { return m_buffers[version == Version::v5]; }
    const Bytes& of(Version version) const { return m_buffers[version == Version::v5]; }
    std::size_t size() const { return m_buffers[0].size() + m_buffers[1].size(); }

    /// What the recorder calls the message in a packet.
    struct Origin
    {
        std::uint32_t offset = 0;
        std::uint8_t flags = 0; ///< as it travels
        trace::EventId event = 0;
        trace::JourneyId journey = 0;
    };
    /// Of the packet that was encoded last. Kept only while somebody follows single messages.
    void noteOrigin(Version version, Origin origin) { m_origins[version == Version::v5].push_back(origin); }
    /// Null when it was not noted.
    const Origin* origin(const SharedPacket& packet) const;
    /// The topic of a packet, which is our own work and has no alias.
    std::string_view topic(const SharedPacket& packet) const;
    /// Keeps ordinary room, gives back extraordinary.
    void clear();

private:
    std::array<Bytes, 2> m_buffers;
    std::array<std::vector<Origin>, 2> m_origins; ///< by rising offset
};

/// What waits to be written to one connection, in order: bytes of its own (answers, QoS > 0, what an earlier turn left)
/// and pieces of the turn's buffers. Pieces that touch become one, so that a packet for a hundred receivers costs each
/// an addition.
class Outbox
{
public:
    /// Lets encodeInto(Bytes&) append packets that are for this connection alone.
    template<typename Encode>
    void append(Encode&& encodeInto)
    {
        const std::size_t before = m_own.size();
        std::forward<Encode>(encodeInto)(m_own);
        note(Source::Own, static_cast<std::uint32_t>(before), static_cast<std::uint32_t>(m_own.size() - before));
    }

    /// Notes one whole packet that lies in the turn's buffer of that version.
    void share(Version version, std::uint32_t offset, std::uint32_t length)
    {
        note(version == Version::v5 ? Source::Turn5 : Source::Turn311, offset, length);
    }

    /// Bytes that wait.
    std::size_t unsent() const { return m_unsent; }

    /// Up to `most` pieces from the front, appended to out. They live until the outbox or the turn's buffers change.
    void front(const TurnBuffers& turn, std::vector<ByteView>& out, std::size_t most) const;
    /// So many bytes from the front were written.
    void consume(std::size_t bytes);

    /// Copies what lies in the turn's buffers, which are about to be emptied, to the connection's own bytes. Whole
    /// shared packets that would take the waiting bytes beyond `limit` are left out and named in `cut`.
    void settle(const TurnBuffers& turn, std::size_t limit, std::vector<SharedPacket>& cut);

    /// Memory held, in bytes.
    std::size_t footprint() const { return m_own.capacity() + m_earlier.capacity() * sizeof(Piece); }

private:
    enum class Source : std::uint32_t { Turn311, Turn5, Own };
    struct Piece
    {
        std::uint32_t offset = 0;
        std::uint32_t length = 0;
        Source source = Source::Own;
    };

    void note(Source source, std::uint32_t offset, std::uint32_t length)
    {
        m_unsent += length;
        if (m_tail.source == source && m_tail.offset + m_tail.length == offset) {
            m_tail.length += length;
            return;
        }
        startPiece({offset, length, source});
    }
    void startPiece(Piece piece);
    ByteView bytes(const Piece& piece, const TurnBuffers& turn) const;
    void reset();

    Bytes m_own;
    std::vector<Piece> m_earlier; ///< all pieces but the last; those before m_first are gone
    std::size_t m_first = 0;
    Piece m_tail;                    ///< length 0: nothing waits
    std::uint32_t m_headWritten = 0; ///< bytes of the first piece that are gone
    std::size_t m_unsent = 0;
};

} // namespace greensward::mqtt
