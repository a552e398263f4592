// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/explanation.h"

#include "net/link_end.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace greensward::ui {

namespace {

using mqtt::DisconnectReason;
using mqtt::ReasonCode;

/// In the context in which lupdate finds the texts of a function without a class.
QString tr(const char* text)
{
    return QCoreApplication::translate("greensward::ui", text);
}

QString momentText(WallTime time)
{
    return clockText(time).left(8);
}

/// Whole seconds, rounded up: a countdown that says 0 is over.
QString leftText(double seconds)
{
    return countText(static_cast<quint64>(std::ceil(seconds)));
}

QString explainOpen(const ClientSession& session, WallTime now)
{
    const auto left = session.secondsLeft(now);
    if (!left)
        return tr("Still connected. It asked for no keep-alive, so the gateway notices a silent end only when it has "
                  "something to send [MQTT-3.1.2.10].");
    return tr("Still connected. If nothing more is heard, the gateway closes the connection in %1 s: %2 s after the "
              "last packet, which is 1.5 times the keep-alive of %3 s [MQTT-3.1.2-24].")
        .arg(leftText(*left), secondsText(session.patience()), secondsText(static_cast<double>(session.keepAlive)));
}

/// Of our own connection to a broker elsewhere: why tells it all, as that end cannot be looked into.
QString explainElsewhere(const ClientSession& session)
{
    if (session.isOpen())
        return tr("Connected to %1 (%2), a broker outside this workspace.").arg(session.origin, session.address);
    if (session.refused)
        return tr("%1 (%2) could not be connected to: %3.").arg(session.origin, session.address, session.why);
    if (session.reason == DisconnectReason::ClientDisconnect)
        return tr("This console said goodbye to %1: it sent DISCONNECT and closed the connection [MQTT-3.14.4-1].")
            .arg(session.origin);
    return tr("The connection to %1 (%2) ended: %3.").arg(session.origin, session.address, session.why);
}

QString explainRefusal(const ClientSession& session)
{
    if (session.beforeConnect)
        return tr("The gateway closed the connection before it heard who is there: %1.").arg(session.why);
    switch (session.refusal) {
    case ReasonCode::BadUserNameOrPassword:
        return tr("The gateway refused the CONNECT because user name and password do not fit: %1 [MQTT-3.2.2-5].")
            .arg(session.why);
    case ReasonCode::NotAuthorized:
        return tr("The gateway refused the CONNECT because this client may not connect: %1 [MQTT-3.2.2-5].")
            .arg(session.why);
    case ReasonCode::ClientIdentifierNotValid:
        return tr("The gateway refused the CONNECT because of its client id: %1 [MQTT-3.1.3-9].").arg(session.why);
    case ReasonCode::UnsupportedProtocolVersion:
        return tr("The gateway refused the CONNECT because of its protocol version: %1 [MQTT-3.1.2-2].")
            .arg(session.why);
    default:
        return tr("The gateway refused the CONNECT: %1 [MQTT-3.2.2-5].").arg(session.why);
    }
}

QString explainLoss(const ClientSession& session)
{
    const std::string why = session.why.toStdString();
    if (why == net::kClosedThere)
        return tr("The other end closed the network connection without a DISCONNECT (TCP FIN). So it looks when a "
                  "program crashes or is killed: its system closes the connection for it [MQTT-3.1.2-8].");
    if (why == net::kResetThere)
        return tr("The network connection was reset without a DISCONNECT (TCP RST). So it looks when a machine "
                  "restarts, or when something on the way cuts the connection [MQTT-3.1.2-8].");
    if (why == net::kSilentThere)
        return tr("The other end stopped answering: what the gateway sent was never acknowledged by TCP, and no "
                  "DISCONNECT came [MQTT-3.1.2-8].");
    return tr("The connection was lost without a DISCONNECT [MQTT-3.1.2-8]. The gateway saw this: %1.")
        .arg(session.why);
}

QString explainTakeOver(const ClientSession& session)
{
    if (session.takenOverBy.isEmpty())
        return tr("Another connection came with the same client id, so the gateway closed this one [MQTT-3.1.4-2]. "
                  "When this repeats, two programs use one id and throw each other out.");
    return tr("The same client id connected from %1, so the gateway closed this connection from %2 [MQTT-3.1.4-2]. "
              "When this repeats, two programs use one id and throw each other out.")
        .arg(session.takenOverBy, session.address);
}

QString explainArmed(const ClientSession& session, WallTime now)
{
    const WillStory& will = session.will;
    const QString delay = countText(static_cast<quint64>(will.delay));
    if (session.endMissed)
        return tr("What became of the will on %1 was not recorded.").arg(will.topic);
    if (!session.isOpen())
        return tr("Waiting: the will on %1 is published at %2, %3 s after the end, unless the client comes back first "
                  "[MQTT5-3.1.3-9].")
            .arg(will.topic, momentText(*session.end + std::chrono::seconds(will.delay)), delay);
    const auto left = session.secondsLeft(now);
    if (left && will.delay > 0)
        return tr("Armed on %1. If nothing more is heard, the connection ends in %2 s and the will fires %3 s later. "
                  "It "
                  "is withheld if the client says goodbye with DISCONNECT, or comes back within those %3 s "
                  "[MQTT5-3.1.3-9].")
            .arg(will.topic, leftText(*left), delay);
    if (left)
        return tr("Armed on %1. It fires in %2 s if nothing more is heard, and at once if the connection breaks. It is "
                  "withheld if the client says goodbye with DISCONNECT [MQTT-3.1.2-8, MQTT-3.14.4-3].")
            .arg(will.topic, leftText(*left));
    return tr("Armed on %1. It fires when the connection breaks. It is withheld if the client says goodbye with "
              "DISCONNECT [MQTT-3.1.2-8, MQTT-3.14.4-3].")
        .arg(will.topic);
}

QString explainSent(const ClientSession& session)
{
    const WillStory& will = session.will;
    const QString at = momentText(will.at);
    if (will.delay > 0 && session.end && will.at - *session.end >= std::chrono::seconds(1))
        return tr("Sent at %1 on %2, %3 s after the connection was lost: its will delay had passed, and the client had "
                  "not come back [MQTT5-3.1.3.2.2].")
            .arg(at, will.topic,
                 secondsText(std::round(std::chrono::duration<double>(will.at - *session.end).count())));
    switch (session.reason) {
    case DisconnectReason::KeepAliveTimeout:
        return tr("Sent at %1 on %2: no packet for %3 s, so the gateway closed the connection, and no DISCONNECT had "
                  "taken the will back [MQTT-3.1.2-8].")
            .arg(at, will.topic, secondsText(session.patience()));
    case DisconnectReason::TakenOver:
        return tr("Sent at %1 on %2: being thrown out by another connection of the same client id counts as a loss "
                  "[MQTT-3.1.4-2, MQTT-3.1.2-8].")
            .arg(at, will.topic);
    case DisconnectReason::ProtocolError:
        return tr("Sent at %1 on %2: the gateway closed the connection because of a broken rule, and that counts as a "
                  "loss [MQTT-3.1.2-8].")
            .arg(at, will.topic);
    case DisconnectReason::ClientWithWill:
        return tr("Sent at %1 on %2: the DISCONNECT carried a reason that keeps the will [MQTT5-3.14.4-3].")
            .arg(at, will.topic);
    case DisconnectReason::NotAuthorized:
    case DisconnectReason::ServerClosed:
    case DisconnectReason::ServerShutdown:
    case DisconnectReason::SlowConsumer:
        return tr("Sent at %1 on %2: the gateway closed the connection, and the client had not said goodbye before "
                  "[MQTT-3.1.2-8].")
            .arg(at, will.topic);
    case DisconnectReason::ClientDisconnect:
    case DisconnectReason::ConnectionLost:
    case DisconnectReason::ConnectTimeout:
        break;
    }
    return tr("Sent at %1 on %2: the connection ended without a DISCONNECT [MQTT-3.1.2-8].").arg(at, will.topic);
}

QString explainWithheld(const WillStory& will)
{
    switch (will.fate) {
    case mqtt::WillFate::Goodbye:
        return tr("No will: the client said goodbye. DISCONNECT makes the gateway drop the will on %1 "
                  "[MQTT-3.14.4-3].")
            .arg(will.topic);
    case mqtt::WillFate::CameBack:
        return tr("Withheld: the client came back before the delay of %1 s had passed, so the will on %2 was dropped "
                  "[MQTT5-3.1.3-9].")
            .arg(countText(static_cast<quint64>(will.delay)), will.topic);
    case mqtt::WillFate::Administrator:
        return tr("Withheld: whoever had the gateway close the connection asked that the will on %1 not be published.")
            .arg(will.topic);
    case mqtt::WillFate::NotAuthorized:
        break;
    }
    return tr("Withheld: the client was lost, but it may not publish its will on %1: %2.").arg(will.topic, will.why);
}

} // namespace

QString secondsText(double seconds)
{
    return seconds == std::floor(seconds) ? countText(static_cast<quint64>(seconds))
                                          : QLocale().toString(seconds, 'f', 1);
}

EndShape shapeOf(const ClientSession& session)
{
    if (session.refused)
        return EndShape::Lock;
    switch (session.reason) {
    case DisconnectReason::ClientDisconnect:
    case DisconnectReason::ClientWithWill:
        return session.endMissed ? EndShape::Stop : EndShape::Square;
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
    case DisconnectReason::ServerShutdown:
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
    if (!session.origin.isEmpty())
        return explainElsewhere(session);
    if (session.isOpen())
        return explainOpen(session, now);
    if (session.refused)
        return explainRefusal(session);
    if (session.endMissed)
        return tr("How this connection ended was not recorded: the next one of the same client id was already there.");
    switch (session.reason) {
    case DisconnectReason::ClientDisconnect:
        return tr("The client said goodbye: it sent DISCONNECT and closed the connection [MQTT-3.14.4-1].");
    case DisconnectReason::ClientWithWill:
        return tr("The client sent a DISCONNECT that is not a normal goodbye (%1), so its will counts "
                  "[MQTT5-3.14.2.1].")
            .arg(session.why);
    case DisconnectReason::ConnectionLost:
        return explainLoss(session);
    case DisconnectReason::KeepAliveTimeout:
        return tr("No packet for %1 s, which is 1.5 times the keep-alive of %2 s, so the gateway closed the connection "
                  "[MQTT-3.1.2-24]. So it looks when a cable is pulled.")
            .arg(secondsText(session.patience()), secondsText(static_cast<double>(session.keepAlive)));
    case DisconnectReason::TakenOver:
        return explainTakeOver(session);
    case DisconnectReason::ProtocolError:
        return tr("The client broke a rule of MQTT, so the gateway closed the connection [MQTT-4.8.0-1]: %1.")
            .arg(session.why);
    case DisconnectReason::NotAuthorized:
        return tr("The gateway closed the connection because the client did something it may not do: %1.")
            .arg(session.why);
    case DisconnectReason::ConnectTimeout:
        return tr("No CONNECT arrived in time, so the gateway closed the connection [MQTT-3.1.4].");
    case DisconnectReason::SlowConsumer:
        return tr("The client did not read what it was sent, and what waited for it reached the gateway's limit: %1.")
            .arg(session.why);
    case DisconnectReason::ServerShutdown:
        return tr("The gateway was stopped or restarted, which ends every connection. Clients are expected to connect "
                  "again by themselves.");
    case DisconnectReason::ServerClosed:
        break;
    }
    return tr("Somebody had the gateway close this connection: %1.").arg(session.why);
}

QString explainWill(const ClientSession& session, WallTime now)
{
    switch (session.will.state) {
    case WillStory::State::None:
        return session.refused ? tr("No will: the connection never began.")
                               : tr("No will: the CONNECT carried none, so nobody is told when this client is lost.");
    case WillStory::State::Armed:
        return explainArmed(session, now);
    case WillStory::State::Sent:
        return explainSent(session);
    case WillStory::State::Withheld:
        break;
    }
    return explainWithheld(session.will);
}

} // namespace greensward::ui
