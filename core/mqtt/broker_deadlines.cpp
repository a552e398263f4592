// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens because time passes.
#include "mqtt/broker_core.h"

#include <algorithm>

namespace greensward::mqtt {

namespace {

/// [MQTT-3.1.2-24] One and a half times the keep alive.
Duration patience(std::uint16_t keepAlive)
{
    return std::chrono::milliseconds(1500) * keepAlive;
}

} // namespace

std::optional<Instant> Broker::Core::nextDeadline() const
{
    if (!m_deferred.empty() || !m_closeLater.empty())
        return m_now;
    return m_timers.earliest();
}

void Broker::Core::advance(Instant now)
{
    m_now = now;
    while (Timer* timer = m_timers.takeDue(now)) {
        switch (timer->of) {
        case Timer::Of::Connection:
            connectionDue(*static_cast<Connection*>(timer->owner));
            break;
        case Timer::Of::Throttle:
            throttleDue(*static_cast<Connection*>(timer->owner));
            break;
        case Timer::Of::Session:
            sessionDue(*static_cast<Session*>(timer->owner));
            break;
        case Timer::Of::Retained:
            retainedDue();
            break;
        }
    }
    runDeferred();
}

/// Packets do not move the timer: it looks at the clock when it fires, and goes back to sleep if there was one.
void Broker::Core::armKeepAlive(Connection& connection)
{
    if (connection.keepAlive == 0)
        m_timers.disarm(connection.timer);
    else
        m_timers.arm(connection.timer, connection.lastReceived + patience(connection.keepAlive));
}

void Broker::Core::connectionDue(Connection& connection)
{
    if (connection.tooSlow) {
        close(connection, DisconnectReason::SlowConsumer, "answers pile up because the client does not read");
        return;
    }
    if (!connection.session) {
        recorder().record({.kind = trace::Kind::ClientRefused,
                           .cause = connection.event,
                           .journey = connection.journey,
                           .number = connection.id,
                           .extra = static_cast<std::int64_t>(DisconnectReason::ConnectTimeout),
                           .subject = connection.peer.address,
                           .object = connection.peer.address,
                           .detail = "no CONNECT arrived in time"});
        close(connection, DisconnectReason::ConnectTimeout, "no CONNECT arrived in time");
        return;
    }
    if (connection.lastReceived + patience(connection.keepAlive) > m_now) {
        armKeepAlive(connection);
        return;
    }
    if (congested() || delayed(connection.id)) { // we do not look at what comes: the silence is ours
        m_timers.arm(connection.timer, m_now + patience(connection.keepAlive));
        return;
    }
    sendDisconnect(connection, ReasonCode::KeepAliveTimeout,
                   "nothing was received for one and a half times the keep alive");
    close(connection, DisconnectReason::KeepAliveTimeout,
          "nothing was received for one and a half times the keep alive");
}

void Broker::Core::sessionDue(Session& session)
{
    if (session.expiresAt && *session.expiresAt <= m_now) {
        endSession(session, "its expiry passed without the client coming back");
        return;
    }
    if (session.willDue && *session.willDue <= m_now)
        publishWill(session);
    armSessionTimer(session);
}

void Broker::Core::armRetainedTimer()
{
    const auto expiry = m_retained.nextExpiry();
    if (!expiry) {
        m_timers.disarm(m_retainedTimer);
        return;
    }
    const Duration left = *expiry - m_parts.clock.wall();
    m_timers.arm(m_retainedTimer, m_now + std::max(left, Duration::zero()));
}

void Broker::Core::retainedDue()
{
    for (const std::string& topic : m_retained.expire(m_parts.clock.wall())) {
        if (m_parts.store)
            m_parts.store->dropRetained(topic);
        recorder().record({.kind = trace::Kind::RetainedCleared, .object = topic, .detail = "the message expired"});
    }
    m_counters.retained = m_retained.size();
    // The wall clock may lag behind the engine's: not again before a moment has passed.
    armRetainedTimer();
    if (m_retainedTimer.armed())
        m_timers.arm(m_retainedTimer, std::max(m_retainedTimer.due, m_now + std::chrono::milliseconds(1)));
}

} // namespace greensward::mqtt
