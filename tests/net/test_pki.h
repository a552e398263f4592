// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/listener.h"
#include "pki/certificate_authority.h"

#include <memory>
#include <openssl/x509.h>
#include <string>
#include <vector>

namespace greensward::net {

/// A workspace's certificates, and some that are wrong, made once for the whole program.
struct TestPki
{
    static const TestPki& get()
    {
        static const TestPki pki;
        return pki;
    }

    /// A server that knows the workspace's authority.
    std::unique_ptr<TlsSettings> server(TlsSettings::Client client = TlsSettings::Client::Required) const
    {
        auto settings = std::make_unique<TlsSettings>();
        settings->certificateChainPem = serverIdentity.certificate.pem();
        settings->privateKeyPem = serverIdentity.key.pem();
        settings->trustedPem = authority.certificate().pem();
        settings->client = client;
        settings->alpn = {"x-amzn-mqtt-ca", "http/1.1"};
        return settings;
    }

    WallTime now = SystemClock{}.wall();
    pki::CertificateAuthority authority = *pki::CertificateAuthority::create("workspace", pki::KeyType::P256, now);
    pki::CertificateAuthority stranger = *pki::CertificateAuthority::create("stranger", pki::KeyType::P256, now);
    pki::Identity serverIdentity =
        *authority.issueServer(std::vector<std::string>{"localhost", "127.0.0.1"}, pki::KeyType::P256, now);
    pki::Identity device = *authority.issueDevice("turbine-123", pki::KeyType::P256, now);
    pki::Identity foreignDevice = *stranger.issueDevice("turbine-123", pki::KeyType::P256, now);
    pki::Identity expiredDevice = shifted(-2 * 86'400, -86'400);
    pki::Identity futureDevice = shifted(86'400, 2 * 86'400);

private:
    /// The device's certificate with another validity, seconds from now, signed anew.
    pki::Identity shifted(long notBefore, long notAfter) const
    {
        X509* changed = X509_dup(device.certificate.handle());
        X509_gmtime_adj(X509_getm_notBefore(changed), notBefore);
        X509_gmtime_adj(X509_getm_notAfter(changed), notAfter);
        X509_sign(changed, authority.key().handle(), EVP_sha256());
        return {pki::Certificate::adopt(changed), device.key};
    }
};

} // namespace greensward::net
