// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/signing_request.h"

#include "pki/openssl_handles.h"

#include <openssl/pem.h>

namespace greensward::pki {

namespace {

std::shared_ptr<X509_REQ> share(RequestPtr request)
{
    return {request.release(), Freer<X509_REQ_free>{}};
}

} // namespace

Result<SigningRequest> SigningRequest::create(const PrivateKey& key, std::string_view commonName)
{
    auto name = nameOf(commonName);
    if (!name)
        return tl::unexpected(name.error());
    RequestPtr request(X509_REQ_new());
    if (!request || X509_REQ_set_version(request.get(), X509_REQ_VERSION_1) != 1 ||
        X509_REQ_set_subject_name(request.get(), name->get()) != 1 ||
        X509_REQ_set_pubkey(request.get(), key.handle()) != 1 ||
        X509_REQ_sign(request.get(), key.handle(), EVP_sha256()) == 0)
        return opensslFailure("make a certificate signing request");
    return SigningRequest(share(std::move(request)));
}

Result<SigningRequest> SigningRequest::fromPem(std::string_view pem)
{
    const BioPtr in = readingBio(pem);
    RequestPtr request(PEM_read_bio_X509_REQ(in.get(), nullptr, nullptr, nullptr));
    if (!request)
        return opensslFailure("read a certificate signing request");
    EVP_PKEY* key = X509_REQ_get0_pubkey(request.get());
    if (key == nullptr)
        return opensslFailure("read the public key of a certificate signing request");
    // First the strength: it bounds what checking the signature costs.
    if (auto strong = checkStrength(key); !strong)
        return tl::unexpected(strong.error());
    if (X509_REQ_verify(request.get(), key) != 1)
        return opensslFailure("verify the signature of a certificate signing request");
    return SigningRequest(share(std::move(request)));
}

std::string SigningRequest::pem() const
{
    const BioPtr out = writingBio();
    PEM_write_bio_X509_REQ(out.get(), m_request.get());
    return contentOf(out.get());
}

std::string SigningRequest::subject() const
{
    return rfc2253(X509_REQ_get_subject_name(m_request.get()));
}

std::string SigningRequest::commonName() const
{
    return commonNameOf(X509_REQ_get_subject_name(m_request.get()));
}

std::string SigningRequest::publicPem() const
{
    return publicPemOf(X509_REQ_get0_pubkey(m_request.get()));
}

} // namespace greensward::pki
