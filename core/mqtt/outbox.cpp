// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/outbox.h"

#include <algorithm>
#include <cassert>

namespace greensward::mqtt {

namespace {

/// Room that a turn's buffer keeps for the next turn, and an outbox while its connection idles.
constexpr std::size_t kTurnRoom = 8u << 20;
constexpr std::size_t kIdleRoom = 256;

/// Size of the packet at the front; it is our own work, so the header is whole and right.
std::size_t packetSize(ByteView packets)
{
    std::size_t remaining = 0;
    for (std::size_t at = 1; at <= 4; ++at) {
        remaining |= static_cast<std::size_t>(packets[at] & 0x7f) << (7 * (at - 1));
        if ((packets[at] & 0x80) == 0)
            return 1 + at + remaining;
    }
    assert(false && "a remaining length has at most four bytes");
    return packets.size();
}

} // namespace

const TurnBuffers::Origin* TurnBuffers::origin(const SharedPacket& packet) const
{
    const auto& known = m_origins[packet.version == Version::v5];
    const auto found = std::lower_bound(known.begin(), known.end(), packet.offset,
                                        [](const Origin& one, std::uint32_t offset) { return one.offset < offset; });
    return found != known.end() && found->offset == packet.offset ? &*found : nullptr;
}

std::string_view TurnBuffers::topic(const SharedPacket& packet) const
{
    ByteView bytes = ByteView(of(packet.version)).subspan(packet.offset + 1);
    while ((bytes.front() & 0x80) != 0)
        bytes = bytes.subspan(1);
    const std::size_t size = static_cast<std::size_t>(bytes[1]) << 8 | bytes[2];
    return asText(bytes.subspan(3, size));
}

void TurnBuffers::clear()
{
    for (auto& origins : m_origins)
        origins.clear();
    for (Bytes& buffer : m_buffers) {
        buffer.clear();
        if (buffer.capacity() > kTurnRoom)
            Bytes().swap(buffer);
    }
}

void Outbox::startPiece(Piece piece)
{
    if (m_tail.length > 0)
        m_earlier.push_back(m_tail);
    m_tail = piece;
}

ByteView Outbox::bytes(const Piece& piece, const TurnBuffers& turn) const
{
    const Bytes& from = piece.source == Source::Own     ? m_own
                        : piece.source == Source::Turn5 ? turn.of(Version::v5)
                                                        : turn.of(Version::v311);
    return ByteView(from).subspan(piece.offset, piece.length);
}

void Outbox::front(const TurnBuffers& turn, std::vector<ByteView>& out, std::size_t most) const
{
    std::size_t skip = m_headWritten;
    for (std::size_t i = m_first; i < m_earlier.size() && most > 0; ++i, --most) {
        out.push_back(bytes(m_earlier[i], turn).subspan(skip));
        skip = 0;
    }
    if (most > 0 && m_tail.length > skip)
        out.push_back(bytes(m_tail, turn).subspan(skip));
}

void Outbox::consume(std::size_t count)
{
    assert(count <= m_unsent);
    m_unsent -= count;
    if (m_unsent == 0) {
        reset();
        return;
    }
    count += m_headWritten;
    while (m_first < m_earlier.size() && count >= m_earlier[m_first].length)
        count -= m_earlier[m_first++].length;
    m_headWritten = static_cast<std::uint32_t>(count);
}

void Outbox::reset()
{
    m_own.clear();
    m_earlier.clear();
    m_first = 0;
    m_tail = {};
    m_headWritten = 0;
}

void Outbox::settle(const TurnBuffers& turn, std::size_t limit, std::vector<SharedPacket>& cut)
{
    if (m_unsent == 0) {
        if (m_own.capacity() > kIdleRoom)
            Bytes().swap(m_own);
        if (m_earlier.capacity() * sizeof(Piece) > kIdleRoom)
            std::vector<Piece>().swap(m_earlier);
        return;
    }

    std::vector<Piece> pieces(m_earlier.begin() + static_cast<std::ptrdiff_t>(m_first), m_earlier.end());
    if (m_tail.length > 0)
        pieces.push_back(m_tail);
    assert(!pieces.empty());

    // What an earlier turn left is the front of our own bytes and stays where it is; only what came since is moved.
    const bool ownFirst = pieces.front().source == Source::Own;
    const std::uint32_t start = ownFirst ? pieces.front().offset : 0;
    Bytes added;
    std::size_t kept = ownFirst ? pieces.front().length - m_headWritten : 0;
    for (std::size_t i = ownFirst ? 1 : 0; i < pieces.size(); ++i) {
        ByteView from = bytes(pieces[i], turn);
        std::size_t begun = i == 0 ? m_headWritten : 0;
        if (pieces[i].source == Source::Own || kept + from.size() - begun <= limit) {
            added.insert(added.end(), from.begin() + static_cast<std::ptrdiff_t>(begun), from.end());
            kept += from.size() - begun;
            continue;
        }
        // Packet by packet: those that were written whole are passed over, one that was begun must be ended.
        const Version version = pieces[i].source == Source::Turn5 ? Version::v5 : Version::v311;
        std::uint32_t offset = pieces[i].offset;
        while (!from.empty()) {
            const std::size_t size = packetSize(from);
            if (begun >= size) {
                begun -= size;
            } else if (begun > 0 || kept + size <= limit) {
                added.insert(added.end(), from.begin() + static_cast<std::ptrdiff_t>(begun),
                             from.begin() + static_cast<std::ptrdiff_t>(size));
                kept += size - begun;
                begun = 0;
            } else {
                cut.push_back({version, offset});
            }
            from = from.subspan(size);
            offset += static_cast<std::uint32_t>(size);
        }
    }

    if (ownFirst) {
        const std::size_t end = start + pieces.front().length;
        m_own.resize(end);
        const std::size_t gone = start + m_headWritten;
        if (gone > m_own.size() / 2) {
            m_own.erase(m_own.begin(), m_own.begin() + static_cast<std::ptrdiff_t>(gone));
            m_headWritten = 0;
            m_own.insert(m_own.end(), added.begin(), added.end());
            m_tail = {0, static_cast<std::uint32_t>(m_own.size()), Source::Own};
        } else {
            m_own.insert(m_own.end(), added.begin(), added.end());
            m_tail = {start, static_cast<std::uint32_t>(m_own.size() - start), Source::Own};
        }
    } else {
        m_own = std::move(added);
        m_headWritten = 0;
        m_tail = {0, static_cast<std::uint32_t>(m_own.size()), Source::Own};
    }
    m_earlier.clear();
    m_first = 0;
    m_unsent = kept;
    if (m_unsent == 0)
        reset();
}

} // namespace greensward::mqtt
