// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"
#include "labs/condition.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace greensward::labs {

/// How a condition stands.
struct Verdict
{
    bool met = false;
    std::string because{};    ///< when met: "connected as my-turbine at 10:42:07"
    std::string missing{};    ///< when not: what is still wanted
    std::string nearest{};    ///< … and what came closest; may be empty
    WallTime at{};            ///< when it came true
    trace::EventId event = 0; ///< that made it true; 0: an answer of an API
};

/// Watches one condition: events come in by read(), time by advance(), at the latest at deadline(). APIs are asked when
/// an event came that may have changed the answer, not more often than every 200 ms. One thread.
class Judge
{
public:
    /// When the step of that id was done; nothing: not yet.
    using DoneAt = std::function<std::optional<WallTime>(const std::string& stepId)>;

    /// The condition must outlive it. api may be null: what it is asked for then stays unknown. begun: events before do
    /// not count.
    Judge(const Condition& condition, client::Api* api, DoneAt doneAt, WallTime begun);
    ~Judge();
    Judge(const Judge&) = delete;
    Judge& operator=(const Judge&) = delete;

    void read(const trace::Chunk& chunk, const trace::Event& event);
    void advance(WallTime now);
    std::optional<WallTime> deadline() const;
    /// Asks every API again, at the next advance().
    void askAgain();
    /// Questions whose answers are awaited.
    bool isAsking() const;
    Verdict verdict() const;
    /// Goes up when the verdict may have changed.
    std::uint64_t revision() const;

private:
    struct Node;
    class Core;
    std::shared_ptr<Core> m_core; ///< answers that come late find it gone
};

} // namespace greensward::labs
