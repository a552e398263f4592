// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "mqtt/observer.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace greensward::cloud {

/// The device gateway's lifecycle events (greengrass-and-gateway.md 17): who came, who went and why, who subscribed to
/// what, on $aws/events/presence/# and $aws/events/subscriptions/#. They wait until the owner takes them, because an
/// observer must not call back into its broker. Client ids with '#' or '+' get none. Engine thread.
class Lifecycle final : public mqtt::BrokerObserver
{
public:
    struct Parts
    {
        const Clock& clock;
        Random random;              ///< for session identifiers
        bool asIn2017 = false;      ///< without address, version number and reason
        std::function<void()> wake; ///< something waits: take() it after the broker's turn
    };
    explicit Lifecycle(Parts parts) : m_parts(std::move(parts)) {}

    /// Whether a client is connected, since when, and why not.
    struct Presence
    {
        bool connected = false;
        WallTime since{};
        mqtt::DisconnectReason reason{}; ///< of one that is gone
    };
    /// Nothing for a client id that was not seen since the start.
    std::optional<Presence> presence(std::string_view clientId) const;

    struct Event
    {
        std::string topic;
        std::string payload;
    };
    /// Oldest first.
    std::deque<Event> take() { return std::exchange(m_waiting, {}); }
    /// Lost because nobody took them.
    std::uint64_t dropped() const { return m_dropped; }

    void connected(const mqtt::Peer& peer, std::string_view clientId, const mqtt::Connect& packet) override;
    /// Of those that may not connect, or may not publish their will: connect_failed, not in 2017.
    void refused(const mqtt::Peer& peer, std::string_view clientId, mqtt::ReasonCode code) override;
    void disconnected(const mqtt::Peer& peer, std::string_view clientId, mqtt::DisconnectReason reason) override;
    void subscribed(const mqtt::Peer& peer, std::string_view clientId,
                    std::span<const std::string_view> filters) override;
    void unsubscribed(const mqtt::Peer& peer, std::string_view clientId,
                      std::span<const std::string_view> filters) override;

private:
    struct Client
    {
        std::uint64_t session = 0; ///< what the connection's session identifier is made from
        std::int32_t version = -1; ///< counts connections and disconnections of the client id
        bool online = false;
        mqtt::DisconnectReason reason{}; ///< of the last connection's end
        WallTime since{};
    };
    static std::string identifier(const Client& client);
    Client& clientFor(std::string_view clientId);
    void subscriptions(const mqtt::Peer& peer, std::string_view clientId, std::string_view what,
                       std::span<const std::string_view> filters);
    void add(std::string topic, std::string payload);

    Parts m_parts;
    std::unordered_map<std::string, Client> m_clients;
    std::deque<Event> m_waiting;
    std::uint64_t m_dropped = 0;
};

/// AWS's word for why a connection ended: "CONNECTION_LOST".
std::string_view disconnectReasonName(mqtt::DisconnectReason reason);
/// What AWS calls the principal of a connection: the certificate's id, an IAM identity, or for what lives in this
/// program, its client id.
std::string principalIdentifier(const mqtt::Peer& peer, std::string_view clientId);

} // namespace greensward::cloud
