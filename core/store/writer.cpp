// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include <algorithm>
#include <cassert>
#include <condition_variable>
#include <fmt/format.h>
#include <iterator>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace greensward::store {

namespace {

struct Waiting
{
    Operation operation;
    std::size_t bytes = 0;
    bool withNext = false; ///< the group must not end here
};

/// A failed operation leaves the writer as a value, also one that the operation did not foresee.
StoreResult<void> carryOut(const Operation& operation, Database& database)
{
    try {
        return operation(database);
    } catch (const std::exception& exception) {
        return storeFailure(Cause::Misuse, fmt::format("an operation threw: {}", exception.what()));
    }
}

/// The engine's side of the events. Posts of a writer that is gone find it closed.
struct Audience
{
    trace::Recorder* recorder;
    WriterEvents events;
    bool open = true; ///< engine thread only
};

} // namespace

class Writer::Core
{
public:
    Core(Database database, Executor& engine, trace::Recorder& recorder, WriterEvents events, WriterLimits limits)
        : m_engine(engine)
        , m_clock(recorder.clock())
        , m_limits(limits)
        , m_audience(std::make_shared<Audience>(Audience{&recorder, std::move(events)}))
        , m_database(std::move(database))
        , m_thread([this] { work(); })
    {}

    ~Core()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopping = true;
        }
        m_arrived.notify_one();
        m_thread.join();
        m_audience->open = false;
    }

    Ticket submit(Operation operation, std::size_t bytes);
    void beginTogether();
    void endTogether();
    bool congested() const;
    StoreResult<Ticket> flush();
    Counters counters() const;

private:
    struct Group
    {
        std::size_t operations = 0;
        std::size_t bytes = 0;
    };

    std::size_t ready() const { return m_together.value_or(m_queue.size()); } ///< with the mutex
    void work();
    bool takeMore(bool wait);
    StoreResult<Group> commitGroup();
    void groupCommitted(Group group);
    void stopFor(const StoreError& why);

    Executor& m_engine;
    const Clock& m_clock;
    const WriterLimits m_limits;
    const std::shared_ptr<Audience> m_audience;
    // The writer's thread:
    Database m_database;
    std::vector<Waiting> m_batch; ///< taken from the queue; carried out up to m_next
    std::size_t m_next = 0;

    mutable std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::condition_variable m_settled;
    // Below: guarded by m_mutex.
    std::vector<Waiting> m_queue;
    /// While operations are gathered that belong together: where they begin in the queue. They are not taken yet.
    std::optional<std::size_t> m_together;
    std::size_t m_unsafeBytes = 0; ///< of all operations that are not committed
    bool m_congested = false;
    bool m_stopping = false;
    std::optional<StoreError> m_failure;
    Counters m_counters;
    bool m_failureTold = false;   ///< posted to the engine
    std::uint64_t m_toldUpTo = 0; ///< the same

    std::thread m_thread; ///< last: it uses everything above
};

Ticket Writer::Core::submit(Operation operation, std::size_t bytes)
{
    const std::lock_guard lock(m_mutex);
    const Ticket ticket = ++m_counters.submitted;
    if (m_failure) {
        ++m_counters.dropped;
        return ticket;
    }
    m_queue.push_back({std::move(operation), bytes});
    m_unsafeBytes += bytes;
    if (!m_congested && (ticket - m_counters.committed >= m_limits.operations || m_unsafeBytes >= m_limits.bytes)) {
        m_congested = true;
        ++m_counters.congestions;
    }
    if (ready() == 1)
        m_arrived.notify_one();
    return ticket;
}

void Writer::Core::beginTogether()
{
    const std::lock_guard lock(m_mutex);
    assert(!m_together);
    m_together = m_queue.size();
}

void Writer::Core::endTogether()
{
    const std::lock_guard lock(m_mutex);
    assert(m_together);
    for (std::size_t i = *m_together; i + 1 < m_queue.size(); ++i)
        m_queue[i].withNext = true;
    m_together.reset();
    if (!m_queue.empty())
        m_arrived.notify_one();
}

bool Writer::Core::congested() const
{
    const std::lock_guard lock(m_mutex);
    return m_congested;
}

StoreResult<Ticket> Writer::Core::flush()
{
    std::unique_lock lock(m_mutex);
    assert(!m_together);
    const Ticket last = m_counters.submitted;
    m_settled.wait(lock, [&] { return m_failureTold || m_toldUpTo >= last; });
    if (m_toldUpTo < last)
        return tl::unexpected(*m_failure);
    return last;
}

Writer::Counters Writer::Core::counters() const
{
    const std::lock_guard lock(m_mutex);
    Counters counters = m_counters;
    counters.waiting = m_failure ? 0 : m_counters.submitted - m_counters.committed;
    counters.failed = m_failure.has_value();
    return counters;
}

void Writer::Core::work()
{
    while (takeMore(true)) {
        if (const auto group = commitGroup()) {
            groupCommitted(*group);
        } else {
            stopFor(group.error());
            return;
        }
    }
}

/// True when the batch has an operation to carry out; false when none waits and, if it is to wait for one, none will
/// come.
bool Writer::Core::takeMore(bool wait)
{
    if (m_next < m_batch.size())
        return true;
    m_batch.clear();
    m_next = 0;
    std::unique_lock lock(m_mutex);
    if (wait)
        m_arrived.wait(lock, [&] { return ready() > 0 || m_stopping; });
    if (!m_together) {
        m_queue.swap(m_batch);
    } else {
        const auto end = m_queue.begin() + static_cast<std::ptrdiff_t>(*m_together);
        m_batch.assign(std::make_move_iterator(m_queue.begin()), std::make_move_iterator(end));
        m_queue.erase(m_queue.begin(), end);
        m_together = 0;
    }
    return !m_batch.empty();
}

StoreResult<Writer::Core::Group> Writer::Core::commitGroup()
{
    const auto until = m_clock.now() + m_limits.groupTime;
    auto transaction = Transaction::begin(m_database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    Group group;
    bool complete = true;
    do {
        const Waiting waiting = std::move(m_batch[m_next++]); // what it holds is freed at once
        if (auto done = carryOut(waiting.operation, m_database); !done)
            return tl::unexpected(done.error());
        ++group.operations;
        group.bytes += waiting.bytes;
        complete = !waiting.withNext;
    } while (!complete ||
             (group.operations < m_limits.group && m_clock.now() < until && takeMore(false)));
    return transaction->commit().map([&] { return group; });
}

void Writer::Core::groupCommitted(Group group)
{
    Ticket upTo = 0;
    {
        const std::lock_guard lock(m_mutex);
        m_counters.committed += group.operations;
        ++m_counters.groups;
        m_unsafeBytes -= group.bytes;
        upTo = m_counters.committed;
        if (m_counters.submitted - upTo <= m_limits.operations / 2 && m_unsafeBytes <= m_limits.bytes / 2)
            m_congested = false;
    }
    m_engine.post([audience = m_audience, upTo, operations = group.operations] {
        if (!audience->open)
            return;
        audience->recorder->record(
            {.kind = trace::Kind::StoreCommitted, .extra = static_cast<std::int64_t>(operations)});
        if (audience->events.committed)
            audience->events.committed(upTo);
    });
    const std::lock_guard lock(m_mutex);
    m_toldUpTo = upTo;
    m_settled.notify_all();
}

void Writer::Core::stopFor(const StoreError& why)
{
    m_batch.clear();
    std::vector<Waiting> dropped; // destroyed outside the lock
    {
        const std::lock_guard lock(m_mutex);
        m_failure = why;
        m_queue.swap(dropped);
        if (m_together)
            m_together = 0;
        m_unsafeBytes = 0;
        m_congested = false;
        m_counters.dropped = m_counters.submitted - m_counters.committed;
    }
    m_engine.post([audience = m_audience, why] {
        if (!audience->open)
            return;
        audience->recorder->record({.kind = trace::Kind::StoreFailed, .detail = why.message});
        if (audience->events.failed)
            audience->events.failed(why);
    });
    const std::lock_guard lock(m_mutex);
    m_failureTold = true;
    m_settled.notify_all();
}

Writer::Writer(Database database, Executor& engine, trace::Recorder& recorder, WriterEvents events, WriterLimits limits)
    : m_core(std::make_unique<Core>(std::move(database), engine, recorder, std::move(events), limits))
{}

Writer::~Writer() = default;

Ticket Writer::submit(Operation operation, std::size_t bytes)
{
    assert(operation);
    return m_core->submit(std::move(operation), bytes);
}

void Writer::beginTogether()
{
    m_core->beginTogether();
}

void Writer::endTogether()
{
    m_core->endTogether();
}

bool Writer::congested() const
{
    return m_core->congested();
}

StoreResult<Ticket> Writer::flush()
{
    return m_core->flush();
}

StoreResult<void> Writer::runNow(Operation operation)
{
    submit(std::move(operation));
    if (auto flushed = flush(); !flushed)
        return tl::unexpected(flushed.error());
    return {};
}

Writer::Counters Writer::counters() const
{
    return m_core->counters();
}

} // namespace greensward::store
