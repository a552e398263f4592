// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "cloud/identity_tokens.h"

#include <gtest/gtest.h>

namespace greensward::cloud {

class Tokens : public testing::Test
{
protected:
    static aws::OctetSource octets(std::uint64_t seed)
    {
        return [random = std::make_shared<Random>(seed)](std::span<std::uint8_t> out) {
            for (auto& octet : out)
                octet = static_cast<std::uint8_t>((*random)());
        };
    }
    ManualClock clock;
    IdentityTokens tokens{clock, octets(1)};
    IdentityClaims ann{.identity = "us-east-1:1", .pool = "us-east-1:2", .methods = {"authenticated", "farm"}};
};

TEST_F(Tokens, sayWhatTheyWereGivenUntilTheyEnd)
{
    const std::string token = tokens.issue(ann, std::chrono::minutes(10));
    const auto read = tokens.check(token);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->identity, ann.identity);
    EXPECT_EQ(read->pool, ann.pool);
    EXPECT_EQ(read->methods, ann.methods);
    EXPECT_TRUE(read->authenticated());
    clock.advance(std::chrono::minutes(10));
    EXPECT_EQ(tokens.check(token).error(), IdentityTokens::Flaw::Expired);
}

TEST_F(Tokens, cannotBeMadeByOthers)
{
    const std::string token = tokens.issue(ann, std::chrono::minutes(10));
    const IdentityTokens others(clock, octets(2));
    EXPECT_EQ(tokens.check(others.issue(ann, std::chrono::minutes(10))).error(), IdentityTokens::Flaw::Forged);
    for (std::size_t at = 0; at < token.size(); ++at) {
        std::string changed = token;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(tokens.check(changed)) << "at " << at;
    }
    for (const char* none : {"", ".", "..", "a.b.c", "a.b"})
        EXPECT_FALSE(tokens.check(none));
}

} // namespace greensward::cloud
