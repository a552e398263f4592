// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/session.h"

#include <vector>

namespace greensward::ui {

/// Something that happened on a lane, for walking along it. Pings are not among them: they would hide the rest.
struct LaneMoment
{
    enum class What : std::uint8_t { Connected, Refused, Ended, WillSent, WillWithheld, SessionDropped };
    WallTime time{};
    What what{};
    trace::EventId session = 0; ///< what began it: ClientSession::began
    trace::EventId event = 0;   ///< 0: has none of its own
};

/// Oldest first, up to the given time.
std::vector<LaneMoment> momentsOf(const ClientLane& lane, WallTime until);

/// Null when it has been forgotten meanwhile.
const ClientSession* sessionOf(const LaneMoment& moment, const ClientLane& lane);

/// "will sent on lastwill/ev-gen-123".
QString whatText(const LaneMoment& moment, const ClientSession& session);
/// Why it came to that; empty where there is nothing to say.
QString whyText(const LaneMoment& moment, const ClientSession& session);
/// One sentence with its time: "10:42:58, will sent on lastwill/ev-gen-123".
QString describe(const LaneMoment& moment, const ClientSession& session);

} // namespace greensward::ui
