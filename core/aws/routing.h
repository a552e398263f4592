// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "aws/service.h"

#include <string>

namespace greensward::aws {

/// Which service a request is for, and in which form the caller wants to be answered ("wire-protocols 1").
struct Route
{
    enum class Kind : std::uint8_t {
        Operation,   ///< service and protocol are set; operation too, except for rest forms (see uri_template.h)
        Invocation,  ///< API Gateway stage: api is set
        WebSocket,   ///< MQTT over WebSocket
        DevicePlane, ///< unsigned REST over mutual TLS: topics, shadows, discovery
        Credentials, ///< role alias, over mutual TLS
        Unknown,
    };
    Kind kind = Kind::Unknown;
    const Service* service = nullptr; ///< static
    Protocol protocol = Protocol::RestJson;
    std::string operation{}; ///< "CreateTopic"; empty for rest forms
    std::string api{};       ///< id of the REST API, for Invocation
};

/// Decides in the order of the specification; looks at the signature's scope but does not check it.
Route route(const Request& request);

} // namespace greensward::aws
