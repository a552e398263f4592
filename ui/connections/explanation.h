// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/session.h"

namespace greensward::ui {

/// Why a connection ended, or when it would, in a few plain sentences with the clause of the protocol
/// ("[MQTT-3.1.2-24]": 3.1.1's numbering, "[MQTT5-…]" where only 5 has it). now: for what is still going on.
QString explainEnd(const ClientSession& session, WallTime now);

/// Why the last will was, was not, or will be published.
QString explainWill(const ClientSession& session, WallTime now);

/// How the end is drawn and named.
enum class EndShape {
    Square,   ///< the client said goodbye
    Spike,    ///< the connection was lost
    Clock,    ///< silence beyond 1.5 × keep alive
    Chevrons, ///< the same client id connected again
    Lock,     ///< not authorised, or refused
    Cross,    ///< a broken rule of the protocol
    Stop,     ///< the gateway closed it
};
EndShape shapeOf(const ClientSession& session);
QString nameOf(EndShape shape);

/// "45", "37.5": seconds as a sentence has them.
QString secondsText(double seconds);

} // namespace greensward::ui
