// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice.h"

#include <fmt/format.h>

namespace greensward::doctor {
namespace {

using namespace std::chrono_literals;
using trace::Finding;

constexpr std::string_view kCaller = "arn:aws:iot:us-east-1:123456789012:cert/0123";

/// The same with Greengrass in it.
class Lawn : public Practice
{
protected:
    void api(std::string_view operation, std::string_view who = kCaller)
    {
        record({.kind = Kind::ApiCalled, .subject = who, .object = operation});
    }
    void askedForCores(Finding finding, std::string_view particulars)
    {
        api("greengrass Discover");
        record({.kind = Kind::Evidence,
                .extra = static_cast<std::int64_t>(finding),
                .subject = kCaller,
                .object = "greengrass Discover",
                .payload = asBytes(particulars)});
    }
    void deployment(std::string_view status, std::string_view more = {}, std::string_view id = "d1")
    {
        const std::string text = fmt::format(
            R"({{"group":"g1","name":"workshop","deployment":"{}","status":"{}","type":"NewDeployment",)"
            R"("core":"lawn","coreArn":"arn:aws:iot:us-east-1:123456789012:thing/lawn","gone":false{}}})",
            id, status, more);
        evidence(Finding::Deployment, "lawn", text);
    }
    void built()
    {
        deployment("Building");
        wait(200ms);
        deployment("InProgress");
    }
    void unrouted(std::string_view topic, std::string_view origin = "core lawn")
    {
        const std::string text = fmt::format(
            R"({{"core":"lawn","source":"wt-1","sourceEnd":"arn:aws:iot:us-east-1:1:thing/wt-1","topic":"{}",)"
            R"("why":"route r0 has the subject turbine/+, which does not cover it",)"
            R"("nearest":{{"id":"r0","source":"wt-1","subject":"turbine/+","target":"cloud","targetEnd":"cloud"}}}})",
            topic);
        record({.kind = Kind::Evidence,
                .extra = static_cast<std::int64_t>(Finding::NoRoute),
                .subject = "wt-1",
                .object = topic,
                .payload = asBytes(text),
                .origin = origin});
    }
    bool has(std::string_view text) const
    {
        return report(doctor.cards().front()).find(text) != std::string::npos;
    }
    const Fix* fix(Fix::Act act) const
    {
        for (const Fix& fix : doctor.cards().front().fixes)
            if (fix.act == act)
                return &fix;
        return nullptr;
    }
};

// --- D10 -----------------------------------------------------------------------------------------------------------

TEST_F(Lawn, aDiscoveryThatThePolicyDoesNotAllowIsD10)
{
    record({.kind = Kind::Evidence,
            .extra = static_cast<std::int64_t>(Finding::AccessDenied),
            .subject = kCaller,
            .object = "greengrass Discover",
            .payload = asBytes(std::string_view(
                R"({"reason":"http","client":"","certificate":"0123","policies":["pumps"],"explicit":false,"patterns":[],
                    "foreign":[],"missing":[],"action":"greengrass:Discover","status":"ACTIVE",
                    "resource":"arn:aws:iot:us-east-1:123456789012:thing/wt-1",
                    "statement":{"Effect":"Allow","Action":"greengrass:Discover","Resource":"*"}})"))});
    ASSERT_EQ(first(), "D10");
    EXPECT_EQ(sentence(),
              "Discovery of `wt-1` was refused with 403: no policy of its certificate allows greengrass:Discover.");
    ASSERT_TRUE(fix(Fix::Act::AllowMore));
    EXPECT_EQ(fix(Fix::Act::AllowMore)->subject, "pumps");
    api("greengrass Discover");
    EXPECT_EQ(first(), "none") << "it is allowed now";
}

TEST_F(Lawn, aGroupThatWasNeverDeployedIsNamedWithTheLineThatDeploysIt)
{
    askedForCores(Finding::DiscoveryRefused,
                  R"({"thing":"wt-1","things":["wt-1"],"reason":"not-deployed",
                      "groups":[{"id":"g1","name":"workshop","version":"v7","state":"never"}]})");
    ASSERT_EQ(first(), "D10");
    EXPECT_EQ(sentence(),
              "Discovery of `wt-1` found nothing (404): it is in the group `workshop`, but not in what was deployed of it.");
    EXPECT_TRUE(has("never deployed"));
    ASSERT_TRUE(fix(Fix::Act::ShowGroup));
    EXPECT_EQ(fix(Fix::Act::ShowGroup)->subject, "g1");
    ASSERT_TRUE(fix(Fix::Act::Copy));
    EXPECT_NE(fix(Fix::Act::Copy)->command.find("--group-id g1 --group-version-id v7"), std::string::npos);
    askedForCores(Finding::DiscoveryRefused, R"({"thing":"wt-1","things":["wt-1"],"reason":"no-group","groups":[]})");
    ASSERT_EQ(doctor.cards().size(), 1u) << "the same device still finds nothing";
    EXPECT_EQ(doctor.cards().front().times, 2u);
    EXPECT_EQ(sentence(), "Discovery of `wt-1` found nothing (404): it is a device of no group.");
    api("greengrass Discover");
    EXPECT_EQ(first(), "none");
}

TEST_F(Lawn, aCertificateOfAnotherThingIsToldFromAPolicy)
{
    askedForCores(Finding::DiscoveryRefused, R"({"thing":"wt-1","things":["wt-2"],"reason":"not-attached"})");
    ASSERT_EQ(first(), "D10");
    EXPECT_EQ(sentence(),
              "Discovery of `wt-1` was refused with 403: the certificate that asked is attached to `wt-2`.");
}

// --- D11 -----------------------------------------------------------------------------------------------------------

constexpr std::string_view kUnreachable =
    R"({"thing":"wt-1","core":"lawn","group":"g1","from":"192.168.1.20",
        "addresses":[{"id":"a","host":"172.17.0.2","port":8883,"verdict":"docker"},
                     {"id":"b","host":"127.0.0.1","port":8884,"verdict":"loopback"}]})";

TEST_F(Lawn, addressesThatLeadNowhereAreListed)
{
    askedForCores(Finding::CoreUnreachable, kUnreachable);
    ASSERT_EQ(first(), "D11");
    EXPECT_TRUE(has("Docker")) << report(doctor.cards().front());
    EXPECT_TRUE(has("127.0.0.1:8884 (no)")) << report(doctor.cards().front());
    EXPECT_EQ(doctor.cards().front().confidence, Confidence::Likely);
}

TEST_F(Lawn, aDeviceThatReachesItsCoreAllTheSameEndsIt)
{
    askedForCores(Finding::CoreUnreachable, kUnreachable);
    record({.kind = Kind::ClientConnected, .subject = "wt-1"});
    EXPECT_EQ(first(), "D11") << "that was the gateway";
    record({.kind = Kind::ClientConnected, .subject = "wt-1", .origin = "core meadow"});
    EXPECT_EQ(first(), "D11") << "that was another core";
    record({.kind = Kind::ClientConnected, .subject = "wt-1", .origin = "core lawn"});
    EXPECT_EQ(first(), "none");
}

// --- D12, D13 ------------------------------------------------------------------------------------------------------

TEST_F(Lawn, aPortThatAnotherProgramHasKeepsTheCoreShut)
{
    record({.kind = Kind::Evidence,
            .extra = static_cast<std::int64_t>(Finding::CoreNotServing),
            .subject = "lawn",
            .payload = asBytes(std::string_view(
                R"({"core":"lawn","port":8884,"cause":"port-in-use","why":"Address already in use"})")),
            .origin = "core lawn"});
    ASSERT_EQ(first(), "D12");
    EXPECT_EQ(sentence(), "The core `lawn` cannot let devices in: another program has port 8884.");
    record({.kind = Kind::ServiceStarted, .object = "localhost:8883", .detail = "gateway"});
    EXPECT_EQ(first(), "D12") << "that was the gateway";
    record({.kind = Kind::ServiceStarted, .subject = "lawn", .object = "port 8884", .origin = "core lawn"});
    EXPECT_EQ(first(), "none");
}

TEST_F(Lawn, anAccountWithoutServiceRoleIsNoMatterOfTheDeployment)
{
    deployment("Building");
    deployment("Failure", R"(,"faults":[{"code":"GG-SERVICE-ROLE","message":"The account has no Greengrass service role"}])");
    ASSERT_EQ(first(), "D13");
    EXPECT_EQ(doctor.cards().size(), 1u) << "one trouble, one card";
    EXPECT_NE(sentence().find("no Greengrass service role"), std::string::npos);
    api("greengrass AssociateServiceRoleToAccount", "arn:aws:iam::1:root");
    EXPECT_EQ(first(), "none");
}

TEST_F(Lawn, eachRoleAliasThatCannotBeUsedSaysWhy)
{
    const auto asked = [this](std::string_view cause) {
        const std::string text = fmt::format(
            R"({{"which":"alias","alias":"pumps","cause":"{}","role":"arn:aws:iam::1:role/service/Pumps"}})", cause);
        evidence(Finding::RoleUnusable, kCaller, text);
        return sentence();
    };
    EXPECT_EQ(asked("no-alias"), "A device asked for keys by the role alias `pumps`, which does not exist.");
    EXPECT_EQ(asked("no-role"),
              "A device asked for keys by the role alias `pumps`, and its role `Pumps` does not exist.");
    EXPECT_EQ(asked("no-trust"), "A device asked for keys by the role alias `pumps`, and its role `Pumps` does not trust "
                                 "credentials.iot.amazonaws.com.");
    EXPECT_EQ(first(), "D13");
    EXPECT_EQ(doctor.cards().size(), 1u);
    api("credentials GetCredentials");
    EXPECT_EQ(first(), "none");
}

// --- D14 -----------------------------------------------------------------------------------------------------------

TEST_F(Lawn, aDeploymentThatAnOfflineCoreNeverHeardOf)
{
    built();
    wait(59s);
    EXPECT_EQ(first(), "none") << "a core may take its time";
    wait(2s);
    ASSERT_EQ(first(), "D14");
    EXPECT_EQ(sentence(),
              "The deployment of `workshop` waits for 61 s: the core `lawn` is offline, it never heard of it.");
    for (const char* step : {"created", "the core was notified", "then nothing: the core is offline: – (no)"})
        EXPECT_TRUE(has(step)) << step << "\n" << report(doctor.cards().front());
    connected("lawn", "127.0.0.1:9");
    EXPECT_EQ(first(), "none") << "now it hears of it";
    deployment("InProgress");
    deployment("Success", R"(,"local":[])");
    wait(120s);
    EXPECT_EQ(first(), "none");
}

TEST_F(Lawn, aCoreThatIsThereAndSaysNothingIsNotCalledOffline)
{
    connected("lawn", "127.0.0.1:9");
    built();
    wait(61s);
    ASSERT_EQ(first(), "D14");
    EXPECT_NE(sentence().find("is connected, but says nothing of it"), std::string::npos) << sentence();
}

TEST_F(Lawn, aCoreOfAnotherBrokerIsNotTheOneTheCloudWaitsFor)
{
    record({.kind = Kind::ClientConnected, .subject = "lawn", .origin = "core meadow"});
    built();
    wait(61s);
    EXPECT_NE(sentence().find("is offline"), std::string::npos) << sentence();
}

TEST_F(Lawn, aDeploymentThatGoesOnIsNotStuck)
{
    built();
    wait(50s);
    deployment("InProgress"); // the core has begun
    wait(50s);
    EXPECT_EQ(first(), "none");
    deployment("Success", R"(,"local":[])");
    wait(120s);
    EXPECT_EQ(first(), "none");
}

TEST_F(Lawn, aDeletedGroupWaitsForNobody)
{
    built();
    evidence(Finding::Deployment, "lawn", R"({"group":"g1","deployment":"d1","status":"InProgress","gone":true})");
    wait(120s);
    EXPECT_EQ(first(), "none");
}

TEST_F(Lawn, aDeploymentThatFailsSaysWhyUntilOneSucceeds)
{
    deployment("Building");
    deployment("Failure", R"(,"faults":[{"code":"GG-CERTIFICATE","message":"The core 1 names a certificate that does not exist: x"}])");
    ASSERT_EQ(first(), "D14");
    EXPECT_EQ(sentence(),
              "The deployment of `workshop` failed: The core 1 names a certificate that does not exist: x.");
    deployment("Building", {}, "d2");
    deployment("InProgress", {}, "d2");
    deployment("InProgress", {}, "d2");
    EXPECT_EQ(first(), "D14");
    deployment("Success", R"(,"local":[])", "d2");
    EXPECT_EQ(first(), "none");
}

// --- D15 -----------------------------------------------------------------------------------------------------------

TEST_F(Lawn, whatLeadsNowhereIsNamedWithTheNearestRoute)
{
    for (const char* origin : {"core lawn", ""}) { // a core of the program; one that is a program of its own
        unrouted("turbine/1/rpm", origin);
        ASSERT_EQ(first(), "D15");
        EXPECT_NE(sentence().find("`wt-1` said on `turbine/1/rpm` leads nowhere at the core `lawn`"), std::string::npos)
            << sentence();
        EXPECT_TRUE(has("r0: wt-1 → cloud (turbine/+)")) << report(doctor.cards().front());
        EXPECT_EQ(fix(Fix::Act::ShowGroup)->subject, "lawn");
        EXPECT_NE(fix(Fix::Act::Copy)->text.find(R"("Subject":"turbine/1/rpm","Target":"cloud")"), std::string::npos);
        record({.kind = Kind::DeploymentApplied, .extra = 1, .subject = "lawn", .object = "g1", .origin = origin});
        EXPECT_EQ(first(), "none") << "the routes are others now";
    }
}

TEST_F(Lawn, whatIsAskedInTheCloudOfADeviceWithoutSyncStaysThere)
{
    deployment("Success", R"(,"local":["wt-1"])");
    updated("wt-1", 1, R"({"state":{"reported":{"rpm":1}}})");
    EXPECT_EQ(first(), "none");
    updated("console", 2, R"({"state":{"desired":{"rpm":2}}})", R"({"rpm":2})");
    ASSERT_EQ(first(), "D15");
    EXPECT_NE(sentence().find("the group `workshop` does not keep its shadow in step with that at the core `lawn`"),
              std::string::npos)
        << sentence();
    deployment("Success", R"(,"local":[])", "d2");
    EXPECT_EQ(first(), "none");
    updated("console", 3, R"({"state":{"desired":{"rpm":3}}})", R"({"rpm":3})");
    EXPECT_EQ(first(), "none") << "it is kept in step now";
}

TEST_F(Lawn, aDeviceThatSpeaksWithTheCloudItselfHearsOfIt)
{
    deployment("Success", R"(,"local":["wt-1"])");
    connected("wt-1", "127.0.0.1:5");
    updated("console", 2, R"({"state":{"desired":{"rpm":2}}})", R"({"rpm":2})");
    EXPECT_EQ(first(), "none");
}

TEST_F(Lawn, aRunInWhichAllGoesWellBringsNoCard)
{
    connected("lawn", "127.0.0.1:9");
    built();
    deployment("InProgress");
    record({.kind = Kind::ServiceStarted, .subject = "lawn", .object = "port 8884", .origin = "core lawn"});
    record({.kind = Kind::DeploymentApplied, .extra = 1, .subject = "lawn", .object = "g1", .origin = "core lawn"});
    deployment("Success", R"(,"local":["wt-1","wt-2"])");
    api("greengrass Discover");
    record({.kind = Kind::ClientConnected, .subject = "wt-1", .origin = "core lawn"});
    record({.kind = Kind::MessageRouted, .subject = "wt-1", .object = "turbine/1", .origin = "core lawn"});
    wait(300s);
    EXPECT_EQ(first(), "none");
    EXPECT_TRUE(doctor.learned().empty());
}

} // namespace
} // namespace greensward::doctor
