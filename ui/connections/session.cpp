// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/session.h"

#include <algorithm>

namespace greensward::ui {

void Ticks::add(WallTime time)
{
    if (m_times.size() < kMost)
        m_times.push_back(time);
    else
        m_times[m_added % kMost] = time;
    ++m_added;
}

WallTime Ticks::fromNewest(std::size_t index) const
{
    return m_times[(m_added - 1 - index) % kMost];
}

std::optional<double> ClientSession::secondsLeft(WallTime now) const
{
    if (!isOpen() || keepAlive <= 0)
        return std::nullopt;
    const double silent = std::chrono::duration<double>(now - lastHeard).count();
    return std::clamp(patience() - silent, 0.0, patience());
}

ClientSession ClientSession::asOf(WallTime time) const
{
    ClientSession then = *this;
    if (!refused && end && *end > time) {
        then.end.reset();
        then.endMissed = false;
        then.kept = false;
    }
    if (dropped && *dropped > time)
        then.dropped.reset();
    if (atPause && (lastHeard > time || lastSent > time))
        static_cast<SessionTraffic&>(then) = *atPause;
    const bool decided = will.state == WillStory::State::Sent || will.state == WillStory::State::Withheld;
    if (decided && will.at > time)
        then.will.state = WillStory::State::Armed;
    return then;
}

std::size_t ClientSession::bytes() const
{
    const qsizetype letters = address.size() + origin.size() + transport.size() + certificate.size() + why.size() +
                              takenOverBy.size() + will.topic.size() + will.why.size();
    return sizeof(ClientSession) + static_cast<std::size_t>(letters) * sizeof(QChar) + pings.size() * sizeof(WallTime);
}

const ClientSession* ClientLane::newestAt(WallTime time) const
{
    const auto found = std::find_if(sessions.rbegin(), sessions.rend(),
                                    [time](const ClientSession& session) { return session.start <= time; });
    return found == sessions.rend() ? nullptr : &*found;
}

} // namespace greensward::ui
