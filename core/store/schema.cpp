// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <fmt/format.h>

namespace greensward::store {

namespace {

/// "GRSW", in the header of the file; `file` shows it.
constexpr std::int64_t kApplicationId = 0x47525357;
/// How this room keeps its own tables (user_version).
constexpr std::int64_t kFormat = 1;

StoreResult<std::int64_t> number(Database& database, std::string_view sql, std::initializer_list<Value> parameters = {})
{
    auto rows = database.query(sql, parameters);
    if (!rows)
        return tl::unexpected(rows.error());
    const auto row = rows->next();
    if (!row)
        return tl::unexpected(row.error());
    return *row ? rows->integer(0) : 0;
}

StoreResult<void> found(Database& database)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    return database
        .script(
            fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};"
                        "CREATE TABLE schema (room TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID",
                        kApplicationId, kFormat))
        .and_then([&] { return transaction->commit(); });
}

StoreResult<void> apply(Database& database, std::string_view room, std::size_t version, const Migration& migration)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    return database.script(migration.sql)
        .and_then([&] {
            return database.run("INSERT INTO schema VALUES (?, ?) ON CONFLICT DO UPDATE SET version = excluded.version",
                                {room, version});
        })
        .and_then([&](std::size_t) { return transaction->commit(); })
        .map_error([&](StoreError error) {
            error.message = fmt::format("cannot bring the {} tables to version {}: {}", room, version, error.message);
            return error;
        });
}

} // namespace

StoreResult<void> checkIdentity(Database& database, std::string_view name)
{
    const auto id = number(database, "PRAGMA application_id");
    const auto format = number(database, "PRAGMA user_version");
    const auto tables = number(database, "SELECT count(*) FROM sqlite_schema");
    for (const auto& read : {id, format, tables}) {
        if (!read)
            return storeFailure(read.error().cause, fmt::format("cannot read {}: {}", name, read.error().message));
    }
    if (*id == 0 && *tables == 0)
        return found(database);
    if (*id != kApplicationId)
        return storeFailure(Cause::Corrupt, fmt::format("{} is not a Greensward database", name));
    if (*format > kFormat)
        return storeFailure(Cause::Newer, fmt::format("{} was written by a later version of Greensward", name));
    return {};
}

StoreResult<void> Database::migrate(std::string_view room, std::span<const Migration> migrations)
{
    const auto version = number(*this, "SELECT version FROM schema WHERE room = ?", {room});
    if (!version)
        return tl::unexpected(version.error());
    if (*version > static_cast<std::int64_t>(migrations.size()))
        return storeFailure(
            Cause::Newer, fmt::format("the database was written by a later version of Greensward: its {} tables are of "
                                      "version {}, this program knows {}",
                                      room, *version, migrations.size()));
    for (auto next = static_cast<std::size_t>(*version); next < migrations.size(); ++next) {
        if (auto applied = apply(*this, room, next + 1, migrations[next]); !applied)
            return applied;
    }
    return {};
}

} // namespace greensward::store
