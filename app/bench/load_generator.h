// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bench/bench_broker.h"
#include "app/bench/load.h"
#include "app/bench/load_connection.h"
#include "base/result.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace greensward::bench {

/// What came of a load.
struct LoadReport
{
    std::uint64_t expected = 0; ///< deliveries
    std::uint64_t received = 0;
    std::uint64_t lost = 0;
    std::uint64_t repeated = 0;
    std::uint64_t damaged = 0; ///< wrong topic, length, content or QoS, or a packet nobody asked for
    std::uint64_t closed = 0;  ///< connections that the broker ended
    bool timedOut = false;
    double seconds = 0;
    double generatorLoad = 0; ///< processor time over elapsed time; 1: one processor busy
    double brokerLoad = 0;
    std::vector<double> microseconds; ///< PingPong: each round, sorted
    double connectsPerSecond = 0;     ///< of the idle connections
    double bytesPerIdleConnection = 0;

    bool ok() const
    {
        return received == expected && lost == 0 && repeated == 0 && damaged == 0 && closed == 0 && !timedOut;
    }
};

/// Puts one load on one broker, on the calling thread, and checks every delivery: topic, length, content, order per
/// publisher, nothing lost, nothing twice.
class LoadGenerator
{
public:
    LoadGenerator(const Load& load, const Target& target, std::chrono::seconds patience = std::chrono::seconds{120});

    /// A failure is one that leaves nothing to report: no connection, a refused CONNECT or SUBSCRIBE.
    Result<LoadReport> run();

private:
    using SteadyTime = std::chrono::steady_clock::time_point;
    struct Publisher
    {
        LoadConnection* connection = nullptr;
        std::string topic;
        Bytes packet; ///< as sent; packet id and sequence number are put in
        std::size_t idAt = 0;
        std::size_t sequenceAt = 0;
        std::uint64_t quota = 0;
        std::uint64_t published = 0;
        std::uint64_t acknowledged = 0;
    };
    struct Subscriber
    {
        LoadConnection* connection = nullptr;
        std::vector<std::uint64_t> next; ///< sequence number that comes next, by publisher
    };

    Result<LoadConnection*> open(LoadConnection::Role role, unsigned index);
    Result<void> openIdle();
    Result<void> openActive();
    Result<void> awaitAnswers(unsigned atMostOpen = 0);
    Publisher makePublisher(unsigned index) const;
    void subscribe(Subscriber& subscriber);

    void poll(std::chrono::milliseconds atMost);
    void packetArrived(LoadConnection& connection, std::uint8_t header, ByteView body);
    void deliveryArrived(LoadConnection& connection, std::uint8_t header, ByteView body);
    void publishWithinWindow(unsigned publisher);
    std::uint64_t slowest(unsigned publisher) const;
    bool allAcknowledged() const;
    bool hopeless() const;

    void flow();
    void pingPong();

    Load m_load;
    Target m_target;
    SteadyTime m_deadline;
    std::string m_run; ///< keeps client ids and topics of two runs apart
    Poller m_poller;
    Bytes m_shared;
    Bytes m_filler;
    std::vector<std::unique_ptr<LoadConnection>> m_connections;
    std::vector<Publisher> m_publishers;
    std::vector<Subscriber> m_subscribers;
    unsigned m_unanswered = 0; ///< CONNECT and SUBSCRIBE
    std::string m_refusal;
    std::uint64_t m_windowEach = 1;
    LoadReport m_report;
};

} // namespace greensward::bench
