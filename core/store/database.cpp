// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "store/connection.h"

#include <cassert>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>
#include <utility>

namespace greensward::store {

namespace {

/// copied: the values do not outlive the call that binds them.
void bind(SQLite::Statement& statement, std::span<const Value> parameters, bool copied)
{
    int place = 0;
    for (const Value& parameter : parameters) {
        ++place;
        std::visit(
            [&]<typename T>(const T& value) {
                if constexpr (std::is_same_v<T, std::monostate>) {
                    statement.bind(place);
                } else if constexpr (std::is_same_v<T, std::string_view>) {
                    statement.bind(place, std::string(value));
                } else if constexpr (std::is_same_v<T, ByteView>) {
                    // A null pointer would bind NULL.
                    const void* start = value.empty() ? static_cast<const void*>("") : value.data();
                    const int size = static_cast<int>(value.size());
                    copied ? statement.bind(place, start, size) : statement.bindNoCopy(place, start, size);
                } else {
                    statement.bind(place, value);
                }
            },
            parameter.get());
    }
}

/// SQLite would make it with the mode of the umask; the write-ahead log and its index take over the mode of the
/// database.
StoreResult<void> makeFile(const std::filesystem::path& file)
{
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return storeFailure(Cause::Io, fmt::format("cannot open {}: {}", file.string(), std::strerror(errno)));
    ::close(descriptor);
    return {};
}

} // namespace

Database::Database(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Database::~Database() = default;
Database::Database(Database&& other) noexcept = default;
Database& Database::operator=(Database&& other) noexcept = default;

StoreResult<Database> Database::open(const std::filesystem::path& file)
{
    if (auto made = makeFile(file); !made)
        return tl::unexpected(made.error());
    auto opened = guarded([&] {
        // No mutex: a connection belongs to one thread at a time.
        return Database(std::make_unique<Connection>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX));
    });
    if (!opened)
        return opened;
    // First of all whose it is: the journal mode is kept in the file, and somebody else's is left as it was.
    if (auto ours = checkIdentity(*opened, file.string()); !ours)
        return tl::unexpected(ours.error());
    auto configured = opened->script("PRAGMA journal_mode = WAL;"
                                     "PRAGMA synchronous = FULL;"
                                     "PRAGMA foreign_keys = ON;"
                                     "PRAGMA journal_size_limit = 67108864;" // a log that grew is cut to 64 MiB
                                     "PRAGMA temp_store = MEMORY;");
    if (!configured)
        return tl::unexpected(configured.error());
    auto mode = opened->query("PRAGMA journal_mode");
    if (auto row = mode ? mode->next() : tl::unexpected(mode.error()); !row)
        return tl::unexpected(row.error());
    if (mode->text(0) != "wal")
        return storeFailure(Cause::Io,
                            fmt::format("{} is on a file system that cannot keep a write-ahead log", file.string()));
    return opened;
}

StoreResult<Database> Database::inMemory()
{
    auto opened = guarded([] {
        return Database(std::make_unique<Connection>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX));
    });
    if (!opened)
        return opened;
    auto ready = checkIdentity(*opened, "the database in memory").and_then([&] {
        return opened->script("PRAGMA foreign_keys = ON");
    });
    if (!ready)
        return tl::unexpected(ready.error());
    return opened;
}

StoreResult<std::size_t> Database::run(std::string_view sql, std::initializer_list<Value> parameters)
{
    return guarded([&] {
        const Lease statement = m_connection->prepare(sql);
        bind(*statement, {parameters.begin(), parameters.size()}, false);
        while (statement->executeStep()) {
        }
        return static_cast<std::size_t>(sqlite3_changes64(m_connection->sqlite().getHandle()));
    });
}

StoreResult<Rows> Database::query(std::string_view sql, std::initializer_list<Value> parameters)
{
    return guarded([&] {
        Lease statement = m_connection->prepare(sql);
        bind(*statement, {parameters.begin(), parameters.size()}, true);
        return Rows(std::make_unique<Rows::Cursor>(Rows::Cursor{std::move(statement)}));
    });
}

StoreResult<void> Database::script(std::string_view sql)
{
    return guarded([&] { m_connection->sqlite().exec(std::string(sql)); });
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_connection->sqlite().getHandle()) == 0;
}

Rows::Rows(std::unique_ptr<Cursor> cursor) : m_cursor(std::move(cursor)) {}
Rows::~Rows() = default;
Rows::Rows(Rows&& other) noexcept = default;
Rows& Rows::operator=(Rows&& other) noexcept = default;

StoreResult<bool> Rows::next()
{
    return guarded([&] { return m_cursor->statement->executeStep(); });
}

bool Rows::isNull(int column) const
{
    return m_cursor->statement->getColumn(column).isNull();
}

std::int64_t Rows::integer(int column) const
{
    return m_cursor->statement->getColumn(column).getInt64();
}

double Rows::real(int column) const
{
    return m_cursor->statement->getColumn(column).getDouble();
}

std::string Rows::text(int column) const
{
    return m_cursor->statement->getColumn(column).getString();
}

ByteView Rows::blob(int column) const
{
    const SQLite::Column value = m_cursor->statement->getColumn(column);
    const void* start = value.getBlob(); // before its size, as SQLite asks
    return {static_cast<const std::uint8_t*>(start), static_cast<std::size_t>(value.getBytes())};
}

Transaction::Transaction(Database& database, bool nested) : m_database(&database), m_nested(nested) {}

StoreResult<Transaction> Transaction::begin(Database& database)
{
    const bool nested = database.inTransaction();
    if (auto begun = database.run(nested ? "SAVEPOINT inner_transaction" : "BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    return Transaction(database, nested);
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_database(std::exchange(other.m_database, nullptr)), m_nested(other.m_nested)
{}

Transaction::~Transaction()
{
    // A failure like a full disk may have rolled everything back already; then there is nothing left to undo.
    if (m_database == nullptr || !m_database->inTransaction())
        return;
    const auto undone =
        m_database->script(m_nested ? "ROLLBACK TO inner_transaction; RELEASE inner_transaction" : "ROLLBACK");
    assert(undone || !m_database->inTransaction());
    (void)undone;
}

StoreResult<void> Transaction::commit()
{
    assert(m_database != nullptr);
    if (auto done = m_database->run(m_nested ? "RELEASE inner_transaction" : "COMMIT"); !done)
        return tl::unexpected(done.error());
    m_database = nullptr;
    return {};
}

} // namespace greensward::store
