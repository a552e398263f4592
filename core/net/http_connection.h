// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/reception.h"

namespace greensward::net {

/// Speaks HTTP/1.1 on a connection from its first octet on: requests go to the listener's handler, an upgrade to
/// WebSocket turns the connection into a link.
void serveHttp(std::shared_ptr<Reception> reception, Channel channel, LinkDescription description);

} // namespace greensward::net
