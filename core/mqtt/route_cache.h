// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/subscription_trie.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace greensward::mqtt {

/// What a session gets of a topic after its overlapping subscriptions were made one: the highest QoS, RETAIN as
/// published if any wants it, and the identifiers of all [MQTT5-3.3.4-2, MQTT5-3.3.4-4].
struct Grant
{
    QoS qos = QoS::AtMostOnce;
    bool retainAsPublished = false;
    std::vector<std::uint32_t> subscriptionIds;
};

/// A session that gets one copy of each message of a topic.
struct Receiver
{
    Session* session = nullptr;
    QoS qos = QoS::AtMostOnce;
    bool retainAsPublished = false;
    bool special = false; ///< has an entry in Route::special
};

/// The rare things about a receiver: subscription identifiers, no local.
struct SpecialReceiver
{
    Grant toAll;
    bool noLocal = false; ///< a subscription has it: messages of the session itself are granted by `toItself`
    bool deliverToItself = true;
    Grant toItself;
};

/// Everybody who gets the messages of one topic, found once and used until a subscription changes.
struct Route
{
    std::string topic;
    std::vector<Receiver> receivers;      ///< by rising serial of the session
    std::vector<SpecialReceiver> special; ///< in the order of those receivers that are special
    std::vector<ShareGroup*> groups;
    std::vector<std::shared_ptr<TapEntry>> taps; ///< by rising id
};

/// Routes of the topics in use. Bounded: emptied when full and whenever a subscription changes.
class RouteCache
{
public:
    explicit RouteCache(SubscriptionTrie& trie) : m_trie(trie) {}

    /// The route lives as long as epoch() stays what it is.
    Route& find(std::string_view topic);
    /// Changes whenever routes given before are gone.
    std::uint64_t epoch() const { return m_epoch; }
    /// True when a subscription changed since the routes were found.
    bool stale() const { return m_trieEpoch != m_trie.epoch(); }

private:
    void resolve(Route& route);

    static constexpr std::size_t kMostTopics = 8192;
    static constexpr std::size_t kMostReceivers = 1u << 20; ///< over all routes
    SubscriptionTrie& m_trie;
    std::unordered_map<std::string_view, std::unique_ptr<Route>> m_routes; ///< keys are the routes' own topics
    std::vector<FilterSubscribers*> m_matches;
    std::size_t m_receivers = 0;
    std::uint64_t m_epoch = 1;
    std::uint64_t m_trieEpoch = 0;
};

} // namespace greensward::mqtt
