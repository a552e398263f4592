// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brokers/foreign_record.h"

#include <algorithm>
#include <functional>

namespace greensward::app {

namespace {

constexpr std::size_t kMostOwn = 256;
constexpr Duration kBetweenTellings = std::chrono::seconds(1);
/// A broker does not say who sent a message.
constexpr std::string_view kSomebody = "unknown";

std::uint64_t printOf(const HeardEvent& one)
{
    const std::hash<std::string> hash;
    return hash(one.object) * 0x9E3779B97F4A7C15U + hash(one.payload);
}

} // namespace

trace::EventId ForeignRecord::record(const HeardEvent& one, trace::Recorder& recorder, trace::EventId cause,
                                     trace::JourneyId journey)
{
    return recorder.record({.kind = one.kind,
                            .flags = one.flags,
                            .cause = cause,
                            .journey = journey,
                            .number = one.number,
                            .extra = one.extra,
                            .subject = one.subject,
                            .object = one.object,
                            .detail = one.detail,
                            .payload = asBytes(one.payload),
                            .origin = m_origin});
}

void ForeignRecord::arrived(const HeardEvent& one, trace::Recorder& recorder)
{
    trace::EventId message = 0;
    if (!m_own.empty()) {
        const std::uint64_t print = printOf(one);
        const auto own =
            std::find_if(m_own.begin(), m_own.end(), [print](const Own& sent) { return sent.print == print; });
        if (own != m_own.end()) {
            message = own->event;
            m_own.erase(own);
        }
    }
    if (message == 0) {
        HeardEvent published = one;
        published.kind = trace::Kind::MessagePublished;
        published.subject = kSomebody;
        published.number = 0;
        message = record(published, recorder, 0, 0);
    }
    if (recorder.wants(trace::Kind::MessageDelivered))
        record(one, recorder, message, message);
}

void ForeignRecord::take(const std::vector<HeardEvent>& heard, trace::Recorder& recorder)
{
    recorder.flush(); // a chunk of their own: who wants only the workspace's events need not pick them apart
    for (const HeardEvent& one : heard) {
        switch (one.sort) {
        case HeardEvent::Sort::Begin:
            m_connection = record(one, recorder, 0, 0);
            break;
        case HeardEvent::Sort::Sent:
            if (const trace::EventId event = record(one, recorder, 0, 0)) {
                m_own.push_back({printOf(one), event});
                if (m_own.size() > kMostOwn)
                    m_own.pop_front();
            }
            break;
        case HeardEvent::Sort::Arrived:
            arrived(one, recorder);
            break;
        case HeardEvent::Sort::Fact:
            record(one, recorder, m_connection, m_connection);
            break;
        }
    }
    recorder.flush();
}

ForeignQueue::ForeignQueue(Engine& engine, std::string origin)
    : m_engine(engine)
    , m_record(std::make_shared<ForeignRecord>(std::move(origin)))
    , m_outstanding(std::make_shared<std::atomic<std::size_t>>(0))
{}

void ForeignQueue::add(HeardEvent event)
{
    const std::size_t bytes = event.bytes();
    const bool message = event.sort == HeardEvent::Sort::Arrived;
    if (message && m_outstanding->load(std::memory_order_relaxed) + m_batchBytes + bytes > kMostBytes) {
        ++m_dropped;
        ++m_untold;
        return;
    }
    m_batchBytes += bytes;
    m_batch.push_back(std::move(event));
}

void ForeignQueue::flush(Instant now)
{
    if (m_untold > 0 && now - m_told >= kBetweenTellings) {
        m_batch.push_back({.sort = HeardEvent::Sort::Fact,
                           .kind = trace::Kind::MessageDropped,
                           .extra = static_cast<std::int64_t>(m_untold),
                           .subject = "this console",
                           .object = {},
                           .detail = "more messages came than could be recorded: the queue to the recorder was full",
                           .payload = {}});
        m_untold = 0;
        m_told = now;
    }
    if (m_batch.empty())
        return;
    const std::size_t bytes = std::exchange(m_batchBytes, 0);
    m_outstanding->fetch_add(bytes, std::memory_order_relaxed);
    m_engine.post([&engine = m_engine, record = m_record, outstanding = m_outstanding, bytes,
                   batch = std::exchange(m_batch, {})] {
        record->take(batch, engine.recorder());
        outstanding->fetch_sub(bytes, std::memory_order_relaxed);
    });
}

} // namespace greensward::app
