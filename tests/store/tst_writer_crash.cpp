// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "store_fixtures.h"
#include "store/writer.h"

#include <csignal>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace greensward;
using namespace greensward::store;
using greensward::store::test::Folder;
using greensward::store::test::number;

namespace {

/// Posts are run at once, on the writer's thread: the moment a commit is told is the moment it is printed.
class ImmediateExecutor final : public Executor
{
public:
    void post(std::function<void()> work) override { work(); }
};

StoreResult<void> insert(Database& database, Ticket ticket)
{
    return database.run("INSERT INTO t VALUES (?, ?)", {ticket, std::string(ticket % 300, 'x')}).map([](std::size_t) {
    });
}

/// The life of the process that will be killed: writes on from where the database ends, prints what is committed.
[[noreturn]] void writeForever(const std::filesystem::path& file, int out)
{
    auto database = Database::open(file).value();
    if (!database.migrate("test", std::array{Migration{"CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT) STRICT"}}))
        ::_exit(1);
    const auto start = static_cast<Ticket>(number(database, "SELECT coalesce(max(id), 0) FROM t"));
    const ManualClock clock;
    trace::Recorder recorder(clock);
    ImmediateExecutor engine;
    WriterEvents events{.committed =
                            [&](Ticket upTo) {
                                const Ticket id = start + upTo;
                                if (::write(out, &id, sizeof id) != sizeof id)
                                    ::_exit(2);
                            },
                        .failed = [](const StoreError&) { ::_exit(3); }};
    Writer writer(std::move(database), engine, recorder, std::move(events), {.operations = 2000});
    for (Ticket ticket = 1;; ++ticket) {
        writer.submit([id = start + ticket](Database& on) { return insert(on, id); });
        while (writer.congested())
            std::this_thread::yield();
    }
}

/// Everything printed until the other end is gone.
Ticket lastPrinted(int in)
{
    Ticket last = 0;
    Ticket read = 0;
    while (::read(in, &read, sizeof read) == sizeof read)
        last = read;
    return last;
}

TEST(KilledWriter, hasKeptEverythingThatItSaidWasCommitted)
{
    const Folder folder;
    Random random(20261122);
    Ticket told = 0;
    for (int round = 0; round < 12; ++round) {
        int pipe[2];
        ASSERT_EQ(::pipe(pipe), 0);
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            ::close(pipe[0]);
            writeForever(folder / "crash.db", pipe[1]);
        }
        ::close(pipe[1]);
        std::jthread killer([&, after = std::chrono::microseconds(20'000 + random.below(130'000))] {
            std::this_thread::sleep_for(after);
            ::kill(child, SIGKILL);
        });
        const Ticket last = lastPrinted(pipe[0]);
        ::close(pipe[0]);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        killer.join();
        ASSERT_TRUE(WIFSIGNALED(status)) << "the child ended by itself with " << WEXITSTATUS(status);
        told = std::max(told, last);

        auto database = Database::open(folder / "crash.db");
        ASSERT_TRUE(database) << database.error().message;
        if (told == 0)
            continue; // killed before its first commit
        const auto rows = number(*database, "SELECT count(*) FROM t");
        EXPECT_GE(rows, static_cast<std::int64_t>(told)) << "committed rows are missing in round " << round;
        EXPECT_EQ(number(*database, "SELECT max(id) FROM t"), rows) << "there is a gap";
        EXPECT_EQ(number(*database, "SELECT count(*) FROM t WHERE length(text) <> id % 300"), 0) << "a row is damaged";
        auto check = database->query("PRAGMA integrity_check");
        ASSERT_TRUE(check && check->next().value_or(false));
        EXPECT_EQ(check->text(0), "ok");
    }
    EXPECT_GT(told, 0U) << "no child lived long enough to commit; nothing was tested";
}

} // namespace
