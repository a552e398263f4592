// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/topic.h"

#include <gtest/gtest.h>
#include <string>

namespace greensward::mqtt {

namespace {

using namespace std::string_view_literals;

std::string_view clauseOf(const Checked<void>& checked)
{
    return checked ? std::string_view{} : checked.error().clause;
}

struct TopicCase
{
    std::string_view topic;
    std::string_view clause; ///< empty: well-formed
};

struct MatchCase
{
    std::string_view filter;
    std::string_view topic;
    bool matches;
    bool matchesWithoutParent;
};

} // namespace

TEST(Topic, names)
{
    static constexpr TopicCase kCases[] = {
        {"a", ""},
        {"/", ""},
        {"//a//", ""},
        {"a b/ c", ""},
        {"$SYS/x", ""},
        {"turbines/\xc3\xbc", ""},
        {"", "MQTT-4.7.3-1"},
        {"a/+/b", "MQTT-3.3.2-2"},
        {"a/#", "MQTT-3.3.2-2"},
        {"a+", "MQTT-3.3.2-2"},
        {"a\0b"sv, "MQTT-1.5.3-2"},
        {"a\xff", "MQTT-1.5.3-1"},
    };
    for (const auto& c : kCases)
        EXPECT_EQ(clauseOf(checkTopicName(c.topic)), c.clause) << c.topic;
    EXPECT_EQ(clauseOf(checkTopicName(std::string(65'535, 'a'))), "");
    EXPECT_EQ(clauseOf(checkTopicName(std::string(65'536, 'a'))), "MQTT-4.7.3-3");
}

TEST(Topic, filters)
{
    static constexpr TopicCase kCases[] = {
        {"#", ""},
        {"+", ""},
        {"/", ""},
        {"+/+", ""},
        {"/+", ""},
        {"+/tennis/#", ""},
        {"sport/tennis/#", ""},
        {"sport/+/player1", ""},
        {"$SYS/#", ""},
        {"", "MQTT-4.7.3-1"},
        {"sport/tennis#", "MQTT-4.7.1-2"},
        {"sport/tennis/#/ranking", "MQTT-4.7.1-2"},
        {"#/a", "MQTT-4.7.1-2"},
        {"##", "MQTT-4.7.1-2"},
        {"#+", "MQTT-4.7.1-2"},
        {"sport+", "MQTT-4.7.1-3"},
        {"+sport", "MQTT-4.7.1-3"},
        {"a/b+/c", "MQTT-4.7.1-3"},
        {"++", "MQTT-4.7.1-3"},
        {"+#", "MQTT-4.7.1-3"},
        {"a\0"sv, "MQTT-1.5.3-2"},
        {"\xc0\x80", "MQTT-1.5.3-1"},
        {"$share/group/a/+/#", ""},
        {"$share/group//", ""},
        {"$share", ""},
        {"$shared/x", ""},
        {"$share/", "MQTT5-4.8.2-1"},
        {"$share//a", "MQTT5-4.8.2-1"},
        {"$share/group", "MQTT5-4.8.2-2"},
        {"$share/group/", "MQTT5-4.8.2-2"},
        {"$share/gro+up/a", "MQTT5-4.8.2-2"},
        {"$share/#/a", "MQTT5-4.8.2-2"},
        {"$share/group/a#", "MQTT-4.7.1-2"},
    };
    for (const auto& c : kCases)
        EXPECT_EQ(clauseOf(checkTopicFilter(c.topic)), c.clause) << c.topic;
    EXPECT_EQ(clauseOf(checkTopicFilter(std::string(65'536, 'a'))), "MQTT-4.7.3-3");
}

TEST(Topic, matching)
{
    static constexpr MatchCase kCases[] = {
        {"a", "a", true, true},
        {"a", "A", false, false},
        {"a", "a/", false, false},
        {"a", "/a", false, false},
        {"a", "ab", false, false},
        {"ab", "a", false, false},
        {"a/b", "a", false, false},
        {"#", "a", true, true},
        {"#", "/", true, true},
        {"#", "a/b/c", true, true},
        {"#", "$SYS/a", false, false},
        {"+", "a", true, true},
        {"+", "/a", false, false},
        {"+", "a/", false, false},
        {"+", "$SYS", false, false},
        {"/+", "/a", true, true},
        {"+/+", "/a", true, true},
        {"+/+", "a/b", true, true},
        {"+/+", "a", false, false},
        {"+/+", "a/b/c", false, false},
        {"+/+", "/", true, true},
        {"+/monitor/Clients", "$SYS/monitor/Clients", false, false},
        {"$SYS/#", "$SYS/monitor/Clients", true, true},
        {"$SYS/monitor/+", "$SYS/monitor/Clients", true, true},
        {"$SYS/#", "$SYS", true, false},
        {"a/#", "a", true, false},
        {"a/#", "a/", true, true},
        {"a/#", "a/b", true, true},
        {"a/#", "a/b/c", true, true},
        {"a/#", "ab", false, false},
        {"a/#", "ab/c", false, false},
        {"/#", "/", true, true},
        {"/#", "a", false, false},
        {"+/#", "a", true, false},
        {"+/#", "a/b", true, true},
        {"a/+/#", "a/b", true, false},
        {"a/+/#", "a", false, false},
        {"a/+", "a", false, false},
        {"a/+", "a/", true, true},
        {"a/+/c", "a/b/c", true, true},
        {"a/+/c", "a//c", true, true},
        {"a/+/c", "a/b/d", false, false},
        {"a/+/c", "a/b/c/d", false, false},
        {"a/+/+/d", "a/b/c/d", true, true},
        {"+/b", "a/b", true, true},
        {"+/b", "a/bc", false, false},
        {"a/$b/+", "a/$b/c", true, true},
        {"+/$b", "a/$b", true, true},
    };
    for (const auto& c : kCases) {
        EXPECT_EQ(topicMatches(c.filter, c.topic), c.matches) << c.filter << " on " << c.topic;
        EXPECT_EQ(topicMatches(c.filter, c.topic, false), c.matchesWithoutParent)
            << c.filter << " on " << c.topic << ", parent not matched";
    }
}

TEST(Topic, levels)
{
    EXPECT_EQ(topicLevels("a"), 1u);
    EXPECT_EQ(topicLevels("/"), 2u);
    EXPECT_EQ(topicLevels("a/b/c"), 3u);
}

TEST(Topic, sharedFiltersAreTakenApart)
{
    EXPECT_EQ(splitShared("$share/g/a/b").group, "g");
    EXPECT_EQ(splitShared("$share/g/a/b").filter, "a/b");
    EXPECT_EQ(splitShared("$share/g//").filter, "/");
    EXPECT_EQ(splitShared("a/b").group, "");
    EXPECT_EQ(splitShared("a/b").filter, "a/b");
    EXPECT_EQ(splitShared("$share").filter, "$share");
}

} // namespace greensward::mqtt
