// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/channel.h"

#include "net/link_end.h"
#include "net/tls_bio.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <system_error>

namespace greensward::net {

namespace {

constexpr std::size_t kMostSlices = 64;
constexpr auto kLinger = std::chrono::seconds{2};

bool isLater(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK;
}

ssize_t receiveFrom(int descriptor, void* into, std::size_t size, int flags)
{
    ssize_t got = -1;
    do {
        got = ::recv(descriptor, into, size, flags);
    } while (got < 0 && errno == EINTR);
    return got;
}

} // namespace

Channel::Channel(LoopCore& loop, Socket socket, std::shared_ptr<void> seat)
    : m_loop(loop), m_seat(std::move(seat)), m_socket(std::move(socket))
{}

Channel::~Channel() = default;

void Channel::startTls(SSL_CTX& context, Role role)
{
    m_tls.reset(SSL_new(&context));
    // A null engine shows in handshake(): there is no memory for this connection.
    if (!m_tls || !attachSocket(*m_tls, m_socket.native_handle())) {
        m_tls.reset();
        return;
    }
    if (role == Role::Server)
        SSL_set_accept_state(m_tls.get());
    else
        SSL_set_connect_state(m_tls.get());
}

Progress Channel::handshake()
{
    if (!m_tls)
        return failed(ENOMEM);
    ERR_clear_error();
    errno = 0;
    const int result = SSL_do_handshake(m_tls.get());
    return result == 1 ? Progress{} : tlsOutcome(result);
}

Progress Channel::read(std::span<std::uint8_t> into)
{
    if (!m_tls) {
        const ssize_t got = receiveFrom(m_socket.native_handle(), into.data(), into.size(), 0);
        if (got > 0)
            return {.bytes = static_cast<std::size_t>(got)};
        if (got == 0)
            return {.outcome = Progress::Outcome::Ended};
        return isLater(errno) ? Progress{.outcome = Progress::Outcome::Later} : failed(errno);
    }
    std::size_t total = 0;
    while (total < into.size()) {
        ERR_clear_error();
        errno = 0;
        std::size_t got = 0;
        const int result = SSL_read_ex(m_tls.get(), into.data() + total, into.size() - total, &got);
        if (result == 1) {
            total += got;
            continue;
        }
        // What came before the end or a failure is handed over first; the engine repeats its answer next time.
        const Progress stopped = tlsOutcome(result);
        if (total == 0)
            return stopped;
        return {.more = stopped.outcome != Progress::Outcome::Later, .bytes = total};
    }
    return {.more = true, .bytes = total};
}

Progress Channel::peek(std::uint8_t& first)
{
    if (!m_tls)
        return peekRaw(first);
    ERR_clear_error();
    errno = 0;
    std::size_t got = 0;
    const int result = SSL_peek_ex(m_tls.get(), &first, 1, &got);
    return result == 1 ? Progress{.bytes = got} : tlsOutcome(result);
}

Progress Channel::peekRaw(std::uint8_t& first)
{
    const ssize_t got = receiveFrom(m_socket.native_handle(), &first, 1, MSG_PEEK);
    if (got == 1)
        return {.bytes = 1};
    if (got == 0)
        return {.outcome = Progress::Outcome::Ended};
    return isLater(errno) ? Progress{.outcome = Progress::Outcome::Later} : failed(errno);
}

Progress Channel::drop()
{
    auto& buffer = m_loop.readBuffer;
    const ssize_t got = receiveFrom(m_socket.native_handle(), buffer.data(), buffer.size(), 0);
    if (got > 0)
        return {.bytes = static_cast<std::size_t>(got)};
    if (got == 0)
        return {.outcome = Progress::Outcome::Ended};
    return isLater(errno) ? Progress{.outcome = Progress::Outcome::Later} : failed(errno);
}

Progress Channel::write(std::span<const ByteView> slices)
{
    return m_tls ? writeTls(slices) : writePlain(slices);
}

Progress Channel::writePlain(std::span<const ByteView> slices)
{
    std::size_t total = 0;
    while (!slices.empty()) {
        std::array<iovec, kMostSlices> pieces;
        const std::size_t count = std::min(slices.size(), kMostSlices);
        std::size_t offered = 0;
        for (std::size_t i = 0; i < count; ++i) {
            // sendmsg only reads from it.
            pieces[i] = {const_cast<std::uint8_t*>(slices[i].data()), slices[i].size()};
            offered += slices[i].size();
        }
        msghdr message{};
        message.msg_iov = pieces.data();
        message.msg_iovlen = count;
        ssize_t sent = -1;
        do {
            sent = ::sendmsg(m_socket.native_handle(), &message, MSG_NOSIGNAL);
        } while (sent < 0 && errno == EINTR);
        if (sent < 0) {
            if (!isLater(errno))
                return failed(errno);
            return {.outcome = Progress::Outcome::Later, .want = Want::Write, .bytes = total};
        }
        total += static_cast<std::size_t>(sent);
        if (static_cast<std::size_t>(sent) < offered)
            return {.outcome = Progress::Outcome::Later, .want = Want::Write, .bytes = total};
        slices = slices.subspan(count);
    }
    return {.bytes = total};
}

Progress Channel::writeTls(std::span<const ByteView> slices)
{
    auto& record = m_loop.recordBuffer;
    const auto push = [&](std::size_t size) {
        ERR_clear_error();
        errno = 0;
        std::size_t sent = 0;
        const int result = SSL_write_ex(m_tls.get(), record.data(), size, &sent);
        assert(result != 1 || sent == size);
        return result == 1 ? Progress{} : tlsOutcome(result);
    };
    if (m_recordPending != 0) {
        // The record is already encrypted inside OpenSSL; only its size has to match, the bytes are not looked at
        // again.
        const Progress pushed = push(m_recordPending);
        if (pushed.outcome != Progress::Outcome::Done)
            return pushed;
        m_recordPending = 0;
    }
    std::size_t total = 0;
    std::size_t offset = 0;
    while (!slices.empty()) {
        std::size_t size = 0;
        while (!slices.empty() && size < record.size()) {
            const auto rest = slices.front().subspan(offset);
            const std::size_t take = std::min(rest.size(), record.size() - size);
            std::copy_n(rest.begin(), take, record.begin() + static_cast<std::ptrdiff_t>(size));
            size += take;
            offset += take;
            if (take == rest.size()) {
                slices = slices.subspan(1);
                offset = 0;
            }
        }
        if (size == 0)
            break;
        Progress pushed = push(size);
        if (pushed.outcome == Progress::Outcome::Failed || pushed.outcome == Progress::Outcome::Ended)
            return pushed;
        total += size;
        if (pushed.outcome == Progress::Outcome::Later) {
            m_recordPending = static_cast<std::uint32_t>(size);
            pushed.bytes = total;
            return pushed;
        }
    }
    return {.bytes = total};
}

void Channel::cancelWaits()
{
    ErrorCode ignored; // a closed socket has nothing to cancel
    m_socket.cancel(ignored);
}

void Channel::finish()
{
    if (m_tls && SSL_is_init_finished(m_tls.get()) && m_tlsError == 0) {
        ERR_clear_error();
        SSL_shutdown(m_tls.get()); // one way; the other end's close_notify is not waited for
    }
    hangUp();
}

void Channel::hangUp()
{
    ErrorCode ignored; // it may be gone already
    m_socket.shutdown(Socket::shutdown_send, ignored);
}

void Channel::abort()
{
    m_tls.reset(); // it knows the descriptor, which the system may give to somebody else from here on
    m_recordPending = 0;
    ErrorCode ignored; // it may be gone already
    m_socket.set_option(asio::socket_base::linger(true, 0), ignored);
    m_socket.close(ignored);
    m_seat.reset();
}

std::optional<Duration> Channel::roundTrip() const
{
#ifdef TCP_INFO
    tcp_info told{};
    socklen_t size = sizeof told;
    // A const socket gives no descriptor, and this one is not changed.
    const int descriptor = const_cast<Socket&>(m_socket).native_handle();
    if (::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &told, &size) == 0 && told.tcpi_rtt > 0)
        return std::chrono::microseconds{told.tcpi_rtt};
#endif
    return std::nullopt;
}

std::string Channel::failure() const
{
    if (m_systemError == ECONNRESET || m_systemError == EPIPE)
        return std::string(kResetThere);
    if (m_systemError == ETIMEDOUT)
        return std::string(kSilentThere);
    if (m_systemError != 0)
        return "the connection failed: " + std::generic_category().message(m_systemError);
    if (m_tlsError != 0) {
        const char* reason = ERR_reason_error_string(m_tlsError);
        return std::string("TLS failed: ") + (reason ? reason : "unknown reason");
    }
    return {};
}

Progress Channel::failed(int systemError)
{
    m_systemError = systemError;
    return {.outcome = Progress::Outcome::Failed};
}

Progress Channel::tlsOutcome(int result)
{
    const int systemError = errno;
    switch (SSL_get_error(m_tls.get(), result)) {
    case SSL_ERROR_WANT_READ:
        return {.outcome = Progress::Outcome::Later, .want = Want::Read};
    case SSL_ERROR_WANT_WRITE:
        return {.outcome = Progress::Outcome::Later, .want = Want::Write};
    case SSL_ERROR_ZERO_RETURN:
        return {.outcome = Progress::Outcome::Ended};
    case SSL_ERROR_SYSCALL:
        return systemError == 0 ? Progress{.outcome = Progress::Outcome::Ended} : failed(systemError);
    default:
        m_tlsError = ERR_peek_last_error();
        if (ERR_GET_REASON(m_tlsError) == SSL_R_UNEXPECTED_EOF_WHILE_READING) {
            m_tlsError = 0;
            return {.outcome = Progress::Outcome::Ended};
        }
        return {.outcome = Progress::Outcome::Failed};
    }
}

namespace {

class Lingerer final : public Resident
{
public:
    explicit Lingerer(Channel channel) : Resident(channel.loop()), m_channel(std::move(channel)), m_timer(loop().io) {}

    void start()
    {
        moveIn();
        m_timer.expires_after(kLinger);
        m_timer.async_wait([self = sharedFrom(this)](ErrorCode error) {
            if (!error)
                self->finish();
        });
        await();
    }

private:
    void await()
    {
        m_channel.wait(Want::Read,
                       [self = sharedFrom(this)](ErrorCode error) { error ? self->finish() : self->discard(); });
    }
    void discard()
    {
        const Progress progress = m_channel.drop();
        if (progress.outcome == Progress::Outcome::Done || progress.outcome == Progress::Outcome::Later)
            await();
        else
            finish();
    }
    void finish()
    {
        m_timer.cancel();
        m_channel.cancelWaits();
        moveOut();
    }

    Channel m_channel;
    LoopTimer m_timer;
};

} // namespace

std::string addressText(const asio::ip::tcp::endpoint& endpoint)
{
    const auto address = endpoint.address();
    const bool six = address.is_v6() && !address.to_v6().is_v4_mapped();
    if (six)
        return fmt::format("[{}]:{}", address.to_string(), endpoint.port());
    const auto four =
        address.is_v6() ? asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()) : address.to_v4();
    return fmt::format("{}:{}", four.to_string(), endpoint.port());
}

void linger(Channel channel)
{
    std::make_shared<Lingerer>(std::move(channel))->start();
}

} // namespace greensward::net
