// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "aws/digest.h"
#include "core_world.h"
#include "trace/finding.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

// What devices, the cloud and functions can say to each other through a core.
using namespace greensward;
using namespace greensward::edge;
using namespace greensward::edge::test;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::IsSupersetOf;
using testing::SizeIs;
using testing::UnorderedElementsAre;
using namespace std::chrono_literals;

namespace {

const std::string kFunction = functionArn("f:1");

class CoreTest : public testing::Test
{
protected:
    /// A core that lives by the group.
    void begin(const GroupText& group)
    {
        world.startCore();
        world.deploy(group);
        ASSERT_EQ(world.status(), "Success");
    }
    std::vector<std::string> unrouted()
    {
        world.recorder.flush();
        std::vector<std::string> all;
        for (const auto& chunk : reader.drain())
            for (const auto& event : chunk->events())
                if (event.kind == trace::Kind::MessageUnrouted)
                    all.emplace_back(chunk->text(event.detail));
        return all;
    }
    /// Topics for which there was evidence for the doctor.
    std::vector<std::string> told()
    {
        world.recorder.flush();
        std::vector<std::string> all;
        for (const auto& chunk : findings.drain())
            for (const auto& event : chunk->events())
                if (event.extra == static_cast<std::int64_t>(trace::Finding::NoRoute))
                    all.emplace_back(fmt::format("{} {}", chunk->text(event.object), chunk->text(event.payload)));
        return all;
    }
    CoreWorld world;
    trace::Reader findings{world.recorder, {trace::Kind::Evidence}};
    trace::Reader reader{world.recorder, {trace::Kind::MessageUnrouted, trace::Kind::MessageRouted}};
};

// --- who gets in ---------------------------------------------------------------------------------------------------

TEST_F(CoreTest, onlyMembersWithTheirOwnCertificateGetIn)
{
    begin(GroupText().device("a").device("b"));
    auto& member = world.device("a");
    auto& wrongName = world.client("c", certificateOf("a"));
    auto& wrongCertificate = world.client("b", certificateOf("a"));
    auto& none = world.client("b", "");
    auto& core = world.client("core", certificateOf("core"));
    world.settle();
    EXPECT_TRUE(member.online());
    for (WorldClient* other : {&wrongName, &wrongCertificate, &none, &core}) {
        EXPECT_FALSE(other->online()) << other->id();
        EXPECT_GT(other->refusals(), 0) << other->id();
    }
}

TEST_F(CoreTest, whoeverIsRevokedGoesBeforeTheNextDeployment)
{
    begin(GroupText().device("a").device("b"));
    auto& a = world.device("a");
    auto& b = world.device("b");
    world.settle();
    ASSERT_TRUE(a.online());
    world.cloud.revoked = {"a"};
    world.pass(61s);
    EXPECT_FALSE(a.online());
    EXPECT_GT(a.refusals(), 0) << "it tried again";
    EXPECT_TRUE(b.online());
    world.cloud.setReachable(false);
    world.pass(61s);
    EXPECT_FALSE(a.online()) << "what the cloud said last holds";
    world.cloud.revoked.clear();
    world.cloud.setReachable(true);
    world.pass(61s);
    EXPECT_TRUE(a.online());
    // A cloud that cannot tell keeps nobody out.
    world.cloud.revoked = {"b"};
    world.cloud.memberStatus = 404;
    world.pass(121s);
    EXPECT_TRUE(b.online());
}

TEST_F(CoreTest, withoutAGroupNobodyListens)
{
    world.startCore();
    auto& device = world.device("a");
    world.settle();
    EXPECT_FALSE(world.serving);
    EXPECT_FALSE(device.online());
}

// --- device to device ----------------------------------------------------------------------------------------------

TEST_F(CoreTest, aDeviceHearsWithRouteAndSubscriptionAlone)
{
    begin(GroupText().device("a").device("b").device("c").route("a", "t/1", "b").route("a", "t/1", "c"));
    auto& a = world.device("a");
    auto& b = world.device("b");
    auto& c = world.device("c");
    b.subscribe("t/#");
    world.settle();
    a.publish("t/1", "routed");
    a.publish("t/2", "not routed");
    b.publish("t/1", "the wrong way");
    world.settle();
    EXPECT_THAT(b.take(), ElementsAre("t/1 routed"));
    EXPECT_THAT(c.take(), IsEmpty()) << "it has not subscribed";
    EXPECT_THAT(a.acknowledged(), SizeIs(2)) << "what leads nowhere is taken all the same";
    EXPECT_TRUE(a.online());
    EXPECT_THAT(unrouted(), UnorderedElementsAre(HasSubstr("subject t/1"), HasSubstr("leads the other way")));
}

TEST_F(CoreTest, whatLeadsNowhereIsToldTheDoctorNowAndThen)
{
    begin(GroupText().device("a").device("b").route("a", "t/1", "b"));
    auto& a = world.device("a");
    world.settle();
    for (int i = 0; i < 5; ++i)
        a.publish("t/2", "not routed");
    a.publish("t/1", "routed");
    world.settle();
    EXPECT_THAT(told(), ElementsAre(AllOf(HasSubstr("t/2 {"), HasSubstr(R"("source":"a")"), HasSubstr(":thing/a\""),
                                          HasSubstr(R"("subject":"t/1","target":"b")"))))
        << "once, with the nearest route";
    world.pass(31s);
    a.publish("t/2", "not routed");
    world.settle();
    EXPECT_THAT(told(), SizeIs(1)) << "it goes on";
}

TEST_F(CoreTest, aShadowThatAnswersNobodyIsNoMatterForTheDoctor)
{
    begin(GroupText().device("a").route("a", "$aws/things/a/shadow/update", "GGShadowService"));
    auto& a = world.device("a");
    world.settle();
    a.publish("$aws/things/a/shadow/update", R"({"state":{"reported":{"rpm":1}}})");
    world.settle();
    EXPECT_THAT(told(), IsEmpty());
}

TEST_F(CoreTest, overlappingFiltersBringOneCopy)
{
    begin(GroupText().device("a").device("b").route("a", "t/#", "b").route("a", "t/1", "b"));
    auto& a = world.device("a");
    auto& b = world.device("b");
    b.subscribe("t/#"), b.subscribe("t/1"), b.subscribe("+/1");
    world.settle();
    a.publish("t/1", "x");
    world.settle();
    EXPECT_THAT(b.take(), ElementsAre("t/1 x"));
}

TEST_F(CoreTest, aDeviceMayTalkToItself)
{
    begin(GroupText().device("a").route("a", "echo", "a"));
    auto& a = world.device("a");
    a.subscribe("echo");
    world.settle();
    a.publish("echo", "x");
    world.settle();
    EXPECT_THAT(a.take(), ElementsAre("echo x"));
}

TEST_F(CoreTest, retainedIsStrippedAndTooLargeHangsUp)
{
    begin(GroupText().device("a").device("b").route("a", "t", "b"));
    auto& a = world.device("a");
    auto& b = world.device("b");
    b.subscribe("t");
    world.settle();
    a.publish("t", "kept?", mqtt::QoS::AtLeastOnce, true);
    world.settle();
    EXPECT_THAT(b.take(), ElementsAre("t kept?"));
    EXPECT_EQ(world.core->broker().retained("t"), nullptr);
    a.publish("t", std::string(131'072, 'x'), mqtt::QoS::AtMostOnce);
    world.settle();
    EXPECT_THAT(b.take(), SizeIs(1));
    EXPECT_EQ(a.connections(), 1);
    a.publish("t", std::string(131'073, 'x'), mqtt::QoS::AtMostOnce);
    world.settle();
    EXPECT_THAT(b.take(), IsEmpty());
    EXPECT_EQ(a.connections(), 2);
}

// --- the cloud -----------------------------------------------------------------------------------------------------

TEST_F(CoreTest, carriesBetweenDevicesAndTheCloud)
{
    begin(GroupText().device("a").route("a", "up", "cloud").route("cloud", "down/#", "a"));
    auto& a = world.device("a");
    auto& app = world.cloudClient("app");
    a.subscribe("#"), app.subscribe("#");
    world.settle();
    a.publish("up", "1");
    a.publish("other", "2");
    app.publish("down/x", "3");
    app.publish("down", "4");
    world.settle();
    EXPECT_THAT(app.take(), UnorderedElementsAre("up 1", "down/x 3", "down 4"));
    EXPECT_THAT(a.take(), ElementsAre("down/x 3"));
}

TEST_F(CoreTest, waitsForTheCloudAndKeepsTheOrder)
{
    begin(GroupText().device("a").route("a", "up", "cloud"));
    auto& a = world.device("a");
    world.settle();
    world.cloud.setReachable(false);
    world.pass(1s);
    for (int i = 0; i < 20; ++i)
        a.publish("up", std::to_string(i));
    world.settle();
    EXPECT_THAT(a.acknowledged(), SizeIs(20)) << "the core has taken them";
    EXPECT_EQ(world.core->spooler().waiting(), 20U);
    auto& app = world.cloudClient("app");
    app.subscribe("up");
    world.settle();
    world.cloud.setReachable(true);
    world.settle(90s);
    std::vector<std::string> expected;
    for (int i = 0; i < 20; ++i)
        expected.push_back("up " + std::to_string(i));
    EXPECT_EQ(app.take(), expected);
    EXPECT_TRUE(world.core->settled());
}

TEST_F(CoreTest, aSpoolOnDiskOutlivesTheCore)
{
    begin(GroupText().device("a").route("a", "up", "cloud").spooler({{"GG_CONFIG_STORAGE_TYPE", "FileSystem"}}));
    auto& a = world.device("a");
    world.settle();
    world.cloud.setReachable(false);
    world.syncs = false;
    a.publish("up", "1");
    world.pass(1s);
    EXPECT_THAT(a.acknowledged(), IsEmpty()) << "not on disk yet, so not acknowledged";
    world.syncs = true;
    world.pass(1s);
    EXPECT_THAT(a.acknowledged(), ElementsAre("1"));
    world.killCore();
    auto& app = world.cloudClient("app");
    app.subscribe("up");
    world.settle();
    world.cloud.setReachable(true);
    world.startCore();
    world.settle(90s);
    EXPECT_THAT(app.take(), testing::Contains("up 1"));
}

TEST_F(CoreTest, opensAsManyConnectionsAsItsFiltersNeed)
{
    GroupText group;
    group.device("a");
    for (int i = 0; i < 50; ++i)
        group.route("cloud", "down/" + std::to_string(i), "a");
    group.route("cloud", "+/49", "a"); // 51 would be refused
    world.startCore();
    world.deploy(group);
    EXPECT_THAT(world.status(), HasSubstr("51"));

    GroupText fits;
    fits.device("a");
    fits.route("cloud", "+/49", "a");
    for (int i = 1; i < 50; ++i)
        fits.route("cloud", "down/" + std::to_string(i), "a");
    world.deploy(fits, "deployment-2");
    EXPECT_EQ(world.status("deployment-2"), "Success");
    EXPECT_THAT(world.links.opened, IsSupersetOf({"core", "core-c01"}));
    auto& a = world.device("a");
    auto& app = world.cloudClient("app");
    a.subscribe("#");
    world.settle();
    app.publish("down/49", "once");
    app.publish("down/30", "x");
    world.settle();
    EXPECT_THAT(a.take(), UnorderedElementsAre("down/49 once", "down/30 x"));
}

// --- local shadows -------------------------------------------------------------------------------------------------

TEST_F(CoreTest, shadowsAnswerAlongRoutesAndStayLocal)
{
    const std::string light = "$aws/things/light/shadow/";
    begin(GroupText()
              .device("light")
              .device("switch")
              .route("switch", light + "update", "GGShadowService")
              .route("GGShadowService", light + "update/accepted", "switch")
              .route("light", light + "update", "GGShadowService")
              .route("GGShadowService", light + "update/delta", "light")
              .route("GGShadowService", light + "update/documents", "cloud"));
    auto& bulb = world.device("light");
    auto& button = world.device("switch");
    auto& app = world.cloudClient("app");
    bulb.subscribe(light + "#"), button.subscribe(light + "#"), app.subscribe(light + "#");
    world.settle();
    button.publish(light + "update", R"({"state":{"desired":{"property":"G"}},"clientToken":"t"})");
    world.settle();
    EXPECT_THAT(button.take(),
                ElementsAre(testing::AllOf(HasSubstr("update/accepted"), HasSubstr(R"("clientToken":"t")"))));
    EXPECT_THAT(bulb.take(), ElementsAre(testing::AllOf(HasSubstr("update/delta"), HasSubstr(R"("property":"G")"))));
    EXPECT_THAT(app.take(), ElementsAre(HasSubstr("update/documents")));
    EXPECT_EQ(world.shadow("light", true), R"({"property":"G"})");
    EXPECT_EQ(world.cloud.shadow("light", true), "-") << "not in step with the cloud";
    button.publish(light + "get", "");
    world.settle();
    EXPECT_THAT(button.take(), IsEmpty()) << "no route for get";
}

TEST_F(CoreTest, shadowsInStepFollowBothWays)
{
    const std::string light = "$aws/things/light/shadow/";
    begin(GroupText()
              .device("light", true)
              .route("light", light + "update", "GGShadowService")
              .route("GGShadowService", light + "update/delta", "light"));
    auto& bulb = world.device("light");
    bulb.subscribe(light + "#");
    world.settle();
    bulb.publish(light + "update", R"({"state":{"reported":{"t":1}}})");
    world.settle();
    EXPECT_EQ(world.cloud.shadow("light", false), R"({"t":1})");
    world.cloud.updateShadow("light", R"({"state":{"desired":{"t":2}}})");
    world.settle();
    EXPECT_THAT(bulb.take(), ElementsAre(HasSubstr("update/delta")));
    world.cloud.setReachable(false);
    bulb.publish(light + "update", R"({"state":{"reported":{"t":2}}})");
    world.settle();
    EXPECT_EQ(world.cloud.shadow("light", false), R"({"t":1})");
    world.killCore();
    world.startCore();
    world.cloud.setReachable(true);
    world.settle(90s);
    EXPECT_EQ(world.cloud.shadow("light", false), R"({"t":2})");
    EXPECT_TRUE(world.core->settled());
}

// --- functions -----------------------------------------------------------------------------------------------------

class CoreFunctionTest : public CoreTest
{
protected:
    CoreFunctionTest() { world.cloud.publishCode(kFunction, "zip"); }
    static GroupText with(json::object configuration = {})
    {
        return GroupText().device("a").function(functionArn("f:live"), kFunction, std::move(configuration),
                                                aws::toBase64(aws::sha256("zip")));
    }
};

TEST_F(CoreFunctionTest, aFunctionHearsAndSpeaksAlongRoutes)
{
    world.workers.handlers["main.handler"] = [](const FakeWorkers::Call& call) {
        EXPECT_EQ(call.invocation.clientContext, R"({"custom":{"subject":"in/x"}})");
        call.requests.publish(call.spec, "out", call.invocation.payload, "",
                              [](const auto& answer) { EXPECT_EQ(answer.error, ""); });
        call.requests.publish(call.spec, "elsewhere", "x", "", [](const auto&) {});
        return lambda::Outcome{};
    };
    begin(with().route("a", "in/#", "f:live").route("f:1", "out", "cloud").route("f:live", "out", "a"));
    auto& a = world.device("a");
    auto& app = world.cloudClient("app");
    a.subscribe("#"), app.subscribe("#");
    world.settle();
    a.publish("in/x", R"({"n":1})");
    a.publish("in/x", "no json");
    world.settle();
    EXPECT_THAT(a.take(), ElementsAre(R"(out {"n":1})"));
    EXPECT_THAT(app.take(), ElementsAre(R"(out {"n":1})"));
}

TEST_F(CoreFunctionTest, pinnedOnesStartWithTheGroupAndEndWithIt)
{
    int started = 0;
    world.workers.started = [&](const lambda::FunctionSpec& spec, lambda::FunctionRequests&) {
        ++started;
        EXPECT_EQ(spec.environment.at("MY_FUNCTION_ARN"), kFunction);
        EXPECT_EQ(spec.environment.at("AWS_IOT_THING_NAME"), "core");
        EXPECT_EQ(spec.environment.at("OWN"), "1");
        EXPECT_EQ(spec.environment.at("GROUP_ID"), "group-1") << "not for a group to change";
    };
    const json::object configuration{
        {"Pinned", true}, {"Environment", json::object{{"Variables", json::object{{"OWN", "1"}, {"GROUP_ID", "x"}}}}}};
    begin(with(configuration));
    EXPECT_EQ(started, 1);
    world.deploy(GroupText().device("a"), "deployment-2");
    EXPECT_THAT(world.workers.known(), IsEmpty());
    EXPECT_THAT(world.shelf.packages, IsEmpty());
}

TEST_F(CoreFunctionTest, functionsAskForShadowsAndForEachOther)
{
    std::vector<std::string> answers;
    world.workers.handlers["main.handler"] = [&](const FakeWorkers::Call& call) {
        const auto keep = [&answers](const lambda::FunctionRequests::Answer& answer) {
            answers.push_back(answer.error.empty() ? answer.payload : answer.error);
        };
        using Verb = lambda::FunctionRequests::ShadowVerb;
        if (call.invocation.payload == R"("second")")
            return lambda::Outcome{.payload = "42"};
        call.requests.shadow(call.spec, Verb::Get, "lamp", "", keep);
        call.requests.shadow(call.spec, Verb::Update, "lamp", R"({"state":{"reported":{"n":1}}})", keep);
        call.requests.invoke(call.spec, "f", "", false, R"("second")", "", keep);
        call.requests.invoke(call.spec, "nobody", "", false, "{}", "", keep);
        return lambda::Outcome{};
    };
    begin(with().route("a", "in", "f:1"));
    auto& a = world.device("a");
    world.settle();
    a.publish("in", "");
    world.settle();
    EXPECT_THAT(answers, UnorderedElementsAre(HasSubstr(R"("code":404)"), HasSubstr(R"("reported":{"n":1})"), "42",
                                              HasSubstr("no function of the group")));
    EXPECT_EQ(world.shadow("lamp"), R"({"n":1})");
}

TEST_F(CoreFunctionTest, allOrExceptionIsToldThatTheSpoolIsFull)
{
    std::vector<std::string> errors;
    world.workers.handlers["main.handler"] = [&](const FakeWorkers::Call& call) {
        for (int i = 0; i < 3; ++i)
            call.requests.publish(call.spec, "out", std::string(100'000, 'x'), "AllOrException",
                                  [&](const auto& answer) { errors.push_back(answer.error); });
        return lambda::Outcome{};
    };
    begin(
        with().route("a", "in", "f:1").route("f:1", "out", "cloud").spooler({{"GG_CONFIG_MAX_SIZE_BYTES", "262144"}}));
    auto& a = world.device("a");
    world.settle();
    world.cloud.setReachable(false);
    world.pass(1s);
    a.publish("in", "");
    world.settle();
    EXPECT_THAT(errors, ElementsAre("", "", HasSubstr("full")));
}

TEST_F(CoreFunctionTest, messagesInACircleAreRefusedBeyondALimit)
{
    std::uint32_t taken = 0;
    std::vector<std::string> refused;
    world.workers.handlers["main.handler"] = [&](const FakeWorkers::Call& call) {
        for (std::uint32_t i = 0; i < Router::kMostOfFunctions + 3; ++i)
            call.requests.publish(call.spec, "out", "x", "", [&](const auto& answer) {
                if (answer.error.empty())
                    ++taken;
                else
                    refused.push_back(answer.error);
            });
        return lambda::Outcome{};
    };
    begin(with().route("a", "in", "f:1").route("f:1", "out", "GGShadowService"));
    auto& a = world.device("a");
    world.settle();
    a.publish("in", "");
    world.settle();
    EXPECT_EQ(taken, Router::kMostOfFunctions);
    EXPECT_THAT(refused, ElementsAre(HasSubstr("a second"), HasSubstr("a second"), HasSubstr("a second")));
    world.pass(1s);
    a.publish("in", "");
    world.settle();
    EXPECT_EQ(taken, 2 * Router::kMostOfFunctions) << "a second later they may again";
}

} // namespace
