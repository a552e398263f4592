// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/network.h"

#include <algorithm>
#include <cassert>

namespace greensward::simulator {

namespace {

constexpr Duration kRetransmission = std::chrono::milliseconds{300};
constexpr int kMostLosses = 6;

} // namespace

Pipe::Pipe(Random random, std::size_t capacity) : m_random(random), m_capacity(capacity) {}

void Pipe::setFaults(const LinkFaults& faults, std::uint64_t bandwidth, bool cut, Instant now)
{
    const Duration latency = faults.latency;
    m_latency = latency;
    m_jitter = faults.jitter;
    m_loss = faults.loss;
    m_bandwidth = bandwidth;
    if (m_cut && !cut) {
        // What waited sets out now.
        for (Piece& piece : m_pieces)
            piece.due = std::max(piece.due, now + latency);
        m_lastDue = std::max(m_lastDue, now + latency);
    }
    m_cut = cut;
}

std::size_t Pipe::push(std::span<const ByteView> slices, Instant now)
{
    Bytes bytes;
    for (const ByteView slice : slices) {
        const std::size_t fits = std::min(slice.size(), room() - bytes.size());
        bytes.insert(bytes.end(), slice.begin(), slice.begin() + static_cast<std::ptrdiff_t>(fits));
    }
    if (bytes.empty())
        return 0;
    const std::size_t taken = bytes.size();
    m_lineFree = std::max(m_lineFree, now);
    if (m_bandwidth != 0)
        m_lineFree +=
            Duration{static_cast<Duration::rep>(1e9 * static_cast<double>(taken) / static_cast<double>(m_bandwidth))};
    Instant due = m_lineFree + m_latency;
    if (m_jitter > Duration{})
        due += Duration{static_cast<Duration::rep>(m_random.below(static_cast<std::uint64_t>(m_jitter.count())))};
    // Each loss doubles the time until the next try [RFC 6298, 5.5].
    Duration retry = kRetransmission;
    for (int lost = 0; lost < kMostLosses && m_loss > 0 && m_random.chance(m_loss); ++lost, retry *= 2)
        due += retry;
    // A piece that drew little jitter waits for the ones before it.
    m_lastDue = std::max(m_lastDue, due);
    m_pieces.push_back({std::move(bytes), m_lastDue});
    m_size += taken;
    return taken;
}

ByteView Pipe::arrived(Instant now) const
{
    if (m_cut || m_pieces.empty() || m_pieces.front().due > now)
        return {};
    return ByteView(m_pieces.front().bytes).subspan(m_taken);
}

void Pipe::take(std::size_t bytes)
{
    if (bytes == 0)
        return;
    assert(!m_pieces.empty() && bytes <= m_pieces.front().bytes.size() - m_taken);
    m_taken += bytes;
    m_size -= bytes;
    if (m_taken == m_pieces.front().bytes.size()) {
        m_pieces.pop_front();
        m_taken = 0;
    }
}

void Pipe::clear()
{
    m_pieces.clear();
    m_size = 0;
    m_taken = 0;
}

std::optional<Instant> Pipe::nextDeadline() const
{
    if (m_cut || m_pieces.empty())
        return std::nullopt;
    return m_pieces.front().due;
}

} // namespace greensward::simulator
