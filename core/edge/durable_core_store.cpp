// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/durable_core_store.h"

#include "store/each_row.h"

#include <array>

namespace greensward::edge {

using store::Database;
using store::Migration;
using store::Rows;
using store::StoreResult;

namespace {

constexpr std::array kSchema{Migration{R"(
    CREATE TABLE spool (
        core    TEXT NOT NULL,
        number  INTEGER NOT NULL,  -- rises
        topic   TEXT NOT NULL,
        payload BLOB NOT NULL,
        PRIMARY KEY (core, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE shadow_sync (
        core          TEXT NOT NULL,
        thing         TEXT NOT NULL,
        base          TEXT NOT NULL,     -- {"desired":…,"reported":…} as it was on both sides
        cloud_version INTEGER NOT NULL,
        PRIMARY KEY (core, thing)
    ) STRICT, WITHOUT ROWID;
)"}};

/// What an operation holds besides texts, roughly.
constexpr std::size_t kOperationBytes = 200;

} // namespace

DurableCoreStore::DurableCoreStore(store::Writer& writer, std::string core)
    : m_writer(writer), m_core(std::make_shared<const std::string>(std::move(core)))
{}

StoreResult<KeptCore> DurableCoreStore::load()
{
    KeptCore kept;
    return m_writer
        .runNow([&](Database& database) -> StoreResult<void> {
            if (auto ready = database.migrate("edge", kSchema); !ready)
                return ready;
            auto spool =
                store::forEachRow(database, "SELECT number, topic, payload FROM spool WHERE core = ? ORDER BY number",
                                  {*m_core}, [&](const Rows& row) -> StoreResult<void> {
                                      kept.spool.push_back({static_cast<std::uint64_t>(row.integer(0)), row.text(1),
                                                            std::string(asText(row.blob(2)))});
                                      return {};
                                  });
            if (!spool)
                return spool;
            return store::forEachRow(database, "SELECT thing, base, cloud_version FROM shadow_sync WHERE core = ?",
                                     {*m_core}, [&](const Rows& row) -> StoreResult<void> {
                                         kept.records.push_back({row.text(0), row.text(1), row.integer(2)});
                                         return {};
                                     });
        })
        .map([&] { return std::move(kept); });
}

Ticket DurableCoreStore::addToSpool(const SpooledMessage& message)
{
    return m_writer.submit(
        [core = m_core, message](Database& database) {
            return database
                .run("INSERT INTO spool (core, number, topic, payload) VALUES (?, ?, ?, ?)",
                     {*core, message.number, message.topic, asBytes(message.payload)})
                .map([](std::size_t) {});
        },
        kOperationBytes + message.topic.size() + message.payload.size());
}

Ticket DurableCoreStore::dropFromSpool(std::uint64_t number)
{
    return m_writer.submit(
        [core = m_core, number](Database& database) {
            return database.run("DELETE FROM spool WHERE core = ? AND number = ?", {*core, number})
                .map([](std::size_t) {});
        },
        kOperationBytes);
}

Ticket DurableCoreStore::saveRecord(const SyncRecord& record)
{
    return m_writer.submit(
        [core = m_core, record](Database& database) {
            return database
                .run("INSERT INTO shadow_sync (core, thing, base, cloud_version) VALUES (?, ?, ?, ?) "
                     "ON CONFLICT DO UPDATE SET base = excluded.base, cloud_version = excluded.cloud_version",
                     {*core, record.thing, record.base, record.cloudVersion})
                .map([](std::size_t) {});
        },
        kOperationBytes + record.base.size());
}

Ticket DurableCoreStore::dropRecord(std::string_view thing)
{
    return m_writer.submit(
        [core = m_core, thing = std::string(thing)](Database& database) {
            return database.run("DELETE FROM shadow_sync WHERE core = ? AND thing = ?", {*core, thing})
                .map([](std::size_t) {});
        },
        kOperationBytes);
}

} // namespace greensward::edge
