// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/certificate_authority.h"

#include "pki/openssl_handles.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <fmt/format.h>

namespace greensward::pki {

namespace {

using std::chrono::days;

constexpr days kBackdated{1};
constexpr days kRootLife{3653};
/// The longest that every current TLS client accepts of a server is 398 days.
constexpr days kServerLife{397};
/// When AWS IoT's device certificates end: 2049-12-31T23:59:59Z.
constexpr WallTime kDeviceEnd{std::chrono::seconds{2'524'607'999}};

Validity validFor(days life, WallTime now)
{
    const WallTime from = std::chrono::floor<std::chrono::seconds>(now) - kBackdated;
    return {.notBefore = from, .notAfter = from + life};
}

Validity validUntil(WallTime end, WallTime now)
{
    const auto from = validFor(days{0}, now).notBefore;
    return {.notBefore = from, .notAfter = std::max<WallTime>(end, from + kServerLife)};
}

bool setTime(ASN1_TIME* field, WallTime time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    return ASN1_TIME_set(field, static_cast<time_t>(seconds)) != nullptr;
}

/// 127 random bits; the top bit stays clear so that it is positive in 16 octets.
bool setRandomSerial(X509* certificate)
{
    const BignumPtr number(BN_new());
    return number && BN_rand(number.get(), 127, BN_RAND_TOP_ONE, BN_RAND_BOTTOM_ANY) == 1 &&
           BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)) != nullptr;
}

/// value: in the language of openssl.cnf; constants of this file only, never a caller's text.
bool addExtension(X509* certificate, X509* issuer, int nid, const char* value)
{
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const ExtensionPtr extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1) == 1;
}

Result<GENERAL_NAME*> generalName(const std::string& name)
{
    std::array<unsigned char, 16> octets{};
    int type = GEN_IPADD;
    std::string value;
    if (::inet_pton(AF_INET, name.c_str(), octets.data()) == 1) {
        value.assign(reinterpret_cast<const char*>(octets.data()), 4);
    } else if (::inet_pton(AF_INET6, name.c_str(), octets.data()) == 1) {
        value.assign(reinterpret_cast<const char*>(octets.data()), 16);
    } else {
        type = GEN_DNS;
        value = canonicalName(name);
        const auto allowed = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '*';
        };
        if (value.empty() || value.size() > 253 || !std::ranges::all_of(value, allowed))
            return failure(fmt::format("'{}' is neither a DNS name nor an IP address", name));
    }
    ASN1_STRING* text = type == GEN_DNS ? ASN1_IA5STRING_new() : ASN1_OCTET_STRING_new();
    GENERAL_NAME* result = GENERAL_NAME_new();
    if (text == nullptr || result == nullptr ||
        ASN1_STRING_set(text, value.data(), static_cast<int>(value.size())) != 1) {
        ASN1_STRING_free(text);
        GENERAL_NAME_free(result);
        return opensslFailure("use a name for a server");
    }
    GENERAL_NAME_set0_value(result, type, text);
    return result;
}

Result<void> addNames(X509* certificate, std::span<const std::string> names)
{
    const GeneralNamesPtr list(GENERAL_NAMES_new());
    for (const std::string& name : names) {
        auto entry = generalName(name);
        if (!entry)
            return tl::unexpected(entry.error());
        if (!list || sk_GENERAL_NAME_push(list.get(), *entry) == 0) {
            GENERAL_NAME_free(*entry);
            return opensslFailure("name a server");
        }
    }
    if (X509_add1_ext_i2d(certificate, NID_subject_alt_name, list.get(), 0, X509V3_ADD_DEFAULT) != 1)
        return opensslFailure("name a server");
    return {};
}

enum class Role : std::uint8_t { Authority, Server, Device };

bool addRole(X509* certificate, X509* issuer, Role role)
{
    const auto add = [&](int nid, const char* value) { return addExtension(certificate, issuer, nid, value); };
    // The key identifier first: the authority key identifier of a self-signed certificate is copied from it.
    if (!add(NID_subject_key_identifier, "hash") || !add(NID_authority_key_identifier, "keyid:always"))
        return false;
    if (role == Role::Authority)
        return add(NID_basic_constraints, "critical,CA:TRUE") && add(NID_key_usage, "critical,keyCertSign,cRLSign");
    // Key encipherment is the RSA key exchange of TLS 1.2, which old device SDKs may still choose.
    const bool rsa = EVP_PKEY_is_a(X509_get0_pubkey(certificate), "RSA") == 1;
    return add(NID_basic_constraints, "critical,CA:FALSE") &&
           add(NID_key_usage, rsa ? "critical,digitalSignature,keyEncipherment" : "critical,digitalSignature") &&
           add(NID_ext_key_usage, role == Role::Server ? "serverAuth" : "clientAuth");
}

/// What a certificate says before it is signed.
struct Statement
{
    const X509_NAME* subject;
    EVP_PKEY* publicKey;
    Validity validity;
    Role role;
    std::span<const std::string> names; ///< of a server
};

/// issuer: null for a self-signed certificate.
Result<Certificate> issue(const Statement& statement, X509* issuer, EVP_PKEY* issuerKey)
{
    X509Ptr certificate(X509_new());
    X509* const subject = certificate.get();
    const X509_NAME* issuerName = issuer == nullptr ? statement.subject : X509_get_subject_name(issuer);
    if (!certificate || X509_set_version(subject, X509_VERSION_3) != 1 || !setRandomSerial(subject) ||
        X509_set_subject_name(subject, statement.subject) != 1 || X509_set_issuer_name(subject, issuerName) != 1 ||
        !setTime(X509_getm_notBefore(subject), statement.validity.notBefore) ||
        !setTime(X509_getm_notAfter(subject), statement.validity.notAfter) ||
        X509_set_pubkey(subject, statement.publicKey) != 1 ||
        !addRole(subject, issuer == nullptr ? subject : issuer, statement.role))
        return opensslFailure("make a certificate");
    if (!statement.names.empty()) {
        if (auto named = addNames(subject, statement.names); !named)
            return tl::unexpected(named.error());
    }
    if (X509_sign(subject, issuerKey, EVP_sha256()) == 0)
        return opensslFailure("sign a certificate");
    return Certificate::adopt(certificate.release());
}

} // namespace

Result<CertificateAuthority> CertificateAuthority::create(std::string_view commonName, KeyType type, WallTime now)
{
    auto key = PrivateKey::generate(type);
    if (!key)
        return tl::unexpected(key.error());
    return create(commonName, std::move(*key), now);
}

Result<CertificateAuthority> CertificateAuthority::create(std::string_view commonName, PrivateKey key, WallTime now)
{
    return create(commonName, std::move(key), validFor(kRootLife, now));
}

Result<CertificateAuthority> CertificateAuthority::create(std::string_view commonName, PrivateKey key,
                                                          Validity validity)
{
    auto name = nameOf(commonName);
    if (!name)
        return tl::unexpected(name.error());
    auto certificate = issue({.subject = name->get(),
                              .publicKey = key.handle(),
                              .validity = validity,
                              .role = Role::Authority,
                              .names = {}},
                             nullptr, key.handle());
    if (!certificate)
        return tl::unexpected(certificate.error());
    return CertificateAuthority(Identity{std::move(*certificate), std::move(key)});
}

Result<CertificateAuthority> CertificateAuthority::open(Certificate certificate, PrivateKey key)
{
    if (!certificate.isCa())
        return failure(
            fmt::format("the certificate of {} is not one of a certificate authority", certificate.subject()));
    if (!certificate.matches(key))
        return failure(fmt::format("the key does not belong to the certificate of {}", certificate.subject()));
    return CertificateAuthority(Identity{std::move(certificate), std::move(key)});
}

Result<Identity> CertificateAuthority::issueServer(std::span<const std::string> names, KeyType type, WallTime now) const
{
    if (names.empty())
        return failure("a server certificate needs a name");
    // Clients go by the subjectAltName; the common name is for people, and limited to 64 characters.
    auto subject = nameOf(names.front().size() <= 64 ? std::string_view(names.front()) : "Greensward server");
    if (!subject)
        return tl::unexpected(subject.error());
    auto key = PrivateKey::generate(type);
    if (!key)
        return tl::unexpected(key.error());
    auto certificate = issue({.subject = subject->get(),
                              .publicKey = key->handle(),
                              .validity = validFor(kServerLife, now),
                              .role = Role::Server,
                              .names = names},
                             m_identity.certificate.handle(), m_identity.key.handle());
    if (!certificate)
        return tl::unexpected(certificate.error());
    return Identity{std::move(*certificate), std::move(*key)};
}

Result<Identity> CertificateAuthority::issueDevice(std::string_view commonName, KeyType type, WallTime now) const
{
    return issueDevice(commonName, type, validUntil(kDeviceEnd, now));
}

Result<Identity> CertificateAuthority::issueDevice(std::string_view commonName, KeyType type, Validity validity) const
{
    auto subject = nameOf(commonName);
    if (!subject)
        return tl::unexpected(subject.error());
    auto key = PrivateKey::generate(type);
    if (!key)
        return tl::unexpected(key.error());
    auto certificate = issue({.subject = subject->get(),
                              .publicKey = key->handle(),
                              .validity = validity,
                              .role = Role::Device,
                              .names = {}},
                             m_identity.certificate.handle(), m_identity.key.handle());
    if (!certificate)
        return tl::unexpected(certificate.error());
    return Identity{std::move(*certificate), std::move(*key)};
}

Result<Certificate> CertificateAuthority::sign(const SigningRequest& request, WallTime now) const
{
    return issue({.subject = X509_REQ_get_subject_name(request.handle()),
                  .publicKey = X509_REQ_get0_pubkey(request.handle()),
                  .validity = validUntil(kDeviceEnd, now),
                  .role = Role::Device,
                  .names = {}},
                 m_identity.certificate.handle(), m_identity.key.handle());
}

Result<Certificate> CertificateAuthority::signServer(const SigningRequest& request, std::span<const std::string> names,
                                                     Validity validity) const
{
    if (names.empty())
        return failure("a server certificate needs a name");
    return issue({.subject = X509_REQ_get_subject_name(request.handle()),
                  .publicKey = X509_REQ_get0_pubkey(request.handle()),
                  .validity = validity,
                  .role = Role::Server,
                  .names = names},
                 m_identity.certificate.handle(), m_identity.key.handle());
}

} // namespace greensward::pki
