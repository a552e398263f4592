// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"
#include "store_fixtures.h"

#include <future>
#include <gmock/gmock.h>
#include <optional>
#include <stdexcept>
#include <thread>
#include <vector>

using namespace greensward;
using namespace greensward::store;
using greensward::store::test::Folder;
using greensward::store::test::number;
using greensward::store::test::StepExecutor;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

Operation insert(int id)
{
    return [id](Database& database) { return database.run("INSERT INTO t VALUES (?)", {id}).map([](std::size_t) {}); };
}

Database withTable(const std::filesystem::path& file)
{
    auto database = Database::open(file).value();
    EXPECT_TRUE(database.migrate("test", std::array{Migration{"CREATE TABLE t (id INTEGER PRIMARY KEY)"}}));
    return database;
}

class WriterTest : public testing::Test
{
protected:
    /// An operation that holds the writer up until the returned promise is kept.
    static std::pair<Operation, std::shared_ptr<std::promise<void>>> gate()
    {
        auto opened = std::make_shared<std::promise<void>>();
        auto wait = std::make_shared<std::future<void>>(opened->get_future());
        return {[wait](Database&) -> StoreResult<void> {
                    wait->wait();
                    return {};
                },
                opened};
    }
    std::vector<std::int64_t> stored() const
    {
        auto database = Database::open(m_folder / "test.db").value();
        std::vector<std::int64_t> ids;
        auto rows = database.query("SELECT id FROM t ORDER BY rowid");
        while (rows && rows->next().value_or(false))
            ids.push_back(rows->integer(0));
        return ids;
    }
    std::vector<std::pair<trace::Kind, std::int64_t>> recorded()
    {
        m_recorder.flush();
        std::vector<std::pair<trace::Kind, std::int64_t>> seen;
        for (const auto& chunk : m_reader.drain()) {
            for (const auto& event : chunk->events())
                seen.emplace_back(event.kind, event.extra);
        }
        return seen;
    }
    std::unique_ptr<Writer> writer(WriterLimits limits = {})
    {
        WriterEvents events{.committed = [this](Ticket upTo) { m_committed.push_back(upTo); },
                            .failed = [this](const StoreError& why) { m_failures.push_back(why); }};
        return std::make_unique<Writer>(withTable(m_folder / "test.db"), m_engine, m_recorder, std::move(events),
                                        limits);
    }

    Folder m_folder;
    ManualClock m_clock;
    trace::Recorder m_recorder{m_clock};
    trace::Reader m_reader{m_recorder, {trace::Kind::StoreCommitted, trace::Kind::StoreFailed}};
    StepExecutor m_engine;
    std::vector<Ticket> m_committed;
    std::vector<StoreError> m_failures;
};

TEST_F(WriterTest, whatBelongsTogetherIsNotTornApartByTheSizeOfGroups)
{
    auto writer = this->writer({.group = 1, .groupTime = std::chrono::microseconds{0}});
    writer->submit(insert(1));
    writer->beginTogether();
    writer->submit(insert(2));
    writer->submit(insert(3));
    std::this_thread::sleep_for(std::chrono::milliseconds{50}); // the writer could take them now
    writer->submit([](Database&) -> StoreResult<void> { return storeFailure(Cause::Full, "the disk is full"); });
    writer->endTogether();
    EXPECT_FALSE(writer->flush());
    writer.reset();
    EXPECT_THAT(stored(), ElementsAre(1)) << "two of three that belong together are on disk";
}

TEST_F(WriterTest, whatBelongsTogetherIsCommittedWithWhatCameBeforeAndAfter)
{
    auto writer = this->writer();
    writer->submit(insert(1));
    writer->beginTogether();
    EXPECT_EQ(writer->submit(insert(2)), 2U);
    EXPECT_EQ(writer->submit(insert(3)), 3U);
    writer->endTogether();
    writer->beginTogether();
    writer->endTogether();
    writer->submit(insert(4));
    EXPECT_EQ(writer->flush().value(), 4U);
    EXPECT_THAT(stored(), ElementsAre(1, 2, 3, 4));
}

TEST_F(WriterTest, tellsTheEngineThreadWhatIsSafe)
{
    const auto store = writer();
    EXPECT_EQ(store->submit(insert(1)), 1U);
    EXPECT_TRUE(m_committed.empty()) << "told outside the engine thread";
    m_engine.runOne();
    EXPECT_THAT(m_committed, ElementsAre(1U));
    EXPECT_THAT(stored(), ElementsAre(1));
    EXPECT_THAT(recorded(), ElementsAre(std::pair(trace::Kind::StoreCommitted, std::int64_t{1})));
}

TEST_F(WriterTest, commitsTogetherWhatCameMeanwhile)
{
    const auto store = writer();
    const auto [wait, gate] = WriterTest::gate();
    store->submit(wait);
    std::vector<std::int64_t> expected;
    for (int id = 1; id <= 100; ++id) {
        store->submit(insert(id));
        expected.push_back(id);
    }
    EXPECT_TRUE(m_committed.empty());
    gate->set_value();
    EXPECT_EQ(store->flush().value(), 101U);
    EXPECT_LE(store->counters().groups, 2U);
    m_engine.runReady();
    EXPECT_EQ(m_committed.back(), 101U);
    EXPECT_EQ(stored(), expected);
}

TEST_F(WriterTest, commitsAfterSoManyOperations)
{
    const auto store = writer({.group = 10, .groupTime = std::chrono::hours(1)});
    const auto [wait, gate] = WriterTest::gate();
    store->submit(wait);
    for (int id = 1; id < 25; ++id)
        store->submit(insert(id));
    gate->set_value();
    ASSERT_TRUE(store->flush());
    m_engine.runReady();
    EXPECT_THAT(m_committed, ElementsAre(10U, 20U, 25U));
}

TEST_F(WriterTest, commitsAfterSoMuchTime)
{
    const auto store = writer({.groupTime = std::chrono::microseconds(0)});
    const auto [wait, gate] = WriterTest::gate();
    store->submit(wait);
    store->submit(insert(1));
    store->submit(insert(2));
    gate->set_value();
    ASSERT_TRUE(store->flush());
    m_engine.runReady();
    EXPECT_THAT(m_committed, ElementsAre(1U, 2U, 3U));
}

TEST_F(WriterTest, isCongestedUntilHalfIsSafe)
{
    const auto store = writer({.operations = 10, .group = 1});
    auto [firstWait, firstGate] = gate();
    auto [secondWait, secondGate] = gate();
    store->submit(firstWait);
    for (int id = 1; id < 5; ++id)
        store->submit(insert(id));
    store->submit(secondWait);
    for (int id = 6; id < 9; ++id)
        store->submit(insert(id));
    EXPECT_FALSE(store->congested()) << "nine wait";
    store->submit(insert(9));
    EXPECT_TRUE(store->congested()) << "ten wait";
    EXPECT_EQ(store->submit(insert(10)), 11U) << "it still takes what comes";

    firstGate->set_value();
    while (m_committed.size() < 5)
        m_engine.runOne();
    EXPECT_TRUE(store->congested()) << "six wait";
    secondGate->set_value();
    m_engine.runOne();
    EXPECT_FALSE(store->congested()) << "five or fewer wait";
    ASSERT_TRUE(store->flush());
    EXPECT_EQ(store->counters().congestions, 1U);
    EXPECT_EQ(store->counters().waiting, 0U);
}

TEST_F(WriterTest, isCongestedByBytesToo)
{
    const auto store = writer({.bytes = 1000, .group = 1});
    const auto [wait, gate] = WriterTest::gate();
    store->submit(wait, 400);
    EXPECT_FALSE(store->congested());
    store->submit(insert(1), 600);
    EXPECT_TRUE(store->congested());
    gate->set_value();
    ASSERT_TRUE(store->flush());
    EXPECT_FALSE(store->congested());
}

TEST_F(WriterTest, neverReportsAGroupWithAFailedOperation)
{
    const auto store = writer();
    ASSERT_TRUE(store->runNow(insert(1)));
    m_engine.runReady();

    const auto [wait, gate] = WriterTest::gate();
    store->submit(wait);
    store->submit(insert(2));
    store->submit(insert(1)); // there is one already
    store->submit(insert(3));
    gate->set_value();
    const auto flushed = store->flush();
    ASSERT_FALSE(flushed);
    EXPECT_EQ(flushed.error().cause, Cause::Constraint);

    // From here on nothing is taken, confirmed or written.
    EXPECT_EQ(store->submit(insert(4)), 6U);
    EXPECT_FALSE(store->runNow(insert(5)));
    m_engine.runReady();
    EXPECT_THAT(m_committed, ElementsAre(1U));
    EXPECT_THAT(stored(), ElementsAre(1));
    ASSERT_EQ(m_failures.size(), 1U);
    EXPECT_THAT(m_failures[0].message, HasSubstr("UNIQUE constraint failed"));
    EXPECT_EQ(recorded().back().first, trace::Kind::StoreFailed);
    const auto counters = store->counters();
    EXPECT_TRUE(counters.failed);
    EXPECT_EQ(counters.committed, 1U);
    EXPECT_EQ(counters.dropped, 6U);
    EXPECT_FALSE(store->congested());
}

TEST_F(WriterTest, stopsWhenTheDiskIsFullAndStartsAgainWhereItWas)
{
    {
        const auto store = writer();
        ASSERT_TRUE(store->runNow(insert(1)));
        ASSERT_TRUE(store->runNow([](Database& database) {
            const auto pages = number(database, "PRAGMA page_count");
            return database.query("PRAGMA max_page_count = " + std::to_string(pages)).map([](Rows rows) {
                (void)rows.next();
            });
        }));
        const auto written = store->runNow([](Database& database) {
            return database.script("WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n LIMIT 50000) "
                                   "INSERT INTO t SELECT i FROM n");
        });
        ASSERT_FALSE(written);
        EXPECT_EQ(written.error().cause, Cause::Full);
        EXPECT_FALSE(store->runNow(insert(2))) << "an operation that would fit would leave a gap before it";
        m_engine.runReady();
        EXPECT_EQ(m_failures.size(), 1U);
    }
    const auto again = writer();
    EXPECT_TRUE(again->runNow(insert(2)));
    EXPECT_THAT(stored(), ElementsAre(1, 2));
}

TEST_F(WriterTest, survivesAnOperationThatThrows)
{
    const auto store = writer();
    const auto done = store->runNow([](Database&) -> StoreResult<void> { throw std::runtime_error("oops"); });
    ASSERT_FALSE(done);
    EXPECT_THAT(done.error().message, HasSubstr("oops"));
}

TEST_F(WriterTest, commitsWhatWaitsBeforeItGoes)
{
    auto store = writer();
    for (int id = 1; id <= 1000; ++id)
        store->submit(insert(id));
    store.reset();
    EXPECT_EQ(stored().size(), 1000U);
    m_engine.runReady();
    EXPECT_TRUE(m_committed.empty()) << "nothing is told after the end";
}

} // namespace
