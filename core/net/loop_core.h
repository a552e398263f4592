// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/event_loop.h"

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>

#include <array>
#include <list>
#include <span>
#include <vector>

namespace greensward::net {

namespace asio = boost::asio;
using ErrorCode = boost::system::error_code;

// Tied to the io_context's own executor: half the size of, and faster than, the polymorphic default.
using LoopExecutor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, LoopExecutor>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, LoopExecutor>;
using LoopTimer =
    asio::basic_waitable_timer<std::chrono::steady_clock, asio::wait_traits<std::chrono::steady_clock>, LoopExecutor>;

class Resident;
class MemoryLink;

/// The inside of an EventLoop: what the files of this room share on one engine thread.
struct EventLoop::Implementation
{
    /// Read from a connection at a time, and so the most that one connection gets done in a turn.
    static constexpr std::size_t kReadPiece = 256u << 10;
    /// The largest TLS record: what is gathered before it is encrypted.
    static constexpr std::size_t kTlsRecord = 16u << 10;

    Implementation();
    ~Implementation();

    void runEndOfTurn();
    template<typename Work>
    void post(Work&& handler)
    {
        asio::post(io, std::forward<Work>(handler));
    }
    /// "Sun, 06 Nov 1994 08:49:37 GMT", made once a second.
    const std::string& httpDate();

    asio::io_context io{1};
    asio::executor_work_guard<LoopExecutor> keepRunning{io.get_executor()};
    std::vector<std::function<void()>*> endOfTurn;
    std::vector<std::function<void()>*> running;
    std::vector<std::shared_ptr<MemoryLink>> memoryReady;
    std::list<std::shared_ptr<Resident>> residents;

    // Shared by all connections: whoever is called back by the loop may use them until it returns.
    std::vector<std::uint8_t> readBuffer = std::vector<std::uint8_t>(kReadPiece);
    std::vector<std::uint8_t> recordBuffer = std::vector<std::uint8_t>(kTlsRecord);

private:
    std::time_t m_dateSecond = 0;
    std::string m_date;
};

using LoopCore = EventLoop::Implementation;

/// Something that keeps itself alive until it is done, or until its loop dies: a link, a handshake, an HTTP connection.
class Resident : public std::enable_shared_from_this<Resident>
{
public:
    explicit Resident(LoopCore& loop) : m_loop(loop) {}
    virtual ~Resident() = default;
    Resident(const Resident&) = delete;
    Resident& operator=(const Resident&) = delete;

    void moveIn() { m_place = m_loop.residents.insert(m_loop.residents.end(), shared_from_this()); }
    /// Callers hold a reference of their own for as long as they touch members.
    void moveOut()
    {
        if (m_place != m_loop.residents.end()) {
            m_loop.residents.erase(m_place);
            m_place = m_loop.residents.end();
        }
    }

protected:
    template<typename Self>
    static std::shared_ptr<Self> sharedFrom(Self* self)
    {
        return std::static_pointer_cast<Self>(self->shared_from_this());
    }
    LoopCore& loop() const { return m_loop; }

private:
    LoopCore& m_loop;
    std::list<std::shared_ptr<Resident>>::iterator m_place = m_loop.residents.end();
};

} // namespace greensward::net
