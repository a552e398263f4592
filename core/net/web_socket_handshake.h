// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/http.h"

namespace greensward::net {

struct WebSocketRefusal
{
    unsigned status = 400;
    std::string why;
};

/// True when the request wants to become a WebSocket (RFC 6455 4.2.1), well or badly.
bool asksForWebSocket(const HttpRequest& request);

/// The whole 101 response that accepts the request. MQTT needs the subprotocol: the client offers "mqtt" (or
/// "mqttv3.1", as older libraries do), the server names it back [MQTT-6.0.0-3] [MQTT-6.0.0-4].
Result<std::string, WebSocketRefusal> acceptWebSocket(const HttpRequest& request);

} // namespace greensward::net
