// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mqtt/session_store.h"
#include "store/database.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace greensward::mqtt {

/// The tables behind DurableSessionStore, and the writing of each change. Lives on the writer's thread.
///
/// A message is one row however many deliveries, wills and retained topics name it. How many do is counted here and not
/// in the row, which saves a write a delivery; the count is found again by load(). The row is written before the first
/// that names it and deleted with the last, in the same transaction. Rows and messages are matched by the address of
/// the shared message, which the ledger keeps alive as long as its row; a broker does so anyway.
///
/// A failure leaves the counts wrong; the writer stops at a failure, so they are not used again.
class SessionLedger
{
public:
    /// broker: keeps apart those that share a database.
    explicit SessionLedger(std::string broker);

    /// Lays out the tables and reads everything. First call, once.
    store::StoreResult<StoredBroker> load(store::Database& database);

    using Done = store::StoreResult<void>;
    Done saveSession(store::Database& database, const std::string& clientId, std::uint32_t expiry,
                     std::optional<WallTime> disconnectedAt);
    Done dropSession(store::Database& database, const std::string& clientId);
    Done saveSubscription(store::Database& database, const std::string& clientId,
                          const StoredSession::Subscription& subscription);
    Done dropSubscription(store::Database& database, const std::string& clientId, const std::string& filter);
    Done addDelivery(store::Database& database, const std::string& clientId, const StoredSession::Delivery& delivery);
    Done updateDelivery(store::Database& database, const std::string& clientId, std::uint64_t order, PacketId packetId,
                        DeliveryState state);
    Done dropDelivery(store::Database& database, const std::string& clientId, std::uint64_t order);
    Done addReceived(store::Database& database, const std::string& clientId, PacketId packetId);
    Done dropReceived(store::Database& database, const std::string& clientId, PacketId packetId);
    Done saveWill(store::Database& database, const std::string& clientId, const MessagePtr& message, WallTime dueAt);
    Done dropWill(store::Database& database, const std::string& clientId);
    Done saveRetained(store::Database& database, const MessagePtr& message);
    Done dropRetained(store::Database& database, const std::string& topic);

private:
    using RowId = std::int64_t;
    struct Kept
    {
        MessagePtr message;
        RowId row = 0;
        std::size_t uses = 0;
    };

    Done loadSessions(store::Database& database, StoredBroker& found);
    Done loadDeliveries(store::Database& database, StoredBroker& found);
    Done loadWills(store::Database& database, StoredBroker& found);
    Done loadRetained(store::Database& database, StoredBroker& found);
    store::StoreResult<MessagePtr> loadMessage(store::Database& database, RowId row);
    StoredSession& loadedSession(StoredBroker& found, RowId row);

    /// The row of a session; made, without expiry, when it is not there yet.
    store::StoreResult<RowId> session(store::Database& database, const std::string& clientId);
    /// 0 when there is none.
    RowId knownSession(const std::string& clientId) const;
    /// One more names the message: its row, written now if it is the first.
    store::StoreResult<RowId> acquire(store::Database& database, const MessagePtr& message);
    Done release(store::Database& database, RowId row);
    /// Runs a DELETE … RETURNING message and releases what it returns.
    Done releaseDeleted(store::Database& database, std::string_view sql,
                        std::initializer_list<store::Value> parameters);

    const std::string m_broker;
    std::unordered_map<std::string, RowId> m_sessions;
    std::unordered_map<const Message*, Kept> m_kept;
    std::unordered_map<RowId, const Message*> m_byRow;
    std::unordered_map<RowId, std::size_t> m_loaded; ///< row to place in StoredBroker::sessions, during load()
};

} // namespace greensward::mqtt
