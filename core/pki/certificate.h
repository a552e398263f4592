// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "pki/private_key.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct x509_st; // X509

namespace greensward::pki {

/// From when until when, both included.
struct Validity
{
    WallTime notBefore{};
    WallTime notAfter{};
};

/// An X.509 certificate. Immutable, cheap to copy (copies share it); any thread.
class Certificate
{
public:
    /// The first certificate of the text.
    static Result<Certificate> fromPem(std::string_view pem);
    /// Takes over one reference to a complete certificate.
    static Certificate adopt(x509_st* certificate);

    std::string pem() const;
    /// SHA-256 of the DER form, 64 lower-case hexadecimal digits: AWS IoT's certificate id.
    const std::string& fingerprint() const { return m_fingerprint; }
    /// RFC 2253: "CN=turbine-123,O=Example".
    std::string subject() const;
    std::string issuer() const;
    /// First CN of the subject, as UTF-8; empty without.
    std::string commonName() const;
    /// Lower-case hexadecimal, without leading zero octets.
    std::string serial() const;
    Validity validity() const;
    bool isValidAt(WallTime time) const;
    /// DNS names (lower case) and IP addresses (canonical text) of the subjectAltName extension, in its order.
    std::vector<std::string> names() const;
    /// Each of these names and addresses, in any spelling, is among names(). Wildcards are not expanded.
    bool covers(std::span<const std::string> wanted) const;
    bool isCa() const;
    bool matches(const PrivateKey& key) const;
    /// The issuer's name, key identifier, right to sign and signature fit. Validity and revocation are not looked at.
    bool isIssuedBy(const Certificate& issuer) const;

    x509_st* handle() const { return m_certificate.get(); }

private:
    explicit Certificate(std::shared_ptr<x509_st> certificate);
    std::shared_ptr<x509_st> m_certificate;
    std::string m_fingerprint;
};

/// A certificate and the key it speaks for.
struct Identity
{
    Certificate certificate;
    PrivateKey key;
};

/// A DNS name in lower case, an IPv4 or IPv6 address in its canonical text, so that two spellings of one name compare
/// equal.
std::string canonicalName(std::string_view name);

} // namespace greensward::pki
