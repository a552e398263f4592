// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/executor.h"
#include "store/database.h"
#include "trace/recorder.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>

namespace greensward::store {

/// Names a point in the order of operations; rises by one with each, from 1. 0: nothing was written.
using Ticket = std::uint64_t;

/// Something to be written. Runs on the writer's thread, inside the transaction of its group; a failure it returns
/// fails the group.
using Operation = std::function<StoreResult<void>(Database&)>;

struct WriterLimits
{
    std::size_t operations = 100'000;           ///< waiting; from here on the writer is congested
    std::size_t bytes = 256u << 20;             ///< the same in bytes that the operations say they hold
    std::size_t group = 10'000;                 ///< operations in one transaction
    std::chrono::microseconds groupTime{5'000}; ///< a group that has run this long is committed even if more waits
};

/// Who is told how the writing goes. All on the engine thread.
struct WriterEvents
{
    /// Everything up to this ticket is safe. Told once a group.
    std::function<void(Ticket upTo)> committed;
    /// The store has stopped; told once, see Writer.
    std::function<void(const StoreError& why)> failed;
};

/// Write-behind with group commit: the engine submits operations and goes on; a thread of the writer's own carries them
/// out in order and commits whenever nothing more waits (or the group is large or old enough), so that one disk sync
/// serves all that came meanwhile.
///
/// When an operation or a commit fails (the disk is full, the file is gone), its group is rolled back and the writer
/// stops for good: nothing of the group or after it is ever reported committed, later operations are dropped and
/// counted, and the failure is told. What was acknowledged is in the database, what was not will be sent again by its
/// clients; going on would mean to leave out writes that later ones build on. A new start of the workspace is the way
/// back.
///
/// submit() never waits. The queue is bounded by its callers: while congested() they stop reading from their clients.
///
/// Created, used and destroyed on the engine thread; commits and failures are also recorded (StoreCommitted,
/// StoreFailed).
class Writer
{
public:
    Writer(Database database, Executor& engine, trace::Recorder& recorder, WriterEvents events,
           WriterLimits limits = {});
    /// Commits what waits, then stops. Nothing is told after it.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// bytes: roughly what the operation keeps alive while it waits.
    Ticket submit(Operation operation, std::size_t bytes = 0);
    /// What is submitted between these two is committed together or not at all, however large groups may be. Not
    /// nested; no flush() in between.
    void beginTogether();
    void endTogether();
    /// True from the moment a limit is reached until what is not committed is down to half of it. Look again at each
    /// committed().
    bool congested() const;

    /// Waits until everything submitted is safe and returns the last ticket, or why it is not. For start and shutdown.
    /// committed() or failed() has been posted by then.
    StoreResult<Ticket> flush();
    /// Submits, flushes. For what must be read or laid out before the engine runs.
    StoreResult<void> runNow(Operation operation);

    struct Counters
    {
        std::uint64_t submitted = 0;
        std::uint64_t committed = 0; ///< operations
        std::uint64_t groups = 0;
        std::uint64_t dropped = 0; ///< submitted after the writer failed, or rolled back with their group
        std::size_t waiting = 0;
        std::uint64_t congestions = 0;
        bool failed = false;
    };
    Counters counters() const;

private:
    class Core;
    std::unique_ptr<Core> m_core;
};

} // namespace greensward::store
