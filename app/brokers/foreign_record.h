// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "trace/event.h"

#include <atomic>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace greensward::app {

/// Something that a connection to a broker elsewhere has seen; owns its texts, for it changes threads.
struct HeardEvent
{
    enum class Sort : std::uint8_t {
        Fact,    ///< recorded as it is
        Begin,   ///< of a connection: what follows belongs to its journey
        Sent,    ///< a PUBLISH of ours
        Arrived, ///< a PUBLISH for us; that of ours coming back is known by topic and payload
    };
    Sort sort = Sort::Fact;
    trace::Kind kind{};
    std::uint8_t flags = 0;
    std::uint64_t number = 0;
    std::int64_t extra = 0;
    std::string subject;
    std::string object;
    std::string detail;
    std::string payload;

    std::size_t bytes() const
    {
        return sizeof(HeardEvent) + subject.size() + object.size() + detail.size() + payload.size();
    }
};

/// The engine's half: makes one origin's events of what its connection saw. Engine thread.
class ForeignRecord
{
public:
    explicit ForeignRecord(std::string origin) : m_origin(std::move(origin)) {}
    void take(const std::vector<HeardEvent>& heard, trace::Recorder& recorder);

private:
    struct Own
    {
        std::uint64_t print = 0; ///< of topic and payload
        trace::EventId event = 0;
    };
    void arrived(const HeardEvent& one, trace::Recorder& recorder);
    trace::EventId record(const HeardEvent& one, trace::Recorder& recorder, trace::EventId cause,
                          trace::JourneyId journey);

    std::string m_origin;
    trace::EventId m_connection = 0;
    std::deque<Own> m_own; ///< the newest of our own that may come back
};

/// The network's half: gathers what is heard and hands it to the engine a few hundred times a second at most. While the
/// engine has too much of it still to record, messages are dropped, counted, and told of once a second.
class ForeignQueue
{
public:
    static constexpr std::size_t kMostBytes = 16u << 20;

    ForeignQueue(Engine& engine, std::string origin);
    /// A message counts, anything else is taken in any case.
    void add(HeardEvent event);
    /// Called every few milliseconds while there is something.
    void flush(Instant now);
    bool isEmpty() const { return m_batch.empty() && m_untold == 0; }
    std::uint64_t dropped() const { return m_dropped; }

private:
    Engine& m_engine;
    std::shared_ptr<ForeignRecord> m_record;
    std::shared_ptr<std::atomic<std::size_t>> m_outstanding; ///< octets handed over and not yet recorded
    std::vector<HeardEvent> m_batch;
    std::size_t m_batchBytes = 0;
    std::uint64_t m_dropped = 0;
    std::uint64_t m_untold = 0;
    Instant m_told{};
};

} // namespace greensward::app
