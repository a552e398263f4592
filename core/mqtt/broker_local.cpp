// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// In-process origins and taps, the administrator's hand, and what the console looks at.
#include "mqtt/broker_core.h"
#include "mqtt/topic.h"

#include <algorithm>
#include <cassert>
#include <fmt/format.h>

namespace greensward::mqtt {

namespace {

/// Messages that taps published and nobody has routed yet.
constexpr std::size_t kMostDeferred = 65'536;

ReasonCode codeFor(DisconnectReason reason)
{
    switch (reason) {
    case DisconnectReason::KeepAliveTimeout:
        return ReasonCode::KeepAliveTimeout;
    case DisconnectReason::TakenOver:
        return ReasonCode::SessionTakenOver;
    case DisconnectReason::ProtocolError:
        return ReasonCode::ProtocolError;
    case DisconnectReason::NotAuthorized:
        return ReasonCode::NotAuthorized;
    case DisconnectReason::SlowConsumer:
        return ReasonCode::QuotaExceeded;
    default:
        return ReasonCode::AdministrativeAction;
    }
}

} // namespace

void Broker::Core::publish(std::string_view origin, const OutgoingMessage& message, Instant now)
{
    m_now = now;
    const auto refused = [&](std::string_view because) {
        recorder().record({.kind = trace::Kind::MessageRefused,
                           .cause = message.cause,
                           .journey = message.journey,
                           .subject = origin,
                           .object = message.topic,
                           .detail = because,
                           .payload = message.payload});
    };
    if (const auto valid = checkTopicName(message.topic); !valid) {
        refused(fmt::format("{} [{}]", valid.error().text, valid.error().clause));
        return;
    }
    Publish packet;
    packet.topic = message.topic;
    packet.payload = message.payload;
    packet.qos = message.qos;
    packet.retain = message.retain;
    packet.properties = message.properties;
    packet.properties.topicAlias.reset();
    packet.properties.subscriptionIds.clear();
    if (m_routing) {
        if (m_deferred.size() >= kMostDeferred) {
            ++m_counters.dropped;
            refused("too many messages published from within others wait to be routed");
            return;
        }
        const auto kept = makeMessage(packet, origin);
        if (packet.properties.messageExpiry)
            kept->expiresAt = m_parts.clock.wall() + std::chrono::seconds(*packet.properties.messageExpiry);
        m_deferred.push_back({kept, message.cause, message.journey});
        return;
    }
    Publication publication{.packet = packet, .publisher = origin};
    publication.journey = message.journey;
    publication.event = notePublished(publication, 0, message.cause);
    if (publication.journey == 0)
        publication.journey = publication.event;
    route(publication);
    runDeferred();
}

TapId Broker::Core::tap(std::string_view filter, Tap call)
{
    assert(checkTopicFilter(filter) && splitShared(filter).group.empty());
    auto entry = std::make_shared<TapEntry>();
    entry->id = ++m_lastTap;
    entry->call = std::move(call);
    m_trie.addTap(filter, entry);
    m_taps.emplace(entry->id, std::pair{std::string(filter), entry});
    return entry->id;
}

void Broker::Core::untap(TapId id)
{
    const auto known = m_taps.find(id);
    if (known == m_taps.end())
        return;
    known->second.second->alive = false;
    m_trie.removeTap(known->second.first, id);
    m_taps.erase(known);
}

bool Broker::Core::closeClient(std::string_view clientId, DisconnectReason reason, bool withholdWillNow, Instant now)
{
    m_now = now;
    const auto session = m_sessions.find(clientId);
    if (session == m_sessions.end() || !session->second->connection)
        return false;
    if (m_routing) {
        m_closeLater.push_back({std::string(clientId), reason, withholdWillNow});
        return true;
    }
    Connection& connection = *session->second->connection;
    sendDisconnect(connection, codeFor(reason), text(reason));
    close(connection, reason, text(reason), withholdWillNow);
    return true;
}

void Broker::Core::shutdown(Instant now)
{
    m_now = now;
    std::vector<ConnectionId> ids;
    for (const auto& [id, connection] : m_connections)
        ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    for (const ConnectionId id : ids) {
        Connection& connection = *find(id);
        sendDisconnect(connection, ReasonCode::ServerShuttingDown, "the server is shutting down");
        close(connection, DisconnectReason::ServerShutdown, text(DisconnectReason::ServerShutdown));
    }
    runDeferred();
}

BrokerCounters Broker::Core::counters() const
{
    BrokerCounters counters = m_counters;
    counters.connections = m_connections.size();
    counters.sessions = m_sessions.size();
    return counters;
}

std::vector<ClientView> Broker::Core::clients() const
{
    std::vector<ClientView> views;
    views.reserve(m_sessions.size());
    for (const auto& [clientId, session] : m_sessions) {
        ClientView& view = views.emplace_back();
        view.clientId = clientId;
        if (session->connection)
            view.peer = session->connection->peer;
        view.version = session->version;
        view.connected = session->connection != nullptr;
        view.cleanStart = session->cleanStart;
        view.keepAlive = session->keepAlive;
        view.subscriptions = session->subscriptions.size();
        view.queued = session->deliveries.waiting();
        view.inflight = session->deliveries.inflight();
        view.willArmed = session->will != nullptr;
    }
    std::sort(views.begin(), views.end(), [](const auto& a, const auto& b) { return a.clientId < b.clientId; });
    return views;
}

std::vector<MessagePtr> Broker::Core::retainedMatching(std::string_view filter, std::size_t most) const
{
    std::vector<MessagePtr> found;
    auto cursor = m_retained.walk(filter);
    while (found.size() < most) {
        MessagePtr next = m_retained.next(cursor);
        if (!next)
            break;
        found.push_back(std::move(next));
    }
    return found;
}

} // namespace greensward::mqtt
