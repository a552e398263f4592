// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cloud/lifecycle.h"

#include "cloud/uuid.h"

#include <boost/json.hpp>

namespace greensward::cloud {

namespace json = boost::json;

namespace {

/// Client ids whose version numbers are remembered.
constexpr std::size_t kMostClients = 100'000;
constexpr std::size_t kMostWaiting = 100'000;

bool getsEvents(std::string_view clientId)
{
    return clientId.find_first_of("#+") == std::string_view::npos;
}

std::string_view hostOf(std::string_view address)
{
    std::string_view host = address.substr(0, address.rfind(':'));
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    return host;
}

std::int64_t milliseconds(WallTime time)
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

} // namespace

std::string_view disconnectReasonName(mqtt::DisconnectReason reason)
{
    using Reason = mqtt::DisconnectReason;
    switch (reason) {
    case Reason::ClientDisconnect:
    case Reason::ClientWithWill:
        return "CLIENT_INITIATED_DISCONNECT";
    case Reason::ConnectionLost:
    case Reason::ConnectTimeout:
        return "CONNECTION_LOST";
    case Reason::KeepAliveTimeout:
        return "MQTT_KEEP_ALIVE_TIMEOUT";
    case Reason::TakenOver:
        return "DUPLICATE_CLIENTID";
    case Reason::ProtocolError:
        return "CLIENT_ERROR";
    case Reason::NotAuthorized:
        return "FORBIDDEN_ACCESS";
    case Reason::SlowConsumer:
        return "THROTTLED";
    case Reason::ServerClosed:
    case Reason::ServerShutdown:
        break;
    }
    return "SERVER_INITIATED_DISCONNECT";
}

std::string principalIdentifier(const mqtt::Peer& peer, std::string_view clientId)
{
    if (peer.certificate)
        return peer.certificate->fingerprint;
    return peer.signer ? peer.signer->arn : std::string(clientId);
}

void Lifecycle::connected(const mqtt::Peer& peer, std::string_view clientId, const mqtt::Connect&)
{
    if (!getsEvents(clientId))
        return;
    Client& client = clientFor(clientId);
    client.session = m_parts.random();
    client.online = true;
    client.since = m_parts.clock.wall();
    json::object event{{"clientId", clientId},
                       {"timestamp", milliseconds(m_parts.clock.wall())},
                       {"eventType", "connected"},
                       {"sessionIdentifier", identifier(client)},
                       {"principalIdentifier", principalIdentifier(peer, clientId)}};
    ++client.version;
    if (!m_parts.asIn2017) {
        event["ipAddress"] = hostOf(peer.address);
        event["versionNumber"] = client.version;
    }
    add("$aws/events/presence/connected/" + std::string(clientId), json::serialize(event));
}

void Lifecycle::refused(const mqtt::Peer& peer, std::string_view clientId, mqtt::ReasonCode code)
{
    if (m_parts.asIn2017 || code != mqtt::ReasonCode::NotAuthorized || clientId.empty() || !getsEvents(clientId))
        return;
    const json::object event{{"clientId", clientId},
                             {"timestamp", milliseconds(m_parts.clock.wall())},
                             {"eventType", "connect_failed"},
                             {"connectFailureReason", "AUTHORIZATION_FAILED"},
                             {"principalIdentifier", principalIdentifier(peer, clientId)},
                             {"sessionIdentifier", uuid(m_parts.random)},
                             {"ipAddress", hostOf(peer.address)}};
    add("$aws/events/presence/connect_failed/" + std::string(clientId), json::serialize(event));
}

void Lifecycle::disconnected(const mqtt::Peer& peer, std::string_view clientId, mqtt::DisconnectReason reason)
{
    if (!getsEvents(clientId))
        return;
    Client& client = clientFor(clientId);
    client.online = false;
    client.since = m_parts.clock.wall();
    client.reason = reason;
    ++client.version;
    json::object event{{"clientId", clientId},
                       {"timestamp", milliseconds(m_parts.clock.wall())},
                       {"eventType", "disconnected"},
                       {"sessionIdentifier", identifier(client)},
                       {"principalIdentifier", principalIdentifier(peer, clientId)},
                       {"clientInitiatedDisconnect", reason == mqtt::DisconnectReason::ClientDisconnect ||
                                                         reason == mqtt::DisconnectReason::ClientWithWill}};
    if (!m_parts.asIn2017) {
        event["disconnectReason"] = disconnectReasonName(reason);
        event["versionNumber"] = client.version;
    }
    add("$aws/events/presence/disconnected/" + std::string(clientId), json::serialize(event));
}

void Lifecycle::subscribed(const mqtt::Peer& peer, std::string_view clientId, std::span<const std::string_view> filters)
{
    subscriptions(peer, clientId, "subscribed", filters);
}

void Lifecycle::unsubscribed(const mqtt::Peer& peer, std::string_view clientId,
                             std::span<const std::string_view> filters)
{
    subscriptions(peer, clientId, "unsubscribed", filters);
}

void Lifecycle::subscriptions(const mqtt::Peer& peer, std::string_view clientId, std::string_view what,
                              std::span<const std::string_view> filters)
{
    if (!getsEvents(clientId))
        return;
    json::array topics;
    for (const std::string_view filter : filters)
        topics.emplace_back(filter);
    const json::object event{{"clientId", clientId},
                             {"timestamp", milliseconds(m_parts.clock.wall())},
                             {"eventType", what},
                             {"sessionIdentifier", identifier(clientFor(clientId))},
                             {"principalIdentifier", principalIdentifier(peer, clientId)},
                             {"topics", std::move(topics)}};
    add("$aws/events/subscriptions/" + std::string(what) + "/" + std::string(clientId), json::serialize(event));
}

std::optional<Lifecycle::Presence> Lifecycle::presence(std::string_view clientId) const
{
    const auto found = m_clients.find(std::string(clientId));
    if (found == m_clients.end())
        return std::nullopt;
    return Presence{found->second.online, found->second.since, found->second.reason};
}

/// A UUID that lasts as long as the connection; written out when it is asked for, as most of ten thousand never are.
std::string Lifecycle::identifier(const Client& client)
{
    Random random(client.session);
    return uuid(random);
}

Lifecycle::Client& Lifecycle::clientFor(std::string_view clientId)
{
    if (m_clients.size() >= kMostClients)
        std::erase_if(m_clients, [](const auto& pair) { return !pair.second.online; });
    return m_clients[std::string(clientId)];
}

void Lifecycle::add(std::string topic, std::string payload)
{
    if (m_waiting.size() >= kMostWaiting) {
        ++m_dropped;
        return;
    }
    m_waiting.push_back({std::move(topic), std::move(payload)});
    if (m_waiting.size() == 1)
        m_parts.wake();
}

} // namespace greensward::cloud
