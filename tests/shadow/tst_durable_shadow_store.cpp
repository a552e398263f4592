// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shadow/durable_shadow_store.h"
#include "shadow_world.h"
#include "store_fixtures.h"

#include <gmock/gmock.h>

using namespace greensward;
using namespace greensward::shadow;
using namespace greensward::shadow::test;
using greensward::store::Database;
using greensward::store::test::Folder;
using greensward::store::test::StepExecutor;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

/// One run of a program with a durable shadow service.
class ProgramRun
{
public:
    explicit ProgramRun(const std::filesystem::path& file, std::string owner = "cloud")
        : m_writer(Database::open(file).value(), m_engine, m_recorder,
                   {.committed = [this](store::Ticket upTo) { world.service.committed(upTo); }, .failed = {}})
        , store(m_writer, std::move(owner))
        , found(store.load())
        , world(unthrottled(), &store)
    {
        EXPECT_TRUE(found) << found.error().message;
        m_engine.runReady();
    }
    std::vector<Outgoing> afterCommit()
    {
        EXPECT_TRUE(m_writer.flush());
        m_engine.runReady();
        return world.service.takeMessages();
    }

private:
    StepExecutor m_engine;
    ManualClock m_clock;
    trace::Recorder m_recorder{m_clock};
    store::Writer m_writer;

public:
    DurableShadowStore store;
    store::StoreResult<std::vector<StoredShadow>> found;
    ShadowWorld world;
};

TEST(DurableShadowStore, findsEverythingAgain)
{
    const Folder folder;
    std::string document;
    {
        ProgramRun run(folder / "shadows.db");
        EXPECT_THAT(run.world.update(R"({"state":{"desired":{"a":[1,{"b":1.50}]}}})"), IsEmpty());
        run.world.ask("update", R"({"state":{}})", "empty");
        run.world.ask("update", R"({"state":{}})", "gone");
        run.world.ask("delete", {}, "gone");
        EXPECT_THAT(run.afterCommit(), SizeIs(8)) << "held until the database has it";
        document = run.world.ask("get").at(0).payload;
    }
    ProgramRun run(folder / "shadows.db");
    ASSERT_THAT(*run.found, SizeIs(3));
    ASSERT_TRUE(run.world.service.restore(*run.found));
    EXPECT_EQ(run.world.ask("get").at(0).payload, document);
    EXPECT_EQ(suffixes(run.world.ask("get", {}, "empty")), "get/accepted");
    EXPECT_EQ(suffixes(run.world.ask("get", {}, "gone")), "get/rejected");
    EXPECT_EQ(run.world.service.view("lamp", "gone")->version, 2);

    run.world.clock.advance(std::chrono::hours(49));
    run.world.service.advance(run.world.now());
    run.afterCommit();
    ProgramRun later(folder / "shadows.db");
    EXPECT_THAT(*later.found, SizeIs(2)) << "a forgotten tombstone leaves the database too";
}

TEST(DurableShadowStore, keepsOwnersApart)
{
    const Folder folder;
    {
        ProgramRun run(folder / "shadows.db", "cloud");
        run.world.update(R"({"state":{}})");
        run.afterCommit();
    }
    ProgramRun core(folder / "shadows.db", "core");
    EXPECT_THAT(*core.found, IsEmpty());
}

} // namespace
