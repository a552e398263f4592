// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/session_store.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace greensward::mqtt {

/// A store that keeps the list of what it was told, so that a test can look at what any prefix of it would have left on
/// disk.
class FakeStore final : public SessionStore
{
public:
    /// What is found when only the first `writes` writes reached the disk.
    StoredBroker after(std::size_t writes) const
    {
        State state;
        for (std::size_t i = 0; i < writes; ++i)
            m_writes[i](state);
        StoredBroker stored;
        for (auto& [id, session] : state.sessions) {
            std::sort(session.deliveries.begin(), session.deliveries.end(),
                      [](const auto& a, const auto& b) { return a.order < b.order; });
            stored.sessions.push_back(std::move(session));
        }
        for (auto& [topic, message] : state.retained)
            stored.retained.push_back(message);
        return stored;
    }
    StoredBroker all() const { return after(m_writes.size()); }
    Ticket lastTicket() const { return m_writes.size(); }
    /// Forgets what came after that write: it never reached the disk.
    void truncate(std::size_t writes)
    {
        m_writes.resize(writes);
        std::erase_if(m_inside, [&](std::size_t cut) { return cut >= writes; });
    }
    /// False between writes that must reach the disk together.
    bool mayEndAfter(std::size_t writes) const
    {
        return std::find(m_inside.begin(), m_inside.end(), writes) == m_inside.end();
    }
    void beginTogether() override { m_together = m_writes.size(); }
    void endTogether() override
    {
        for (std::size_t cut = m_together + 1; cut < m_writes.size(); ++cut)
            m_inside.push_back(cut);
    }

    Ticket saveSession(std::string_view clientId, std::uint32_t expiry, std::optional<WallTime> disconnectedAt) override
    {
        return write([id = std::string(clientId), expiry, disconnectedAt](State& state) {
            StoredSession& session = state.sessions[id];
            session.clientId = id;
            session.expiry = expiry;
            session.disconnectedAt = disconnectedAt;
        });
    }
    Ticket dropSession(std::string_view clientId) override
    {
        return write([id = std::string(clientId)](State& state) { state.sessions.erase(id); });
    }
    Ticket saveSubscription(std::string_view clientId, const StoredSession::Subscription& subscription) override
    {
        return write([id = std::string(clientId), subscription](State& state) {
            auto& all = state.sessions.at(id).subscriptions;
            std::erase_if(all, [&](const auto& other) { return other.filter == subscription.filter; });
            all.push_back(subscription);
        });
    }
    Ticket dropSubscription(std::string_view clientId, std::string_view filter) override
    {
        return write([id = std::string(clientId), text = std::string(filter)](State& state) {
            std::erase_if(state.sessions.at(id).subscriptions, [&](const auto& other) { return other.filter == text; });
        });
    }
    Ticket addDelivery(std::string_view clientId, const StoredSession::Delivery& delivery) override
    {
        return write([id = std::string(clientId), delivery](State& state) {
            state.sessions.at(id).deliveries.push_back(delivery);
        });
    }
    Ticket updateDelivery(std::string_view clientId, std::uint64_t order, PacketId packetId, DeliveryState to) override
    {
        return write([id = std::string(clientId), order, packetId, to](State& state) {
            for (auto& delivery : state.sessions.at(id).deliveries) {
                if (delivery.order == order) {
                    delivery.packetId = packetId;
                    delivery.state = to;
                }
            }
        });
    }
    Ticket dropDelivery(std::string_view clientId, std::uint64_t order) override
    {
        return write([id = std::string(clientId), order](State& state) {
            std::erase_if(state.sessions.at(id).deliveries,
                          [&](const auto& delivery) { return delivery.order == order; });
        });
    }
    Ticket addReceived(std::string_view clientId, PacketId packetId) override
    {
        return write([id = std::string(clientId), packetId](State& state) {
            state.sessions.at(id).received.push_back(packetId);
        });
    }
    Ticket dropReceived(std::string_view clientId, PacketId packetId) override
    {
        return write([id = std::string(clientId), packetId](State& state) {
            std::erase(state.sessions.at(id).received, packetId);
        });
    }
    Ticket saveWill(std::string_view clientId, const MessagePtr& message, WallTime dueAt) override
    {
        return write([id = std::string(clientId), message, dueAt](State& state) {
            state.sessions.at(id).will = StoredSession::StoredWill{message, dueAt};
        });
    }
    Ticket dropWill(std::string_view clientId) override
    {
        return write([id = std::string(clientId)](State& state) { state.sessions.at(id).will.reset(); });
    }
    Ticket saveRetained(const MessagePtr& message) override
    {
        return write([message](State& state) { state.retained[message->topic] = message; });
    }
    Ticket dropRetained(std::string_view topic) override
    {
        return write([name = std::string(topic)](State& state) { state.retained.erase(name); });
    }

private:
    struct State
    {
        std::map<std::string, StoredSession> sessions;
        std::map<std::string, MessagePtr> retained;
    };
    Ticket write(std::function<void(State&)> change)
    {
        m_writes.push_back(std::move(change));
        return m_writes.size();
    }
    std::vector<std::function<void(State&)>> m_writes;
    std::vector<std::size_t> m_inside; ///< where the writes must not be cut
    std::size_t m_together = 0;
};

} // namespace greensward::mqtt
