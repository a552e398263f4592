// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/listener.h"

#include "net/loop_core.h"
#include "net/reception.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace greensward::net {

namespace {

/// Accepted in one turn, so that a rush of new connections does not starve those that are there.
constexpr int kAcceptsPerTurn = 64;
/// Out of descriptors or memory: how long to leave newcomers in the kernel's queue.
constexpr auto kPause = std::chrono::milliseconds{500};

template<typename Any>
ErrorCode listenAt(Any& acceptor, const asio::ip::tcp::endpoint& endpoint)
{
    ErrorCode error;
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(asio::socket_base::reuse_address(true), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(SOMAXCONN, error);
    return error;
}

/// Accepts for one listening socket. Shared so that a wait that is under way outlives the listener.
class Gate final : public std::enable_shared_from_this<Gate>
{
public:
    Gate(LoopCore& loop, std::shared_ptr<Reception> reception)
        : m_loop(loop), m_reception(std::move(reception)), m_acceptor(loop.io), m_pause(loop.io)
    {}

    Result<void> open()
    {
        auto& settings = m_reception->settings;
        ErrorCode error;
        const auto address = asio::ip::make_address(settings.address, error);
        if (error)
            return failure(fmt::format("cannot listen on {}: that is not an IP address", settings.address));
        const asio::ip::tcp::endpoint endpoint(address, settings.port);
        error = listenAt(m_acceptor, endpoint);
        if (!error)
            m_acceptor.non_blocking(true, error);
        if (!error && ::fcntl(m_acceptor.native_handle(), F_SETFD, FD_CLOEXEC) != 0)
            error.assign(errno, boost::system::system_category());
        if (!error)
            m_reception->port = m_acceptor.local_endpoint(error).port();
        if (error)
            return failure(fmt::format("cannot listen on {}: {}", addressText(endpoint), error.message()));
        return {};
    }

    void await()
    {
        m_acceptor.async_wait(Acceptor::wait_read, [self = shared_from_this()](ErrorCode error) {
            if (!error && !self->m_closed)
                self->accept();
        });
    }

    void close()
    {
        m_closed = true;
        ErrorCode ignored; // there is nothing left to do about it
        m_acceptor.close(ignored);
        m_pause.cancel();
    }

private:
    void accept()
    {
        for (int i = 0; i < kAcceptsPerTurn && !m_closed; ++i) {
            sockaddr_storage from{};
            socklen_t size = sizeof from;
            const int descriptor = ::accept4(m_acceptor.native_handle(), reinterpret_cast<sockaddr*>(&from), &size,
                                             SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (descriptor < 0) {
                if (errno == EAGAIN || errno == EWOULDBLOCK)
                    break;
                if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
                    pause(errno);
                    return;
                }
                continue; // this newcomer went away by itself; the next may be fine
            }
            asio::ip::tcp::endpoint peer;
            std::memcpy(peer.data(), &from, size);
            peer.resize(size);
            welcome(descriptor, peer);
        }
        if (!m_closed)
            await();
    }

    void welcome(int descriptor, const asio::ip::tcp::endpoint& peer)
    {
        Socket socket(m_loop.io);
        ErrorCode error;
        socket.assign(peer.protocol(), descriptor, error);
        if (error) {
            ::close(descriptor);
            m_reception->refused(addressText(peer), "the connection could not be watched: " + error.message());
            return;
        }
        socket.non_blocking(true, error);
        if (!error)
            socket.set_option(asio::ip::tcp::no_delay(true), error);
        if (error) {
            m_reception->refused(addressText(peer), "the connection failed at once: " + error.message());
            return;
        }
        if (m_reception->open >= m_reception->settings.connections) {
            m_reception->refused(addressText(peer), fmt::format("the limit of {} connections is reached",
                                                                m_reception->settings.connections));
            return;
        }
        // Gives its place back when the channel lets go of it, whatever became of the connection.
        ++m_reception->open;
        std::shared_ptr<void> seat(nullptr, [reception = m_reception](void*) { --reception->open; });
        receive(m_reception, Channel(m_loop, std::move(socket), std::move(seat)), addressText(peer));
    }

    void pause(int systemError)
    {
        m_reception->refused({}, fmt::format("cannot accept connections ({}); trying again in {} ms",
                                             std::generic_category().message(systemError), kPause.count()));
        if (m_closed)
            return;
        m_pause.expires_after(kPause);
        m_pause.async_wait([self = shared_from_this()](ErrorCode error) {
            if (!error && !self->m_closed)
                self->accept();
        });
    }

    LoopCore& m_loop;
    std::shared_ptr<Reception> m_reception;
    Acceptor m_acceptor;
    LoopTimer m_pause;
    bool m_closed = false;
};

class PortListener final : public Listener
{
public:
    PortListener(std::shared_ptr<Reception> reception, std::shared_ptr<Gate> gate)
        : m_reception(std::move(reception)), m_gate(std::move(gate))
    {}
    ~PortListener() override
    {
        m_gate->close();
        m_reception->handler = nullptr;
        const auto guests = m_reception->guests; // they erase themselves
        for (Guest* guest : guests)
            guest->sendAway();
    }

    std::uint16_t port() const override { return m_reception->port; }

    Result<void> setTls(const TlsSettings& settings) override
    {
        if (!m_reception->tls)
            return failure("this port was opened without TLS");
        auto context = TlsContext::make(settings, Channel::Role::Server);
        if (!context)
            return tl::unexpected(context.error());
        m_reception->tls = std::move(*context);
        return {};
    }

private:
    std::shared_ptr<Reception> m_reception;
    std::shared_ptr<Gate> m_gate;
};

} // namespace

bool Listener::isFree(const std::string& address, std::uint16_t port)
{
    ErrorCode error;
    const auto at = asio::ip::make_address(address, error);
    asio::io_context nobody;
    asio::ip::tcp::acceptor acceptor(nobody);
    return !error && !listenAt(acceptor, {at, port});
}

Result<std::unique_ptr<Listener>> Listener::open(EventLoop& loop, ListenerSettings settings, ListenerHandler& handler)
{
    auto reception = std::make_shared<Reception>();
    if (settings.tls) {
        auto context = TlsContext::make(*settings.tls, Channel::Role::Server);
        if (!context)
            return tl::unexpected(context.error());
        reception->tls = std::move(*context);
        settings.tls.reset(); // the key is inside the context; no second copy is kept
    }
    reception->settings = std::move(settings);
    reception->handler = &handler;
    auto gate = std::make_shared<Gate>(loop.implementation(), reception);
    if (auto opened = gate->open(); !opened)
        return tl::unexpected(opened.error());
    gate->await();
    return std::make_unique<PortListener>(std::move(reception), std::move(gate));
}

} // namespace greensward::net
