// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "iot_policy.h"

#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>

using namespace greensward::policy;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

std::string why(const Policy& policy, const std::string& action, const std::string& resource,
                const Context& context = {})
{
    const Policy* set[] = {&policy};
    return explain(set, {action, arn(resource), context}).text;
}

TEST(Explain, theNearestMissIsNamed)
{
    const auto pumps = iotPolicy(
        statement("Allow", "iot:Connect", "client/pump-*") + ',' +
        statement("Allow", "iot:Publish", "topic/${iot:Connection.Thing.ThingName}") + ',' +
        statement("Allow", "iot:Subscribe", "*", R"(,"Condition":{"StringEquals":{"iot:ClientId":"pump-1"}})"));
    Context context;
    EXPECT_EQ(why(pumps, "iot:Connect", "client/pumps-1"),
              "the policy `pumps` allows iot:Connect on client/pump-*; this client is pumps-1");
    EXPECT_THAT(why(pumps, "iot:Publish", "topic/x"),
                HasSubstr("${iot:Connection.Thing.ThingName} is not defined here"));
    EXPECT_THAT(why(pumps, "iot:Subscribe", "topicfilter/x"), HasSubstr("iot:ClientId is not defined here"));
    context.set("iot:ClientId", "pump-2");
    EXPECT_THAT(why(pumps, "iot:Subscribe", "topicfilter/x", context),
                HasSubstr("only when StringEquals iot:ClientId pump-1; here it is pump-2"));
    EXPECT_EQ(why(pumps, "iot:Receive", "topic/x"), "no statement of `pumps` allows iot:Receive");
    EXPECT_EQ(explain({}, {"iot:Connect", arn("client/x"), context}).text,
              "no policy is attached, so iot:Connect on client/x is not allowed");
}

TEST(Explain, theStatementThatDecidedIsNamed)
{
    const auto policy = iotPolicy(statement("Allow", "*", "*") + ',' +
                                  statement("Deny", "iot:Publish", "topic/secret", R"(,"Sid":"NoSecrets")"));
    EXPECT_EQ(why(policy, "iot:Publish", "topic/secret"),
              "the policy `pumps` (statement 2, NoSecrets) denies iot:Publish on topic/secret");
    EXPECT_EQ(why(policy, "iot:Publish", "topic/open"), "the policy `pumps` (statement 1) allows iot:Publish on *");
}

TEST(Explain, whatTestAuthorizationNeeds)
{
    const auto allow = iotPolicy(statement("Allow", "iot:Publish", "*"), "open");
    const auto deny = iotPolicy(statement("Deny", "iot:Publish", "topic/x"), "shut");
    const auto unknown = iotPolicy(statement("Allow", "iot:Publish", "topic/${iot:A}/${iot:B}"), "vague");
    const Policy* set[] = {&allow, &deny, &unknown};
    const Context context;
    const auto resource = arn("topic/x");
    const auto out = explain(set, {"iot:Publish", resource, context});
    EXPECT_EQ(out.verdict.decision, Decision::ExplicitDeny);
    EXPECT_THAT(out.allowing, ElementsAre(&allow));
    EXPECT_THAT(out.denying, ElementsAre(&deny));
    EXPECT_THAT(out.missingContextValues, ElementsAre("iot:A", "iot:B"));
}

TEST(SmallestAllowing, isEnoughAndNoMore)
{
    const Context context;
    for (const std::string resource :
         {"topic/a/b", "client/x", "topicfilter/a/#", "topic/100%", "topic/*", "topic/a?", "topic/${iot:ClientId}"}) {
        const auto full = arn(resource);
        const AccessRequest request{"iot:Publish", full, context};
        const auto policy = iotPolicy(boost::json::serialize(smallestAllowing(request)));
        const Policy* set[] = {&policy};
        EXPECT_TRUE(evaluate(set, request).allowed()) << resource;
        const auto longer = full + "x";
        EXPECT_FALSE(evaluate(set, {"iot:Publish", longer, context}).allowed()) << resource;
    }
}

} // namespace
