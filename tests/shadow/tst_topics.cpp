// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/rest.h"
#include "shadow/topics.h"

#include <gtest/gtest.h>

using namespace greensward::shadow;

namespace {

TEST(ShadowTopic, ofTheClassicShadowIsRead)
{
    const auto parts = parseTopic("$aws/things/lamp/shadow/update");
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->operation, Operation::Update);
    EXPECT_EQ(parts->thing, "lamp");
    EXPECT_FALSE(parts->named);
}

TEST(ShadowTopic, ofAShadowThatIsCalledLikeAnOperationIsRead)
{
    for (const char* name : {"get", "update", "name"}) {
        const std::string topic = topicPrefix("lamp", name) + "/delete";
        const auto parts = parseTopic(topic); // views of it
        ASSERT_TRUE(parts) << name;
        EXPECT_EQ(parts->shadow, name);
        EXPECT_EQ(parts->operation, Operation::Delete);
    }
}

class OrdinaryTopic : public testing::TestWithParam<const char*>
{};
INSTANTIATE_TEST_SUITE_P(Topics, OrdinaryTopic,
                         testing::Values("$aws/things/lamp/shadow", "$aws/things/lamp/shadow/", "a/b",
                                         "$aws/things/lamp/shadow/Update", "$aws/things/lamp/shadow/update/accepted",
                                         "$aws/things/lamp/shadow/name/x",
                                         "$aws/things/lamp/shadow/name/x/update/delta",
                                         "$aws/things/lamp/shadow/names/x/update", "$aws/things/lamp/Shadow/get",
                                         "$aws/things/lamp/shadow/name/x/y/get", "$aws/things/lamp/shadow/x/get",
                                         "/$aws/things/lamp/shadow/get", "$aws/things/", ""));
TEST_P(OrdinaryTopic, isNoRequest)
{
    EXPECT_FALSE(parseTopic(GetParam()));
}

TEST(Names, followTheirPatterns)
{
    EXPECT_TRUE(checkThingName("a:B_9-"));
    EXPECT_TRUE(checkThingName(std::string(128, 'a')));
    EXPECT_EQ(checkThingName(std::string(129, 'a')).error().message, "ThingName has a maximum length of 128");
    EXPECT_FALSE(checkThingName(""));
    EXPECT_FALSE(checkThingName("a b"));
    EXPECT_FALSE(checkThingName("$a"));
    EXPECT_TRUE(checkShadowName("$package"));
    EXPECT_FALSE(checkShadowName("$package", false));
    EXPECT_FALSE(checkShadowName(""));
    EXPECT_EQ(checkShadowName(std::string(65, 'a')).error().message, "ShadowName has a maximum length of 64");
}

TEST(RestTarget, isDecoded)
{
    const auto target = parseTarget("/things/a%3Ab/shadow?name=s%241&x=y");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->thing, "a:b");
    EXPECT_EQ(target->shadow, "s$1");
    EXPECT_FALSE(target->list);
    EXPECT_TRUE(parseTarget("/api/things/shadow/ListNamedShadowsForThing/lamp?pageSize=2&nextToken=%41")->list);
    for (const char* other : {"/", "/things/a", "/things/a/b/shadow", "/things/shadow", "/things/%4/shadow",
                              "/things/%zz/shadow", "/api/things/shadow/ListNamedShadowsForThing/a/b"})
        EXPECT_FALSE(parseTarget(other)) << other;
}

} // namespace
