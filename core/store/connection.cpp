// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace greensward::store {

namespace {

constexpr int kBusyTimeoutMs = 5000;
/// Statements are few and constant; a caller that builds them from values is held to this.
constexpr std::size_t kMostKeptStatements = 256;

Cause causeOf(int code)
{
    switch (code & 0xff) { // the primary code; the bits above refine it
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Cause::Busy;
    case SQLITE_FULL:
        return Cause::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Cause::Corrupt;
    case SQLITE_CONSTRAINT:
        return Cause::Constraint;
    case SQLITE_ERROR:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
    case SQLITE_MISUSE:
        return Cause::Misuse;
    default:
        return Cause::Io;
    }
}

} // namespace

StoreError toStoreError(const SQLite::Exception& exception)
{
    // SQLiteCpp's own complaints (a parameter too many) carry no code of SQLite.
    const Cause cause = exception.getErrorCode() < 0 ? Cause::Misuse : causeOf(exception.getErrorCode());
    return {{fmt::format("the database: {}", exception.what())}, cause};
}

Lease::Lease(std::shared_ptr<KeptStatement> kept) : m_kept(std::move(kept))
{
    m_kept->inUse = true;
}

Lease::~Lease()
{
    if (!m_kept)
        return;
    m_kept->statement.tryReset(); // repeats the failure that the step already told
    m_kept->inUse = false;
}

Database::Connection::Connection(const std::string& file, int flags) : m_sqlite(file, flags, kBusyTimeoutMs) {}

Lease Database::Connection::prepare(std::string_view sql)
{
    const auto found = m_kept.find(sql);
    if (found != m_kept.end() && !found->second->inUse)
        return Lease(found->second);
    auto statement = std::make_shared<KeptStatement>(KeptStatement{SQLite::Statement(m_sqlite, std::string(sql))});
    if (found == m_kept.end() && m_kept.size() < kMostKeptStatements)
        m_kept.emplace(sql, statement);
    return Lease(std::move(statement));
}

} // namespace greensward::store
