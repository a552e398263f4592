// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/signing_request.h"

#include <gtest/gtest.h>
#include <string>

using namespace greensward::pki;

namespace {

PrivateKey key(KeyType type = KeyType::P256)
{
    return PrivateKey::generate(type).value();
}

TEST(SigningRequest, carriesNameAndPublicKey)
{
    const auto owner = key();
    const auto made = SigningRequest::create(owner, "turbine-123");
    ASSERT_TRUE(made) << made.error().message;
    const auto parsed = SigningRequest::fromPem(made->pem());
    ASSERT_TRUE(parsed) << parsed.error().message;
    EXPECT_EQ(parsed->subject(), "CN=turbine-123");
    EXPECT_EQ(parsed->commonName(), "turbine-123");
    EXPECT_EQ(parsed->publicPem(), owner.publicPem());
}

TEST(SigningRequest, isRefusedWithASignatureThatIsNotItsOwn)
{
    // One bit of the base64 text of the signature, which is at the end.
    std::string pem = SigningRequest::create(key(), "turbine-123").value().pem();
    const auto end = pem.find("\n-----END");
    char& digit = pem[end - 12];
    digit = digit == 'A' ? 'B' : 'A';
    const auto parsed = SigningRequest::fromPem(pem);
    ASSERT_FALSE(parsed);
    EXPECT_NE(parsed.error().message.find("signing request"), std::string::npos) << parsed.error().message;
}

TEST(SigningRequest, isRefusedWhenItIsSomethingElse)
{
    for (const std::string& pem : {std::string(), std::string("hello"), key().pem()})
        EXPECT_FALSE(SigningRequest::fromPem(pem)) << pem;
}

TEST(SigningRequest, needsACommonNameOf64CharactersAtMost)
{
    EXPECT_TRUE(SigningRequest::create(key(), std::string(64, 'x')));
    EXPECT_FALSE(SigningRequest::create(key(), std::string(65, 'x')));
    EXPECT_FALSE(SigningRequest::create(key(), std::string(100'000, 'x')));
    EXPECT_FALSE(SigningRequest::create(key(), ""));
}

TEST(SigningRequest, countsCharactersNotOctets)
{
    std::string name;
    for (int i = 0; i < 64; ++i)
        name += "ü";
    const auto made = SigningRequest::create(key(), name);
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_EQ(made->commonName(), name);
}

} // namespace
