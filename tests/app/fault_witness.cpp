// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault_witness.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace greensward::app {

namespace {

constexpr int kPollMillis = 20;

struct ContextFree
{
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
struct SessionFree
{
    void operator()(SSL* session) const { SSL_free(session); }
};

} // namespace

struct FaultWitness::Tls
{
    std::unique_ptr<SSL_CTX, ContextFree> context;
};

int FaultWitness::Seen::count(int type) const
{
    return static_cast<int>(std::count(packets.begin(), packets.end(), type));
}

FaultWitness::FaultWitness(const pki::Identity& server, const pki::Certificate& root) : m_tls(std::make_unique<Tls>())
{
    m_tls->context.reset(SSL_CTX_new(TLS_server_method()));
    SSL_CTX_use_certificate(m_tls->context.get(), server.certificate.handle());
    SSL_CTX_use_PrivateKey(m_tls->context.get(), server.key.handle());
    X509_STORE_add_cert(SSL_CTX_get_cert_store(m_tls->context.get()), root.handle());
    SSL_CTX_set_verify(m_tls->context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* raw = reinterpret_cast<sockaddr*>(&address);
    if (m_listener < 0 || ::bind(m_listener, raw, size) != 0 || ::listen(m_listener, 4) != 0 ||
        ::getsockname(m_listener, raw, &size) != 0)
        throw std::runtime_error("no port for the witness");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

FaultWitness::~FaultWitness()
{
    m_over = true;
    m_thread.join();
    ::close(m_listener);
}

FaultWitness::Seen FaultWitness::seen() const
{
    const std::lock_guard lock(m_mutex);
    return m_seen;
}

void FaultWitness::run()
{
    while (!m_over) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, kPollMillis) <= 0)
            continue;
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        attend(socket);
        ::close(socket);
        return; // one connection tells it all
    }
}

void FaultWitness::attend(int socket)
{
    const std::unique_ptr<SSL, SessionFree> session(SSL_new(m_tls->context.get()));
    SSL_set_fd(session.get(), socket);
    if (SSL_accept(session.get()) != 1)
        return;
    while (!m_over) {
        pollfd waiting{socket, POLLIN, 0};
        if (SSL_pending(session.get()) == 0 && ::poll(&waiting, 1, kPollMillis) <= 0)
            continue;
        // What TCP says, before TLS reads it: nothing more after a FIN, an error after a RST.
        char byte = 0;
        const auto waitingBytes = ::recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
        const bool reset = waitingBytes < 0 && errno == ECONNRESET;
        const bool fin = waitingBytes == 0;
        std::string answer;
        if (!reset && !(fin && SSL_pending(session.get()) == 0)) {
            std::array<char, 4096> buffer{};
            std::size_t got = 0;
            ERR_clear_error();
            const bool read = SSL_read_ex(session.get(), buffer.data(), buffer.size(), &got) == 1;
            const std::lock_guard lock(m_mutex);
            if (read)
                answer = take(std::string(buffer.data(), got));
            m_seen.closeNotify = (SSL_get_shutdown(session.get()) & SSL_RECEIVED_SHUTDOWN) != 0;
        } else {
            const std::lock_guard lock(m_mutex);
            m_seen.end = reset ? End::Reset : End::Fin;
        }
        m_changed.notify_all();
        std::size_t sent = 0;
        if (!answer.empty())
            SSL_write_ex(session.get(), answer.data(), answer.size(), &sent);
        if (reset || fin)
            break;
    }
    // Held open until the end: this end must not be the one that closes.
    while (!m_over)
        std::this_thread::sleep_for(std::chrono::milliseconds(kPollMillis));
}

/// Notes whole packets and answers CONNECT and PINGREQ.
std::string FaultWitness::take(const std::string& bytes)
{
    m_partial += bytes;
    std::string answer;
    while (m_partial.size() >= 2) {
        std::size_t length = 0;
        std::size_t at = 1;
        for (int shift = 0; at < m_partial.size(); shift += 7) {
            const auto octet = static_cast<unsigned char>(m_partial[at++]);
            length |= static_cast<std::size_t>(octet & 0x7f) << shift;
            if ((octet & 0x80) == 0)
                break;
        }
        if (m_partial.size() < at + length)
            break;
        const int type = static_cast<unsigned char>(m_partial[0]) >> 4;
        m_seen.packets.push_back(type);
        if (type == kConnect)
            answer += std::string("\x20\x02\x00\x00", 4);
        else if (type == 12)
            answer += std::string("\xd0\x00", 2);
        m_partial.erase(0, at + length);
    }
    return answer;
}

} // namespace greensward::app
