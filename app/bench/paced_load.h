// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/bench_broker.h"
#include "base/result.h"

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>

namespace greensward::bench {

/// A publisher on a plain MQTT socket and a thread of its own that keeps to a pace: QoS 0, small JSON payloads, over so
/// many topics in turn ("site/<n / 100>/<n % 100>"). What the broker does not take in time is sent later, never left
/// out.
class PacedLoad
{
public:
    /// Fails when the broker cannot be reached or refuses.
    static Result<std::unique_ptr<PacedLoad>> connect(const Target& target, unsigned topics);
    ~PacedLoad();
    PacedLoad(const PacedLoad&) = delete;
    PacedLoad& operator=(const PacedLoad&) = delete;

    /// Messages a second; 0 is silence, in which its thread sleeps.
    void setRate(unsigned messagesPerSecond);
    std::uint64_t sent() const { return m_sent; }
    /// The broker ended the connection.
    bool broken() const { return m_broken; }

private:
    PacedLoad(int socket, unsigned topics);
    void run();
    bool sendBatch(std::uint64_t messages);

    int m_socket;
    unsigned m_topics;
    std::atomic<unsigned> m_rate{0};
    std::atomic<std::uint64_t> m_sent{0};
    std::atomic<bool> m_stopping{false};
    std::atomic<bool> m_broken{false};
    std::mutex m_mutex;
    std::condition_variable m_woken; ///< the rate is not 0 any more, or it is over
    std::thread m_thread;
};

} // namespace greensward::bench
