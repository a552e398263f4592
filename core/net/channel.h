// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "base/clock.h"
#include "net/loop_core.h"

#include <memory>
#include <openssl/ssl.h>
#include <optional>
#include <span>
#include <string>

namespace greensward::net {

/// What to wait for before trying again.
enum class Want : std::uint8_t { Read, Write };

/// How far a non-blocking step on a channel got.
struct Progress
{
    enum class Outcome : std::uint8_t {
        Done,  ///< bytes were moved (or the handshake is complete)
        Later, ///< as much as goes now; wait for what `want` says
        Ended, ///< the other end will send no more
        Failed ///< see Channel::failure()
    };
    Outcome outcome = Outcome::Done;
    Want want = Want::Read;
    /// Read: more may be waiting inside the TLS engine, where the socket's readiness does not show it.
    bool more = false;
    std::size_t bytes = 0;
};

/// The bytes of one connected socket, in the clear or through TLS; never blocks and keeps no buffer of its own, so that
/// an idle connection costs next to nothing. Readers wait for readiness and read into the loop's shared buffer.
class Channel
{
public:
    /// seat: released when the channel is closed; whoever counts connections hands one in.
    Channel(LoopCore& loop, Socket socket, std::shared_ptr<void> seat = nullptr);
    Channel(Channel&&) = default;
    Channel& operator=(Channel&&) = delete;
    ~Channel();

    enum class Role : std::uint8_t { Server, Client };
    /// From here on the bytes are TLS; call handshake() until it is done.
    void startTls(SSL_CTX& context, Role role);
    Progress handshake();
    SSL* tls() const { return m_tls.get(); }

    Progress read(std::span<std::uint8_t> into);
    /// The first octet that a read() would give, which stays where it is.
    Progress peek(std::uint8_t& first);
    /// The same below TLS, before startTls(): what the other end really said.
    Progress peekRaw(std::uint8_t& first);
    /// Reads what came on the socket and throws it away.
    Progress drop();
    /// Takes what goes now. With TLS, a record that is under way counts as taken: unsent() is true until write() has
    /// been called again (with nothing, if need be) and it has gone.
    Progress write(std::span<const ByteView> slices);
    bool unsent() const { return m_recordPending != 0; }

    /// handler(ErrorCode) when the socket is ready, or was closed.
    template<typename Handler>
    void wait(Want want, Handler&& handler)
    {
        m_socket.async_wait(want == Want::Read ? Socket::wait_read : Socket::wait_write,
                            std::forward<Handler>(handler));
    }
    void cancelWaits();

    /// Says that nothing more will be sent: TLS close_notify, FIN. Reading goes on.
    void finish();
    /// FIN alone, without TLS close_notify.
    void hangUp();
    /// TCP RST; what was not yet sent is lost.
    void abort();

    /// Why the last step failed, one sentence; empty when the connection was not at fault.
    std::string failure() const;
    /// OpenSSL's packed error code of the last failure, 0 when the socket itself failed.
    unsigned long tlsError() const { return m_tlsError; }

    /// As Link::roundTrip().
    std::optional<Duration> roundTrip() const;

    LoopCore& loop() const { return m_loop; }

private:
    struct FreeTls
    {
        void operator()(SSL* tls) const { SSL_free(tls); }
    };

    Progress failed(int systemError);
    Progress tlsOutcome(int result);
    Progress writePlain(std::span<const ByteView> slices);
    Progress writeTls(std::span<const ByteView> slices);

    LoopCore& m_loop;
    std::shared_ptr<void> m_seat;
    Socket m_socket;
    std::unique_ptr<SSL, FreeTls> m_tls;
    unsigned long m_tlsError = 0;
    int m_systemError = 0;
    /// Size of the TLS record that OpenSSL still has to push out.
    std::uint32_t m_recordPending = 0;
};

/// Keeps a channel that has said its last word until the other end hangs up too or a short while has passed. A socket
/// that is closed at once, with unread bytes, would answer RST and take the last words with it.
void linger(Channel channel);

/// "127.0.0.1:51324", "[::1]:51324"; an IPv4 address that came in through an IPv6 socket is shown as what it is.
std::string addressText(const asio::ip::tcp::endpoint& endpoint);

} // namespace greensward::net
