// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "mqtt/broker.h"
#include "mqtt/trace_flags.h"
#include "trace/event.h"

#include <QString>
#include <QStringList>

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

namespace greensward::ui {

/// The newest of any number of moments.
class Ticks
{
public:
    static constexpr std::size_t kMost = 240;

    void add(WallTime time);
    std::size_t size() const { return m_times.size(); }
    /// 0: the newest one.
    WallTime fromNewest(std::size_t index) const;
    /// Older ones that are no longer kept.
    quint64 forgotten() const { return m_added - m_times.size(); }

private:
    std::vector<WallTime> m_times; ///< a ring once it is full
    quint64 m_added = 0;
};

/// The last will of one connection, from CONNECT on.
struct WillStory
{
    enum class State : std::uint8_t {
        None,     ///< CONNECT carried none
        Armed,    ///< the gateway keeps it
        Sent,     ///< published on the client's behalf
        Withheld, ///< dropped; fate says why
    };
    State state = State::None;
    QString topic;
    std::uint8_t flags = 0;   ///< trace::Flag: QoS and retain
    std::int64_t delay = 0;   ///< seconds after the end [MQTT5-3.1.3.2.2]
    WallTime at{};            ///< sent or withheld
    trace::EventId event = 0; ///< WillPublished or WillWithheld
    mqtt::WillFate fate{};
    QString why; ///< withheld: in the gateway's words
};

/// What a connection was used for.
struct SessionTraffic
{
    WallTime lastHeard{};             ///< newest packet from the client that the events tell of
    std::optional<WallTime> lastSent; ///< newest message towards it
    quint64 published = 0;
    quint64 delivered = 0;
    trace::EventId lastMessage = 0; ///< MessagePublished
};

/// A connection of a client from CONNECT to its end, as the events tell it.
struct ClientSession : SessionTraffic
{
    WallTime start{};
    std::optional<WallTime> end;
    trace::EventId began = 0; ///< ClientConnected or ClientRefused
    trace::EventId ended = 0; ///< ClientDisconnected
    QString address;
    QString origin;             ///< the broker elsewhere that this was a connection to; empty: the workspace's gateway
    QString transport;          ///< "tls 1.3", "tcp", "wss", "memory"; empty when it was opened before we looked
    QString certificate;        ///< subject of the client's certificate; empty without one
    std::int64_t keepAlive = 0; ///< seconds, as the gateway enforces it; 0: off
    bool version5 = false;      ///< MQTT 5, else 3.1.1
    bool cleanStart = false;
    bool resumed = false;            ///< found an earlier session
    bool refused = false;            ///< turned away: start and end are the same moment
    bool beforeConnect = false;      ///< refused: it never told its client id
    bool endMissed = false;          ///< it must have ended, but nobody told us how
    bool kept = false;               ///< the session waits for its client after the end …
    std::optional<WallTime> dropped; ///< … until here
    mqtt::DisconnectReason reason{};
    mqtt::ReasonCode refusal{}; ///< what CONNACK said
    QString why;                ///< in the gateway's words
    QString takenOverBy;        ///< address of the connection that took the client id
    WillStory will;
    Ticks pings;
    std::optional<SessionTraffic> atPause; ///< while the window is paused: its traffic until then

    bool isOpen() const { return !end; }
    /// How long the gateway waits for a packet, in seconds [MQTT-3.1.2-24]; 0: for ever.
    double patience() const { return 1.5 * static_cast<double>(keepAlive); }
    /// Seconds until the gateway gives the client up; nothing without a keep-alive or when ended.
    std::optional<double> secondsLeft(WallTime now) const;
    /// As it was then: what happened later has not happened yet. The time must not lie before the start.
    ClientSession asOf(WallTime time) const;
    /// Memory held, in octets.
    std::size_t bytes() const;
};

/// All that is known of a client id. Those that were turned away before they could name one share a lane a host.
struct ClientLane
{
    static constexpr std::size_t kMostSessions = 100;
    static constexpr qsizetype kMostFilters = 50;

    QString client; ///< the host when nameless
    bool nameless = false;
    bool simulated = false;
    std::deque<ClientSession> sessions; ///< oldest first, the newest kMostSessions
    quint64 forgotten = 0;              ///< older ones
    QStringList filters;                ///< subscribed to, the first kMostFilters
    qsizetype moreFilters = 0;          ///< beyond them
    int row = -1;                       ///< in the model; -1: not shown
    bool changed = false;               ///< since the model was last published

    const ClientSession* newest() const { return sessions.empty() ? nullptr : &sessions.back(); }
    /// The newest that had begun by then; null when none had.
    const ClientSession* newestAt(WallTime time) const;
    bool isOnline() const { return !sessions.empty() && sessions.back().isOpen(); }
};

} // namespace greensward::ui
