// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/sigv4.h"
#include "aws/sigv4_sign.h"
#include "cloud/aws_managed_policies.h"
#include "cloud/role_session.h"
#include "registry_world.h"

#include <gmock/gmock.h>

namespace greensward::cloud {

using testing::HasSubstr;

class Callers : public RegistryWorld
{
protected:
    static std::string document(const std::string& effect, const std::string& action, const std::string& resource = "*")
    {
        return R"({"Version":"2012-10-17","Statement":{"Effect":")" + effect + R"(","Action":")" + action +
               R"(","Resource":")" + resource + R"("}})";
    }
    const IamRole& role(const std::string& name)
    {
        IamRole coming;
        coming.name = name;
        return **iam.createRole(coming, R"({"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":
            {"Service":"iot.amazonaws.com"},"Action":"sts:AssumeRole"}})");
    }
    aws::Caller session(const IamRole& role, TemporarySession session = {})
    {
        session.origin = TemporarySession::Origin::Role;
        const aws::Credential& key =
            keyring.lend(roleSession(account, role, "lab"), std::chrono::hours(1), std::move(session));
        aws::Caller caller = key.caller;
        caller.accessKeyId = key.accessKeyId;
        return caller;
    }
    std::string refused(const aws::Caller& caller, const std::string& action, const std::string& service = "iot")
    {
        const auto error = callers.refusal(callers.caller(caller), {action, "*"}, service);
        return error ? error->code + ": " + error->message : "";
    }
    static std::shared_ptr<const policy::Policy> parsed(const std::string& document)
    {
        return std::make_shared<const policy::Policy>(*policy::parsePolicy("p", document, policy::Dialect::Identity));
    }
};

TEST_F(Callers, aRoleMayWhatItsPoliciesSayAndSaysSoInTheServicesForm)
{
    const aws::Caller caller = session(role("Lab"));
    EXPECT_EQ(
        refused(caller, "iot:ListThings"),
        "AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/Lab/lab is not authorized to perform: "
        "iot:ListThings on resource: * because no identity-based policy allows the iot:ListThings action");
    EXPECT_THAT(refused(caller, "iam:ListUsers", "iam"), HasSubstr("AccessDenied: User"));
    EXPECT_EQ(refused(caller, "iot:Publish", "iotdata"), "ForbiddenException: Forbidden");
    ASSERT_TRUE(iam.putInline(IamKind::Role, "Lab", "own", document("Allow", "iot:List*")));
    EXPECT_EQ(refused(caller, "iot:ListThings"), "");
    ASSERT_TRUE(iam.putInline(IamKind::Role, "Lab", "no", document("Deny", "iot:ListThings")));
    EXPECT_THAT(refused(caller, "iot:ListThings"), HasSubstr("with an explicit deny in an identity-based policy"));
}

TEST_F(Callers, aSessionPolicyBoundsAndNeverGives)
{
    const IamRole& lab = role("Lab");
    const aws::Caller caller = session(lab, {.policies = {parsed(document("Allow", "iot:ListThings"))}});
    EXPECT_THAT(refused(caller, "iot:ListThings"), HasSubstr("no identity-based policy"));
    ASSERT_TRUE(iam.putInline(IamKind::Role, "Lab", "own", document("Allow", "iot:*")));
    EXPECT_EQ(refused(caller, "iot:ListThings"), "");
    EXPECT_THAT(refused(caller, "iot:CreateThing"), HasSubstr("because no session policy allows the iot:CreateThing"));
    EXPECT_THAT(callers.caller(caller).explain("iot:CreateThing", "*").text, HasSubstr("the session was bounded"));
}

TEST_F(Callers, aNewRoleOfTheNameIsNotTheOldOne)
{
    const aws::Caller caller = session(role("Lab"));
    ASSERT_TRUE(iam.remove(IamKind::Role, "Lab"));
    role("Lab");
    ASSERT_TRUE(iam.putInline(IamKind::Role, "Lab", "own", document("Allow", "*")));
    EXPECT_THAT(refused(caller, "iot:ListThings"), HasSubstr("not authorized"));
}

TEST_F(Callers, anIdentityThatSignedInNeedsAnIotPolicyForItsMessages)
{
    const IamRole& lab = role("Lab");
    ASSERT_TRUE(iam.putInline(IamKind::Role, "Lab", "own", document("Allow", "iot:*")));
    const aws::Caller guest = session(lab, {.identity = "us-east-1:guest"});
    const aws::Caller user = session(lab, {.identity = "us-east-1:user", .authenticated = true});
    const std::string topic = account.iotArn("topic", "lawn/page");
    EXPECT_TRUE(callers.messenger(guest, "page").evaluate("iot:Publish", topic).allowed());
    const Principal without = callers.messenger(user, "page");
    EXPECT_FALSE(without.evaluate("iot:Publish", topic).allowed());
    EXPECT_THAT(without.explain("iot:Publish", topic).text, HasSubstr("needs an IoT policy of its own"));
    ASSERT_TRUE(policies.create(
        "pages", document("Allow", "iot:Publish", "arn:aws:iot:us-east-1:123456789012:topic/lawn/${iot:ClientId}")));
    ASSERT_TRUE(policies.attach("pages", "us-east-1:user"));
    EXPECT_NE(callers.generation(), without.generation) << "what was concluded before is out of date";
    EXPECT_TRUE(callers.messenger(user, "page").evaluate("iot:Publish", topic).allowed());
    EXPECT_FALSE(callers.messenger(user, "other").evaluate("iot:Publish", topic).allowed());
    EXPECT_EQ(refused(user, "iot:ListThings"), "") << "the control plane asks IAM alone";
}

TEST_F(Callers, conditionsSeeWhoAsks)
{
    IamUser coming;
    coming.name = "ann";
    const IamUser& ann = **iam.createUser(coming);
    ASSERT_TRUE(
        iam.putInline(IamKind::User, "ann", "own",
                      document("Allow", "iot:*", "arn:aws:iot:us-east-1:123456789012:thing/${aws:username}-*")));
    const aws::Caller caller{
        .kind = aws::Caller::Kind::User, .account = account.id, .arn = iam.arn(IamKind::User, ann), .userId = ann.id};
    EXPECT_TRUE(callers.caller(caller).evaluate("iot:CreateThing", account.iotArn("thing", "ann-1")).allowed());
    EXPECT_FALSE(callers.caller(caller).evaluate("iot:CreateThing", account.iotArn("thing", "bob-1")).allowed());
}

TEST_F(Callers, keysOfUsersAndSessionsAreFoundAndEnd)
{
    IamUser coming;
    coming.name = "ann";
    ASSERT_TRUE(iam.createUser(coming));
    const AccessKey key = *iam.createKey("ann");
    ASSERT_TRUE(keyring.find(key.id));
    EXPECT_EQ(keyring.find(key.id)->secretAccessKey, key.secret);
    ASSERT_TRUE(iam.setKeyActive("ann", key.id, false));
    EXPECT_FALSE(keyring.find(key.id));

    const std::string lent = keyring.lend({}, std::chrono::minutes(15)).accessKeyId;
    clock.advance(std::chrono::hours(23));
    keyring.lend({}, std::chrono::minutes(15));
    ASSERT_TRUE(keyring.find(lent)) << "told that it is over, not that it is unknown";
    EXPECT_LT(*keyring.find(lent)->expires, clock.wall());
    clock.advance(std::chrono::hours(2));
    keyring.lend({}, std::chrono::minutes(15));
    EXPECT_FALSE(keyring.find(lent));
}

TEST_F(Callers, aLentKeySignsUntilItsTimeIsOver)
{
    const aws::Credential key = keyring.lend(roleSession(account, role("Lab"), "lab"), std::chrono::minutes(15));
    const auto asked = [&] {
        aws::Request request{.method = "GET", .target = "/things", .fields = {{"Host", "localhost"}}};
        aws::signRequest(request, {.key = key, .region = "us-east-1", .service = "iot", .time = clock.wall()});
        return aws::verifySignature(request, keyring, clock.wall());
    };
    clock.advance(std::chrono::minutes(15) - std::chrono::seconds(1));
    const auto inTime = asked();
    ASSERT_TRUE(inTime);
    EXPECT_EQ(inTime->caller.arn, "arn:aws:sts::123456789012:assumed-role/Lab/lab");
    clock.advance(std::chrono::seconds(1));
    const auto late = asked();
    ASSERT_FALSE(late);
    EXPECT_EQ(aws::refusalError(late.error(), aws::ErrorFamily::Query).code, "ExpiredToken");
    EXPECT_EQ(aws::refusalError(late.error(), aws::ErrorFamily::Rest).code, "ExpiredTokenException");
}

TEST_F(Callers, trustIsDirectByNameAndDelegatedToTheAccount)
{
    IamUser coming;
    coming.name = "ann";
    ASSERT_TRUE(iam.createUser(coming));
    const auto trusting = [&](const std::string& name, const std::string& principal) {
        IamRole made;
        made.name = name;
        return iam.createRole(made, R"({"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":")" +
                                        principal + R"("},"Action":"sts:AssumeRole"}})");
    };
    const policy::Context context;
    const auto asked = [&](const IamRole& role, const std::string& who, const std::string& behind) {
        return trustOf(role, {"sts:AssumeRole", "*", context, "AWS", who, behind});
    };
    const std::string ann = "arn:aws:iam::123456789012:user/ann";
    const IamRole& byName = **trusting("ByName", ann);
    EXPECT_EQ(asked(byName, ann, ann), Trust::Direct);
    EXPECT_EQ(asked(byName, "arn:aws:iam::123456789012:user/bob", ""), Trust::No);
    const IamRole& byAccount = **trusting("ByAccount", "arn:aws:iam::123456789012:root");
    EXPECT_EQ(asked(byAccount, ann, ann), Trust::Delegated);
    EXPECT_EQ(asked(byAccount, "arn:aws:iam::999999999999:user/ann", ""), Trust::No);
    const IamRole& byRole = **trusting("ByRole", "arn:aws:iam::123456789012:role/ByName");
    EXPECT_EQ(asked(byRole, "arn:aws:sts::123456789012:assumed-role/ByName/x", "arn:aws:iam::123456789012:role/ByName"),
              Trust::Direct);
    EXPECT_EQ(trusting("Ghost", "arn:aws:iam::123456789012:user/ghost").error().code, "MalformedPolicyDocument");
}

TEST_F(Callers, everyPolicyOfAwsCanBeAttached)
{
    role("Lab");
    std::size_t attached = 0;
    for (const AwsManagedPolicy& known : awsManagedPolicies()) {
        const std::string arn = "arn:aws:iam::aws:policy" + std::string(known.path) + std::string(known.name);
        const auto done = iam.attach(IamKind::Role, "Lab", arn);
        EXPECT_TRUE(done || attached >= Iam::kMostAttached) << arn << ": " << done.error().message;
        EXPECT_TRUE(iam.policy(arn)) << known.name << " does not compile";
        ++attached;
    }
}

} // namespace greensward::cloud
