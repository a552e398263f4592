// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pki/private_key.h"

#include <gtest/gtest.h>
#include <string>

using greensward::pki::KeyType;
using greensward::pki::PrivateKey;

namespace {

class GeneratedKey : public testing::TestWithParam<KeyType>
{};

TEST_P(GeneratedKey, survivesThePemForm)
{
    const auto key = PrivateKey::generate(GetParam());
    ASSERT_TRUE(key) << key.error().message;
    EXPECT_TRUE(key->pem().starts_with("-----BEGIN PRIVATE KEY-----\n")) << "PKCS#8 is expected";
    EXPECT_TRUE(key->publicPem().starts_with("-----BEGIN PUBLIC KEY-----\n"));

    const auto again = PrivateKey::fromPem(key->pem());
    ASSERT_TRUE(again) << again.error().message;
    EXPECT_TRUE(again->samePublicKey(*key));
    EXPECT_EQ(again->pem(), key->pem());
    EXPECT_EQ(again->publicPem(), key->publicPem());
}

TEST_P(GeneratedKey, isNeverMadeTwice)
{
    const auto one = PrivateKey::generate(GetParam());
    const auto other = PrivateKey::generate(GetParam());
    ASSERT_TRUE(one && other);
    EXPECT_FALSE(one->samePublicKey(*other));
}

INSTANTIATE_TEST_SUITE_P(OfEachType, GeneratedKey, testing::Values(KeyType::Rsa2048, KeyType::P256),
                         [](const auto& type) { return type.param == KeyType::Rsa2048 ? "Rsa2048" : "P256"; });

TEST(PrivateKey, ofDifferentTypesDiffer)
{
    const auto rsa = PrivateKey::generate(KeyType::Rsa2048);
    const auto curve = PrivateKey::generate(KeyType::P256);
    ASSERT_TRUE(rsa && curve);
    EXPECT_FALSE(rsa->samePublicKey(*curve));
}

struct RefusedPem
{
    const char* name;
    std::string pem;
    const char* reason;
};

class UnusableKey : public testing::TestWithParam<RefusedPem>
{};

TEST_P(UnusableKey, isRefusedWithAReason)
{
    const auto key = PrivateKey::fromPem(GetParam().pem);
    ASSERT_FALSE(key);
    EXPECT_NE(key.error().message.find(GetParam().reason), std::string::npos) << key.error().message;
}

// The four keys were made for this test alone: openssl genpkey with rsa_keygen_bits:1024, secp256k1, Ed25519, and a
// P-256 key encrypted with a passphrase.
INSTANTIATE_TEST_SUITE_P(Pem, UnusableKey,
                         testing::Values(RefusedPem{"Nothing", "", "cannot read a private key"},
                                         RefusedPem{"Text", "turbine\n", "cannot read a private key"},
                                         RefusedPem{"Truncated",
                                                    "-----BEGIN PRIVATE KEY-----\n"
                                                    "MIG\n",
                                                    "cannot read a private key"},
                                         RefusedPem{"Rsa1024",
                                                    "-----BEGIN PRIVATE KEY-----\n"
                                                    "MIICdQIBADANBgkqhkiG9w0BAQEFAASCAl8wggJbAgEAAoGBAJnsiaxUZvHvtr6B\n"
                                                    "Jv7IL7DYXjkDLcFmUY+uMOTXwLQSoj3A/LZapap8hU3vEcLRr7aOEcj2draWyPId\n"
                                                    "GiiNJR510wm9MoBxhGxXxPedeoWQIAjZ4KWUjgmM0kJQGombj2hvRfu70e3PUFAW\n"
                                                    "6bO4RvSqa4csF4VbBSfZrwIY+QZ1AgMBAAECgYAkbEiXstE5ZtQDeGRV3eELI+gH\n"
                                                    "7ayiGygpq7p+LF+5PL+PhV9Hd2PEV/rjWjMFusCtniivOUMWKdAbGq/Z8KxbjusF\n"
                                                    "XYezLbfqds26Ytvo9Dq6NuqUD7W526dF+Or1deUbsNpSTd3SeR0dNwTzose50Mal\n"
                                                    "bsUdcq0c1aAgp6SRAQJBAMgeC2aLfPjjm0JTDxaSYKE/CELapM3Adf3uEh1258Gs\n"
                                                    "ObJsMHkpE6TxuObOV4YiQWanSEJe/mszD57Zdtu+2OUCQQDE6Dp7rYnzqGg/op5/\n"
                                                    "RoE9ymEqUwLq9U0D0AWryiedXHRNKPp4E3xalBpSeRRb839sK2o0n5Bh8e3s1hm8\n"
                                                    "lG5RAkA91iLZtgKQ+evw669+3w5i5RJNbjh8p5sOMzF/z00/6FMP0iSMW+gJEPR8\n"
                                                    "xYgAF7ez278VWzssruOFx1bWAjwNAkBEruyXb3ULNNcIO2Ul6CX0s78o0EPYSTBQ\n"
                                                    "ACO6RI2E6lb3AzA66jEaN0bnNazQViNAS/SD3pSyVX00e4oGqY/BAkAUIQpoQpch\n"
                                                    "JVmOsTrI1+MrK5UchFS3Oj0bd8yZSAm6nqzTAX5zA+uegrFPWOar4HT1PqBIpL+M\n"
                                                    "yj2mppa7i8Xo\n"
                                                    "-----END PRIVATE KEY-----\n",
                                                    "1024 bits"},
                                         RefusedPem{"OtherCurve",
                                                    "-----BEGIN PRIVATE KEY-----\n"
                                                    "MIGEAgEAMBAGByqGSM49AgEGBSuBBAAKBG0wawIBAQQgmod1+8siIPYaNISMnEYh\n"
                                                    "N12vzftbqc+OwpDtDZZ2rgmhRANCAAQPCWaH7bqzYGBlzahr8i5PqEVYS1JVXjDo\n"
                                                    "9F85vCd82Jsv36Fp8BuHN/bMQ+fvk3hEY7YGbokwoOvwZOcEXnWG\n"
                                                    "-----END PRIVATE KEY-----\n",
                                                    "secp256k1"},
                                         RefusedPem{"Ed25519",
                                                    "-----BEGIN PRIVATE KEY-----\n"
                                                    "MC4CAQAwBQYDK2VwBCIEIIfuwUHU1IzeIsbS2WASAOXKFRwaEfWEnYuEQSk/F0Tv\n"
                                                    "-----END PRIVATE KEY-----\n",
                                                    "must be RSA"},
                                         RefusedPem{"Encrypted",
                                                    "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
                                                    "MIHsMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAiHB9IvtfHkJgICCAAw\n"
                                                    "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEAQIEEGdd9TrwgHKXU+WMZH0DRk8EgZB0\n"
                                                    "9WnJuXxP3jz7bI+p1Fvf8HLMxJO5IbJ7P0LjFdYs5CSfVRtgXSJ34PPKqDCIICP4\n"
                                                    "GuEQAWuTrfgG4K360RnWLZphD+OaeYaYvIDLMekMULbcxvWgMpT+bwoNq8kamZmJ\n"
                                                    "quFcL/EgNvnYnqHu4EyvP+tuqUa1/YKAaCegVkR/UnNkFpnOdD2G7zA6Fr1wM5Q=\n"
                                                    "-----END ENCRYPTED PRIVATE KEY-----\n",
                                                    "cannot read a private key"}),
                         [](const auto& refused) { return std::string(refused.param.name); });

} // namespace
