// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/private_key.h"

#include "pki/openssl_handles.h"

#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

namespace greensward::pki {

namespace {

/// An encrypted key is refused instead of asking on the terminal for its passphrase.
int noPassphrase(char*, int, int, void*)
{
    return -1;
}

std::shared_ptr<EVP_PKEY> share(KeyPtr key)
{
    return {key.release(), Freer<EVP_PKEY_free>{}};
}

} // namespace

Result<PrivateKey> PrivateKey::generate(KeyType type)
{
    KeyPtr key(type == KeyType::Rsa2048 ? EVP_RSA_gen(2048U) : EVP_EC_gen("P-256"));
    if (!key)
        return opensslFailure("generate a key");
    return PrivateKey(share(std::move(key)));
}

Result<PrivateKey> PrivateKey::fromPem(std::string_view pem)
{
    const BioPtr in = readingBio(pem);
    KeyPtr key(PEM_read_bio_PrivateKey(in.get(), nullptr, noPassphrase, nullptr));
    if (!key)
        return opensslFailure("read a private key");
    if (auto strong = checkStrength(key.get()); !strong)
        return tl::unexpected(strong.error());
    return PrivateKey(share(std::move(key)));
}

std::string PrivateKey::pem() const
{
    const BioPtr out = writingBio();
    PEM_write_bio_PKCS8PrivateKey(out.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return contentOf(out.get());
}

std::string PrivateKey::publicPem() const
{
    return publicPemOf(m_key.get());
}

bool PrivateKey::samePublicKey(const PrivateKey& other) const
{
    const bool same = EVP_PKEY_eq(m_key.get(), other.m_key.get()) == 1;
    ERR_clear_error();
    return same;
}

} // namespace greensward::pki
