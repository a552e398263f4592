// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "billing/bill.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace greensward::billing {

/// A connection at the meter; 0: none.
using Seat = std::uint32_t;

/// Counts what a workspace uses as each of its price lists would: a state machine that is told what happens and the
/// time, and keeps numbers only. One thread.
///
/// Messages of the same size on the same topic are counted as a run and worked out when it ends, so that the hundredth
/// receiver of a message costs two comparisons and an addition.
///
/// Clients and parts of the topic tree beyond kMostClients and kMostTopics share one line without a name; the total is
/// exact always.
class Meter
{
public:
    static constexpr std::size_t kMostClients = 1000;
    static constexpr std::size_t kMostTopics = 300;

    explicit Meter(const Clock& clock);

    /// At most kMostLists. What is counted already stays with its list's id; a list of another id begins at nought, but
    /// what a known list counts differently from now on is not worked out anew.
    void setPrices(std::vector<std::shared_ptr<const PriceList>> lists, std::vector<std::string> problems = {});

    // --- what happens; sizes in octets
    /// A connection begins; will: of its topic and payload.
    Seat join(std::string_view clientId, std::size_t will);
    void leave(Seat seat);
    void ping(Seat seat);
    void subscribe(Seat seat, std::size_t filters);
    void publish(Seat seat, std::string_view topic, std::size_t payload, bool retain);
    void deliver(Seat seat, std::string_view topic, std::size_t payload);
    /// A delivery did not happen after all.
    void takeBack(Seat seat, std::string_view topic, std::size_t payload);
    void acknowledge(Seat seat);
    void keep(std::string_view clientId, std::string_view topic, std::size_t payload);
    /// Anything that comes without a connection. topic: empty where there is none.
    void count(Quantity quantity, std::string_view who, std::string_view topic, std::size_t size);

    // --- to look at
    Bill bill();
    /// Everything begins at nought; the minutes that open connections have been counted for stay counted.
    void reset();
    /// What the last reset took away is back, with what came since.
    void undoReset();

    // --- to keep (meter_record.cpp)
    /// Changes whenever there is something new to keep.
    std::uint64_t changes();
    /// As JSON; kept by list id, client and topic.
    std::string record();
    /// Adds what an earlier run kept, before anything happens. False when it cannot be read: then nothing is added.
    bool restore(std::string_view record);

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Lines = std::unordered_map<std::string, std::unique_ptr<Use>, Hash, std::equal_to<>>;
    struct Run
    {
        std::uint32_t payload = 0;
        std::uint32_t topic = 0;
        std::uint64_t count = 0;
    };
    /// A run as the total and the topics see it.
    struct TopicRun
    {
        std::string topic;
        Run run;
    };
    struct Connection
    {
        std::string clientId;
        Use* line = nullptr;
        Instant since{};
        std::uint64_t minutesCounted = 0; ///< of those since the connection began
        std::uint64_t millisCounted = 0;
        std::array<Instant, kMostLists> nextFreePing{};
        bool open = false;
        Run in;
        Run out;
    };
    struct Ledger
    {
        WallTime since{};
        Use total;
        Lines clients;
        Lines topics;
        Use otherClients;
        Use otherTopics;
    };

    void run(Connection& connection, Run& own, TopicRun& all, Quantity quantity, std::string_view topic,
             std::size_t payload);
    void settle(Connection& connection, Run& run, Quantity quantity);
    void settle(TopicRun& run, Quantity quantity);
    void settleAll();
    void settleTime(Connection& connection);
    void add(Use& use, Quantity quantity, std::uint64_t payload, std::uint64_t topic, std::uint64_t times) const;
    void subtract(Use& use, Quantity quantity, std::uint64_t payload, std::uint64_t topic) const;
    Use& clientLine(std::string_view clientId);
    Use& topicLine(std::string_view topic);
    void findLinesAgain();

    const Clock& m_clock;
    std::vector<std::shared_ptr<const PriceList>> m_lists;
    std::vector<std::string> m_problems;
    Ledger m_ledger;
    std::unique_ptr<Ledger> m_before;      ///< what the last reset took away
    std::vector<Connection> m_connections; ///< by seat; the first stands for none
    std::vector<Seat> m_free;
    TopicRun m_in;
    TopicRun m_out;
};

/// The part of the topic tree that a topic is counted for: its first two levels, of a shadow's topic the first three.
std::string_view topicPart(std::string_view topic);

} // namespace greensward::billing
