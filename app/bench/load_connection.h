// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/bench_broker.h"
#include "base/bytes.h"
#include "base/result.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

struct epoll_event;

namespace greensward::bench {

// The load generator has sockets of its own: an instrument that went through core/net would measure core/net with
// core/net, and could not tell its own limits from those of the broker.

/// Waits for many sockets at once (epoll).
class Poller
{
public:
    Poller();
    ~Poller();
    Poller(const Poller&) = delete;
    Poller& operator=(const Poller&) = delete;

    void add(int socket, void* owner, bool wantsToWrite);
    void change(int socket, void* owner, bool wantsToWrite);
    void remove(int socket);

    struct Ready
    {
        void* owner;
        bool readable;
        bool writable;
    };
    /// Valid until the next call.
    std::span<const Ready> wait(std::chrono::milliseconds atMost);

private:
    int m_epoll;
    std::vector<epoll_event> m_events;
    std::vector<Ready> m_ready;
};

/// One plain MQTT connection of the load generator: bytes out through a buffer, whole packets in.
class LoadConnection
{
public:
    enum class Role : std::uint8_t { Idle, Publisher, Subscriber };

    /// Begins to connect; the socket becomes writable when it is through.
    static Result<std::unique_ptr<LoadConnection>> open(Poller& poller, const Target& target, Role role,
                                                        unsigned index);
    ~LoadConnection();
    LoadConnection(const LoadConnection&) = delete;
    LoadConnection& operator=(const LoadConnection&) = delete;

    Role role() const { return m_role; }
    unsigned index() const { return m_index; }
    bool closed() const { return m_closed; }
    /// The socket took no more; flush() continues by itself when it does.
    bool blocked() const { return m_blocked; }

    /// What is appended here goes out with the next flush().
    Bytes& outgoing() { return m_outgoing; }
    void flush();

    /// Reads once into the shared buffer and calls onPacket(header byte, body) for each complete packet.
    template<typename OnPacket>
    void receive(Bytes& shared, OnPacket onPacket)
    {
        std::size_t have = read(shared);
        std::size_t at = 0;
        while (const auto size = packetAt(ByteView(shared).subspan(at, have - at))) {
            onPacket(shared[at], ByteView(shared).subspan(at + size->header, size->body));
            at += size->header + size->body;
        }
        m_rest.assign(shared.begin() + static_cast<std::ptrdiff_t>(at),
                      shared.begin() + static_cast<std::ptrdiff_t>(have));
    }

private:
    LoadConnection(Poller& poller, int socket, Role role, unsigned index);
    /// Puts the rest of last time and what arrived into shared; returns how many bytes that is.
    std::size_t read(Bytes& shared);
    struct PacketSize
    {
        std::size_t header;
        std::size_t body;
    };
    static std::optional<PacketSize> packetAt(ByteView bytes);
    void setBlocked(bool blocked);

    Poller& m_poller;
    int m_socket;
    Role m_role;
    unsigned m_index;
    bool m_closed = false;
    bool m_blocked = true;
    Bytes m_outgoing;
    std::size_t m_sent = 0; ///< of m_outgoing
    Bytes m_rest;           ///< the beginning of a packet
};

} // namespace greensward::bench
