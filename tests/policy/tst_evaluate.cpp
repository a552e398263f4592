// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "iot_policy.h"

#include <gtest/gtest.h>
#include <random>

using namespace greensward::policy;

namespace {

constexpr auto kYes = Decision::Allowed;
constexpr auto kNo = Decision::ImplicitDeny;
constexpr auto kNever = Decision::ExplicitDeny;

Context turbine()
{
    Context context;
    context.set("iot:ClientId", "turbine-1");
    context.set("aws:SourceIp", "10.0.0.7");
    context.set("iot:Connection.Thing.ThingName", "turbine-1");
    context.set("iot:Connection.Thing.ThingTypeName", "turbine");
    context.set("iot:Connection.Thing.Attributes[site]", "north");
    context.set("iot:Connection.Thing.IsAttached", "true");
    context.set("iot:Certificate.Subject.CommonName", "cn-1");
    context.set("star", "*");
    context.setAll("iot:ConnectAttributes", {"PersistentConnect"});
    return context;
}

/// Allow (or Deny) one action pattern on one resource pattern, asked for one action on one resource.
struct Row
{
    const char *patternAction, *pattern, *action, *resource;
    Decision wanted;
};

TEST(Evaluate, onePatternAgainstOneResource)
{
    const Row rows[] = {
        {"iot:Connect", "client/turbine-1", "iot:Connect", "client/turbine-1", kYes},
        {"iot:Connect", "client/turbine-1", "iot:Connect", "client/turbine-10", kNo},
        {"iot:Connect", "client/turbine-1", "iot:Connect", "client/turbine-", kNo},
        {"iot:Connect", "client/turbine-1", "iot:Publish", "client/turbine-1", kNo},
        {"iot:connect", "client/turbine-1", "iot:Connect", "client/turbine-1", kYes},
        {"iot:Connect", "client/Turbine-1", "iot:Connect", "client/turbine-1", kNo},
        {"iot:*", "client/turbine-1", "iot:Connect", "client/turbine-1", kYes},
        {"iot:Con*", "client/turbine-1", "iot:Connect", "client/turbine-1", kYes},
        {"iot:?onnect", "client/turbine-1", "iot:Connect", "client/turbine-1", kYes},
        {"iot:Connec", "client/turbine-1", "iot:Connect", "client/turbine-1", kNo},
        {"*", "client/turbine-1", "iot:Connect", "client/turbine-1", kYes},
        {"greengrass:*", "client/turbine-1", "iot:Connect", "client/turbine-1", kNo},
        {"iot:Connect", "*", "iot:Connect", "client/turbine-1", kYes},
        {"iot:Connect", "client/*", "iot:Connect", "client/turbine-1", kYes},
        {"iot:Connect", "client/*", "iot:Connect", "client/", kYes},
        {"iot:Connect", "client/*-1", "iot:Connect", "client/turbine-1", kYes},
        {"iot:Connect", "client/*-2", "iot:Connect", "client/turbine-1", kNo},
        {"iot:Connect", "client/turbine-?", "iot:Connect", "client/turbine-1", kYes},
        {"iot:Connect", "client/turbine-?", "iot:Connect", "client/turbine-12", kNo},
        {"iot:Connect", "client/turbine-?", "iot:Connect", "client/turbine-", kNo},
        {"iot:Publish", "topic/a/*", "iot:Publish", "topic/a/b", kYes},
        {"iot:Publish", "topic/a/*", "iot:Publish", "topic/a/b/c", kYes},
        {"iot:Publish", "topic/a/*", "iot:Publish", "topic/a", kNo},
        {"iot:Publish", "topic/a?b", "iot:Publish", "topic/a/b", kYes},
        {"iot:Publish", "topic/a/+", "iot:Publish", "topic/a/b", kNo},
        {"iot:Publish", "topic/a/#", "iot:Publish", "topic/a/b", kNo},
        {"iot:Publish", "topic/*/b/*/d", "iot:Publish", "topic/a/b/c/d", kYes},
        {"iot:Publish", "topic/*/b/*/d", "iot:Publish", "topic/a/b/b/c/c/d", kYes},
        {"iot:Publish", "topic/*/b/*/d", "iot:Publish", "topic/a/c/c/d", kNo},
        {"iot:Publish", "topic/*a*a*a", "iot:Publish", "topic/aaab", kNo},
        {"iot:Publish", "topic/*a*a*a", "iot:Publish", "topic/baaa", kYes},
        {"iot:Publish", "topic/**", "iot:Publish", "topic/x", kYes},
        {"iot:Publish", "topicfilter/a", "iot:Publish", "topic/a", kNo},
        {"iot:Subscribe", "topicfilter/a/+", "iot:Subscribe", "topicfilter/a/+", kYes},
        {"iot:Subscribe", "topicfilter/a/+", "iot:Subscribe", "topicfilter/a/b", kNo},
        {"iot:Subscribe", "topicfilter/a/#", "iot:Subscribe", "topicfilter/a/#", kYes},
        {"iot:Subscribe", "topicfilter/a/*", "iot:Subscribe", "topicfilter/a/#", kYes},
        {"iot:Subscribe", "topicfilter/a/*", "iot:Subscribe", "topicfilter/#", kNo},
        {"iot:Subscribe", "topic/a/*", "iot:Subscribe", "topicfilter/a/b", kNo},
        {"iot:Receive", "topic/$aws/things/*", "iot:Receive", "topic/$aws/things/x/shadow/update", kYes},
        {"iot:Connect", "client/${iot:ClientId}", "iot:Connect", "client/turbine-1", kYes},
        {"iot:Connect", "client/${iot:clientid}", "iot:Connect", "client/turbine-1", kYes},
        {"iot:Connect", "client/${iot:ClientId}", "iot:Connect", "client/turbine-2", kNo},
        {"iot:Connect", "client/${iot:Connection.Thing.ThingName}", "iot:Connect", "client/turbine-1", kYes},
        {"iot:Publish", "topic/${iot:Connection.Thing.ThingTypeName}/${iot:Connection.Thing.Attributes[site]}",
         "iot:Publish", "topic/turbine/north", kYes},
        {"iot:Publish", "topic/${iot:ClientId}/*", "iot:Publish", "topic/turbine-1/wind/speed", kYes},
        {"iot:Publish", "topic/*/${iot:ClientId}", "iot:Publish", "topic/x/y/turbine-1", kYes},
        {"iot:Publish", "topic/${iot:Certificate.Subject.CommonName}", "iot:Publish", "topic/cn-1", kYes},
        {"iot:Publish", "topic/${aws:SourceIp}", "iot:Publish", "topic/10.0.0.7", kYes},
        {"iot:Publish", "topic/${iot:Nothing}", "iot:Publish", "topic/", kNo},
        {"iot:Publish", "topic/${iot:Nothing}", "iot:Publish", "topic/${iot:Nothing}", kNo},
        {"iot:Publish", "topic/*${iot:Nothing}", "iot:Publish", "topic/x", kNo},
        {"iot:Publish", "topic/${iot:Nothing, 'none'}", "iot:Publish", "topic/none", kYes},
        {"iot:Publish", "topic/${star}", "iot:Publish", "topic/x", kNo},
        {"iot:Publish", "topic/${star}", "iot:Publish", "topic/*", kYes},
        {"iot:Publish", "topic/${*}", "iot:Publish", "topic/x", kNo},
        {"iot:Publish", "topic/${*}", "iot:Publish", "topic/*", kYes},
        {"iot:Publish", "topic/${?}x", "iot:Publish", "topic/?x", kYes},
        {"iot:Publish", "topic/${$}", "iot:Publish", "topic/$", kYes},
        {"iot:Publish", "topic/${iot:ClientId", "iot:Publish", "topic/${iot:ClientId", kYes},
        {"iot:UpdateThingShadow", "thing/*", "iot:UpdateThingShadow", "thing/turbine-1", kYes},
        {"iot:AssumeRoleWithCertificate", "rolealias/lab", "iot:AssumeRoleWithCertificate", "rolealias/lab", kYes},
    };
    const Context context = turbine();
    for (const auto& row : rows) {
        const auto resource = arn(row.resource);
        const AccessRequest request{row.action, resource, context};
        const auto allow = iotPolicy(statement("Allow", row.patternAction, row.pattern));
        const Policy* one[] = {&allow};
        EXPECT_EQ(evaluate(one, request).decision, row.wanted) << row.pattern << " against " << row.resource;
        // The same as a Deny beside an Allow of everything.
        const auto deny =
            iotPolicy(statement("Allow", "*", "*") + ',' + statement("Deny", row.patternAction, row.pattern));
        const Policy* two[] = {&deny};
        EXPECT_EQ(evaluate(two, request).decision, row.wanted == kYes ? kNever : kYes) << row.pattern;
    }
}

/// Whole documents: several statements, Not…, conditions.
TEST(Evaluate, statementsTogether)
{
    const auto allowAll = statement("Allow", "*", "*");
    const auto with = [](const std::string& condition) {
        return statement("Allow", "iot:Connect", "*", R"(,"Condition":{)" + condition + '}');
    };
    const auto raw = [](const std::string& rest) { return R"({"Effect":"Allow",)" + rest + '}'; };
    const std::tuple<std::string, Decision> rows[] = {
        {statement("Deny", "iot:Connect", "*") + ',' + allowAll, kNever},
        {allowAll + ',' + statement("Deny", "iot:Publish", "*"), kYes},
        {statement("Deny", "iot:Connect", "client/other") + ',' + allowAll, kYes},
        {statement("Deny", "iot:Connect", "*"), kNever},
        {raw(R"("NotAction":"iot:Publish","Resource":"*")"), kYes},
        {raw(R"("NotAction":["iot:Publish","iot:Connect"],"Resource":"*")"), kNo},
        {raw(R"("Action":"*","NotResource":"arn:aws:iot:us-east-1:123456789012:client/other")"), kYes},
        {raw(R"("Action":"*","NotResource":"arn:aws:iot:*:*:client/*")"), kNo},
        {raw(R"("Action":"*","NotResource":"arn:aws:iot:*:*:client/${iot:Nothing}")"), kNo},
        {raw(R"("Action":["iot:Publish","iot:Connect"],"Resource":["arn:aws:iot:x","*"])"), kYes},
        {with(R"("Bool":{"iot:Connection.Thing.IsAttached":"true"})"), kYes},
        {with(R"("Bool":{"iot:Connection.Thing.IsAttached":true})"), kYes},
        {with(R"("Bool":{"iot:Connection.Thing.IsAttached":["false"]})"), kNo},
        {with(R"("StringEquals":{"iot:ClientId":"${iot:Connection.Thing.ThingName}"})"), kYes},
        {with(R"("StringEquals":{"iot:ClientId":"${iot:Nothing}"})"), kNo},
        {with(R"("StringNotEquals":{"iot:ClientId":"${iot:Nothing}"})"), kNo},
        {with(R"("StringLike":{"iot:ClientId":"turbine-*"},"IpAddress":{"aws:SourceIp":"10.0.0.0/8"})"), kYes},
        {with(R"("StringLike":{"iot:ClientId":"turbine-*"},"IpAddress":{"aws:SourceIp":"11.0.0.0/8"})"), kNo},
        {with(R"("ForAllValues:StringEquals":{"iot:ConnectAttributes":["PersistentConnect"]})"), kYes},
        {with(R"("ForAllValues:StringEquals":{"iot:ConnectAttributes":["LastWill"]})"), kNo},
        {with(R"("ForAllValues:StringEquals":{"iot:ConnectAttributes":["LastWill","PersistentConnect"]})"), kYes},
        {with(R"("ForAnyValue:StringEquals":{"iot:ConnectAttributes":["LastWill"]})"), kNo},
        {with(R"("ForAnyValue:StringNotEquals":{"iot:ConnectAttributes":["LastWill"]})"), kYes},
    };
    const Context context = turbine();
    const auto resource = arn("client/turbine-1");
    for (const auto& [statements, wanted] : rows) {
        const auto policy = iotPolicy(statements);
        const Policy* set[] = {&policy};
        EXPECT_EQ(evaluate(set, {"iot:Connect", resource, context}).decision, wanted) << statements;
    }
}

TEST(Evaluate, nothingIsAllowedWithoutAPolicy)
{
    const Context context;
    EXPECT_EQ(evaluate({}, {"iot:Connect", "arn:aws:iot:r:a:client/x", context}).decision, kNo);
}

TEST(Evaluate, trustPoliciesNameWhoMayAssume)
{
    const auto trust = [](const std::string& principal) {
        return parsePolicy("role",
                           R"({"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":)" + principal +
                               R"(,"Action":"sts:AssumeRole"}})",
                           Dialect::Trust)
            .value();
    };
    const std::string alice = "arn:aws:iam::123456789012:user/alice";
    const std::tuple<const char*, const char*, std::string, Decision> rows[] = {
        {R"({"Service":"iot.amazonaws.com"})", "Service", "iot.amazonaws.com", kYes},
        {R"({"Service":["a.amazonaws.com","iot.amazonaws.com"]})", "Service", "iot.amazonaws.com", kYes},
        {R"({"Service":"credentials.iot.amazonaws.com"})", "Service", "iot.amazonaws.com", kNo},
        {R"({"AWS":"arn:aws:iam::123456789012:root"})", "AWS", alice, kYes},
        {R"({"AWS":"123456789012"})", "AWS", alice, kYes},
        {R"({"AWS":"arn:aws:iam::999999999999:root"})", "AWS", alice, kNo},
        {R"({"AWS":"arn:aws:iam::123456789012:user/bob"})", "AWS", alice, kNo},
        {R"({"AWS":"arn:aws:iam::123456789012:user/*"})", "AWS", alice, kNo},
        {R"({"AWS":"*"})", "AWS", alice, kYes},
        {R"("*")", "Service", "any.amazonaws.com", kYes},
        {R"({"Federated":"cognito-identity.amazonaws.com"})", "AWS", "cognito-identity.amazonaws.com", kNo},
    };
    const Context context;
    for (const auto& [principal, type, who, wanted] : rows) {
        const auto policy = trust(principal);
        const Policy* set[] = {&policy};
        EXPECT_EQ(evaluate(set, {"sts:AssumeRole", "arn:aws:iam::123456789012:role/r", context, type, who}).decision,
                  wanted)
            << principal;
    }
}

/// Against a matcher that is plainly right: recursion over text without variables.
bool plainlyMatches(std::string_view pattern, std::string_view text)
{
    if (pattern.empty())
        return text.empty();
    if (pattern[0] == '*')
        return plainlyMatches(pattern.substr(1), text) || (!text.empty() && plainlyMatches(pattern, text.substr(1)));
    return !text.empty() && (pattern[0] == '?' || pattern[0] == text[0]) &&
           plainlyMatches(pattern.substr(1), text.substr(1));
}

TEST(Pattern, agreesWithThePlainDefinition)
{
    std::mt19937 random(7);
    const Context context;
    for (int round = 0; round < 50'000; ++round) {
        std::string pattern, text;
        for (unsigned i = random() % 8; i > 0; --i)
            pattern += "ab/*?*"[random() % 6];
        for (unsigned i = random() % 8; i > 0; --i)
            text += "ab/"[random() % 3];
        ASSERT_EQ(Pattern{pattern}.matches(text, context), plainlyMatches(pattern, text)) << pattern << ' ' << text;
    }
}

/// Adding an Allow never takes away, adding a Deny never gives; the order of policies is of no account.
TEST(Evaluate, isMonotonous)
{
    std::mt19937 random(11);
    const Context context;
    const auto draw = [&] {
        const char* const effects[] = {"Allow", "Deny"};
        const char* const patterns[] = {"topic/a", "topic/*", "topic/a/*", "topic/?"};
        return iotPolicy(statement(effects[random() % 2], "iot:Publish", patterns[random() % 4]));
    };
    for (int round = 0; round < 2'000; ++round) {
        const Policy a = draw(), b = draw(), c = draw();
        const auto resource = arn(random() % 2 ? "topic/a" : "topic/a/b");
        const AccessRequest request{"iot:Publish", resource, context};
        const Policy *two[] = {&a, &b}, *three[] = {&a, &b, &c}, *turned[] = {&c, &b, &a};
        const auto before = evaluate(two, request), after = evaluate(three, request);
        EXPECT_EQ(after.decision, evaluate(turned, request).decision);
        if (c.statements[0].allows)
            EXPECT_TRUE(!before.allowed() || after.allowed());
        else
            EXPECT_TRUE(before.allowed() || !after.allowed());
    }
}

} // namespace
