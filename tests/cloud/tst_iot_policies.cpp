// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry_world.h"

namespace greensward::cloud {

namespace {

constexpr const char* kDocument =
    R"({"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:*","Resource":"*"}]})";

} // namespace

using PoliciesOfTheAccount = RegistryWorld;

TEST_F(PoliciesOfTheAccount, aBrokenDocumentIsRefused)
{
    const auto refused = policies.create("p", "{");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "MalformedPolicyException");
    EXPECT_EQ(refused.error().status, 400U);
}

TEST_F(PoliciesOfTheAccount, thereAreFiveVersionsAtMost)
{
    ASSERT_TRUE(policies.create("p", kDocument));
    for (int version = 2; version <= 5; ++version)
        EXPECT_EQ(policies.createVersion("p", kDocument, false), version);
    const auto sixth = policies.createVersion("p", kDocument, false);
    ASSERT_FALSE(sixth);
    EXPECT_EQ(sixth.error().code, "VersionsLimitExceededException");
    EXPECT_FALSE(policies.removeVersion("p", 1)) << "it is the default";
    ASSERT_TRUE(policies.removeVersion("p", 3));
    EXPECT_EQ(policies.createVersion("p", kDocument, true), 6) << "numbers are not used twice";
    EXPECT_EQ((*policies.policy("p"))->defaultVersion, 6);
}

TEST_F(PoliciesOfTheAccount, whatIsInUseIsNotDeleted)
{
    ASSERT_TRUE(policies.create("p", kDocument));
    ASSERT_TRUE(policies.attach("p", "arn:target"));
    ASSERT_TRUE(policies.attach("p", "arn:target")) << "once more changes nothing";
    const auto refused = policies.remove("p");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "DeleteConflictException");
    ASSERT_TRUE(policies.detach("p", "arn:target"));
    EXPECT_TRUE(policies.remove("p"));
}

TEST_F(PoliciesOfTheAccount, aTargetHasTenAtMost)
{
    for (int number = 0; number < 11; ++number)
        ASSERT_TRUE(policies.create("p" + std::to_string(number), kDocument));
    for (int number = 0; number < 10; ++number)
        EXPECT_TRUE(policies.attach("p" + std::to_string(number), "arn:target"));
    const auto refused = policies.attach("p10", "arn:target");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "LimitExceededException");
    EXPECT_EQ(refused.error().status, 410U);
}

} // namespace greensward::cloud
