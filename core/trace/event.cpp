// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace/event.h"

#include <array>
#include <cassert>

namespace greensward::trace {

std::string_view name(Kind kind)
{
    static constexpr std::array<std::string_view, static_cast<std::size_t>(Kind::kCount)> kNames{
        "link opened",         "link refused",      "link closed",       "client connected",     "client refused",
        "client disconnected", "client taken over", "session expired",   "message published",    "message delivered",
        "message queued",      "message dropped",   "message refused",   "message acknowledged", "retained stored",
        "retained cleared",    "subscribed",        "subscribe refused", "unsubscribed",         "will armed",
        "will published",      "will withheld",     "keep alive",        "protocol error",       "limit reached",
        "device started",      "device stopped",    "device state",      "fault injected",       "fault healed",
        "service started",     "service stopped",   "store committed",   "store failed",         "message missed",
        "shadow accepted",     "shadow rejected",   "shadow delta",      "API called",           "API refused",
        "evidence",            "message routed",    "message unrouted",  "spool filled",         "spool drained",
        "deployment applied"};
    static_assert(!kNames.back().empty(), "every kind has a name");
    assert(kind < Kind::kCount);
    return kNames[static_cast<std::size_t>(kind)];
}

} // namespace greensward::trace
