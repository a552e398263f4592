// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/load_connection.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace greensward::bench {

namespace {

constexpr std::size_t kReadAtOnce = 64u << 10;
constexpr std::size_t kEventsAtOnce = 512;

} // namespace

Poller::Poller() : m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_events(kEventsAtOnce) {}

Poller::~Poller()
{
    ::close(m_epoll);
}

void Poller::add(int socket, void* owner, bool wantsToWrite)
{
    epoll_event event{};
    event.events = EPOLLIN | (wantsToWrite ? std::uint32_t{EPOLLOUT} : 0u);
    event.data.ptr = owner;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, socket, &event);
}

void Poller::change(int socket, void* owner, bool wantsToWrite)
{
    epoll_event event{};
    event.events = EPOLLIN | (wantsToWrite ? std::uint32_t{EPOLLOUT} : 0u);
    event.data.ptr = owner;
    ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, socket, &event);
}

void Poller::remove(int socket)
{
    ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, socket, nullptr);
}

std::span<const Poller::Ready> Poller::wait(std::chrono::milliseconds atMost)
{
    m_ready.clear();
    const int count =
        ::epoll_wait(m_epoll, m_events.data(), static_cast<int>(m_events.size()), static_cast<int>(atMost.count()));
    for (int i = 0; i < count; ++i) {
        const epoll_event& event = m_events[static_cast<std::size_t>(i)];
        m_ready.push_back(
            {event.data.ptr, (event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) != 0, (event.events & EPOLLOUT) != 0});
    }
    return m_ready;
}

Result<std::unique_ptr<LoadConnection>> LoadConnection::open(Poller& poller, const Target& target, Role role,
                                                             unsigned index)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(target.port);
    const std::string host = target.host == "localhost" ? "127.0.0.1" : target.host;
    if (::inet_pton(AF_INET, host.c_str(), &address.sin_addr) != 1)
        return failure(fmt::format("'{}' is not an IPv4 address", target.host));
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket < 0)
        return failure(fmt::format("cannot open another socket: {}", std::strerror(errno)));
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    std::unique_ptr<LoadConnection> connection(new LoadConnection(poller, socket, role, index));
    if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) < 0 && errno != EINPROGRESS)
        return failure(fmt::format("cannot connect to {}:{}: {}", target.host, target.port, std::strerror(errno)));
    poller.add(socket, connection.get(), true);
    return connection;
}

LoadConnection::LoadConnection(Poller& poller, int socket, Role role, unsigned index)
    : m_poller(poller), m_socket(socket), m_role(role), m_index(index)
{}

LoadConnection::~LoadConnection()
{
    ::close(m_socket);
}

void LoadConnection::setBlocked(bool blocked)
{
    if (m_blocked == blocked)
        return;
    m_blocked = blocked;
    m_poller.change(m_socket, this, blocked);
}

void LoadConnection::flush()
{
    while (m_sent < m_outgoing.size()) {
        const ssize_t count = ::send(m_socket, m_outgoing.data() + m_sent, m_outgoing.size() - m_sent, MSG_NOSIGNAL);
        if (count > 0) {
            m_sent += static_cast<std::size_t>(count);
        } else if (errno == EAGAIN || errno == ENOTCONN) {
            setBlocked(true);
            return;
        } else if (errno != EINTR) {
            m_closed = true; // the reading side tells the same and takes the socket out of the poller
            break;
        }
    }
    m_outgoing.clear();
    m_sent = 0;
    setBlocked(false);
}

std::size_t LoadConnection::read(Bytes& shared)
{
    if (shared.size() < m_rest.size() + kReadAtOnce)
        shared.resize(m_rest.size() + kReadAtOnce);
    std::copy(m_rest.begin(), m_rest.end(), shared.begin());
    const ssize_t count = ::recv(m_socket, shared.data() + m_rest.size(), shared.size() - m_rest.size(), 0);
    if (count > 0)
        return m_rest.size() + static_cast<std::size_t>(count);
    if (count == 0 || (errno != EAGAIN && errno != EINTR)) {
        m_closed = true;
        m_poller.remove(m_socket);
    }
    return m_rest.size();
}

std::optional<LoadConnection::PacketSize> LoadConnection::packetAt(ByteView bytes)
{
    constexpr std::size_t kLongestHeader = 5;
    std::size_t body = 0;
    for (std::size_t i = 1; i < std::min(bytes.size(), kLongestHeader); ++i) {
        body |= std::size_t{bytes[i] & 0x7fu} << (7 * (i - 1));
        if ((bytes[i] & 0x80u) == 0) {
            const std::size_t header = i + 1;
            return bytes.size() >= header + body ? std::optional(PacketSize{header, body}) : std::nullopt;
        }
    }
    return std::nullopt;
}

} // namespace greensward::bench
