// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "group_text.h"

#include <gmock/gmock.h>

using namespace greensward;
using namespace greensward::edge;
using namespace greensward::edge::test;
using testing::HasSubstr;

namespace {

std::string problemOf(const std::string& text)
{
    const auto group = GroupDocument::parse(text);
    return group ? std::string() : group.error().message;
}

TEST(GroupDocument, isReadWithItsDefaults)
{
    const auto group = GroupText().device("a", true).function(functionArn("f:live"), functionArn("f:2")).document();
    EXPECT_EQ(group.groupId, "group-1");
    EXPECT_EQ(group.core.thing, "core");
    ASSERT_EQ(group.devices.size(), 1U);
    EXPECT_EQ(group.devices[0].thing, "a");
    EXPECT_EQ(group.devices[0].certificateId, certificateOf("a"));
    EXPECT_TRUE(group.devices[0].syncShadow);
    ASSERT_EQ(group.functions.size(), 1U);
    const GroupFunction& function = group.functions[0];
    EXPECT_EQ(function.handler, "main.handler");
    EXPECT_EQ(function.memoryKiB, 16384U);
    EXPECT_EQ(function.timeout, std::chrono::seconds(3));
    EXPECT_FALSE(function.pinned);
    EXPECT_FALSE(group.loggers.has_value()) << "no logger definition is not an empty one";
    EXPECT_TRUE(GroupText().set("Loggers", json::array{}).document().loggers.has_value());
}

TEST(GroupDocument, theDefinitionsExecutableWinsOverTheVersionsHandler)
{
    const auto group = GroupText()
                           .function(functionArn("f:1"), functionArn("f:1"),
                                     {{"Executable", "other.go"}, {"Timeout", 25}, {"Pinned", true}})
                           .document();
    EXPECT_EQ(group.functions[0].handler, "other.go");
    EXPECT_EQ(group.functions[0].timeout, std::chrono::seconds(25));
    EXPECT_TRUE(group.functions[0].pinned);
}

TEST(GroupDocument, knowsFunctionsByBothNames)
{
    const auto group = GroupText().function(functionArn("f:live"), functionArn("f:2")).document();
    EXPECT_EQ(group.resolved(functionArn("f:live")), functionArn("f:2"));
    EXPECT_EQ(group.function(functionArn("f:2")), group.function(functionArn("f:live")));
    EXPECT_EQ(group.function(functionArn("f:3")), nullptr);
}

TEST(GroupDocument, aResetNeedsNoLists)
{
    const auto reset =
        GroupDocument::parse(R"({"GroupId":"g","DeploymentId":"d","DeploymentType":"ForceResetDeployment"})");
    ASSERT_TRUE(reset) << reset.error().message;
    EXPECT_TRUE(reset->isReset());
}

TEST(GroupDocument, saysWhatIsWrong)
{
    EXPECT_THAT(problemOf("[]"), HasSubstr("no JSON object"));
    EXPECT_THAT(problemOf("{"), HasSubstr("no JSON object"));
    EXPECT_THAT(problemOf(GroupText().set("GroupId", 7).text()), HasSubstr("GroupId is not a text"));
    EXPECT_THAT(problemOf(GroupText().set("Devices", json::array{1}).text()), HasSubstr("Devices"));
    EXPECT_THAT(problemOf(GroupText().set("Core", json::object{}).text()), HasSubstr("ThingArn"));
    EXPECT_THAT(problemOf(GroupText().set("CertificateExpiryInMilliseconds", "soon").text()), HasSubstr("Expiry"));
}

} // namespace
