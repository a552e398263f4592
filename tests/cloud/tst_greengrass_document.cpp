// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "greengrass_world.h"

namespace greensward::cloud {

using testing::HasSubstr;

struct Spoiled
{
    std::string name;
    std::string sentence; ///< part of what the deployment says
    std::function<void(Plan&)> spoil;
};

class SpoiledGroup : public GreengrassWorld
{
public:
    using GreengrassWorld::deploy;
    using GreengrassWorld::desired;
    using GreengrassWorld::plan;
    std::vector<Spoiled> all();
};

std::vector<Spoiled> SpoiledGroup::all()
{
    const auto memory = json::object{{"MemorySize", 1024}};
    const auto noContainer = json::object{{"Execution", {{"IsolationMode", "NoContainer"}}}};
    const auto with = [this](json::object configuration) {
        plan.functions[0].get_object()["FunctionConfiguration"] = std::move(configuration);
    };
    const auto source = [this](const char* value) { plan.subscriptions[0].get_object()["Source"] = value; };
    const auto subject = [this](const std::string& value) { plan.subscriptions[0].get_object()["Subject"] = value; };
    const auto named = [this](const std::string& value) { plan.functions[0].get_object()["FunctionArn"] = value; };
    return {
        {"no role", "no Greengrass service role", [this](Plan&) { greengrass.roles.dissociate({}); }},
        {"role of others", "does not trust greengrass",
         [this](Plan&) { giveServiceRole("*", "lambda.amazonaws.com"); }},
        {"no such role", "there is no role",
         [this](Plan&) { greengrass.roles.associate({}, "arn:aws:iam::123456789012:role/x"); }},
        {"no access", "does not allow lambda:GetFunction",
         [this](Plan&) { giveServiceRole("arn:aws:lambda:*:*:function:other"); }},
        {"no core", "has 0 cores", [](Plan& p) { p.cores.clear(); }},
        {"two cores", "has 2 cores", [this](Plan& p) { p.cores.push_back(entry("second")); }},
        {"core is a device", "cannot be a device of its own group", [](Plan& p) { p.devices.push_back(p.cores[0]); }},
        {"same id", "is there twice among the devices",
         [this](Plan& p) {
             auto e = entry("b");
             e["Id"] = "lamp";
             p.devices.push_back(e);
         }},
        {"no thing", "names a thing that does not exist",
         [this](Plan& p) { p.devices[0].get_object()["ThingArn"] = arn("nobody"); }},
        {"no certificate", "names a certificate that does not exist",
         [](Plan& p) { p.devices[0].get_object()["CertificateArn"] = "x"; }},
        {"inactive", "is INACTIVE, not ACTIVE",
         [this](Plan&) { certificates.setStatus(certificateOf["lamp"], CertificateStatus::Inactive); }},
        {"not attached", "is not attached to its thing",
         [this](Plan&) { things.detach("lamp", certificates.arn(certificateOf["lamp"])); }},
        {"$LATEST", "$LATEST", [=, this](Plan&) { named(job("$LATEST")); }},
        {"bare function", "must end in the number of a published version", [=, this](Plan&) { named(job("")); }},
        {"alias of $LATEST", "stands for $LATEST", [=, this](Plan&) { named(job("newest")); }},
        {"not published", "no such function, version or alias", [=, this](Plan&) { named(job("9")); }},
        {"no function", "no such function, version or alias",
         [=, this](Plan&) { named(functions.arn("nothing", "1")); }},
        {"timeout", "Timeout that is not above zero",
         [=](Plan&) {
             with({{"Timeout", 0}});
         }},
        {"memory", "MemorySize that is not above zero",
         [=](Plan&) {
             with({{"MemorySize", 0}});
         }},
        {"memory without a container", "cannot have a MemorySize",
         [=](Plan&) {
             with({{"MemorySize", 1024}, {"Environment", noContainer}});
         }},
        {"memory and no container by default", "cannot have a MemorySize",
         [=](Plan& p) {
             with(memory);
             p.defaultConfig = noContainer;
         }},
        {"sysfs without a container", "AccessSysfs",
         [=](Plan&) {
             auto environment = noContainer;
             environment["AccessSysfs"] = true;
             with({{"Environment", environment}});
         }},
        {"unknown resource", "which is not in the group",
         [=](Plan&) {
             with({{"Environment", {{"ResourceAccessPolicies", json::array{json::object{{"ResourceId", "r"}}}}}}});
         }},
        {"local resource without a container", "cannot use the local resource",
         [=](Plan& p) {
             p.resources = {{{"Id", "r"},
                             {"Name", "r"},
                             {"ResourceDataContainer", {{"LocalVolumeResourceData", {{"SourcePath", "/x"}}}}}}};
             auto environment = noContainer;
             environment["ResourceAccessPolicies"] = json::array{json::object{{"ResourceId", "r"}}};
             with({{"Environment", environment}});
         }},
        {"secret", "SecretsManagerSecretResourceData is not built",
         [](Plan& p) {
             p.resources = {{{"Id", "r"},
                             {"Name", "r"},
                             {"ResourceDataContainer", {{"SecretsManagerSecretResourceData", json::object{}}}}}};
         }},
        {"connector", "connectors are not built",
         [](Plan& p) {
             p.connectors = {{{"Id", "c"}, {"ConnectorArn", "arn:c"}}};
         }},
        {"empty source", "has an empty Source", [=](Plan&) { source(""); }},
        {"wildcard", "has a wildcard", [=](Plan&) { source("arn:aws:iot:us-east-1:123456789012:thing/*"); }},
        {"stranger", "is not in the group",
         [=](Plan&) { source("arn:aws:iot:us-east-1:123456789012:thing/stranger"); }},
        {"cloud to cloud", "from the cloud to the cloud",
         [](Plan& p) { p.subscriptions.push_back(route("u", "cloud", "a", "cloud")); }},
        {"eight slashes", "more than 7 slashes", [=](Plan&) { subject("1/2/3/4/5/6/7/8/9"); }},
        {"long subject", "more than 256 bytes", [=](Plan&) { subject(std::string(257, 'a')); }},
        {"broken filter", "is no topic filter", [=](Plan&) { subject("a/#/b"); }},
        {"51 from the cloud", "51 subscriptions have the cloud as their source",
         [this](Plan& p) {
             for (int i = 0; i < 51; ++i)
                 p.subscriptions.push_back(
                     route("c" + std::to_string(i), "cloud", "t" + std::to_string(i), arn("lamp")));
         }},
    };
}

TEST_F(GreengrassWorld, isDeployedAsItIs)
{
    const GroupDeployment& deployment = deploy();
    ASSERT_EQ(deployment.status, DeploymentStatus::InProgress)
        << (deployment.faults.empty() ? "" : deployment.faults.front().message);
    EXPECT_EQ(desired["core-gda"],
              (json::object{{"groupId", group}, {"deploymentId", deployment.id}, {"deploymentType", "NewDeployment"}}));
    const json::object& function = deployment.document.at("Functions").get_array()[0].get_object();
    EXPECT_EQ(function.at("ResolvedArn"), json::value(job("1")));
    EXPECT_EQ(function.at("FunctionConfiguration"),
              (json::value{{"Timeout", 3}, {"MemorySize", 16384}, {"Pinned", false}, {"EncodingType", "json"}}));
}

TEST_F(SpoiledGroup, saysWhatIsWrong)
{
    // Each in a world of its own: what one spoils, another must not see.
    const std::size_t count = all().size();
    for (std::size_t at = 0; at < count; ++at) {
        class One final : public SpoiledGroup
        {
            void TestBody() override {}
        } one;
        const Spoiled spoiled = one.all()[at];
        spoiled.spoil(one.plan);
        const GroupDeployment& deployment = one.deploy();
        EXPECT_EQ(deployment.status, DeploymentStatus::Failure) << spoiled.name;
        ASSERT_EQ(deployment.faults.empty(), false) << spoiled.name;
        EXPECT_THAT(deployment.faults.front().message, HasSubstr(spoiled.sentence)) << spoiled.name;
        EXPECT_TRUE(deployment.document.empty()) << spoiled.name;
        EXPECT_TRUE(one.desired.empty()) << spoiled.name << ": the core was told";
    }
}

TEST_F(GreengrassWorld, allFaultsAreTold)
{
    plan.subscriptions[0].get_object()["Target"] = "nobody";
    certificates.setStatus(certificateOf["core"], CertificateStatus::Revoked);
    EXPECT_EQ(deploy().faults.size(), 2u);
}

TEST_F(GreengrassWorld, noLoggersAreNotAnEmptyListOfThem)
{
    GroupDeployment& first = deploy();
    EXPECT_EQ(first.document.at("Loggers"), json::value(json::array{}));
    succeed(first);
    plan.without = GreengrassKind::Loggers;
    EXPECT_FALSE(deploy().document.contains("Loggers"));
}

TEST_F(GreengrassWorld, sameRouteTwiceIsKeptOnce)
{
    plan.subscriptions.push_back(route("again", arn("lamp"), "a/b", job("live")));
    plan.subscriptions.push_back(route("any", arn("lamp"), "", "GGShadowService"));
    const json::array& kept = deploy().document.at("Subscriptions").get_array();
    ASSERT_EQ(kept.size(), 3u);
    EXPECT_EQ(kept[2].at("Subject"), json::value("#"));
}

TEST_F(GreengrassWorld, shapesAreCheckedAtOnce)
{
    const auto refusal = [this](GreengrassKind kind, json::object version) {
        const auto made = greengrass.definitions.create(kind, {}, {}, &version);
        return made ? std::string("made") : made.error().message;
    };
    using enum GreengrassKind;
    EXPECT_EQ(refusal(Cores, {{"Cores", json::array{json::object{{"Id", "1"}}}}}), "Cores[0].ThingArn is missing");
    EXPECT_THAT(
        refusal(Cores,
                {{"Cores", json::array{json::object{{"Id", "a b"}, {"ThingArn", "t"}, {"CertificateArn", "c"}}}}}),
        HasSubstr("must be 1 to 128 letters"));
    EXPECT_EQ(
        refusal(Functions,
                {{"Functions", json::array{json::object{{"Id", "1"}, {"FunctionConfiguration", {{"Timeout", "9"}}}}}}}),
        "Functions[0].FunctionConfiguration.Timeout must be a whole number");
    EXPECT_THAT(
        refusal(Loggers,
                {{"Loggers", json::array{json::object{
                                 {"Id", "1"}, {"Component", "Lambda"}, {"Level", "LOUD"}, {"Type", "FileSystem"}}}}}),
        HasSubstr("must be one of DEBUG"));
    EXPECT_THAT(refusal(Resources,
                        {{"Resources", json::array{json::object{
                                           {"Id", "1"}, {"Name", "n"}, {"ResourceDataContainer", json::object{}}}}}}),
                HasSubstr("exactly one kind"));
    EXPECT_THAT(refusal(Groups, {{"CoreDefinitionVersionArn", "arn:nothing"}}),
                HasSubstr("no version of a core definition"));
    EXPECT_EQ(refusal(Devices, {{"Devices", json::array{}}}), "made");
}

} // namespace greensward::cloud
