// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/retained_messages.h"

#include <gtest/gtest.h>

namespace greensward::mqtt {
namespace {

MessagePtr message(std::string topic, std::string payload = "x", std::optional<WallTime> expiresAt = {})
{
    auto made = std::make_shared<Message>();
    made->topic = std::move(topic);
    made->payload = toBytes(payload);
    made->expiresAt = expiresAt;
    return made;
}

std::vector<std::string> topics(const RetainedMessages& retained, std::string_view filter)
{
    std::vector<std::string> found;
    auto cursor = retained.walk(filter);
    while (const MessagePtr next = retained.next(cursor))
        found.push_back(next->topic);
    return found;
}

using Topics = std::vector<std::string>;

TEST(RetainedMessages, walksTheMatchesOfAFilter)
{
    RetainedMessages retained(100, 1000, true);
    for (const char* topic : {"a", "a/b", "a/b/c", "a-b", "a0", "b/b", "$SYS/x", "/a"})
        retained.store(message(topic));
    EXPECT_EQ(topics(retained, "a/#"), (Topics{"a", "a/b", "a/b/c"}));
    EXPECT_EQ(topics(retained, "a/+"), (Topics{"a/b"}));
    EXPECT_EQ(topics(retained, "+/b"), (Topics{"a/b", "b/b"}));
    EXPECT_EQ(topics(retained, "a"), (Topics{"a"}));
    EXPECT_EQ(topics(retained, "$SYS/#"), (Topics{"$SYS/x"}));
    EXPECT_EQ(topics(retained, "/+"), (Topics{"/a"}));
    EXPECT_EQ(topics(retained, "#"), (Topics{"/a", "a", "a-b", "a/b", "a/b/c", "a0", "b/b"}));
    EXPECT_EQ(topics(retained, "+"), (Topics{"a", "a-b", "a0"}));
}

TEST(RetainedMessages, withoutParentMatchTheFilterDoesNotTakeItsParent)
{
    RetainedMessages retained(100, 1000, false);
    retained.store(message("a"));
    retained.store(message("a/b"));
    EXPECT_EQ(topics(retained, "a/#"), (Topics{"a/b"}));
}

TEST(RetainedMessages, aWalkSkipsWhatWasStoredAfterItBeganAndSurvivesWhatIsCleared)
{
    RetainedMessages retained(100, 1000, true);
    for (const char* topic : {"a", "b", "c", "d"})
        retained.store(message(topic));
    auto cursor = retained.walk("#");
    EXPECT_EQ(retained.next(cursor)->topic, "a");
    retained.clear("a");
    retained.clear("b");
    retained.store(message("c", "newer"));
    retained.store(message("e"));
    EXPECT_EQ(retained.next(cursor)->topic, "d");
    EXPECT_EQ(retained.next(cursor), nullptr);
}

TEST(RetainedMessages, keepsWithinItsLimitsAndStillReplaces)
{
    RetainedMessages retained(2, 10, true);
    EXPECT_EQ(retained.store(message("a", "123")), RetainedMessages::Stored::Yes);
    EXPECT_EQ(retained.store(message("b", "123")), RetainedMessages::Stored::Yes);
    EXPECT_EQ(retained.store(message("c", "1")), RetainedMessages::Stored::Full);
    EXPECT_EQ(retained.store(message("a", "123456")), RetainedMessages::Stored::Full) << "11 bytes are too many";
    EXPECT_EQ(asText(retained.find("a")->payload), "123");
    EXPECT_EQ(retained.store(message("a", "12345")), RetainedMessages::Stored::Yes);
    EXPECT_EQ(retained.bytes(), 10U);
    EXPECT_TRUE(retained.clear("b"));
    EXPECT_FALSE(retained.clear("b"));
    EXPECT_EQ(retained.bytes(), 6U);
}

TEST(RetainedMessages, forgetsWhatExpired)
{
    const WallTime start{std::chrono::seconds(1000)};
    RetainedMessages retained(10, 1000, true);
    retained.store(message("soon", "x", start + std::chrono::seconds(1)));
    retained.store(message("later", "x", start + std::chrono::seconds(5)));
    retained.store(message("never"));
    EXPECT_EQ(retained.nextExpiry(), start + std::chrono::seconds(1));
    EXPECT_EQ(retained.expire(start + std::chrono::seconds(1)), (Topics{"soon"}));
    retained.store(message("later", "replaced"));
    EXPECT_EQ(retained.nextExpiry(), std::nullopt);
    EXPECT_TRUE(retained.expire(start + std::chrono::seconds(99)).empty());
    EXPECT_EQ(retained.size(), 2U);
}

} // namespace
} // namespace greensward::mqtt
