// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pki/certificate.h"
#include "plain_client.h"

#include <memory>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <string>
#include <vector>

namespace greensward::net {

/// A blocking TLS client on OpenSSL alone.
class TlsClient
{
public:
    struct Options
    {
        const pki::Identity* identity = nullptr;
        const pki::Certificate* authority = nullptr; ///< null: the server is not checked
        int version = TLS1_3_VERSION;
        std::vector<std::string> alpn{};
        std::string serverName{};
    };

    TlsClient(std::uint16_t port, const Options& options)
        : m_client(port), m_context(SSL_CTX_new(TLS_client_method()), SSL_CTX_free), m_tls(nullptr, SSL_free)
    {
        SSL_CTX_set_min_proto_version(m_context.get(), options.version);
        SSL_CTX_set_max_proto_version(m_context.get(), options.version);
        if (options.authority) {
            X509_STORE_add_cert(SSL_CTX_get_cert_store(m_context.get()), options.authority->handle());
            SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, nullptr);
        }
        if (options.identity) {
            SSL_CTX_use_certificate(m_context.get(), options.identity->certificate.handle());
            SSL_CTX_use_PrivateKey(m_context.get(), options.identity->key.handle());
        }
        m_tls.reset(SSL_new(m_context.get()));
        std::string alpn;
        for (const auto& name : options.alpn)
            alpn += static_cast<char>(name.size()) + name;
        if (!alpn.empty())
            SSL_set_alpn_protos(m_tls.get(), reinterpret_cast<const unsigned char*>(alpn.data()),
                                static_cast<unsigned>(alpn.size()));
        if (!options.serverName.empty())
            SSL_set_tlsext_host_name(m_tls.get(), options.serverName.c_str());
        SSL_set_fd(m_tls.get(), m_client.descriptor());
        ERR_clear_error();
        m_connected = SSL_connect(m_tls.get()) == 1;
        noteFailure();
    }

    /// For TLS 1.3 this end may believe so before the server has judged its certificate.
    bool connected() const { return m_connected; }
    /// OpenSSL's words for the last failure, an alert of the server for instance.
    const std::string& failure() const { return m_failure; }
    PlainClient& socket() { return m_client; }

    bool send(std::string_view text)
    {
        std::size_t sent = 0;
        return text.empty() || (SSL_write_ex(m_tls.get(), text.data(), text.size(), &sent) == 1 && sent == text.size());
    }
    std::string receive(std::size_t size)
    {
        std::string text(size, '\0');
        std::size_t have = 0;
        std::size_t got = 0;
        ERR_clear_error();
        while (have < size && SSL_read_ex(m_tls.get(), text.data() + have, size - have, &got) == 1)
            have += got;
        noteFailure();
        text.resize(have);
        return text;
    }
    /// Up to the server's close_notify; cleanEnd tells it from an end without one.
    std::string receiveAll(bool& cleanEnd)
    {
        std::string text;
        char piece[4096];
        std::size_t got = 0;
        ERR_clear_error();
        int result = 0;
        while ((result = SSL_read_ex(m_tls.get(), piece, sizeof piece, &got)) == 1)
            text.append(piece, got);
        cleanEnd = SSL_get_error(m_tls.get(), result) == SSL_ERROR_ZERO_RETURN;
        return text;
    }
    std::string alpn() const
    {
        const unsigned char* name = nullptr;
        unsigned int size = 0;
        SSL_get0_alpn_selected(m_tls.get(), &name, &size);
        return {reinterpret_cast<const char*>(name), size};
    }

private:
    void noteFailure()
    {
        const char* reason = ERR_reason_error_string(ERR_peek_last_error());
        m_failure = reason ? reason : "";
    }

    PlainClient m_client;
    std::unique_ptr<SSL_CTX, void (*)(SSL_CTX*)> m_context;
    std::unique_ptr<SSL, void (*)(SSL*)> m_tls;
    bool m_connected = false;
    std::string m_failure;
};

} // namespace greensward::net
