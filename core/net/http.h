// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/bytes.h"
#include "net/link.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace greensward::net {

using HttpFields = std::vector<std::pair<std::string, std::string>>;

/// One complete HTTP/1.1 request, body included (bounded by ListenerSettings::maximumHttpBody).
struct HttpRequest
{
    std::string method;
    std::string target; ///< path and query exactly as sent
    HttpFields fields;  ///< in order, names as sent
    std::string body;
    LinkDescription peer;

    /// First value of that name, any case; empty without.
    std::string_view field(std::string_view name) const;
};

struct HttpResponse
{
    unsigned status = 200;
    HttpFields fields{}; ///< Content-Length, Date and Connection are added
    std::string body{};
};

/// Answers a request; may be called later, once, on the engine thread. If the client has gone it does nothing.
using HttpResponder = std::function<void(HttpResponse)>;

} // namespace greensward::net
