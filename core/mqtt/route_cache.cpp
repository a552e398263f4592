// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/route_cache.h"

#include "mqtt/session.h"

#include <algorithm>

namespace greensward::mqtt {

namespace {

void widen(Grant& grant, const Subscription& subscription)
{
    grant.qos = std::max(grant.qos, subscription.options.qos);
    grant.retainAsPublished |= subscription.options.retainAsPublished;
    if (subscription.id != 0)
        grant.subscriptionIds.push_back(subscription.id);
}

/// Makes one receiver of the subscriptions [begin, end), which all belong to one session.
void combine(Route& route, const Subscriber* begin, const Subscriber* end)
{
    SpecialReceiver special;
    special.deliverToItself = false;
    for (const Subscriber* one = begin; one != end; ++one) {
        widen(special.toAll, one->subscription);
        if (one->subscription.options.noLocal) {
            special.noLocal = true;
        } else {
            special.deliverToItself = true;
            widen(special.toItself, one->subscription);
        }
    }
    const bool isSpecial = special.noLocal || !special.toAll.subscriptionIds.empty();
    route.receivers.push_back({begin->session, special.toAll.qos, special.toAll.retainAsPublished, isSpecial});
    if (isSpecial)
        route.special.push_back(std::move(special));
}

} // namespace

Route& RouteCache::find(std::string_view topic)
{
    if (stale() || m_routes.size() >= kMostTopics || m_receivers >= kMostReceivers) {
        m_routes.clear();
        m_receivers = 0;
        m_trieEpoch = m_trie.epoch();
        ++m_epoch;
    }
    if (const auto known = m_routes.find(topic); known != m_routes.end())
        return *known->second;
    auto route = std::make_unique<Route>();
    route->topic = topic;
    resolve(*route);
    Route& found = *route;
    m_receivers += found.receivers.size();
    m_routes.emplace(found.topic, std::move(route));
    return found;
}

void RouteCache::resolve(Route& route)
{
    m_matches.clear();
    m_trie.match(route.topic, m_matches);
    std::vector<Subscriber> subscribers;
    for (FilterSubscribers* match : m_matches) {
        subscribers.insert(subscribers.end(), match->sessions.begin(), match->sessions.end());
        route.taps.insert(route.taps.end(), match->taps.begin(), match->taps.end());
        for (const auto& group : match->groups)
            route.groups.push_back(group.get());
    }
    std::sort(route.taps.begin(), route.taps.end(), [](const auto& a, const auto& b) { return a->id < b->id; });
    std::stable_sort(subscribers.begin(), subscribers.end(),
                     [](const Subscriber& a, const Subscriber& b) { return a.session->serial < b.session->serial; });
    for (std::size_t i = 0; i < subscribers.size();) {
        std::size_t end = i + 1;
        while (end < subscribers.size() && subscribers[end].session == subscribers[i].session)
            ++end;
        combine(route, &subscribers[i], subscribers.data() + end);
        i = end;
    }
}

} // namespace greensward::mqtt
