// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry_world.h"

namespace greensward::cloud {

using ThingsOfTheRegistry = RegistryWorld;

TEST_F(ThingsOfTheRegistry, theSameThingTwiceIsOne)
{
    const auto first = things.create("pump", "", {{"place", "east"}});
    const auto again = things.create("pump", "", {{"place", "east"}});
    ASSERT_TRUE(first && again);
    EXPECT_EQ(*first, *again);
    const auto other = things.create("pump", "", {{"place", "west"}});
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, "ResourceAlreadyExistsException");
    EXPECT_EQ(other.error().members.at("resourceId").as_string(), (*first)->id);
}

TEST_F(ThingsOfTheRegistry, changesCountTheVersion)
{
    ASSERT_TRUE(things.create("pump", "", {{"place", "east"}}));
    ASSERT_TRUE(things.update("pump", {.attributes = Attributes{{"depth", "3"}}, .merge = true}));
    EXPECT_EQ((*things.thing("pump"))->attributes, (Attributes{{"depth", "3"}, {"place", "east"}}));
    EXPECT_EQ((*things.thing("pump"))->version, 2);
    ASSERT_TRUE(things.update("pump", {.attributes = Attributes{{"place", ""}}, .merge = true}));
    EXPECT_EQ((*things.thing("pump"))->attributes, (Attributes{{"depth", "3"}}));
    const auto late = things.update("pump", {.attributes = Attributes{}, .expectedVersion = 2});
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, "VersionConflictException");
    EXPECT_EQ(late.error().status, 409U);
}

TEST_F(ThingsOfTheRegistry, withoutATypeThereIsRoomForThreeAttributes)
{
    EXPECT_TRUE(things.create("three", "", {{"a", "1"}, {"b", "1"}, {"c", "1"}}));
    EXPECT_FALSE(things.create("four", "", {{"a", "1"}, {"b", "1"}, {"c", "1"}, {"d", "1"}}));
    ASSERT_TRUE(things.createType("pump", "", {}));
    EXPECT_TRUE(things.create("typed", "pump", {{"a", "1"}, {"b", "1"}, {"c", "1"}, {"d", "1"}}));
}

TEST_F(ThingsOfTheRegistry, whatIsAttachedIsNotDeleted)
{
    ASSERT_TRUE(things.create("pump", "", {}));
    ASSERT_TRUE(things.attach("pump", "arn:x"));
    EXPECT_EQ(things.thingsOf("arn:x"), std::vector<std::string>{"pump"});
    const auto refused = things.remove("pump", {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "InvalidRequestException");
    ASSERT_TRUE(things.detach("pump", "arn:x"));
    EXPECT_TRUE(things.remove("pump", {}));
    EXPECT_FALSE(things.thing("pump"));
    EXPECT_TRUE(things.remove("pump", {})) << "deleting what is gone succeeds, as at AWS";
}

TEST_F(ThingsOfTheRegistry, aTypeGoesFiveMinutesAfterItWasDeprecated)
{
    ASSERT_TRUE(things.createType("pump", "", {}));
    EXPECT_FALSE(things.removeType("pump"));
    ASSERT_TRUE(things.deprecateType("pump", false));
    EXPECT_FALSE(things.create("late", "pump", {})) << "no new things of a deprecated type";
    EXPECT_FALSE(things.removeType("pump"));
    clock.advance(std::chrono::minutes(5));
    EXPECT_TRUE(things.removeType("pump"));
}

TEST_F(ThingsOfTheRegistry, groupsKnowTheirAncestors)
{
    ASSERT_TRUE(things.createGroup("farm", "", "", {}));
    const auto field = things.createGroup("field", "farm", "", {});
    ASSERT_TRUE(field);
    ASSERT_EQ(things.ancestors(**field).size(), 1U);
    EXPECT_EQ(things.ancestors(**field).front()->name, "farm");
    EXPECT_FALSE(things.removeGroup("farm", {})) << "it has groups of its own";
    ASSERT_TRUE(things.create("pump", "", {}));
    ASSERT_TRUE(things.join("field", "pump"));
    EXPECT_EQ(things.groupsOf("pump"), std::vector<std::string>{"field"});
    ASSERT_TRUE(things.remove("pump", {}));
    EXPECT_TRUE((*things.group("field"))->things.empty());
}

} // namespace greensward::cloud
