// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/route_table.h"
#include "group_text.h"

#include <gmock/gmock.h>

using namespace greensward;
using namespace greensward::edge;
using namespace greensward::edge::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

RouteTable tableOf(const GroupText& group)
{
    auto table = RouteTable::of(group.document());
    EXPECT_TRUE(table) << table.error().message;
    return table.value_or(RouteTable());
}

std::string problemOf(const GroupText& group)
{
    const auto table = RouteTable::of(group.document());
    return table ? std::string() : table.error().message;
}

std::vector<std::string> targets(const RouteTable& table, const RouteEnd& source, std::string_view topic)
{
    std::vector<std::string> names;
    for (const Route* route : table.from(source, topic))
        names.push_back(route->target.text());
    return names;
}

const RouteEnd kA = RouteEnd::device("a");

TEST(RouteTable, leadsFromSourceToTargetAndNotBack)
{
    const auto table = tableOf(GroupText().device("a").device("b").route("a", "t/1", "b"));
    EXPECT_THAT(targets(table, kA, "t/1"), ElementsAre("b"));
    EXPECT_THAT(targets(table, RouteEnd::device("b"), "t/1"), IsEmpty());
    EXPECT_THAT(targets(table, kA, "T/1"), IsEmpty()) << "case counts";
    EXPECT_THAT(targets(table, kA, "t/1/"), IsEmpty());
}

TEST(RouteTable, takesWildcardsInSubjects)
{
    const auto table =
        tableOf(GroupText().device("a").device("b").route("a", "+/x", "b").route("a", "deep/#", "cloud"));
    EXPECT_THAT(targets(table, kA, "any/x"), ElementsAre("b"));
    EXPECT_THAT(targets(table, kA, "deep/x"), ElementsAre("b", "cloud"));
    EXPECT_THAT(targets(table, kA, "deep/"), ElementsAre("cloud"));
    EXPECT_THAT(targets(table, kA, "deep"), IsEmpty()) << "# does not match the level above";
}

TEST(RouteTable, anEmptySubjectIsEverythingButSystemTopics)
{
    const auto table = tableOf(GroupText().device("a").route("a", "", "cloud").route("a", "$aws/#", "GGShadowService"));
    EXPECT_THAT(targets(table, kA, "x"), ElementsAre("cloud"));
    EXPECT_THAT(targets(table, kA, "$aws/things/a/shadow/get"), ElementsAre("GGShadowService"));
    EXPECT_THAT(table.systemTrees(), ElementsAre("$aws"));
}

TEST(RouteTable, servesEachTargetOnceWhateverMatches)
{
    const auto table = tableOf(GroupText()
                                   .device("a")
                                   .device("b")
                                   .route("a", "t/#", "b")
                                   .route("a", "t/1", "b")
                                   .route("a", "+/1", "a")
                                   .route("a", "t/1", "b"));
    EXPECT_THAT(targets(table, kA, "t/1"), ElementsAre("b", "a"));
    EXPECT_EQ(table.routes().size(), 3U) << "the same row twice is one";
}

TEST(RouteTable, anAliasAndItsVersionAreOneEnd)
{
    const auto table = tableOf(GroupText()
                                   .device("a")
                                   .function(functionArn("f:live"), functionArn("f:2"))
                                   .route("a", "in", "f:live")
                                   .route("a", "in", "f:2")
                                   .route("f:2", "out", "cloud")
                                   .route("f:live", "out", "a"));
    EXPECT_THAT(targets(table, kA, "in"), ElementsAre("f:2"));
    EXPECT_THAT(targets(table, RouteEnd::function(functionArn("f:2")), "out"), ElementsAre("cloud", "a"));
}

TEST(RouteTable, refusesWhatIsNoMember)
{
    EXPECT_THAT(problemOf(GroupText().device("a").route("a", "t", "b")), HasSubstr("no device of the group"));
    EXPECT_THAT(problemOf(GroupText().device("a").route("a", "t", "core")), HasSubstr("the core itself"));
    EXPECT_THAT(problemOf(GroupText().device("a").route("a", "t", "f:1")), HasSubstr("no member"));
    EXPECT_THAT(problemOf(GroupText().device("a").route("", "t", "a")), HasSubstr("empty"));
    EXPECT_THAT(problemOf(GroupText().device("a").route("a", "t", "arn:aws:iot:us-east-1:123456789012:thing/*")),
                HasSubstr("pattern"));
    EXPECT_THAT(problemOf(GroupText().route("cloud", "t", "cloud")), HasSubstr("from the cloud to the cloud"));
}

TEST(RouteTable, refusesSubjectsThatCannotBe)
{
    const auto with = [](const std::string& subject) {
        return problemOf(GroupText().device("a").route("a", subject, "cloud"));
    };
    EXPECT_THAT(with("a/#/b"), HasSubstr("no topic filter"));
    EXPECT_THAT(with("1/2/3/4/5/6/7/8/9"), HasSubstr("7 slashes"));
    EXPECT_EQ(with("1/2/3/4/5/6/7/8"), "");
    EXPECT_THAT(with(std::string(257, 'x')), HasSubstr("256 bytes"));
}

TEST(RouteTable, listensToTheCloudOncePerSubject)
{
    const auto table = tableOf(
        GroupText().device("a").device("b").route("cloud", "t", "a").route("cloud", "t", "b").route("cloud", "u", "b"));
    EXPECT_THAT(table.cloudSubjects(), ElementsAre("t", "u"));

    GroupText many;
    many.device("a");
    for (int i = 0; i < 51; ++i)
        many.route("cloud", "t/" + std::to_string(i), "a");
    EXPECT_THAT(problemOf(many), HasSubstr("51"));
}

TEST(RouteTable, saysWhyNothingLeadsOn)
{
    const auto table =
        tableOf(GroupText().device("a").device("b").route("a", "sdk/Test", "b").route("a", "deep/#", "b"));
    EXPECT_THAT(table.whyNone(kA, "sdk/test"), HasSubstr("upper and lower case"));
    EXPECT_THAT(table.whyNone(kA, "deep"), HasSubstr("does not cover deep itself"));
    EXPECT_THAT(table.whyNone(kA, "sdk/Test/"), HasSubstr("slash at its end"));
    EXPECT_THAT(table.whyNone(RouteEnd::device("b"), "sdk/Test"), HasSubstr("leads the other way"));
    EXPECT_THAT(table.whyNotTo(kA, "other", RouteEnd::device("b")), HasSubstr("has the subject sdk/Test, not other"));
}

TEST(RouteTable, warnsOfCircles)
{
    EXPECT_THAT(tableOf(GroupText().device("a").route("cloud", "t/#", "a").route("a", "t/x", "cloud")).circles(),
                ElementsAre(HasSubstr("r1 and r2")));
    EXPECT_THAT(tableOf(GroupText().device("a").route("cloud", "t", "a").route("a", "u", "cloud")).circles(),
                IsEmpty());
}

TEST(RouteEnd, comesBackFromWhatTheBrokerCallsIt)
{
    for (const RouteEnd& end :
         {RouteEnd::cloud(), RouteEnd::shadows(), RouteEnd::device("a"), RouteEnd::function(functionArn("f:1"))})
        EXPECT_EQ(RouteEnd::fromPublisher(end.publisher()), end) << end.text();
}

} // namespace
