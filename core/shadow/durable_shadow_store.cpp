// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/durable_shadow_store.h"

#include "store/each_row.h"

#include <array>

namespace greensward::shadow {

using store::Database;
using store::Migration;
using store::Rows;
using store::StoreResult;

namespace {

constexpr std::array kSchema{Migration{R"(
    CREATE TABLE shadow (
        owner    TEXT NOT NULL,
        thing    TEXT NOT NULL,
        name     TEXT NOT NULL,     -- '' for the classic shadow
        version  INTEGER NOT NULL,
        deleted  INTEGER,           -- seconds since 1970; NULL while it exists
        snapshot TEXT NOT NULL,     -- {"state":…,"metadata":…,"version":…}; '' when deleted
        PRIMARY KEY (owner, thing, name)
    ) STRICT, WITHOUT ROWID;
)"}};

/// What an operation holds besides texts, roughly.
constexpr std::size_t kOperationBytes = 200;

struct Row
{
    std::shared_ptr<const std::string> owner;
    StoredShadow shadow;
};

StoreResult<void> put(Database& database, const Row& row)
{
    return database
        .run("INSERT INTO shadow (owner, thing, name, version, deleted, snapshot) VALUES (?, ?, ?, ?, ?, ?) "
             "ON CONFLICT DO UPDATE SET version = excluded.version, deleted = excluded.deleted, "
             "snapshot = excluded.snapshot",
             {*row.owner, row.shadow.thing, row.shadow.shadow, row.shadow.version, row.shadow.deletedAt,
              row.shadow.snapshot})
        .map([](std::size_t) {});
}

} // namespace

DurableShadowStore::DurableShadowStore(store::Writer& writer, std::string owner)
    : m_writer(writer), m_owner(std::make_shared<const std::string>(std::move(owner)))
{}

StoreResult<std::vector<StoredShadow>> DurableShadowStore::load()
{
    std::vector<StoredShadow> found;
    return m_writer
        .runNow([&](Database& database) -> StoreResult<void> {
            if (auto ready = database.migrate("shadow", kSchema); !ready)
                return ready;
            return store::forEachRow(database,
                                     "SELECT thing, name, version, deleted, snapshot FROM shadow WHERE owner = ?",
                                     {*m_owner}, [&](const Rows& row) -> StoreResult<void> {
                                         StoredShadow shadow{.thing = row.text(0),
                                                             .shadow = row.text(1),
                                                             .version = row.integer(2),
                                                             .deletedAt = std::nullopt,
                                                             .snapshot = row.text(4)};
                                         if (!row.isNull(3))
                                             shadow.deletedAt = row.integer(3);
                                         found.push_back(std::move(shadow));
                                         return {};
                                     });
        })
        .map([&] { return std::move(found); });
}

Ticket DurableShadowStore::save(std::string_view thing, std::string_view shadow, std::int64_t version,
                                std::string_view snapshot)
{
    return m_writer.submit(
        [row = Row{m_owner, {std::string(thing), std::string(shadow), version, std::nullopt, std::string(snapshot)}}](
            Database& database) { return put(database, row); },
        kOperationBytes + thing.size() + shadow.size() + snapshot.size());
}

Ticket DurableShadowStore::bury(std::string_view thing, std::string_view shadow, std::int64_t version,
                                std::int64_t deletedAt)
{
    return m_writer.submit([row = Row{m_owner, {std::string(thing), std::string(shadow), version, deletedAt, {}}}](
                               Database& database) { return put(database, row); },
                           kOperationBytes + thing.size() + shadow.size());
}

Ticket DurableShadowStore::drop(std::string_view thing, std::string_view shadow)
{
    return m_writer.submit(
        [owner = m_owner, thing = std::string(thing), shadow = std::string(shadow)](Database& database) {
            return database
                .run("DELETE FROM shadow WHERE owner = ? AND thing = ? AND name = ?", {*owner, thing, shadow})
                .map([](std::size_t) {});
        },
        kOperationBytes + thing.size() + shadow.size());
}

bool DurableShadowStore::congested() const
{
    return m_writer.congested();
}

} // namespace greensward::shadow
