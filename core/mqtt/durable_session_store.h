// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/session_store.h"
#include "store/error.h"
#include "store/writer.h"

#include <memory>
#include <string>

namespace greensward::mqtt {

class SessionLedger;

/// A broker's sessions, queues, wills and retained messages in the workspace's database, through its writer.
///
/// Each call becomes one operation of the writer; its tickets are the writer's, so whoever owns the writer hands what
/// it reports committed to Broker::committed(). A session that is written to before saveSession() is made without
/// expiry; dropping or updating what is not there does nothing. Engine thread. Must not outlive the writer.
class DurableSessionStore final : public SessionStore
{
public:
    /// broker: keeps apart brokers that share a database, e.g. "gateway"; must stay the same from run to run.
    DurableSessionStore(store::Writer& writer, std::string broker);
    ~DurableSessionStore() override;

    /// What is kept, for Broker::restore(). Call once, before anything else; waits for the disk. Messages that were
    /// shared are shared again. Afterwards the broker must go on using these very message objects, as it does by
    /// restoring them.
    store::StoreResult<StoredBroker> load();

    Ticket saveSession(std::string_view clientId, std::uint32_t expiry,
                       std::optional<WallTime> disconnectedAt) override;
    Ticket dropSession(std::string_view clientId) override;
    Ticket saveSubscription(std::string_view clientId, const StoredSession::Subscription& subscription) override;
    Ticket dropSubscription(std::string_view clientId, std::string_view filter) override;
    Ticket addDelivery(std::string_view clientId, const StoredSession::Delivery& delivery) override;
    Ticket updateDelivery(std::string_view clientId, std::uint64_t order, PacketId packetId,
                          DeliveryState state) override;
    Ticket dropDelivery(std::string_view clientId, std::uint64_t order) override;
    Ticket addReceived(std::string_view clientId, PacketId packetId) override;
    Ticket dropReceived(std::string_view clientId, PacketId packetId) override;
    Ticket saveWill(std::string_view clientId, const MessagePtr& message, WallTime dueAt) override;
    Ticket dropWill(std::string_view clientId) override;
    Ticket saveRetained(const MessagePtr& message) override;
    Ticket dropRetained(std::string_view topic) override;
    void beginTogether() override;
    void endTogether() override;
    bool congested() const override;

private:
    template<typename Change>
    Ticket submit(Change change, std::size_t bytes);
    std::size_t weigh(const MessagePtr& message);

    store::Writer& m_writer;
    std::shared_ptr<SessionLedger> m_ledger; ///< used on the writer's thread; shared with what waits there
    const Message* m_lastWeighed = nullptr;  ///< compared, never followed
};

} // namespace greensward::mqtt
