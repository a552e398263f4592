// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st; // EVP_PKEY

namespace greensward::pki {

/// The kinds of key that are made here. RSA-2048 is what AWS IoT issues; P-256 is a thousand times quicker to make.
enum class KeyType : std::uint8_t { Rsa2048, P256 };

/// A private key and its public half. Immutable, cheap to copy (copies share the key); any thread.
class PrivateKey
{
public:
    /// RSA-2048 takes from 50 ms to a second: not on the engine thread.
    static Result<PrivateKey> generate(KeyType type);
    /// PKCS#8, PKCS#1 or SEC1, unencrypted. RSA of 2048 bits or more, P-256 or P-384.
    static Result<PrivateKey> fromPem(std::string_view pem);

    /// PKCS#8, unencrypted ("BEGIN PRIVATE KEY"). Never to be logged.
    std::string pem() const;
    /// SubjectPublicKeyInfo ("BEGIN PUBLIC KEY").
    std::string publicPem() const;
    /// The same public half.
    bool samePublicKey(const PrivateKey& other) const;

    evp_pkey_st* handle() const { return m_key.get(); }

private:
    explicit PrivateKey(std::shared_ptr<evp_pkey_st> key) : m_key(std::move(key)) {}
    std::shared_ptr<evp_pkey_st> m_key;
};

} // namespace greensward::pki
