// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/digest.h"
#include "core_world.h"
#include "pki/certificate.h"

#include <fstream>
#include <gmock/gmock.h>
#include <sstream>
#include <unistd.h>

// How groups come to a core and leave it, and what it keeps in touch with the cloud about.
using namespace greensward;
using namespace greensward::edge;
using namespace greensward::edge::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using namespace std::chrono_literals;

namespace {

class DeploymentTest : public testing::Test
{
protected:
    DeploymentTest() { world.startCore(); }
    CoreWorld world;
};

TEST_F(DeploymentTest, isToldFromBeginningToEnd)
{
    trace::Reader reader(world.recorder, {trace::Kind::DeploymentApplied});
    world.deploy(GroupText().device("a"));
    EXPECT_THAT(world.cloud.statuses("deployment-1"), ElementsAre("InProgress", "Success"));
    EXPECT_TRUE(world.core->settled());
    ASSERT_TRUE(world.core->group());
    world.recorder.flush();
    std::size_t told = 0;
    for (const auto& chunk : reader.drain())
        for (const auto& event : chunk->events())
            told += event.kind == trace::Kind::DeploymentApplied && event.extra == 1;
    EXPECT_EQ(told, 1U);
}

TEST_F(DeploymentTest, waitsForACoreThatIsAway)
{
    world.killCore();
    world.deploy(GroupText().device("a"));
    EXPECT_EQ(world.status(), "");
    world.startCore();
    world.settle();
    EXPECT_EQ(world.status(), "Success");
    const std::size_t asked = world.cloud.transport.asked.size();
    world.killCore(), world.startCore();
    world.settle();
    EXPECT_THAT(world.cloud.statuses("deployment-1"), ElementsAre("InProgress", "Success")) << "once";
    for (std::size_t at = asked; at < world.cloud.transport.asked.size(); ++at)
        EXPECT_THAT(world.cloud.transport.asked[at], testing::Not(HasSubstr("deployment-1")));
}

TEST_F(DeploymentTest, everyDeviceIsDisconnected)
{
    world.deploy(GroupText().device("a").route("a", "t", "a"));
    auto& a = world.device("a");
    a.subscribe("t");
    world.settle();
    world.deploy(GroupText().device("a"), "deployment-2");
    EXPECT_EQ(a.connections(), 2);
    a.publish("t", "x");
    world.settle();
    EXPECT_THAT(a.take(), IsEmpty()) << "the route is gone";
}

TEST_F(DeploymentTest, aGroupThatCannotBeLeavesTheFormerOne)
{
    world.deploy(GroupText().device("a"));
    world.deploy(GroupText().device("b").route("b", "t", "nobody"), "deployment-2");
    EXPECT_THAT(world.status("deployment-2"), HasSubstr("Failure: route r1"));
    EXPECT_EQ(world.core->group()->deploymentId, "deployment-1");
    world.deploy(GroupText().spooler({{"GG_CONFIG_MAX_SIZE_BYTES", "1000"}}), "deployment-3");
    EXPECT_THAT(world.status("deployment-3"), HasSubstr("262144"));
    world.deploy(GroupText().set("Core", json::object{{"ThingArn", thingArn("other")}, {"CertificateArn", "x/y"}}),
                 "deployment-4");
    EXPECT_THAT(world.status("deployment-4"), HasSubstr("this is"));
    EXPECT_TRUE(world.serving) << "and devices still get in";
}

TEST_F(DeploymentTest, aGroupThatCannotBeServedIsTakenBack)
{
    world.deploy(GroupText().device("a"));
    world.portProblem = "port 8883 is taken";
    world.cloud.transport.asked.clear();
    world.deploy(GroupText().device("b"), "deployment-2");
    EXPECT_THAT(world.status("deployment-2"), HasSubstr("Failure: port 8883 is taken"));
    EXPECT_EQ(world.core->group()->deploymentId, "deployment-1");
    world.portProblem.clear();
    world.killCore(), world.startCore();
    auto& a = world.device("a");
    world.settle();
    EXPECT_TRUE(a.online());
}

TEST_F(DeploymentTest, aCoreWithoutACertificateForItsServerTellsSo)
{
    world.cloud.certificateStatus = 403;
    world.deploy(GroupText().device("a"));
    EXPECT_THAT(world.status(), HasSubstr("not for you"));
    EXPECT_EQ(world.core->group(), nullptr) << "there was none before";
}

TEST_F(DeploymentTest, codeIsFetchedOnceAndChecked)
{
    const std::string arn = functionArn("f:1");
    world.cloud.publishCode(arn, "zip");
    const auto group = [&](std::string_view code) {
        return GroupText().function(arn, arn, {}, aws::toBase64(aws::sha256(code)));
    };
    world.deploy(group("zip"));
    EXPECT_EQ(world.status(), "Success");
    world.cloud.transport.asked.clear();
    world.deploy(group("zip"), "deployment-2");
    EXPECT_EQ(world.status("deployment-2"), "Success");
    EXPECT_THAT(world.cloud.transport.asked, testing::Not(testing::Contains(HasSubstr("artifacts"))));
    world.deploy(group("other"), "deployment-3");
    EXPECT_THAT(world.status("deployment-3"), HasSubstr("not what was published"));
}

TEST_F(DeploymentTest, otherRuntimesAreRefusedInWords)
{
    json::object configuration{{"FunctionRuntimeOverride", "nodejs8.10"}};
    world.deploy(GroupText().function(functionArn("f:1"), functionArn("f:1"), std::move(configuration)));
    EXPECT_THAT(world.status(), HasSubstr("nodejs8.10"));
}

TEST_F(DeploymentTest, getsThroughABadNetwork)
{
    world.cloud.failureRate = 0.5;
    world.deploy(GroupText().device("a"));
    world.settle(600s);
    EXPECT_EQ(world.status(), "Success");
    EXPECT_TRUE(world.core->settled());
}

TEST_F(DeploymentTest, theEndIsToldWhenTheCloudIsThereAgain)
{
    // The answer to everything is lost from the certificate on.
    world.deploy(GroupText().device("a"));
    world.cloud.deploy(
        "deployment-2",
        GroupText("deployment-2").device("a").authority(world.cloud.authority.certificate().pem()).text());
    while (world.core->group()->deploymentId != "deployment-2")
        world.pass(1us);
    world.cloud.setReachable(false);
    world.settle();
    world.killCore();
    world.startCore();
    EXPECT_EQ(world.core->group()->deploymentId, "deployment-2");
    world.cloud.setReachable(true);
    world.settle(90s);
    EXPECT_EQ(world.status("deployment-2"), "Success");
}

TEST_F(DeploymentTest, aNewerOneWins)
{
    world.cloud.setReachable(false);
    world.settle();
    world.cloud.deploy("deployment-1", GroupText().device("a").text());
    world.cloud.deploy(
        "deployment-2",
        GroupText("deployment-2").device("b").authority(world.cloud.authority.certificate().pem()).text());
    world.cloud.setReachable(true);
    world.settle(90s);
    EXPECT_EQ(world.core->group()->deploymentId, "deployment-2");
    EXPECT_EQ(world.status("deployment-2"), "Success");
}

TEST_F(DeploymentTest, aResetLeavesNothingButVersions)
{
    const std::string lamp = "$aws/things/a/shadow/";
    world.deploy(GroupText()
                     .device("a")
                     .route("a", lamp + "update", "GGShadowService")
                     .route("GGShadowService", lamp + "update/accepted", "a"));
    auto& a = world.device("a");
    a.subscribe(lamp + "#");
    world.settle();
    a.publish(lamp + "update", R"({"state":{"reported":{"n":1}}})");
    world.settle();
    a.take();
    world.cloud.reset("deployment-2");
    world.settle();
    EXPECT_THAT(world.cloud.statuses("deployment-2"), ElementsAre("InProgress", "Success"));
    EXPECT_EQ(world.core->group(), nullptr);
    EXPECT_FALSE(world.serving);
    EXPECT_EQ(world.shadow("a"), "-");
    EXPECT_EQ(world.shelf.group(), "");
    EXPECT_FALSE(world.shelf.server());

    world.deploy(GroupText()
                     .device("a")
                     .route("a", lamp + "update", "GGShadowService")
                     .route("GGShadowService", lamp + "update/accepted", "a"),
                 "deployment-3");
    world.settle();
    a.publish(lamp + "update", R"({"state":{"reported":{"n":1}}})");
    world.settle();
    EXPECT_THAT(a.take(), ElementsAre(HasSubstr(R"("version":3)"))) << "devices drop what is not newer";
}

// --- certificate and addresses -------------------------------------------------------------------------------------

TEST_F(DeploymentTest, theServersCertificateIsTheGroupsAndRenewedInTime)
{
    world.deploy(GroupText().device("a"));
    ASSERT_TRUE(world.serving);
    const auto first = pki::Certificate::fromPem(world.serving->certificatePem);
    ASSERT_TRUE(first);
    EXPECT_TRUE(first->isIssuedBy(world.cloud.authority.certificate()));
    const std::vector<std::string> names{"192.168.1.4", "127.0.0.1", "localhost"};
    EXPECT_TRUE(first->covers(names));
    world.pass(5 * 24h);
    EXPECT_EQ(world.serving->certificatePem, first->pem()) << "not yet";
    auto& a = world.device("a");
    world.pass(36h);
    EXPECT_NE(world.serving->certificatePem, first->pem()) << "a day ahead of its end";
    EXPECT_TRUE(a.online());
    EXPECT_EQ(a.connections(), 2) << "the listener began anew";
}

TEST_F(DeploymentTest, anotherAddressIsAnotherCertificate)
{
    world.deploy(GroupText().device("a"));
    const std::string first = world.serving->certificatePem;
    world.addresses = {"10.0.0.7", "127.0.0.1"};
    world.settle(120s);
    const std::vector<std::string> names{"10.0.0.7"};
    EXPECT_TRUE(pki::Certificate::fromPem(world.serving->certificatePem)->covers(names));
    EXPECT_THAT(world.cloud.connectivity, HasSubstr("10.0.0.7"));
}

TEST_F(DeploymentTest, worksWithoutTheCloudAfterARestart)
{
    world.deploy(GroupText().device("a").device("b").route("a", "t", "b"));
    world.cloud.setReachable(false);
    world.killCore();
    world.startCore();
    auto& a = world.device("a");
    auto& b = world.device("b");
    b.subscribe("t");
    world.settle();
    a.publish("t", "x");
    world.settle();
    EXPECT_THAT(b.take(), ElementsAre("t x"));
}

TEST_F(DeploymentTest, tellsWhereDevicesFindIt)
{
    world.deploy(GroupText().device("a"));
    const auto list = json::parse(world.cloud.connectivity).at("ConnectivityInfo").as_array();
    ASSERT_EQ(list.size(), 2U);
    EXPECT_EQ(list[0].at("HostAddress").as_string(), "192.168.1.4") << "what can be reached comes first";
    EXPECT_EQ(list[0].at("PortNumber").as_int64(), 8883);
    EXPECT_TRUE(std::string_view(list[0].at("Id").as_string()).starts_with("AUTOIP_192.168.1.4"));
    EXPECT_EQ(list[1].at("HostAddress").as_string(), "127.0.0.1");
}

TEST_F(DeploymentTest, aListMadeByHandStays)
{
    const std::string byHand =
        R"({"ConnectivityInfo":[{"Id":"mine","HostAddress":"pi.local","PortNumber":8883,"Metadata":""}]})";
    world.cloud.connectivity = byHand;
    world.deploy(GroupText().device("a"));
    EXPECT_EQ(world.cloud.connectivity, byHand);
}

// --- logs ----------------------------------------------------------------------------------------------------------

TEST(CoreLogTest, writesTheLinesOfACoreAndNoMoreThanItsSpace)
{
    const auto folder = std::filesystem::temp_directory_path() / ("greensward-log-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    ManualClock clock(WallTime{1516223641318ms});
    CoreLog log(clock, folder);
    log.system("runtime", LogLevel::Debug, "not kept");
    log.system("runtime", LogLevel::Info, "starts");
    log.user(functionArn("f:1"), LogLevel::Error, "no group, no function");
    std::stringstream text;
    text << std::ifstream(folder / "system/runtime.log").rdbuf();
    EXPECT_EQ(text.str(), "[2018-01-17T21:14:01.318Z][INFO]-starts\n");
    EXPECT_FALSE(std::filesystem::exists(folder / "user"));

    const auto group =
        GroupText()
            .set("Loggers",
                 json::array{json::object{
                     {"Id", "1"}, {"Component", "Lambda"}, {"Level", "WARN"}, {"Space", 8}, {"Type", "FileSystem"}}})
            .document();
    log.setGroup(&group);
    log.system("runtime", LogLevel::Fatal, "no logger for the system");
    for (int i = 0; i < 1000; ++i)
        log.user(functionArn("f:1"), LogLevel::Warn, "line " + std::to_string(i));
    log.user(functionArn("f:1"), LogLevel::Info, "below the level");
    const auto file = folder / "user/us-east-1/123456789012/f.log";
    const auto former = file.string() + ".1";
    EXPECT_LE(std::filesystem::file_size(file) + std::filesystem::file_size(former), 8U * 1024);
    EXPECT_GT(std::filesystem::file_size(former), 3000U);
    std::stringstream system;
    system << std::ifstream(folder / "system/runtime.log").rdbuf();
    EXPECT_EQ(system.str(), text.str());
    log.dropUser();
    EXPECT_FALSE(std::filesystem::exists(file));
    const auto silent = GroupText().set("Loggers", json::array{}).document();
    log.setGroup(&silent);
    log.system("runtime", LogLevel::Fatal, "an empty list wants no log at all");
    std::stringstream still;
    still << std::ifstream(folder / "system/runtime.log").rdbuf();
    EXPECT_EQ(still.str(), text.str());
    std::filesystem::remove_all(folder);
}

} // namespace
