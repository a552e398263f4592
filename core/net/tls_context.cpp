// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tls_context.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <ctime>
#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace greensward::net {

namespace {

template<auto Free>
struct Freed
{
    template<typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using PrivateKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using MemoryBio = std::unique_ptr<BIO, Freed<BIO_free>>;

MemoryBio readerOf(const std::string& text)
{
    return MemoryBio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

std::string textOf(BIO* bio)
{
    char* text = nullptr;
    const long size = BIO_get_mem_data(bio, &text);
    return {text, static_cast<std::size_t>(size)};
}

/// OpenSSL's own words for the newest entry of its queue, which is emptied.
std::string queuedReason()
{
    const unsigned long error = ERR_peek_last_error();
    const char* reason = ERR_reason_error_string(error);
    ERR_clear_error();
    return reason ? reason : "no reason given";
}

std::vector<Certificate> readCertificates(const std::string& pem)
{
    std::vector<Certificate> certificates;
    const auto reader = readerOf(pem);
    while (reader) {
        Certificate one(PEM_read_bio_X509(reader.get(), nullptr, nullptr, nullptr));
        if (!one)
            break;
        certificates.push_back(std::move(one));
    }
    ERR_clear_error(); // the end of the text is reported as an error
    return certificates;
}

/// A private key that is locked with a passphrase is refused instead of asked for on the terminal.
int noPassphrase(char*, int, int, void*)
{
    return -1;
}

TlsNotes* notesOf(const SSL* tls)
{
    return static_cast<TlsNotes*>(SSL_get_app_data(tls));
}

int keepServerName(SSL* tls, int*, void*)
{
    const char* name = SSL_get_servername(tls, TLSEXT_NAMETYPE_host_name);
    if (TlsNotes* notes = notesOf(tls); notes && name)
        notes->serverName = name;
    return SSL_TLSEXT_ERR_OK;
}

/// Called only when the client sent the ALPN extension.
int chooseAlpn(SSL* tls, const unsigned char** chosen, unsigned char* chosenSize, const unsigned char* offered,
               unsigned int offeredSize, void* accepted)
{
    const auto& ours = *static_cast<const std::vector<std::string>*>(accepted);
    if (ours.empty())
        return SSL_TLSEXT_ERR_NOACK;
    std::vector<std::string_view> theirs;
    for (unsigned int at = 0; at < offeredSize; at += 1u + offered[at])
        theirs.emplace_back(reinterpret_cast<const char*>(offered + at + 1), offered[at]);
    for (const std::string& name : ours) {
        const auto found = std::find(theirs.begin(), theirs.end(), name);
        if (found != theirs.end()) {
            *chosen = reinterpret_cast<const unsigned char*>(found->data());
            *chosenSize = static_cast<unsigned char>(found->size());
            return SSL_TLSEXT_ERR_OK;
        }
    }
    if (TlsNotes* notes = notesOf(tls))
        notes->offeredAlpn.assign(theirs.begin(), theirs.end());
    return SSL_TLSEXT_ERR_ALERT_FATAL;
}

PeerCertificate describe(X509* certificate);

/// Its owner is looked up by its fingerprint; that the other end holds its key is proven by the handshake.
int believeAny(int, X509_STORE_CTX* check)
{
    X509_STORE_CTX_set_error(check, X509_V_OK);
    return 1;
}

/// A certificate that is not believed is gone when the handshake has failed; who explains the failure needs it.
int keepShown(int believed, X509_STORE_CTX* check)
{
    if (believed == 1)
        return believed;
    const auto* tls =
        static_cast<SSL*>(X509_STORE_CTX_get_ex_data(check, SSL_get_ex_data_X509_STORE_CTX_idx()));
    X509* shown = X509_STORE_CTX_get0_cert(check);
    if (TlsNotes* notes = tls ? notesOf(tls) : nullptr; notes && shown && !notes->shown)
        notes->shown = std::make_shared<const PeerCertificate>(describe(shown));
    return believed;
}

PeerCertificate describe(X509* certificate)
{
    PeerCertificate result;
    std::array<std::uint8_t, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    if (X509_digest(certificate, EVP_sha256(), digest.data(), &size) == 1)
        result.fingerprint = toHex(std::span(digest).first(size));
    const MemoryBio subject(BIO_new(BIO_s_mem()));
    if (subject && X509_NAME_print_ex(subject.get(), X509_get_subject_name(certificate), 0, XN_FLAG_RFC2253) >= 0)
        result.subject = textOf(subject.get());
    const MemoryBio pem(BIO_new(BIO_s_mem()));
    if (pem && PEM_write_bio_X509(pem.get(), certificate) == 1)
        result.pem = textOf(pem.get());
    std::tm ends{};
    if (ASN1_TIME_to_tm(X509_get0_notAfter(certificate), &ends) == 1)
        result.ends = ::timegm(&ends);
    return result;
}

} // namespace

Result<std::shared_ptr<const TlsContext>> TlsContext::make(const TlsSettings& settings, Channel::Role role)
{
    const bool server = role == Channel::Role::Server;
    std::shared_ptr<TlsContext> made(new TlsContext);
    made->m_role = role;
    made->m_alpn = settings.alpn;
    made->m_context.reset(SSL_CTX_new(server ? TLS_server_method() : TLS_client_method()));
    SSL_CTX* context = made->m_context.get();
    if (!context)
        return failure("TLS cannot be set up: " + queuedReason());
    SSL_CTX_set_min_proto_version(context, settings.allowTls12 ? TLS1_2_VERSION : TLS1_3_VERSION);
    // Every connection proves its certificate anew: no resumption, so no tickets to write either.
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_options(context, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    // An idle connection holds no record buffers, and one read fetches header and body of what is there.
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_read_ahead(context, 1);

    if (auto identified = made->identify(settings); !identified)
        return tl::unexpected(identified.error());
    if (auto trusted = made->trust(settings); !trusted)
        return tl::unexpected(trusted.error());

    if (server) {
        SSL_CTX_set_tlsext_servername_callback(context, keepServerName);
        SSL_CTX_set_alpn_select_cb(context, chooseAlpn, &made->m_alpn);
    } else if (!settings.alpn.empty()) {
        std::string wire;
        for (const std::string& name : settings.alpn) {
            wire.push_back(static_cast<char>(name.size()));
            wire += name;
        }
        SSL_CTX_set_alpn_protos(context, reinterpret_cast<const unsigned char*>(wire.data()),
                                static_cast<unsigned int>(wire.size()));
    }
    return made;
}

Result<void> TlsContext::identify(const TlsSettings& settings)
{
    if (settings.certificateChainPem.empty() && m_role == Channel::Role::Client)
        return {};
    auto chain = readCertificates(settings.certificateChainPem);
    if (chain.empty())
        return failure("the certificate chain holds no certificate in PEM form");
    if (SSL_CTX_use_certificate(m_context.get(), chain.front().get()) != 1)
        return failure("the certificate cannot be used: " + queuedReason());
    for (std::size_t i = 1; i < chain.size(); ++i) {
        if (SSL_CTX_add1_chain_cert(m_context.get(), chain[i].get()) != 1)
            return failure("the certificate chain cannot be used: " + queuedReason());
    }
    const auto reader = readerOf(settings.privateKeyPem);
    const PrivateKey key(reader ? PEM_read_bio_PrivateKey(reader.get(), nullptr, noPassphrase, nullptr) : nullptr);
    if (!key)
        return failure("the private key cannot be read: " + queuedReason());
    if (SSL_CTX_use_PrivateKey(m_context.get(), key.get()) != 1)
        return failure("the private key does not belong to the certificate: " + queuedReason());
    return {};
}

Result<void> TlsContext::trust(const TlsSettings& settings)
{
    const auto authorities = readCertificates(settings.trustedPem);
    const bool server = m_role == Channel::Role::Server;
    if (server && settings.client == TlsSettings::Client::Ignored) {
        SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_NONE, nullptr);
        return {};
    }
    if (server && settings.client == TlsSettings::Client::AnyCertificate) {
        SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, believeAny);
        return {};
    }
    if (authorities.empty() && (server || !settings.trustedPem.empty()))
        return failure("there is no authority in PEM form that certificates could be checked against");
    X509_STORE* store = SSL_CTX_get_cert_store(m_context.get());
    for (const auto& authority : authorities) {
        if (X509_STORE_add_cert(store, authority.get()) != 1)
            return failure("an authority cannot be used: " + queuedReason());
        // Tells clients that have several certificates which one is wanted here.
        if (server && X509_check_ca(authority.get()) != 0 && SSL_CTX_add_client_CA(m_context.get(), authority.get()) != 1)
            return failure("an authority cannot be used: " + queuedReason());
    }
    if (server) // what was registered is believed by itself, whoever signed it
        X509_STORE_set_flags(store, X509_V_FLAG_PARTIAL_CHAIN);
    if (authorities.empty() && SSL_CTX_set_default_verify_paths(m_context.get()) != 1)
        return failure("the operating system's authorities cannot be read: " + queuedReason());
    int mode = SSL_VERIFY_PEER;
    if (server && settings.client == TlsSettings::Client::Required)
        mode |= SSL_VERIFY_FAIL_IF_NO_PEER_CERT;
    SSL_CTX_set_verify(m_context.get(), mode, server ? keepShown : nullptr);
    return {};
}

void TlsContext::begin(Channel& channel, TlsNotes& notes, const std::string& hostName) const
{
    channel.startTls(*m_context, m_role);
    SSL* tls = channel.tls();
    if (!tls)
        return;
    SSL_set_app_data(tls, &notes);
    if (m_role == Channel::Role::Server || hostName.empty())
        return;
    boost::system::error_code notAnAddress;
    boost::asio::ip::make_address(hostName, notAnAddress);
    if (!notAnAddress) {
        X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(tls), hostName.c_str());
        return;
    }
    SSL_set1_host(tls, hostName.c_str());
    SSL_set_tlsext_host_name(tls, hostName.c_str());
}

void describeTls(const SSL& tls, const TlsNotes& notes, LinkDescription& description)
{
    description.transport = SSL_version(&tls) == TLS1_3_VERSION ? "tls 1.3" : "tls 1.2";
    const unsigned char* alpn = nullptr;
    unsigned int size = 0;
    SSL_get0_alpn_selected(&tls, &alpn, &size);
    description.tls = std::make_shared<const TlsWords>(
        TlsWords{.alpn = {reinterpret_cast<const char*>(alpn), size}, .serverName = notes.serverName});
    if (const Certificate peer(SSL_get1_peer_certificate(&tls)); peer)
        description.certificate = std::make_shared<const PeerCertificate>(describe(peer.get()));
}

} // namespace greensward::net
