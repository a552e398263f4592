// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/explanation.h"

#include "ui/models/number_text.h"

#include <QCoreApplication>

#include <cmath>

namespace greensward::ui {

namespace {

using mqtt::DisconnectReason;

QString tr(const char* text)
{
    return QCoreApplication::translate("Explanation", text);
}

QString secondsText(double seconds)
{
    return countText(static_cast<quint64>(std::lround(seconds)));
}

QString explainOpen(const ClientSession& session, WallTime now)
{
    const auto left = session.secondsLeft(now);
    if (!left)
        return tr("Still connected. It asked for no keep-alive, so the gateway notices a silent end only when it has "
                  "something to send [MQTT-3.1.2-24].");
    return tr("Still connected. If nothing more is heard, the gateway gives it up in %1 s: 1.5 times its keep-alive of "
              "%2 s [MQTT-3.1.2-24].")
        .arg(secondsText(*left), secondsText(static_cast<double>(session.keepAlive)));
}

} // namespace

EndShape shapeOf(const ClientSession& session)
{
    if (session.refused)
        return EndShape::Lock;
    switch (session.reason) {
    case DisconnectReason::ClientDisconnect:
    case DisconnectReason::ClientWithWill:
        return EndShape::Square;
    case DisconnectReason::ConnectionLost:
        return EndShape::Spike;
    case DisconnectReason::KeepAliveTimeout:
    case DisconnectReason::ConnectTimeout:
        return EndShape::Clock;
    case DisconnectReason::TakenOver:
        return EndShape::Chevrons;
    case DisconnectReason::NotAuthorized:
        return EndShape::Lock;
    case DisconnectReason::ProtocolError:
        return EndShape::Cross;
    case DisconnectReason::ServerClosed:
    case DisconnectReason::SlowConsumer:
        break;
    }
    return EndShape::Stop;
}

QString nameOf(EndShape shape)
{
    switch (shape) {
    case EndShape::Square:
        return tr("said goodbye");
    case EndShape::Spike:
        return tr("lost");
    case EndShape::Clock:
        return tr("timed out");
    case EndShape::Chevrons:
        return tr("taken over");
    case EndShape::Lock:
        return tr("refused");
    case EndShape::Cross:
        return tr("protocol error");
    case EndShape::Stop:
        break;
    }
    return tr("closed by the gateway");
}

QString explainEnd(const ClientSession& session, WallTime now)
{
    if (session.isOpen())
        return explainOpen(session, now);
    if (session.refused)
        return tr("The gateway turned the CONNECT away: %1.").arg(session.why);
    switch (session.reason) {
    case DisconnectReason::ClientDisconnect:
        return tr("The client said goodbye: it sent DISCONNECT and closed the connection [MQTT-3.14.4-1].");
    case DisconnectReason::ClientWithWill:
        return tr("The client sent DISCONNECT with reason 0x04: goodbye, but publish my will [MQTT5-3.14.2.1].");
    case DisconnectReason::ConnectionLost:
        return tr("The connection was lost: it closed without a DISCONNECT, as when a program crashes or a network "
                  "resets it (%1).")
            .arg(session.why);
    case DisconnectReason::KeepAliveTimeout:
        return tr("Nothing was heard for %1 s, which is 1.5 times the keep-alive of %2 s, so the gateway closed the "
                  "connection [MQTT-3.1.2-24]. So it looks when a cable is pulled.")
            .arg(secondsText(1.5 * static_cast<double>(session.keepAlive)),
                 secondsText(static_cast<double>(session.keepAlive)));
    case DisconnectReason::TakenOver:
        return tr("Another connection came with the same client id, so the gateway closed this one [MQTT-3.1.4-2]. If "
                  "this repeats, two programs use one id and throw each other out.");
    case DisconnectReason::ProtocolError:
        return tr("The client broke a rule of the protocol, so the gateway closed the connection: %1.")
            .arg(session.why);
    case DisconnectReason::NotAuthorized:
        return tr("The gateway closed the connection because something was not allowed: %1.").arg(session.why);
    case DisconnectReason::ConnectTimeout:
        return tr("No CONNECT arrived in time, so the gateway closed the connection [MQTT-3.1.4].");
    case DisconnectReason::SlowConsumer:
        return tr("The client did not read what it was sent, and what waited for it reached its limit: %1.")
            .arg(session.why);
    case DisconnectReason::ServerClosed:
        break;
    }
    return tr("The gateway closed the connection: %1.").arg(session.why);
}

QString explainWill(const ClientSession& session)
{
    const WillStory& will = session.will;
    switch (will.state) {
    case WillStory::State::None:
        return session.refused ? tr("No will: the connection never began.")
                               : tr("No will: the CONNECT carried none, so nobody is told when this client is lost.");
    case WillStory::State::Armed:
        if (session.isOpen())
            return tr("Armed: if the connection is lost, the gateway publishes on %1. It is withheld if the client "
                      "says "
                      "goodbye with DISCONNECT [MQTT-3.1.2-8].")
                .arg(will.topic);
        return tr("Waiting: the will on %1 is published %2 s after the end unless the client comes back first "
                  "[MQTT5-3.1.3.2.2].")
            .arg(will.topic, secondsText(static_cast<double>(will.delay)));
    case WillStory::State::Sent:
        return tr("Sent: the connection ended without a DISCONNECT, so the gateway published the will on %1 at %2 "
                  "[MQTT-3.1.2-8].")
            .arg(will.topic, clockText(will.at).left(8));
    case WillStory::State::Withheld:
        break;
    }
    if (session.reason == DisconnectReason::ClientDisconnect)
        return tr("Withheld: the client said goodbye, so the gateway dropped the will on %1 [MQTT-3.1.2-10].")
            .arg(will.topic);
    return tr("Withheld: the will on %1 was not published because of this: %2.").arg(will.topic, will.why);
}

} // namespace greensward::ui
