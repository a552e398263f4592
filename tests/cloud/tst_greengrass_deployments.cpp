// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "greengrass_world.h"

namespace greensward::cloud {

using testing::HasSubstr;

TEST_F(GreengrassWorld, oneDeploymentAfterTheOther)
{
    GroupDeployment& first = deploy();
    const GroupDeployment& second = deploy();
    EXPECT_EQ(second.status, DeploymentStatus::Failure);
    EXPECT_EQ(second.faults.front().code, "GG-CONCURRENT");
    EXPECT_EQ(desired["core-gda"]["deploymentId"], json::value(first.id));
    succeed(first);
    EXPECT_EQ(deploy().status, DeploymentStatus::InProgress);
}

TEST_F(GreengrassWorld, whatTheCoreCouldNotApplyLeavesTheFormer)
{
    GroupDeployment& first = deploy();
    succeed(first);
    GroupDeployment& second = deploy();
    EXPECT_EQ(greengrass.deployments.current(group), &second);
    greengrass.deployer.report(second, DeploymentStatus::Failure, "no room");
    EXPECT_EQ(second.faults.front().message, "no room");
    EXPECT_EQ(greengrass.deployments.current(group), &first);
    EXPECT_FALSE(first.document.empty());
    greengrass.deployer.report(second, DeploymentStatus::Success, {});
    EXPECT_EQ(second.status, DeploymentStatus::Failure) << "what has ended, has ended";
}

TEST_F(GreengrassWorld, documentsGoWhenTheyAreOutOfDate)
{
    GroupDeployment& first = deploy();
    succeed(first);
    GroupDeployment& second = deploy();
    EXPECT_FALSE(first.document.empty());
    succeed(second);
    EXPECT_TRUE(first.document.empty());
    EXPECT_FALSE(second.document.empty());
}

TEST_F(GreengrassWorld, redeploymentHasTheVersionsOfTheFormer)
{
    GroupDeployment& first = deploy();
    succeed(first);
    function().latest.timeoutSeconds = 9;
    functions.publish(function(), nullptr);
    function().aliases["live"].version = "2";
    const auto resolved = [](const GroupDeployment& one) {
        return std::string(one.document.at("Functions").get_array()[0].at("ResolvedArn").get_string());
    };
    const auto made = greengrass.deployer.redeploy(group, first.id, {});
    run();
    GroupDeployment& again = *greengrass.deployments.find(group, (*made)->id);
    EXPECT_EQ(again.status, DeploymentStatus::InProgress);
    EXPECT_EQ(resolved(again), job("1"));
    succeed(again);
    EXPECT_EQ(resolved(deploy()), job("2"));
    EXPECT_FALSE(greengrass.deployer.redeploy(group, "nothing", {}));
}

TEST_F(GreengrassWorld, codeStaysWhileACoreMayFetchIt)
{
    GroupDeployment& first = deploy();
    const std::string sum = function().versions[1].codeSha256;
    functions.remove("job");
    EXPECT_TRUE(functions.findCode(sum));
    greengrass.deployer.report(first, DeploymentStatus::Failure, {});
    functions.create("other", {}, FunctionCode::of("another zip"));
    functions.remove("other");
    EXPECT_FALSE(functions.findCode(sum));
}

TEST_F(GreengrassWorld, resetWaitsForTheCore)
{
    GroupDeployment& first = deploy();
    EXPECT_FALSE(greengrass.deployer.reset(group, false)) << "it is not over";
    succeed(first);
    const std::string id = (*greengrass.deployer.reset(group, false))->id;
    run();
    GroupDeployment& reset = *greengrass.deployments.find(group, id);
    EXPECT_EQ(reset.status, DeploymentStatus::InProgress);
    EXPECT_EQ(desired["core-gda"]["deploymentType"], json::value("ResetDeployment"));
    EXPECT_TRUE(greengrass.deployments.lastShipped(group)) << "the group cannot be deleted yet";
    succeed(reset);
    EXPECT_EQ(reset.status, DeploymentStatus::Success);
    EXPECT_FALSE(greengrass.deployments.lastShipped(group));
    EXPECT_TRUE(first.document.empty());
}

TEST_F(GreengrassWorld, forcedResetDoesNotWait)
{
    GroupDeployment& first = deploy();
    const std::string id = (*greengrass.deployer.reset(group, true))->id;
    run();
    EXPECT_EQ(first.status, DeploymentStatus::Failure);
    EXPECT_EQ(greengrass.deployments.find(group, id)->status, DeploymentStatus::Success);
    EXPECT_FALSE(greengrass.deployments.lastShipped(group));
    greengrass.removeGroup(group);
    GroupDeployment* kept = greengrass.deployments.find(group, id);
    ASSERT_TRUE(kept) << "the core has not heard of it";
    succeed(*kept);
    greengrass.deployments.forgetIfDone(group, id);
    EXPECT_FALSE(greengrass.deployments.find(group, id));
}

TEST_F(GreengrassWorld, aCoreIsInOneGroup)
{
    succeed(deploy());
    const std::string other = (*greengrass.definitions.create(GreengrassKind::Groups, "h", {}, nullptr))->id;
    EXPECT_THAT(deploy(other).faults.front().message, HasSubstr("is the core of another group already"));
}

TEST_F(GreengrassWorld, aRotatedAuthorityIsAloneAfterTheNextDeployment)
{
    const std::string first = publishedIds().front();
    succeed(deploy());
    const std::string second = rotate();
    EXPECT_EQ(publishedIds(), (std::vector{second, first}));
    GroupDeployment& next = deploy();
    EXPECT_EQ(publishedIds(), (std::vector{second, first}));
    succeed(next);
    EXPECT_EQ(publishedIds(), std::vector{second});
    EXPECT_EQ(greengrass.authorities.of(group).size(), 2u);
}

TEST_F(GreengrassWorld, certificatesLiveAWeekToAMonth)
{
    using std::chrono::days;
    EXPECT_EQ(greengrass.authorities.life(group), days(7));
    EXPECT_FALSE(greengrass.authorities.setLife(group, days(7) - std::chrono::milliseconds(1)));
    EXPECT_FALSE(greengrass.authorities.setLife(group, days(30) + std::chrono::milliseconds(1)));
    ASSERT_TRUE(greengrass.authorities.setLife(group, days(30)));
    EXPECT_EQ(greengrass.authorities.life(group), days(30));
}

TEST_F(GreengrassWorld, afterAStartTheCoreIsToldOnceMore)
{
    const GroupDeployment& running = deploy();
    deploy(); // fails at once
    desired.clear();
    greengrass.deployer.resume();
    EXPECT_EQ(desired["core-gda"]["deploymentId"], json::value(running.id));
    const auto waiting = greengrass.deployer.reset(group, true);
    posted.clear(); // the end came before it was built
    greengrass.deployer.resume();
    run();
    EXPECT_EQ((*waiting)->status, DeploymentStatus::Success);
}

TEST_F(GreengrassWorld, addressesOfThisMachineComeLast)
{
    const auto hosts = [this] {
        std::vector<std::string> all;
        for (const CoreAddress& one : greengrass.connectivity.reachable("core"))
            all.push_back(one.host);
        return all;
    };
    const CoreAddress detected{.id = "localhost_127.0.0.1_0", .host = "127.0.0.1", .metadata = {}};
    const CoreAddress meant{.id = "mine", .host = "::1", .metadata = {}};
    const CoreAddress lan{.id = "AUTOIP_10.0.0.4_1", .host = "10.0.0.4", .metadata = {}};
    greengrass.connectivity.set("core", {detected, meant, lan});
    EXPECT_EQ(hosts(), (std::vector<std::string>{"10.0.0.4", "::1"}));
    greengrass.connectivity.set("core", {detected});
    EXPECT_EQ(hosts(), std::vector<std::string>{"127.0.0.1"});
}

} // namespace greensward::cloud
