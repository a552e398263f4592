// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/error.h"
#include "store/value.h"

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace greensward::store {

class Rows;

/// One step of a room's schema: SQL that takes the room from version n - 1 to n, where n is its place in the list,
/// from 1. Steps that were released are never changed, only followed by others.
struct Migration
{
    std::string_view sql;
};

/// One connection to a workspace's database. Used by one thread at a time (the writer's, once it has been handed over).
///
/// Write-ahead log with synchronous = FULL: the log is synced at each commit, so what was committed survives kill -9
/// and loss of power. NORMAL would sync at checkpoints only, and lose acknowledged messages with the power; what FULL
/// costs is shared by the operations of a group (Writer).
///
/// Prepared statements are kept by their text, so that text should be constant. Foreign keys are enforced.
class Database
{
public:
    /// Opens or creates (mode 0600). Refuses a file that is not a database of this program. Waits up to five seconds
    /// while another process holds it.
    static StoreResult<Database> open(const std::filesystem::path& file);
    /// Nothing outlives the object.
    static StoreResult<Database> inMemory();

    ~Database();
    Database(Database&& other) noexcept;
    Database& operator=(Database&& other) noexcept;

    /// Brings the tables of one room up to date, each step in a transaction of its own. Cause::Newer when the database
    /// knows more steps than these.
    StoreResult<void> migrate(std::string_view room, std::span<const Migration> migrations);

    /// One statement whose rows, if any, are of no interest. Returns how many rows the last INSERT, UPDATE or DELETE
    /// changed.
    StoreResult<std::size_t> run(std::string_view sql, std::initializer_list<Value> parameters = {});
    /// One statement that gives rows.
    StoreResult<Rows> query(std::string_view sql, std::initializer_list<Value> parameters = {});
    /// Several statements without parameters, not kept.
    StoreResult<void> script(std::string_view sql);

    /// True between the begin and the end of a transaction.
    bool inTransaction() const;

private:
    friend class Rows;
    class Connection;
    explicit Database(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

/// The answer to a query, row by row: before the first row, until next() has been called. Must not outlive its
/// database.
class Rows
{
public:
    ~Rows();
    Rows(Rows&& other) noexcept;
    Rows& operator=(Rows&& other) noexcept;

    /// Steps to the next row; false after the last.
    StoreResult<bool> next();

    // Columns of the current row, from 0. SQLite converts between the types; NULL is 0 or empty.
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;
    /// Valid until next().
    ByteView blob(int column) const;

private:
    friend class Database;
    struct Cursor;
    explicit Rows(std::unique_ptr<Cursor> cursor);
    std::unique_ptr<Cursor> m_cursor;
};

/// All or nothing: rolled back at the end of its life unless committed. One inside another is a savepoint of it.
class Transaction
{
public:
    /// Takes the write lock at once, so that a conflict shows here and not in the middle.
    static StoreResult<Transaction> begin(Database& database);
    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;

    StoreResult<void> commit();

private:
    Transaction(Database& database, bool nested);
    Database* m_database; ///< null when it has ended
    bool m_nested;
};

} // namespace greensward::store
