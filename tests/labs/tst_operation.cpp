// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/operation.h"

#include <boost/json/parse.hpp>
#include <gmock/gmock.h>

namespace greensward::labs {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

namespace {

client::Call callWith(std::string_view operation, std::string_view parameters)
{
    auto call = callOf(operation, boost::json::parse(parameters).as_object());
    EXPECT_TRUE(call) << (call ? "" : call.error().message);
    return call.value_or(client::Call{});
}

} // namespace

TEST(Operations, putParametersWhereTheyBelong)
{
    const auto create =
        callWith("iot CreateThing", R"({"thingName":"a/b","attributePayload":{"attributes":{"x":"1"}}})");
    EXPECT_EQ(create.method, "POST");
    EXPECT_EQ(create.path, "/things/a%2Fb");
    EXPECT_EQ(create.body, R"({"attributePayload":{"attributes":{"x":"1"}}})");
    const auto attach = callWith("iot AttachThingPrincipal", R"({"thingName":"t","principal":"arn:x"})");
    EXPECT_THAT(attach.fields, ElementsAre(Pair("x-amzn-principal", "arn:x")));
    EXPECT_EQ(attach.body, "");
    const auto list = callWith("iot ListThings", R"({"maxResults":5})");
    EXPECT_THAT(list.query, ElementsAre(Pair("maxResults", "5")));
    const auto keys = callWith("iot CreateKeysAndCertificate", R"({"setAsActive":true})");
    EXPECT_THAT(keys.query, ElementsAre(Pair("setAsActive", "true")));
}

TEST(Operations, ofTheDataPlaneCarryThePayloadAsItIs)
{
    const auto publish = callWith("iotdata Publish", R"({"topic":"a/b","qos":1,"payload":{"x":[1,2]}})");
    EXPECT_EQ(publish.path, "/topics/a%2Fb");
    EXPECT_EQ(publish.body, R"({"x":[1,2]})");
    const auto shadow =
        callWith("iotdata UpdateThingShadow", R"({"thingName":"t","shadowName":"plan","payload":"text"})");
    EXPECT_THAT(shadow.query, ElementsAre(Pair("name", "plan")));
    EXPECT_EQ(shadow.body, "text");
}

TEST(Operations, writePoliciesAsText)
{
    const auto policy = callWith("iot CreatePolicy", R"({"policyName":"p","policyDocument":{"Version":"2012-10-17"}})");
    EXPECT_EQ(policy.body, R"({"policyDocument":"{\"Version\":\"2012-10-17\"}"})");
}

TEST(Operations, ofServicesThatAreNoRestArePostedToTheRoot)
{
    const auto role = callWith("iam GetRole", R"({"RoleName":"a b"})");
    EXPECT_EQ(role.service, "iam");
    EXPECT_EQ(role.method + " " + role.path, "POST /");
    EXPECT_EQ(role.body, "Action=GetRole&Version=2010-05-08&RoleName=a%20b");
    EXPECT_THAT(role.fields, ElementsAre(Pair("Content-Type", "application/x-www-form-urlencoded")));
    const auto policy = callWith("iam PutRolePolicy", R"({"PolicyDocument":{"Statement":[]}})");
    EXPECT_THAT(policy.body, HasSubstr("&PolicyDocument=%7B%22Statement%22%3A%5B%5D%7D"));
    const auto pools = callWith("cognito-identity ListIdentityPools", R"({"MaxResults":60})");
    EXPECT_EQ(pools.body, R"({"MaxResults":60})");
    EXPECT_THAT(pools.fields, testing::Contains(Pair("X-Amz-Target", "AWSCognitoIdentityService.ListIdentityPools")));
}

TEST(Operations, sayWhatIsWrong)
{
    EXPECT_THAT(callOf("iot CreateThin", {}).error().message, HasSubstr("no operation 'iot CreateThin'"));
    EXPECT_THAT(callOf("iot CreateThing", {}).error().message, HasSubstr("wants thingName"));
    EXPECT_TRUE(onlyLooks("iot DescribeThing"));
    EXPECT_FALSE(onlyLooks("iot DeleteThing"));
}

} // namespace greensward::labs
