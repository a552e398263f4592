// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_fixtures.h"
#include "store/database.h"

#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <limits>
#include <sqlite3.h>
#include <sys/stat.h>
#include <thread>

using namespace greensward;
using namespace greensward::store;
using greensward::store::test::Folder;
using greensward::store::test::number;
using testing::HasSubstr;

namespace {

constexpr std::array kOneTable{Migration{"CREATE TABLE t (id INTEGER PRIMARY KEY, value TEXT NOT NULL)"}};

class DatabaseTest : public testing::Test
{
protected:
    DatabaseTest() { EXPECT_TRUE(m_database.migrate("test", kOneTable)); }

    Folder m_folder;
    Database m_database = Database::open(m_folder / "test.db").value();
};

TEST_F(DatabaseTest, isUnreadableToOthersAndSyncsEachCommit)
{
    struct stat status
    {};
    for (const char* file : {"test.db", "test.db-wal"}) {
        ASSERT_EQ(::stat((m_folder / file).c_str(), &status), 0) << file;
        EXPECT_EQ(status.st_mode & 0777U, 0600U) << file;
    }
    constexpr std::int64_t kFull = 2;
    EXPECT_EQ(number(m_database, "PRAGMA synchronous"), kFull);
    EXPECT_EQ(number(m_database, "PRAGMA foreign_keys"), 1);
}

TEST_F(DatabaseTest, givesBackEveryTypeAsItWasBound)
{
    ASSERT_TRUE(m_database.script("CREATE TABLE types (a, b, c, d, e, f, g)"));
    const Bytes blob{0, 1, 255};
    const std::string text("nul\0inside", 10);
    constexpr auto kLargest = std::numeric_limits<std::uint64_t>::max();
    ASSERT_TRUE(m_database.run("INSERT INTO types VALUES (?, ?, ?, ?, ?, ?, ?)",
                               {kLargest, 0.5, text, blob, nullptr, std::optional<int>(), Bytes()}));
    auto rows = m_database.query("SELECT *, typeof(d), typeof(g) FROM types");
    ASSERT_TRUE(rows && rows->next().value_or(false));
    EXPECT_EQ(static_cast<std::uint64_t>(rows->integer(0)), kLargest);
    EXPECT_EQ(rows->real(1), 0.5);
    EXPECT_EQ(rows->text(2), text);
    EXPECT_TRUE(std::ranges::equal(rows->blob(3), blob));
    EXPECT_TRUE(rows->isNull(4));
    EXPECT_TRUE(rows->isNull(5));
    EXPECT_FALSE(rows->isNull(6)) << "an empty blob is not NULL";
    EXPECT_TRUE(rows->blob(6).empty());
    EXPECT_EQ(rows->text(7), "blob");
    EXPECT_EQ(rows->text(8), "blob");
    EXPECT_FALSE(rows->next().value());
}

TEST_F(DatabaseTest, countsTheRowsThatChanged)
{
    EXPECT_EQ(m_database.run("INSERT INTO t VALUES (1, 'a'), (2, 'b')").value(), 2U);
    EXPECT_EQ(m_database.run("DELETE FROM t WHERE id = ?", {7}).value(), 0U);
}

TEST_F(DatabaseTest, runsOneStatementInsideItself)
{
    ASSERT_TRUE(m_database.run("INSERT INTO t VALUES (1, 'a'), (2, 'b')"));
    constexpr const char* kAll = "SELECT id FROM t ORDER BY id";
    auto outer = m_database.query(kAll);
    int pairs = 0;
    while (outer->next().value()) {
        auto inner = m_database.query(kAll);
        while (inner->next().value())
            ++pairs;
    }
    EXPECT_EQ(pairs, 4);
}

TEST_F(DatabaseTest, tellsWhatKindOfFailureItWas)
{
    ASSERT_TRUE(m_database.run("INSERT INTO t VALUES (1, 'a')"));
    EXPECT_EQ(m_database.run("INSERT INTO t VALUES (1, 'again')").error().cause, Cause::Constraint);
    EXPECT_EQ(m_database.run("INSERT INTO t VALUES (2, NULL)").error().cause, Cause::Constraint);
    EXPECT_EQ(m_database.run("SELEKT").error().cause, Cause::Misuse);
    EXPECT_EQ(m_database.run("SELECT ?", {1, 2}).error().cause, Cause::Misuse);
    EXPECT_THAT(m_database.run("SELECT * FROM absent").error().message, HasSubstr("no such table: absent"));
    // A statement that failed can be used again.
    EXPECT_TRUE(m_database.run("INSERT INTO t VALUES (?, ?)", {3, "c"}));
    EXPECT_FALSE(m_database.run("INSERT INTO t VALUES (?, ?)", {3, "c"}));
    EXPECT_TRUE(m_database.run("INSERT INTO t VALUES (?, ?)", {4, "d"}));

    const Result<std::size_t> forAPerson = m_database.run("SELEKT");
    EXPECT_THAT(forAPerson.error().message, HasSubstr("SELEKT"));
}

TEST_F(DatabaseTest, reportsAFullDisk)
{
    ASSERT_TRUE(
        m_database.query(fmt::format("PRAGMA max_page_count = {}", number(m_database, "PRAGMA page_count")))->next());
    const auto written = m_database.run("INSERT INTO t VALUES (1, ?)", {std::string(100'000, 'x')});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().cause, Cause::Full);
}

TEST_F(DatabaseTest, rollsBackATransactionThatWasNotCommitted)
{
    {
        auto transaction = Transaction::begin(m_database);
        ASSERT_TRUE(transaction);
        ASSERT_TRUE(m_database.run("INSERT INTO t VALUES (1, 'a')"));
    }
    EXPECT_FALSE(m_database.inTransaction());
    EXPECT_EQ(number(m_database, "SELECT count(*) FROM t"), 0);
}

TEST_F(DatabaseTest, undoesOnlyTheInnerTransaction)
{
    auto outer = Transaction::begin(m_database);
    ASSERT_TRUE(m_database.run("INSERT INTO t VALUES (1, 'outer')"));
    {
        auto inner = Transaction::begin(m_database);
        ASSERT_TRUE(m_database.run("INSERT INTO t VALUES (2, 'inner')"));
    }
    {
        auto inner = Transaction::begin(m_database);
        ASSERT_TRUE(m_database.run("INSERT INTO t VALUES (3, 'inner')"));
        ASSERT_TRUE(inner->commit());
    }
    ASSERT_TRUE(outer->commit());
    EXPECT_EQ(number(m_database, "SELECT sum(id) FROM t"), 4);
}

TEST_F(DatabaseTest, waitsForAnotherProcessThatWrites)
{
    auto other = Database::open(m_folder / "test.db").value();
    auto held = Transaction::begin(other);
    ASSERT_TRUE(held);
    std::jthread releaser([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        EXPECT_TRUE(held->commit());
    });
    EXPECT_TRUE(m_database.run("INSERT INTO t VALUES (1, 'a')"));
}

TEST_F(DatabaseTest, appliesOnlyTheMigrationsThatAreNew)
{
    const std::array two{kOneTable[0], Migration{"ALTER TABLE t ADD COLUMN more TEXT; CREATE INDEX more ON t (more)"}};
    ASSERT_TRUE(m_database.migrate("test", two));
    ASSERT_TRUE(m_database.migrate("test", two)) << "nothing is left to do";
    EXPECT_TRUE(m_database.run("INSERT INTO t VALUES (1, 'a', 'b')"));
    EXPECT_TRUE(m_database.migrate("another room", std::array{Migration{"CREATE TABLE other (id)"}}));
    EXPECT_EQ(number(m_database, "SELECT count(*) FROM schema"), 2);
}

TEST_F(DatabaseTest, refusesTablesOfALaterVersion)
{
    const std::array two{kOneTable[0], Migration{"CREATE TABLE later (id)"}};
    ASSERT_TRUE(m_database.migrate("test", two));
    const auto migrated = m_database.migrate("test", kOneTable);
    ASSERT_FALSE(migrated);
    EXPECT_EQ(migrated.error().cause, Cause::Newer);
    EXPECT_EQ(migrated.error().message,
              "the database was written by a later version of Greensward: its test tables are of version 2, "
              "this program knows 1");
}

TEST_F(DatabaseTest, leavesNothingOfAMigrationThatFails)
{
    const std::array broken{kOneTable[0], Migration{"CREATE TABLE half (id); CREATE TABLE t (id)"}};
    const auto migrated = m_database.migrate("test", broken);
    ASSERT_FALSE(migrated);
    EXPECT_THAT(migrated.error().message, HasSubstr("cannot bring the test tables to version 2"));
    EXPECT_FALSE(m_database.run("SELECT * FROM half"));
    EXPECT_TRUE(m_database.migrate("test", kOneTable)) << "it is still at version 1";
}

TEST(DatabaseFile, isRefusedWhenItIsSomethingElse)
{
    const Folder folder;
    std::ofstream(folder / "text.db") << std::string(4096, 'x');
    const auto text = Database::open(folder / "text.db");
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().cause, Cause::Corrupt) << text.error().message;

    // A database, but another program's; it is left as it was.
    sqlite3* theirs = nullptr;
    ASSERT_EQ(sqlite3_open((folder / "other.db").c_str(), &theirs), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(theirs, "CREATE TABLE theirs (id)", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(theirs);
    const auto other = Database::open(folder / "other.db");
    ASSERT_FALSE(other);
    EXPECT_THAT(other.error().message, HasSubstr("is not a Greensward database"));

    EXPECT_EQ(Database::open(folder / "absent" / "x.db").error().cause, Cause::Io);
}

TEST(DatabaseFile, isRefusedWhenItsFormatIsLater)
{
    const Folder folder;
    ASSERT_TRUE(Database::open(folder / "x.db")->script("PRAGMA user_version = 99"));
    const auto opened = Database::open(folder / "x.db");
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().cause, Cause::Newer);
}

TEST(DatabaseInMemory, worksLikeAFile)
{
    auto database = Database::inMemory();
    ASSERT_TRUE(database) << database.error().message;
    ASSERT_TRUE(database->migrate("test", kOneTable));
    ASSERT_TRUE(database->run("INSERT INTO t VALUES (?, ?)", {1, "a"}));
    EXPECT_EQ(number(*database, "SELECT count(*) FROM t"), 1);
}

} // namespace
