// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/subscription_trie.h"

#include <algorithm>
#include <utility>

namespace greensward::mqtt {

namespace {

/// The first level, and what follows its slash; hasMore tells "a" from "a/" (whose last level is empty).
struct Levels
{
    std::string_view first;
    std::string_view rest;
    bool hasMore;
};

Levels split(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return {text, {}, false};
    return {text.substr(0, slash), text.substr(slash + 1), true};
}

void put(std::vector<Subscriber>& subscribers, const Subscriber& subscriber, bool isNew)
{
    if (!isNew) {
        const auto same = std::find_if(subscribers.begin(), subscribers.end(),
                                       [&](const Subscriber& other) { return other.session == subscriber.session; });
        if (same != subscribers.end()) {
            *same = subscriber;
            return;
        }
    }
    subscribers.push_back(subscriber);
}

void take(std::vector<Subscriber>& subscribers, const Session* session)
{
    std::erase_if(subscribers, [&](const Subscriber& subscriber) { return subscriber.session == session; });
}

} // namespace

FilterSubscribers& SubscriptionTrie::open(std::string_view filter)
{
    ++m_epoch;
    Node* node = &m_root;
    while (true) {
        const Levels levels = split(filter);
        auto child = node->children.find(levels.first);
        if (child == node->children.end())
            child = node->children.emplace(std::string(levels.first), std::make_unique<Node>()).first;
        node = child->second.get();
        if (!levels.hasMore)
            return node->subscribers;
        filter = levels.rest;
    }
}

/// Applies to the filter's subscribers and prunes the branch when nothing is left of it. True when the node is empty
/// then.
template<typename Change>
bool SubscriptionTrie::change(Node& node, std::string_view filter, Change&& apply)
{
    const Levels levels = split(filter);
    const auto child = node.children.find(levels.first);
    if (child == node.children.end())
        return false;
    Node& next = *child->second;
    if (levels.hasMore)
        change(next, levels.rest, apply);
    else
        apply(next.subscribers);
    if (next.children.empty() && next.subscribers.empty())
        node.children.erase(child);
    return node.children.empty() && node.subscribers.empty();
}

void SubscriptionTrie::add(std::string_view filter, std::string_view group, const Subscriber& subscriber, bool isNew)
{
    FilterSubscribers& all = open(filter);
    if (group.empty()) {
        put(all.sessions, subscriber, isNew);
        return;
    }
    auto found = std::find_if(all.groups.begin(), all.groups.end(), [&](const auto& g) { return g->name == group; });
    if (found == all.groups.end()) {
        all.groups.push_back(std::make_unique<ShareGroup>());
        found = std::prev(all.groups.end());
        (*found)->name = group;
    }
    put((*found)->members, subscriber, isNew);
}

void SubscriptionTrie::remove(std::string_view filter, std::string_view group, const Session* session)
{
    ++m_epoch;
    change(m_root, filter, [&](FilterSubscribers& all) {
        if (group.empty()) {
            take(all.sessions, session);
            return;
        }
        for (auto& candidate : all.groups)
            if (candidate->name == group)
                take(candidate->members, session);
        std::erase_if(all.groups, [](const auto& candidate) { return candidate->members.empty(); });
    });
}

void SubscriptionTrie::addTap(std::string_view filter, std::shared_ptr<TapEntry> tap)
{
    open(filter).taps.push_back(std::move(tap));
}

void SubscriptionTrie::removeTap(std::string_view filter, TapId id)
{
    ++m_epoch;
    change(m_root, filter,
           [&](FilterSubscribers& all) { std::erase_if(all.taps, [&](const auto& tap) { return tap->id == id; }); });
}

void SubscriptionTrie::match(std::string_view topic, std::vector<FilterSubscribers*>& out)
{
    matchBelow(m_root, topic, true, out);
}

void SubscriptionTrie::matchBelow(Node& node, std::string_view rest, bool first, std::vector<FilterSubscribers*>& out)
{
    const auto add = [&out](Node& matched) {
        if (!matched.subscribers.empty())
            out.push_back(&matched.subscribers);
    };
    const Levels levels = split(rest);
    const auto descend = [&](Node& child) {
        if (levels.hasMore) {
            matchBelow(child, levels.rest, false, out);
            return;
        }
        add(child);
        if (!m_parentMatch)
            return;
        // "sport/#" also matches "sport".
        if (const auto all = child.children.find(std::string_view("#")); all != child.children.end())
            add(*all->second);
    };

    if (const auto exact = node.children.find(levels.first); exact != node.children.end())
        descend(*exact->second);
    // [MQTT-4.7.2-1] A wildcard at the front does not match topics that begin with '$'.
    if (first && levels.first.starts_with('$'))
        return;
    if (const auto any = node.children.find(std::string_view("+")); any != node.children.end())
        descend(*any->second);
    if (const auto all = node.children.find(std::string_view("#")); all != node.children.end())
        add(*all->second);
}

} // namespace greensward::mqtt
