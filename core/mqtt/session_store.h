// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/message.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::mqtt {

/// Names a point in the order of writes. 0: nothing was written, nothing to wait for.
using Ticket = std::uint64_t;

/// Where an outbound QoS > 0 message of a session stands.
enum class DeliveryState : std::uint8_t {
    Queued,   ///< not yet sent; packetId 0
    Sent,     ///< PUBLISH sent, PUBACK or PUBREC awaited
    Released, ///< QoS 2: PUBREC received, PUBCOMP awaited
};

/// A session as it was kept.
struct StoredSession
{
    std::string clientId;
    std::uint32_t expiry = 0;               ///< seconds after disconnection; 0xFFFFFFFF never
    std::optional<WallTime> disconnectedAt; ///< empty: was connected when last written
    struct Subscription
    {
        std::string filter;
        SubscriptionOptions options;
        std::uint32_t subscriptionId = 0; ///< 0: none
    };
    std::vector<Subscription> subscriptions;
    struct Delivery
    {
        std::uint64_t order = 0; ///< rising within the session; its key
        MessagePtr message;
        QoS qos{};
        bool retain = false; ///< RETAIN bit as it is to be sent
        std::vector<std::uint32_t> subscriptionIds;
        PacketId packetId = 0;
        DeliveryState state{};
    };
    std::vector<Delivery> deliveries; ///< by rising order
    std::vector<PacketId> received;   ///< inbound QoS 2, PUBREL awaited
    struct StoredWill
    {
        MessagePtr message;
        WallTime dueAt{};
    };
    std::optional<StoredWill> will; ///< delayed will of a disconnected session
};

/// Everything a broker finds again after a restart.
struct StoredBroker
{
    std::vector<StoredSession> sessions;
    std::vector<MessagePtr> retained;
};

/// Where a broker keeps what must outlive it. Every call takes effect in order; each that writes returns a ticket, and
/// the store later tells the broker (Broker::committed) up to which ticket everything is safe. Calls never wait. Engine
/// thread.
///
/// Messages are given by pointer and may be shared by many sessions: a store writes each once.
class SessionStore
{
public:
    virtual ~SessionStore() = default;

    virtual Ticket saveSession(std::string_view clientId, std::uint32_t expiry,
                               std::optional<WallTime> disconnectedAt) = 0;
    /// With its subscriptions, deliveries, received ids and will.
    virtual Ticket dropSession(std::string_view clientId) = 0;
    virtual Ticket saveSubscription(std::string_view clientId, const StoredSession::Subscription& subscription) = 0;
    virtual Ticket dropSubscription(std::string_view clientId, std::string_view filter) = 0;
    virtual Ticket addDelivery(std::string_view clientId, const StoredSession::Delivery& delivery) = 0;
    virtual Ticket updateDelivery(std::string_view clientId, std::uint64_t order, PacketId packetId,
                                  DeliveryState state) = 0;
    virtual Ticket dropDelivery(std::string_view clientId, std::uint64_t order) = 0;
    virtual Ticket addReceived(std::string_view clientId, PacketId packetId) = 0;
    virtual Ticket dropReceived(std::string_view clientId, PacketId packetId) = 0;
    virtual Ticket saveWill(std::string_view clientId, const MessagePtr& message, WallTime dueAt) = 0;
    virtual Ticket dropWill(std::string_view clientId) = 0;
    virtual Ticket saveRetained(const MessagePtr& message) = 0;
    virtual Ticket dropRetained(std::string_view topic) = 0;

    /// Writes between these two reach the disk together or not at all. Not nested.
    virtual void beginTogether() {}
    virtual void endTogether() {}

    /// True while so much waits to be written that the broker's clients should not be read from.
    virtual bool congested() const { return false; }
};

} // namespace greensward::mqtt
