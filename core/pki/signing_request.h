// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "pki/private_key.h"

#include <memory>
#include <string>
#include <string_view>

struct X509_req_st; // X509_REQ

namespace greensward::pki {

/// A PKCS#10 certificate signing request whose own signature was checked. Immutable, cheap to copy; any thread.
class SigningRequest
{
public:
    /// commonName: 1 … 64 characters.
    static Result<SigningRequest> create(const PrivateKey& key, std::string_view commonName);
    /// Refused: not a request, a signature that its own key did not make, RSA below 2048 bits, curves other than P-256
    /// and P-384.
    static Result<SigningRequest> fromPem(std::string_view pem);

    std::string pem() const;
    /// RFC 2253.
    std::string subject() const;
    /// First CN of the subject, as UTF-8; empty without.
    std::string commonName() const;
    /// SubjectPublicKeyInfo ("BEGIN PUBLIC KEY").
    std::string publicPem() const;

    X509_req_st* handle() const { return m_request.get(); }

private:
    explicit SigningRequest(std::shared_ptr<X509_req_st> request) : m_request(std::move(request)) {}
    std::shared_ptr<X509_req_st> m_request;
};

} // namespace greensward::pki
