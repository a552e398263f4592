// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

/// Private to core/store: SQLiteCpp, and the translation of its exceptions into values.
namespace greensward::store {

StoreError toStoreError(const SQLite::Exception& exception);

/// Runs what may throw, and gives its result or the failure as a value.
template<typename Work>
auto guarded(const Work& work) -> StoreResult<std::invoke_result_t<Work>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const SQLite::Exception& exception) {
        return tl::unexpected(toStoreError(exception));
    }
}

/// A prepared statement that is kept for its next use.
struct KeptStatement
{
    SQLite::Statement statement;
    bool inUse = false;
};

/// The right to use a prepared statement; reset and given back at the end of its life.
class Lease
{
public:
    explicit Lease(std::shared_ptr<KeptStatement> kept);
    ~Lease();
    Lease(Lease&& other) noexcept = default;
    Lease& operator=(Lease&&) = delete;

    SQLite::Statement& operator*() const { return m_kept->statement; }
    SQLite::Statement* operator->() const { return &m_kept->statement; }

private:
    std::shared_ptr<KeptStatement> m_kept;
};

class Database::Connection
{
public:
    Connection(const std::string& file, int flags);

    /// Throws SQLite::Exception when the SQL is wrong.
    Lease prepare(std::string_view sql);
    SQLite::Database& sqlite() { return m_sqlite; }

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    SQLite::Database m_sqlite;
    std::unordered_map<std::string, std::shared_ptr<KeptStatement>, Hash, std::equal_to<>> m_kept;
};

struct Rows::Cursor
{
    Lease statement;
};

/// Makes an empty file a database of this program; refuses any other that is not.
StoreResult<void> checkIdentity(Database& database, std::string_view name);

} // namespace greensward::store
