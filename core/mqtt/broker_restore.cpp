// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the store found after a restart.
#include "mqtt/broker_core.h"
#include "mqtt/topic.h"

#include <algorithm>
#include <cassert>

namespace greensward::mqtt {

void Broker::Core::restore(StoredBroker stored, Instant now)
{
    assert(m_connections.empty() && m_sessions.empty());
    m_now = now;
    const WallTime wall = m_parts.clock.wall();
    for (MessagePtr& message : stored.retained) {
        const std::string topic = message->topic;
        const bool expired = message->expiresAt && *message->expiresAt <= wall;
        const MessagePtr kept = std::move(message);
        if (expired || m_retained.store(kept) == RetainedMessages::Stored::Full) {
            if (m_parts.store)
                m_parts.store->dropRetained(topic);
            recorder().record({.kind = trace::Kind::RetainedCleared,
                               .object = topic,
                               .detail = expired ? "the message expired" : "no room for another retained message"});
        } else { // without a cause: it comes from an earlier run
            recorder().record({.kind = trace::Kind::RetainedStored,
                               .flags = traceFlags(kept->qos, true),
                               .subject = kept->publisher,
                               .object = topic,
                               .payload = kept->payload});
        }
    }
    m_counters.retained = m_retained.size();
    armRetainedTimer();
    for (StoredSession& session : stored.sessions)
        restoreSession(session, wall);
}

/// A session that was connected when the broker died counts as disconnected now.
void Broker::Core::restoreSession(StoredSession& stored, WallTime wall)
{
    const auto owned = m_sessions.emplace(stored.clientId, std::make_unique<Session>(stored.clientId, ++m_lastSession));
    assert(owned.second);
    Session& session = *owned.first->second;
    session.stored = m_parts.store != nullptr;
    session.expiry = stored.expiry;
    session.cleanStart = false;
    for (StoredSession::Subscription& kept : stored.subscriptions) {
        const SharedFilter parts = splitShared(kept.filter);
        const Subscription subscription{kept.options, kept.subscriptionId};
        m_trie.add(parts.filter, parts.group, {&session, subscription}, true);
        session.subscriptions.emplace(std::move(kept.filter), subscription);
        ++m_counters.subscriptions;
    }
    for (StoredSession::Delivery& kept : stored.deliveries) {
        Delivery delivery{.order = kept.order,
                          .message = std::move(kept.message),
                          .packetId = kept.packetId,
                          .qos = kept.qos,
                          .retain = kept.retain,
                          .state = kept.state};
        if (!kept.subscriptionIds.empty())
            delivery.subscriptionIds = std::make_unique<std::vector<std::uint32_t>>(std::move(kept.subscriptionIds));
        m_counters.queuedBytes += weight(*delivery.message);
        session.deliveries.restore(std::move(delivery));
    }
    session.received = std::move(stored.received);
    std::sort(session.received.begin(), session.received.end());

    if (stored.will) {
        const StoredSession::StoredWill& kept = *stored.will;
        session.will = std::make_unique<ArmedWill>();
        session.will->message = kept.message;
        session.will->stored = true;
        if (kept.message->expiresAt)
            session.will->expiry = secondsLeft(*kept.message->expiresAt, kept.dueAt);
        session.willDue = m_now + std::max(kept.dueAt - wall, Duration::zero());
    }
    if (session.expiry != kNeverExpires) {
        const Duration away = stored.disconnectedAt ? wall - *stored.disconnectedAt : Duration::zero();
        const Duration left = std::chrono::seconds(session.expiry) - away;
        if (left <= Duration::zero()) {
            endSession(session, "its expiry passed while the broker was not running");
            return;
        }
        session.expiresAt = m_now + left;
    }
    if (!stored.disconnectedAt && session.stored)
        m_parts.store->saveSession(session.clientId, session.expiry, wall);
    armSessionTimer(session);
}

} // namespace greensward::mqtt
