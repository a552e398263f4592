// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/tls_context.h"

#include <array>
#include <fmt/format.h>
#include <openssl/err.h>
#include <openssl/x509_vfy.h>

namespace greensward::net {

namespace {

std::string certificateFailure(long verdict, Channel::Role role)
{
    const bool server = role == Channel::Role::Server;
    const std::string whose = server ? "the client" : "the server";
    switch (verdict) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return whose + " certificate has expired";
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return whose + " certificate is not valid yet; check the clock of both ends";
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT:
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT:
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    case X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    case X509_V_ERR_CERT_SIGNATURE_FAILURE:
        return server ? "the client's certificate is not signed by this workspace's authority"
                      : "the server's certificate is not signed by an authority that is trusted here";
    case X509_V_ERR_INVALID_PURPOSE:
        return server ? "the client certificate is not meant for clients"
                      : "the server certificate is not meant for servers";
    case X509_V_ERR_HOSTNAME_MISMATCH:
    case X509_V_ERR_IP_ADDRESS_MISMATCH:
        return "the server certificate is for another name";
    default:
        return fmt::format("{} certificate was not accepted: {}", whose, X509_verify_cert_error_string(verdict));
    }
}

/// Alerts with which the other end ended the handshake.
std::string alertFailure(int reason, Channel::Role role)
{
    const bool server = role == Channel::Role::Server;
    const std::string them = server ? "the client" : "the server";
    switch (reason) {
    case SSL_R_TLSV1_ALERT_UNKNOWN_CA:
        return server ? "the client does not trust this server's certificate: it does not know the authority"
                      : "the server does not know the authority of this end's certificate";
    case SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED:
        return them + " says that this end's certificate has expired";
    case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
    case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
    case SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE:
        return them + " did not accept this end's certificate (wrong host name or unknown authority)";
    case SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED:
        return them + " demands a certificate and this end has none";
    case SSL_R_TLSV1_ALERT_PROTOCOL_VERSION:
        return them + " does not speak a TLS version that is allowed here";
    case SSL_R_TLSV1_ALERT_NO_APPLICATION_PROTOCOL:
        return them + " speaks none of the protocols (ALPN) that were offered";
    default:
        return {};
    }
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

RefusalCause causeOf(int reason, long verdict)
{
    switch (reason) {
    case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE:
        return RefusalCause::NoCertificate;
    case SSL_R_NO_APPLICATION_PROTOCOL:
        return RefusalCause::Alpn;
    case SSL_R_HTTP_REQUEST:
        return RefusalCause::PlainHttp;
    case SSL_R_BAD_SIGNATURE:
        return RefusalCause::WrongKey;
    case SSL_R_TLSV1_ALERT_UNKNOWN_CA:
        return RefusalCause::AuthorityNotTrusted;
    case SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED:
        return RefusalCause::SaysExpired;
    case SSL_R_SSLV3_ALERT_BAD_CERTIFICATE:
    case SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN:
    case SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE:
        return RefusalCause::CertificateNotAccepted;
    case SSL_R_CERTIFICATE_VERIFY_FAILED:
        break;
    default:
        return RefusalCause::Other;
    }
    switch (verdict) {
    case X509_V_ERR_CERT_HAS_EXPIRED:
        return RefusalCause::Expired;
    case X509_V_ERR_CERT_NOT_YET_VALID:
        return RefusalCause::NotYetValid;
    case X509_V_ERR_INVALID_PURPOSE:
        return RefusalCause::WrongPurpose;
    default:
        return RefusalCause::UnknownAuthority;
    }
}

std::string sentence(const Channel& channel, const TlsNotes& notes, Channel::Role role);

} // namespace

std::string_view name(RefusalCause cause)
{
    static constexpr std::array<std::string_view, 14> kNames{
        "other",        "plain-mqtt",    "plain-http", "tls-at-plain-port",     "alpn",
        "no-certificate", "unknown-authority", "expired",  "not-yet-valid",         "wrong-purpose",
        "wrong-key",    "authority-not-trusted", "certificate-not-accepted", "says-expired"};
    static_assert(kNames.size() == static_cast<std::size_t>(RefusalCause::SaysExpired) + 1);
    return kNames[static_cast<std::size_t>(cause)];
}

TlsTrouble tlsTrouble(const Channel& channel, const TlsNotes& notes, Channel::Role role)
{
    const unsigned long error = channel.tlsError();
    return {error == 0 ? RefusalCause::Other : causeOf(ERR_GET_REASON(error), SSL_get_verify_result(channel.tls())),
            sentence(channel, notes, role)};
}

namespace {

std::string sentence(const Channel& channel, const TlsNotes& notes, Channel::Role role)
{
    const std::string them = role == Channel::Role::Server ? "the client" : "the server";
    const unsigned long error = channel.tlsError();
    if (error == 0) {
        const std::string failure = channel.failure();
        return failure.empty() ? them + " closed the connection during the TLS handshake"
                               : failure + " during the TLS handshake";
    }
    const int reason = ERR_GET_REASON(error);
    switch (reason) {
    case SSL_R_PEER_DID_NOT_RETURN_A_CERTIFICATE:
        return "no client certificate was sent";
    case SSL_R_CERTIFICATE_VERIFY_FAILED:
        return certificateFailure(SSL_get_verify_result(channel.tls()), role);
    case SSL_R_NO_APPLICATION_PROTOCOL:
        return fmt::format("the client asks for protocols (ALPN) that are not spoken here: {}",
                           joined(notes.offeredAlpn));
    case SSL_R_UNSUPPORTED_PROTOCOL:
    case SSL_R_WRONG_SSL_VERSION:
    case SSL_R_VERSION_TOO_LOW:
    case SSL_R_NO_PROTOCOLS_AVAILABLE:
        return them + " does not speak a TLS version that is allowed here";
    case SSL_R_NO_SHARED_CIPHER:
    case SSL_R_NO_SUITABLE_SIGNATURE_ALGORITHM:
    case SSL_R_NO_SUITABLE_KEY_SHARE:
        return "the two ends have no cipher in common";
    case SSL_R_HTTP_REQUEST:
        return "the client speaks plain HTTP to a TLS port";
    case SSL_R_WRONG_VERSION_NUMBER:
        return them + " does not speak TLS";
    default:
        break;
    }
    if (const std::string alert = alertFailure(reason, role); !alert.empty())
        return alert;
    const char* words = ERR_reason_error_string(error);
    return fmt::format("the TLS handshake failed: {}", words ? words : "unknown reason");
}

} // namespace

} // namespace greensward::net
