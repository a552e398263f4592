// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/event_loop.h"
#include "net/link.h"

#include <utility>

namespace greensward::net {

/// Two links joined in memory, for devices that live in this process: what one end writes, the other receives in a
/// later turn of the loop, all that has gathered since in one piece. Each direction holds at most 256 KiB that was not
/// yet received; beyond that write() takes less and writable() follows. a and b describe what the *holder* of that link
/// sees. Set the handlers before anything is written. Engine thread.
std::pair<Link*, Link*> makeMemoryPair(EventLoop& loop, LinkDescription a, LinkDescription b);

} // namespace greensward::net
