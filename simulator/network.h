// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "base/random.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>

namespace greensward::simulator {

/// What is wrong with a line. Never reorders and never loses a byte out of the middle, for TCP does not either: it
/// delays, stalls or ends a stream.
struct LinkFaults
{
    Duration latency{};          ///< one way
    Duration jitter{};           ///< added to the latency, 0 … jitter, drawn for each piece
    std::uint64_t bandwidth = 0; ///< bytes a second each way; 0: unlimited
    std::uint64_t reading = 0;   ///< bytes a second that the device takes in at most; 0: unlimited
    double loss = 0;             ///< 0 … 1, the share of pieces that are sent again: a stall each, nothing is missing
    bool cutUp = false;          ///< nothing gets from the device to the broker
    bool cutDown = false;        ///< nothing gets from the broker to the device

    static LinkFaults cut() { return {.cutUp = true, .cutDown = true}; }
    bool none() const
    {
        return latency == Duration{} && jitter == Duration{} && bandwidth == 0 && reading == 0 && loss == 0 && !cutUp &&
               !cutDown;
    }
};

/// One direction of a line: a bounded stream of bytes under way, in the time it is told. Bytes come out as they went
/// in, later.
class Pipe
{
public:
    static constexpr std::size_t kCapacity = 256u << 10; ///< bytes under way, like a socket's send and receive buffers

    explicit Pipe(Random random, std::size_t capacity = kCapacity);

    /// While cut, bytes wait, as in a TCP connection that retransmits, and set out again when the line is healed.
    void setFaults(const LinkFaults& faults, std::uint64_t bandwidth, bool cut, Instant now);

    /// Takes what fits and returns how much.
    std::size_t push(std::span<const ByteView> slices, Instant now);
    /// The oldest piece that has arrived by now; empty when none has. Valid until the next call that changes the pipe.
    ByteView arrived(Instant now) const;
    /// Removes bytes from the front of arrived().
    void take(std::size_t bytes);
    /// Drops everything under way.
    void clear();

    bool empty() const { return m_pieces.empty(); }
    std::size_t size() const { return m_size; }
    std::size_t room() const { return m_capacity - m_size; }
    bool cut() const { return m_cut; }
    /// When the oldest piece arrives; empty while cut or empty.
    std::optional<Instant> nextDeadline() const;

private:
    struct Piece
    {
        Bytes bytes;
        Instant due;
    };

    Random m_random;
    std::size_t m_capacity;
    Duration m_latency{};
    Duration m_jitter{};
    double m_loss = 0;
    std::uint64_t m_bandwidth = 0;
    bool m_cut = false;
    std::deque<Piece> m_pieces;
    std::size_t m_size = 0;
    std::size_t m_taken = 0; ///< of the first piece
    Instant m_lineFree{};    ///< when the last bit has left the sender
    Instant m_lastDue{};
};

} // namespace greensward::simulator
