// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "labs/judge.h"

#include <deque>
#include <memory>
#include <vector>

namespace greensward::labs {

/// A place in the stream: of an event, or the moment of an answer.
struct Moment
{
    WallTime time{};
    trace::EventId event = 0; ///< 0: none
};
inline bool isAfter(const Moment& one, const Moment& other)
{
    return one.event != 0 && other.event != 0 ? one.event > other.event : one.time >= other.time;
}

/// What is known of one node of the condition.
struct Judge::Node
{
    const Condition* condition = nullptr;
    std::vector<Node> parts;
    const Node* previous = nullptr; ///< the part before it

    bool met = false;
    Moment at;                  ///< when it came true
    std::optional<Moment> last; ///< the latest time that it happened: what "previous" counts from
    std::string because;
    // Events
    std::deque<Moment> hits;        ///< at most as many as are wanted
    std::optional<WallTime> steady; ///< since when without an exception
    std::optional<Moment> broken;   ///< Absent: the latest exception
    EventPattern::Miss miss{.failed = ~0U};
    // Questions to an API
    bool asking = false;
    bool known = false; ///< an answer came
    std::string found;  ///< how it is instead
    WallTime askedAt{};
    Moment reason; ///< the event that made it ask
    std::optional<WallTime> askDue;
    unsigned repeats = 0; ///< of the question after that event
};

class Judge::Core : public std::enable_shared_from_this<Judge::Core>
{
public:
    Core(const Condition& condition, client::Api* api, DoneAt doneAt, WallTime begun);

    void read(const trace::Chunk& chunk, const trace::Event& event);
    void advance(WallTime now);
    std::optional<WallTime> deadline() const;
    void askAgain();
    bool isAsking() const;
    Verdict verdict() const;
    std::uint64_t revision() const { return m_revision; }

private:
    void build(Node& node, const Condition& condition, const Node* previous);
    void see(Node& node, const trace::Chunk& chunk, const trace::Event& event);
    void seeEvent(Node& node, const trace::Chunk& chunk, const trace::Event& event);
    void seeSteady(Node& node, const trace::Chunk& chunk, const trace::Event& event);
    void seeForApi(Node& node, const trace::Chunk& chunk, const trace::Event& event);
    void noteMiss(Node& node, EventPattern::Miss miss);
    bool inTime(Node& node, const trace::Chunk& chunk, const trace::Event& event, const Moment& floor);
    void count(Node& node, const trace::Chunk& chunk, const trace::Event& event);
    void pass(Node& node);
    void passAbsent(Node& node);
    void ask(Node& node);
    void answered(Node& node, const client::Answer& answer);
    void combine(Node& node);
    static std::string missingOf(const Node& node);
    void set(Node& node, bool met, Moment at, std::string because);
    std::optional<Moment> floorOf(const Node& node) const;
    std::optional<WallTime> dueOf(const Node& node) const;

    client::Api* m_api;
    DoneAt m_doneAt;
    Moment m_begun;
    WallTime m_now;
    Node m_root;
    std::uint64_t m_revision = 1;
};

} // namespace greensward::labs
