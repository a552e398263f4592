// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/session_ledger.h"

#include "mqtt/message_record.h"
#include "store/each_row.h"

#include <cassert>

namespace greensward::mqtt {

using store::Database;
using store::forEachRow;
using store::Rows;
using store::StoreResult;

namespace {

SessionLedger::Done done(const StoreResult<std::size_t>& result)
{
    return result.map([](std::size_t) {});
}

/// What an INSERT … RETURNING of one row returns.
StoreResult<std::int64_t> returned(Database& database, std::string_view sql,
                                   std::initializer_list<store::Value> parameters)
{
    auto rows = database.query(sql, parameters);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next().map([&](bool present) {
        assert(present);
        return rows->integer(0);
    });
}

std::int64_t nanoseconds(WallTime time)
{
    return time.time_since_epoch().count();
}

} // namespace

SessionLedger::SessionLedger(std::string broker) : m_broker(std::move(broker)) {}

StoreResult<SessionLedger::RowId> SessionLedger::session(Database& database, const std::string& clientId)
{
    if (const RowId known = knownSession(clientId); known != 0)
        return known;
    const auto made =
        returned(database, "INSERT INTO mqtt_session (broker, client, expiry) VALUES (?, ?, 0) RETURNING id",
                 {m_broker, clientId});
    if (made)
        m_sessions.emplace(clientId, *made);
    return made;
}

SessionLedger::RowId SessionLedger::knownSession(const std::string& clientId) const
{
    const auto found = m_sessions.find(clientId);
    return found == m_sessions.end() ? 0 : found->second;
}

StoreResult<SessionLedger::RowId> SessionLedger::acquire(Database& database, const MessagePtr& message)
{
    if (const auto known = m_kept.find(message.get()); known != m_kept.end()) {
        ++known->second.uses;
        return known->second.row;
    }
    const auto made =
        returned(database, "INSERT INTO mqtt_message (record) VALUES (?) RETURNING id", {encodeRecord(*message)});
    if (made) {
        m_byRow.emplace(*made, message.get());
        m_kept.emplace(message.get(), Kept{.message = message, .row = *made, .uses = 1});
    }
    return made;
}

SessionLedger::Done SessionLedger::release(Database& database, RowId row)
{
    const auto known = m_byRow.find(row);
    assert(known != m_byRow.end());
    const auto kept = m_kept.find(known->second);
    if (--kept->second.uses > 0)
        return {};
    m_byRow.erase(known);
    m_kept.erase(kept);
    return done(database.run("DELETE FROM mqtt_message WHERE id = ?", {row}));
}

SessionLedger::Done SessionLedger::releaseDeleted(Database& database, std::string_view sql,
                                                  std::initializer_list<store::Value> parameters)
{
    return forEachRow(database, sql, parameters, [&](const Rows& row) { return release(database, row.integer(0)); });
}

SessionLedger::Done SessionLedger::saveSession(Database& database, const std::string& clientId, std::uint32_t expiry,
                                               std::optional<WallTime> disconnectedAt)
{
    const auto disconnected = disconnectedAt ? std::optional(nanoseconds(*disconnectedAt)) : std::nullopt;
    return session(database, clientId).and_then([&](RowId row) {
        return done(database.run("UPDATE mqtt_session SET expiry = ?, disconnected = ? WHERE id = ?",
                                 {expiry, disconnected, row}));
    });
}

SessionLedger::Done SessionLedger::dropSession(Database& database, const std::string& clientId)
{
    const RowId row = knownSession(clientId);
    if (row == 0)
        return {};
    m_sessions.erase(clientId);
    return releaseDeleted(database, "DELETE FROM mqtt_delivery WHERE session = ? RETURNING message", {row})
        .and_then([&] {
            return releaseDeleted(database, "DELETE FROM mqtt_will WHERE session = ? RETURNING message", {row});
        })
        .and_then([&] { return done(database.run("DELETE FROM mqtt_session WHERE id = ?", {row})); });
}

SessionLedger::Done SessionLedger::saveSubscription(Database& database, const std::string& clientId,
                                                    const StoredSession::Subscription& subscription)
{
    const SubscriptionOptions& options = subscription.options;
    return session(database, clientId).and_then([&](RowId row) {
        return done(database.run("INSERT OR REPLACE INTO mqtt_subscription VALUES (?, ?, ?, ?, ?, ?, ?)",
                                 {row, subscription.filter, static_cast<int>(options.qos), options.noLocal,
                                  options.retainAsPublished, options.retainHandling, subscription.subscriptionId}));
    });
}

SessionLedger::Done SessionLedger::dropSubscription(Database& database, const std::string& clientId,
                                                    const std::string& filter)
{
    return done(database.run("DELETE FROM mqtt_subscription WHERE session = ? AND filter = ?",
                             {knownSession(clientId), filter}));
}

SessionLedger::Done SessionLedger::addDelivery(Database& database, const std::string& clientId,
                                               const StoredSession::Delivery& delivery)
{
    return session(database, clientId).and_then([&](RowId row) {
        return acquire(database, delivery.message).and_then([&](RowId message) {
            return done(database.run("INSERT INTO mqtt_delivery VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                                     {row, delivery.order, message, static_cast<int>(delivery.qos), delivery.retain,
                                      encodeSubscriptionIds(delivery.subscriptionIds), delivery.packetId,
                                      static_cast<int>(delivery.state)}));
        });
    });
}

SessionLedger::Done SessionLedger::updateDelivery(Database& database, const std::string& clientId, std::uint64_t order,
                                                  PacketId packetId, DeliveryState state)
{
    return done(database.run("UPDATE mqtt_delivery SET packet = ?, state = ? WHERE session = ? AND place = ?",
                             {packetId, static_cast<int>(state), knownSession(clientId), order}));
}

SessionLedger::Done SessionLedger::dropDelivery(Database& database, const std::string& clientId, std::uint64_t order)
{
    return releaseDeleted(database, "DELETE FROM mqtt_delivery WHERE session = ? AND place = ? RETURNING message",
                          {knownSession(clientId), order});
}

SessionLedger::Done SessionLedger::addReceived(Database& database, const std::string& clientId, PacketId packetId)
{
    return session(database, clientId).and_then([&](RowId row) {
        return done(database.run("INSERT OR REPLACE INTO mqtt_received VALUES (?, ?)", {row, packetId}));
    });
}

SessionLedger::Done SessionLedger::dropReceived(Database& database, const std::string& clientId, PacketId packetId)
{
    return done(
        database.run("DELETE FROM mqtt_received WHERE session = ? AND packet = ?", {knownSession(clientId), packetId}));
}

SessionLedger::Done SessionLedger::saveWill(Database& database, const std::string& clientId, const MessagePtr& message,
                                            WallTime dueAt)
{
    // The new one first: if it is the same message, its row stays.
    const auto acquired = acquire(database, message);
    return acquired.and_then([&](RowId) { return dropWill(database, clientId); })
        .and_then([&] { return session(database, clientId); })
        .and_then([&](RowId row) {
            return done(database.run("INSERT INTO mqtt_will VALUES (?, ?, ?)", {row, *acquired, nanoseconds(dueAt)}));
        });
}

SessionLedger::Done SessionLedger::dropWill(Database& database, const std::string& clientId)
{
    return releaseDeleted(database, "DELETE FROM mqtt_will WHERE session = ? RETURNING message",
                          {knownSession(clientId)});
}

SessionLedger::Done SessionLedger::saveRetained(Database& database, const MessagePtr& message)
{
    const auto acquired = acquire(database, message);
    return acquired.and_then([&](RowId) { return dropRetained(database, message->topic); }).and_then([&] {
        return done(database.run("INSERT INTO mqtt_retained VALUES (?, ?, ?)", {m_broker, message->topic, *acquired}));
    });
}

SessionLedger::Done SessionLedger::dropRetained(Database& database, const std::string& topic)
{
    return releaseDeleted(database, "DELETE FROM mqtt_retained WHERE broker = ? AND topic = ? RETURNING message",
                          {m_broker, topic});
}

} // namespace greensward::mqtt
