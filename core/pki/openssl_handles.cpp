// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/openssl_handles.h"

#include <array>
#include <fmt/format.h>
#include <limits>
#include <new>
#include <openssl/core_names.h>
#include <openssl/err.h>
#include <openssl/pem.h>

namespace greensward::pki {

tl::unexpected<Error> opensslFailure(std::string_view what)
{
    // The newest entry is the nearest to the cause that a person can act on.
    const unsigned long code = ERR_peek_last_error();
    const char* reason = code == 0 ? nullptr : ERR_reason_error_string(code);
    ERR_clear_error();
    return failure(fmt::format("cannot {}: {}", what, reason == nullptr ? "unknown reason" : reason));
}

BioPtr readingBio(std::string_view text)
{
    if (text.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        text = {};
    BioPtr bio(BIO_new_mem_buf(text.empty() ? "" : text.data(), static_cast<int>(text.size())));
    if (!bio)
        throw std::bad_alloc();
    return bio;
}

BioPtr writingBio()
{
    BioPtr bio(BIO_new(BIO_s_mem()));
    if (!bio)
        throw std::bad_alloc();
    return bio;
}

std::string contentOf(BIO* bio)
{
    char* start = nullptr;
    const long size = BIO_get_mem_data(bio, &start);
    return size > 0 ? std::string(start, static_cast<std::size_t>(size)) : std::string();
}

std::string rfc2253(const X509_NAME* name)
{
    const BioPtr out = writingBio();
    // ESC_MSB off: UTF-8 stays readable instead of becoming \xx.
    X509_NAME_print_ex(out.get(), name, 0, XN_FLAG_RFC2253 & ~static_cast<unsigned long>(ASN1_STRFLGS_ESC_MSB));
    return contentOf(out.get());
}

std::string commonNameOf(const X509_NAME* name)
{
    const int index = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
    if (index < 0)
        return {};
    unsigned char* utf8 = nullptr;
    const int size = ASN1_STRING_to_UTF8(&utf8, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, index)));
    if (size < 0) {
        ERR_clear_error();
        return {};
    }
    std::string text(reinterpret_cast<const char*>(utf8), static_cast<std::size_t>(size));
    OPENSSL_free(utf8);
    return text;
}

Result<NamePtr> nameOf(std::string_view commonName)
{
    if (commonName.empty())
        return failure("a common name must not be empty");
    if (commonName.size() > 256) // 64 characters of four octets
        return failure("a common name must not be longer than 64 characters");
    NamePtr name(X509_NAME_new());
    if (!name || X509_NAME_add_entry_by_NID(name.get(), NID_commonName, MBSTRING_UTF8,
                                            reinterpret_cast<const unsigned char*>(commonName.data()),
                                            static_cast<int>(commonName.size()), -1, 0) != 1)
        return opensslFailure("use this common name");
    return name;
}

std::string publicPemOf(EVP_PKEY* key)
{
    const BioPtr out = writingBio();
    PEM_write_bio_PUBKEY(out.get(), key);
    return contentOf(out.get());
}

Result<void> checkStrength(const EVP_PKEY* key)
{
    const int bits = EVP_PKEY_get_bits(key);
    if (EVP_PKEY_is_a(key, "RSA") == 1) {
        if (bits < 2048 || bits > 8192)
            return failure(fmt::format("an RSA key of {} bits is not accepted, 2048 to 8192 are", bits));
        return {};
    }
    std::array<char, 64> group{};
    if (EVP_PKEY_is_a(key, "EC") == 1 &&
        EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group.data(), group.size(), nullptr) == 1) {
        const std::string_view name(group.data());
        if (name == "prime256v1" || name == "P-256" || name == "secp384r1" || name == "P-384")
            return {};
        return failure(fmt::format("the curve {} is not accepted, P-256 and P-384 are", name));
    }
    ERR_clear_error();
    return failure("a key must be RSA, P-256 or P-384");
}

} // namespace greensward::pki
