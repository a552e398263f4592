// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/broker.h"
#include "mqtt/packet.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace greensward::mqtt {

struct Session;

/// What a session asked for with one filter.
struct Subscription
{
    SubscriptionOptions options;
    std::uint32_t id = 0; ///< subscription identifier; 0: none
};

/// A session's subscription where the trie keeps it.
struct Subscriber
{
    Session* session = nullptr;
    Subscription subscription;
};

/// The sessions that share a subscription, "$share/{name}/{filter}" [MQTT5-4.8.2]. Each message goes to one of them.
struct ShareGroup
{
    std::string name;
    std::vector<Subscriber> members;
    std::size_t next = 0; ///< whose turn it is; taken modulo the members
};

/// An in-process subscriber.
struct TapEntry
{
    TapId id = 0;
    Tap call;
    bool alive = true; ///< false once removed: a route may still know it
};

/// All that subscribed to one filter.
struct FilterSubscribers
{
    std::vector<Subscriber> sessions;
    std::vector<std::unique_ptr<ShareGroup>> groups;
    std::vector<std::shared_ptr<TapEntry>> taps;

    bool empty() const { return sessions.empty() && groups.empty() && taps.empty(); }
};

/// Transparent hash, so that looking up a string_view makes no string.
struct TextHash
{
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

/// Who subscribed to what, by topic level: finding the subscribers of a topic visits only filters that can match it.
/// Filters are well-formed (checkTopicFilter) and come without share prefix.
class SubscriptionTrie
{
public:
    explicit SubscriptionTrie(bool parentMatch) : m_parentMatch(parentMatch) {}

    /// isNew: the session has no subscription with this filter (in this group) yet; otherwise the old one is replaced.
    void add(std::string_view filter, std::string_view group, const Subscriber& subscriber, bool isNew);
    void remove(std::string_view filter, std::string_view group, const Session* session);
    void addTap(std::string_view filter, std::shared_ptr<TapEntry> tap);
    void removeTap(std::string_view filter, TapId id);

    /// Appends the subscribers of each filter that matches, with the $-rule [MQTT-4.7.2-1]. The pointers live until the
    /// next change.
    void match(std::string_view topic, std::vector<FilterSubscribers*>& out);

    /// Rises with each change: what was found before may be wrong.
    std::uint64_t epoch() const { return m_epoch; }
    bool empty() const { return m_root.children.empty(); }

private:
    struct Node
    {
        std::unordered_map<std::string, std::unique_ptr<Node>, TextHash, std::equal_to<>>
            children; ///< '+' and '#' among them
        FilterSubscribers subscribers;
    };
    FilterSubscribers& open(std::string_view filter);
    template<typename Change>
    bool change(Node& node, std::string_view filter, Change&& apply);
    void matchBelow(Node& node, std::string_view rest, bool first, std::vector<FilterSubscribers*>& out);

    Node m_root;
    std::uint64_t m_epoch = 1;
    bool m_parentMatch;
};

} // namespace greensward::mqtt
