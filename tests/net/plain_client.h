// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <arpa/inet.h>
#include <cstdint>
#include <netinet/in.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <utility>

namespace greensward::net {

/// A blocking TCP client that shares no code with the room under test. Waits at most ten seconds for anything.
class PlainClient
{
public:
    explicit PlainClient(std::uint16_t port) : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const timeval patience{10, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_connected = ::connect(m_descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    ~PlainClient() { close(); }
    PlainClient(PlainClient&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1)), m_connected(other.m_connected)
    {}
    PlainClient& operator=(PlainClient&&) = delete;

    bool connected() const { return m_connected; }
    int descriptor() const { return m_descriptor; }

    bool send(std::string_view text)
    {
        while (!text.empty()) {
            const ssize_t sent = ::send(m_descriptor, text.data(), text.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            text.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// Exactly size octets, or fewer when the other end closes first.
    std::string receive(std::size_t size)
    {
        std::string text(size, '\0');
        std::size_t have = 0;
        while (have < size) {
            const ssize_t got = ::recv(m_descriptor, text.data() + have, size - have, 0);
            if (got <= 0)
                break;
            have += static_cast<std::size_t>(got);
        }
        text.resize(have);
        return text;
    }

    /// Everything up to the other end's FIN; cleanEnd tells it from a reset or a time-out.
    std::string receiveAll(bool* cleanEnd = nullptr)
    {
        std::string text;
        char piece[4096];
        ssize_t got = 0;
        while ((got = ::recv(m_descriptor, piece, sizeof piece, 0)) > 0)
            text.append(piece, static_cast<std::size_t>(got));
        if (cleanEnd)
            *cleanEnd = got == 0;
        return text;
    }

    void endWriting() { ::shutdown(m_descriptor, SHUT_WR); }
    void reset()
    {
        const linger now{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &now, sizeof now);
        close();
    }
    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }

private:
    int m_descriptor;
    bool m_connected = false;
};

} // namespace greensward::net
