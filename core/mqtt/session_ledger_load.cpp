// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mqtt/message_record.h"
#include "mqtt/session_ledger.h"
#include "store/each_row.h"

#include <array>
#include <cassert>
#include <fmt/format.h>

namespace greensward::mqtt {

using store::Cause;
using store::Database;
using store::forEachRow;
using store::Migration;
using store::Rows;
using store::storeFailure;
using store::StoreResult;

namespace {

constexpr std::array kSchema{Migration{R"(
    CREATE TABLE mqtt_session (
        id           INTEGER PRIMARY KEY,
        broker       TEXT NOT NULL,
        client       TEXT NOT NULL,
        expiry       INTEGER NOT NULL,  -- seconds
        disconnected INTEGER,           -- nanoseconds since 1970; NULL while connected
        UNIQUE (broker, client)
    ) STRICT;
    CREATE TABLE mqtt_subscription (
        session         INTEGER NOT NULL REFERENCES mqtt_session ON DELETE CASCADE,
        filter          TEXT NOT NULL,
        qos             INTEGER NOT NULL,
        no_local        INTEGER NOT NULL,
        as_published    INTEGER NOT NULL,
        retain_handling INTEGER NOT NULL,
        identifier      INTEGER NOT NULL,
        PRIMARY KEY (session, filter)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE mqtt_message (
        id     INTEGER PRIMARY KEY,
        record BLOB NOT NULL            -- mqtt/message_record.h
    ) STRICT;
    CREATE TABLE mqtt_delivery (
        session     INTEGER NOT NULL REFERENCES mqtt_session ON DELETE CASCADE,
        place       INTEGER NOT NULL,   -- rising within the session
        message     INTEGER NOT NULL,
        qos         INTEGER NOT NULL,
        retain      INTEGER NOT NULL,
        identifiers BLOB NOT NULL,      -- of the subscriptions that matched
        packet      INTEGER NOT NULL,   -- 0 until sent
        state       INTEGER NOT NULL,   -- mqtt::DeliveryState
        PRIMARY KEY (session, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE mqtt_received (
        session INTEGER NOT NULL REFERENCES mqtt_session ON DELETE CASCADE,
        packet  INTEGER NOT NULL,
        PRIMARY KEY (session, packet)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE mqtt_will (
        session INTEGER PRIMARY KEY REFERENCES mqtt_session ON DELETE CASCADE,
        message INTEGER NOT NULL,
        due     INTEGER NOT NULL        -- nanoseconds since 1970
    ) STRICT;
    CREATE TABLE mqtt_retained (
        broker  TEXT NOT NULL,
        topic   TEXT NOT NULL,
        message INTEGER NOT NULL,
        PRIMARY KEY (broker, topic)
    ) STRICT, WITHOUT ROWID;
)"}};

WallTime wallTime(std::int64_t nanoseconds)
{
    return WallTime(Duration(nanoseconds));
}

/// A column whose value is one of an enumeration up to last; anything else is damage.
template<typename Enumeration>
StoreResult<Enumeration> enumeration(std::int64_t value, Enumeration last)
{
    if (value < 0 || value > static_cast<std::int64_t>(last))
        return storeFailure(Cause::Corrupt, fmt::format("a stored session holds the impossible value {}", value));
    return static_cast<Enumeration>(value);
}

tl::unexpected<store::StoreError> damaged(const Error& why)
{
    return storeFailure(Cause::Corrupt, why.message);
}

} // namespace

StoreResult<StoredBroker> SessionLedger::load(Database& database)
{
    assert(m_sessions.empty() && m_kept.empty());
    StoredBroker found;
    return database.migrate("mqtt", kSchema)
        .and_then([&] { return loadSessions(database, found); })
        .and_then([&] { return loadDeliveries(database, found); })
        .and_then([&] { return loadWills(database, found); })
        .and_then([&] { return loadRetained(database, found); })
        .map([&] {
            m_loaded.clear();
            return std::move(found);
        });
}

SessionLedger::Done SessionLedger::loadSessions(Database& database, StoredBroker& found)
{
    return forEachRow(database,
                      "SELECT id, client, expiry, disconnected FROM mqtt_session WHERE broker = ? ORDER BY id",
                      {m_broker},
                      [&](const Rows& row) -> Done {
                          StoredSession session;
                          session.clientId = row.text(1);
                          session.expiry = static_cast<std::uint32_t>(row.integer(2));
                          if (!row.isNull(3))
                              session.disconnectedAt = wallTime(row.integer(3));
                          m_sessions.emplace(session.clientId, row.integer(0));
                          m_loaded.emplace(row.integer(0), found.sessions.size());
                          found.sessions.push_back(std::move(session));
                          return {};
                      })
        .and_then([&] {
            return forEachRow(
                database,
                "SELECT u.session, u.filter, u.qos, u.no_local, u.as_published, u.retain_handling, u.identifier "
                "FROM mqtt_subscription u JOIN mqtt_session s ON s.id = u.session "
                "WHERE s.broker = ? ORDER BY u.session, u.filter",
                {m_broker}, [&](const Rows& row) -> Done {
                    const auto qos = enumeration(row.integer(2), QoS::ExactlyOnce);
                    if (!qos)
                        return tl::unexpected(qos.error());
                    loadedSession(found, row.integer(0))
                        .subscriptions.push_back(
                            {.filter = row.text(1),
                             .options = {.qos = *qos,
                                         .noLocal = row.integer(3) != 0,
                                         .retainAsPublished = row.integer(4) != 0,
                                         .retainHandling = static_cast<std::uint8_t>(row.integer(5))},
                             .subscriptionId = static_cast<std::uint32_t>(row.integer(6))});
                    return {};
                });
        })
        .and_then([&] {
            return forEachRow(
                database,
                "SELECT r.session, r.packet FROM mqtt_received r JOIN mqtt_session s ON s.id = r.session "
                "WHERE s.broker = ? ORDER BY r.session, r.packet",
                {m_broker}, [&](const Rows& row) -> Done {
                    loadedSession(found, row.integer(0)).received.push_back(static_cast<PacketId>(row.integer(1)));
                    return {};
                });
        });
}

SessionLedger::Done SessionLedger::loadDeliveries(Database& database, StoredBroker& found)
{
    return forEachRow(database,
                      "SELECT d.session, d.place, d.message, d.qos, d.retain, d.identifiers, d.packet, d.state "
                      "FROM mqtt_delivery d JOIN mqtt_session s ON s.id = d.session "
                      "WHERE s.broker = ? ORDER BY d.session, d.place",
                      {m_broker}, [&](const Rows& row) -> Done {
                          const auto qos = enumeration(row.integer(3), QoS::ExactlyOnce);
                          const auto state = enumeration(row.integer(7), DeliveryState::Released);
                          if (!qos || !state)
                              return tl::unexpected(qos ? state.error() : qos.error());
                          auto identifiers = decodeSubscriptionIds(row.blob(5));
                          if (!identifiers)
                              return damaged(identifiers.error());
                          auto message = loadMessage(database, row.integer(2));
                          if (!message)
                              return tl::unexpected(message.error());
                          loadedSession(found, row.integer(0))
                              .deliveries.push_back({.order = static_cast<std::uint64_t>(row.integer(1)),
                                                     .message = std::move(*message),
                                                     .qos = *qos,
                                                     .retain = row.integer(4) != 0,
                                                     .subscriptionIds = std::move(*identifiers),
                                                     .packetId = static_cast<PacketId>(row.integer(6)),
                                                     .state = *state});
                          return {};
                      });
}

SessionLedger::Done SessionLedger::loadWills(Database& database, StoredBroker& found)
{
    return forEachRow(database,
                      "SELECT w.session, w.message, w.due FROM mqtt_will w JOIN mqtt_session s ON s.id = w.session "
                      "WHERE s.broker = ?",
                      {m_broker}, [&](const Rows& row) -> Done {
                          auto message = loadMessage(database, row.integer(1));
                          if (!message)
                              return tl::unexpected(message.error());
                          loadedSession(found, row.integer(0)).will = {.message = std::move(*message),
                                                                       .dueAt = wallTime(row.integer(2))};
                          return {};
                      });
}

SessionLedger::Done SessionLedger::loadRetained(Database& database, StoredBroker& found)
{
    return forEachRow(database, "SELECT message FROM mqtt_retained WHERE broker = ? ORDER BY topic", {m_broker},
                      [&](const Rows& row) -> Done {
                          auto message = loadMessage(database, row.integer(0));
                          if (!message)
                              return tl::unexpected(message.error());
                          found.retained.push_back(std::move(*message));
                          return {};
                      });
}

StoreResult<MessagePtr> SessionLedger::loadMessage(Database& database, RowId row)
{
    if (const auto known = m_byRow.find(row); known != m_byRow.end()) {
        Kept& kept = m_kept.at(known->second);
        ++kept.uses;
        return kept.message;
    }
    auto rows = database.query("SELECT record FROM mqtt_message WHERE id = ?", {row});
    if (!rows)
        return tl::unexpected(rows.error());
    const auto present = rows->next();
    if (!present)
        return tl::unexpected(present.error());
    if (!*present)
        return storeFailure(Cause::Corrupt, fmt::format("the stored message {} is missing", row));
    auto decoded = decodeRecord(rows->blob(0));
    if (!decoded)
        return damaged(decoded.error());
    auto message = std::make_shared<const Message>(std::move(*decoded));
    m_byRow.emplace(row, message.get());
    m_kept.emplace(message.get(), Kept{.message = message, .row = row, .uses = 1});
    return message;
}

StoredSession& SessionLedger::loadedSession(StoredBroker& found, RowId row)
{
    return found.sessions[m_loaded.at(row)];
}

} // namespace greensward::mqtt
