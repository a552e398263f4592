// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/channel.h"
#include "net/link.h"
#include "net/listener.h"

#include <memory>
#include <string>
#include <vector>

namespace greensward::net {

struct FreeTlsContext
{
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};

/// What one handshake leaves behind for the description of the link, or for the sentence that says why there is none.
struct TlsNotes
{
    std::string serverName;
    std::vector<std::string> offeredAlpn;
    std::shared_ptr<const PeerCertificate> shown; ///< by a client that was not believed
};

/// One side's certificate, authorities and rules, ready for any number of connections. Immutable once made.
class TlsContext
{
public:
    /// Fails with a sentence that names the part of the settings that is wrong.
    static Result<std::shared_ptr<const TlsContext>> make(const TlsSettings& settings, Channel::Role role);

    /// Begins TLS on the channel. notes lives until the handshake is over. hostName: whom the certificate must name
    /// (client side; a DNS name or an IP address).
    void begin(Channel& channel, TlsNotes& notes, const std::string& hostName = {}) const;

private:
    TlsContext() = default;
    Result<void> identify(const TlsSettings& settings);
    Result<void> trust(const TlsSettings& settings);

    std::unique_ptr<SSL_CTX, FreeTlsContext> m_context;
    std::vector<std::string> m_alpn;
    Channel::Role m_role = Channel::Role::Server;
};

/// "tls 1.2", ALPN, server name and certificate of a finished handshake.
void describeTls(const SSL& tls, const TlsNotes& notes, LinkDescription& description);

/// Why a handshake failed, in a sentence about the other end.
struct TlsTrouble
{
    RefusalCause cause = RefusalCause::Other; ///< of the server's side
    std::string text;
};
TlsTrouble tlsTrouble(const Channel& channel, const TlsNotes& notes, Channel::Role role);

} // namespace greensward::net
