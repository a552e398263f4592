// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "mqtt/broker.h"
#include "trace/event.h"

#include <QString>

#include <algorithm>
#include <chrono>
#include <deque>
#include <optional>

namespace greensward::ui {

/// The last will of one connection, from CONNECT on.
struct WillStory
{
    enum class State : std::uint8_t {
        None,     ///< CONNECT carried none
        Armed,    ///< the gateway keeps it
        Sent,     ///< published on the client's behalf
        Withheld, ///< dropped; why says the reason
    };
    State state = State::None;
    QString topic;
    std::uint8_t flags = 0;   ///< trace::Flag: QoS and retain
    std::int64_t delay = 0;   ///< seconds after the end
    WallTime at{};            ///< sent or withheld
    trace::EventId event = 0; ///< of its publication
    QString why;
};

/// A connection of a client from CONNECT to its end, as the events tell it.
struct ClientSession
{
    static constexpr std::size_t kMostPings = 240;

    WallTime start{};
    std::optional<WallTime> end;
    quint64 connection = 0;
    QString address;
    QString transport;          ///< "tls 1.3", "tcp", "wss", "memory"; empty when it was opened before we looked
    QString terms;              ///< protocol version, clean or kept session, keep alive
    std::int64_t keepAlive = 0; ///< seconds, 0: off
    bool resumed = false;
    bool refused = false; ///< CONNECT was turned away: start and end are the same moment
    mqtt::DisconnectReason reason{};
    QString why; ///< in the gateway's words
    WillStory will;
    WallTime lastHeard{};       ///< last packet from the client that the events tell of
    std::deque<WallTime> pings; ///< the newest kMostPings
    quint64 published = 0;

    bool isOpen() const { return !end; }
    /// Seconds until the gateway gives the client up [MQTT-3.1.2-24]; nothing without a keep-alive or when ended.
    std::optional<double> secondsLeft(WallTime now) const
    {
        if (!isOpen() || keepAlive <= 0)
            return std::nullopt;
        const double silent = std::chrono::duration<double>(now - lastHeard).count();
        return std::max(0.0, 1.5 * static_cast<double>(keepAlive) - silent);
    }
};

/// All that is known of a client id.
struct ClientLane
{
    static constexpr std::size_t kMostSessions = 100;

    QString client;
    bool simulated = false;
    std::deque<ClientSession> sessions; ///< oldest first, the newest kMostSessions
    quint64 forgotten = 0;              ///< older ones

    const ClientSession* newest() const { return sessions.empty() ? nullptr : &sessions.back(); }
    bool isOnline() const { return !sessions.empty() && sessions.back().isOpen(); }
    bool wasOnline(WallTime at) const
    {
        return std::any_of(sessions.rbegin(), sessions.rend(), [at](const ClientSession& session) {
            return session.start <= at && (!session.end || *session.end > at);
        });
    }
};

} // namespace greensward::ui
