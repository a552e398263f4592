// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "mqtt/session.h"
#include "mqtt/subscription_trie.h"
#include "mqtt/topic.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <set>

namespace greensward::mqtt {
namespace {

std::string randomText(Random& random, bool filter)
{
    static constexpr std::array<std::string_view, 4> kLevels{"a", "b", "$s", ""};
    const std::uint64_t levels = 1 + random.below(4);
    std::string text;
    for (std::uint64_t i = 0; i < levels; ++i) {
        if (i > 0)
            text += '/';
        if (filter && i + 1 == levels && random.chance(0.25))
            text += '#';
        else if (filter && random.chance(0.3))
            text += '+';
        else
            text += kLevels[random.below(kLevels.size())];
    }
    return text.empty() ? "a" : text;
}

std::set<std::string> matches(SubscriptionTrie& trie, std::string_view topic)
{
    std::vector<FilterSubscribers*> found;
    trie.match(topic, found);
    std::set<std::string> ids;
    for (const FilterSubscribers* subscribers : found)
        for (const Subscriber& subscriber : subscribers->sessions)
            ids.insert(subscriber.session->clientId);
    return ids;
}

class TrieAgainstBruteForce : public testing::TestWithParam<bool>
{};

TEST_P(TrieAgainstBruteForce, findsExactlyTheFiltersThatMatchWhileTheyComeAndGo)
{
    const bool parentMatch = GetParam();
    Random random(42);
    SubscriptionTrie trie(parentMatch);
    std::map<std::string, std::unique_ptr<Session>> byFilter; // one session a filter, named after it
    for (int step = 0; step < 4000; ++step) {
        const std::string filter = randomText(random, true);
        if (const auto known = byFilter.find(filter); known != byFilter.end() && random.chance(0.6)) {
            trie.remove(filter, {}, known->second.get());
            byFilter.erase(known);
        } else if (known == byFilter.end()) {
            auto session = std::make_unique<Session>(filter, static_cast<std::uint64_t>(step));
            trie.add(filter, {}, {session.get(), {}}, true);
            byFilter.emplace(filter, std::move(session));
        }
        const std::string topic = randomText(random, false);
        std::set<std::string> expected;
        for (const auto& [candidate, session] : byFilter)
            if (topicMatches(candidate, topic, parentMatch))
                expected.insert(candidate);
        ASSERT_EQ(matches(trie, topic), expected) << "topic " << topic << ", step " << step;
    }
    for (const auto& [filter, session] : byFilter)
        trie.remove(filter, {}, session.get());
    EXPECT_TRUE(trie.empty()) << "branches without subscribers are kept";
}

INSTANTIATE_TEST_SUITE_P(ParentMatch, TrieAgainstBruteForce, testing::Bool());

TEST(SubscriptionTrie, replacesTheSubscriptionOfTheSameSession)
{
    SubscriptionTrie trie(true);
    Session session("one", 1);
    trie.add("a/b", {}, {&session, {{.qos = QoS::AtMostOnce}, 0}}, true);
    trie.add("a/b", {}, {&session, {{.qos = QoS::ExactlyOnce}, 7}}, false);
    std::vector<FilterSubscribers*> found;
    trie.match("a/b", found);
    ASSERT_EQ(found.size(), 1U);
    ASSERT_EQ(found[0]->sessions.size(), 1U);
    EXPECT_EQ(found[0]->sessions[0].subscription.options.qos, QoS::ExactlyOnce);
    EXPECT_EQ(found[0]->sessions[0].subscription.id, 7U);
}

TEST(SubscriptionTrie, keepsGroupsApartFromEachOtherAndFromOrdinarySubscriptions)
{
    SubscriptionTrie trie(true);
    Session one("one", 1);
    Session two("two", 2);
    trie.add("a/+", "red", {&one, {}}, true);
    trie.add("a/+", "red", {&two, {}}, true);
    trie.add("a/+", "blue", {&one, {}}, true);
    trie.add("a/+", {}, {&one, {}}, true);
    std::vector<FilterSubscribers*> found;
    trie.match("a/x", found);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0]->sessions.size(), 1U);
    ASSERT_EQ(found[0]->groups.size(), 2U);
    EXPECT_EQ(found[0]->groups[0]->members.size(), 2U);

    trie.remove("a/+", "blue", &one);
    trie.remove("a/+", "red", &one);
    found.clear();
    trie.match("a/x", found);
    ASSERT_EQ(found[0]->groups.size(), 1U) << "an empty group is gone";
    EXPECT_EQ(found[0]->groups[0]->members[0].session, &two);
}

TEST(SubscriptionTrie, everyChangeRaisesTheEpoch)
{
    SubscriptionTrie trie(true);
    Session session("one", 1);
    const auto before = trie.epoch();
    trie.add("a", {}, {&session, {}}, true);
    const auto added = trie.epoch();
    EXPECT_GT(added, before);
    trie.remove("a", {}, &session);
    EXPECT_GT(trie.epoch(), added);
}

} // namespace
} // namespace greensward::mqtt
