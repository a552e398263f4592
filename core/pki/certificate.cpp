// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/certificate.h"

#include "base/bytes.h"
#include "pki/openssl_handles.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <openssl/err.h>
#include <openssl/pem.h>

namespace greensward::pki {

namespace {

WallTime toWallTime(const ASN1_TIME* time)
{
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1) {
        ERR_clear_error();
        return {};
    }
    // A Duration of nanoseconds ends in 2262; certificates without an end (RFC 5280, 4.1.2.5: 99991231235959Z) are cut
    // there.
    const std::chrono::seconds seconds{::timegm(&parts)};
    constexpr auto kLast = std::chrono::floor<std::chrono::seconds>(WallTime::max());
    return std::chrono::sys_seconds(seconds) > kLast ? WallTime::max() : WallTime(seconds);
}

std::string addressText(int family, const void* octets)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    return ::inet_ntop(family, octets, text.data(), text.size()) == nullptr ? std::string() : std::string(text.data());
}

std::string textOf(const GENERAL_NAME& name)
{
    int type = 0;
    const auto* value = static_cast<const ASN1_STRING*>(GENERAL_NAME_get0_value(&name, &type));
    if (type == GEN_DNS)
        return canonicalName({reinterpret_cast<const char*>(ASN1_STRING_get0_data(value)),
                              static_cast<std::size_t>(ASN1_STRING_length(value))});
    if (type == GEN_IPADD && ASN1_STRING_length(value) == 4)
        return addressText(AF_INET, ASN1_STRING_get0_data(value));
    if (type == GEN_IPADD && ASN1_STRING_length(value) == 16)
        return addressText(AF_INET6, ASN1_STRING_get0_data(value));
    return {};
}

std::string fingerprintOf(const X509* certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    X509_digest(certificate, EVP_sha256(), digest.data(), &size);
    return toHex(ByteView(digest).first(size));
}

} // namespace

Certificate::Certificate(std::shared_ptr<X509> certificate)
    : m_certificate(std::move(certificate)), m_fingerprint(fingerprintOf(m_certificate.get()))
{}

Result<Certificate> Certificate::fromPem(std::string_view pem)
{
    const BioPtr in = readingBio(pem);
    X509* certificate = PEM_read_bio_X509(in.get(), nullptr, nullptr, nullptr);
    if (certificate == nullptr)
        return opensslFailure("read a certificate");
    return adopt(certificate);
}

Certificate Certificate::adopt(X509* certificate)
{
    return Certificate(std::shared_ptr<X509>(certificate, Freer<X509_free>{}));
}

std::string Certificate::pem() const
{
    const BioPtr out = writingBio();
    PEM_write_bio_X509(out.get(), m_certificate.get());
    return contentOf(out.get());
}

std::string Certificate::subject() const
{
    return rfc2253(X509_get_subject_name(m_certificate.get()));
}

std::string Certificate::issuer() const
{
    return rfc2253(X509_get_issuer_name(m_certificate.get()));
}

std::string Certificate::commonName() const
{
    return commonNameOf(X509_get_subject_name(m_certificate.get()));
}

std::string Certificate::serial() const
{
    const ASN1_INTEGER* serial = X509_get0_serialNumber(m_certificate.get());
    return toHex({ASN1_STRING_get0_data(serial), static_cast<std::size_t>(ASN1_STRING_length(serial))});
}

Validity Certificate::validity() const
{
    return {.notBefore = toWallTime(X509_get0_notBefore(m_certificate.get())),
            .notAfter = toWallTime(X509_get0_notAfter(m_certificate.get()))};
}

bool Certificate::isValidAt(WallTime time) const
{
    const auto [notBefore, notAfter] = validity();
    return notBefore <= time && time <= notAfter;
}

std::vector<std::string> Certificate::names() const
{
    const GeneralNamesPtr found(
        static_cast<GENERAL_NAMES*>(X509_get_ext_d2i(m_certificate.get(), NID_subject_alt_name, nullptr, nullptr)));
    std::vector<std::string> names;
    for (int i = 0; i < sk_GENERAL_NAME_num(found.get()); ++i) {
        if (std::string text = textOf(*sk_GENERAL_NAME_value(found.get(), i)); !text.empty())
            names.push_back(std::move(text));
    }
    ERR_clear_error();
    return names;
}

bool Certificate::covers(std::span<const std::string> wanted) const
{
    const auto covered = names();
    return std::ranges::all_of(wanted, [&](const std::string& name) {
        return std::ranges::find(covered, canonicalName(name)) != covered.end();
    });
}

bool Certificate::isCa() const
{
    // 1: an X.509 v3 authority. The laxer answers (v1 roots, missing basicConstraints) do not count, as with AWS IoT.
    return X509_check_ca(m_certificate.get()) == 1;
}

bool Certificate::matches(const PrivateKey& key) const
{
    const EVP_PKEY* own = X509_get0_pubkey(m_certificate.get());
    const bool same = own != nullptr && EVP_PKEY_eq(own, key.handle()) == 1;
    ERR_clear_error();
    return same;
}

bool Certificate::isIssuedBy(const Certificate& issuer) const
{
    EVP_PKEY* key = X509_get0_pubkey(issuer.handle());
    const bool issued = key != nullptr && X509_check_issued(issuer.handle(), m_certificate.get()) == X509_V_OK &&
                        X509_verify(m_certificate.get(), key) == 1;
    ERR_clear_error();
    return issued;
}

std::string canonicalName(std::string_view name)
{
    std::string text(name);
    std::array<unsigned char, 16> octets{};
    if (::inet_pton(AF_INET, text.c_str(), octets.data()) == 1)
        return addressText(AF_INET, octets.data());
    if (::inet_pton(AF_INET6, text.c_str(), octets.data()) == 1)
        return addressText(AF_INET6, octets.data());
    // DNS names are compared without regard to case, in ASCII whatever the locale (RFC 4343).
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

} // namespace greensward::pki
