// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "pki/certificate.h"
#include "pki/private_key.h"
#include "pki/signing_request.h"

#include <span>
#include <string>
#include <string_view>

namespace greensward::pki {

inline constexpr std::string_view kWorkspaceRootName = "Greensward workspace root";

/// Issues certificates. Immutable and pure: the time is handed in, serial numbers (127 random bits) come from OpenSSL.
/// Any thread; issuing generates keys and so does not belong on the engine thread.
///
/// Whatever is issued is valid from a day before now, because a Raspberry Pi without a clock lives in the past until it
/// has asked for the time.
class CertificateAuthority
{
public:
    /// A self-signed root, valid for ten years.
    static Result<CertificateAuthority> create(std::string_view commonName, KeyType type, WallTime now);
    /// The same for a key that exists.
    static Result<CertificateAuthority> create(std::string_view commonName, PrivateKey key, WallTime now);
    /// One for another span: the authority of a Greengrass group lives to the end of 2049.
    static Result<CertificateAuthority> create(std::string_view commonName, PrivateKey key, Validity validity);
    /// Refused when the certificate is no authority or the key is not its own.
    static Result<CertificateAuthority> open(Certificate certificate, PrivateKey key);

    const Certificate& certificate() const { return m_identity.certificate; }
    const PrivateKey& key() const { return m_identity.key; }

    /// For servers, valid for 397 days. names: one or more DNS names and IP addresses, none may be empty.
    Result<Identity> issueServer(std::span<const std::string> names, KeyType type, WallTime now) const;
    /// For a device (TLS client), valid to the end of 2049 as AWS IoT's own are. commonName: 1 … 64 characters.
    Result<Identity> issueDevice(std::string_view commonName, KeyType type, WallTime now) const;
    /// The same for any span, one that is over included: to show what an expired certificate leads to.
    Result<Identity> issueDevice(std::string_view commonName, KeyType type, Validity validity) const;
    /// The same for a device that keeps its key to itself: subject and public key of the request. Extensions it asks
    /// for are not granted.
    Result<Certificate> sign(const SigningRequest& request, WallTime now) const;
    /// For a server that keeps its key to itself: a Greengrass core. names: as for issueServer().
    Result<Certificate> signServer(const SigningRequest& request, std::span<const std::string> names,
                                   Validity validity) const;

private:
    explicit CertificateAuthority(Identity identity) : m_identity(std::move(identity)) {}
    Identity m_identity;
};

} // namespace greensward::pki
