// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <memory>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <string>
#include <string_view>

/// Private to core/pki: owners for OpenSSL's objects, and the few conversions that its files share.
namespace greensward::pki {

template<auto Free>
struct Freer
{
    template<typename T>
    void operator()(T* object) const
    {
        Free(object);
    }
};

using BioPtr = std::unique_ptr<BIO, Freer<BIO_free_all>>;
using BignumPtr = std::unique_ptr<BIGNUM, Freer<BN_free>>;
using KeyContextPtr = std::unique_ptr<EVP_PKEY_CTX, Freer<EVP_PKEY_CTX_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using X509Ptr = std::unique_ptr<X509, Freer<X509_free>>;
using RequestPtr = std::unique_ptr<X509_REQ, Freer<X509_REQ_free>>;
using NamePtr = std::unique_ptr<X509_NAME, Freer<X509_NAME_free>>;
using ExtensionPtr = std::unique_ptr<X509_EXTENSION, Freer<X509_EXTENSION_free>>;
using GeneralNamesPtr = std::unique_ptr<GENERAL_NAMES, Freer<GENERAL_NAMES_free>>;

/// "cannot <what>: <what OpenSSL says>"; empties this thread's error queue.
tl::unexpected<Error> opensslFailure(std::string_view what);

/// A read-only BIO over the text, which must outlive it.
BioPtr readingBio(std::string_view text);
BioPtr writingBio();
std::string contentOf(BIO* bio);

std::string rfc2253(const X509_NAME* name);
std::string commonNameOf(const X509_NAME* name);
/// A name of one CN; fails when it is empty or longer than 64 characters (ub-common-name, RFC 5280).
Result<NamePtr> nameOf(std::string_view commonName);

std::string publicPemOf(EVP_PKEY* key);
/// RSA of 2048 to 8192 bits, P-256 and P-384 pass: what AWS IoT takes, with an upper bound on the work a request can
/// cost.
Result<void> checkStrength(const EVP_PKEY* key);

} // namespace greensward::pki
