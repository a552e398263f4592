// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/faulty_link.h"
#include "simulator/link_maker.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace greensward::simulator {

/// Who holds the device's end of a cable. A LinkHandler for the link at hand; and:
class CableUser : public net::LinkHandler
{
public:
    /// What became of a dial(): the link (handled by this user already), or the reason why there is none.
    virtual void dialled(Result<net::Link*> link) = 0;
};

/// The way from one device to the broker. Outlives connections, so that a cut cable stops the connection at hand, new
/// attempts, and leaves half-open what the device has given up meanwhile.
class Cable
{
public:
    /// How long an attempt waits for an answer while the cable is cut.
    static constexpr Duration kDialPatience = std::chrono::seconds{10};
    /// Longer than 1.5 × the longest keep-alive that AWS IoT allows.
    static constexpr Duration kAbandonedFor = std::chrono::minutes{31};

    Cable(const std::string& deviceId, LinkMaker& maker, const Clock& clock, Random random, CableUser& user);
    ~Cable();
    Cable(const Cable&) = delete;
    Cable& operator=(const Cable&) = delete;

    /// Begins an attempt; nothing else may be under way or open. dialled() tells, perhaps from inside this call.
    void dial();
    /// Lets go of the link or the attempt, abruptly, as when the process dies: the user hears nothing more of it.
    void drop();
    /// As drop(), but the other end is never told: this end's machine has lost its power. What is left of the
    /// connection goes when the other end's patience is over for sure.
    void abandon();
    /// TCP RST: both ends learn at once. The user is told closed().
    void reset();
    void setFaults(const LinkFaults& faults);
    const LinkFaults& faults() const { return m_faults; }

    void advance(Instant now);
    std::optional<Instant> nextDeadline() const;
    bool realTls() const { return m_maker.realTls(); }
    /// Connections that this end has given up and the other end does not know of yet.
    std::size_t halfOpen() const { return m_leftOver.size(); }

private:
    struct Line;
    struct Abandoned
    {
        std::shared_ptr<Line> line;
        Instant until;
    };
    bool cut() const { return m_faults.cutUp || m_faults.cutDown; }
    void open(const std::shared_ptr<Line>& line);
    void sweep();

    const std::string& m_deviceId;
    LinkMaker& m_maker;
    const Clock& m_clock;
    Random m_random;
    CableUser& m_user;
    LinkFaults m_faults;
    std::shared_ptr<Line> m_line;          ///< the attempt or link at hand
    std::optional<Instant> m_dialDeadline; ///< an attempt that waits for the cable to be healed
    std::vector<std::shared_ptr<Line>> m_leftOver;
    std::vector<Abandoned> m_abandoned;
};

} // namespace greensward::simulator
